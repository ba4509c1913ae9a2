import { describe, expect, test } from '@jest/globals';
import { feastName, freeDay } from './free-day.js';
import { instantOf, occurrences, type Rhythm } from './rhythm.js';
import { rhythmText } from './rhythm-words.js';

const days = (rhythm: Rhythm, firstOn: string, from: string, count = 4, lastOn: string | null = null) =>
  occurrences({ rhythm, firstOn, lastOn, from, count }, freeDay).map(({ day, movedFor }) =>
    movedFor === null ? day : `${day} (${movedFor})`,
  );

describe('the days of a series', () => {
  test('come every week, every other, and are counted from the first day', () => {
    const weekly = { every: 'week', weeks: 1, weekday: 2 } as const;
    expect(days(weekly, '2026-11-01', '2026-11-18')).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15']);
    const other = { every: 'week', weeks: 2, weekday: 2 } as const;
    expect(days(other, '2026-11-03', '2026-11-04', 3)).toEqual(['2026-11-17', '2026-12-01', '2026-12-15']);
  });

  test('come on the nth or the last weekday of a month or of a year', () => {
    const third = { every: 'month', months: 1, nth: 3, weekday: 3 } as const;
    expect(days(third, '2026-01-01', '2026-01-22', 3)).toEqual(['2026-02-18', '2026-03-18', '2026-04-15']);
    const last = { every: 'month', months: 3, nth: -1, weekday: 5 } as const;
    expect(days(last, '2026-01-01', '2026-01-01', 3)).toEqual(['2026-01-30', '2026-04-24', '2026-07-31']); // prettier-ignore
    const yearly = { every: 'year', month: 11, nth: 2, weekday: 2 } as const;
    expect(days(yearly, '2026-01-01', '2026-11-20', 2)).toEqual(['2027-11-09', '2028-11-14']);
  });

  test('move from a holiday to the next working day and say for what', () => {
    const fridays = { every: 'week', weeks: 1, weekday: 5 } as const;
    expect(days(fridays, '2026-01-01', '2026-12-18', 3)).toEqual([
      '2026-12-18',
      '2026-12-28 (juldagen)',
      '2027-01-04 (nyarsdagen)',
    ]);
    expect(feastName('juldagen', 'sv')).toBe('juldagen');
    expect(feastName(null, 'sv')).toBeNull();
  });

  test('end with the last day of the series, and a series may never meet', () => {
    const weekly = { every: 'week', weeks: 1, weekday: 2 } as const;
    expect(days(weekly, '2026-11-01', '2026-11-18', 4, '2026-12-02')).toEqual(['2026-11-24', '2026-12-01']);
    expect(days(weekly, '2026-11-04', '2026-11-04', 4, '2026-11-08')).toEqual([]);
  });

  test('begin at the clock on the wall, also where the clocks change', () => {
    expect(new Date(instantOf('2026-03-29', '08:30')).toISOString()).toBe('2026-03-29T06:30:00.000Z');
    expect(new Date(instantOf('2026-10-25', '08:30')).toISOString()).toBe('2026-10-25T07:30:00.000Z');
    expect(new Date(instantOf('2026-03-29', '02:30')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});

test.each<[Rhythm, string, string]>([
  [{ every: 'week', weeks: 1, weekday: 2 }, 'varje tisdag 08:30', 'every Tuesday 08:30'],
  [{ every: 'week', weeks: 2, weekday: 4 }, 'varannan torsdag 08:30', 'Thursday every 2 weeks 08:30'],
  [{ every: 'month', months: 1, nth: 2, weekday: 3 }, 'andra onsdagen varje månad 08:30', 'the second Wednesday of every month 08:30'],
  [{ every: 'month', months: 3, nth: -1, weekday: 5 }, 'sista fredagen var tredje månad 08:30', 'the last Friday every 3 months 08:30'],
  [{ every: 'year', month: 11, nth: 1, weekday: 2 }, 'första tisdagen i november varje år 08:30', 'the first Tuesday of November every year 08:30'],
])('a rhythm %j reads in words', (rhythm, sv, en) => {
  expect(rhythmText(rhythm, '08:30', 'sv')).toBe(sv);
  expect(rhythmText(rhythm, '08:30', 'en')).toBe(en);
}); // prettier-ignore
