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
});
