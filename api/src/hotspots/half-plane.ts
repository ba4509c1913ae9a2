import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';

/** Far enough that no hot spot reaches beyond it. */
const reachMetres = 50_000;

/**
 * The ground to the left of the straight line through two points, as one polygon in metres, seen in the direction from
 * the first to the second; null when they are the same point.
 */
export function leftOf(from: Metres, to: Metres): MetresMultiPolygon | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 0.1) return null;
  const along = { x: (dx / length) * reachMetres, y: (dy / length) * reachMetres };
  const left = { x: -along.y, y: along.x };
  const back = [from.x - along.x, from.y - along.y] as const;
  const ahead = [to.x + along.x, to.y + along.y] as const;
  const corner = ([x, y]: readonly [number, number]): readonly [number, number] => [x + left.x, y + left.y];
  return [[[back, ahead, corner(ahead), corner(back), back]]];
}
