import { expect, test } from '@jest/globals';
import { fromSystem, toMetres, toPosition } from './projection.js';

test('Stockholm lands where PostGIS puts it', () => {
  const point = toMetres([18.0686, 59.3293]);
  expect(point.x).toBeCloseTo(674571.866, 0);
  expect(point.y).toBeCloseTo(6580743.008, -2);
});

test('there and back again is the same position to six decimals', () => {
  expect(toPosition(toMetres([13.191234, 55.704567]))).toEqual([13.191234, 55.704567]);
});

test('the same place in a local zone and in RT 90 is the same place', () => {
  // Lund cathedral, by Lantmäteriet's own conversions within a metre
  const there = toMetres([13.193611, 55.704167]);
  const rt90 = fromSystem('EPSG:3021', 1335628, 6177404);
  expect(Math.hypot(rt90.x - there.x, rt90.y - there.y)).toBeLessThan(1000);
});
