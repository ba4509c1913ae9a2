import { describe, expect, test } from '@jest/globals';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { findClusters } from './clusters.js';
import type { AnalysedEvent } from './hygiene.js';
import { toCells, type BaselinePoint } from './baseline-cells.js';
import { peopleClaimOf, scanPeople, type Baseline, type PeopleScan } from './people-claim.js';
import type { PoissonCluster, PoissonScanResult } from './poisson-scan.js';
import { createRandom, type Random } from './random.js';

const origin = { x: 500_000, y: 6_500_000 };
const spot = { x: origin.x + 1_250, y: origin.y + 1_050 };

interface Home {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** A town of 2 km x 2 km: three in ten round the middle, the rest anywhere, one to four people each. */
const homes: Home[] = (() => {
  const random = createRandom(3);
  return Array.from({ length: 1_500 }, (_, index): Home => {
    const at = (): number => (index % 10 < 3 ? 1_000 + 150 * random.normal() : 2_000 * random.next());
    return { x: origin.x + Math.round(at()), y: origin.y + Math.round(at()), weight: 1 + random.integer(4) };
  });
})();

function baseline(points: readonly Home[], name = 'Homes'): Baseline {
  return {
    id: name,
    name,
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    weight: Float64Array.from(points, ({ weight }) => weight),
  };
}

const even = baseline(
  Array.from({ length: 400 }, (_, cell) => {
    return { x: origin.x + 50 + 100 * (cell % 20), y: origin.y + 50 + 100 * Math.floor(cell / 20), weight: 1 };
  }),
  'Even',
);
const weights = homes.map(({ weight }) => weight);

function event(place: { x: number; y: number }, index: number): AnalysedEvent {
  return {
    id: String(index).padStart(6, '0'),
    x: place.x,
    y: place.y,
    from: Date.UTC(2026, index % 12, 1 + (index % 28)),
    to: null,
    category: 'SKAD',
    source: index % 2 === 0 ? 'police' : 'municipality',
    precision: 'address',
    outside: false,
  };
}

function draw(count: number, random: Random, planted = 0): AnalysedEvent[] {
  const places = [
    ...Array.from({ length: count }, () => {
      const { x, y } = random.pick(homes, weights);
      return { x: x + 10 * random.normal(), y: y + 10 * random.normal() };
    }),
    ...Array.from({ length: planted }, (_, index) => ({ x: spot.x + (index % 7) * 5, y: spot.y + (index % 5) * 5 })),
  ];
  return places.map(event);
}

const square = (x: number, y: number, half: number): MetresMultiPolygon => [
  [
    [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
      [x - half, y - half],
    ],
  ],
];
const here = square(spot.x, spot.y, 60);
const fast = { permutations: 99 };
const options = {
  period: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) },
  historyFrom: null,
  builtUpAreaSquareMetres: 4_000_000,
  ...fast,
};

describe('more than expected where people are', () => {
  test('is claimed of a planted place 250 m from the centre, with the figures of the circle that was tested', () => {
    const claim = peopleClaimOf(here, scanPeople(draw(475, createRandom(1), 25), [baseline(homes)], fast));
    expect(claim).toMatchObject({ status: 'more-than-people', agreed: false, permutations: 99, p: 0.01 });
    if (!('circle' in claim)) throw new Error('no circle');
    expect(claim.observed).toBeGreaterThanOrEqual(25);
    expect(claim.ratio).toBeCloseTo(claim.observed! / claim.expected!, 12);
    expect(Math.hypot(claim.circle!.centre.x - spot.x, claim.circle!.centre.y - spot.y)).toBeLessThanOrEqual(150);
  });

  test('is found as a place of its own on at least nine of ten maps, and the rest of the town is not claimed', () => {
    let found = 0;
    let others = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const { clusters } = findClusters(draw(475, createRandom(seed), 25), {
        ...options,
        baselines: [baseline(homes)],
      });
      const claimed = clusters.filter(({ claims }) => claims.people.status === 'more-than-people');
      const near = claimed.filter(({ centre }) => Math.hypot(centre.x - spot.x, centre.y - spot.y) <= 100);
      if (near.some(({ areaSquareMetres }) => areaSquareMetres <= 100_000)) found++;
      others += claimed.length - near.length;
    }
    expect(found).toBeGreaterThanOrEqual(9);
    expect(others).toBeLessThanOrEqual(1);
  }, 60_000);

  test('is claimed on at most four of 40 maps where nothing is planted, and on nearly all against an even spread', () => {
    let right = 0;
    let wrong = 0;
    const isClaimed = (seed: number, people: Baseline): boolean =>
      findClusters(draw(300, createRandom(seed)), { ...options, baselines: [people] }).clusters.some(
        ({ claims }) => claims.people.status === 'more-than-people',
      );
    for (let seed = 1; seed <= 40; seed++) {
      if (isClaimed(seed, baseline(homes))) right++;
      if (isClaimed(seed, even)) wrong++;
    }
    expect(right).toBeLessThanOrEqual(4);
    expect(wrong).toBeGreaterThanOrEqual(30);
  }, 60_000);

  test('is certain only when two baselines show it, and is said of one when one does', () => {
    const events = draw(475, createRandom(2), 25);
    const twice = peopleClaimOf(here, scanPeople(events, [baseline(homes), baseline(homes, 'Again')], fast));
    expect(twice).toMatchObject({ status: 'more-than-people', agreed: true });
    // A baseline that has ten thousand people in the spot itself.
    const busy = baseline([...homes, { ...spot, weight: 10_000 }], 'Busy');
    const once = peopleClaimOf(here, scanPeople(events, [busy, baseline(homes)], fast));
    expect(once).toMatchObject({ status: 'one-baseline-only', agreed: false });
    expect('baselines' in once ? once.baselines.map(({ shown }) => shown) : []).toEqual([false, true]);
    const neither = peopleClaimOf(here, scanPeople(events, [busy], fast));
    expect(neither).toMatchObject({ status: 'as-people', agreed: false, observed: null, p: null, circle: null });
  });

  test('is not claimed of a place beside the cluster, nor of one that has no more than its share', () => {
    const scans = scanPeople(draw(475, createRandom(1), 25), [baseline(homes)], fast);
    expect(peopleClaimOf(square(spot.x + 500, spot.y, 60), scans).status).toBe('as-people');
    expect(peopleClaimOf(square(origin.x - 5_000, origin.y, 60), scans).status).toBe('as-people');
  });

  test('leaves events out that are known only to the street, and says how many', () => {
    const street = Array.from({ length: 30 }, (_, index) => ({
      ...event({ x: origin.x + 1_700, y: origin.y + 1_700 }, 9_000 + index),
      precision: 'street' as const,
    }));
    const scans = scanPeople([...draw(300, createRandom(5)), ...street], [baseline(homes)], fast);
    expect(scans[0]).toMatchObject({ streetEvents: 30 });
    expect(scans[0]!.result.parameters.events).toBe(300);
    expect(peopleClaimOf(square(origin.x + 1_700, origin.y + 1_700, 60), scans).status).toBe('as-people');
  });

  test('answers too few, no baseline, a baseline in one place and a stopped run as what they are', () => {
    const people = [baseline(homes)];
    expect(peopleClaimOf(here, [])).toEqual({ status: 'no-baseline' });
    expect(peopleClaimOf(here, scanPeople(draw(20, createRandom(1)), people, fast))).toEqual({ status: 'too-few' });
    expect(peopleClaimOf(here, scanPeople([], people, fast))).toEqual({ status: 'too-few' });
    const events = draw(300, createRandom(1));
    const single = baseline([{ ...spot, weight: 500 }]);
    expect(peopleClaimOf(here, scanPeople(events, [single], fast))).toEqual({ status: 'too-few' });
    const spoiled = baseline([
      { x: NaN, y: 0, weight: 1 },
      { ...spot, weight: -4 },
      { ...spot, weight: Infinity },
    ]);
    expect(peopleClaimOf(here, scanPeople(events, [spoiled], fast))).toEqual({ status: 'too-few' });
    const stopped = scanPeople(events, people, { ...fast, shouldStop: () => true });
    expect(peopleClaimOf(here, stopped)).toEqual({ status: 'stopped' });
    expect(findClusters(events, options).clusters.map(({ claims }) => claims.people.status)).not.toContain('as-people');
  });

  test('gives the same for the same seed, in any order of events and of baseline, and tells how far it has come', () => {
    const events = draw(200, createRandom(7), 15);
    const far: string[] = [];
    const onProgress = (done: number, all: number): void => void far.push(`${done}/${all}`);
    const one = scanPeople(events, [baseline(homes), baseline(homes, 'Again')], { ...fast, onProgress });
    const other = scanPeople(events.toReversed(), [baseline(homes.toReversed())], fast);
    expect(peopleClaimOf(here, other)).toEqual(peopleClaimOf(here, one.slice(0, 1)));
    expect([far[0], far[99], far.at(-1)]).toEqual(['1/198', '100/198', '198/198']);
  });
});

describe('whose circle it is', () => {
  /** Ten cells in a row with a person each; five events in each of the first two, two in each of the last five. */
  const middleOf = (cell: number) => ({ x: 50 + 100 * cell, y: 50 });
  const row: BaselinePoint[] = Array.from({ length: 10 }, (_, cell) => ({ ...middleOf(cell), weight: 1 }));
  const stray = { x: 50, y: 4_050 };
  const happened = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9].map(middleOf);
  const circle = (cells: readonly number[], changes: Partial<PoissonCluster> = {}): PoissonCluster => ({
    centre: middleOf(cells[0]!),
    radiusMetres: 100,
    cells: cells.map(middleOf),
    cases: 10,
    expected: 2,
    ratio: 5,
    llr: 9,
    p: 0.01,
    ...changes,
  });
  function scanWith(
    found: { placeClusters?: PoissonCluster[]; clusters?: PoissonCluster[] },
    changes: { status?: PoissonScanResult['status']; permutations?: number; name?: string } = {},
  ): PeopleScan {
    const events = [...happened, stray];
    const { status = 'tested', permutations = 99, name = 'Row' } = changes;
    const [scan] = scanPeople([], [baseline([])], { permutations: 0 });
    return {
      baseline: { id: name.toLowerCase(), name },
      result: {
        ...scan!.result,
        status,
        placeClusters: found.placeClusters ?? [],
        clusters: found.clusters ?? [],
        parameters: { ...scan!.result.parameters, permutations },
      },
      events,
      cells: toCells(events, row, 100),
      streetEvents: 0,
    };
  }
  const cellsFrom = (first: number, last: number): MetresMultiPolygon => [
    [
      [
        [100 * first, 0],
        [100 * (last + 1), 0],
        [100 * (last + 1), 100],
        [100 * first, 100],
        [100 * first, 0],
      ],
    ],
  ];
  const statusOf = (place: MetresMultiPolygon, cluster: PoissonCluster): string =>
    peopleClaimOf(place, [scanWith({ clusters: [cluster] })]).status;

  test('a circle the size of a place is the place’s when half of the place’s events lie in it', () => {
    const whole = { cases: 1_000 };
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], whole))).toBe('more-than-people');
    expect(statusOf(cellsFrom(0, 3), circle([1], whole))).toBe('more-than-people');
    expect(statusOf(cellsFrom(0, 0), circle([1], whole))).toBe('as-people');
    expect(statusOf(cellsFrom(0, 5), circle([1], whole))).toBe('as-people');
  });

  test('a larger circle is not, unless half of its own events lie in the place', () => {
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], { radiusMetres: 200, cases: 11 }))).toBe('more-than-people');
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], { radiusMetres: 200.1, cases: 11 }))).toBe('as-people');
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], { radiusMetres: 300, cases: 10 }))).toBe('more-than-people');
  });

  test('nothing is claimed of a place with no more than its share of the people', () => {
    expect(statusOf(cellsFrom(5, 9), circle([5, 6, 7, 8, 9]))).toBe('as-people');
    expect(statusOf(cellsFrom(0, 3), circle([0, 1]))).toBe('more-than-people');
  });

  test('a circle counts at five in a hundred and not beyond', () => {
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], { p: 0.05 }))).toBe('more-than-people');
    expect(statusOf(cellsFrom(0, 0), circle([0, 1], { p: 0.0501 }))).toBe('as-people');
  });

  test('events where no people are near count neither for the place nor against it', () => {
    const tall: MetresMultiPolygon = [
      [
        [
          [0, 0],
          [100, 0],
          [100, 5_000],
          [0, 5_000],
          [0, 0],
        ],
      ],
    ];
    expect(statusOf(tall, circle([0, 1]))).toBe('more-than-people');
  });

  test('small circles come before large ones, and the figures are those of the circle', () => {
    const claim = peopleClaimOf(cellsFrom(0, 0), [
      scanWith({ placeClusters: [circle([0], { cases: 5, p: 0.02 })], clusters: [circle([0, 1])] }),
    ]);
    expect(claim).toMatchObject({ observed: 5, expected: 2, ratio: 5, p: 0.02 });
    expect(claim).toMatchObject({
      circle: { centre: middleOf(0), radiusMetres: 100 },
      baselines: [{ id: 'row', name: 'Row', shown: true, observed: 5 }],
    });
  });

  test('one stopped or untested scan of several says so, and the fewest maps are told', () => {
    const found = { clusters: [circle([0, 1])] };
    const claim = (...scans: PeopleScan[]) => peopleClaimOf(cellsFrom(0, 0), scans);
    expect(claim(scanWith(found), scanWith(found, { status: 'stopped' }))).toEqual({ status: 'stopped' });
    expect(claim(scanWith(found, { status: 'too-few' }), scanWith(found))).toEqual({ status: 'too-few' });
    expect(claim(scanWith(found, { permutations: 50 }), scanWith(found))).toMatchObject({
      status: 'more-than-people',
      agreed: true,
      permutations: 50,
    });
  });

  test('the scan names its baseline and leaves out what is known only to the street or the area', () => {
    const known = draw(40, createRandom(1)).map((one, index) => ({
      ...one,
      precision: (['point', 'address', 'street', 'area'] as const)[index % 4]!,
    }));
    const [scan] = scanPeople(known, [baseline(homes, 'Homes')], { permutations: 0 });
    expect(scan).toMatchObject({ baseline: { id: 'Homes', name: 'Homes' }, streetEvents: 20 });
    expect(scan!.events).toHaveLength(20);
  });
});
