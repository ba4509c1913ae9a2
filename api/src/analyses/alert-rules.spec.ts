import { expect, test } from '@jest/globals';
import { alertSentence, defaultAlertRules, levelOf } from './alert-rules.js';

test.each([
  [1000, 'alert'],
  [365, 'alert'],
  [364, 'review'],
  [100, 'review'],
  [99, null],
  [0, null],
])('once in %d days by chance is %s', (days, level) => {
  expect(levelOf(days, defaultAlertRules)).toBe(level);
});

test('an alert says what it compares with and for how long, and never calls it unlikely', () => {
  const alert = {
    level: 'review' as const,
    name: 'Torget',
    category: { sv: 'Skadegörelse', en: 'Vandalism' },
    cases: 9,
    expected: 2.34,
    firstDay: '2026-11-12',
    lastDay: '2026-11-20',
    recurrenceDays: 200,
  };
  const { sv, en } = alertSentence(alert);
  expect(sv).toBe(
    'Skadegörelse vid Torget: 9 händelser 12–20 november 2026, där 2,3 var att vänta. Jämförelsen är platsens och dagarnas egna antal, med datumen omblandade. Så mycket väntas högst en gång på 200 dagar. Bör granskas av en människa innan något sägs.',
  );
  expect(en).not.toMatch(/unlikely|probab/);
});
