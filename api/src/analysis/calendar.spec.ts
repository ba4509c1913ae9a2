import { describe, expect, test } from '@jest/globals';
import {
  isInstant,
  isoWeek,
  isPeriod,
  localDate,
  localTime,
  monthOf,
  monthsOf,
  nightOf,
  sameWeeksOfEarlierYears,
  startOfDay,
  weeksOf,
} from './calendar.js';

const at = (text: string): number => Date.parse(text);
/** As the machine's own calendar has it: what clocks showed before there were zones is a matter of its tables. */
const hourOnTheWall = (instant: number): number =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone: 'Europe/Stockholm' }).format(instant));

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

  test('is that of Stockholm unless UTC is asked for', () => {
    const instant = at('2026-06-30T22:30Z');
    expect(localTime(instant)).toEqual(localTime(instant, 'Europe/Stockholm'));
    expect(localTime(instant, 'UTC')).toEqual({
      ...localTime(instant),
      day: localTime(instant).day - 1,
      weekday: 1,
      hour: 22,
    });
  });

  test('reads the same in whatever order the years are asked for, to the very moment of the change', () => {
    const change = at('2026-03-29T01:00Z');
    for (const [instant, hour] of [
      [change, 3],
      [change - 1, 1],
      [at('2026-10-25T01:00Z'), 2],
      [at('2026-10-25T01:00Z') - 1, 2],
      [change, 3],
      [at('2031-07-01T12:00Z'), 14],
      [change - 1, 1],
      [at('1800-01-01T12:00Z'), hourOnTheWall(at('1800-01-01T12:00Z'))],
      [at('2031-01-01T12:00Z'), 13],
    ] as const)
      expect(localTime(instant).hour).toBe(hour);
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

  test('end where a period ends at midnight, and begin the next with the one after', () => {
    const monday = at('2026-03-30T00:00+02:00');
    expect(weeksOf({ from: at('2026-03-25T12:00Z'), to: monday }).map(({ week }) => week)).toEqual(['2026-W13']);
    expect(weeksOf({ from: at('2026-03-25T12:00Z'), to: monday + 1 })).toHaveLength(2);
    const first = at('2026-02-01T00:00+01:00');
    const months = monthsOf({ from: at('2025-12-31T23:30Z'), to: first });
    expect(months).toEqual([{ from: at('2026-01-01T00:00+01:00'), to: first, month: '2026-01' }]);
    expect(monthsOf({ from: first - 1, to: first + 1 }).map(({ to }) => to)).toEqual([
      first,
      at('2026-03-01T00:00+01:00'),
    ]);
    expect(monthOf(first - 1)).toBe('2026-01');
  });

  test('know what an instant and a period are', () => {
    expect([8.64e15, -8.64e15, 8.64e15 + 1, NaN, Infinity].map(isInstant)).toEqual([true, true, false, false, false]);
    expect(isPeriod({ from: 1, to: 2 })).toBe(true);
    expect(
      [
        { from: 2, to: 2 },
        { from: NaN, to: 2 },
        { from: 1, to: Infinity },
      ].map(isPeriod),
    ).toEqual([false, false, false]);
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

  test('of 350 days are moved by weeks and of more by the calendar, at most a hundred times', () => {
    const from = at('2026-01-01T00:00+01:00');
    const day = 86_400_000;
    const [short] = sameWeeksOfEarlierYears({ from, to: from + 350 * day }, 0);
    const [long] = sameWeeksOfEarlierYears({ from, to: from + 350 * day + 1 }, 0);
    expect([localDate(short!.from), localDate(long!.from)]).toEqual(['2025-01-02', '2025-01-01']);
    expect(sameWeeksOfEarlierYears({ from, to: from + day }, at('1000-01-01T00:00Z'))).toHaveLength(100);
  });

  test('are none before reports have covered one', () => {
    const period = { from: at('2025-11-01T00:00+01:00'), to: at('2026-11-01T00:00+01:00') };
    expect(sameWeeksOfEarlierYears(period, at('2024-11-02T00:00+01:00'))).toEqual([]);
    expect(sameWeeksOfEarlierYears(period, null)).toEqual([]);
  });
});
