import { expect, test } from '@jest/globals';
import { dateOfDay } from '../analysis/calendar.js';
import type { AnalysedEvent } from '../analysis/hygiene.js';
import { besidesHomes, dayBefore, latestNight } from './night.js';

test.each([
  ['2026-11-21T02:29:00Z', '2026-11-20'],
  ['2026-11-21T02:30:00Z', '2026-11-21'],
  ['2026-07-01T01:29:00Z', '2026-06-30'],
  ['2026-07-01T01:30:00Z', '2026-07-01'],
  // the hour from two to three does not exist on this night, and comes twice on the next
  ['2026-03-29T01:30:00Z', '2026-03-29'],
  ['2026-10-25T02:29:00Z', '2026-10-24'],
])('at %s the latest night is that of %s', (now, night) => {
  expect(latestNight(Date.parse(now))).toBe(night);
});

test('a night looks at reports up to and with the day before', () => {
  expect(dateOfDay(dayBefore('2026-03-01'))).toBe('2026-02-28');
});

test('a gathering at one home is not told of; one where a street joins in is', () => {
  const at = (x: number, dwelling: boolean) => ({ x, y: 0, dwelling }) as AnalysedEvent;
  const events = [at(0, true), at(1, true), at(0, true), at(60, false)];
  const found = [{ rows: [0, 1, 2] }, { rows: [0, 1, 3] }, { rows: [0, 3] }];
  expect(besidesHomes(found, events)).toEqual([{ rows: [0, 1, 3] }, { rows: [0, 3] }]);
});
