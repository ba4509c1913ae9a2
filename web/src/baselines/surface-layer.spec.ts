import { expect, test } from '@jest/globals';
import { frameOf, surfaceLayer } from './surface-layer.js';

const square = (x: number, y: number) => ({
  geometry: { coordinates: [[[x, y], [x + 0.001, y], [x + 0.001, y + 0.001], [x, y]]] },
  properties: { id: `${x}_${y}`, level: 0.5 },
}); // prettier-ignore

test('the squares keep their level, and their colour follows the theme', () => {
  const features = [square(16, 59)];
  const light = surfaceLayer({ features }, 'light');
  expect(light.data.features[0]!.properties).toEqual({ id: '16_59', level: 0.5 });
  expect(light.layers[0]).not.toEqual(surfaceLayer({ features }, 'dark').layers[0]);
});

test('the frame holds the town and not a lonely farm', () => {
  const town = Array.from({ length: 100 }, (_, index) => square(16 + index / 1000, 59.5));
  const [west, south, east, north] = frameOf({ features: [...town, square(19, 62)] })!;
  expect(west).toBeLessThan(16.01);
  expect(east).toBeLessThan(16.2);
  expect(south).toBeLessThan(59.5);
  expect(north).toBeLessThan(60);
  expect(frameOf({ features: [] })).toBeNull();
});
