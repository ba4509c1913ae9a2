import { describe, expect, test } from '@jest/globals';
import type { Cluster, Hotspot, PlaceFigures } from './map-api.js';
import { rankPlaces, verdictOf } from './ranked-places.js';

function squareAt(longitude: number): Cluster['polygon'] {
  const [west, east, south, north] = [longitude - 0.001, longitude + 0.001, 59.499, 59.501];
  return { type: 'MultiPolygon', coordinates: [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]] }; // prettier-ignore
}

const figures: PlaceFigures = {
  periodFrom: '2025-11-22', periodTo: '2026-11-21', count: 12, crimes: 12, total: 100, dates: 12, sources: 3, areaSquareMetres: 9000,
  categories: [], usual: { status: 'as-usual', expected: 8, low: 3, high: 14 }, hours: [], latest28Days: 1, mean28DaysBefore: 1, sentence: '', claims: [],
}; // prettier-ignore
const hotspot = (id: string, number: number, longitude: number, stage: Hotspot['stage'] = 'mapping'): Hotspot => ({
  id, number, name: id, stage, version: 1, owner: { organisationId: 'o', organisation: 'Kommunen', function: 'Samordnare' },
  polygon: squareAt(longitude), centre: [longitude, 59.5], adoptedAt: '', registrationNumber: null, classification: 'open', figures,
}); // prettier-ignore
const cluster = (id: string, longitude: number, hotspotId: string | null = null): Cluster => ({
  id, number: 1, status: 'found', name: null, polygon: squareAt(longitude), centre: [longitude, 59.5], diameterMetres: 100, figures, hotspotId,
}); // prettier-ignore
const order = (places: ReturnType<typeof rankPlaces>) => places.map(({ id, number }) => `${number} ${id}`);

describe('the list of places', () => {
  test('hot spots keep their numbers and what is found goes on after them', () => {
    const places = rankPlaces({ hotspots: [hotspot('a', 1, 16), hotspot('b', 2, 16.1)], clusters: [cluster('x', 16.2), cluster('y', 16.3)], events: null }); // prettier-ignore
    expect(order(places)).toEqual(['1 a', '2 b', '3 x', '4 y']);
  });

  test('an anhopning that is a hot spot already is not told twice', () => {
    const places = rankPlaces({ hotspots: [hotspot('a', 1, 16)], clusters: [cluster('x', 16.0005), cluster('y', 16.4, 'a'), cluster('z', 16.2)], events: null }); // prettier-ignore
    expect(order(places)).toEqual(['1 a', '2 z']);
  });

  test('a closed hot spot is not on the map, and its problem may be found anew', () => {
    const places = rankPlaces({ hotspots: [hotspot('a', 1, 16, 'closed'), hotspot('b', 2, 16.1)], clusters: [cluster('x', 16, 'a')], events: null }); // prettier-ignore
    expect(order(places)).toEqual(['2 b', '3 x']);
  });

  test('with a filter, a hot spot counts the events of the filter within it', () => {
    const at = (longitude: number) => ({ geometry: { coordinates: [longitude, 59.5] } });
    const events = { truncated: false, features: [at(16), at(16.0009), at(16.2)] } as never;
    expect(rankPlaces({ hotspots: [hotspot('a', 1, 16)], clusters: [], events })[0]?.count).toBe(2);
    expect(rankPlaces({ hotspots: [hotspot('a', 1, 16)], clusters: [], events: null })[0]?.count).toBe(12);
  });
});

test('a count over the usual band is never called usual', () => {
  expect(verdictOf(figures)).toBe('as-usual');
  expect(verdictOf({ ...figures, count: 15 })).toBe('above');
  expect(verdictOf({ ...figures, count: 15, usual: { ...figures.usual, status: 'more' } })).toBe('more');
});
