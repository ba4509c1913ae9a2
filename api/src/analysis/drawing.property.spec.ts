import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findClusters, type ClusterOptions, type ClusterResult } from './clusters.js';
import { dbscan, type DbscanOptions } from './dbscan.js';
import { densityAt, densityGrid, type DensityOptions } from './density.js';
import type { AnalysedEvent } from './hygiene.js';
import { createRandom } from './random.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Change = (point: Point) => Point;

const columns = (points: readonly Point[]): { x: Float64Array; y: Float64Array } => ({
  x: Float64Array.from(points, ({ x }) => x),
  y: Float64Array.from(points, ({ y }) => y),
});
const quarterTurn: Change = ({ x, y }) => ({ x: -y, y: x });
const onLattice = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
const lattice = fc.array(onLattice, { maxLength: 80 });
const step = fc.integer({ min: -700_000, max: 7_000_000 });
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1e308, -1e308, 5e-324));
const anyPoint = fc.oneof(onLattice, fc.record({ x: anyNumber, y: anyNumber }));

describe('DBSCAN, whatever the points', () => {
  const settings = fc.record({
    epsMetres: fc.constantFrom(1, 2.5, 5, 7),
    minPoints: fc.integer({ min: 1, max: 8 }),
  });
  const labels = (points: readonly Point[], options: DbscanOptions): number[] => {
    const { x, y } = columns(points);
    return [...dbscan(x, y, options).labels];
  };

  test('labels a moved map, a map turned by a quarter and a map twice as large with twice the reach alike', () => {
    fc.assert(
      fc.property(lattice, settings, step, (points, options, metres) => {
        const still = labels(points, options);
        const changed = (change: Change, epsMetres: number = options.epsMetres): number[] =>
          labels(points.map(change), { ...options, epsMetres });
        expect(changed(({ x, y }) => ({ x: x + metres, y: y - metres }))).toEqual(still);
        expect(changed(quarterTurn)).toEqual(still);
        expect(changed(({ x, y }) => ({ x: 2 * x, y: 2 * y }), 2 * options.epsMetres)).toEqual(still);
      }),
    );
  });

  test('takes a point that is there twice as one point of weight two', () => {
    fc.assert(
      fc.property(lattice, settings, (points, options) => {
        const weights = new Float64Array(points.length).fill(2);
        expect(labels([...points, ...points], options).slice(0, points.length)).toEqual(
          labels(points, { ...options, weights }),
        );
      }),
    );
  });

  test('answers any numbers at all with labels, and calls what has no place noise', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 40 }), anyNumber, anyNumber, (points, epsMetres, minPoints) => {
        const { x, y } = columns(points);
        const result = dbscan(x, y, { epsMetres, minPoints });
        for (const [index, label] of result.labels.entries()) {
          expect(label).toBeGreaterThanOrEqual(-1);
          expect(label).toBeLessThan(Math.max(1, result.clusters));
          if (!Number.isFinite(x[index]!) || !Number.isFinite(y[index]!)) expect(label).toBe(-1);
        }
      }),
    );
  });
});

describe('the density, whatever the points', () => {
  const places = columns([
    { x: 3, y: 4 },
    { x: 30, y: 31 },
    { x: 59, y: 2 },
  ]);
  const options: DensityOptions = { bandwidthMetres: 20, years: 2 };
  const at = (points: readonly Point[], change: Change = (point) => point, more: DensityOptions = {}): number[] => {
    const moved = Array.from(places.x, (x, index) => change({ x, y: places.y[index]! }));
    return [...densityAt(columns(points.map(change)), columns(moved), { ...options, ...more }).density];
  };
  const expectSame = (ours: readonly number[], theirs: readonly number[]): void => {
    for (const [index, value] of ours.entries())
      expect(Math.abs(value - theirs[index]!)).toBeLessThan(1e-9 * (1 + value));
  };

  test.each(['quartic', 'gaussian'] as const)(
    'with a %s kernel is that of a moved or turned map, and a quarter of it on a map twice as large',
    (kernel) => {
      fc.assert(
        fc.property(lattice, step, (points, metres) => {
          const still = at(points, undefined, { kernel });
          expectSame(
            at(points, ({ x, y }) => ({ x: x + metres, y: y + metres }), { kernel }),
            still,
          );
          expectSame(at(points, quarterTurn, { kernel }), still);
          const larger = at(points, ({ x, y }) => ({ x: 2 * x, y: 2 * y }), { kernel, bandwidthMetres: 40 });
          expectSame(
            larger,
            still.map((value) => value / 4),
          );
        }),
      );
    },
  );

  test('does not depend on the order, and a point that is there twice counts two', () => {
    fc.assert(
      fc.property(lattice, (points) => {
        const still = at(points);
        expectSame(at(points.toReversed()), still);
        expectSame(
          at([...points, ...points]),
          at(points, undefined, { weights: new Float64Array(points.length).fill(2) }),
        );
      }),
    );
  });

  test('is never NaN, negative or endless, and leaves out and counts what has no place or no weight', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ x: fc.oneof(fc.integer({ min: 0, max: 900 }), anyNumber), y: anyNumber, weight: anyNumber }),
          {
            maxLength: 12,
          },
        ),
        fc.oneof(anyNumber, fc.integer({ min: 1, max: 400 })),
        anyNumber,
        (rows, bandwidthMetres, years) => {
          const weights = Float64Array.from(rows, ({ weight }) => Math.min(weight, 1e6));
          const result = densityAt(columns(rows), places, { bandwidthMetres, years, weights });
          expect(result.density.every((value) => value >= 0 && value < Infinity)).toBe(true);
          expect(result.parameters.events).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('on cells is the density at their middles', () => {
    fc.assert(
      fc.property(lattice, (points) => {
        const grid = densityGrid(columns(points), { ...options, cellMetres: 10 });
        const middles = columns(grid.cells.map(({ column, row }) => ({ x: (column + 0.5) * 10, y: (row + 0.5) * 10 })));
        expectSame([...grid.density], [...densityAt(columns(points), middles, options).density]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the places of a town', () => {
  const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
  const options: ClusterOptions = {
    period,
    historyFrom: period.from - 2 * 366 * 86_400_000,
    builtUpAreaSquareMetres: 9e6,
  };

  /** 600 events over two years, half of them round five spots. Whole metres and a half, so that no event lies on a cell's edge. */
  function townEvents(seed: number): AnalysedEvent[] {
    const random = createRandom(seed);
    return Array.from({ length: 600 }, (_, index) => {
      const spread = (): number =>
        index % 2 === 0 ? 3_000 * random.next() : 500 * (index % 10) + 30 * random.normal();
      return {
        id: `e${1_000 + index}`,
        x: 500_000.5 + Math.round(spread()),
        y: 6_500_000.5 + Math.round(spread()),
        from: period.from + (index % 3 === 0 ? -1 : 1) * Math.floor(random.next() * 364 * 86_400_000),
        to: null,
        category: random.pick(['damage', 'theft', 'violence']),
        source: random.pick(['police', 'housing']),
        precision: 'address',
        outside: false,
      };
    });
  }

  /** Cores closer than half a metre are drawn once, so that the outline may differ by a hand's breadth. */
  const told = ({ clusters }: ClusterResult) =>
    clusters.map(({ members, claims, areaSquareMetres }) => ({
      members,
      ownHistory: claims.ownHistory,
      hectares: Number((areaSquareMetres / 10_000).toFixed(1)),
    }));

  test.each([1, 2, 3, 4])(
    'are the same on a map moved by whole cells, turned by a quarter or in another order (%p)',
    (seed) => {
      const events = townEvents(seed);
      const still = findClusters(events, options);
      expect(still.clusters.length).toBeGreaterThan(2);
      const changed = (change: Change): ClusterResult =>
        findClusters(
          events.map((event) => ({ ...event, ...change(event) })),
          options,
        );
      expect(told(changed(({ x, y }) => ({ x: x + 30_000, y: y - 1_200_000 })))).toEqual(told(still));
      expect(told(changed(({ x, y }) => ({ x: 7_000_000 - y, y: x + 6_000_000 })))).toEqual(told(still));
      expect(findClusters(createRandom(seed).shuffle([...events]), options)).toEqual(still);
    },
  );
});
