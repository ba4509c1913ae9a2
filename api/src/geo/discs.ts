import { clipToMask } from './clip.js';
import type { Metres } from './projection.js';
import { areaOf, diameterOf, signedRingArea, type MetresMultiPolygon, type MetresRing } from './polygon.js';

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

const cornersPerDisc = 32;
const finestStepMetres = 0.5;
const shiftMetres = 0.02;

/**
 * What area do discs of one radius round these points cover together?
 *
 * Points closer than half a metre (a tenth of the radius once they are hundreds) are drawn once; gaps that the discs
 * enclose on all sides belong to the place; the mask may cut it into parts or holes. The answer is a valid MultiPolygon,
 * outer rings counter-clockwise; it is empty, with area 0, when there are no points, when the radius is not positive or
 * when everything lies outside the mask.
 *
 * The rim of a disc that no other covers lies in the disc's own Voronoi cell, and so do its chords, as the cell is
 * convex: outlines drawn from such arcs cannot cross each other, which general polygon clipping does not promise.
 */
export function polygonFromDiscs(points: readonly Metres[], { radiusMetres, mask }: DiscOptions): Outline {
  if (!(radiusMetres > 0)) return { polygon: [], areaSquareMetres: 0, diameterMetres: 0 };
  const centres = thinned(points, radiusMetres);
  const near = nearbyCentres(centres, 2 * radiusMetres);
  const rings = ringsFrom(centres.flatMap((centre) => openArcs(centre, near(centre), radiusMetres)));
  // a clockwise ring is a gap inside
  const outer = rings.filter((ring) => signedRingArea(ring) > 0).map((ring) => [ring]);
  const polygon = mask ? clipToMask(outer, mask) : outer;
  return { polygon, areaSquareMetres: areaOf(polygon), diameterMetres: diameterOf(polygon) };
}

/**
 * One point per small square, moved by up to 2 cm in a direction that its coordinates decide, so that no three circles
 * meet in one point and none only touch, which rounded coordinates otherwise do all the time.
 */
function thinned(points: readonly Metres[], radiusMetres: number): Metres[] {
  const step = points.length > 300 ? Math.max(finestStepMetres, radiusMetres / 10) : finestStepMetres;
  const kept = new Map<string, Metres>();
  for (const point of points) {
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    const key = `${Math.round(point.x / step)} ${Math.round(point.y / step)}`;
    if (!kept.has(key))
      kept.set(key, { x: point.x + shiftFrom(point.x, point.y), y: point.y + shiftFrom(point.y, -point.x) });
  }
  return [...kept.values()];
}

/** Looks up the centres in the nine squares round a centre, which hold all that its disc can meet. */
function nearbyCentres(centres: readonly Metres[], side: number): (centre: Metres) => Metres[] {
  const squares = new Map<string, Metres[]>();
  const column = (x: number): number => Math.floor(x / side);
  for (const centre of centres) {
    const key = `${column(centre.x)} ${column(centre.y)}`;
    const square = squares.get(key);
    if (square) square.push(centre);
    else squares.set(key, [centre]);
  }
  const steps = [-1, 0, 1];
  // centres of one square share the list of what is near
  const lists = new Map<string, Metres[]>();
  return ({ x, y }) => {
    const key = `${column(x)} ${column(y)}`;
    const known = lists.get(key);
    if (known) return known;
    const list = steps.flatMap((up) =>
      steps.flatMap((right) => squares.get(`${column(x) + right} ${column(y) + up}`) ?? []),
    );
    lists.set(key, list);
    return list;
  };
}

function shiftFrom(a: number, b: number): number {
  const mixed = Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453;
  return (mixed - Math.floor(mixed) - 0.5) * 2 * shiftMetres;
}

/** A piece of a disc's rim that no other disc covers, counter-clockwise. */
interface Arc {
  readonly corners: readonly (readonly [number, number])[];
  readonly closed: boolean;
}

/** So many discs close by hide a circle in the middle of a dense place already. */
const fewThatHide = 24;

/** The open arcs of a circle; in a dense place a few of the discs close by settle that there are none. */
function openArcs(centre: Metres, near: readonly Metres[], radius: number): Arc[] {
  const close = near.filter(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2 < radius * radius);
  if (close.length > 2 * fewThatHide) {
    const stride = close.length / fewThatHide;
    const some = Array.from({ length: fewThatHide }, (_, index) => close[Math.floor(index * stride)]!);
    if (arcsLeftBy(centre, some, radius).length === 0) return [];
  }
  return arcsLeftBy(centre, near, radius);
}

/** Covers the circle with the stretches that lie under other discs; what is left between them is open. */
function arcsLeftBy(centre: Metres, near: readonly Metres[], radius: number): Arc[] {
  const covered: [number, number][] = [];
  for (const other of near) {
    const dx = other.x - centre.x;
    const dy = other.y - centre.y;
    const gap = Math.sqrt(dx * dx + dy * dy);
    if (other === centre || gap >= 2 * radius || gap === 0) continue;
    const half = Math.acos(gap / (2 * radius));
    const from = turnsFrom(Math.atan2(dy, dx) - half);
    covered.push([from, from + 2 * half]);
  }
  if (covered.length === 0) return [{ corners: rim(centre, radius, 0, 2 * Math.PI), closed: true }];
  covered.sort((a, b) => a[0] - b[0]);
  const arcs: Arc[] = [];
  const first = covered[0]![0];
  // stretches that reach past a full turn cover the beginning as well
  let reached = Math.max(...covered.map(([, to]) => to - 2 * Math.PI), covered[0]![1]);
  if (Math.max(...covered.map(([, to]) => to)) - 2 * Math.PI < first) reached = covered[0]![1];
  for (const [from, to] of [...covered.slice(1), [first + 2 * Math.PI, first + 2 * Math.PI] as [number, number]]) {
    if (from > reached) arcs.push({ corners: rim(centre, radius, reached, from), closed: false });
    reached = Math.max(reached, to);
  }
  return arcs;
}

function turnsFrom(angle: number): number {
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** Corners from one angle to another: both ends and the corners of the regular polygon between them. */
function rim(centre: Metres, radius: number, from: number, to: number): (readonly [number, number])[] {
  const step = (2 * Math.PI) / cornersPerDisc;
  const angles = [from];
  for (let corner = Math.ceil(from / step + 0.05); corner * step < to - 0.05 * step; corner++)
    angles.push(corner * step);
  angles.push(to);
  return angles.map((angle) => [centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)] as const);
}

/** Follows each arc into the one that begins where it ends, until the ring closes. */
function ringsFrom(arcs: readonly Arc[]): MetresRing[] {
  const rings: MetresRing[] = arcs.filter((arc) => arc.closed).map((arc) => closedRing(arc.corners.slice(0, -1)));
  const open = new Set(arcs.filter((arc) => !arc.closed));
  for (const start of open) {
    if (!open.delete(start)) continue;
    const corners = start.corners.slice(0, -1);
    for (let arc = nextArc(start, start, open); arc !== start; arc = nextArc(arc, start, open)) {
      open.delete(arc);
      corners.push(...arc.corners.slice(0, -1));
    }
    if (corners.length >= 3) rings.push(closedRing(corners));
  }
  return rings;
}

function nextArc(arc: Arc, start: Arc, open: ReadonlySet<Arc>): Arc {
  const end = arc.corners[arc.corners.length - 1]!;
  let best = start;
  let least = squaredGap(end, start.corners[0]!);
  for (const candidate of open) {
    const gap = squaredGap(end, candidate.corners[0]!);
    if (gap < least) {
      least = gap;
      best = candidate;
    }
  }
  return best;
}

function squaredGap(a: readonly [number, number], b: readonly [number, number]): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

function closedRing(corners: MetresRing): MetresRing {
  const rounded = corners.map(([x, y]) => [Math.round(x * 1e4) / 1e4, Math.round(y * 1e4) / 1e4] as const);
  return [...rounded, rounded[0]!];
}
