import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../geo/grid.js';
import { benjaminiHochberg } from './exact-test.js';
import { giStar, whetherGiStarHolds } from './gi-star.js';
import { countInMask, exactWindows, type MaskedCounts } from './grid-test.js';
import { windowNeighbours } from './neighbours.js';
import { createRandom } from './random.js';

const side = 6;
const cells: readonly Cell[] = Array.from({ length: side * side }, (_, index) => ({
  column: 5_000 + (index % side),
  row: 65_000 + Math.floor(index / side),
}));
const turned = cells.map(({ column, row }) => ({ column: 70_000 - row, row: column }));
const moved = cells.map(({ column, row }) => ({ column: column + 17, row: row - 900 }));
const countsOf = (least: number) =>
  fc.array(fc.integer({ min: least, max: 12 }), { minLength: cells.length, maxLength: cells.length });
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e308, -1, 0));

function masked(counts: readonly number[], of: readonly Cell[] = cells): MaskedCounts {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { cells: of, cellMetres: 100, counts: Float64Array.from(counts), total, outside: 0, withoutPlace: 0 };
}

function neighboursOf(of: readonly Cell[]): ReturnType<typeof windowNeighbours> {
  return windowNeighbours(
    of.map(({ column }) => column),
    of.map(({ row }) => row),
  );
}

describe('the exact windows, whatever the counts', () => {
  test('are the same on a moved or turned map, and in any order of the cells', () => {
    fc.assert(
      fc.property(countsOf(0), fc.integer(), (counts, seed) => {
        const still = exactWindows(masked(counts));
        for (const other of [moved, turned]) expect(exactWindows(masked(counts, other))).toEqual(still);
        const order = createRandom(seed).shuffle([...cells.keys()]);
        const shuffled = exactWindows(
          masked(
            order.map((cell) => counts[cell]!),
            order.map((cell) => cells[cell]!),
          ),
        );
        expect([...shuffled.adjustedP]).toEqual(order.map((cell) => still.adjustedP[cell]!));
      }),
    );
  });

  test('give chances between 0 and 1, corrected ones never smaller, and expect all events in all', () => {
    fc.assert(
      fc.property(countsOf(0), (counts) => {
        const { p, adjustedP, expected, status } = exactWindows(masked(counts));
        expect(status).toBe(counts.reduce((sum, count) => sum + count, 0) < 30 ? 'too-few' : 'tested');
        for (const [cell, chance] of p.entries()) {
          expect(chance >= 0 && chance <= 1).toBe(true);
          expect(adjustedP[cell]!).toBeGreaterThanOrEqual(chance);
          expect(expected[cell]! >= 0).toBe(true);
        }
      }),
    );
  });

  test('stand baselines of any numbers', () => {
    fc.assert(
      fc.property(
        countsOf(1),
        fc.array(anyNumber, { minLength: cells.length, maxLength: cells.length }),
        (counts, weights) => {
          const baseline = Float64Array.from(weights, (weight) => Math.min(weight, 1e300));
          const { p, adjustedP, expected } = exactWindows(masked(counts), { baseline });
          for (const values of [p, adjustedP, expected]) expect(values.some(Number.isNaN)).toBe(false);
        },
      ),
    );
  });

  test('count every event once: in a cell of the mask, outside, or without a place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyNumber, anyNumber)), fc.nat({ max: 20 }), (strays, inside) => {
        const x = [...strays.map(([east]) => east), ...Array.from({ length: inside }, () => 500_050)];
        const y = [...strays.map(([, north]) => north), ...Array.from({ length: inside }, () => 6_500_050)];
        const found = countInMask(Float64Array.from(x), Float64Array.from(y), { cells, cellMetres: 100 });
        expect(found.total + found.outside + found.withoutPlace).toBe(x.length);
        expect(found.total).toBeGreaterThanOrEqual(inside);
      }),
    );
  });
});

describe('Gi*, whatever the counts', () => {
  test('is the same on a moved or turned map', () => {
    fc.assert(
      fc.property(countsOf(0), (counts) => {
        const still = giStar(counts, neighboursOf(cells));
        expect(giStar(counts, neighboursOf(moved))).toEqual(still);
        for (const [cell, score] of giStar(counts, neighboursOf(turned)).z.entries()) {
          expect(score).toBeCloseTo(still.z[cell]!, 9);
        }
      }),
    );
  });

  test('has the same scores when every event is there twice, and turned scores when more becomes less', () => {
    fc.assert(
      fc.property(countsOf(0), (counts) => {
        const { z } = giStar(counts, neighboursOf(cells));
        const twice = giStar(
          counts.map((count) => 2 * count),
          neighboursOf(cells),
        );
        const less = giStar(
          counts.map((count) => 12 - count),
          neighboursOf(cells),
        );
        for (const [cell, score] of z.entries()) {
          expect(twice.z[cell]!).toBeCloseTo(score, 9);
          expect(less.z[cell]!).toBeCloseTo(-score, 6);
        }
      }),
    );
  });

  test('is never NaN, and always says whether it may be shown', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constantFrom(NaN, Infinity, -Infinity));
    fc.assert(
      fc.property(fc.array(value, { minLength: cells.length, maxLength: cells.length }), (counts) => {
        const result = giStar(counts, neighboursOf(cells));
        for (const values of [result.z, result.p, result.adjustedP]) expect(values.some(Number.isNaN)).toBe(false);
        expect(whetherGiStarHolds(result).offered).toBe(result.meanWindowSum >= 50);
      }),
    );
  });
});

describe('the correction for many tests', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

  test('does not depend on the order, never makes a chance smaller and keeps which is the smaller', () => {
    fc.assert(
      fc.property(chances, (p) => {
        const adjusted = benjaminiHochberg(p);
        expect(benjaminiHochberg(p.toReversed())).toEqual(adjusted.toReversed());
        const byChance = [...p.keys()].sort((a, b) => p[a]! - p[b]!);
        for (const [rank, index] of byChance.entries()) {
          expect(adjusted[index]! >= p[index]! && adjusted[index]! <= 1).toBe(true);
          expect(adjusted[index]!).toBeGreaterThanOrEqual(adjusted[byChance[rank - 1] ?? index]!);
        }
      }),
    );
  });
});
