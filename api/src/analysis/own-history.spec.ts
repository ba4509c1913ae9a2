import { describe, expect, test } from '@jest/globals';
import type { Metres } from '../geo/projection.js';
import { ownHistoryOf, unusualWindows } from './own-history.js';

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
    expect(unusualWindows({ now: spot(3), earlier: [] })).toEqual([]);
  });
});
