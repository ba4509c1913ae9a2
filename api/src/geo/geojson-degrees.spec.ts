import { describe, expect, test } from '@jest/globals';
import { inDegrees } from './geojson-degrees.js';
import { readPolygon } from './geojson.js';

/** A square kilometre in Lund. */
const metres = [
  [386_000, 6_173_000],
  [387_000, 6_173_000],
  [387_000, 6_174_000],
  [386_000, 6_174_000],
  [386_000, 6_173_000],
];
const polygon = (ring: unknown) => ({ type: 'Polygon', coordinates: [ring] });

describe('GeoJSON in metres', () => {
  test('without a word about the system is read as SWEREF 99 TM, and keeps its size', () => {
    const { json, from } = inDegrees(polygon(metres));
    const reading = readPolygon(json);
    expect(from).toBe('EPSG:3006');
    expect(reading.ok && Math.round(reading.areaSquareMetres / 1000)).toBe(1000);
  });

  test('with a crs member is read in the system that it names, and the member is gone', () => {
    const file = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3008' } },
      features: [
        { type: 'Feature', properties: { x: 1 }, geometry: polygon(metres.map(([x, y]) => [x! - 254_000, y])) },
      ],
    };
    const { json, from } = inDegrees(file);
    expect(from).toBe('EPSG:3008');
    expect(json).not.toHaveProperty('crs');
    expect(readPolygon(json).ok).toBe(true);
    expect((json as typeof file).features[0]!.properties).toEqual({ x: 1 });
  });

  test('with northing first is said to be swapped', () => {
    expect(readPolygon(inDegrees(polygon(metres.map(([x, y]) => [y, x]))).json)).toMatchObject({
      problem: 'swapped-coordinates',
    });
  });

  test('of no known system is left as it is', () => {
    const odd = polygon([[12, 999_999_999]]);
    expect(inDegrees(odd)).toEqual({ json: odd, from: null });
  });
});

test.each([
  ['degrees', polygon([[13.2, 55.7]])],
  ['a crs member that says degrees', { ...polygon([[13.2, 55.7]]), crs: { properties: { name: 'EPSG:3006' } } }],
  ['nothing', null],
  ['text', 'hello'],
  ['empty lists', polygon([])],
])('%s is left as it is', (_what, json) => {
  expect(inDegrees(json)).toEqual({ json, from: null });
});
