import { describe, expect, test } from '@jest/globals';
import { predictiveInterval } from './exact-test.js';
import { createRandom } from './random.js';
import { levelOfEachPart, weekParts } from './week-parts.js';

const empty = () => Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

describe('the parts of the week', () => {
  test('are 28 of six hours, in the order of the week, each with the sum of its hours', () => {
    const now = empty();
    now[4]![18] = 2;
    now[4]![23] = 1.5;
    now[5]![0] = 4;
    const parts = weekParts(now, empty(), { years: 0, level: 0.9 });
    expect(parts.map(({ weekday, from, to }) => [weekday, from, to])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [0, 6, 12, 18].map((from) => [day, from, from + 6])),
    );
    expect(parts.filter(({ count }) => count > 0).map(({ weekday, from, count }) => [weekday, from, count])).toEqual([
      [4, 18, 3.5],
      [5, 0, 4],
    ]);
    expect(parts.every(({ normal }) => normal === null)).toBe(true);
  });

  test('are usual within the limits of a year known from the earlier ones, at a level that all share', () => {
    const earlier = empty();
    earlier[0]![7] = 29.6;
    const [, morning] = weekParts(empty(), earlier, { years: 3, level: 0.9 });
    expect(levelOfEachPart(0.9)).toBeCloseTo(1 - 0.1 / 28, 15);
    expect(morning!.normal).toEqual({ expected: 29.6 / 3, ...predictiveInterval(30, 3, 1 - 0.1 / 28) });
  });

  test('are called more than usual in at most one quiet year of twenty', () => {
    const { next } = createRandom(3);
    const drawn = (events: number) => {
      const weights = empty();
      for (let event = 0; event < events; event++) weights[Math.floor(7 * next())]![Math.floor(24 * next())]!++;
      return weights;
    };
    let raised = 0;
    for (let town = 0; town < 400; town++) {
      const parts = weekParts(drawn(500), drawn(1500), { years: 3, level: 0.9 });
      if (parts.some(({ count, normal }) => count > normal!.high)) raised++;
    }
    // of 400, 5 percent is 20; more than 33 would be one try in a thousand
    expect(raised).toBeLessThanOrEqual(33);
  });
});
