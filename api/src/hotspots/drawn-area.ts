import { DomainError } from '../app/domain-error.js';
import { crossingOf } from '../geo/crossing.js';
import { areaOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { inSweden } from '../geo/geojson.js';
import { type Position, toMetres } from '../geo/projection.js';

/** A hot spot is a place, not a part of town. */
export const largestHotspotSquareMetres = 1_000_000;
/** Rings with more corners are no drawings by hand; what reads them says whether they cross. */
const cornersDrawn = 300;

/** Refuses an outline drawn by hand that crosses itself, and says which sides do. What is no outline at all is left to others. */
export function refuseCrossing(polygon: Readonly<Record<string, unknown>>, pointer: string): void {
  const rings = polygon['type'] === 'Polygon' && Array.isArray(polygon['coordinates']) ? polygon['coordinates'] : [];
  for (const [index, ring] of (rings as unknown[]).entries()) {
    if (!isRing(ring)) continue;
    const crossing = crossingOf(ring.map((position) => pair(position)));
    if (!crossing) continue;
    const [first, second] = crossing.sides;
    const facts = { first: first + 1, second: second + 1 };
    throw new DomainError('invalid-request', {}, [
      { pointer: `${pointer}/coordinates/${index}`, code: 'area-crosses-itself', facts },
    ]);
  }
}

/** Refuses what is left of a drawing within the border when that is nothing, or more than a place. */
export function refuseDrawn(polygon: MetresMultiPolygon, pointer: string): void {
  const area = areaOf(polygon);
  if (area < 1) throw new DomainError('invalid-request', {}, [{ pointer, code: 'area-elsewhere' }]);
  if (area <= largestHotspotSquareMetres) return;
  const facts = { hectares: Math.round(area / 10_000) };
  throw new DomainError('invalid-request', {}, [{ pointer, code: 'area-too-large', facts }]);
}

function isRing(ring: unknown): ring is Position[] {
  return Array.isArray(ring) && ring.length >= 4 && ring.length <= cornersDrawn && ring.every(isPosition);
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [longitude, latitude] = value as unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number' && inSweden(longitude, latitude);
}

function pair(position: Position): readonly [number, number] {
  const { x, y } = toMetres(position);
  return [x, y];
}
