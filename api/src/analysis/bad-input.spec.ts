import { describe, expect, test } from '@jest/globals';
import { heldOutAccuracy } from './accuracy.js';
import { hourOfWeekWeights } from './aoristic.js';
import { findClusters, type ClusterOptions, type ClusterResult } from './clusters.js';
import { countsPerCell, generalisedGini, shareOfPlacesHolding } from './concentration.js';
import { dbscan } from './dbscan.js';
import { densityGrid } from './density.js';
import { effectOf } from './effect.js';
import { classifyTrend } from './emerging.js';
import { giStar, whetherGiStarHolds } from './gi-star.js';
import { cellsNear, countInMask, exactWindows } from './grid-test.js';
import type { AnalysedEvent } from './hygiene.js';
import { nearRepeat } from './near-repeat.js';
import { windowNeighbours } from './neighbours.js';
import type { Baseline } from './people-claim.js';
import { spaceTimeScan } from './space-time-scan.js';
import { weeklyFigures } from './trend.js';

const day = 86_400_000;
const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
const home = { x: 500_050, y: 6_500_050 };
const mask = cellsNear(Float64Array.of(home.x), Float64Array.of(home.y), { cellMetres: 100, reachMetres: 1_000 });
const people: Baseline = {
  id: 'people',
  name: 'People',
  x: Float64Array.from(mask, ({ column }) => column * 100 + 50),
  y: Float64Array.from(mask, ({ row }) => row * 100 + 50),
  weight: new Float64Array(mask.length).fill(1),
};

function event(index: number, changes: Partial<AnalysedEvent> = {}): AnalysedEvent {
  return {
    id: `e${100_000 + index}`,
    ...home,
    from: period.from + (index % 360) * day,
    to: null,
    category: ['damage', 'theft', 'violence'][index % 3]!,
    source: index % 2 ? 'police' : 'housing',
    precision: 'address',
    outside: false,
    ...changes,
  };
}

const many = (count: number, changes: (index: number) => Partial<AnalysedEvent> = () => ({})): AnalysedEvent[] =>
  Array.from({ length: count }, (_, index) => event(index, changes(index)));

/** The events of each bad input, and the period when it is not the usual one. */
const inputs: Readonly<Record<string, { events: AnalysedEvent[]; options?: Partial<ClusterOptions> }>> = {
  'no points': { events: [] },
  'one point': { events: many(1) },
  'all at one place': { events: many(60, () => ({ category: 'damage' })) },
  '20,000 at one address': { events: many(20_000, () => ({ category: 'damage' })) },
  'no number for a place': {
    events: many(60, (index) => ({ x: [NaN, Infinity, -Infinity][index % 3]!, y: index % 2 ? NaN : home.y })),
  },
  'no number for a time': { events: many(60, () => ({ from: NaN, to: Infinity })) },
  'all outside': { events: many(60, (index) => ({ x: home.x + index, outside: true })) },
  'on another continent': { events: many(60, (index) => ({ x: 9e15 * (index % 2 ? 1 : -1), y: 1e300 })) },
  'a period without reports': { events: many(60, (index) => ({ from: period.from - 400 * day - index * day })) },
  'a period that ends before it begins': {
    events: many(60),
    options: { period: { from: period.to, to: period.from } },
  },
  'an area of zero size': {
    events: many(60, (index) => ({ x: home.x + index })),
    options: { builtUpAreaSquareMetres: 0 },
  },
  'a filter that leaves twelve': { events: many(12, (index) => ({ x: home.x + 3 * index })) },
};

function placesOf({ events, options = {} }: (typeof inputs)[string]): ClusterResult {
  return findClusters(events, {
    period,
    historyFrom: period.from - 800 * day,
    builtUpAreaSquareMetres: 3e6,
    baselines: [people],
    permutations: 99,
    ...options,
  });
}

/** What every question of the product answers to the events. */
function answersTo({ events, options = {} }: (typeof inputs)[string]) {
  const x = Float64Array.from(events, (one) => one.x);
  const y = Float64Array.from(events, (one) => one.y);
  const time = Float64Array.from(events, (one) => one.from);
  const dated = { x, y, day: time.map((instant) => Math.floor(instant / day)) };
  const area = options.builtUpAreaSquareMetres === 0 ? [] : mask;
  const masked = countInMask(x, y, { cells: area, cellMetres: 100 });
  const neighbours = windowNeighbours(
    area.map(({ column }) => column),
    area.map(({ row }) => row),
  );
  const counts = countsPerCell(
    events.filter((one) => Number.isFinite(one.x + one.y)),
    100,
  );
  const gi = giStar(masked.counts, neighbours);
  const months = Array.from(
    { length: 12 },
    (_, month) => events.filter(({ from }) => from >= period.from + month * 30 * day).length,
  );
  const clusters = placesOf({ events, options });
  const reach = { permutations: 9, seed: 1, distance: 'euclidean' } as const;
  return {
    clusters,
    labels: dbscan(x, y, { epsMetres: 100, minPoints: 5 }),
    density: densityGrid({ x, y }, { cellMetres: 100, years: 1 }),
    windows: exactWindows(masked),
    gi,
    giValidity: whetherGiStarHolds(gi),
    emerging: spaceTimeScan(dated, { ...reach, radiusMetres: 500, windowDays: 28, mode: 'retrospective' }),
    ongoing: spaceTimeScan(dated, { ...reach, radiusMetres: 500, windowDays: 28, mode: 'prospective' }),
    near: nearRepeat(
      // every pair of 20,000 at one address is a near pair: a sample is enough here
      events.length > 1_000 ? { x: x.subarray(0, 200), y: y.subarray(0, 200), day: dated.day.subarray(0, 200) } : dated,
      { ...reach, bandsMetres: [1, 100], bandsDays: [7, 14] },
    ),
    hours: hourOfWeekWeights(events),
    weeks: weeklyFigures([...time], { period: options.period ?? period, historyFrom: period.from - 800 * day }),
    trend: classifyTrend({ values: months, hot: months.map((count) => count > 50) }),
    gini: generalisedGini(counts, area.length),
    shares: shareOfPlacesHolding(counts, area.length),
    heldOut: heldOutAccuracy({ x, y, time }, { cells: area, cellMetres: 100, resamples: 9, seed: 1 }),
    effect: effectOf({
      treated: [months[0]!, months[6]!],
      controls: [],
      before: { from: 0, to: 0 },
      after: { from: NaN, to: 1 },
    }),
  };
}

/** The paths at which a value is NaN, in lists and columns too, and in words. */
function pathsOfNaN(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path] : [];
  if (typeof value === 'string') return /NaN|undefined|Infinity/.test(value) ? [path] : [];
  if (ArrayBuffer.isView(value)) {
    return (value as Float64Array).some((one) => Number.isNaN(one)) ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathsOfNaN(inner, `${path}.${key}`));
}

/** Of places, people at the first place, windows, Gi*, what is new, near repeats and the held-out ranking, in this order. */
const expected: Readonly<Record<string, string>> = {
  'no points': 'no-events - too-few no-events nothing-to-test nothing-to-test too-few',
  'one point': 'too-few - too-few too-few-per-window nothing-to-test nothing-to-test too-few',
  'all at one place': 'ok more-than-people tested too-few-per-window nothing-to-test tested measured',
  // one point that holds nearly everything stands for "somewhere" and is left out, by name
  '20,000 at one address': 'too-few - tested offered nothing-to-test tested measured',
  'no number for a place': 'too-few - too-few no-events nothing-to-test nothing-to-test too-few',
  'no number for a time': 'no-events - tested too-few-per-window nothing-to-test nothing-to-test too-few',
  // only the places know what lies outside; the service gives the other questions no such events
  'all outside': 'no-events - tested too-few-per-window tested tested measured',
  'on another continent': 'too-few - too-few no-events nothing-to-test nothing-to-test too-few',
  'a period without reports': 'no-events - tested too-few-per-window nothing-to-test tested measured',
  'a period that ends before it begins': 'invalid-period - tested too-few-per-window nothing-to-test tested measured',
  'an area of zero size': 'ok more-than-people no-mask no-cells tested tested no-mask',
  'a filter that leaves twelve': 'too-few too-few too-few too-few-per-window tested tested too-few',
};

describe('a bad input', () => {
  test.each(Object.keys(inputs))(
    'of %s gets an answer from every question, and none of them is NaN',
    (name) => {
      const answers = answersTo(inputs[name]!);
      expect(pathsOfNaN(answers)).toEqual([]);
      const { clusters, windows, giValidity, emerging, near, heldOut } = answers;
      const said = [
        clusters.status,
        clusters.clusters[0]?.claims.people.status ?? '-',
        windows.status,
        giValidity.offered ? 'offered' : giValidity.reason,
        emerging.status,
        near.status,
        heldOut.status,
      ];
      expect(said.join(' ')).toBe(expected[name]);
    },
    60_000,
  );

  test('of 20,000 at one address names the point that was left out', () => {
    const clusters = placesOf(inputs['20,000 at one address']!);
    expect(clusters.defaultCoordinates).toEqual([{ ...home, count: 20_000, reason: 'few-points-hold-most' }]);
    expect(clusters.leftOut.defaultCoordinate).toBe(20_000);
  });
});
