import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from './random.js';
import { logLikelihoodRatio } from './scan-statistic.js';
import type { DatedEvents } from './space-time-events.js';
import { spaceTimeScan, type SpaceTimeScanOptions, type SpaceTimeScanResult } from './space-time-scan.js';

type Event = readonly [x: number, y: number, day: number];

const eventsFrom = (events: readonly Event[]): DatedEvents => ({
  x: Float64Array.from(events, ([x]) => x),
  y: Float64Array.from(events, ([, y]) => y),
  day: Float64Array.from(events, ([, , day]) => day),
});
const usual: SpaceTimeScanOptions = {
  radiusMetres: 30,
  windowDays: 5,
  permutations: 19,
  seed: 1,
  mode: 'retrospective',
  distance: 'euclidean',
};
const scan = (events: readonly Event[], options: Partial<SpaceTimeScanOptions> = {}): SpaceTimeScanResult =>
  spaceTimeScan(eventsFrom(events), { ...usual, ...options });

/** Every circle and every span of days, without any cleverness. */
function plainLargest(events: readonly Event[], { radiusMetres, windowDays, mode }: SpaceTimeScanOptions): number {
  const days = events.map(([, , day]) => day);
  const last = Math.max(...days);
  let largest = 0;
  for (const [x, y] of events) {
    const away = events.map((event) => Math.sqrt((event[0] - x) ** 2 + (event[1] - y) ** 2));
    for (const radius of away.filter((metres) => metres <= radiusMetres)) {
      const inside = events.filter((_, index) => away[index]! <= radius);
      if (inside.length > events.length / 2) continue;
      for (let from = Math.min(...days); from <= last; from++) {
        for (let to = mode === 'prospective' ? last : from; to <= last && to < from + windowDays; to++) {
          const within = (event: Event): boolean => event[2] >= from && event[2] <= to;
          const cases = inside.filter(within).length;
          const expected = (inside.length * events.filter(within).length) / events.length;
          if (cases >= 2) largest = Math.max(largest, logLikelihoodRatio(cases, expected, events.length));
        }
      }
    }
  }
  return largest;
}

const event = fc.tuple(
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 20 }),
);
const someEvents = fc.array(event, { minLength: 4, maxLength: 30 });
const settings = fc.record({
  radiusMetres: fc.constantFrom(0, 5, 12.5, 40),
  windowDays: fc.constantFrom(1, 3, 10),
  mode: fc.constantFrom<'retrospective' | 'prospective'>('retrospective', 'prospective'),
});

/** 400 everyday events over a square kilometre and 100 days, and one burst of six within 60 m in three days. */
function townWithBurst(): Event[] {
  const random = createRandom(11);
  const everyday = Array.from({ length: 400 }, (): Event => [
    random.integer(1000),
    random.integer(1000),
    random.integer(100),
  ]);
  const burst = Array.from({ length: 6 }, (_, index): Event => [700 + 8 * index, 300, 50 + (index % 3)]);
  return [...everyday, ...burst];
}

describe('the space-time permutation scan', () => {
  test('finds the largest ratio of all circles and spans, as the plain definition does', () => {
    fc.assert(
      fc.property(someEvents, settings, (events, options) => {
        const found = scan(events, { ...options, permutations: 0 }).clusters[0]?.llr ?? 0;
        expect(found).toBeCloseTo(plainLargest(events, { ...usual, ...options }), 9);
      }),
      { numRuns: 60 },
    );
  });

  test('tells clusters whose figures are those of the rows they name, and that share no row', () => {
    fc.assert(
      fc.property(someEvents, settings, (events, options) => {
        const { clusters } = scan(events, { ...options, permutations: 0 });
        const rows = clusters.flatMap((cluster) => cluster.rows);
        expect(new Set(rows).size).toBe(rows.length);
        for (const { centre, radiusMetres, from, to, cases, expected, llr, rows: own } of clusters) {
          const near = events.filter(([x, y]) => Math.sqrt((x - centre.x) ** 2 + (y - centre.y) ** 2) <= radiusMetres);
          const inSpan = events.filter(([, , day]) => day >= from && day <= to);
          expect(own).toHaveLength(cases);
          expect(near.filter(([, , day]) => day >= from && day <= to)).toHaveLength(cases);
          expect(expected).toBeCloseTo((near.length * inSpan.length) / events.length, 12);
          expect(llr).toBe(logLikelihoodRatio(cases, expected, events.length));
        }
      }),
    );
  });

  test('finds a planted burst, when it was and that chance does not do that', () => {
    const { clusters, parameters } = scan(townWithBurst(), { radiusMetres: 100, windowDays: 7, permutations: 199 });
    expect(clusters[0]).toMatchObject({ from: 50, to: 52, p: 1 / 200, recurrenceIntervalDays: null });
    expect(clusters[0]!.rows).toEqual(expect.arrayContaining([400, 401, 402, 403, 404, 405]));
    expect(parameters).toMatchObject({ permutations: 199, firstDay: 0, lastDay: 99, events: 406, droppedRows: 0 });
  });

  test('prospectively sees the burst only while it goes on, and says how seldom that happens', () => {
    const until = (lastDay: number): SpaceTimeScanResult =>
      scan(townWithBurst(), { radiusMetres: 100, windowDays: 7, permutations: 99, mode: 'prospective', lastDay });
    const now = until(53).clusters[0]!;
    expect(now).toMatchObject({ to: 53, p: 0.02, recurrenceIntervalDays: 50 });
    expect(until(70).clusters.every(({ p }) => p > 0.05)).toBe(true);
  });

  test('does not depend on where the map’s origin is', () => {
    fc.assert(
      fc.property(someEvents, fc.integer({ min: -9e6, max: 9e6 }), (events, shift) => {
        const moved = events.map(([x, y, day]): Event => [x + shift, y - shift, day + shift]);
        const summary = ({ clusters }: SpaceTimeScanResult): number[][] =>
          clusters.map((one) => [one.llr, one.p, one.cases, one.radiusMetres]);
        expect(summary(scan(moved))).toEqual(summary(scan(events)));
      }),
    );
  });

  test('finds the same when the map is turned by a quarter', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const turned = events.map(([x, y, day]): Event => [-y, x, day]);
        const found = ({ clusters }: SpaceTimeScanResult): number[] => clusters.map(({ llr }) => llr);
        expect(found(scan(turned, { permutations: 0 }))).toEqual(found(scan(events, { permutations: 0 })));
      }),
    );
  });

  test('draws the same chance in whatever order the rows come', () => {
    fc.assert(
      fc.property(someEvents, fc.integer(), (events, seed) => {
        const mixed = createRandom(seed).shuffle([...events]);
        expect(scan(mixed).simulatedMaxima).toEqual(scan(events).simulatedMaxima);
        expect(scan(mixed).clusters[0]?.llr).toBe(scan(events).clusters[0]?.llr);
      }),
    );
  });

  test('gives the same answer for the same seed and other shuffles for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => scan(townWithBurst(), { seed }));
    expect(again).toEqual(first);
    expect(other!.simulatedMaxima).not.toEqual(first!.simulatedMaxima);
  });

  test('takes a row with a weight as that many rows', () => {
    const events = townWithBurst();
    const weights = Float64Array.from(events, (_, index) => 1 + (index % 3));
    const repeated = events.flatMap((one, index) => Array.from({ length: weights[index]! }, () => one));
    const weighted = spaceTimeScan({ ...eventsFrom(events), weights }, usual);
    expect(weighted.simulatedMaxima).toEqual(scan(repeated).simulatedMaxima);
    expect(weighted.clusters.map(({ llr }) => llr)).toEqual(scan(repeated).clusters.map(({ llr }) => llr));
  });

  test('draws circles around places without events too, and shuffles no date onto them', () => {
    // two events 40 m apart: only a circle around the middle holds both within 30 m
    const events: Event[] = [
      [0, 0, 5],
      [40, 0, 5],
      [500, 0, 1],
      [600, 0, 2],
      [700, 0, 3],
      [800, 0, 9],
      [20, 0, NaN],
    ];
    const weights = Float64Array.from([1, 1, 1, 1, 1, 1, 0]);
    expect(scan(events.slice(0, 6)).clusters).toEqual([]);
    expect(spaceTimeScan({ ...eventsFrom(events), weights }, usual).clusters[0]).toMatchObject({
      centre: { x: 20, y: 0 },
      radiusMetres: 20,
      cases: 2,
      places: 3,
      rows: [0, 1],
    });
  });

  test('leaves out rows without a place or a day and counts them', () => {
    const broken: Event[] = [
      [NaN, 0, 1],
      [0, Infinity, 1],
      [0, 0, NaN],
      [1e300, 0, 1],
    ];
    const { parameters, clusters } = scan([...townWithBurst(), ...broken]);
    expect(parameters).toMatchObject({ events: 406, droppedRows: 4 });
    expect(clusters.map(({ llr }) => llr)).toEqual(scan(townWithBurst()).clusters.map(({ llr }) => llr));
  });

  test('has nothing to test without events, places, days, reach or span', () => {
    const row = (count: number, make: (index: number) => Event): Event[] =>
      Array.from({ length: count }, (_, k) => make(k));
    const nothing = [
      scan([]),
      scan([[1, 1, 1]]),
      scan(row(20_000, (k) => [7, 7, k % 50])),
      scan(row(50, (k) => [k, k, 3])),
      scan(townWithBurst(), { radiusMetres: NaN }),
      scan(townWithBurst(), { windowDays: 0 }),
    ];
    for (const { status, clusters, simulatedMaxima } of nothing) {
      expect({ status, clusters, drawn: simulatedMaxima.length }).toEqual({
        status: 'nothing-to-test',
        clusters: [],
        drawn: 0,
      });
    }
  });

  test('tells what it really used', () => {
    const { parameters } = scan(townWithBurst(), { windowDays: 6.9, permutations: 3.5, seed: 4, lastDay: 60 });
    expect(parameters).toEqual({
      method: 'space-time-permutation-scan',
      radiusMetres: 30,
      windowDays: 6,
      permutations: 3,
      seed: 4,
      mode: 'retrospective',
      distance: 'euclidean',
      firstDay: 0,
      lastDay: 60,
      events: townWithBurst().filter(([, , day]) => day <= 60).length,
      places: expect.any(Number),
      droppedRows: townWithBurst().filter(([, , day]) => day > 60).length,
      leastCases: 2,
      largestShareOfEventsInCircle: 0.5,
    });
    expect(scan([]).parameters).toMatchObject({ firstDay: null, lastDay: null, events: 0, places: 0 });
    expect(scan(townWithBurst(), { permutations: NaN }).parameters.permutations).toBe(0);
  });

  test('needs four events on two days at two places, and a reach that is a number', () => {
    const four: Event[] = [
      [0, 0, 1],
      [0, 0, 1],
      [900, 0, 2],
      [900, 0, 3],
    ];
    expect(scan(four).status).toBe('tested');
    expect(scan(four.slice(1)).status).toBe('nothing-to-test');
    expect(scan(four, { radiusMetres: 0 }).status).toBe('tested');
    for (const radiusMetres of [-1, Infinity]) expect(scan(four, { radiusMetres }).status).toBe('nothing-to-test');
    expect(scan(four, { windowDays: 1 }).status).toBe('tested');
    expect(scan(four, { windowDays: 0.9 }).status).toBe('nothing-to-test');
    // the two events of one place on one day, where one half times two quarters are expected
    expect(scan(four).clusters[0]).toMatchObject({
      centre: { x: 0, y: 0 },
      radiusMetres: 0,
      from: 1,
      to: 1,
      cases: 2,
      expected: 1,
      places: 1,
      rows: [0, 1],
    });
  });

  test('tells no more clusters than asked for, the largest ratio first', () => {
    const all = scan(townWithBurst(), { permutations: 0, radiusMetres: 60 }).clusters;
    expect(all).toHaveLength(20);
    expect(all.map(({ llr }) => llr)).toEqual(all.map(({ llr }) => llr).toSorted((a, b) => b - a));
    const three = scan(townWithBurst(), { permutations: 0, radiusMetres: 60, maximumClusters: 3 }).clusters;
    expect(three).toEqual(all.slice(0, 3));
  });

  test('stops when told to and keeps a true p from the shuffles made', () => {
    let drawn = 0;
    const onProgress = (): void => {
      drawn++;
    };
    const { status, clusters, parameters } = scan(townWithBurst(), { onProgress, shouldStop: () => drawn >= 4 });
    expect([status, parameters.permutations, clusters[0]!.p]).toEqual(['stopped', 4, 0.2]);
  });

  test('refuses more neighbours than there is room for instead of trying', () => {
    expect(scan(townWithBurst(), { mostNeighbours: 500 }).status).toBe('too-many-neighbours');
    expect(scan(townWithBurst(), { mostNeighbours: 5_000 }).status).toBe('tested');
  });
});
