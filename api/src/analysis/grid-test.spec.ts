import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../geo/grid.js';
import { binomialUpperTail } from './exact-test.js';
import { cellsInArea, cellsNear, countInMask, exactWindows } from './grid-test.js';
import { giStar, neededPerWindow, whetherGiStarHolds, windowSum } from './gi-star.js';
import { neighboursWithin, windowNeighbours } from './neighbours.js';
import { twoSidedNormal } from './normal.js';
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

  test('reach to the last row and column, and are none for cells without a size', () => {
    const corners = [
      [130, 130],
      [280, 130],
      [280, 260],
      [130, 260],
      [130, 130],
    ] as const;
    expect(cellsInArea([[[...corners]]], 100)).toEqual([
      { column: 1, row: 1 },
      { column: 2, row: 1 },
      { column: 1, row: 2 },
      { column: 2, row: 2 },
    ]);
    for (const cellMetres of [0, -100, NaN]) expect(cellsInArea([[[...corners]]], cellMetres)).toEqual([]);
  });

  test('without a built-up area are those near an address of the register', () => {
    const cells = cellsNear(Float64Array.of(50, NaN), Float64Array.of(50, 0), { cellMetres: 100, reachMetres: 100 });
    expect(cells).toHaveLength(5);
    expect(cells).toContainEqual({ column: -1, row: 0 });
    expect(cellsNear(Float64Array.of(50), Float64Array.of(NaN), { cellMetres: 100 })).toEqual([]);
    expect(cellsNear(Float64Array.of(50), Float64Array.of(50), { cellMetres: 0 })).toEqual([]);
  });

  test('reach 200 m when nothing else is asked for, each cell once and row by row', () => {
    const cells = cellsNear(Float64Array.of(50, 50, 90), Float64Array.of(50, 50, 50), { cellMetres: 100 });
    // middles within 200 m of (50, 50): 1 + 3 + 5 + 3 + 1; the third address adds (2, 1) and (2, -1)
    expect(cells).toHaveLength(15);
    expect(cells[0]).toEqual({ column: 0, row: -2 });
    expect(cells.at(-1)).toEqual({ column: 0, row: 2 });
    const small = cellsNear(Float64Array.of(5), Float64Array.of(99), { cellMetres: 100, reachMetres: 70 });
    expect(small).toEqual(
      [
        { column: 0, row: 0 },
        { column: 0, row: 1 },
        { column: -1, row: 0 },
        { column: -1, row: 1 },
      ]
        .filter(({ column, row }) => Math.hypot(column * 100 + 45, row * 100 - 49) <= 70)
        .sort((a, b) => a.row - b.row || a.column - b.column),
    );
  });
});

describe('exact windows', () => {
  test('have the binomial tail of their sum under their share of the mask', () => {
    const mask = square(4);
    const counts = countsOf([...even(4, 2), { column: 0, row: 0 }, { column: 0, row: 0 }], mask);
    const result = exactWindows(counts);
    expect(Array.from(result.windowCells.subarray(0, 6))).toEqual([4, 6, 6, 4, 6, 9]);
    expect([result.sums[0], result.sums[5], result.sums[15]]).toEqual([10, 20, 8]);
    expect(result.expected[0]).toBeCloseTo((34 * 4) / 16, 12);
    expect(result.expected[5]).toBeCloseTo((34 * 9) / 16, 12);
    expect(result.p[0]).toBeCloseTo(binomialUpperTail(10, 34, 4 / 16), 12);
    expect(result.p[5]).toBeCloseTo(binomialUpperTail(20, 34, 9 / 16), 12);
    expect(result.parameters).toEqual({
      cellMetres: 100,
      windowMetres: 300,
      level: 0.05,
      windows: 16,
      events: 34,
      outside: 0,
      withoutPlace: 0,
      comparison: 'even-spread',
    });
    expect(result.sentence).toEqual({
      sv: '0 av 16 fönster är tätare än jämförelsen ger, med högst 5 % väntat fel bland de utpekade.',
      en: '0 of 16 windows are denser than the comparison gives, with at most 5 % expected to be wrong.',
    });
    const narrow = exactWindows(counts, { reach: 0, level: 0.125 });
    expect(narrow.parameters).toMatchObject({ windowMetres: 100, level: 0.125 });
    expect(narrow.sums[0]).toBe(4);
    expect(narrow.sentence.sv).toContain('högst 12,5 %');
  });

  test('are all dense at a level of 1, and those that hold everything are never surprising', () => {
    const counts = countsOf(even(2, 10), square(2));
    const result = exactWindows({ ...counts, total: 40 }, { level: 1 });
    expect(result.dense).toEqual([0, 1, 2, 3]);
    expect([...result.p]).toEqual([1, 1, 1, 1]);
  });

  test('where the baseline expects nothing and something happened are certain', () => {
    const counts = countsOf(
      Array.from({ length: 30 }, (_, at) => ({ column: at < 3 ? 0 : 9, row: 0 })),
      square(10),
    );
    const baseline = Float64Array.from(square(10), ({ column }) => (column > 4 ? 1 : 0));
    const result = exactWindows(counts, { baseline });
    expect(result.p[0]).toBe(0);
    expect(result.dense).toContain(0);
    expect(result.expected[0]).toBe(0);
    // nothing happened there either: no claim
    expect(result.p[33]).toBe(1);
  });

  test('take weights that are none as nothing', () => {
    const counts = countsOf(even(6, 1), square(6));
    const broken = Float64Array.from(square(6), (_, at) => [1, NaN, -5, Infinity][at % 4]!);
    const clean = Float64Array.from(square(6), (_, at) => (at % 4 === 0 ? 1 : 0));
    expect(exactWindows(counts, { baseline: broken })).toEqual(exactWindows(counts, { baseline: clean }));
    expect(exactWindows(counts, { baseline: Float64Array.of(1) }).expected[0]).toBe(36);
  });

  test('are tested from thirty events on', () => {
    const mask = square(6);
    const some = (count: number) => exactWindows(countsOf(mask.slice(0, count), mask));
    expect(some(30).status).toBe('tested');
    const few = some(29);
    expect(few.status).toBe('too-few');
    expect([...few.p]).toEqual(mask.map(() => 1));
    expect(few.sentence).toEqual({
      sv: '29 händelser är för få för ett test; de visas som en lista.',
      en: '29 events are too few for a test; they are shown as a list.',
    });
    expect(exactWindows(countsOf([], [])).sentence).toEqual({
      sv: 'Ingen tätortsyta är inläst, så platserna rangordnas men inget påstås.',
      en: 'No built-up area is loaded, so places are ranked and nothing is claimed.',
    });
    expect(exactWindows(countsOf(mask, mask), { baseline: new Float64Array(36) }).sentence).toEqual({
      sv: 'Jämförelsen saknar vikter inom området, så inget påstås.',
      en: 'The comparison has no weights inside the area, so nothing is claimed.',
    });
  });

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
  }, 60_000);

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

  test('tells what it reckoned with', () => {
    const neighbours = neighboursWithin([10, 20, 40, 15, 30, 30], [10, 10, 10, 20, 20, 30], 15);
    const values = [2, 3, 3.2, 5, 8, 7];
    const result = giStar(values, neighbours);
    expect(result.cells).toBe(6);
    expect(result.total).toBeCloseTo(28.2, 12);
    expect(result.mean).toBeCloseTo(4.7, 12);
    const variance = values.reduce((sum, value) => sum + (value - 4.7) ** 2, 0) / 6;
    expect(result.standardDeviation).toBeCloseTo(Math.sqrt(variance), 12);
    // windows of 0 1 3 / 0 1 3 4 / 2 4 / 0 1 3 / 1 2 4 5 / 4 5
    const sums = [...neighbours.start.keys()]
      .slice(0, 6)
      .map((cell) => windowSum(Float64Array.from(values), neighbours, cell));
    expect(result.meanWindowSum).toBeCloseTo(sums.reduce((sum, one) => sum + one, 0) / 6, 12);
    result.p.forEach((p, at) => expect(p).toBeCloseTo(twoSidedNormal(result.z[at]!), 14));
    const order = [...result.p].sort((a, b) => a - b);
    expect(Math.min(...result.adjustedP)).toBeCloseTo(Math.min(...order.map((p, at) => (p * 6) / (at + 1))), 12);
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
    expect(few).toMatchObject({
      meanWindowSum: 6.1,
      sentence: {
        sv: 'Gi* visas inte: rutfönstren rymmer i medeltal 6,1 händelser, och under 50 pekar metoden ut platser av en slump.',
        en: 'Gi* is not shown: the windows hold 6.1 events on average, and below 50 the method points out places by chance.',
      },
    });
    expect(whetherGiStarHolds({ cells: 0, total: 0, meanWindowSum: 0 })).toMatchObject({
      offered: false,
      sentence: {
        sv: 'Gi* visas inte: det finns ingen yta att räkna på.',
        en: 'Gi* is not shown: there is no area to count over.',
      },
    });
    expect(whetherGiStarHolds({ cells: 9, total: 0, meanWindowSum: 0 })).toMatchObject({
      offered: false,
      sentence: {
        sv: 'Gi* visas inte: det finns inga händelser i urvalet.',
        en: 'Gi* is not shown: there are no events in the selection.',
      },
    });
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
