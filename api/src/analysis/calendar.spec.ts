import { describe, expect, test } from '@jest/globals';
import {
  isoWeek,
  localDate,
  localTime,
  monthsOf,
  nightOf,
  sameWeeksOfEarlierYears,
  startOfDay,
  weeksOf,
} from './calendar.js';

const at = (text: string): number => Date.parse(text);

describe('the local clock', () => {
  test('shows half past two twice in the night when summer time ends', () => {
    for (const instant of ['2026-10-25T00:30Z', '2026-10-25T01:30Z']) {
      expect(localTime(at(instant))).toMatchObject({ weekday: 6, hour: 2, minute: 30 });
    }
  });

  test('skips the hour from two to three when summer time begins', () => {
    expect(localTime(at('2026-03-29T00:59Z')).hour).toBe(1);
    expect(localTime(at('2026-03-29T01:00Z')).hour).toBe(3);
  });

  test('begins the days of 23 and 25 hours at local midnight', () => {
    const lengthOf = (date: string): number => {
      const { day } = localTime(at(`${date}T10:00Z`));
      return (startOfDay(day + 1) - startOfDay(day)) / 3_600_000;
    };
    expect(['2026-03-29', '2026-10-25', '2026-06-01'].map(lengthOf)).toEqual([23, 25, 24]);
  });

  test('names the local date, which is not that of UTC late in the evening', () => {
    expect(localDate(at('2026-06-30T22:30Z'))).toBe('2026-07-01');
    expect(localDate(at('1969-12-31T23:30Z'))).toBe('1970-01-01');
  });

  test('counts the small hours to the night before', () => {
    expect(nightOf(at('2026-06-06T01:30+02:00'))).toBe('2026-06-05');
    expect(nightOf(at('2026-06-05T23:30+02:00'))).toBe('2026-06-05');
    expect(nightOf(at('2026-06-06T12:00+02:00'))).toBe('2026-06-06');
  });
});

describe('weeks and months', () => {
  test('give the first days of 2027 to week 53 of 2026', () => {
    expect(
      ['2026-12-31T12:00Z', '2027-01-03T12:00Z', '2027-01-04T12:00Z', '2024-12-30T12:00Z'].map((text) =>
        isoWeek(at(text)),
      ),
    ).toEqual(['2026-W53', '2026-W53', '2027-W01', '2025-W01']);
  });

  test('run from local Monday to local Monday, over the change of the clock too', () => {
    const weeks = weeksOf({ from: at('2026-03-25T12:00Z'), to: at('2026-04-02T00:00Z') });
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W13', '2026-W14']);
    expect(weeks.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([167, 168]);
  });

  test('touch every month of a period once', () => {
    const months = monthsOf({ from: at('2025-11-15T00:00Z'), to: at('2026-02-01T00:00Z') });
    expect(months.map(({ month }) => month)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });

  test('of an upside-down or endless period are none', () => {
    expect(weeksOf({ from: 5, to: 5 })).toEqual([]);
    expect(monthsOf({ from: 0, to: Infinity })).toEqual([]);
    expect(sameWeeksOfEarlierYears({ from: NaN, to: 1 }, 0)).toEqual([]);
  });
});

describe('the same weeks of earlier years', () => {
  test('move a month back by 52 weeks, so that Saturdays meet Saturdays', () => {
    const period = { from: at('2026-10-01T00:00+02:00'), to: at('2026-10-29T00:00+01:00') };
    const [first, second] = sameWeeksOfEarlierYears(period, at('2024-01-01T00:00Z'));
    expect([first, second].map((span) => localDate(span!.from))).toEqual(['2025-10-02', '2024-10-03']);
    expect(localTime(first!.from)).toMatchObject({ weekday: localTime(period.from).weekday, hour: 0 });
  });

  test('move a whole year by the calendar, so that it does not overlap itself', () => {
    const period = { from: at('2025-11-01T00:00+01:00'), to: at('2026-11-01T00:00+01:00') };
    const [year] = sameWeeksOfEarlierYears(period, at('2024-11-01T00:00+01:00'));
    expect(year).toEqual({ from: at('2024-11-01T00:00+01:00'), to: period.from });
  });

  test('are none before reports have covered one', () => {
    const period = { from: at('2025-11-01T00:00+01:00'), to: at('2026-11-01T00:00+01:00') };
    expect(sameWeeksOfEarlierYears(period, at('2024-11-02T00:00+01:00'))).toEqual([]);
    expect(sameWeeksOfEarlierYears(period, null)).toEqual([]);
  });
});
