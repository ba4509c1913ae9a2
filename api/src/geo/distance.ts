import type { Metres } from './projection.js';

/** Straight distance between two points on the map plane, in metres. */
export function distance(a: Metres, b: Metres): number {
  return Math.sqrt(squaredDistance(a, b));
}

/** The square of the distance, in square metres: enough for comparisons, and free of the root. */
export function squaredDistance(a: Metres, b: Metres): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

/** The mean place of points in metres, each counted by its weight (1 without weights); undefined for no points or no weight. */
export function weightedCentre(points: readonly Metres[], weights?: readonly number[]): Metres | undefined {
  let total = 0;
  let x = 0;
  let y = 0;
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
    const weight = weights?.[index] ?? 1;
    total += weight;
    x += weight * point.x;
    y += weight * point.y;
  }
  return total > 0 ? { x: x / total, y: y / total } : undefined;
}
