import { describe, expect, test } from '@jest/globals';
import type { Metres } from '../geo/projection.js';
import { hypergeometricUpperTail } from './exact-test.js';
import { ownHistoryOf, unusualWindows, type UnusualWindow } from './own-history.js';

/** `count` events at each of a hundred places 500 m apart. */
const everywhere = (count: number): Metres[] =>
  Array.from({ length: 100 * count }, (_, index) => ({
    x: 50 + 500 * (index % 10),
    y: 50 + 500 * (Math.floor(index / 10) % 10),
  }));
const spot = (count: number): Metres[] => Array.from({ length: count }, (_, index) => ({ x: 60 + (index % 5), y: 60 }));
const round = (x: number, y: number): [number, number][][][] => [
  [
    [
      [x, y],
      [x + 100, y],
      [x + 100, y + 100],
      [x, y + 100],
      [x, y],
    ],
  ],
];

describe('more than usual here', () => {
  test('is found where a place rose and the rest did not', () => {
    const history = { now: [...everywhere(5), ...spot(25)], earlier: everywhere(10), years: 2 };
    const windows = unusualWindows(history);
    expect(windows.length).toBeGreaterThan(0);
    const claim = ownHistoryOf(round(0, 0), history, windows);
    expect(claim).toMatchObject({ status: 'more-than-usual', observed: 30, years: 2, low: 1, high: 11 });
    expect('expected' in claim && claim.expected).toBeCloseTo((10 * 525) / 1000, 10);
  });

  test('is not found where everything rose alike, as when reporting gets better', () => {
    const history = { now: everywhere(30), earlier: everywhere(10), years: 2 };
    const windows = unusualWindows(history);
    expect(windows).toEqual([]);
    expect(ownHistoryOf(round(0, 0), history, windows)).toMatchObject({
      status: 'as-usual',
      observed: 30,
      expected: 30,
      adjustedP: null,
    });
  });

  test('does not lend one place’s rise to its neighbour', () => {
    const history = { now: [...everywhere(5), ...spot(25)], earlier: everywhere(10), years: 2 };
    expect(ownHistoryOf(round(500, 0), history, unusualWindows(history)).status).toBe('as-usual');
  });

  test('needs events on both sides', () => {
    expect(unusualWindows({ now: [], earlier: spot(3) })).toEqual([]);
    expect(unusualWindows({ now: spot(30), earlier: [] })).toEqual([]);
  });
});

describe('unusual windows', () => {
  const at = (x: number, y: number, count: number): Metres[] => Array.from({ length: count }, () => ({ x, y }));

  test('are the nine that hold a cell where everything is new, each corrected over all that hold any event', () => {
    const windows = unusualWindows({
      now: [...at(1050, 2050, 12), ...at(9050, 9050, 10)],
      earlier: at(9050, 9050, 30),
    });
    expect(windows.map(({ centre }) => [centre.x, centre.y])).toEqual(
      [1950, 2050, 2150].flatMap((y) => [950, 1050, 1150].map((x) => [x, y])),
    );
    const p = hypergeometricUpperTail({ recent: 12, drawn: 12, marked: 22, total: 52 });
    for (const window of windows)
      expect(window).toMatchObject({ now: 12, earlier: 0, adjustedP: expect.closeTo((p * 18) / 9, 12) });
  });

  test('are told from south to north, in whatever order the events come', () => {
    const windows = unusualWindows({
      now: [...at(5050, 5050, 12), ...at(1050, 1050, 12), ...at(9050, 9050, 10)],
      earlier: at(9050, 9050, 60),
    });
    expect(windows.map(({ centre }) => centre.y)).toEqual(
      [950, 1050, 1150, 4950, 5050, 5150].flatMap((y) => [y, y, y]),
    );
  });

  test('count an event in each of the windows that reach it, with those of earlier years', () => {
    const now = [...at(1050, 2050, 20), ...at(1250, 2050, 5), ...at(9050, 9050, 10)];
    const windows = unusualWindows({ now, earlier: [...at(1250, 2050, 1), ...at(9050, 9050, 60)] });
    const found = windows.find(({ centre }) => centre.x === 1150 && centre.y === 2050);
    expect(found).toMatchObject({ now: 25, earlier: 1 });
    expect(windows.find(({ centre }) => centre.x === 950 && centre.y === 1950)).toMatchObject({ now: 20, earlier: 0 });
  });
});

describe('whose rise it is', () => {
  const place: [number, number][][][] = [
    [
      [
        [0, 0],
        [3000, 0],
        [3000, 3000],
        [0, 3000],
        [0, 0],
      ],
    ],
  ];
  const windowAt = (now: number, adjustedP = 0.01): UnusualWindow => ({
    centre: { x: 1050, y: 1050 },
    now,
    earlier: 0,
    adjustedP,
  });
  const far = (count: number): Metres[] => Array.from({ length: count }, () => ({ x: 90_000, y: 90_000 }));
  /** Twenty events in the place, so many of them at one spot. The place had five in as many years. */
  const claimOf = (spot: Metres, atSpot: number, windows: readonly UnusualWindow[]) => {
    const inside = Array.from({ length: 20 }, (_, index) => (index < atSpot ? spot : { x: 2500, y: 2500 }));
    const earlier = [...Array.from({ length: 5 }, () => ({ x: 10, y: 10 })), ...far(495)];
    return ownHistoryOf(place, { now: [...inside, ...far(480)], earlier, years: 1 }, windows);
  };
  const middle = { x: 1050, y: 1050 };

  test('is the place’s when half of the window’s events lie in it', () => {
    expect(claimOf(middle, 8, [windowAt(16)])).toMatchObject({
      status: 'more-than-usual',
      comparison: 'same-weeks-of-earlier-years-share-of-total',
      observed: 20,
      expected: 5,
      adjustedP: 0.01,
    });
    expect(claimOf(middle, 8, [windowAt(17)])).toMatchObject({ status: 'as-usual', adjustedP: null });
  });

  test('is the place’s when half of its own events lie in the window', () => {
    expect(claimOf(middle, 10, [windowAt(1000)]).status).toBe('more-than-usual');
    expect(claimOf(middle, 9, [windowAt(1000)]).status).toBe('as-usual');
  });

  test('a window reaches from its west and south edge up to, not onto, the others', () => {
    const held = (x: number, y: number): boolean =>
      claimOf({ x, y }, 10, [windowAt(1000)]).status === 'more-than-usual';
    expect([held(900, 1050), held(1199.9, 1050), held(1050, 900), held(1050, 1199.9)]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([held(899.9, 1050), held(1200, 1050), held(1050, 899.9), held(1050, 1200)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('is told with the smallest p of the windows that are held, and of no others', () => {
    const other = { ...windowAt(1000, 0.001), centre: { x: 50_050, y: 50_050 } };
    expect(claimOf(middle, 20, [windowAt(20, 0.04), windowAt(30, 0.02), other])).toMatchObject({ adjustedP: 0.02 });
  });

  test('is nobody’s where nothing happened, though windows are unusual, or nothing at all now', () => {
    const earlier = [middle, ...far(99)];
    expect(ownHistoryOf(place, { now: far(50), earlier, years: 2 }, [windowAt(5)])).toMatchObject({
      status: 'as-usual',
      observed: 0,
      expected: 0.5,
      adjustedP: null,
    });
    expect(ownHistoryOf(place, { now: [], earlier, years: 2 }, [])).toMatchObject({
      status: 'as-usual',
      observed: 0,
      expected: 0,
      low: 0,
      high: 0,
    });
  });

  test('is nobody’s while the place is within what is usual, or without a window', () => {
    const usual = claimOf(middle, 20, []);
    expect(usual.status).toBe('as-usual');
    const high = 'high' in usual ? usual.high : NaN;
    const claimFor = (count: number) =>
      ownHistoryOf(
        place,
        {
          now: [...Array.from({ length: count }, () => middle), ...far(500 - count)],
          earlier: [...Array.from({ length: 5 }, () => middle), ...far(495)],
          years: 1,
        },
        [windowAt(1)],
      ).status;
    expect([claimFor(high), claimFor(high + 1)]).toEqual(['as-usual', 'more-than-usual']);
  });
});
