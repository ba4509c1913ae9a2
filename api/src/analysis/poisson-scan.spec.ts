import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metres } from '../geo/projection.js';
import { createDrawer, type BaselinePoint } from './baseline-cells.js';
import { agreedClusters, poissonScan, type PoissonScanOptions, type PoissonScanResult } from './poisson-scan.js';
import { createRandom, type Random } from './random.js';
import { logLikelihoodRatio } from './scan-statistic.js';

const origin = { x: 500_000, y: 6_500_000 };
const usual: PoissonScanOptions = { radiusMetres: 200, permutations: 99, seed: 1 };

/** Addresses of a town of 2 km x 2 km: three in ten round the middle, the rest anywhere, one to four people each. */
const people: BaselinePoint[] = (() => {
  const random = createRandom(3);
  return Array.from({ length: 1_500 }, (_, index): BaselinePoint => {
    const at = (): number => (index % 10 < 3 ? 1_000 + 150 * random.normal() : 2_000 * random.next());
    return { x: origin.x + Math.round(at()), y: origin.y + Math.round(at()), weight: 1 + random.integer(4) };
  });
})();
const weights = people.map(({ weight }) => weight);
const drawEvents = (count: number, random: Random): Metres[] =>
  Array.from({ length: count }, () => {
    const { x, y } = random.pick(people, weights);
    return { x: x + 10 * random.normal(), y: y + 10 * random.normal() };
  });
const spot = { x: origin.x + 1_250, y: origin.y + 1_050 };
const planted = (count: number): Metres[] =>
  Array.from({ length: count }, (_, index) => ({ x: spot.x + (index % 7) * 5, y: spot.y + (index % 5) * 5 }));
const isSignificant = ({ clusters }: PoissonScanResult): boolean => (clusters[0]?.p ?? 1) <= 0.05;

describe('the Poisson circle scan', () => {
  test('raises no more false alarms against the right baseline than it says, and many against an even spread', () => {
    const evenly = Array.from({ length: 400 }, (_, cell): BaselinePoint => {
      return { x: origin.x + 50 + 100 * (cell % 20), y: origin.y + 50 + 100 * Math.floor(cell / 20), weight: 1 };
    });
    let right = 0;
    let even = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const events = drawEvents(300, createRandom(seed));
      if (isSignificant(poissonScan(events, people, { ...usual, seed }))) right++;
      if (isSignificant(poissonScan(events, evenly, { ...usual, seed }))) even++;
    }
    expect(right).toBeLessThanOrEqual(5);
    expect(even).toBe(40);
  }, 60_000);

  test('finds a planted spot of 5 % of the events 250 m from the centre, as a place of its own', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const events = [...drawEvents(475, createRandom(seed)), ...planted(25)];
      const found = poissonScan(events, people, usual).clusters.find(
        ({ p, centre }) => p <= 0.05 && Math.hypot(centre.x - spot.x, centre.y - spot.y) <= 150,
      );
      expect(found?.cases).toBeGreaterThanOrEqual(25);
    }
  });

  test('tells clusters whose figures follow from their cells, and that share none', () => {
    const events = [...drawEvents(300, createRandom(9)), ...planted(20)];
    const { clusters, parameters } = poissonScan(events, people, usual);
    const cells = clusters.flatMap((cluster) => cluster.cells.map(({ x, y }) => `${x} ${y}`));
    expect(new Set(cells).size).toBe(cells.length);
    expect(clusters.length).toBeGreaterThan(3);
    for (const cluster of clusters) {
      const holds = (point: Metres): boolean =>
        cluster.cells.some(
          ({ x, y }) => Math.floor(point.x / 100) * 100 + 50 === x && Math.floor(point.y / 100) * 100 + 50 === y,
        );
      const weight = people.filter(holds).reduce((sum, one) => sum + one.weight, 0);
      expect(cluster.expected).toBeCloseTo((parameters.events * weight) / parameters.baselineWeight, 9);
      expect(cluster.llr).toBe(logLikelihoodRatio(cluster.cases, cluster.expected, parameters.events));
      expect(cluster.ratio).toBe(cluster.cases / cluster.expected);
      expect(cluster.radiusMetres).toBeLessThanOrEqual(200);
    }
  });

  test('gives the same in any order of events and of baseline, and for the same seed', () => {
    const events = [...drawEvents(100, createRandom(4)), ...planted(10)];
    const expected = poissonScan(events, people, usual);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { shuffle } = createRandom(seed);
        expect(poissonScan(shuffle([...events]), shuffle([...people]), usual)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
    expect(poissonScan(events, people, { ...usual, seed: 2 }).simulatedMaxima).not.toEqual(expected.simulatedMaxima);
  });

  test('moves with the map by whole cells and turns with it by a quarter', () => {
    const events = [...drawEvents(100, createRandom(4)), ...planted(10)];
    const ratios = (change: (point: Metres) => Metres): number[] =>
      poissonScan(
        events.map(change),
        people.map((point) => ({ ...change(point), weight: point.weight })),
        {
          ...usual,
          permutations: 0,
        },
      )
        .clusters.slice(0, 3)
        .map(({ llr }) => llr);
    const still = ratios(({ x, y }) => ({ x: x + 0.25, y: y + 0.25 }));
    expect(ratios(({ x, y }) => ({ x: x + 700.25, y: y - 1_299.75 }))).toEqual(still);
    expect(ratios(({ x, y }) => ({ x: 7e6 - y - 0.25, y: x + 0.25 }))).toEqual(still);
  });

  test('with twice the people everywhere expects the same', () => {
    const events = drawEvents(100, createRandom(5));
    const doubled = people.map((point) => ({ ...point, weight: 2 * point.weight }));
    expect(poissonScan(events, doubled, usual).clusters).toEqual(poissonScan(events, people, usual).clusters);
  });

  test('counts events where no people are near as outside, and takes the nearest cell for those close by', () => {
    const events = drawEvents(50, createRandom(6));
    const strays = [
      { x: origin.x - 900, y: origin.y },
      { x: NaN, y: 0 },
      { x: -5, y: -5 },
    ];
    const { parameters } = poissonScan([...events, ...strays], [...people, { x: 1, y: 1, weight: NaN }], usual);
    expect(parameters).toMatchObject({ events: 50, eventsOutside: 3, baselinePointsLeftOut: 1 });
  });

  test('says why it does not test: too few events, no people, all people in one cell, no room', () => {
    const events = drawEvents(40, createRandom(7));
    expect(poissonScan(events.slice(0, 12), people, usual).status).toBe('too-few');
    expect(poissonScan([], people, usual).status).toBe('too-few');
    expect(poissonScan(events, [], usual).status).toBe('no-baseline');
    expect(poissonScan(events, people.slice(0, 1), usual).status).toBe('no-baseline');
    expect(poissonScan(events, people, { ...usual, mostNeighbours: 10 }).status).toBe('too-many-neighbours');
    expect(poissonScan(events, people, { ...usual, shouldStop: () => true })).toMatchObject({ status: 'stopped' });
  });

  test('stands 20,000 events at one address and options that are no numbers', () => {
    const crowd = Array.from({ length: 20_000 }, () => spot);
    const { clusters, parameters } = poissonScan(crowd, people, {
      radiusMetres: NaN,
      permutations: NaN,
      seed: NaN,
      cellMetres: NaN,
    });
    expect(parameters).toMatchObject({ radiusMetres: 0, cellMetres: 100, permutations: 0 });
    expect(clusters[0]).toMatchObject({ cases: 20_000, p: 1 });
  });
});

describe('two baselines', () => {
  test('make a cluster certain when both show it, and not when one alone does', () => {
    const events = [...drawEvents(270, createRandom(8)), ...planted(30)];
    const withSpot = people.map((point) => {
      const isSpot = Math.hypot(point.x - spot.x, point.y - spot.y) < 150;
      return { ...point, weight: isSpot ? 20 * point.weight : point.weight };
    });
    const first = poissonScan(events, people, usual);
    const again = poissonScan(events, people, { ...usual, seed: 2 });
    const other = poissonScan(events, withSpot, usual);
    expect(agreedClusters(first, again).map(({ verdict }) => verdict)).toEqual(['certain']);
    expect(agreedClusters(first, other)).toEqual([
      { cluster: first.clusters[0], other: null, verdict: 'one-baseline-only' },
    ]);
  });

  test('cannot be compared over different cells', () => {
    const [small, large] = [100, 200].map((cellMetres) => poissonScan([], people, { ...usual, cellMetres }));
    expect(() => agreedClusters(small!, large!)).toThrow(RangeError);
  });
});

test('the drawer draws in proportion to the weights', () => {
  const draw = createDrawer(Float64Array.from([1, 0, 5, 2]), createRandom(1).next);
  const counts = [0, 0, 0, 0];
  for (let index = 0; index < 80_000; index++) counts[draw()]!++;
  expect(counts[1]).toBe(0);
  for (const [index, expected] of [10_000, 0, 50_000, 20_000].entries()) {
    expect(Math.abs(counts[index]! - expected)).toBeLessThan(500);
  }
});
