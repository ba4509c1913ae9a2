import { intersection } from 'polyclip-ts';
import {
  boundsOf,
  polygonsContain,
  withRightHandRule,
  type Bounds,
  type MetresMultiPolygon,
  type MetresRing,
} from './polygon.js';

type Pair = readonly [number, number];
type MutableMultiPolygon = [number, number][][][];

const nudgesMetres = [0, 0.0011, -0.0017, 0.0043];

/**
 * The part of the polygons that lies inside the mask; both in metres. Polygons wholly inside are returned as they are.
 * Should the clipping library fail on coinciding lines, it is asked again with the polygons moved by millimetres; should
 * it fail every time, the polygons stay uncut, which a border place can bear better than an error.
 */
export function clipToMask(polygons: MetresMultiPolygon, mask: MetresMultiPolygon): MetresMultiPolygon {
  const bounds = boundsOf(polygons);
  if (!bounds) return [];
  const around = { minX: bounds.minX - 10, minY: bounds.minY - 10, maxX: bounds.maxX + 10, maxY: bounds.maxY + 10 };
  const near = nearPart(mask, around);
  if (near.length === 0) return [];
  if (liesInside(polygons, near, around)) return polygons;
  for (const nudge of nudgesMetres) {
    const clipped = tryIntersection(polygons, near, nudge);
    if (clipped) return withRightHandRule(clipped);
  }
  return polygons;
}

/** Does no border of the mask come within ten metres of the rectangle, and does the mask hold it? */
export function maskHolds(mask: MetresMultiPolygon, { minX, minY, maxX, maxY }: Bounds): boolean {
  const corners: Pair[] = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
    [minX, minY],
  ];
  const around = { minX: minX - 10, minY: minY - 10, maxX: maxX + 10, maxY: maxY + 10 };
  return liesInside([[corners]], nearPart(mask, around), around);
}

/** The mask cut to a rectangle. */
function nearPart(mask: MetresMultiPolygon, around: Bounds): MetresMultiPolygon {
  return mask
    .map((rings) => rings.map((ring) => cutToBounds(ring, around)).filter((ring) => ring.length >= 4))
    .filter((rings) => rings.length > 0);
}

function tryIntersection(
  polygons: MetresMultiPolygon,
  mask: MetresMultiPolygon,
  nudge: number,
): MetresMultiPolygon | undefined {
  try {
    const moved = polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): [number, number] => [x + nudge, y - nudge])),
    );
    return intersection(moved, mask as MutableMultiPolygon);
  } catch {
    return undefined;
  }
}

/** The mask near the polygons is nothing but the rectangle it was cut to: no border comes near, not even a straight one. */
function liesInside(
  polygons: MetresMultiPolygon,
  near: MetresMultiPolygon,
  { minX, minY, maxX, maxY }: Bounds,
): boolean {
  const runsAlong = ([fromX, fromY]: Pair, [toX, toY]: Pair): boolean =>
    (fromX === toX && (fromX === minX || fromX === maxX)) || (fromY === toY && (fromY === minY || fromY === maxY));
  const isRim = (ring: MetresRing): boolean =>
    ring.every((corner, index) => index === 0 || runsAlong(ring[index - 1]!, corner));
  const corner = polygons[0]?.[0]?.[0];
  if (!corner || !near.every((rings) => rings.every(isRim))) return false;
  return polygonsContain(near, { x: corner[0], y: corner[1] });
}

/** Sutherland and Hodgman's clipping to an upright rectangle (1974): masks have thousands of corners, a place needs a few. */
function cutToBounds(ring: MetresRing, { minX, minY, maxX, maxY }: Bounds): MetresRing {
  let corners: Pair[] = ring.slice(0, -1);
  corners = cutBy(
    corners,
    ([x]) => x - minX,
    ([, y]) => [minX, y],
  );
  corners = cutBy(
    corners,
    ([x]) => maxX - x,
    ([, y]) => [maxX, y],
  );
  corners = cutBy(
    corners,
    ([, y]) => y - minY,
    ([x]) => [x, minY],
  );
  corners = cutBy(
    corners,
    ([, y]) => maxY - y,
    ([x]) => [x, maxY],
  );
  return corners.length >= 3 ? [...corners, corners[0]!] : [];
}

function cutBy(corners: readonly Pair[], depth: (corner: Pair) => number, onLine: (corner: Pair) => Pair): Pair[] {
  const kept: Pair[] = [];
  for (const [index, corner] of corners.entries()) {
    const before = corners[(index + corners.length - 1) % corners.length]!;
    const here = depth(corner);
    const there = depth(before);
    if (here >= 0 !== there >= 0) {
      const part = there / (there - here);
      kept.push(onLine([before[0] + part * (corner[0] - before[0]), before[1] + part * (corner[1] - before[1])]));
    }
    if (here >= 0) kept.push(corner);
  }
  return kept;
}
