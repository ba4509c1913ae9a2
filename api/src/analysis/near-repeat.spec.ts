import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bandsFrom } from './near-repeat-bands.js';
import { nearRepeat, type NearRepeatOptions, type NearRepeatResult } from './near-repeat.js';
import { createRandom } from './random.js';

type Event = readonly [x: number, y: number, day: number];

const usual: NearRepeatOptions = {
  bandsMetres: [1, 10, 25],
  bandsDays: [3, 7],
  permutations: 49,
  seed: 1,
  distance: 'euclidean',
};
const count = (events: readonly Event[], options: Partial<NearRepeatOptions> = {}): NearRepeatResult =>
  nearRepeat(
    {
      x: Float64Array.from(events, ([x]) => x),
      y: Float64Array.from(events, ([, y]) => y),
      day: Float64Array.from(events, ([, , day]) => day),
    },
    { ...usual, ...options },
  );
const table = ({ cells }: NearRepeatResult): number[] => cells.map(({ observed }) => observed);

/** Every pair, without any cleverness. */
function plainCount(events: readonly Event[], { metres, days }: NearRepeatResult['cells'][number]): number {
  let pairs = 0;
  for (const [index, a] of events.entries()) {
    for (const b of events.slice(index + 1)) {
      const far = Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
      const apart = Math.abs(a[2] - b[2]);
      if (far >= metres.from && far < metres.to && apart >= days.from && apart < days.to) pairs++;
    }
  }
  return pairs;
}

const someEvents = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 20 })),
  { maxLength: 30 },
);

describe('bands', () => {
  test('are half-open, cover everything and are labelled as they are', () => {
    expect(bandsFrom([7, 14], 'days').map(({ label }) => label)).toEqual([
      { sv: '[0,7) dagar', en: '[0,7) days' },
      { sv: '[7,14) dagar', en: '[7,14) days' },
      { sv: '[14,∞) dagar', en: '[14,∞) days' },
    ]);
  });

  test('do not mind order, repetition, 0, infinity or what is no number', () => {
    expect(bandsFrom([200, 100, 100, 0, Infinity, NaN, -5], 'metres').map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 200],
      [200, Infinity],
    ]);
    expect(bandsFrom([], 'metres').map(({ label }) => label.sv)).toEqual(['[0,∞) m']);
  });
});

describe('near repeat', () => {
  test('counts the pairs of the plain definition in every cell', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const { cells, parameters } = count(events, { permutations: 0 });
        for (const cell of cells) expect(cell.observed).toBe(plainCount(events, cell));
        expect(table({ cells } as NearRepeatResult).reduce((sum, one) => sum + one, 0)).toBe(parameters.pairs);
      }),
    );
  });

  test('expects exactly the mean of all shuffles of the dates', () => {
    const places: readonly (readonly [number, number])[] = [
      [0, 0],
      [5, 0],
      [20, 0],
      [100, 0],
    ];
    const days = [0, 1, 5, 30];
    const orders = days.flatMap((a, i) =>
      days.flatMap((b, j) =>
        days.flatMap((c, k) => (new Set([i, j, k]).size === 3 ? [[a, b, c, days[6 - i - j - k]!]] : [])),
      ),
    );
    const tables = orders.map((order) => table(count(places.map(([x, y], index): Event => [x, y, order[index]!]))));
    const { cells } = count(places.map(([x, y], index): Event => [x, y, days[index]!]));
    expect(orders).toHaveLength(24);
    for (const [cell, { expected }] of cells.entries()) {
      expect(expected).toBeCloseTo(tables.reduce((sum, one) => sum + one[cell]!, 0) / 24, 12);
    }
  });

  test('tells of each cell what was seen, what is expected, and how likely that is by Poisson', () => {
    // 0-1 lie 5 m and 1 day apart, 0-2 and 1-2 far and 8 to 9 days; bands of 0 to 1, 1 to 10 and 10 to 25 m
    const { cells, status, parameters } = count(
      [
        [0, 0, 0],
        [5, 0, 1],
        [90, 0, 9],
      ],
      { permutations: 0 },
    );
    expect(status).toBe('tested');
    expect(cells).toHaveLength(12);
    const cell = (from: number, days: number) =>
      cells.find((one) => one.metres.from === from && one.days.from === days)!;
    expect(cell(1, 0)).toMatchObject({ observed: 1, events: 2, expected: 1 / 3, ratio: 3, p: null });
    expect(cell(1, 0).poissonP).toBeCloseTo(1 - Math.exp(-1 / 3), 12);
    expect(cell(1, 7)).toMatchObject({ observed: 0, events: 0, expected: 2 / 3, ratio: 0, poissonP: 1 });
    expect(cell(0, 0)).toMatchObject({ observed: 0, expected: 0, ratio: null });
    expect(cell(25, 7)).toMatchObject({ observed: 2, events: null });
    expect(cell(25, 7).expected).toBeCloseTo(4 / 3, 12);
    expect(parameters).toMatchObject({
      method: 'knox-near-repeat',
      permutations: 0,
      seed: 1,
      distance: 'euclidean',
      events: 3,
      pairs: 3,
      droppedEvents: 0,
    });
    expect(parameters.bandsMetres.map(({ from }) => from)).toEqual([0, 1, 10, 25]);
    expect(parameters.bandsDays.map(({ from }) => from)).toEqual([0, 3, 7]);
  });

  test('ranks what was seen among the shuffles, equal ones counted, and cuts their number to a whole one', () => {
    const two: Event[] = [
      [0, 0, 0],
      [5, 0, 1],
    ];
    // with two events every shuffle gives the same table
    const { cells, parameters } = count(two, { permutations: 9.7 });
    expect(parameters.permutations).toBe(9);
    for (const { p } of cells) expect(p).toBe(1);
    for (const permutations of [NaN, -4, 0.9]) expect(count(two, { permutations }).parameters.permutations).toBe(0);
    const told: string[] = [];
    count(two, { permutations: 2, onProgress: (done, all) => void told.push(`${done}/${all}`) });
    expect(told).toEqual(['1/2', '2/2']);
  });

  test('leaves out days and places beyond all reckoning, and keeps the last that can be', () => {
    const { parameters } = count([
      [0, 0, 1e8],
      [0, 0, -1e8],
      [0, 0, 1e8 + 1],
      [2e8, 0, 0],
    ]);
    expect(parameters).toMatchObject({ events: 2, droppedEvents: 2, pairs: 1 });
  });

  test('tells how many events the pairs are made of: a series of five is ten pairs', () => {
    const series = Array.from({ length: 5 }, (_, index): Event => [index, 0, 0]);
    const { cells } = count([...series, [500, 0, 40], [900, 0, 80]]);
    expect(cells.find(({ metres, days }) => metres.from === 1 && days.from === 0)).toMatchObject({
      observed: 10,
      events: 5,
    });
  });

  test('finds that pairs close in time gather close by, and nothing where dates are mixed', () => {
    const random = createRandom(5);
    const first = Array.from({ length: 80 }, (): Event => [
      random.integer(2000),
      random.integer(2000),
      random.integer(200),
    ]);
    const second = first.map(([x, y, day]): Event => [x + 2, y + 2, day + 1]);
    const near = (events: readonly Event[]) =>
      count(events, { permutations: 199 }).cells.find(({ metres, days }) => metres.from === 1 && days.from === 0)!;
    const repeats = near([...first, ...second]);
    expect(repeats).toMatchObject({ p: 1 / 200 });
    expect(repeats.ratio).toBeGreaterThan(10);
    expect(repeats.poissonP).toBeLessThan(1e-6);
    const days = random.shuffle([...first, ...second].map(([, , day]) => day));
    expect(near([...first, ...second].map(([x, y], index): Event => [x, y, days[index]!])).p).toBeGreaterThan(0.01);
  });

  test('moves and turns with the map, and gives the same in any order with the same seed', () => {
    fc.assert(
      fc.property(someEvents, fc.integer(), (events, seed) => {
        const expected = count(events);
        const moved = events.map(([x, y, day]): Event => [x + 7_000, y - 300, day + 18_000]);
        expect(count(moved).cells).toEqual(expected.cells);
        expect(table(count(events.map(([x, y, day]): Event => [-y, x, day])))).toEqual(table(expected));
        expect(count(createRandom(seed).shuffle([...events]))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('measures along streets when asked to', () => {
    const events: Event[] = [
      [0, 0, 0],
      [6, 6, 0],
      [900, 0, 9],
    ];
    const inBand = (distance: NearRepeatOptions['distance']): number => table(count(events, { distance }))[3]!;
    expect([inBand('euclidean'), inBand('manhattan')]).toEqual([1, 0]);
  });

  test('leaves out events without a place or a time and counts them', () => {
    const { parameters } = count([
      [0, 0, 0],
      [1, 1, 1],
      [NaN, 0, 0],
      [0, 0, NaN],
      [0, Infinity, 3],
    ]);
    expect(parameters).toMatchObject({ events: 2, pairs: 1, droppedEvents: 3 });
  });

  test('has nothing to test with no, one or only simultaneous events, and gives no NaN', () => {
    const same = Array.from({ length: 30 }, (): Event => [4, 4, 4]);
    for (const events of [[], [[1, 1, 1] as Event], same]) {
      const { status, cells } = count(events);
      expect(status).toBe('nothing-to-test');
      for (const { expected, ratio, p, poissonP } of cells) {
        expect([expected, poissonP].every(Number.isFinite)).toBe(true);
        expect(p).toBeNull();
        expect(ratio === null || Number.isFinite(ratio)).toBe(true);
      }
    }
  });

  test('counts a crowd at one address exactly and says that its pairs are too many to shuffle', () => {
    const crowd = Array.from({ length: 3_200 }, (_, index): Event => [7, 7, index % 2]);
    const { status, cells } = count([...crowd, [500, 0, 9]]);
    expect(status).toBe('too-many-pairs');
    expect(cells[0]).toMatchObject({ observed: (3_200 * 3_199) / 2, events: 3_200, p: null });
  }, 60_000);

  test('asks after a million pairs whether to stop, and then tells no table', () => {
    const crowd = Array.from({ length: 1_500 }, (_, index): Event => [7, 7, index % 2]);
    let asked = 0;
    const stopped = count([...crowd, [500, 0, 9]], { permutations: 0, shouldStop: () => ++asked > 0 });
    expect(stopped).toMatchObject({ status: 'stopped', cells: [] });
    expect(asked).toBe(1);
    const whole = count([...crowd, [500, 0, 9]], { permutations: 0, shouldStop: () => ++asked < 0 });
    expect(whole.status).toBe('tested');
    expect(whole.cells[0]!.observed).toBe((1_500 * 1_499) / 2);
    expect(asked).toBe(2);
  });

  test('ranks each cell among the tables of the shuffled dates, all near pairs of them counted', () => {
    const random = createRandom(8);
    const events = Array.from({ length: 110 }, (): Event => [
      3 * random.integer(4),
      3 * random.integer(3),
      random.integer(12),
    ]);
    const result = count(events, { permutations: 19, seed: 4 });
    // more near pairs than the list has room for at first
    expect(result.parameters.pairs).toBe((110 * 109) / 2);
    const sorted = events.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const days = sorted.map(([, , day]) => day);
    const { shuffle } = createRandom(4);
    const reached = result.cells.map(() => 0);
    for (let map = 0; map < 19; map++) {
      shuffle(days);
      const mixed = sorted.map(([x, y], index): Event => [x, y, days[index]!]);
      for (const [index, cell] of result.cells.entries())
        if (plainCount(mixed, cell) >= cell.observed) reached[index]!++;
    }
    expect(result.cells.map(({ p }) => p)).toEqual(reached.map((maps) => (1 + maps) / 20));
    expect(new Set(reached).size).toBeGreaterThan(3);
  });

  test('stops when told to', () => {
    let made = 0;
    const onProgress = (): void => {
      made++;
    };
    const events = Array.from({ length: 40 }, (_, index): Event => [index, 0, index % 9]);
    const stopped = count(events, { onProgress, shouldStop: () => made >= 3 });
    expect([stopped.status, stopped.parameters.permutations]).toEqual(['stopped', 3]);
    expect(count(events, { shouldStop: () => true }).cells.every(({ p }) => p === null)).toBe(true);
  });
});

describe('p for the whole table', () => {
  const { next, integer } = createRandom(9);
  const drawn = (events: number): Event[] =>
    Array.from({ length: events }, () => [60 * next(), 60 * next(), integer(40)] as const);

  /** By its definition: each shuffled table has a least p, and a cell's p is ranked among those. */
  function plainAdjusted(events: readonly Event[], { cells }: NearRepeatResult): (number | null)[] {
    const sorted = events.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const days = sorted.map(([, , day]) => day);
    const random = createRandom(usual.seed);
    const near = cells.filter(({ metres, days: band }) => metres.to < Infinity && band.to < Infinity);
    const countsNow = () =>
      near.map((cell) =>
        plainCount(
          sorted.map(([x, y], at) => [x, y, days[at]!] as const),
          cell,
        ),
      );
    const tables = [countsNow()];
    for (let made = 0; made < usual.permutations; made++) {
      for (let last = days.length - 1; last > 0; last--) {
        const other = random.integer(last + 1);
        [days[last], days[other]] = [days[other]!, days[last]!];
      }
      tables.push(countsNow());
    }
    const pOf = (counts: number[], cell: number) =>
      tables.filter((table_) => table_[cell]! >= counts[cell]!).length / tables.length;
    const least = tables.map((counts) => Math.min(...near.map((_, cell) => pOf(counts, cell))));
    return cells.map((cell) => {
      const at = near.indexOf(cell);
      return at < 0 ? null : least.filter((one) => one <= pOf(tables[0]!, at)).length / tables.length;
    });
  }

  test('is what its definition says, at least p and at most as often as there are near cells', () => {
    for (let town = 0; town < 3; town++) {
      const events = drawn(25);
      const result = count(events);
      expect(result.cells.map(({ adjustedP }) => adjustedP)).toEqual(plainAdjusted(events, result));
      for (const { p, adjustedP } of result.cells) {
        if (adjustedP === null) continue;
        expect(adjustedP).toBeGreaterThanOrEqual(p!);
        expect(adjustedP).toBeLessThanOrEqual(6 * p! + 1e-12);
      }
    }
  });

  test('names a band in at most one table of twenty in which nothing follows on anything', () => {
    let named = 0;
    let single = 0;
    for (let town = 0; town < 200; town++) {
      const { cells } = count(drawn(40), { permutations: 39, seed: town });
      if (cells.some(({ adjustedP }) => adjustedP !== null && adjustedP <= 0.05)) named++;
      if (cells.some(({ p, adjustedP }) => adjustedP !== null && p! <= 0.05)) single++;
    }
    // of 200, 5 percent is 10; more than 20 would be one try in a thousand
    expect(named).toBeLessThanOrEqual(20);
    expect(single).toBeGreaterThan(named);
  });

  test('sees what follows, and is not there without shuffles', () => {
    const series = Array.from({ length: 12 }, (_, at) => [5 * (at % 3), 30 * Math.floor(at / 3), 10 * Math.floor(at / 3)] as const); // prettier-ignore
    const { cells } = count([...series, ...drawn(20)], { permutations: 199 });
    const best = cells.find(({ metres, days }) => metres.from === 1 && days.from === 0)!;
    expect(best.adjustedP).toBeLessThanOrEqual(0.02);
    expect(count(drawn(10), { permutations: 0 }).cells.every(({ adjustedP }) => adjustedP === null)).toBe(true);
  });
});
