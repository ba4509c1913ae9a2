import { describe, expect, test } from '@jest/globals';
import { atOnce } from '../analysis/parts.js';
import { millisecondsPerDay, startOfDay } from '../analysis/calendar.js';
import { besides, countedPart, periodAt, readPeriod, weeksWithin } from './period.js';
import { hoursOf, repeatPlaces } from './period-detail.js';
import { periodName, periodWhen } from './period-words.js';
import type { PlacedEvent, SituationEvent } from './situation.js';
import { type SituationInput, situationFigures as counted } from './situation-figures.js';

const situationFigures = (input: SituationInput) => atOnce(counted(input));

const noon = (date: string) => startOfDay(Date.parse(date) / millisecondsPerDay) + 12 * 3_600_000;
const days = (text: string) => {
  const { firstDay, lastDay } = readPeriod(text)!;
  return [firstDay, lastDay];
};

describe('A period', () => {
  test('is a week, a month, a tertial or a year by its text', () => {
    expect(days('2026-W53')).toEqual(['2026-12-28', '2027-01-03']);
    expect(days('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
    expect(days('2028-02')).toEqual(['2028-02-01', '2028-02-29']);
    expect(days('2026-T3')).toEqual(['2026-09-01', '2026-12-31']);
    expect(days('2026')).toEqual(['2026-01-01', '2026-12-31']);
    expect(readPeriod('2026')).toMatchObject({ kind: 'year', number: 2026, year: 2026 });
  });

  test('that does not exist is none', () => {
    for (const text of [
      '2026-W60',
      '2025-W53',
      '2026-13',
      '2026-00',
      '2026-T4',
      '2026-T0',
      '2026-T03',
      '2026-1',
      '1826',
      '26',
      '',
    ])
      expect(readPeriod(text)).toBeNull();
  });

  test('is an hour short or long where the clock changes', () => {
    const hours = (text: string) => {
      const { from, to } = readPeriod(text)!;
      return (to - from) / 3_600_000;
    };
    expect([hours('2026-W13'), hours('2026-W43')]).toEqual([167, 169]);
    expect([hours('2026-03'), hours('2026-10')]).toEqual([31 * 24 - 1, 31 * 24 + 1]);
    expect(hours('2026')).toBe(365 * 24);
  });

  test('has neighbours of its own kind, over the turn of the year too', () => {
    const neighbours = (text: string) => [besides(readPeriod(text)!, -1).text, besides(readPeriod(text)!, 1).text];
    expect(neighbours('2026-W53')).toEqual(['2026-W52', '2027-W01']);
    expect(neighbours('2026-12')).toEqual(['2026-11', '2027-01']);
    expect(neighbours('2026-T1')).toEqual(['2025-T3', '2026-T2']);
    expect(neighbours('2026')).toEqual(['2025', '2027']);
    expect(periodAt('tertial', noon('2026-08-31')).text).toBe('2026-T2');
  });

  test('holds the weeks that it touches and that have begun', () => {
    expect(weeksWithin(readPeriod('2026-02')!, noon('2026-12-01')).map(({ number }) => number)).toEqual([
      5, 6, 7, 8, 9,
    ]);
    expect(weeksWithin(readPeriod('2026-11')!, noon('2026-11-10')).map(({ number }) => number)).toEqual([44, 45, 46]);
    expect(weeksWithin(readPeriod('2026')!, noon('2027-02-01'))).toHaveLength(53);
  });

  test('is named and said in both languages', () => {
    expect(['2026-W47', '2026-11', '2026-T3', '2026'].map((text) => periodName(readPeriod(text)!, 'sv'))).toEqual(['vecka 47', 'november 2026', 'tertial 3 2026', '2026']); // prettier-ignore
    expect(periodWhen(readPeriod('2026-11')!)).toEqual({ sv: 'i november 2026', en: 'in November 2026' });
  });
});

const event = (date: string): SituationEvent => ({
  from: noon(date),
  category: 'SKAD',
  source: 'school',
  area: 'centre',
  placed: true,
  outside: false,
});

describe('The figures of a longer period', () => {
  const figures = (text: string, dates: readonly string[], now = '2027-02-01') =>
    situationFigures({
      events: dates.map(event),
      period: readPeriod(text)!,
      historyFrom: noon('2023-01-02'),
      areas: ['centre'],
      now: noon(now),
    });

  test('compare with the same weeks of every earlier year', () => {
    // November 2026 moved back by 52 weeks: 2 November to 1 December 2025; by 104: 3 November to 2 December 2024.
    const dates = [
      '2025-11-02',
      '2025-12-01',
      '2024-11-03',
      '2024-12-02',
      '2023-11-05',
      ...Array<string>(7).fill('2026-11-30'),
    ];
    const { count, usual, years } = figures('2026-11', dates);
    expect({ count, years, expected: usual.expected }).toEqual({ count: 7, years: 3, expected: 5 / 3 });
  });

  test('of one that is not over stop at today, now and in the earlier years', () => {
    const dates = [...Array<string>(8).fill('2026-11-05'), ...Array<string>(6).fill('2025-11-06'), '2025-11-25'];
    const { count, countedTo, running, usual } = figures('2026-11', dates, '2026-11-10');
    expect({ count, countedTo, running }).toEqual({ count: 8, countedTo: '2026-11-10', running: true });
    expect(usual.expected).toBe(2);
    expect(countedPart(readPeriod('2026-11')!, noon('2026-11-10')).to).toBe(startOfDay(Date.parse('2026-11-11') / millisecondsPerDay)); // prettier-ignore
  });

  test('say nothing of what is usual in the first year', () => {
    const events = [event('2026-05-01')];
    const { usual } = situationFigures({ events, period: readPeriod('2026')!, historyFrom: noon('2026-04-01'), areas: [], now: noon('2027-01-10') }); // prettier-ignore
    expect(usual.status).toBe('first-year');
  });
});

const placed = (date: string, x: number, y: number, more: Partial<PlacedEvent> = {}): PlacedEvent => ({
  from: noon(date),
  to: null,
  x,
  y,
  outside: false,
  exact: true,
  ...more,
});

describe('The places of a period', () => {
  const span = readPeriod('2026-11')!;

  test('repeat with three events on two dates within a square, and only with what is known exactly', () => {
    const square = [placed('2026-11-02', 110, 210), placed('2026-11-02', 120, 220), placed('2026-11-09', 199, 299)];
    expect(repeatPlaces(square, span)).toEqual([{ x: 150, y: 250, count: 3, dates: 2 }]);
    expect(repeatPlaces([...square.slice(0, 2), placed('2026-11-09', 201, 299)], span)).toEqual([]);
    expect(repeatPlaces([...square.slice(0, 2), placed('2026-11-02', 130, 230)], span)).toEqual([]);
    expect(repeatPlaces([...square.slice(0, 2), placed('2026-11-09', 130, 230, { exact: false })], span)).toEqual([]);
    expect(repeatPlaces([...square.slice(0, 2), placed('2026-12-01', 130, 230)], span)).toEqual([]);
  });

  test('share an interval over midnight between two days', () => {
    const at = startOfDay(Date.parse('2026-11-02') / millisecondsPerDay) + 23 * 3_600_000;
    const hours = hoursOf([placed('2026-11-02', 0, 0, { from: at, to: at + 2 * 3_600_000 })], span);
    expect([hours[0]![23], hours[1]![0]]).toEqual([0.5, 0.5]);
  });
});
