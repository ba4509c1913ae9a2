import { describe, expect, test } from '@jest/globals';
import { hotTimes, hourOfWeekWeights } from './aoristic.js';

const at = (text: string): number => Date.parse(text);
const week = (): number[][] => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

describe('aoristic weights', () => {
  test('spread an event over its hours by the minute', () => {
    // Monday 20:30 to 23:00 local: 30, 60 and 60 of 150 minutes
    const { weights } = hourOfWeekWeights([{ from: at('2026-06-01T20:30+02:00'), to: at('2026-06-01T23:00+02:00') }]);
    expect(weights[0]!.slice(19, 24)).toEqual([
      0,
      expect.closeTo(0.2, 12),
      expect.closeTo(0.4, 12),
      expect.closeTo(0.4, 12),
      0,
    ]);
  });

  test('put an event without an end, of a minute, or that ends before it begins in its first hour', () => {
    const from = at('2026-06-07T23:59+02:00');
    const result = hourOfWeekWeights([
      { from, to: null },
      { from, to: from + 90_000 },
      { from, to: from - 3_600_000 },
    ]);
    expect(result.weights[6]![23]).toBe(3);
    expect(result.endedBeforeStart).toBe(1);
  });

  test('put a minute that runs over the full hour in the hour where it begins, two minutes in both', () => {
    const from = at('2026-06-01T10:59:30+02:00');
    expect(hourOfWeekWeights([{ from, to: from + 60_000 }]).weights[0]!.slice(10, 12)).toEqual([1, 0]);
    expect(hourOfWeekWeights([{ from, to: from + 120_000 }]).weights[0]!.slice(10, 12)).toEqual([0.25, 0.75]);
  });

  test('take an end that is no time as no end', () => {
    const from = at('2026-06-01T10:15+02:00');
    const { weights, spreadOverWeek } = hourOfWeekWeights([
      { from, to: Infinity },
      { from, to: NaN },
    ]);
    expect(weights[0]![10]).toBe(2);
    expect(spreadOverWeek).toBe(0);
  });

  test('follow the clock that is asked for, and Stockholm’s when none is', () => {
    const span = { from: at('2026-06-01T10:15Z'), to: null };
    expect(hourOfWeekWeights([span]).weights[0]![12]).toBe(1);
    expect(hourOfWeekWeights([span], 'UTC').weights[0]![10]).toBe(1);
  });

  test('spread an event of a week or more over all 168 hours', () => {
    const result = hourOfWeekWeights([{ from: at('2026-06-01T00:00Z'), to: at('2026-06-08T00:00Z') }]);
    expect(result.weights[3]![4]).toBeCloseTo(1 / 168, 15);
    expect(result.spreadOverWeek).toBe(1);
  });

  test('count the doubled hour twice and the missing hour not at all', () => {
    const autumn = hourOfWeekWeights([{ from: at('2026-10-25T00:00Z'), to: at('2026-10-25T02:00Z') }]);
    expect(autumn.weights[6]![2]).toBeCloseTo(1, 12);
    const spring = hourOfWeekWeights([{ from: at('2026-03-29T00:00Z'), to: at('2026-03-29T02:00Z') }]);
    expect([spring.weights[6]![1], spring.weights[6]![2], spring.weights[6]![3]]).toEqual([
      expect.closeTo(0.5, 12),
      0,
      expect.closeTo(0.5, 12),
    ]);
  });

  test('sum to the number of events and leave out those without a time', () => {
    const from = at('2026-02-03T03:17:21Z');
    const spans = [61_000, 3_600_000, 50_000_000, 500_000_000].map((length) => ({ from, to: from + length }));
    const result = hourOfWeekWeights([...spans, { from: NaN, to: null }]);
    expect(result.events).toBe(4);
    expect(result.weights.flat().reduce((sum, value) => sum + value, 0)).toBeCloseTo(4, 10);
  });
});

describe('hot times', () => {
  test('join two nights into one block past midnight', () => {
    const weights = week();
    for (const day of [4, 5]) {
      for (const hour of [20, 21, 22, 23]) weights[day]![hour] = 5;
      weights[day + 1]![0] = 5;
    }
    for (const day of weights) for (const hour of day.keys()) day[hour]! += 0.1;
    const [block] = hotTimes(weights);
    expect(block).toMatchObject({ weekdays: [4, 5], fromHour: 20, toHour: 25 });
    expect(block!.share).toBeCloseTo(51 / 66.8, 10);
  });

  test('find afternoons on school days beside weekend nights', () => {
    const weights = week();
    for (const day of [0, 1, 2, 3, 4]) for (const hour of [15, 16]) weights[day]![hour] = 4;
    for (const hour of [22, 23]) weights[5]![hour] = 12;
    const blocks = hotTimes(weights);
    expect(blocks.map(({ weekdays, fromHour, toHour }) => [weekdays, fromHour, toHour])).toEqual([
      [[0, 1, 2, 3, 4], 15, 17],
      [[5], 22, 24],
    ]);
  });

  test('say nothing about an even week or about few events', () => {
    expect(hotTimes(week().map((day) => day.map(() => 1)))).toEqual([]);
    const few = week();
    few[2]![12] = 9;
    expect(hotTimes(few)).toEqual([]);
    expect(hotTimes([])).toEqual([]);
  });

  test('follow one night from Friday into Saturday, and from Sunday into Monday', () => {
    for (const day of [4, 6]) {
      const weights = week();
      weights[day]![22] = weights[day]![23] = 5;
      weights[(day + 1) % 7]![0] = weights[(day + 1) % 7]![1] = 5;
      expect(hotTimes(weights)).toEqual([
        { weekdays: [day], fromHour: 22, toHour: 26, share: 1, timesAverage: expect.closeTo(168 / 4, 10) },
      ]);
    }
  });

  test('of every day at lunch are one block of seven days from Monday', () => {
    const weights = week();
    for (const day of weights) day[12] = day[13] = 3;
    expect(hotTimes(weights)).toEqual([
      {
        weekdays: [0, 1, 2, 3, 4, 5, 6],
        fromHour: 12,
        toHour: 14,
        share: expect.closeTo(1, 12),
        timesAverage: expect.closeTo(12, 10),
      },
    ]);
  });

  test('are told from ten events on, and reach over twelve hours', () => {
    const weights = week();
    for (let hour = 6; hour < 18; hour++) weights[2]![hour] = 10 / 12;
    weights[2]![17]! += 1e-9;
    expect(hotTimes(weights)).toMatchObject([{ weekdays: [2], fromHour: 6, toHour: 18 }]);
    const exactlyTen = week();
    exactlyTen[2]![12] = 10;
    expect(hotTimes(exactlyTen)).toMatchObject([{ share: 1 }]);
  });

  test('are three blocks at most', () => {
    const weights = week();
    for (const [day, hour] of [
      [1, 1],
      [1, 13],
      [3, 7],
      [5, 19],
    ] as const)
      weights[day]![hour] = weights[day]![hour + 1] = 6;
    expect(hotTimes(weights)).toMatchObject([{ share: 0.25 }, { share: 0.25 }, { share: 0.25 }]);
  });

  test('need fifteen per cent of the events and one and a half times the average', () => {
    const dense = week().map((day) => day.map(() => 1));
    dense[3]![20] = dense[3]![21] = 6;
    expect(hotTimes(dense)).toEqual([]);
    const mild = week().map((day) => day.map((_, hour) => (hour >= 8 && hour < 20 ? 1.3 : 1)));
    expect(hotTimes(mild)).toEqual([]);
  });
});
