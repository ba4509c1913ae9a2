import { describe, expect, test } from '@jest/globals';
import { readPeriod } from '../situation/period.js';
import { rankedBy, suggestedNeed } from './area-need.js';

const usual = (status: 'more' | 'as-usual' | 'fewer' | 'first-year' | 'too-few') => ({ status, low: 20, high: 31 });

describe('the need that is suggested of an area', () => {
  test('is great where there is more than usual, with the figures in the reason', () => {
    expect(suggestedNeed({ count: 42, usual: usual('more') }, 40, 'sv')).toEqual({
      need: 3,
      reason: '42 händelser, fler än vanligt (20–31).',
    });
  });

  test('is great where most happens though it is as usual, some in between, small where little happens', () => {
    const of = (count: number) => suggestedNeed({ count, usual: usual('as-usual') }, 30, 'sv');
    expect(of(60)).toEqual({ need: 3, reason: '60 händelser, som vanligt (20–31), minst dubbelt så många som områdena i snitt.' }); // prettier-ignore
    expect(of(30).need).toBe(2);
    expect(of(14)).toEqual({ need: 1, reason: '14 händelser, som vanligt (20–31), mindre än hälften så många som områdena i snitt.' }); // prettier-ignore
  });

  test('sinks where there is less than usual, but not to nothing where most happens', () => {
    expect(suggestedNeed({ count: 15, usual: usual('fewer') }, 30, 'en')).toEqual({ need: 1, reason: '15 incidents, fewer than usual (20–31).' }); // prettier-ignore
    expect(suggestedNeed({ count: 90, usual: usual('fewer') }, 30, 'sv').need).toBe(2);
  });

  test('is not said of so few events, whatever they are compared with', () => {
    for (const status of ['more', 'as-usual', 'first-year', 'too-few'] as const)
      expect(suggestedNeed({ count: 9, usual: usual(status) }, 2, 'sv').need).toBeNull();
    expect(suggestedNeed({ count: 1, usual: usual('too-few') }, 2, 'sv').reason).toBe('1 händelse: för få för ett förslag.'); // prettier-ignore
  });

  test('goes by the areas alone in the first year', () => {
    expect(suggestedNeed({ count: 50, usual: usual('first-year') }, 20, 'sv').need).toBe(3);
    expect(suggestedNeed({ count: 20, usual: usual('first-year') }, 20, 'sv')).toEqual({ need: 2, reason: '20 händelser.' }); // prettier-ignore
  });
});

describe('a ranking goes by the figures', () => {
  const of = (text: string, now: string) => rankedBy(readPeriod(text)!, Date.parse(now)).text;

  test('of its own tertial when that has run for four weeks, also one that is over', () => {
    expect(of('2026-T3', '2026-11-21T12:00:00Z')).toBe('2026-T3');
    expect(of('2026-T1', '2026-11-21T12:00:00Z')).toBe('2026-T1');
  });

  test('of the one before while it is new, and of the latest there is when it has not begun', () => {
    expect(of('2026-T3', '2026-09-10T12:00:00Z')).toBe('2026-T2');
    expect(of('2027-T1', '2026-11-21T12:00:00Z')).toBe('2026-T3');
    expect(of('2027-T1', '2027-01-05T12:00:00Z')).toBe('2026-T3');
  });
});
