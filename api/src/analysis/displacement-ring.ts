import { boundsOf, containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';

/**
 * Does a point lie in the ring round the place: outside the polygon, but at most `ringMetres` from its edge? That is where
 * trouble may have moved, or where the effort may have helped too. `except` are other places whose ground is not the
 * ring's. No polygon or no width: nothing lies in the ring.
 */
export function displacementRing(
  place: MetresMultiPolygon,
  { ringMetres = 200, except = [] }: { readonly ringMetres?: number; readonly except?: MetresMultiPolygon } = {},
): (point: Metres) => boolean {
  const bounds = boundsOf(place);
  if (!bounds || !(ringMetres > 0)) return () => false;
  const inPlace = containment(place);
  const inOther = containment(except);
  const { minX, minY, maxX, maxY } = bounds;
  return (point) =>
    point.x >= minX - ringMetres &&
    point.x <= maxX + ringMetres &&
    point.y >= minY - ringMetres &&
    point.y <= maxY + ringMetres &&
    !inPlace(point) &&
    !inOther(point) &&
    squaredDistanceToEdge(place, point) <= ringMetres * ringMetres;
}

function squaredDistanceToEdge(place: MetresMultiPolygon, point: Metres): number {
  let least = Infinity;
  for (const rings of place) {
    for (const ring of rings) {
      for (let corner = 1; corner < ring.length; corner++) {
        least = Math.min(least, squaredDistanceToSide(ring[corner - 1]!, ring[corner]!, point));
      }
    }
  }
  return least;
}

function squaredDistanceToSide(a: readonly [number, number], b: readonly [number, number], point: Metres): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? ((point.x - a[0]) * dx + (point.y - a[1]) * dy) / length : 0;
  const share = Math.min(1, Math.max(0, along));
  return (point.x - a[0] - share * dx) ** 2 + (point.y - a[1] - share * dy) ** 2;
}
