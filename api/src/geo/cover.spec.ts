import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverOf } from './cover.js';
import { polygonFromDiscs } from './discs.js';
import { containment } from './polygon.js';

const coordinate = fc.integer({ min: 0, max: 4000 }).map((value) => value / 10);
const points = fc.array(fc.record({ x: coordinate.map((x) => 500_000 + x), y: coordinate.map((y) => 6_500_000 + y) }), {
  minLength: 1,
  maxLength: 120,
});

describe('the cover of discs', () => {
  test('is the area of one disc, and of a crowd of them, to three and one percent', () => {
    const { areaSquareMetres } = coverOf([{ x: 500_003.3, y: 6_500_001.7 }], 50)!;
    expect(Math.abs(areaSquareMetres / (Math.PI * 2500) - 1)).toBeLessThan(0.03);
    const spread = (at: number, step: number) => 240 * ((at * step) % 1);
    const crowd = Array.from({ length: 300 }, (_, at) => ({
      x: 500_000 + spread(at, 0.7548776662466927),
      y: 6_500_000 + spread(at, 0.5698402909980532),
    }));
    const drawn = polygonFromDiscs(crowd, { radiusMetres: 50 }).areaSquareMetres;
    expect(Math.abs(coverOf(crowd, 50)!.areaSquareMetres / drawn - 1)).toBeLessThan(0.01);
  });

  test('lies between the outlines of discs that are a square smaller and a square larger', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 20, max: 90 }), (centres, radius) => {
        const { areaSquareMetres } = coverOf(centres, radius)!;
        const [smaller, larger] = [-radius / 10, radius / 10].map(
          (more) => polygonFromDiscs(centres, { radiusMetres: radius + more }).areaSquareMetres,
        );
        expect(areaSquareMetres).toBeGreaterThan(smaller!);
        expect(areaSquareMetres).toBeLessThan(larger!);
      }),
      { numRuns: 200 },
    );
  });

  test('holds what lies well inside the outline and nothing well outside it', () => {
    fc.assert(
      fc.property(points, coordinate, coordinate, (centres, dx, dy) => {
        const point = { x: 500_000 + dx, y: 6_500_000 + dy };
        const { contains } = coverOf(centres, 50)!;
        const [smaller, larger] = [40, 60].map((radiusMetres) =>
          containment(polygonFromDiscs(centres, { radiusMetres }).polygon)(point),
        );
        if (smaller) expect(contains(point)).toBe(true);
        if (!larger) expect(contains(point)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('counts a gap that discs enclose on all sides, and not a bay', () => {
    const ring = Array.from({ length: 24 }, (_, step) => ({
      x: 500_000 + 200 * Math.cos((step * Math.PI) / 12),
      y: 6_500_000 + 200 * Math.sin((step * Math.PI) / 12),
    }));
    const middle = { x: 500_000, y: 6_500_000 };
    expect(coverOf(ring, 50)!.contains(middle)).toBe(true);
    expect(coverOf(ring.slice(0, 20), 50)!.contains(middle)).toBe(false);
  });

  test('is not counted without points, without a radius, over a whole country, or for what is no place', () => {
    expect(coverOf([], 50)).toBeUndefined();
    expect(coverOf([{ x: 0, y: 0 }], 0)).toBeUndefined();
    expect(coverOf([{ x: 0, y: 0 }], Number.NaN)).toBeUndefined();
    expect(coverOf([{ x: 0, y: 0 }, { x: 1e6, y: 1e6 }], 50)).toBeUndefined(); // prettier-ignore
    expect(coverOf([{ x: Number.NaN, y: 0 }], 50)?.areaSquareMetres ?? 0).toBe(0);
  });

  test('has nothing outside its own ground', () => {
    const { contains } = coverOf([{ x: 0, y: 0 }], 50)!;
    expect([{ x: 1e7, y: 0 }, { x: 0, y: -1e7 }, { x: Number.NaN, y: 0 }].map(contains)).toEqual([false, false, false]); // prettier-ignore
  });
});
