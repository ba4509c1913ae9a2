import { describe, expect, test } from '@jest/globals';
import { readGeoPackageGeometry, readWkb } from './wkb.js';

/** Bytes written by PostGIS 3.3: `SELECT encode(ST_AsBinary(…), 'hex')`. */
const bytes = (hex: string) => Uint8Array.from(hex.match(/../g)!.map((pair) => parseInt(pair, 16)));

describe('well-known binary', () => {
  test('of a point is read in both byte orders, and with a height that is left out', () => {
    expect(readWkb(bytes('0101000000000000000000f03f0000000000000040'))).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
    expect(readWkb(bytes('00000000013ff00000000000004000000000000000'))).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
    expect(readWkb(bytes('01e9030000000000000000f03f00000000000000400000000000000840'))).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
  });

  test('of a multipolygon is read part by part', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const corners = ring.map(([x, y]) => (x ? '000000000000f03f' : '0000000000000000') + (y ? '000000000000f03f' : '0000000000000000')); // prettier-ignore
    const polygon = `0103000000${'01000000'}${'04000000'}${corners.join('')}`;
    expect(readWkb(bytes(`0106000000${'01000000'}${polygon}`))).toEqual({
      type: 'MultiPolygon',
      coordinates: [[ring]],
    });
  });

  test('that ends too soon, or says that it holds more than there is, gives nothing', () => {
    expect(readWkb(bytes('0101000000000000000000f03f'))).toBeNull();
    expect(readWkb(bytes('0102000000ffffff7f'))).toBeNull();
    expect(readWkb(bytes('01630000000000'))).toBeNull();
  });

  test('stands in a GeoPackage after a header with an envelope', () => {
    const header = '47500001be0b0000';
    expect(readGeoPackageGeometry(bytes(`${header}0101000000000000000000f03f0000000000000040`))?.coordinates).toEqual([1, 2]); // prettier-ignore
    const boxed = `47500003be0b0000${'00'.repeat(32)}`;
    expect(readGeoPackageGeometry(bytes(`${boxed}0101000000000000000000f03f0000000000000040`))?.coordinates).toEqual([1, 2]); // prettier-ignore
    expect(readGeoPackageGeometry(bytes('47500011be0b0000'))).toBeNull();
  });
});
