import { describe, expect, test } from '@jest/globals';
import { fromSystem, toMetres, toPosition, type ReferenceSystem } from './projection.js';

// expected values: PROJ 9 through GDAL's gdaltransform, to the millimetre
describe('projection to SWEREF 99 TM', () => {
  test.each([
    [18.0686, 59.3293, 674571.866, 6580743.008],
    [20.2253, 67.8558, 719583.123, 7536069.97],
  ])('longitude %p, latitude %p lands where PROJ puts it, to a centimetre', (longitude, latitude, x, y) => {
    const point = toMetres([longitude, latitude]);
    expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.01);
  });

  test('there and back again is the same position to six decimals', () => {
    expect(toPosition(toMetres([13.191234, 55.704567]))).toEqual([13.191234, 55.704567]);
  });

  test.each<[ReferenceSystem, number, number]>([
    ['EPSG:3008', 415115.716, 6598317.611],
    ['EPSG:3011', 669740.335, 6601190.805],
    ['EPSG:3018', 966102.956, 6626354.049],
  ])('easting 150,000 and northing 6,600,000 in the local zone %s agree with PROJ to a centimetre', (system, x, y) => {
    const point = fromSystem(system, 150_000, 6_600_000);
    expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.01);
  });

  // PROJ goes by the seven-parameter shift, we by Lantmäteriet's direct projection: they differ by decimetres
  test.each([
    ['Lund', 1335628, 6177404, 386294.099, 6173949.076],
    ['Kungsör', 1515028, 6588767, 560714.554, 6587220.427],
    ['Kiruna', 1704658, 7571870, 737871.538, 7572358.172],
  ])('RT 90 2.5 gon V in %s is within three decimetres of PROJ', (_place, easting, northing, x, y) => {
    const point = fromSystem('EPSG:3021', easting, northing);
    expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.3);
  });
});
