import { describe, expect, test } from '@jest/globals';
import { readPolygon, readPosition } from './geojson.js';

const ring = [
  [16.08, 59.42],
  [16.1, 59.42],
  [16.1, 59.43],
  [16.08, 59.43],
  [16.08, 59.42],
];
const polygon = (coordinates: unknown): unknown => ({ type: 'Polygon', coordinates });

describe('an area brought as GeoJSON', () => {
  test('is read from text, from a feature and from a collection of one', () => {
    for (const json of [
      JSON.stringify(polygon([ring])),
      { type: 'Feature', properties: {}, geometry: polygon([ring]) },
      {
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }],
      },
    ]) {
      const reading = readPolygon(json);
      expect(reading.ok && reading.geometry.coordinates[0]![0]!.length).toBe(5);
      expect(reading.ok && Math.abs(reading.areaSquareMetres / 1_264_000 - 1) < 0.01).toBe(true);
    }
  });

  test.each([
    ['no JSON', '{"type":', 'not-json', ''],
    ['no GeoJSON', { hello: 1 }, 'not-geojson', ''],
    ['null', null, 'not-geojson', ''],
    ['a point', { type: 'Point', coordinates: [16, 59] }, 'wrong-type', '/type'],
    ['an empty collection', { type: 'FeatureCollection', features: [] }, 'empty', '/features'],
    ['two features', { type: 'FeatureCollection', features: [{}, {}] }, 'several-features', '/features'],
    ['no rings', polygon([]), 'empty', '/coordinates'],
    ['coordinates that are no list', polygon('x'), 'empty', '/coordinates'],
    ['latitude first', polygon([ring.map(([x, y]) => [y, x])]), 'swapped-coordinates', '/coordinates/0/0'],
    ['a place in another country', polygon([ring.map(([x, y]) => [x! - 18, y])]), 'outside-sweden', '/coordinates/0/0'],
    ['metres instead of degrees', polygon([[[560_000, 6_580_000]]]), 'outside-sweden', '/coordinates/0/0'],
    ['text for a number', polygon([[['16', 59]]]), 'bad-position', '/coordinates/0/0'],
    ['an unclosed ring', polygon([ring.slice(0, 4)]), 'unclosed-ring', '/coordinates/0'],
    ['too few corners', polygon([[ring[0], ring[1], ring[0]]]), 'too-few-corners', '/coordinates/0'],
    ['a figure of eight', polygon([[ring[0], ring[2], ring[1], ring[3], ring[0]]]), 'crossing-ring', '/coordinates'],
    ['a line there and back', polygon([[ring[0], ring[1], ring[0], ring[0]]]), 'no-area', '/coordinates'],
  ])('with %s is answered by a code and a place', (_what, json, problem, pointer) => {
    expect(readPolygon(json)).toEqual({ ok: false, problem, pointer });
  });

  test('or as one position is guarded the same way', () => {
    expect(readPosition([59.4, 16.1])).toEqual({ ok: false, problem: 'swapped-coordinates' });
    expect(readPosition([16.1, 59.4]).ok).toBe(true);
    expect(readPosition([16.1])).toEqual({ ok: false, problem: 'bad-position' });
  });
});
