import { cellKey, cellOf } from '../geo/grid.js';
import type { Metres } from '../geo/projection.js';
import { createDrawer, toCells, type BaselineCells, type BaselinePoint } from './baseline-cells.js';
import { createRandom } from './random.js';
import { circlesAround, type Circles } from './scan-circles.js';
import { logLikelihoodRatio, monteCarloP, simulateMaxima, type Watching } from './scan-statistic.js';

export interface PoissonScanOptions extends Watching {
  /** A circle reaches at most this far from the middle of a cell to the middle of another: 200 m or 400 m. */
  readonly radiusMetres: number;
  /** How many maps are drawn from the baseline; 999 by custom. */
  readonly permutations: number;
  readonly seed: number;
  /** Side of the squares that events and baseline are counted in; 100 m when absent, which the precision of pins supports. */
  readonly cellMetres?: number;
  /** At most this many clusters are told; 20 when absent. */
  readonly maximumClusters?: number;
  /** Also tell the best circles that reach no further than this, such as 200 m inside a scan up to 400 m. */
  readonly placeRadiusMetres?: number;
  /** At most this many places in all circles together, 12 bytes each; 30 million when absent. */
  readonly mostNeighbours?: number;
}

/** A circle of cells with more events than the baseline gives it. */
export interface PoissonCluster {
  readonly centre: Metres;
  /** From the middle of the central cell to the middle of the furthest: 0 for a cell whose neighbours are empty. */
  readonly radiusMetres: number;
  /** Middles of its cells that have people, nearest first. */
  readonly cells: readonly Metres[];
  readonly cases: number;
  /** (All events on the baseline) x (its share of the weight). */
  readonly expected: number;
  /** Cases over expected. */
  readonly ratio: number;
  readonly llr: number;
  /** Monte Carlo p, ranked against the largest value of each drawn map: true for all circles together. */
  readonly p: number;
}

export interface PoissonScanResult {
  /**
   * `too-few`: fewer than 30 events on the baseline. `no-baseline`: no cells, or all the weight in one.
   * `too-many-neighbours`: the circles would not fit in memory. `stopped`: p comes from the maps drawn.
   */
  readonly status: 'tested' | 'too-few' | 'no-baseline' | 'too-many-neighbours' | 'stopped';
  /** Largest likelihood ratio first; no two share a cell. */
  readonly clusters: readonly PoissonCluster[];
  /** The same among circles up to `placeRadiusMetres`, ranked against the same maxima: one family. Empty without it. */
  readonly placeClusters: readonly PoissonCluster[];
  readonly parameters: {
    readonly method: 'poisson-circle-scan';
    readonly radiusMetres: number;
    readonly cellMetres: number;
    readonly permutations: number;
    readonly seed: number;
    /** Events compared, and those too far from the baseline (or without a place) to be. */
    readonly events: number;
    readonly eventsOutside: number;
    readonly baselineWeight: number;
    readonly baselineCells: number;
    /** Baseline points without a place or a positive weight. */
    readonly baselinePointsLeftOut: number;
    readonly leastCases: 2;
    /** The smallest circle: a cell with its four neighbours. */
    readonly leastRadiusMetres: number;
    readonly largestShareOfBaselineInCircle: 0.5;
  };
  /** The largest likelihood ratio of each drawn map. */
  readonly simulatedMaxima: Float64Array;
}

const fewestEvents = 30;

/**
 * Where did more happen than the spread of people gives?
 *
 * Kulldorff's spatial scan statistic (1997, doi 10.1080/03610929708831995) with a Poisson model: circles around each 100 m
 * cell that has people, up to `radiusMetres`; expected = all events x the circle's share of the baseline's weight; p from
 * maps drawn from the baseline. Metres in SWEREF 99 TM. The claim is only as good as the baseline, which the caller must
 * name: against an even spread, or a wrong baseline, most maps show a false cluster. Events where no people are near are
 * counted as outside. The same seed gives the same answer in any order of the input.
 */
export function poissonScan(
  events: readonly Metres[],
  baseline: readonly BaselinePoint[],
  options: PoissonScanOptions,
): PoissonScanResult {
  const cellMetres = usableCell(options.cellMetres) ? options.cellMetres : 100;
  const radiusMetres = options.radiusMetres > 0 && Number.isFinite(options.radiusMetres) ? options.radiusMetres : 0;
  const cells = toCells(events, baseline, cellMetres);
  const answer = (
    status: PoissonScanResult['status'],
    simulatedMaxima: Float64Array = new Float64Array(0),
    told: Pick<PoissonScanResult, 'clusters' | 'placeClusters'> = { clusters: [], placeClusters: [] },
  ): PoissonScanResult => {
    const { seed } = options;
    const used = { radiusMetres, cellMetres, seed, permutations: simulatedMaxima.length };
    return { status, ...told, parameters: parametersUsed(cells, used), simulatedMaxima };
  };
  if (cells.weight.length < 2) return answer('no-baseline');
  if (cells.events < fewestEvents) return answer('too-few');
  const circles = circlesAround(cells.places, {
    reachMetres: radiusMetres,
    distance: 'euclidean',
    mostNeighbours: options.mostNeighbours,
  });
  if (!circles) return answer('too-many-neighbours');
  const rings = ringsOf(cells, circles, cellMetres);
  const permutations = options.permutations >= 1 ? Math.floor(options.permutations) : 0;
  const drawMaximum = drawnMaximum(cells, circles, { rings, seed: options.seed });
  const { maxima, stopped } = simulateMaxima(permutations, drawMaximum, options);
  const best = (reach: number): PoissonCluster[] =>
    disjoint(bestCircles(cells, circles, rings, reach), circles, options.maximumClusters ?? 20).map((one) =>
      described(one, { cells, circles, maxima }),
    );
  const placeReach = options.placeRadiusMetres;
  const placeClusters = placeReach !== undefined && placeReach > 0 ? best(placeReach) : [];
  return answer(stopped ? 'stopped' : 'tested', maxima, { clusters: best(Infinity), placeClusters });
}

function usableCell(metres: number | undefined): metres is number {
  return metres !== undefined && metres >= 1 && metres <= 100_000;
}

function parametersUsed(
  cells: BaselineCells,
  used: Pick<PoissonScanResult['parameters'], 'radiusMetres' | 'cellMetres' | 'permutations' | 'seed'>,
): PoissonScanResult['parameters'] {
  return {
    method: 'poisson-circle-scan',
    ...used,
    events: cells.events,
    eventsOutside: cells.eventsOutside,
    baselineWeight: cells.totalWeight,
    baselineCells: cells.weight.length,
    baselinePointsLeftOut: cells.pointsLeftOut,
    leastCases: 2,
    leastRadiusMetres: Math.min(used.radiusMetres, used.cellMetres),
    largestShareOfBaselineInCircle: 0.5,
  };
}

/**
 * Per member of each circle: the weight up to and with it when a circle ends there, else NaN, which no comparison takes.
 * A single cell is no circle where its neighbours count too: pins stray by tens of metres, and events that stray into a
 * cell of few people would look like a cluster.
 */
function ringsOf(
  { weight, totalWeight }: BaselineCells,
  { members, first, radius }: Circles,
  cellMetres: number,
): Float64Array {
  const rings = new Float64Array(members.length).fill(NaN);
  for (let centre = 0; centre + 1 < first.length; centre++) {
    const past = first[centre + 1]!;
    let inside = 0;
    for (let at = first[centre]!; at < past; at++) {
      inside += weight[members[at]!]!;
      const ends = at + 1 === past || (radius[at + 1] !== radius[at] && radius[at + 1]! > cellMetres);
      if (ends && inside <= totalWeight / 2) rings[at] = inside;
    }
  }
  return rings;
}

/**
 * Makes the function that draws one map and gives its largest ratio. For a given number of cases the ratio falls with the
 * weight, so the least weight for each number of cases is all that is kept, and logarithms are taken only at the end.
 */
function drawnMaximum(
  { weight, totalWeight, events }: BaselineCells,
  { members, first }: Circles,
  { rings, seed }: { readonly rings: Float64Array; readonly seed: number },
): () => number {
  const draw = createDrawer(weight, createRandom(seed).next);
  const cases = new Int32Array(weight.length);
  const least = new Float64Array(events + 1);
  return () => {
    cases.fill(0);
    for (let event = 0; event < events; event++) cases[draw()]!++;
    least.fill(Infinity, 2);
    for (let centre = 0; centre < weight.length; centre++) {
      const past = first[centre + 1]!;
      let inside = 0;
      for (let at = first[centre]!; at < past; at++) {
        inside += cases[members[at]!]!;
        if (rings[at]! < least[inside]!) least[inside] = rings[at]!;
      }
    }
    let largest = 0;
    for (let count = 2; count <= events; count++) {
      if (least[count] === Infinity) continue;
      largest = Math.max(largest, logLikelihoodRatio(count, (events * least[count]!) / totalWeight, events));
    }
    return largest;
  };
}

interface Circle {
  readonly centre: number;
  readonly past: number;
  readonly cases: number;
  readonly expected: number;
  readonly llr: number;
}

/** The best circle around each cell, best first; of equally good ones the smaller, then the one furthest south and west. */
function bestCircles(
  cells: BaselineCells,
  { members, first, radius }: Circles,
  rings: Float64Array,
  reach: number,
): Circle[] {
  const best: Circle[] = [];
  for (let centre = 0; centre < cells.weight.length; centre++) {
    let inside = 0;
    let found: Circle | undefined;
    for (let at = first[centre]!; at < first[centre + 1]!; at++) {
      if (radius[at]! > reach) break;
      inside += cells.cases[members[at]!]!;
      if (inside < 2 || Number.isNaN(rings[at]!)) continue;
      const expected = (cells.events * rings[at]!) / cells.totalWeight;
      const llr = logLikelihoodRatio(inside, expected, cells.events);
      if (llr > (found?.llr ?? 0)) found = { centre, past: at + 1, cases: inside, expected, llr };
    }
    if (found) best.push(found);
  }
  return best.sort((a, b) => b.llr - a.llr || radius[a.past - 1]! - radius[b.past - 1]! || a.centre - b.centre);
}

function disjoint(candidates: readonly Circle[], { members, first }: Circles, most: number): Circle[] {
  const taken = new Uint8Array(first.length);
  const chosen: Circle[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    const inside = members.subarray(first[candidate.centre], candidate.past);
    if (inside.some((cell) => taken[cell] === 1)) continue;
    for (const cell of inside) taken[cell] = 1;
    chosen.push(candidate);
  }
  return chosen;
}

function described(
  { centre, past, cases, expected, llr }: Circle,
  { cells, circles, maxima }: { cells: BaselineCells; circles: Circles; maxima: Float64Array },
): PoissonCluster {
  const middle = (cell: number): Metres => ({ x: cells.places.x[cell]!, y: cells.places.y[cell]! });
  return {
    centre: middle(centre),
    radiusMetres: circles.radius[past - 1]!,
    cells: Array.from(circles.members.subarray(circles.first[centre], past), middle),
    cases,
    expected,
    ratio: cases / expected,
    llr,
    p: monteCarloP(llr, maxima),
  };
}

/** A cluster that one baseline shows, and the one that the other baseline shows in the same place, if it does. */
export interface BaselineAgreement {
  readonly cluster: PoissonCluster;
  readonly other: PoissonCluster | null;
  /** "Säker" may be said only of `certain`: both baselines show it. */
  readonly verdict: 'certain' | 'one-baseline-only';
}

/**
 * Which clusters of the first scan does a scan of the same events against another baseline also show? Both p must be at
 * most `level` and the two must share a cell. Throws a RangeError when the scans were made with different cells.
 */
export function agreedClusters(first: PoissonScanResult, second: PoissonScanResult, level = 0.05): BaselineAgreement[] {
  const { cellMetres } = first.parameters;
  if (second.parameters.cellMetres !== cellMetres) {
    throw new RangeError(
      `Scans with cells of ${cellMetres} m and ${second.parameters.cellMetres} m cannot be compared.`,
    );
  }
  const keysOf = (cluster: PoissonCluster): number[] => cluster.cells.map((cell) => cellKey(cellOf(cell, cellMetres)));
  const others = second.clusters
    .filter(({ p }) => p <= level)
    .map((cluster) => ({ cluster, keys: new Set(keysOf(cluster)) }));
  return first.clusters
    .filter(({ p }) => p <= level)
    .map((cluster) => {
      const keys = keysOf(cluster);
      const other = others.find((one) => keys.some((key) => one.keys.has(key)))?.cluster ?? null;
      return { cluster, other, verdict: other ? 'certain' : 'one-baseline-only' };
    });
}
