import { levelOfEachSearch } from '../../api/src/analyses/new-answer.js';
import { hourOfWeekWeights } from '../../api/src/analysis/aoristic.js';
import { findClusters, type ClusterResult } from '../../api/src/analysis/clusters.js';
import { giStar } from '../../api/src/analysis/gi-star.js';
import { classifyTrend, densePeriods } from '../../api/src/analysis/emerging.js';
import { countInMask, exactWindows, type ExactWindows, type MaskedCounts } from '../../api/src/analysis/grid-test.js';
import type { AnalysedEvent } from '../../api/src/analysis/hygiene.js';
import { nearRepeat } from '../../api/src/analysis/near-repeat.js';
import { windowNeighbours } from '../../api/src/analysis/neighbours.js';
import { peopleClaimOf, type PeopleScan } from '../../api/src/analysis/people-claim.js';
import { monteCarloP } from '../../api/src/analysis/scan-statistic.js';
import { spaceTimeScan } from '../../api/src/analysis/space-time-scan.js';
import { cellOf } from '../../api/src/geo/grid.js';
import { countBetween } from '../../api/src/analysis/trend.js';
import { weekParts } from '../../api/src/analysis/week-parts.js';
import { containment } from '../../api/src/geo/polygon.js';
import { createSharedScan } from './shared-scan.js';
import {
  builtUpAreaSquareMetres,
  buildTown,
  drawYears,
  earlierYears,
  historyFrom,
  maskCells,
  period,
  randomFor,
  strayMetres,
  type Shape,
  type Town,
} from './town.js';

export interface FalseAlarmSetting {
  readonly shape: Shape;
  readonly events: number;
  /** How far pins stray; 15 m when absent. */
  readonly stray?: number;
  /** The slow scan for what is new; true when absent. */
  readonly withNew?: boolean;
}

/** Which claims are raised on one map where nothing is the matter? */
export type Raised = Readonly<Record<string, boolean>>;

const level = 0.05;
const mask = { cells: maskCells, cellMetres: 100 };
const neighbours = windowNeighbours(
  maskCells.map(({ column }) => column),
  maskCells.map(({ row }) => row),
  1,
);

/** Builds one town and gives the function that draws its map number n and says what is raised there. */
export function falseAlarms(setting: FalseAlarmSetting, townNumber: number): (map: number) => Raised {
  const { shape, events: count, stray = strayMetres, withNew = true } = setting;
  const town = buildTown(shape, townNumber);
  const scanPeople = createSharedScan(town.people);
  return (map) => {
    const random = randomFor('false alarms', shape, count, townNumber, map);
    const events = drawYears(town, count, { random, stray });
    const now = events.filter(({ from }) => from >= period.from);
    const result = findClusters(events, { period, historyFrom, builtUpAreaSquareMetres });
    const scan = scanPeople(now);
    const masked = countInMask(...columns(now), mask);
    return {
      ...placesRaised(result, scan),
      'people, any circle': anyCircle(scan),
      'windows, people': peopleWindows(scan).dense.length > 0,
      'windows, even': exactWindows(masked).dense.length > 0,
      'Gi* with BH': giStarRaised(masked),
      'has risen': result.clusters.some(({ change }) => change.since !== null),
      'part of the week': weekRaised(events),
      'a course': courseRaised(events, result, town),
      'near repeat': followed(now, map),
      ...(withNew ? newRaised(now, map) : {}),
    };
  };
}

/**
 * Some part of the week with more than the same weeks of the earlier years. Of this year only as many as in those: that there is
 * more altogether, as these towns have it, is rightly told as more.
 */
function weekRaised(events: readonly AnalysedEvent[]): boolean {
  const before = events.filter(({ from }) => from < period.from);
  const now = events.filter(({ from }) => from >= period.from).slice(0, Math.round(before.length / earlierYears));
  const parts = weekParts(hourOfWeekWeights(now).weights, hourOfWeekWeights(before).weights, {
    years: earlierYears,
    level: 1 - 2 * level,
  });
  return parts.some(({ count, normal }) => count > normal!.high);
}

const quarters = Array.from({ length: 4 * (1 + earlierYears) }, (_, at) => {
  const length = (period.to - historyFrom) / (4 * (1 + earlierYears));
  return { from: historyFrom + at * length, to: historyFrom + (at + 1) * length };
});

/** Some place with a course of its own over twelve quarters (new, growing, on and off), judged as one of all there is room for. */
function courseRaised(events: readonly AnalysedEvent[], { clusters }: ClusterResult, { people }: Town): boolean {
  const countsOf = (some: readonly AnalysedEvent[]) => {
    const instants = Float64Array.from(some, ({ from }) => from).sort();
    return quarters.map((quarter) => countBetween(instants, quarter));
  };
  const totals = countsOf(events);
  const whole = people.weight.reduce((sum, weight) => sum + weight, 0);
  return clusters.some(({ polygon, areaSquareMetres }) => {
    const isInside = containment(polygon);
    const inside = people.weight.reduce(
      (sum, weight, at) => (isInside({ x: people.x[at]!, y: people.y[at]! }) ? sum + weight : sum),
      0,
    );
    const values = countsOf(events.filter(isInside));
    const options = {
      expectedShare: inside / whole,
      level: level / Math.max(clusters.length, builtUpAreaSquareMetres / areaSquareMetres),
    };
    const { trendClass } = classifyTrend(
      { values, hot: densePeriods(values, totals, options) },
      { level, leastPeriods: quarters.length },
    );
    return trendClass !== 'none';
  });
}

/** Some band of distance and days that the answer would name: its own bands, 99 shuffles. */
function followed(events: readonly AnalysedEvent[], seed: number): boolean {
  const [x, y] = columns(events);
  const day = Float64Array.from(events, ({ from }) => Math.floor(from / 86_400_000));
  const bands = { bandsMetres: [1, 100, 200, 400], bandsDays: [8, 15, 29] };
  const { cells } = nearRepeat({ x, y, day }, { ...bands, permutations: 99, seed, distance: 'euclidean' });
  return cells.some(({ adjustedP, ratio }) => adjustedP !== null && adjustedP <= level && (ratio ?? 0) > 1);
}

/** As the page shows it: a place that it draws and calls more than usual, or more than expected where people are. */
export function placesRaised(result: ClusterResult, scan: PeopleScan): Raised {
  const usual = result.clusters.some(({ claims }) => claims.ownHistory.status === 'more-than-usual');
  const people = result.clusters.some(({ polygon }) => peopleClaimOf(polygon, [scan]).status === 'more-than-people');
  return { 'own history': usual, 'people, a place': people, 'any claimed place': usual || people };
}

export function anyCircle({ result }: PeopleScan): boolean {
  return [...result.placeClusters, ...result.clusters].some(({ p }) => p <= level);
}

function columns(events: readonly AnalysedEvent[]): [Float64Array, Float64Array] {
  return [Float64Array.from(events, ({ x }) => x), Float64Array.from(events, ({ y }) => y)];
}

/** The windows against the people baseline, both counted in the cells that the scan counts them in. */
function peopleWindows({ cells }: PeopleScan): ExactWindows {
  const { places, weight, cases, events } = cells;
  const grid = Array.from(places.x, (x, index) => cellOf({ x, y: places.y[index]! }, 100));
  const counted = { cells: grid, cellMetres: 100, counts: cases, total: events, outside: 0, withoutPlace: 0 };
  return exactWindows(counted, { baseline: weight });
}

function giStarRaised({ counts }: MaskedCounts): boolean {
  const { z, adjustedP } = giStar(counts, neighbours);
  return z.some((score, cell) => score > 0 && adjustedP[cell]! <= level);
}

/**
 * The rank of an exact permutation test holds its level with any number of shuffles; 39, the fewest at which half of 5 % can
 * be reached, instead of the product's 999 spare the reader hours.
 */
export const shuffles = 39;

interface Columns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly day: Float64Array;
}

function newRaised(events: readonly AnalysedEvent[], seed: number): Raised {
  const [x, y] = columns(events);
  const dated = { x, y, day: Float64Array.from(events, ({ from }) => Math.floor(from / 86_400_000)) };
  const earlier = isNew(dated, 'retrospective', seed);
  const ongoing = isNew(dated, 'prospective', seed);
  return { 'new, any span': earlier, 'new, ongoing': ongoing, 'new, either': earlier || ongoing };
}

/**
 * The space-time scan, 400 m and 28 days. It stops when so many shuffles have reached the observed that p must be above the
 * level whatever the rest show, which is exact (Besag and Clifford 1991, doi 10.1093/biomet/78.2.301).
 */
function isNew(dated: Columns, mode: 'retrospective' | 'prospective', seed: number): boolean {
  const settings = { radiusMetres: 400, windowDays: 28, mode, distance: 'euclidean', seed } as const;
  const observed = spaceTimeScan(dated, { ...settings, permutations: 0 }).clusters[0]?.llr ?? 0;
  if (observed <= 0) return false;
  const enough = Math.floor(levelOfEachSearch(level) * (1 + shuffles));
  let reached = 0;
  const { simulatedMaxima, status } = spaceTimeScan(dated, {
    ...settings,
    permutations: shuffles,
    onMaximum: (largest) => {
      if (largest >= observed) reached++;
    },
    shouldStop: () => reached >= enough,
  });
  return status === 'tested' && monteCarloP(observed, simulatedMaxima) <= levelOfEachSearch(level);
}
