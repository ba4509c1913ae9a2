import { columnsOf } from './point-columns.js';
import { toMetres, toPosition, type Metres, type Position } from './projection.js';

/** A closed ring on the map plane: the first coordinate pair is repeated last. Pairs are [easting, northing] in metres. */
export type MetresRing = readonly (readonly [x: number, y: number])[];
/** Polygons on the map plane, each an outer ring followed by its holes. */
export type MetresMultiPolygon = readonly (readonly MetresRing[])[];

/** GeoJSON as it goes on the wire (RFC 7946): degrees, longitude first, outer rings counter-clockwise. */
export interface GeoJsonMultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly Position[])[])[];
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Area enclosed by a ring in square metres, positive when it runs counter-clockwise (the shoelace formula). */
export function signedRingArea(ring: MetresRing): number {
  const origin = ring[0];
  if (!origin) return 0;
  let doubled = 0;
  // measured from the first corner: coordinates of seven digits would lose the small areas
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    doubled += (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
  }
  return doubled / 2;
}

/** Area of polygons in square metres, holes taken away. */
export function areaOf(polygons: MetresMultiPolygon): number {
  let total = 0;
  for (const rings of polygons) {
    for (const [index, ring] of rings.entries()) {
      const area = Math.abs(signedRingArea(ring));
      total += index === 0 ? area : -area;
    }
  }
  return Math.max(0, total);
}

/** The longest straight distance within the polygons' corners, in metres (0 for no polygon). */
export function diameterOf(polygons: MetresMultiPolygon): number {
  const { x, y } = columnsOf(
    polygons.flatMap((rings) => (rings[0] ?? []).map(([east, north]) => ({ x: east, y: north }))),
  );
  return longestSpanOf(x, y);
}

/** The longest straight distance between points, given by column, in metres; 0 for fewer than two. */
export function longestSpanOf(x: Float64Array, y: Float64Array): number {
  const far = farFromMiddle(x, y).map((at) => [x[at]!, y[at]!] as const);
  // of a few hundred, comparing all is sooner done than finding the hull
  const ends = far.length > mostCompared ? convexHull(far) : far;
  let longest = 0;
  for (let first = 0; first < ends.length; first++) {
    const [ax, ay] = ends[first]!;
    for (let second = first + 1; second < ends.length; second++) {
      const across = ends[second]![0] - ax;
      const up = ends[second]![1] - ay;
      const squared = across * across + up * up;
      if (squared > longest) longest = squared;
    }
  }
  return Math.sqrt(longest);
}

const mostCompared = 400;

/** Andrew's monotone chain; corners in order, not repeated. */
function convexHull(points: MetresRing): MetresRing {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(sorted: MetresRing): MetresRing {
  const chain: (readonly [number, number])[] = [];
  for (const point of sorted) {
    while (chain.length >= 2 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

function turn(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/**
 * The points that may be an end of the longest distance. From the one furthest from the middle of all, some point lies so
 * and so far away, and the longest distance is no shorter: nearer to the middle than what the outermost point lacks of
 * it, a point has nothing so far away.
 */
function farFromMiddle(x: Float64Array, y: Float64Array): number[] {
  const middle = { x: middleOf(x), y: middleOf(y) };
  const fromMiddle = distancesFrom(x, y, middle);
  const outermost = Math.max(0, fromMiddle.indexOf(greatestOf(fromMiddle)));
  const least = greatestOf(distancesFrom(x, y, { x: x[outermost]!, y: y[outermost]! }));
  // a hair less, for the rounding of the distances
  const enough = (least - fromMiddle[outermost]!) * (1 - 1e-9) - 1e-6;
  const far: number[] = [];
  for (let at = 0; at < x.length; at++) if (!(fromMiddle[at]! < enough)) far.push(at);
  return far;
}

function middleOf(values: Float64Array): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    if (values[at]! < least) least = values[at]!;
    if (values[at]! > greatest) greatest = values[at]!;
  }
  return (least + greatest) / 2;
}

function greatestOf(values: Float64Array): number {
  let greatest = -Infinity;
  for (let at = 0; at < values.length; at++) if (values[at]! > greatest) greatest = values[at]!;
  return greatest;
}

function distancesFrom(x: Float64Array, y: Float64Array, from: Metres): Float64Array {
  const distances = new Float64Array(x.length);
  for (let at = 0; at < x.length; at++) {
    const [across, up] = [x[at]! - from.x, y[at]! - from.y];
    distances[at] = Math.sqrt(across * across + up * up);
  }
  return distances;
}

/** The smallest upright rectangle round the polygons; undefined when there is none. */
export function boundsOf(polygons: MetresMultiPolygon): Bounds | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of polygons) {
    for (const [x, y] of rings[0] ?? []) {
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : undefined;
}

/** The upright rectangle round the points; of no points it holds nothing. */
export function boundsOfPoints(points: readonly Metres[]): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX, minY, maxX, maxY };
}

/** Is the point inside one of the polygons and in none of its holes? An edge counts as inside to the west and south only. */
export function polygonsContain(polygons: MetresMultiPolygon, point: Metres): boolean {
  return polygons.some((rings) => pointInPolygon(rings, point));
}

/** The same question for many points: edges are laid out by their height once, and a point looks only at those beside it. */
export function containment(polygons: MetresMultiPolygon): (point: Metres) => boolean {
  const bounds = boundsOf(polygons);
  if (!bounds) return () => false;
  const { minX, minY, maxX, maxY } = bounds;
  const laidOut = polygons.map((rings) => slabsOf(rings, bounds));
  return ({ x, y }) => {
    if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return false;
    for (let polygon = 0; polygon < laidOut.length; polygon++) if (isInsideSlabs(laidOut[polygon]!, x, y)) return true;
    return false;
  };
}

/** The edges of a polygon by slabs of height: those that pass through a slab lie beside each other, four numbers each. */
interface Slabs {
  readonly count: number;
  readonly bottom: number;
  /** Of each slab. */
  readonly height: number;
  /** Per slab, where its edges end and the next slab's begin. */
  readonly past: Int32Array;
  readonly edges: Float64Array;
}

const mostSlabs = 512;

function slabsOf(rings: readonly MetresRing[], { minY, maxY }: Bounds): Slabs {
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
  const count = Math.max(1, Math.min(mostSlabs, Math.floor(corners / 4)));
  const past = new Int32Array(count + 1);
  const laying = { count, bottom: minY, height: (maxY - minY) / count, past };
  // counted first and written then, so that all edges lie beside each other
  for (const ring of rings) layRing(ring, laying, undefined);
  for (let slab = 0; slab < count; slab++) past[slab + 1]! += past[slab]!;
  const edges = new Float64Array(4 * past[count]!);
  for (const ring of rings) layRing(ring, laying, edges);
  return { count, bottom: minY, height: laying.height, past, edges };
}

/** Counts the edges of each slab, one place later; or writes them, and moves on where the slab's begin. */
function layRing(ring: MetresRing, slabs: Omit<Slabs, 'edges'>, edges: Float64Array | undefined): void {
  const { past } = slabs;
  for (let index = 1; index < ring.length; index++) {
    const [fromX, fromY] = ring[index - 1]!;
    const [toX, toY] = ring[index]!;
    const last = slabAt(Math.max(fromY, toY), slabs);
    for (let slab = slabAt(Math.min(fromY, toY), slabs); slab <= last; slab++) {
      if (edges === undefined) {
        past[slab + 1]!++;
        continue;
      }
      const at = 4 * past[slab]!++;
      edges[at] = fromX;
      edges[at + 1] = fromY;
      edges[at + 2] = toX;
      edges[at + 3] = toY;
    }
  }
}

function slabAt(y: number, { count, bottom, height }: Omit<Slabs, 'edges'>): number {
  return height > 0 ? Math.min(count - 1, Math.max(0, Math.floor((y - bottom) / height))) : 0;
}

/** `pointInPolygon` for a point within the bounds. */
function isInsideSlabs(slabs: Slabs, x: number, y: number): boolean {
  const { past, edges } = slabs;
  const slab = slabAt(y, slabs);
  const end = 4 * past[slab]!;
  let inside = false;
  for (let at = slab === 0 ? 0 : 4 * past[slab - 1]!; at < end; at += 4) {
    const ay = edges[at + 1]!;
    const by = edges[at + 3]!;
    if (ay > y !== by > y && x < ((edges[at + 2]! - edges[at]!) * (y - ay)) / (by - ay) + edges[at]!) inside = !inside;
  }
  return inside;
}

/** The same for one polygon: even-odd rule over all its rings, so that holes fall out by themselves. */
export function pointInPolygon(rings: readonly MetresRing[], { x, y }: Metres): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = ring[index - 1]!;
      const [bx, by] = ring[index]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** The same polygons with outer rings counter-clockwise and holes clockwise, as RFC 7946 section 3.1.6 wants them. */
export function withRightHandRule(polygons: MetresMultiPolygon): MetresMultiPolygon {
  return polygons.map((rings) =>
    rings.map((ring, index) => (signedRingArea(ring) > 0 === (index === 0) ? ring : ring.toReversed())),
  );
}

/** Metres to GeoJSON at the door. Corners that fall on the same six decimals are kept once; a ring that collapses is dropped. */
export function toGeoJson(polygons: MetresMultiPolygon): GeoJsonMultiPolygon {
  const coordinates = withRightHandRule(polygons)
    .map((rings) => rings.map((ring) => withoutRepeats(ring.map(([x, y]) => toPosition({ x, y })))))
    .map((rings) => (rings[0] && rings[0].length >= 4 ? rings.filter((ring) => ring.length >= 4) : []))
    .filter((rings) => rings.length > 0);
  return { type: 'MultiPolygon', coordinates };
}

/** A narrow waist may fall on one position when rounded: the second corner there goes, since a ring may not touch itself. */
function withoutRepeats(ring: readonly Position[]): readonly Position[] {
  const latitudes = new Map<number, number[]>();
  const kept = ring.slice(0, -1).filter(([longitude, latitude]) => {
    const there = latitudes.get(longitude);
    if (there?.includes(latitude)) return false;
    if (there) there.push(latitude);
    else latitudes.set(longitude, [latitude]);
    return true;
  });
  return kept.length > 0 ? [...kept, kept[0]!] : [];
}

/** GeoJSON coordinates of polygons (degrees) to metres, in the same order and winding. */
export function fromGeoJson(multiPolygon: GeoJsonMultiPolygon): MetresMultiPolygon {
  return multiPolygon.coordinates.map((rings) => rings.map((ring) => ring.map(toPair)));
}

function toPair(position: Position): readonly [number, number] {
  const { x, y } = toMetres(position);
  return [x, y];
}
