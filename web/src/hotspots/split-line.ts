import type { Line } from './work-api.js';

export const splitWays = ['north', 'south', 'west', 'east', 'own'] as const;
export type SplitWay = (typeof splitWays)[number];

/**
 * A line through a centre that makes one side new: what lies to the left of it, seen from its first point. Degrees; a
 * hot spot is small, so that its sides are straight enough.
 */
export function lineThrough([longitude, latitude]: readonly [number, number], way: Exclude<SplitWay, 'own'>): Line {
  const reach = 0.02;
  const west: [number, number] = [longitude - reach, latitude];
  const east: [number, number] = [longitude + reach, latitude];
  const south: [number, number] = [longitude, latitude - reach];
  const north: [number, number] = [longitude, latitude + reach];
  // Walking east the north lies to the left; walking north, the west.
  const lines = { north: [west, east], south: [east, west], west: [south, north], east: [north, south] } as const;
  const [from, to] = lines[way];
  return [from, to];
}
