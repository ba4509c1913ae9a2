import { describe, expect, test } from '@jest/globals';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { findClusters, type ClusterOptions, type ClusterResult } from './clusters.js';
import { generalisedGini, shareOfPlacesHolding } from './concentration.js';
import { minPointsRule } from './dbscan.js';
import type { AnalysedEvent } from './hygiene.js';

const period = { from: Date.parse('2025-11-01T00:00+01:00'), to: Date.parse('2026-11-01T00:00+01:00') };
const yearBefore = { from: Date.parse('2024-11-01T00:00+01:00'), to: period.from };
const options: ClusterOptions = { period, historyFrom: null, builtUpAreaSquareMetres: 12e6 };
const day = 86_400_000;
const square = { x: 500_000, y: 6_500_000 };
const school = { x: 501_000, y: 6_500_500 };

function event(id: string, x: number, y: number, changes: Partial<AnalysedEvent> = {}): AnalysedEvent {
  return {
    id,
    x,
    y,
    from: period.from + (Number.parseInt(id.slice(1), 10) % 300) * day + day / 2,
    to: null,
    category: 'damage',
    source: Number.parseInt(id.slice(1), 10) % 2 ? 'police' : 'housing',
    precision: 'point',
    outside: false,
    ...changes,
  };
}

/** Events within thirty metres of a place, each a day after the one before. */
const spot = (
  prefix: string,
  count: number,
  at: { readonly x: number; readonly y: number },
  changes: (index: number) => Partial<AnalysedEvent> = () => ({}),
): AnalysedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    event(`${prefix}${100 + index}`, at.x + 10 * (index % 4), at.y + 8 * (index % 5), changes(index)),
  );
const scattered = (count: number, changes: (index: number) => Partial<AnalysedEvent> = () => ({})): AnalysedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    event(`z${1000 + index}`, 450_000 + 300 * (index % 60), 6_450_000 + 300 * Math.floor(index / 60), changes(index)),
  );
const rectangle = (west: number, south: number, east: number, north: number): MetresMultiPolygon => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];
const only = ({ clusters }: ClusterResult) => {
  expect(clusters).toHaveLength(1);
  return clusters[0]!;
};

describe('what the search was made with', () => {
  test('is told in full', () => {
    expect(findClusters(scattered(40), options).parametersUsed).toEqual({
      algorithm: 'narbild-clusters-4',
      period,
      earlierPeriods: [],
      epsMetres: 100,
      streetRowsDraw: false,
      minPoints: 5,
      maxAreaSquareMetres: 100_000,
      maxDiameterMetres: 400,
      builtUpAreaSquareMetres: 12e6,
      fewestEventsToTest: 30,
      fewestSources: 2,
      fewestDates: 3,
      windowCells: 3,
      cellMetres: 100,
      people: null,
    });
  });

  test('is what was asked for, where it was', () => {
    const asked = { epsMetres: 80, minPoints: 7, maxAreaSquareMetres: 5e4, maxDiameterMetres: 300 };
    const { parametersUsed } = findClusters([], { ...options, ...asked, historyFrom: yearBefore.from });
    expect(parametersUsed).toMatchObject({ ...asked, earlierPeriods: [yearBefore] });
    for (const builtUpAreaSquareMetres of [0, -5, NaN, Infinity])
      expect(findClusters([], { ...options, builtUpAreaSquareMetres }).parametersUsed.builtUpAreaSquareMetres).toBe(0);
  });

  test('names the baselines, and the usual maps and seed unless others are asked for', () => {
    const baseline = {
      id: 'people',
      name: 'People',
      x: Float64Array.of(square.x),
      y: Float64Array.of(square.y),
      weight: Float64Array.of(1),
    };
    const people = (changes: Partial<ClusterOptions>) =>
      findClusters([], { ...options, baselines: [baseline], ...changes }).parametersUsed.people;
    expect(people({})).toEqual({
      baselines: [{ id: 'people', name: 'People' }],
      permutations: 999,
      seed: 1,
      placeRadiusMetres: 200,
      radiusMetres: 400,
      level: 0.05,
    });
    expect(people({ permutations: 9, seed: 3 })).toMatchObject({ permutations: 9, seed: 3 });
    expect(people({ baselines: [] })).toBeNull();
  });

  test('follows the exact rows, and takes streets in when they are most', () => {
    const street = (count: number) => (index: number) => ({
      precision: index < count ? ('street' as const) : ('point' as const),
    });
    const half = findClusters(scattered(3000, street(1500)), options).parametersUsed;
    expect(half).toMatchObject({ streetRowsDraw: false, epsMetres: 100, minPoints: minPointsRule(1500, 100, 12e6) });
    const most = findClusters(scattered(3000, street(1501)), options).parametersUsed;
    expect(most).toMatchObject({ streetRowsDraw: true, epsMetres: 150, minPoints: minPointsRule(3000, 150, 12e6) });
  });
});

describe('the events of a place', () => {
  test('are listed by their ids, with dates, reporters and kinds, most common kind first', () => {
    const kinds = ['theft', 'violence', 'damage', 'theft', 'damage', 'noise', 'noise', 'theft'];
    const events = spot('a', 8, square, (index) => ({
      category: kinds[index]!,
      source: ['police', 'school', 'housing'][index % 3]!,
      from: Date.parse('2026-03-01T12:00+01:00') + [5, 2, 2, 0, 1, 5, 1, 0][index]! * day,
    }));
    const cluster = only(findClusters([...scattered(40), ...events.toReversed()], options));
    expect(cluster.members).toEqual(events.map(({ id }) => id));
    expect(cluster.dates).toEqual(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-06']);
    expect(cluster.sources).toEqual(['housing', 'police', 'school']);
    expect(cluster.categories).toEqual([
      { category: 'theft', count: 3 },
      { category: 'damage', count: 2 },
      { category: 'noise', count: 2 },
      { category: 'violence', count: 1 },
    ]);
    expect(cluster.centre.x).toBeCloseTo(square.x + 15, 9);
    expect(cluster.drawnWith).toEqual({ epsMetres: 100, minPoints: 5 });
  });

  test('make its figures, over the whole of the period and of the built-up area', () => {
    const result = findClusters([...scattered(40), ...spot('a', 12, square)], options);
    const { claims, areaSquareMetres, shareOfEvents } = only(result);
    const years = (period.to - period.from) / (365.25 * day);
    expect(shareOfEvents).toBe(12 / 52);
    expect(claims.concentration).toMatchObject({
      count: 12,
      shareOfEvents: 12 / 52,
      areaSquareMetres,
      shareOfBuiltUpArea: areaSquareMetres / 12e6,
      perSquareKilometreAndYear: expect.closeTo(12 / (areaSquareMetres / 1e6) / years, 9),
    });
    expect(claims.people).toEqual({ status: 'no-baseline' });
    const counts = [12, ...Array.from({ length: 40 }, () => 1)];
    expect(result.concentration).toEqual({
      generalisedGini: generalisedGini(counts, 1_200),
      shareOfPlacesHolding: shareOfPlacesHolding(counts, 1_200),
    });
    expect(result).toMatchObject({ inputCount: 52, total: 52, clustered: 52, defaultCoordinates: [], denseAreas: [] });
  });

  test('are too few for a place below five, though events over the border drew it', () => {
    const events = (inside: number) => [
      ...scattered(40),
      ...spot('a', 12, square, (index) => ({ outside: index >= inside })),
    ];
    const thin = findClusters(events(4), options);
    expect([thin.clusters.length, thin.leftOut.thinPlaces]).toEqual([0, 1]);
    const enough = findClusters(events(5), options);
    expect([only(enough).count, enough.leftOut.thinPlaces]).toEqual([5, 0]);
  });

  test('known only to the street are counted inside, and told when they stand within 150 m of a core', () => {
    // the core at (30, 24) is the nearest of all to what lies east of it
    const street = (id: string, metresEast: number) =>
      event(id, square.x + 30 + metresEast, square.y + 24, { precision: 'street' });
    const streets = [street('s1', 0), street('s2', 149), street('s3', 150), street('s4', 151), street('s5', 900)];
    const cluster = only(findClusters([...scattered(40), ...spot('a', 12, square), ...streets], options));
    expect(cluster.count).toBe(13);
    expect(cluster.streetEventsNear).toBe(2);
  });

  test('are cut with the outline by the mask', () => {
    const events = [...scattered(40), ...spot('a', 12, square)];
    const whole = only(findClusters(events, options));
    const mask = rectangle(square.x - 500, square.y - 500, square.x + 25, square.y + 500);
    const cut = only(findClusters(events, { ...options, mask }));
    expect(cut.count).toBe(9);
    expect(cut.areaSquareMetres).toBeLessThan(whole.areaSquareMetres);
  });
});

describe('the standing of a place', () => {
  const statusOf = (events: readonly AnalysedEvent[]) =>
    only(findClusters([...scattered(40), ...events], options)).status;

  test('takes two reporters and three dates', () => {
    const dated = (dates: number) => spot('a', 12, square, (index) => ({ from: period.from + (index % dates) * day }));
    expect([1, 2, 3, 4].map((dates) => statusOf(dated(dates)))).toEqual([
      'single-source',
      'single-source',
      'found',
      'found',
    ]);
    expect(statusOf(spot('a', 12, square, () => ({ source: 'school' })))).toBe('single-source');
  });

  test('is that of one home only while every event is at a dwelling within five metres of the first', () => {
    const home = (changes: (index: number) => Partial<AnalysedEvent>) =>
      Array.from({ length: 9 }, (_, index) =>
        event(`a${100 + index}`, square.x, square.y, { dwelling: true, ...changes(index) }),
      );
    expect(statusOf(home(() => ({})))).toBe('single-home');
    expect(statusOf(home((index) => (index === 4 ? { x: square.x + 3, y: square.y + 4 } : {})))).toBe('single-home');
    expect(statusOf(home((index) => (index === 4 ? { x: square.x + 3.1, y: square.y + 4 } : {})))).toBe('found');
    expect(statusOf(home((index) => (index === 4 ? { dwelling: false } : {})))).toBe('found');
  });

  test('numbers it: found ones first, then most events, then the lowest id', () => {
    const places = [
      ...spot('d', 9, square, () => ({ source: 'police' })),
      ...spot('c', 8, school),
      ...spot('b', 8, { x: 502_000, y: 6_500_500 }),
      ...spot('a', 7, { x: 503_000, y: 6_500_500 }),
    ];
    for (const events of [places, places.toReversed()]) {
      const { clusters } = findClusters([...events, ...scattered(40)], options);
      expect(clusters.map(({ number, members }) => [number, members[0]])).toEqual([
        [1, 'b100'],
        [2, 'c100'],
        [3, 'a100'],
        [4, 'd100'],
      ]);
    }
  });
});

describe('a place against its own history', () => {
  const earlier = (events: readonly AnalysedEvent[], from = yearBefore.from): AnalysedEvent[] =>
    events.map((one, index) => ({ ...one, id: `y${one.id}`, from: from + (index % 300) * day }));
  const now = [...scattered(60), ...spot('a', 25, square)];
  const claimOf = (events: readonly AnalysedEvent[], historyFrom: number | null = yearBefore.from) =>
    only(findClusters([...now, ...events], { ...options, historyFrom })).claims.ownHistory;

  test('holds more than usual when it rose and the rest did not', () => {
    expect(claimOf(earlier(scattered(60)))).toMatchObject({
      status: 'more-than-usual',
      years: 1,
      observed: 25,
      expected: 0,
    });
    expect(claimOf([...earlier(scattered(60)), ...earlier(spot('a', 25, square))])).toMatchObject({
      status: 'as-usual',
      observed: 25,
      expected: 25,
    });
  });

  test('takes a whole year before it and thirty events in the same weeks', () => {
    expect(claimOf(earlier(scattered(60)), null)).toEqual({ status: 'first-year' });
    expect(claimOf(earlier(scattered(60)), yearBefore.from + 1)).toEqual({ status: 'first-year' });
    expect(claimOf(earlier(scattered(30)))).toMatchObject({ status: 'more-than-usual' });
    expect(claimOf(earlier(scattered(29)))).toEqual({ status: 'too-few' });
    // what was before the same weeks does not count
    expect(claimOf([...earlier(scattered(29)), ...earlier(scattered(20), yearBefore.from - 400 * day)])).toEqual({
      status: 'too-few',
    });
  });

  test('is not asked for fewer than thirty events now', () => {
    const few = findClusters([...spot('a', 25, square), ...scattered(4), ...earlier(scattered(60))], {
      ...options,
      historyFrom: yearBefore.from,
    });
    expect(few.status).toBe('too-few');
    expect(only(few).claims.ownHistory).toEqual({ status: 'too-few' });
    const enough = findClusters([...spot('a', 25, square), ...scattered(5), ...earlier(scattered(60))], {
      ...options,
      historyFrom: yearBefore.from,
    });
    expect(enough.status).toBe('ok');
    expect(only(enough).claims.ownHistory).toMatchObject({ status: 'more-than-usual' });
  });
});

describe('a busy centre too large for a place', () => {
  /** A lattice of events 40 m apart over 600 m, and twelve more round one of its corners. */
  const lattice = Array.from({ length: 256 }, (_, index) =>
    event(`l${1000 + index}`, school.x + 40 * (index % 16), school.y + 40 * Math.floor(index / 16)),
  );
  const peak = spot('p', 12, { x: school.x + 440, y: school.y + 440 });
  const asked: ClusterOptions = { ...options, minPoints: 10 };

  test('is told as a dense area, and the place that stands out from it as its own', () => {
    const result = findClusters([...lattice, ...peak], asked);
    expect(result.denseAreas[0]).toMatchObject({ within: null, epsMetres: 100, minPoints: 10, points: 268 });
    expect(result.denseAreas[0]!.areaSquareMetres).toBeGreaterThan(600 * 600);
    const [place] = result.clusters;
    expect(place!.within).not.toBeNull();
    expect(peak.filter(({ id }) => place!.members.includes(id))).toHaveLength(12);
    expect(place!.drawnWith.minPoints).toBeGreaterThan(10);
    for (const { areaSquareMetres, diameterMetres } of result.clusters) {
      expect(areaSquareMetres).toBeLessThanOrEqual(100_000);
      expect(diameterMetres).toBeLessThanOrEqual(400);
    }
  });

  test('is one place where that much is allowed, and a dense area where it is only too wide', () => {
    const whole = { ...asked, maxAreaSquareMetres: 1e6, maxDiameterMetres: 2_000 };
    const place = only(findClusters([...lattice, ...peak], whole));
    expect(place).toMatchObject({ count: 268, within: null, drawnWith: { epsMetres: 100, minPoints: 10 } });
    expect(findClusters([...lattice, ...peak], { ...whole, maxDiameterMetres: 400 }).denseAreas).not.toEqual([]);
  });
});
