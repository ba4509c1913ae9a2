import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellGrid } from './dbscan-grid.js';

type Point = readonly [x: number, y: number];

const columns = (points: readonly Point[]): [Float64Array, Float64Array] => [
  Float64Array.from(points, ([x]) => x),
  Float64Array.from(points, ([, y]) => y),
];

interface PlainCell {
  readonly column: number;
  readonly row: number;
  readonly points: number[];
}

/** The occupied cells by row and then column, each with its points in the order of the input. */
function plainCells(points: readonly Point[], epsMetres: number): PlainCell[] {
  const side = (epsMetres / Math.SQRT2) * (1 - 1e-12);
  const [west, south] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const cells = new Map<string, PlainCell>();
  for (const [index, [x, y]] of points.entries()) {
    const [column, row] = [Math.floor((x - west) / side), Math.floor((y - south) / side)];
    const key = `${column} ${row}`;
    const cell = cells.get(key) ?? { column, row, points: [] };
    cell.points.push(index);
    cells.set(key, cell);
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function cellsOf({ order, start, cells }: ReturnType<typeof cellGrid>): number[][] {
  return Array.from({ length: cells }, (_, cell) => [...order.subarray(start[cell], start[cell + 1])]);
}

/** Own row first, then one below, one above, two below, two above; the corners two away in both directions are out of reach. */
const runs = [
  { step: 0, half: 2 },
  { step: -1, half: 2 },
  { step: 1, half: 2 },
  { step: -2, half: 1 },
  { step: 2, half: 1 },
];

function expectGrid(points: readonly Point[], epsMetres: number): void {
  const grid = cellGrid(...columns(points), { epsMetres });
  const plain = plainCells(points, epsMetres);
  expect(cellsOf(grid)).toEqual(plain.map((cell) => cell.points));
  expect(grid.start).toHaveLength(plain.length + 1);
  for (const [cell, { column, row }] of plain.entries()) {
    for (const [run, { step, half }] of runs.entries()) {
      const near = [...plain.keys()].filter(
        (other) => plain[other]!.row === row + step && Math.abs(plain[other]!.column - column) <= half,
      );
      const first = grid.reach.first[cell * 5 + run]!;
      const count = grid.reach.count[cell * 5 + run]!;
      expect(Array.from({ length: count }, (_, next) => first + next)).toEqual(near);
    }
  }
}

describe('the grid of DBSCAN', () => {
  test('holds each point in its cell and knows the cells in reach, as the plain definition has it', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 80 }), fc.constantFrom(3, 7.5, 12), (points, eps) =>
        expectGrid(points, eps),
      ),
      { numRuns: 40 },
    );
  });

  test('does so on a full lattice, a row, a column and a single spot', () => {
    const lattice = Array.from({ length: 144 }, (_, index): Point => [(index * 7) % 12, Math.floor(index / 12)]);
    expectGrid(lattice, Math.SQRT2 * 1.001);
    expectGrid(
      lattice.map(([x]): Point => [x, 5]),
      2,
    );
    expectGrid(
      lattice.map(([, y]): Point => [5, y]),
      2,
    );
    expectGrid(
      lattice.map((): Point => [3, 3]),
      2,
    );
  });

  test('sorts cells whose numbers take one, two and three digits of 65,536', () => {
    const far = [0, 1, 65_535, 65_536, 65_537, 131_072, 7_000_000, 6_999_999];
    const points = far.flatMap((x) => far.map((y): Point => [7_000_000 - x, y]));
    // cells of a metre, and of a tenth of a millimetre
    expectGrid(points, Math.SQRT2 * (1 + 1e-12));
    expectGrid(points, Math.SQRT2 * 1e-4);
  });

  test('has cells a hair smaller than eps by the square root of two, so that all in one are neighbours', () => {
    for (const eps of [1, 100, 150]) {
      const edge = eps / Math.SQRT2;
      const points: Point[] = [
        [0, 0],
        [edge, 0],
        [0, edge],
        [edge * 0.999, edge * 0.999],
      ];
      expect(cellsOf(cellGrid(...columns(points), { epsMetres: eps }))).toEqual([[0, 3], [1], [2]]);
    }
  });

  test('keeps coordinates and weights beside each other in the order of the cells', () => {
    const points: Point[] = [
      [9, 9],
      [0, 0],
      [9, 0],
      [0.1, 0.1],
    ];
    const weights = Float64Array.of(4, 1, 3, 2);
    const grid = cellGrid(...columns(points), { epsMetres: 2, weights });
    expect([...grid.order]).toEqual([1, 3, 2, 0]);
    expect([...grid.px]).toEqual([0, 0.1, 9, 9]);
    expect([...grid.py]).toEqual([0, 0.1, 0, 9]);
    expect([...grid.pw!]).toEqual([1, 2, 3, 4]);
    expect(cellGrid(...columns(points), { epsMetres: 2 }).pw).toBeUndefined();
  });

  test('leaves out what has no place, and is empty without any', () => {
    const points: Point[] = [
      [NaN, 0],
      [5, 5],
      [0, Infinity],
      [5, 6],
      [2e8, 0],
    ];
    const grid = cellGrid(...columns(points), { epsMetres: 10 });
    expect([...grid.order]).toEqual([1, 3]);
    expect([...grid.start]).toEqual([0, 2]);
    const none = cellGrid(...columns(points.slice(0, 1)), { epsMetres: 10 });
    expect([none.cells, none.order.length, ...none.start]).toEqual([0, 0, 0]);
  });
});
