import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BaselinePoint } from './baseline-cells.js';
import { nearRepeat, type NearRepeatOptions } from './near-repeat.js';
import { poissonScan, type PoissonScanOptions } from './poisson-scan.js';
import { createRandom } from './random.js';
import { logLikelihoodRatio, monteCarloP } from './scan-statistic.js';
import { spaceTimeScan, type SpaceTimeScanOptions } from './space-time-scan.js';

interface Row {
  readonly x: number;
  readonly y: number;
  readonly day: number;
}

type Change = (row: Row) => Row;

const columns = (rows: readonly Row[]): { x: Float64Array; y: Float64Array; day: Float64Array } => ({
  x: Float64Array.from(rows, ({ x }) => x),
  y: Float64Array.from(rows, ({ y }) => y),
  day: Float64Array.from(rows, ({ day }) => day),
});
const row = fc.record({
  x: fc.integer({ min: 0, max: 12 }),
  y: fc.integer({ min: 0, max: 12 }),
  day: fc.integer({ min: 0, max: 20 }),
});
const rowsOf = fc.array(row, { maxLength: 40 });
const shift = fc.integer({ min: -5_000, max: 5_000 });
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e308, -1, 0, 5e-324));
const moved =
  (metres: number, days: number): Change =>
  ({ x, y, day }) => ({ x: x + metres, y: y - metres, day: day + days });
const quarterTurn: Change = ({ x, y, day }) => ({ x: -y, y: x, day });
const twice: Change = ({ x, y, day }) => ({ x: 2 * x, y: 2 * y, day });

describe('the space-time scan, whatever the events', () => {
  const options: SpaceTimeScanOptions = {
    radiusMetres: 4,
    windowDays: 6,
    permutations: 9,
    seed: 7,
    mode: 'retrospective',
    distance: 'euclidean',
  };
  const best = (rows: readonly Row[], more: Partial<SpaceTimeScanOptions> = {}): number[] =>
    spaceTimeScan(columns(rows), { ...options, ...more })
      .clusters.slice(0, 1)
      .flatMap(({ llr, cases, expected, p }) => [llr, cases, expected, p]);
  const withoutChance = { permutations: 0 };

  test.each(['retrospective', 'prospective'] as const)(
    'finds as good a cluster on a moved, turned or doubled map and on later days (%s)',
    (mode) => {
      fc.assert(
        fc.property(rowsOf, shift, (rows, metres) => {
          const still = best(rows, { mode, ...withoutChance });
          expect(best(rows.map(moved(metres, metres)), { mode, ...withoutChance })).toEqual(still);
          expect(best(rows.map(quarterTurn), { mode, ...withoutChance })).toEqual(still);
          expect(best(rows.map(twice), { mode, radiusMetres: 8, ...withoutChance })).toEqual(still);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('gives the same chances in any order and for the same seed', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer(), (rows, seed) => {
        const other = createRandom(seed).shuffle([...rows]);
        expect(best(other)).toEqual(best(rows));
        expect(spaceTimeScan(columns(rows), options)).toEqual(spaceTimeScan(columns(rows), options));
      }),
      { numRuns: 40 },
    );
  });

  test('takes a row that is there twice as one row of weight two', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const weights = new Float64Array(rows.length).fill(2);
        const weighted = spaceTimeScan({ ...columns(rows), weights }, options);
        const doubled = spaceTimeScan(columns([...rows, ...rows]), options);
        expect(doubled.simulatedMaxima).toEqual(weighted.simulatedMaxima);
        expect(doubled.clusters.map(({ llr, p }) => [llr, p])).toEqual(weighted.clusters.map(({ llr, p }) => [llr, p]));
      }),
      { numRuns: 40 },
    );
  });

  test('answers any numbers at all without NaN, and every row took part or was dropped', () => {
    const anyRow = fc.oneof(row, fc.record({ x: anyNumber, y: anyNumber, day: anyNumber }));
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 25 }), anyNumber, anyNumber, (rows, radiusMetres, windowDays) => {
        const result = spaceTimeScan(columns(rows), { ...options, radiusMetres, windowDays });
        expect(result.parameters.events + result.parameters.droppedRows).toBe(rows.length);
        for (const { llr, p, expected, radiusMetres: radius } of result.clusters) {
          expect([llr, p, expected, radius].some(Number.isNaN)).toBe(false);
        }
      }),
    );
  });
});

describe('near repeats, whatever the events', () => {
  const options: NearRepeatOptions = {
    bandsMetres: [1, 4],
    bandsDays: [3, 9],
    permutations: 9,
    seed: 3,
    distance: 'euclidean',
  };
  const table = (rows: readonly Row[], more: Partial<NearRepeatOptions> = {}) =>
    nearRepeat(columns(rows), { ...options, ...more }).cells.map(({ observed, expected, ratio, poissonP }) => [
      observed,
      expected,
      ratio,
      poissonP,
    ]);

  test('gives the same table on a moved, turned or doubled map, on later days and in any order', () => {
    fc.assert(
      fc.property(rowsOf, shift, (rows, step) => {
        const still = table(rows);
        expect(table(rows.map(moved(step, step)))).toEqual(still);
        expect(table(rows.map(quarterTurn))).toEqual(still);
        expect(table(rows.map(twice), { bandsMetres: [2, 8] })).toEqual(still);
        expect(nearRepeat(columns(rows.toReversed()), options)).toEqual(nearRepeat(columns(rows), options));
      }),
      { numRuns: 60 },
    );
  });

  test('puts every pair in one cell, expects as many as there are, and never says NaN', () => {
    const anyRow = fc.oneof(row, fc.record({ x: anyNumber, y: anyNumber, day: anyNumber }));
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 30 }),
        fc.array(anyNumber),
        fc.array(anyNumber),
        (rows, metres, days) => {
          const { cells, parameters } = nearRepeat(columns(rows), { ...options, bandsMetres: metres, bandsDays: days });
          const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
          expect(sum(cells.map(({ observed }) => observed))).toBe(parameters.pairs);
          expect(sum(cells.map(({ expected }) => expected))).toBeCloseTo(parameters.pairs, 6);
          for (const { expected, ratio, p, poissonP } of cells) {
            expect([expected, ratio, p, poissonP].some(Number.isNaN)).toBe(false);
          }
        },
      ),
    );
  });
});

describe('the people scan, whatever the events', () => {
  const random = createRandom(5);
  const people = Array.from({ length: 120 }, (): BaselinePoint => {
    const at = (): number => 3_000 + 10 * random.integer(90) + 5;
    return { x: at(), y: at(), weight: 1 + random.integer(5) };
  });
  const options: PoissonScanOptions = { radiusMetres: 250, permutations: 9, seed: 2 };
  const atAddresses = fc
    .array(fc.nat({ max: people.length - 1 }), { minLength: 30, maxLength: 60 })
    .map((picked) => picked.map((index) => people[index]!));

  test('takes an address that is there twice as one of twice the weight', () => {
    fc.assert(
      fc.property(atAddresses, (events) => {
        const heavier = people.map((point) => ({ ...point, weight: 2 * point.weight }));
        expect(poissonScan(events, [...people, ...people], options).clusters).toEqual(
          poissonScan(events, heavier, options).clusters,
        );
      }),
      { numRuns: 20 },
    );
  });

  test('counts a pin that strays by some metres where its address is', () => {
    const alone = [...people, { x: 5_095, y: 5_095, weight: 3 }];
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (dx, dy) => {
          const events = Array.from({ length: 40 }, () => ({ x: 5_095 + dx, y: 5_095 + dy }));
          const [first] = poissonScan(events, alone, options).clusters;
          expect(first).toMatchObject({ cases: 40, centre: { x: 5_050, y: 5_050 } });
        },
      ),
      { numRuns: 20 },
    );
  });

  test('answers any events, people and reach without NaN', () => {
    const point = fc.record({ x: anyNumber, y: anyNumber, weight: anyNumber });
    fc.assert(
      fc.property(
        atAddresses,
        fc.array(point, { maxLength: 8 }),
        fc.record({ radiusMetres: anyNumber, cellMetres: anyNumber, permutations: fc.constant(3), seed: anyNumber }),
        (events, strange, settings) => {
          const usable = strange.map((one) => ({ ...one, weight: Math.min(one.weight, 1e12) }));
          const result = poissonScan([...events, ...strange], [...people, ...usable], {
            ...settings,
            mostNeighbours: 1e6,
          });
          expect(result.parameters.events + result.parameters.eventsOutside).toBe(events.length + strange.length);
          for (const { llr, p, expected, ratio } of result.clusters) {
            expect([llr, p, expected, ratio].some((value) => !Number.isFinite(value))).toBe(false);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('a likelihood ratio and its chance are numbers for any counts', () => {
  fc.assert(
    fc.property(
      anyNumber,
      anyNumber,
      anyNumber,
      fc.array(fc.double({ noNaN: true })),
      (cases, expected, total, maxima) => {
        const ratio = logLikelihoodRatio(cases, expected, total);
        expect(Number.isNaN(ratio)).toBe(false);
        const p = monteCarloP(ratio, Float64Array.from(maxima));
        expect(p > 0 && p <= 1).toBe(true);
      },
    ),
  );
});
