import { maskHolds } from '../geo/clip.js';
import { coverOf } from '../geo/cover.js';
import { squareSideOf } from '../geo/disc-centres.js';
import { polygonFromDiscs, type Outline } from '../geo/discs.js';
import { boundsOfPoints, containment, longestSpanOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { columnsOf } from '../geo/point-columns.js';
import type { Metres } from '../geo/projection.js';
import { nestedDbscan, type NumberedCluster, type Search } from './nested-dbscan.js';

export interface DelineateOptions {
  readonly epsMetres: number;
  readonly minPoints: number;
  /** No place may be larger, also inside a busy centre. */
  readonly maxAreaSquareMetres: number;
  readonly maxDiameterMetres: number;
  readonly mask?: MetresMultiPolygon;
}

/** A dense area too large for a place, which was therefore looked at more closely. */
export interface DenseArea {
  readonly points: number;
  /** Of what is not drawn, area and diameter are to within two percent. */
  readonly areaSquareMetres: number;
  readonly diameterMetres: number;
  /** The dense area it was itself a part of, as an index in the list; null at the top. */
  readonly within: number | null;
  readonly epsMetres: number;
  readonly minPoints: number;
}

export interface Place {
  readonly outline: Outline;
  /** The points that its outline was drawn round. */
  readonly cores: readonly Metres[];
  /** The dense area it stands out from, as an index in `denseAreas`; null when it stands alone. */
  readonly within: number | null;
  /** What it took to draw it. */
  readonly epsMetres: number;
  readonly minPoints: number;
}

export interface Delineation {
  readonly places: readonly Place[];
  readonly denseAreas: readonly DenseArea[];
  /** Dense areas in which no part stood out from the rest. */
  readonly areasWithoutPlace: number;
}

const rise = 1.2;
const shrink = 0.7;
const smallestEpsMetres = 20;

/** Points that one reach is tried on, and the search among them. */
interface Ground {
  readonly points: readonly Metres[];
  readonly epsMetres: number;
  readonly search: Search;
}

/** One search: these points of the ground, this threshold, inside this dense area. */
interface Level {
  readonly ground: Ground;
  /** Places in the ground of those that take part, ascending. */
  readonly among: readonly number[];
  readonly minPoints: number;
  readonly within: number | null;
  /** The mask holds all of it: nothing here is cut. */
  readonly isUncut: boolean;
  /** The core points of the cluster that is searched, and its shape; none at the top and where the reach has changed. */
  readonly outer: { readonly cores: number; readonly shape: Shape } | undefined;
}

interface Run {
  readonly options: DelineateOptions;
  readonly denseAreas: DenseArea[];
  readonly pointsOf: (readonly Metres[])[];
  areasWithoutPlace: number;
}

/** A place that may be kept; it is drawn when it is. */
interface Candidate extends Omit<Place, 'outline'> {
  readonly outline: () => Outline;
}

/** Places of one branch and how far they stand out together. */
interface Branch {
  readonly places: readonly Candidate[];
  readonly score: number;
}

/**
 * Where are the dense places, each small enough to act on?
 *
 * DBSCAN; a cluster larger than the cap is searched again among its own points with a threshold 20 % higher, and so on
 * down the tree of ever denser parts. Of the parts that are small enough, those are kept that stand out most from the
 * dense area round them (Kulldorff's likelihood ratio against that area's own density, never against an even town): a
 * part gives way to the parts inside it when they stand out more together. When one point more would leave nothing, the
 * reach is shrunk at the same density. Outlines are discs of eps/2 round the core points; places never overlap, since
 * the cores of different places are more than their reach apart. Parts are weighed by their area in squares (`coverOf`);
 * the places that are kept, and whatever is near the cap or the edge of the mask, are drawn and measured exactly.
 */
export function delineate(points: readonly Metres[], options: DelineateOptions): Delineation {
  const run: Run = { options, denseAreas: [], pointsOf: [], areasWithoutPlace: 0 };
  const { epsMetres, minPoints } = options;
  const search = nestedDbscan(points, epsMetres);
  const places = search(placesUpTo(points.length), minPoints).flatMap((cluster) => {
    // each cluster is ground of its own: what happens far away takes no part in the search inside it
    const ground = groundOf(
      cluster.members.map((at) => points[at]!),
      epsMetres,
    );
    const isCore = new Set(cluster.cores);
    const members = placesUpTo(cluster.members.length);
    const own = { members, cores: members.filter((place) => isCore.has(cluster.members[place]!)) };
    const level = { ground, among: members, minPoints, within: null, isUncut: !options.mask, outer: undefined };
    return explore(own, level, run).places;
  });
  return {
    places: places.map((place) => ({ ...place, outline: place.outline() })),
    denseAreas: run.denseAreas,
    areasWithoutPlace: run.areasWithoutPlace,
  };
}

function groundOf(points: readonly Metres[], epsMetres: number): Ground {
  return { points, epsMetres, search: nestedDbscan(points, epsMetres) };
}

function placesUpTo(count: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < count; at++) places.push(at);
  return places;
}

/** A cluster as a place, or the places inside it. */
function explore(cluster: NumberedCluster, from: Level, run: Run): Branch {
  const { ground, minPoints, within } = from;
  const { points, epsMetres } = ground;
  const among = cluster.members;
  const cores = cluster.cores.map((at) => points[at]!);
  const isUncut = from.isUncut || isHeld(cores, epsMetres, run.options);
  // a higher threshold leaves no new core point: as many as before are the same
  const shape =
    from.outer?.cores === cores.length ? from.outer.shape : shapeOf(cores, { epsMetres, isUncut }, run.options);
  const outer = { cores: cores.length, shape };
  if (shape.isPlaceSized) {
    const place = { outline: shape.outline, cores, within, epsMetres, minPoints };
    const own = { places: [place], score: standsOut(shape, within, run) };
    if (within === null) return own;
    let next = above({ ground, among, minPoints, within, isUncut, outer });
    let found = ground.search(next.among, next.minPoints);
    // as long as no point is lost, what is found stands out as much as this does
    while (found.length === 1 && found[0] === cluster) {
      next = above(next);
      found = ground.search(next.among, next.minPoints);
    }
    const inner = exploreAll(found, next, run);
    return inner.score > own.score ? inner : own;
  }
  const { areaSquareMetres, diameterMetres } = shape;
  run.denseAreas.push({ points: among.length, areaSquareMetres, diameterMetres, within, epsMetres, minPoints });
  run.pointsOf.push(among.map((at) => points[at]!));
  const inside = { ground, among, minPoints, within: run.denseAreas.length - 1, isUncut, outer };
  for (let next: Level | undefined = above(inside); next; next = closer(next, inside)) {
    const found = next.ground.search(next.among, next.minPoints);
    if (found.length > 0) return exploreAll(found, next, run);
  }
  run.areasWithoutPlace++;
  return { places: [], score: 0 };
}

function exploreAll(clusters: readonly NumberedCluster[], level: Level, run: Run): Branch {
  const branches = clusters.map((cluster) => explore(cluster, level, run));
  return {
    places: branches.flatMap((branch) => branch.places),
    score: branches.reduce((sum, branch) => sum + branch.score, 0),
  };
}

function above(level: Level): Level {
  return atThreshold(Math.max(level.minPoints + 1, Math.ceil(level.minPoints * rise)), level);
}

/** Not by spreading, as in `dbscan`: what was compiled for levels would be compiled anew every few calls. */
function atThreshold(minPoints: number, { ground, among, within, isUncut, outer }: Level): Level {
  return { ground, among, minPoints, within, isUncut, outer };
}

/** The step was too long, or the reach is: first one point at a time, then a shorter reach at the same density. */
function closer(level: Level, area: Level): Level | undefined {
  if (level.ground === area.ground && level.minPoints > area.minPoints + 1)
    return atThreshold(area.minPoints + 1, level);
  const { points, epsMetres } = level.ground;
  const nearer = epsMetres * shrink;
  if (nearer < smallestEpsMetres) return undefined;
  const ground = groundOf(
    level.among.map((at) => points[at]!),
    nearer,
  );
  return {
    ground,
    among: placesUpTo(level.among.length),
    minPoints: Math.max(3, Math.floor(level.minPoints * shrink ** 2)),
    within: level.within,
    isUncut: level.isUncut,
    outer: undefined,
  };
}

/** Kulldorff's log likelihood ratio of the place inside its dense area; 0 when it is no denser than the area. */
function standsOut(shape: Shape, within: number | null, { denseAreas, pointsOf }: Run): number {
  if (within === null) return 0;
  const all = pointsOf[within]!;
  let inside = 0;
  for (const point of all) if (shape.contains(point)) inside++;
  const expected = (all.length * shape.areaSquareMetres) / denseAreas[within]!.areaSquareMetres;
  if (inside <= expected) return 0;
  const outside = all.length - inside;
  return (
    inside * Math.log(inside / expected) + (outside > 0 ? outside * Math.log(outside / (all.length - expected)) : 0)
  );
}

/** What is asked of a part before it is drawn; nobody asks how wide a place is before that. */
type Shape = {
  readonly areaSquareMetres: number;
  readonly contains: (point: Metres) => boolean;
  readonly outline: () => Outline;
} & ({ readonly isPlaceSized: true } | { readonly isPlaceSized: false; readonly diameterMetres: number });

/** Nearer to the cap than this, a part is measured exactly. */
const nearCap = 0.03;
/** Metres that reckoning may be wrong by. */
const rounding = 0.001;

function shapeOf(
  cores: readonly Metres[],
  { epsMetres, isUncut }: { epsMetres: number; isUncut: boolean },
  options: DelineateOptions,
): Shape {
  const { maxAreaSquareMetres, maxDiameterMetres } = options;
  const cover = isUncut ? coverOf(cores, epsMetres / 2) : undefined;
  if (cover) {
    const { areaSquareMetres, contains } = cover;
    const isWide = areaSquareMetres > (1 + nearCap) * maxAreaSquareMetres;
    const isSmall = areaSquareMetres < (1 - nearCap) * maxAreaSquareMetres;
    const outline = () => outlineOf(cores, epsMetres, options);
    if (isSmall && diagonalOf(cores) + epsMetres < maxDiameterMetres - rounding)
      return { areaSquareMetres, contains, outline, isPlaceSized: true };
    const diameterMetres = spanNear(maxDiameterMetres - epsMetres, cores) + epsMetres;
    if (isSmall && diameterMetres < maxDiameterMetres)
      return { areaSquareMetres, contains, outline, isPlaceSized: true };
    if (isWide || diameterMetres > maxDiameterMetres + leftOutOf(cores, epsMetres))
      return { areaSquareMetres, contains, outline, isPlaceSized: false, diameterMetres };
  }
  const outline = outlineOf(cores, epsMetres, options);
  const { areaSquareMetres, diameterMetres } = outline;
  const isPlaceSized = areaSquareMetres <= maxAreaSquareMetres && diameterMetres <= maxDiameterMetres;
  return {
    areaSquareMetres,
    diameterMetres,
    isPlaceSized,
    contains: containment(outline.polygon),
    outline: () => outline,
  };
}

const directions = Array.from({ length: 8 }, (_, step) => {
  const angle = (step * Math.PI) / 8;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** The longest distance among points: exactly where it may be near the limit, else the widest of eight directions, at most two percent less. */
function spanNear(limit: number, points: readonly Metres[]): number {
  const { x, y } = columnsOf(points);
  let least = 0;
  for (const [across, up] of directions) {
    let [low, high] = [Infinity, -Infinity];
    for (let at = 0; at < x.length; at++) {
      const along = across * x[at]! + up * y[at]!;
      if (along < low) low = along;
      if (along > high) high = along;
    }
    least = Math.max(least, high - low);
  }
  const most = least / Math.cos(Math.PI / 16);
  return most < limit || least > 1.1 * limit ? least : longestSpanOf(x, y);
}

/** No two of the points are further apart. */
function diagonalOf(points: readonly Metres[]): number {
  const { minX, minY, maxX, maxY } = boundsOfPoints(points);
  return Math.hypot(maxX - minX, maxY - minY);
}

/** By so many metres the drawn outline may be shorter: one point per square is drawn, and corners for a rim. */
function leftOutOf({ length }: readonly Metres[], epsMetres: number): number {
  return 2 * Math.SQRT2 * squareSideOf(length, epsMetres / 2) + 0.01 * epsMetres;
}

function isHeld(cores: readonly Metres[], epsMetres: number, { mask }: DelineateOptions): boolean {
  if (!mask) return true;
  const { minX, minY, maxX, maxY } = boundsOfPoints(cores);
  const reach = epsMetres / 2;
  return maskHolds(mask, { minX: minX - reach, minY: minY - reach, maxX: maxX + reach, maxY: maxY + reach });
}

/** Clipping is for places only: what is too large uncut is split first. */
function outlineOf(cores: readonly Metres[], epsMetres: number, options: DelineateOptions): Outline {
  const disc = { radiusMetres: epsMetres / 2 };
  const near = 2 * options.maxDiameterMetres;
  const clipped = options.mask && spanNear(near, cores) <= near;
  return polygonFromDiscs(cores, clipped ? { ...disc, mask: options.mask! } : disc);
}
