import { describe, expect, test } from '@jest/globals';
import { polygonFromDiscs } from './discs.js';
import { polygonsContain, signedRingArea, type MetresMultiPolygon, type MetresRing } from './polygon.js';

const disc = { radiusMetres: 50 };
const oneDisc = 16 * 50 ** 2 * Math.sin(Math.PI / 16);

/** Whole-metre points in a small area, as addresses are: circles through common points are the hard case. */
function wholeMetrePoints(count: number, side: number): { x: number; y: number }[] {
  let state = 12345;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, () => ({
    x: 500_000 + Math.round(next() * side),
    y: 6_500_000 + Math.round(next() * side),
  }));
}

function sidesCross(ring: MetresRing): boolean {
  const turn = (a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  for (let first = 0; first < ring.length - 1; first++) {
    for (let second = first + 2; second < ring.length - 1; second++) {
      const [a, b, c, d] = [ring[first]!, ring[first + 1]!, ring[second]!, ring[second + 1]!];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
    }
  }
  return false;
}

describe('the outline of discs', () => {
  test('is one regular polygon for one point, however often it is repeated', () => {
    const outline = polygonFromDiscs(
      [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
        { x: 0.1, y: 0 },
      ],
      disc,
    );
    expect(outline.polygon).toHaveLength(1);
    expect(outline.areaSquareMetres).toBeCloseTo(oneDisc, 0);
    expect(outline.diameterMetres).toBeCloseTo(100, 1);
  });

  test('counts overlapping ground once and keeps distant discs apart', () => {
    const together = polygonFromDiscs(
      [
        { x: 0, y: 0 },
        { x: 60, y: 0 },
      ],
      disc,
    );
    // two circles of radius 50 whose centres are 60 apart share 2236.5 m2
    expect(Math.abs(together.areaSquareMetres - (2 * Math.PI * 2500 - 2236.5))).toBeLessThan(120);
    expect(together.polygon).toHaveLength(1);
    expect(
      polygonFromDiscs(
        [
          { x: 0, y: 0 },
          { x: 101, y: 0 },
        ],
        disc,
      ).polygon,
    ).toHaveLength(2);
  });

  test('fills a gap that it encloses', () => {
    const round = Array.from({ length: 8 }, (_, index) => ({
      x: 90 * Math.cos((index * Math.PI) / 4),
      y: 90 * Math.sin((index * Math.PI) / 4),
    }));
    const outline = polygonFromDiscs(round, disc);
    expect(outline.polygon).toHaveLength(1);
    expect(polygonsContain(outline.polygon, { x: 0, y: 0 })).toBe(true);
  });

  test.each([3, 12, 60, 250])('of %p whole-metre points never crosses itself and covers every point', (count) => {
    for (const side of [60, 150, 400]) {
      const points = wholeMetrePoints(count, side);
      const { polygon } = polygonFromDiscs(points, disc);
      for (const rings of polygon) {
        expect(signedRingArea(rings[0]!)).toBeGreaterThan(0);
        expect(sidesCross(rings[0]!)).toBe(false);
      }
      for (const point of points) expect(polygonsContain(polygon, point)).toBe(true);
    }
  });

  test('of a full lattice of points exactly two radii apart is whole and finite', () => {
    const lattice = Array.from({ length: 25 }, (_, index) => ({
      x: (index % 5) * 100,
      y: Math.floor(index / 5) * 100,
    }));
    expect(polygonFromDiscs(lattice, disc).areaSquareMetres / (25 * oneDisc)).toBeGreaterThan(0.98);
  });

  test('is cut to the mask, and nothing when all of it lies outside', () => {
    const mask: MetresMultiPolygon = [
      [
        [
          [-1000, -1000],
          [0, -1000],
          [0, 1000],
          [-1000, 1000],
          [-1000, -1000],
        ],
      ],
    ];
    expect(polygonFromDiscs([{ x: 0, y: 0 }], { ...disc, mask }).areaSquareMetres).toBeCloseTo(oneDisc / 2, -1);
    expect(polygonFromDiscs([{ x: -500, y: 0 }], { ...disc, mask }).areaSquareMetres).toBeCloseTo(oneDisc, 0);
    expect(polygonFromDiscs([{ x: 500, y: 0 }], { ...disc, mask }).polygon).toEqual([]);
  });

  test.each([
    ['west', (x: number, y: number) => [x, y]],
    ['east', (x: number, y: number) => [-x, y]],
    ['north', (x: number, y: number) => [y, -x]],
    ['south', (x: number, y: number) => [y, x]],
  ] as const)(
    'is cut in half by a straight border far longer than itself, with the mask to the %s',
    (_side, turned) => {
      const corners = [
        [-1000, -1000],
        [0, -1000],
        [0, 1000],
        [-1000, 1000],
        [-1000, -1000],
      ] as const;
      const mask = [[corners.map(([x, y]): [number, number] => turned(x, y) as [number, number])]];
      expect(polygonFromDiscs([{ x: 0, y: 0 }], { ...disc, mask }).areaSquareMetres).toBeCloseTo(oneDisc / 2, -1);
    },
  );

  test('is cut by a straight border that runs aslant', () => {
    const mask: MetresMultiPolygon = [
      [
        [
          [-1000, -1000],
          [1000, -1000],
          [1000, 1000],
          [-1000, -1000],
        ],
      ],
    ];
    expect(polygonFromDiscs([{ x: 0, y: 0 }], { ...disc, mask }).areaSquareMetres).toBeCloseTo(oneDisc / 2, -1);
    expect(polygonFromDiscs([{ x: 500, y: -500 }], { ...disc, mask }).areaSquareMetres).toBeCloseTo(oneDisc, 0);
  });

  test('is empty for no points, for points without coordinates and for no radius', () => {
    expect(polygonFromDiscs([], disc).polygon).toEqual([]);
    expect(polygonFromDiscs([{ x: NaN, y: 1 }], disc).polygon).toEqual([]);
    expect(polygonFromDiscs([{ x: 0, y: 0 }], { radiusMetres: 0 }).areaSquareMetres).toBe(0);
  });
});
