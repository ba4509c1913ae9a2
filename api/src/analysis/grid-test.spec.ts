import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../geo/grid.js';
import { cellsInArea, cellsNear, countInMask, exactWindows } from './grid-test.js';
import { giStar, neededPerWindow, whetherGiStarHolds } from './gi-star.js';
import { neighboursWithin, windowNeighbours } from './neighbours.js';
import { createRandom } from './random.js';

const square = (side: number): Cell[] =>
  Array.from({ length: side * side }, (_, at) => ({ column: at % side, row: Math.floor(at / side) }));
const eventsIn = (cells: readonly Cell[]) => ({
  x: Float64Array.from(cells, ({ column }) => column * 100 + 50),
  y: Float64Array.from(cells, ({ row }) => row * 100 + 50),
});
const countsOf = (cells: readonly Cell[], mask: readonly Cell[]) => {
  const { x, y } = eventsIn(cells);
  return countInMask(x, y, { cells: mask, cellMetres: 100 });
};
const even = (side: number, each: number): Cell[] =>
  square(side).flatMap((cell) => Array.from({ length: each }, () => cell));

describe('the cells of a study area', () => {
  test('are those whose middle lies in it', () => {
    const area = [
      [
        [
          [0, 0],
          [300, 0],
          [300, 140],
          [0, 140],
          [0, 0],
        ] as const,
      ],
    ];
    expect(cellsInArea(area, 100)).toEqual([0, 1, 2].map((column) => ({ column, row: 0 })));
    expect(cellsInArea([], 100)).toEqual([]);
    expect(cellsInArea(area, 0)).toEqual([]);
  });

  test('without a built-up area are those near an address of the register', () => {
    const cells = cellsNear(Float64Array.of(50, NaN), Float64Array.of(50, 0), { cellMetres: 100, reachMetres: 100 });
    expect(cells).toHaveLength(5);
    expect(cells).toContainEqual({ column: -1, row: 0 });
  });
});

describe('exact windows', () => {
  test('find the place where forty of 240 events lie, and only windows that hold it', () => {
    const spot = Array.from({ length: 40 }, () => ({ column: 5, row: 5 }));
    const result = exactWindows(countsOf([...even(10, 2), ...spot], square(10)));
    expect(result.status).toBe('tested');
    expect(result.dense.length).toBeGreaterThan(0);
    for (const cell of result.dense) {
      expect(Math.abs((cell % 10) - 5)).toBeLessThanOrEqual(1);
      expect(Math.abs(Math.floor(cell / 10) - 5)).toBeLessThanOrEqual(1);
    }
  });

  test('call nothing dense where every cell has the same', () => {
    expect(exactWindows(countsOf(even(10, 3), square(10))).dense).toEqual([]);
  });

  test('on random maps are wrong on at most 5 of 100, where corrected Gi* is wrong on half', () => {
    const random = createRandom(7);
    const mask = square(30);
    const neighbours = windowNeighbours(
      mask.map(({ column }) => column),
      mask.map(({ row }) => row),
    );
    let [exact, scores] = [0, 0];
    for (let map = 0; map < 100; map++) {
      const counts = countsOf(
        Array.from({ length: 150 }, () => mask[random.integer(900)]!),
        mask,
      );
      if (exactWindows(counts).dense.length > 0) exact++;
      const { z, adjustedP } = giStar(counts.counts, neighbours);
      if (adjustedP.some((p, cell) => p < 0.05 && z[cell]! > 0)) scores++;
    }
    expect(exact).toBeLessThanOrEqual(5);
    expect(scores).toBeGreaterThan(50);
  });

  test('follow a baseline: what it explains is not dense', () => {
    const spot = Array.from({ length: 40 }, () => ({ column: 5, row: 5 }));
    const counts = countsOf([...even(10, 2), ...spot], square(10));
    const baseline = Float64Array.from(counts.counts);
    const result = exactWindows(counts, { baseline });
    expect(result.dense).toEqual([]);
    expect(result.parameters.comparison).toBe('baseline');
  });

  test('say why nothing is tested, in both languages', () => {
    const answers = [
      exactWindows(countsOf([], [])),
      exactWindows(countsOf(even(3, 1), square(3))),
      exactWindows(countsOf(even(10, 3), square(10)), { baseline: new Float64Array(100) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(['no-mask', 'too-few', 'no-baseline']);
    for (const { sentence, dense } of answers) {
      expect(dense).toEqual([]);
      expect(sentence.sv).not.toBe(sentence.en);
    }
  });

  test('count what lies outside and what has no place, and move nothing in', () => {
    const counts = countInMask(Float64Array.of(50, 5000, NaN), Float64Array.of(50, 50, 1), {
      cells: square(2),
      cellMetres: 100,
    });
    expect(counts).toMatchObject({ total: 1, outside: 1, withoutPlace: 1 });
  });

  test('never give a p outside [0, 1], and give the same for any order and place on the map', () => {
    const cell = fc.record({ column: fc.integer({ min: 0, max: 7 }), row: fc.integer({ min: 0, max: 7 }) });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 30, maxLength: 80 }),
        fc.integer({ min: -50, max: 50 }),
        (cells, shift) => {
          const own = exactWindows(countsOf(cells, square(8)));
          const other = exactWindows(
            countsOf(
              cells.toReversed().map(({ column, row }) => ({ column: column + shift, row: row - shift })),
              square(8).map(({ column, row }) => ({ column: column + shift, row: row - shift })),
            ),
          );
          expect([...other.p]).toEqual([...own.p]);
          for (const p of own.p) expect(p >= 0 && p <= 1).toBe(true);
          expect(own.expected.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('Gi*', () => {
  test('is that of esda’s docstring', () => {
    const neighbours = neighboursWithin([10, 20, 40, 15, 30, 30], [10, 10, 10, 20, 20, 30], 15);
    const { z } = giStar([2, 3, 3.2, 5, 8, 7], neighbours);
    const printed = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
    z.forEach((score, at) => expect(score).toBeCloseTo(printed[at]!, 8));
  });

  test('is 0 with p 1 where all values are alike, for one cell and for none', () => {
    const neighbours = windowNeighbours([0, 1, 2], [0, 0, 0]);
    expect([...giStar([4, 4, 4], neighbours).z]).toEqual([0, 0, 0]);
    expect([...giStar([4, NaN, 4], neighbours).p].every(Number.isFinite)).toBe(true);
    expect([...giStar([9], windowNeighbours([3], [3])).p]).toEqual([1]);
    expect(giStar([], windowNeighbours([], []))).toMatchObject({ cells: 0, mean: 0, meanWindowSum: 0 });
  });

  test('is offered only where the mean window holds fifty events, and otherwise says why', () => {
    const figures = { cells: 100, total: 1000 };
    expect(whetherGiStarHolds({ ...figures, meanWindowSum: neededPerWindow }).offered).toBe(true);
    const few = whetherGiStarHolds({ ...figures, meanWindowSum: 6.1 });
    expect(few).toMatchObject({ offered: false, reason: 'too-few-per-window', needed: 50 });
    expect(!few.offered && few.sentence.sv).toContain('6,1 händelser');
    expect(whetherGiStarHolds({ cells: 0, total: 0, meanWindowSum: 0 })).toMatchObject({ reason: 'no-cells' });
    expect(whetherGiStarHolds({ cells: 9, total: 0, meanWindowSum: 0 })).toMatchObject({ reason: 'no-events' });
  });
});

describe('neighbours', () => {
  test('in a window are the cells around and the cell itself, as far as they are in the mask', () => {
    const { start, others } = windowNeighbours([0, 1, 5], [0, 1, 0]);
    expect([...start]).toEqual([0, 2, 4, 5]);
    expect([...others]).toEqual([0, 1, 0, 1, 2]);
  });

  test('within a distance are the same as by trying every pair', () => {
    const point = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 25 }), fc.integer({ min: 1, max: 30 }), (points, reach) => {
        const [x, y] = [points.map(([a]) => a), points.map(([, b]) => b)];
        const { start, others } = neighboursWithin(x, y, reach);
        points.forEach(([px, py], at) => {
          const near = points.flatMap(([qx, qy], other) =>
            (px - qx) ** 2 + (py - qy) ** 2 <= reach * reach ? [other] : [],
          );
          expect([...others.subarray(start[at]!, start[at + 1]!)]).toEqual(near);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('of a place without coordinates, or with no distance, are itself alone', () => {
    expect([...neighboursWithin([NaN, 0], [0, 0], 10).others]).toEqual([0, 1]);
    expect([...neighboursWithin([0, 0], [0, 0], 0).others]).toEqual([0, 1]);
  });
});
