import { describe, expect, test } from '@jest/globals';
import { distance } from '../../../api/src/geo/distance.js';
import { toMetres } from '../../../api/src/geo/projection.js';
import { areaOfCorners, circleCorners, cornersOfArea, drawnGroup, type Corners } from './drawn-area.js';

const square: Corners = [[16, 59], [16.01, 59], [16.01, 59.005], [16, 59.005]]; // prettier-ignore

describe('a drawn area', () => {
  test('is closed by itself, and its size is in square metres', () => {
    const area = areaOfCorners(square);
    expect(area.ok && area.areaSquareMetres / 1000).toBeCloseTo(320, -1);
    expect(area.ok && area.geometry.coordinates[0]![0]).toHaveLength(5);
  });

  test('drawn the other way round it is the same area', () => {
    const [one, other] = [areaOfCorners(square), areaOfCorners(square.toReversed())];
    expect(one.ok && other.ok && one.areaSquareMetres).toBeCloseTo((other.ok && other.areaSquareMetres) || 0, 3);
  });

  test('that crosses itself, has too few corners or no width says which', () => {
    const [a, b, c, d] = square as [never, never, never, never];
    expect(areaOfCorners([a, c, b, d])).toEqual({ ok: false, problem: 'crossing' });
    expect(areaOfCorners([a, b])).toEqual({ ok: false, problem: 'too-few-corners' });
    expect(areaOfCorners([a, b, a])).toMatchObject({ ok: false });
    expect(areaOfCorners(circleCorners([16, 59], 100, 101))).toEqual({ ok: false, problem: 'too-many-corners' });
  });

  test('comes back as its corners; an area with a hole does not', () => {
    const area = areaOfCorners(square);
    const corners = area.ok ? cornersOfArea(area.geometry) : null;
    expect(new Set(corners?.map(String))).toEqual(new Set(square.map(String)));
    expect(
      cornersOfArea({
        coordinates: [
          [
            [...square, square[0]!],
            [...square, square[0]!],
          ],
        ],
      }),
    ).toBeNull();
  });

  test('a circle is as far from its middle as it says, also in the north', () => {
    for (const middle of [
      [16, 55.5],
      [20, 67.8],
    ] as const) {
      for (const corner of circleCorners(middle, 500, 16)) {
        expect(Math.abs(distance(toMetres(middle), toMetres(corner)) - 500)).toBeLessThan(3);
      }
    }
  });

  test('shows a point, a line and then a surface while it grows', () => {
    const kinds = (count: number) => drawnGroup(square.slice(0, count), 'drawing', 'light').data.features.map(({ geometry }) => geometry.type); // prettier-ignore
    expect(kinds(1)).toEqual(['Point']);
    expect(kinds(2)).toEqual(['LineString', 'Point', 'Point']);
    expect(kinds(3)[0]).toBe('Polygon');
  });
});
