import { describe, expect, test } from '@jest/globals';
import { roomForMarks } from './mark-room.js';

type Point = readonly [number, number];

/** The same, every point against every earlier one. */
const slowly = (points: readonly Point[], spacing: number) =>
  points.map(([x, y], at) => (points.slice(0, at).some(([a, b]) => Math.hypot(a - x, b - y) < spacing) ? 0 : 1));

describe('room for marks', () => {
  test('is what comparing each point with every earlier one says, in crowds and on negative ground', () => {
    let seed = 3;
    const draw = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31 - 0.5;
    for (const spread of [30, 300, 3000]) {
      const points = Array.from({ length: 400 }, (): Point => [draw() * spread, draw() * spread]);
      expect([...roomForMarks(points, 16)]).toEqual(slowly(points, 16));
    }
  });

  test('the first of those on one spot has it, and so near as the spacing is enough', () => {
    expect([...roomForMarks([[5, 5], [5, 5], [21, 5], [36.9, 5]], 16)]).toEqual([1, 0, 1, 0]); // prettier-ignore
    expect([...roomForMarks([], 16)]).toEqual([]);
  });

  test('depends on the surroundings only: far points change nothing', () => {
    const near: Point[] = [[0, 0], [10, 0], [20, 0]]; // prettier-ignore
    const far = Array.from({ length: 50 }, (_, at): Point => [1000 + at, 0]);
    expect([...roomForMarks([...far, ...near], 16)].slice(-3)).toEqual([...roomForMarks(near, 16)]);
  });

  test('ten thousand on one spot are no hindrance', () => {
    const room = roomForMarks(Array.from({ length: 10_000 }, (): Point => [1, 1]), 16); // prettier-ignore
    expect(room.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});
