import { expect, test } from '@jest/globals';
import { pairData, pointData, sightOf } from './review-layers.js';

test('a report without a place is in the list and not on the map', () => {
  expect(pointData([{ id: 'a', position: null }]).features).toEqual([]);
  expect(sightOf([{ id: 'a', position: null }])).toBeNull();
});

test('a pair is a line between its two ends, with what is said of it at the other end', () => {
  const { features } = pairData({ id: 'a', position: [16, 59] }, [{ id: 'b', position: [16.001, 59], label: '45 m' }]);
  expect(features.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'Point']);
  expect(features[1]!.properties).toEqual({ id: 'b', label: '45 m' });
});

test('what is seen holds both of a pair with room around', () => {
  const [west, south, east, north] = sightOf([
    { id: 'a', position: [16, 59] },
    { id: 'b', position: [16.001, 59.001] },
  ])!;
  expect(west).toBeLessThan(16);
  expect(south).toBeLessThan(59);
  expect(east).toBeGreaterThan(16.001);
  expect(north).toBeGreaterThan(59.001);
});
