import { expect, test } from '@jest/globals';
import { areaOfFeature, boundsOfAreas, readGeoJsonFile } from './geojson-file.js';

const ring = [
  [13.1, 55.6],
  [13.2, 55.6],
  [13.2, 55.7],
  [13.1, 55.7],
  [13.1, 55.6],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (properties: object) => ({ type: 'Feature', properties, geometry: polygon });
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

test('a file of many municipalities offers each by name and code, also one whose zero was lost', () => {
  const file = readGeoJsonFile(collection(feature({ kommunnamn: 'Lund', kommunkod: '1281' }), feature({ namn: 'Ekerö', kommunkod: 125 }), feature({}))); // prettier-ignore
  expect(file!.features.map(({ name, code }) => [name, code])).toEqual([
    ['Lund', '1281'],
    ['Ekerö', '0125'],
    [null, null],
  ]);
});

test('a bare polygon is one area, with its size and bounds', () => {
  const [only] = readGeoJsonFile(`\uFEFF${JSON.stringify(polygon)}`)!.features;
  const area = areaOfFeature(only!);
  if (typeof area === 'string') throw new Error(area);
  expect(Math.round(area.squareMetres / 1e6)).toBe(70);
  expect(boundsOfAreas([area.geometry])).toEqual([13.1, 55.6, 13.2, 55.7]);
});

test('what cannot be used is said by its code', () => {
  expect(readGeoJsonFile('PK\u0003\u0004')).toBeNull();
  const swapped = { type: 'Polygon', coordinates: [ring.map(([x, y]) => [y, x])] };
  expect(areaOfFeature(readGeoJsonFile(JSON.stringify(swapped))!.features[0]!)).toBe('swapped-coordinates');
  expect(areaOfFeature(readGeoJsonFile('{"hej":1}')!.features[0]!)).toBe('not-geojson');
  expect(boundsOfAreas([])).toBeNull();
});
