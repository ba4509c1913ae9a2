import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  areaOf,
  boundsOf,
  containment,
  diameterOf,
  fromGeoJson,
  polygonsContain,
  signedRingArea,
  toGeoJson,
  type MetresMultiPolygon,
} from './polygon.js';
import { toMetres } from './projection.js';

const toPair = (position: [number, number]) => {
  const { x, y } = toMetres(position);
  return [x, y] as const;
};

const square: MetresMultiPolygon = [
  [
    [
      [600_000, 6_500_000],
      [600_300, 6_500_000],
      [600_300, 6_500_400],
      [600_000, 6_500_400],
      [600_000, 6_500_000],
    ],
    [
      [600_100, 6_500_100],
      [600_100, 6_500_200],
      [600_200, 6_500_200],
      [600_200, 6_500_100],
      [600_100, 6_500_100],
    ],
  ],
];

describe('polygons in metres', () => {
  test('have the area of the outer ring less the holes', () => {
    expect(areaOf(square)).toBe(300 * 400 - 100 * 100);
  });

  test('have the longest distance between corners as diameter', () => {
    expect(diameterOf(square)).toBe(500);
  });

  test('have the same diameter as comparing every corner with every other gives', () => {
    const coordinate = fc.integer({ min: 0, max: 90 });
    const corner = fc.tuple(coordinate, coordinate).map(([x, y]) => [600_000.3 + x / 3, 6_500_000.7 + y / 7] as const);
    fc.assert(
      fc.property(fc.array(corner, { maxLength: 60 }), (corners) => {
        let longest = 0;
        for (const [ax, ay] of corners)
          for (const [bx, by] of corners) longest = Math.max(longest, (ax - bx) * (ax - bx) + (ay - by) * (ay - by));
        expect(diameterOf([[corners]])).toBe(Math.sqrt(longest));
      }),
    );
    // of thousands on a circle, which are all as far from its middle
    const circle = Array.from({ length: 5000 }, (_, at) => [Math.cos(at), Math.sin(at)] as const);
    expect(diameterOf([[circle]])).toBeCloseTo(2, 6);
  });

  test('contain what is inside and neither what is outside nor what is in a hole', () => {
    expect(polygonsContain(square, { x: 600_050, y: 6_500_050 })).toBe(true);
    expect(polygonsContain(square, { x: 600_150, y: 6_500_150 })).toBe(false);
    expect(polygonsContain(square, { x: 599_999, y: 6_500_050 })).toBe(false);
  });

  test('answer the same for many points at once', () => {
    const points = [-50, 50, 150, 250, 350].map((step) => ({ x: 600_000 + step, y: 6_500_000 + step }));
    expect(points.map(containment(square))).toEqual([false, true, false, true, false]);
  });

  test('become GeoJSON with counter-clockwise outer rings and come back to the same place', () => {
    const clockwise = square.map((rings) => rings.map((ring) => ring.toReversed()));
    const back = fromGeoJson(toGeoJson(clockwise));
    expect(signedRingArea(back[0]![0]!)).toBeGreaterThan(0);
    expect(signedRingArea(back[0]![1]!)).toBeLessThan(0);
    expect(Math.abs(areaOf(back) / areaOf(square) - 1)).toBeLessThan(0.001);
  });

  test('lose on the wire a corner that falls on another one, and none that shares only its meridian or its parallel', () => {
    const corners = (ring: [number, number][]): MetresMultiPolygon => [[ring.map((at) => toPair(at))]];
    const wide: [number, number][] = [[15, 59], [15.1, 59], [15.1, 59.1], [15, 59.1], [15, 59]]; // prettier-ignore
    expect(toGeoJson(corners(wide)).coordinates).toEqual([[wide]]);
    const pinched = wide.toSpliced(3, 0, [15.1 + 1e-8, 59 - 1e-8]);
    expect(toGeoJson(corners(pinched)).coordinates).toEqual([[wide]]);
  });

  test('that are no polygons have no bounds, no area and no diameter', () => {
    expect([boundsOf([]), areaOf([]), diameterOf([])]).toEqual([undefined, 0, 0]);
  });
});
