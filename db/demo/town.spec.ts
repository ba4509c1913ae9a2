import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { areaAt } from './areas.js';
import { isInWater } from './land.js';
import { areaOf, centreOf, isInRing } from './plane.js';
import { baseMapLayers, type Town, town } from './town.js';
import { Temporal } from 'temporal-polyfill';
import { dayOf, stockholm } from './clock.js';

const squareKilometres = (where: Town): number => Math.abs(areaOf(where.municipality.boundary)) / 1e6;

describe('the demo town', () => {
  const where = town();

  test('is about as large as a small Swedish municipality', () => {
    expect(squareKilometres(where)).toBeGreaterThan(170);
    expect(squareKilometres(where)).toBeLessThan(220);
    expect(where.municipality.population).toBe(14_250);
    expect(where.buildings.length).toBeGreaterThan(3_000);
    expect(where.addresses.length).toBeGreaterThan(3_500);
    expect(where.addresses.length).toBeLessThan(6_000);
  });

  test('is cut into areas that tile the municipality', () => {
    const size = (rings: readonly (readonly (readonly [number, number])[])[]): number =>
      rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(areaOf(ring)), 0);
    const sum = where.areas.flatMap(({ polygons }) => polygons).reduce((total, polygon) => total + size(polygon), 0);
    expect(Math.abs(sum / 1e6 - squareKilometres(where))).toBeLessThan(0.001);
    expect(new Set(where.areas.map(({ code }) => code)).size).toBe(11);
  });

  test('has one address per entrance, on dry land, in an area', () => {
    const keys = where.addresses.map(({ street, number }) => `${street} ${number}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(where.addresses.filter(({ x, y }) => isInWater([x, y]))).toEqual([]);
    expect(where.addresses.filter(({ x, y }) => !isInRing([x, y], where.municipality.boundary))).toEqual([]);
    expect(where.addresses.filter(({ x, y }) => !areaAt([x, y], where.areas))).toEqual([]);
  });

  test('keeps its houses out of the water and off the streets', () => {
    const wet = where.buildings.filter(({ outline }) => isInWater(centreOf(outline)));
    expect(wet).toEqual([]);
    const vertices = where.streets.flatMap(({ line }) => line);
    const blocked = where.buildings.filter(({ outline }) => vertices.some((vertex) => isInRing(vertex, outline)));
    expect(blocked.length).toBeLessThan(where.buildings.length / 500);
  });

  test('gives every named place a position in the municipality, and no name twice', () => {
    const names = where.places.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { x, y } of where.places) expect(isInRing([x, y], where.municipality.boundary)).toBe(true);
  });

  test('calls every street by its own name and lets no street but a bridge cross the river', () => {
    const names = where.streets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const wet = where.streets.filter(({ class: kind, line }) => kind === 'residential' && line.some(isInWater));
    expect(wet.map(({ name }) => name)).toEqual([]);
  });
});

describe('the base map', () => {
  const layers = baseMapLayers();
  const text = JSON.stringify(layers);

  test('is small enough to come with the page', () => {
    expect(text.length).toBeLessThan(1_500_000);
    expect(gzipSync(text).length).toBeLessThan(350_000);
  });

  test('stands where the town stands, in degrees with at most six decimals', () => {
    expect(text).not.toMatch(/\d\.\d{7}/);
    const [longitude, latitude] = (
      layers.labels.features.find(({ properties }) => properties?.['kind'] === 'town')!.geometry as {
        type: 'Point';
        coordinates: number[];
      }
    ).coordinates;
    expect(longitude).toBeCloseTo(16.06, 1);
    expect(latitude).toBeCloseTo(59.53, 1);
  });

  test('closes every ring and turns outer rings anticlockwise', () => {
    const geometries = Object.values(layers).flatMap(({ features }) => features.map(({ geometry }) => geometry));
    const polygons = geometries.flatMap((geometry) =>
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [],
    );
    const turn = (ring: number[][]): number =>
      Math.sign(areaOf(ring.slice(1).map(([x, y]) => [x! * 1e5, y! * 1e5] as const)));
    expect(polygons.length).toBeGreaterThan(3_000);
    expect(polygons.filter((rings) => rings.some((ring) => String(ring[0]) !== String(ring[ring.length - 1])))).toEqual(
      [],
    );
    expect(polygons.filter((rings) => rings.some((ring, i) => turn(ring) !== (i === 0 ? 1 : -1)))).toEqual([]);
  });

  test('is drawn the same every time', () => {
    const again = createHash('sha256').update(JSON.stringify(baseMapLayers())).digest('hex');
    expect(createHash('sha256').update(text).digest('hex')).toBe(again);
  });
});

describe('the clock of the demo', () => {
  test.each([
    ['2026-03-28', 23 * 60],
    ['2026-03-29', 60],
    ['2026-03-29', 200],
    ['2026-10-25', 100],
    ['2026-10-25', 150],
    ['2026-10-25', 185],
    ['2024-02-29', 1_500],
    ['2025-12-31', 1_439],
  ])('agrees with Temporal on %s, minute %i', (date, minutes) => {
    const local = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes });
    const expected = local.toZonedDateTime('Europe/Stockholm', { disambiguation: 'earlier' });
    expect(Date.parse(stockholm(dayOf(date), minutes))).toBe(expected.epochMilliseconds);
  });

  test('reads the missing hour of spring as an hour later', () => {
    expect(stockholm(dayOf('2026-03-29'), 150)).toBe('2026-03-29T03:30:00+02:00');
  });
});
