import { cellKey, cellOf } from '../geo/grid.js';
import { containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { toCells, type BaselineCells, type BaselinePoint } from './baseline-cells.js';
import type { AnalysedEvent } from './hygiene.js';
import { poissonScan, type PoissonCluster, type PoissonScanResult } from './poisson-scan.js';
import type { Watching } from './scan-statistic.js';

/** Where people live, work and move, as columns: point i lies at x[i], y[i] (SWEREF 99 TM) and counts weight[i]. */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

export interface PeopleScanOptions extends Watching {
  /** Maps drawn from each baseline; 999 when absent. */
  readonly permutations?: number;
  /** 1 when absent; the same seed gives the same answer everywhere. */
  readonly seed?: number;
}

/** The scan of the events against one baseline, with what it takes to judge a place by it. */
export interface PeopleScan {
  readonly baseline: { readonly id: string; readonly name: string };
  readonly result: PoissonScanResult;
  /** The events that took part: those known to the point or the address. */
  readonly events: readonly Metres[];
  readonly cells: BaselineCells;
  /** Events known only to the street, which took no part. */
  readonly streetEvents: number;
}

/** What one baseline says of a place; the figures are those of the circle that was tested, never of the drawn outline. */
export interface BaselineVerdict {
  readonly id: string;
  readonly name: string;
  readonly shown: boolean;
  readonly observed: number | null;
  readonly expected: number | null;
  /** Observed over expected. */
  readonly ratio: number | null;
  /** Over the whole map: ranked among the largest value of each drawn map, for all circles of both sizes together. */
  readonly p: number | null;
  readonly circle: { readonly centre: Metres; readonly radiusMetres: number } | null;
}

/**
 * Is there more here than the spread of people gives? `no-baseline`: nothing loaded, so nothing may be said about risk.
 * `too-few`: fewer than 30 exact events, or a baseline in a single place. `stopped`: the calculation was ended.
 */
export type PeopleClaim =
  | { readonly status: 'no-baseline' | 'too-few' | 'stopped' }
  | (Omit<BaselineVerdict, 'id' | 'name' | 'shown'> & {
      readonly status: 'more-than-people' | 'one-baseline-only' | 'as-people';
      /** Two baselines or more, and all of them show it: only then may it be called certain. */
      readonly agreed: boolean;
      /** Maps that were drawn from each baseline. */
      readonly permutations: number;
      readonly baselines: readonly BaselineVerdict[];
    });

/** What is stored as parameters of a people scan. */
export const peopleScanRules = {
  placeRadiusMetres: 200,
  radiusMetres: 400,
  cellMetres: 100,
  permutations: 999,
  seed: 1,
  level: 0.05,
} as const;

/**
 * Scans the events against each baseline: circles up to 200 m and up to 400 m as one family, 999 drawn maps.
 *
 * Events known only to a street stand at the middle of it, where no more people are than elsewhere along it; they would
 * look like a cluster and take no part. Method: docs/methods/people-claim.md. Never throws for data.
 */
export function scanPeople(
  events: readonly AnalysedEvent[],
  baselines: readonly Baseline[],
  options: PeopleScanOptions = {},
): PeopleScan[] {
  const exact = events.filter((event) => event.precision !== 'street' && event.precision !== 'area');
  const { permutations = peopleScanRules.permutations, seed = peopleScanRules.seed, onProgress, shouldStop } = options;
  return baselines.map((baseline, index) => {
    const points = pointsOf(baseline);
    const before = index * permutations;
    const result = poissonScan(exact, points, {
      ...peopleScanRules,
      permutations,
      seed,
      ...(shouldStop ? { shouldStop } : {}),
      ...(onProgress ? { onProgress: (done) => onProgress(before + done, baselines.length * permutations) } : {}),
    });
    return {
      baseline: { id: baseline.id, name: baseline.name },
      result,
      events: exact,
      cells: toCells(exact, points, peopleScanRules.cellMetres),
      streetEvents: events.length - exact.length,
    };
  });
}

function pointsOf({ x, y, weight }: Baseline): BaselinePoint[] {
  return Array.from(x, (east, index) => ({ x: east, y: y[index]!, weight: weight[index]! }));
}

/** Judges a place by scans that were made once for all places of the map. */
export function peopleClaimOf(polygon: MetresMultiPolygon, scans: readonly PeopleScan[]): PeopleClaim {
  if (scans.length === 0) return { status: 'no-baseline' };
  if (scans.some(({ result }) => result.status === 'stopped')) return { status: 'stopped' };
  const tested = scans.filter(({ result }) => result.status === 'tested');
  if (tested.length < scans.length) return { status: 'too-few' };
  const isInside = containment(polygon);
  const baselines = tested.map((scan) => verdictOf(scan, isInside));
  const shown = baselines.filter((verdict) => verdict.shown);
  const { observed, expected, ratio, p, circle } = shown[0] ?? baselines[0]!;
  return {
    status:
      shown.length === 0 ? 'as-people' : shown.length < baselines.length ? 'one-baseline-only' : 'more-than-people',
    agreed: baselines.length > 1 && shown.length === baselines.length,
    observed,
    expected,
    ratio,
    p,
    circle,
    permutations: Math.min(...tested.map(({ result }) => result.parameters.permutations)),
    baselines,
  };
}

/**
 * A place is claimed when it holds a significant circle (at least half of the circle's events lie in the place) or lies in
 * one of the size of a place (at least half of its own events do), and has itself more events than its cells' share of the
 * people; otherwise the cluster is its neighbour's, or a whole district's. Small circles come before large ones.
 */
function verdictOf(scan: PeopleScan, isInside: (point: Metres) => boolean): BaselineVerdict {
  const { baseline, result, events, cells } = scan;
  const inside = events.map((event, index) => cells.cellOfEvent[index]! >= 0 && isInside(event));
  const own = inside.filter(Boolean).length;
  const belongs = (cluster: PoissonCluster): boolean => {
    const keys = new Set(cluster.cells.map((cell) => cellKey(cellOf(cell, peopleScanRules.cellMetres))));
    let common = 0;
    for (const [index, isHere] of inside.entries()) if (isHere && keys.has(keyOfEvent(cells, index))) common++;
    const liesIn = cluster.radiusMetres <= peopleScanRules.placeRadiusMetres && 2 * common >= own;
    return liesIn || 2 * common >= cluster.cases;
  };
  const significant = [...result.placeClusters, ...result.clusters].filter(({ p }) => p <= peopleScanRules.level);
  const found = hasMoreThanItsShare(scan, inside) ? significant.find(belongs) : undefined;
  return {
    ...baseline,
    shown: found !== undefined,
    observed: found?.cases ?? null,
    expected: found?.expected ?? null,
    ratio: found?.ratio ?? null,
    p: found?.p ?? null,
    circle: found ? { centre: found.centre, radiusMetres: found.radiusMetres } : null,
  };
}

function keyOfEvent({ places, cellOfEvent }: BaselineCells, event: number): number {
  const cell = cellOfEvent[event]!;
  return cellKey(cellOf({ x: places.x[cell]!, y: places.y[cell]! }, peopleScanRules.cellMetres));
}

function hasMoreThanItsShare({ cells }: PeopleScan, inside: readonly boolean[]): boolean {
  const own = new Set<number>();
  for (const [index, isHere] of inside.entries()) if (isHere) own.add(cells.cellOfEvent[index]!);
  let cases = 0;
  let weight = 0;
  for (const cell of own) {
    cases += cells.cases[cell]!;
    weight += cells.weight[cell]!;
  }
  return cases > (cells.events * weight) / cells.totalWeight;
}
