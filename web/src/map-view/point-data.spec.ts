import { expect, test } from '@jest/globals';
import { pointData } from './point-data.js';

const at = (longitude: number, latitude: number) => ({
  type: 'Feature' as const,
  geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
  properties: { category: 'SKAD' },
});

test('a point knows from which zoom its letter has room: at once when alone, later near another, never below one', () => {
  // 16 pixels at zoom 17 are about five metres here; 0.0002 degrees of longitude are eleven.
  const { features } = pointData([at(16.06, 59.53), at(16.0602, 59.53), at(16.06, 59.53), at(16.07, 59.53)]);
  expect(features.map(({ properties }) => properties!['room'] as number)).toEqual([14, 16, 99, 14]);
  expect(features[0]!.properties).toMatchObject({ category: 'SKAD' });
  expect(pointData([]).features).toEqual([]);
});
