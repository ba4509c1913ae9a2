import { clipToMask } from './clip.js';
import { centresOf, type Centres } from './disc-centres.js';
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
  const centres = centresOf(points, radiusMetres);
  const search = {
    radius: radiusMetres,
    least: new Float64Array(8),
    found: new Int32Array(8),
    runs: new Int32Array(4 * centres.reach + 2),
    from: [] as number[],
    to: [] as number[],
    open: [] as Arc[],
  };
  for (let at = 0; at < centres.count; at++) findOpenArcs(at, centres, search);
  const rings = ringsFrom(search.open);
  // a clockwise ring is a gap inside
  const outer = rings.filter((ring) => signedRingArea(ring) > 0).map((ring) => [ring]);
  const polygon = mask ? clipToMask(outer, mask) : outer;
  return { polygon, areaSquareMetres: areaOf(polygon), diameterMetres: diameterOf(polygon) };
}

/** A piece of a disc's rim that no other disc covers, counter-clockwise. */
interface Arc {
  readonly corners: readonly (readonly [number, number])[];
  readonly closed: boolean;
}

/** Part of a circle's rim in radians, counter-clockwise; `to` may lie past a full turn. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the middle of a circle to the middles of discs, dx and dy in turn. */
type Offsets = readonly number[];

/** The radius of all discs, room for what is found around one of them, and the arcs found so far. */
interface Search {
  readonly radius: number;
  readonly least: Float64Array;
  readonly found: Int32Array;
  readonly runs: Int32Array;
  /** Where stretches of a rim begin and end. */
  readonly from: number[];
  readonly to: number[];
  readonly open: Arc[];
}

/**
 * Adds the open arcs of a circle. The nearest disc in each eighth of the compass mostly settles that there are none; of the
 * other discs only those count that reach into what these leave open, which is told without any angle.
 */
function findOpenArcs(at: number, centres: Centres, search: Search): void {
  if (isHidden(at, centres, search)) return;
  const { radius, open } = search;
  const centre = { x: centres.x[at]!, y: centres.y[at]! };
  const nearest = nearestAround(at, centres, search);
  if (nearest.length === 0) {
    open.push({ corners: rim(centre, radius, 0, 2 * Math.PI), closed: true });
    return;
  }
  const left = spansLeftBy(nearest, search);
  if (left.length === 0) return;
  for (const span of left) addReachingInto(span, at, { centres, radius, offsets: nearest });
  for (const { from, to } of spansLeftBy(nearest, search))
    open.push({ corners: rim(centre, radius, from, to), closed: false });
}

/** Is there a disc in every eighth of the compass no further away than the radius times the root of two? Each covers its eighth alone. */
function isHidden(at: number, centres: Centres, { radius, runs }: Search): boolean {
  const { sortedX, sortedY } = centres;
  const enough = 1.999 * radius * radius;
  const [x, y] = [centres.x[at]!, centres.y[at]!];
  // the reach is of two radii, of which the root of two is less than three quarters
  const found = runsAround(at, Math.ceil(0.75 * centres.reach), { centres, runs });
  let covered = 0;
  for (let run = 0; run < found; run += 2) {
    for (let place = runs[run]!; place < runs[run + 1]!; place++) {
      const dx = sortedX[place]! - x;
      const dy = sortedY[place]! - y;
      const gap = dx * dx + dy * dy;
      // a bit without branches: places come in no order that a processor could guess
      covered |= (Number(gap <= enough) & Number(gap > 0)) << eighthOf(dx, dy);
      if (covered === 255) return true;
    }
  }
  return false;
}

/** The nearest disc in each eighth of the compass, as offsets; of those that meet the circle. */
function nearestAround(at: number, centres: Centres, { radius, least, found, runs }: Search): number[] {
  const { sortedX, sortedY } = centres;
  const [x, y] = [centres.x[at]!, centres.y[at]!];
  least.fill(4 * radius * radius);
  found.fill(-1);
  const end = runsAround(at, centres.reach, { centres, runs });
  for (let run = 0; run < end; run += 2) {
    for (let place = runs[run]!; place < runs[run + 1]!; place++) {
      const dx = sortedX[place]! - x;
      const dy = sortedY[place]! - y;
      const gap = dx * dx + dy * dy;
      const eighth = eighthOf(dx, dy);
      if (gap >= least[eighth]! || gap === 0) continue;
      least[eighth] = gap;
      found[eighth] = place;
    }
  }
  const nearest: number[] = [];
  for (const place of found) if (place >= 0) nearest.push(sortedX[place]! - x, sortedY[place]! - y);
  return nearest;
}

function eighthOf(dx: number, dy: number): number {
  return (Number(dx > 0) << 2) | (Number(dy > 0) << 1) | Number(Math.abs(dx) > Math.abs(dy));
}

/** Writes where the places within so many cells begin and end, the centre's own row first, then the rows on either side in turn. */
function runsAround(
  at: number,
  reach: number,
  { centres, runs }: { readonly centres: Centres; readonly runs: Int32Array },
): number {
  const { start, columns, rows, cell } = centres;
  const ownRow = Math.floor(cell[at]! / columns);
  const ownColumn = cell[at]! - ownRow * columns;
  const [leftmost, rightmost] = [Math.max(0, ownColumn - reach), Math.min(columns - 1, ownColumn + reach)];
  let end = 0;
  for (let step = 0; step <= 2 * reach; step++) {
    const row = ownRow + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
    if (row < 0 || row >= rows) continue;
    runs[end++] = start[row * columns + leftmost]!;
    runs[end++] = start[row * columns + rightmost + 1]!;
  }
  return end;
}

/** Adds the discs that cover any of a span: one of its ends, or a part between them. */
function addReachingInto(
  { from, to }: Span,
  at: number,
  { centres, radius, offsets }: { readonly centres: Centres; readonly radius: number; readonly offsets: number[] },
): void {
  const { sortedX, sortedY, start, columns, rows, cell, reach } = centres;
  const [x, y] = [centres.x[at]!, centres.y[at]!];
  const [fromX, fromY, toX, toY] = [Math.cos(from), Math.sin(from), Math.cos(to), Math.sin(to)];
  const isWide = to - from >= Math.PI;
  const ownRow = Math.floor(cell[at]! / columns);
  const ownColumn = cell[at]! - ownRow * columns;
  const [leftmost, rightmost] = [Math.max(0, ownColumn - reach), Math.min(columns - 1, ownColumn + reach)];
  for (let row = Math.max(0, ownRow - reach); row <= Math.min(rows - 1, ownRow + reach); row++) {
    const end = start[row * columns + rightmost + 1]!;
    for (let place = start[row * columns + leftmost]!; place < end; place++) {
      const dx = sortedX[place]! - x;
      const dy = sortedY[place]! - y;
      const gap = dx * dx + dy * dy;
      if (gap === 0 || gap >= 4 * radius * radius) continue;
      // a direction is covered when the disc reaches further along it than half of its distance; a hair more is let in
      const half = gap / (2 * radius) - 1e-6;
      const isReached =
        isWide ||
        dx * fromX + dy * fromY > half ||
        dx * toX + dy * toY > half ||
        (fromX * dy - fromY * dx >= 0 && dx * toY - dy * toX >= 0);
      if (isReached) offsets.push(dx, dy);
    }
  }
}

/** Covers the circle with the stretches that lie under other discs, at least one; what is left between them is open. */
function spansLeftBy(offsets: Offsets, { radius, from, to }: Search): Span[] {
  const count = offsets.length / 2;
  let furthest = -Infinity;
  for (let at = 0; at < count; at++) {
    const dx = offsets[2 * at]!;
    const dy = offsets[2 * at + 1]!;
    const half = Math.acos(Math.sqrt(dx * dx + dy * dy) / (2 * radius));
    const begins = turnsFrom(Math.atan2(dy, dx) - half);
    // sorted as they come: mostly a few, and never more than small squares near a circle
    let place = at;
    for (; place > 0 && from[place - 1]! > begins; place--) {
      from[place] = from[place - 1]!;
      to[place] = to[place - 1]!;
    }
    from[place] = begins;
    to[place] = begins + 2 * half;
    furthest = Math.max(furthest, to[place]! - 2 * Math.PI);
  }
  const spans: Span[] = [];
  const first = from[0]!;
  // stretches that reach past a full turn cover the beginning as well
  let reached = furthest < first ? to[0]! : Math.max(furthest, to[0]!);
  for (let at = 1; at < count; at++) {
    if (from[at]! > reached) spans.push({ from: reached, to: from[at]! });
    reached = Math.max(reached, to[at]!);
  }
  if (first + 2 * Math.PI > reached) spans.push({ from: reached, to: first + 2 * Math.PI });
  return spans;
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
