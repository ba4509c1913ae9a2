import { polygonFromDiscs, type Outline } from '../geo/discs.js';
import { containment, diameterOf, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { dbscan } from './dbscan.js';

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

/** One search: these points, this reach and threshold, inside this dense area. */
interface Level {
  readonly points: readonly Metres[];
  readonly epsMetres: number;
  readonly minPoints: number;
  readonly within: number | null;
}

interface Run {
  readonly options: DelineateOptions;
  readonly denseAreas: DenseArea[];
  readonly pointsOf: (readonly Metres[])[];
  areasWithoutPlace: number;
}

/** Places of one branch and how far they stand out together. */
interface Branch {
  readonly places: readonly Place[];
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
 * the cores of different places are more than their reach apart.
 */
export function delineate(points: readonly Metres[], options: DelineateOptions): Delineation {
  const run: Run = { options, denseAreas: [], pointsOf: [], areasWithoutPlace: 0 };
  const { epsMetres, minPoints } = options;
  const places = clustersOf({ points, epsMetres, minPoints, within: null }).flatMap(
    (cluster) => explore(cluster, { points, epsMetres, minPoints, within: null }, run).places,
  );
  return { places, denseAreas: run.denseAreas, areasWithoutPlace: run.areasWithoutPlace };
}

/** A cluster as a place, or the places inside it. */
function explore({ members, cores }: Cluster, level: Level, run: Run): Branch {
  const { epsMetres, minPoints, within } = level;
  const outline = outlineOf(cores, epsMetres, run.options);
  if (isPlaceSized(outline, run.options)) {
    const own = { places: [{ outline, cores, within, epsMetres, minPoints }], score: standsOut(outline, within, run) };
    if (within === null) return own;
    const inner = exploreAll(clustersOf(above(level, members)), above(level, members), run);
    return inner.score > own.score ? inner : own;
  }
  const { areaSquareMetres, diameterMetres } = outline;
  run.denseAreas.push({ points: members.length, areaSquareMetres, diameterMetres, within, epsMetres, minPoints });
  run.pointsOf.push(members);
  const inside = { ...level, points: members, within: run.denseAreas.length - 1 };
  for (let next: Level | undefined = above(inside, members); next; next = closer(next, inside)) {
    const found = clustersOf(next);
    if (found.length > 0) return exploreAll(found, next, run);
  }
  run.areasWithoutPlace++;
  return { places: [], score: 0 };
}

function exploreAll(clusters: readonly Cluster[], level: Level, run: Run): Branch {
  const branches = clusters.map((cluster) => explore(cluster, level, run));
  return {
    places: branches.flatMap((branch) => branch.places),
    score: branches.reduce((sum, branch) => sum + branch.score, 0),
  };
}

function above(level: Level, points: readonly Metres[]): Level {
  return { ...level, points, minPoints: Math.max(level.minPoints + 1, Math.ceil(level.minPoints * rise)) };
}

/** The step was too long, or the reach is: first one point at a time, then a shorter reach at the same density. */
function closer(level: Level, area: Level): Level | undefined {
  if (level.epsMetres === area.epsMetres && level.minPoints > area.minPoints + 1)
    return { ...level, minPoints: area.minPoints + 1 };
  const epsMetres = level.epsMetres * shrink;
  if (epsMetres < smallestEpsMetres) return undefined;
  return { ...level, epsMetres, minPoints: Math.max(3, Math.floor(level.minPoints * shrink ** 2)) };
}

/** Kulldorff's log likelihood ratio of the place inside its dense area; 0 when it is no denser than the area. */
function standsOut(outline: Outline, within: number | null, { denseAreas, pointsOf }: Run): number {
  if (within === null) return 0;
  const all = pointsOf[within]!;
  const inside = all.filter(containment(outline.polygon)).length;
  const expected = (all.length * outline.areaSquareMetres) / denseAreas[within]!.areaSquareMetres;
  if (inside <= expected) return 0;
  const outside = all.length - inside;
  return (
    inside * Math.log(inside / expected) + (outside > 0 ? outside * Math.log(outside / (all.length - expected)) : 0)
  );
}

interface Cluster {
  readonly members: Metres[];
  readonly cores: Metres[];
}

function clustersOf({ points, epsMetres, minPoints }: Level): Cluster[] {
  const [x, y] = [new Float64Array(points.length), new Float64Array(points.length)];
  for (let index = 0; index < points.length; index++) {
    x[index] = points[index]!.x;
    y[index] = points[index]!.y;
  }
  const { labels, core, clusters } = dbscan(x, y, { epsMetres, minPoints });
  const found: Cluster[] = Array.from({ length: clusters }, () => ({ members: [], cores: [] }));
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]!;
    if (label < 0) continue;
    found[label]!.members.push(points[index]!);
    if (core[index] === 1) found[label]!.cores.push(points[index]!);
  }
  return found;
}

function isPlaceSized(outline: Outline, options: DelineateOptions): boolean {
  return outline.areaSquareMetres <= options.maxAreaSquareMetres && outline.diameterMetres <= options.maxDiameterMetres;
}

/** Clipping is for places only: what is too large uncut is split first. */
function outlineOf(cores: readonly Metres[], epsMetres: number, options: DelineateOptions): Outline {
  const disc = { radiusMetres: epsMetres / 2 };
  const span = diameterOf([[cores.map(({ x, y }) => [x, y] as const)]]);
  const clipped = options.mask && span <= 2 * options.maxDiameterMetres;
  return polygonFromDiscs(cores, clipped ? { ...disc, mask: options.mask! } : disc);
}
