import { polygonFromDiscs, type Outline } from '../geo/discs.js';
import { boundsOf, diameterOf, type MetresMultiPolygon } from '../geo/polygon.js';
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
  readonly diameterMetres: number;
  /** The dense area it was itself a part of, as an index in the list; null at the top. */
  readonly within: number | null;
  readonly epsMetres: number;
  readonly minPoints: number;
}

export interface Place {
  readonly outline: Outline;
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

interface Level {
  readonly points: readonly Metres[];
  readonly epsMetres: number;
  readonly minPoints: number;
  readonly within: number | null;
}

/**
 * Where are the dense places, each small enough to act on?
 *
 * DBSCAN; a cluster larger than the cap is searched again among its own points with a threshold 20 % higher, until its
 * parts are places that stand out from their surroundings. When even one point more would leave nothing, the reach is
 * shrunk at the same density. Outlines are discs of eps/2 round the core points. Places never overlap, since cores of
 * different places are more than their reach apart.
 */
export function delineate(points: readonly Metres[], options: DelineateOptions): Delineation {
  const places: Place[] = [];
  const denseAreas: DenseArea[] = [];
  let areasWithoutPlace = 0;
  const waiting: Level[] = [{ points, epsMetres: options.epsMetres, minPoints: options.minPoints, within: null }];
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    const found = clustersOf(level);
    if (found.length === 0 && level.within !== null) {
      const closer = lookCloser(level, denseAreas[level.within]!);
      if (closer) waiting.push(closer);
      else areasWithoutPlace++;
    }
    for (const { members, cores } of found) {
      const outline = outlineWithinCap(cores, level.epsMetres, options);
      const { epsMetres, minPoints, within } = level;
      if (outline) {
        places.push({ outline, within, epsMetres, minPoints });
        continue;
      }
      denseAreas.push({ points: members.length, diameterMetres: spanOf(cores, epsMetres), within, epsMetres, minPoints });
      waiting.push({ points: members, epsMetres, minPoints: Math.max(minPoints + 1, Math.ceil(minPoints * rise)), within: denseAreas.length - 1 });
    }
  }
  return { places, denseAreas, areasWithoutPlace };
}

/** The step was too long, or the reach is: first one point at a time, then a shorter reach at the same density. */
function lookCloser(level: Level, area: DenseArea): Level | undefined {
  if (level.epsMetres === area.epsMetres && level.minPoints > area.minPoints + 1) return { ...level, minPoints: area.minPoints + 1 };
  const epsMetres = level.epsMetres * shrink;
  if (epsMetres < smallestEpsMetres) return undefined;
  return { ...level, epsMetres, minPoints: Math.max(3, Math.floor(level.minPoints * shrink ** 2)) };
}

interface Cluster {
  readonly members: Metres[];
  readonly cores: Metres[];
}

function clustersOf({ points, epsMetres, minPoints }: Level): Cluster[] {
  const x = Float64Array.from(points, (point) => point.x);
  const y = Float64Array.from(points, (point) => point.y);
  const { labels, core, clusters } = dbscan(x, y, { epsMetres, minPoints });
  const found: Cluster[] = Array.from({ length: clusters }, () => ({ members: [], cores: [] }));
  for (const [index, label] of labels.entries()) {
    if (label < 0) continue;
    found[label]!.members.push(points[index]!);
    if (core[index] === 1) found[label]!.cores.push(points[index]!);
  }
  return found;
}

/** The outline, or undefined when it is larger than a place. The span is looked at first, because it costs nothing. */
function outlineWithinCap(cores: readonly Metres[], epsMetres: number, options: DelineateOptions): Outline | undefined {
  if (!options.mask && spanOf(cores, epsMetres) > options.maxDiameterMetres) return undefined;
  if (widthOf(cores) > 4 * options.maxDiameterMetres) return undefined;
  const disc = { radiusMetres: epsMetres / 2 };
  const outline = polygonFromDiscs(cores, options.mask ? { ...disc, mask: options.mask } : disc);
  const fits = outline.areaSquareMetres <= options.maxAreaSquareMetres && outline.diameterMetres <= options.maxDiameterMetres;
  return fits ? outline : undefined;
}

function spanOf(cores: readonly Metres[], epsMetres: number): number {
  return diameterOf([[ringOf(cores)]]) + epsMetres;
}

function widthOf(cores: readonly Metres[]): number {
  const bounds = boundsOf([[ringOf(cores)]]);
  return bounds ? Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) : 0;
}

function ringOf(points: readonly Metres[]): (readonly [number, number])[] {
  return points.map(({ x, y }) => [x, y] as const);
}
