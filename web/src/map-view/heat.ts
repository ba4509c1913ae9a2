import type { Metres } from '../../../api/src/geo/projection.js';

/** How far an event is felt in the heat map, in metres on the ground. */
export const heatReach = 140;

/** MapLibre's kernel at distance 0: one over the square root of 2π. */
const peak = 0.3989422804;

/**
 * The strength that makes the densest part of a heat map just reach the top of its ramp, so that neither few events look
 * like nothing nor many like a solid blot. Density is summed as MapLibre does (a Gaussian cut at the radius, three
 * standard deviations). The denser twentieth of the points is not let decide, for example one coordinate used by default.
 *
 * @returns a factor for `heatmap-intensity`, 1 for no points
 */
export function heatStrength(points: readonly Metres[], reach = heatReach): number {
  const cells = new Map<string, Metres[]>();
  for (const point of points) {
    const key = cellOf(point, reach);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [point]);
    else cell.push(point);
  }
  const seen = new Map<string, number>();
  for (const point of points) {
    const key = `${point.x} ${point.y}`;
    if (!seen.has(key)) seen.set(key, densityAt(point, cells, reach));
  }
  const densities = [...seen.values()].toSorted((a, b) => a - b);
  const high = densities[Math.floor((densities.length - 1) * 0.95)];
  return high === undefined ? 1 : 1 / high;
}

/**
 * The strength for maps beside each other: that of the densest, so that a colour means the same on all of them.
 *
 * @returns a factor for `heatmap-intensity`, 1 when none of them has a point
 */
export function sharedStrength(maps: readonly (readonly Metres[])[], reach = heatReach): number {
  const strengths = maps.filter(({ length }) => length > 0).map((points) => heatStrength(points, reach));
  return strengths.length === 0 ? 1 : Math.min(...strengths);
}

function cellOf({ x, y }: Metres, side: number): string {
  return `${Math.floor(x / side)} ${Math.floor(y / side)}`;
}

function densityAt(at: Metres, cells: ReadonlyMap<string, readonly Metres[]>, reach: number): number {
  let density = 0;
  for (const dx of [-reach, 0, reach]) {
    for (const dy of [-reach, 0, reach]) {
      for (const { x, y } of cells.get(cellOf({ x: at.x + dx, y: at.y + dy }, reach)) ?? []) {
        const squared = ((x - at.x) ** 2 + (y - at.y) ** 2) / reach ** 2;
        if (squared < 1) density += peak * Math.exp(-4.5 * squared);
      }
    }
  }
  return density;
}
