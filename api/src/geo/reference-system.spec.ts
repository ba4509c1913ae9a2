import { describe, expect, test } from '@jest/globals';
import {
  coordinatesInMetres,
  systemOfCrsName,
  systemOfEpsg,
  systemOfNumbers,
  systemOfWkt,
} from './reference-system.js';

describe('the system that a file is in', () => {
  test.each([
    ['urn:ogc:def:crs:EPSG::3006', 'EPSG:3006'],
    ['EPSG:3021', 'EPSG:3021'],
    ['http://www.opengis.net/def/crs/EPSG/0/3011', 'EPSG:3011'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['EPSG:2154', null],
  ])('is told by the name %s', (name, system) => {
    expect(systemOfCrsName(name)).toBe(system);
  });

  test.each([
    ['PROJCS["SWEREF99_TM",GEOGCS["GCS_SWEREF99",DATUM["D_SWEREF99"]],PARAMETER["Central_Meridian",15.0]]', 'EPSG:3006'],
    ['PROJCS["SWEREF99 13 30",GEOGCS["x"],PARAMETER["False_Easting",150000.0],PARAMETER["Central_Meridian",13.5],UNIT["Meter",1.0]]', 'EPSG:3008'],
    ['PROJCS["SWEREF99_1800",GEOGCS["x"],PARAMETER["False_Easting",150000],PARAMETER["Central_Meridian",18]]', 'EPSG:3011'],
    ['PROJCS["RT90_25_gon_V",GEOGCS["GCS_RT_1990"],PARAMETER["Central_Meridian",15.80827777777778]]', 'EPSG:3021'],
    ['PROJCS["RT90 5 gon V",GEOGCS["GCS_RT_1990"],PARAMETER["Central_Meridian",13.55827777777778]]', null],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', 'EPSG:4326'],
    ['PROJCS["whatever",UNIT["metre",1],AUTHORITY["EPSG","3012"]]', 'EPSG:3012'],
    ['LOCAL_CS["drawing"]', null],
  ])('is told by the definition %s', (text, system) => {
    expect(systemOfWkt(text)).toBe(system);
  }); // prettier-ignore

  test('is told by the size of the numbers when nothing else does', () => {
    expect(systemOfNumbers(16.1, 59.4)).toBe('EPSG:4326');
    expect(systemOfNumbers(561_000, 6_587_000)).toBe('EPSG:3006');
    expect(systemOfNumbers(1_520_000, 6_590_000)).toBe('EPSG:3021');
    expect(systemOfNumbers(150_000, 6_590_000)).toBeNull();
    expect(systemOfEpsg(9999)).toBeNull();
  });
});

test('coordinates are projected however deep they lie', () => {
  const [[x, y]] = coordinatesInMetres([[15, 59]], 'EPSG:4326') as [[number, number]];
  expect(Math.round(x)).toBe(500_000);
  expect(Math.round(y)).toBe(6_540_052);
});
