import { intersection, union } from 'polyclip-ts';
import type { Metres } from './projection.js';
import { areaOf, diameterOf, withRightHandRule, type MetresMultiPolygon, type MetresRing } from './polygon.js';

/** How the outline of a place is drawn. */
export interface DiscOptions {
  readonly radiusMetres: number;
  /** Only what lies inside is kept, for instance the municipality or its built-up area. */
  readonly mask?: MetresMultiPolygon;
}

/** An outline with the figures that belong to it. */
export interface Outline {
  readonly polygon: MetresMultiPolygon;
  readonly areaSquareMetres: number;
  readonly diameterMetres: number;
}

type Pair = [number, number];
type MutableMultiPolygon = Pair[][][];

const cornersPerDisc = 32;
const finestStepMetres = 1;

/**
 * What area do discs of one radius round these points cover together?
 *
 * Points closer than a metre (a tenth of the radius once they are hundreds) are drawn once and gaps that the discs
 * enclose on all sides belong to the place; the mask may cut it into parts or holes. The answer is a valid MultiPolygon
 * with corners on whole centimetres, outer rings counter-clockwise; it is empty, with area 0, when there are no points,
 * when the radius is not positive or when everything lies outside the mask.
 */
export function polygonFromDiscs(points: readonly Metres[], { radiusMetres, mask }: DiscOptions): Outline {
  const centres = thinned(points, radiusMetres);
  if (centres.length === 0 || !(radiusMetres > 0)) return { polygon: [], areaSquareMetres: 0, diameterMetres: 0 };
  const discs = visible(centres, radiusMetres).map((centre) => [[disc(centre, radiusMetres)]]);
  let covered = withoutHoles(unionOf(discs));
  if (mask) covered = intersection(covered as MutableMultiPolygon, mask as unknown as MutableMultiPolygon);
  const polygon = withRightHandRule(covered.map((rings) => rings.map(toCentimetres)));
  return { polygon, areaSquareMetres: areaOf(polygon), diameterMetres: diameterOf(polygon) };
}

/** One point per small square, the first that fell there; hundreds of points in one place need no finer outline. */
function thinned(points: readonly Metres[], radiusMetres: number): Metres[] {
  const step = points.length > 300 ? Math.max(finestStepMetres, radiusMetres / 10) : finestStepMetres;
  const kept = new Map<string, Metres>();
  for (const point of points) {
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    const key = `${Math.round(point.x / step)} ${Math.round(point.y / step)}`;
    if (!kept.has(key)) kept.set(key, point);
  }
  return [...kept.values()];
}

/** Leaves out discs whose whole rim lies under the others: they add nothing to the outline, and the union is the slow part. */
function visible(centres: readonly Metres[], radiusMetres: number): Metres[] {
  const kept = [...centres];
  const limit = (radiusMetres * 0.999) ** 2;
  for (let index = kept.length - 1; index >= 0; index--) {
    const centre = kept[index]!;
    const near = kept.filter((other) => other !== centre && (other.x - centre.x) ** 2 + (other.y - centre.y) ** 2 < 4 * radiusMetres ** 2);
    const hidden = disc(centre, radiusMetres).every(([x, y]) =>
      near.some((other) => (other.x - x) ** 2 + (other.y - y) ** 2 < limit),
    );
    if (hidden) kept.splice(index, 1);
  }
  return kept;
}

function disc(centre: Metres, radiusMetres: number): Pair[] {
  const ring: Pair[] = [];
  for (let corner = 0; corner < cornersPerDisc; corner++) {
    const angle = (2 * Math.PI * corner) / cornersPerDisc;
    ring.push([centimetres(centre.x + radiusMetres * Math.cos(angle)), centimetres(centre.y + radiusMetres * Math.sin(angle))]);
  }
  ring.push(ring[0]!);
  return ring;
}

/** Joins two by two: a balanced tree keeps every union small. */
function unionOf(parts: MutableMultiPolygon[]): MutableMultiPolygon {
  let rest = parts;
  while (rest.length > 1) {
    const joined: MutableMultiPolygon[] = [];
    for (let index = 0; index < rest.length; index += 4) joined.push(union(rest[index]!, ...rest.slice(index + 1, index + 4)));
    rest = joined;
  }
  return rest[0] ?? [];
}

function withoutHoles(polygons: MutableMultiPolygon): MutableMultiPolygon {
  return polygons.map((rings) => rings.slice(0, 1));
}

function toCentimetres(ring: MetresRing): MetresRing {
  return ring.map(([x, y]) => [centimetres(x), centimetres(y)] as const);
}

function centimetres(value: number): number {
  return Math.round(value * 100) / 100;
}
