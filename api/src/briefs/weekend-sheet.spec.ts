import { describe, expect, test } from '@jest/globals';
import { hotWindows, isWeekend } from './weekend-sheet.js';

const empty = () => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

describe('a weekend', () => {
  test.each([
    ['2026-11-20T15:59:00+01:00', false],
    ['2026-11-20T16:00:00+01:00', true],
    ['2026-11-22T12:00:00+01:00', true],
    ['2026-11-23T03:59:00+01:00', true],
    ['2026-11-23T04:00:00+01:00', false],
    ['2026-11-18T20:00:00+01:00', false],
  ])('runs from Friday 16 to Monday 04: %s %s', (instant, expected) => {
    expect(isWeekend(Date.parse(instant))).toBe(expected);
  });

  test('has at most three hot windows, none over another, the heaviest first', () => {
    const hours = empty();
    hours[4]![20] = 3;
    hours[4]![21] = 4;
    hours[5]![23] = 6;
    hours[6]![0] = 2;
    expect(hotWindows(hours)).toMatchObject([
      { weekday: 5, weight: 8 },
      { weekday: 4, weight: 7 },
    ]);
  });

  test('looks past midnight and leaves the week before Friday 16 out', () => {
    const hours = empty();
    hours[2]![20] = 50;
    hours[0]![1] = 2;
    expect(hotWindows(hours)).toMatchObject([{ weight: 2 }]);
    expect(hotWindows(empty())).toEqual([]);
  });
});
