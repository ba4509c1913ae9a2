import { describe, expect, test } from '@jest/globals';
import { orderEvents } from './space-time-events.js';

const columns = (rows: readonly (readonly [x: number, y: number, day: number, weight?: number])[]) => ({
  x: Float64Array.from(rows, ([x]) => x),
  y: Float64Array.from(rows, ([, y]) => y),
  day: Float64Array.from(rows, ([, , day]) => day),
  weights: Float64Array.from(rows, ([, , , weight = 1]) => weight),
});
const plain = (events: ReturnType<typeof orderEvents>) => ({
  places: [...events.places.x].map((x, at) => [x, events.places.y[at]]),
  firstRow: [...events.firstRow],
  start: [...events.start],
  row: [...events.row],
  rank: [...events.rank],
  days: [...events.days],
  before: [...events.before],
  dropped: events.dropped,
});

describe('events in their fixed order', () => {
  test('lie by place and then by day, places by x and then by y, with the days that they have', () => {
    const events = orderEvents(
      columns([
        [5, 9, 12.7],
        [5, 2, 10],
        [1, 7, 12],
        [5, 9, 10.2],
        [5, 2, 10.9],
      ]),
    );
    expect(plain(events)).toEqual({
      places: [
        [1, 7],
        [5, 2],
        [5, 9],
      ],
      firstRow: [2, 1, 0],
      start: [0, 1, 3, 5],
      row: [2, 1, 4, 3, 0],
      rank: [1, 0, 0, 0, 1],
      days: [10, 12],
      before: [0, 3, 5],
      dropped: 0,
    });
  });

  test('a weight is that many events, its parts cut, and a place without events comes first among its own', () => {
    const events = orderEvents(
      columns([
        [1, 1, 4, 2.9],
        [1, 1, NaN, 0],
        [8, 8, NaN, 0.5],
        [8, 8, -3, 1],
      ]),
    );
    expect(plain(events)).toMatchObject({
      firstRow: [0, 2],
      start: [0, 2, 3],
      row: [0, 0, 3],
      days: [-3, 4],
      rank: [1, 1, 0],
      before: [0, 1, 3],
      dropped: 0,
    });
  });

  test('are in order of days though a place without events and without a day stands between them', () => {
    const events = orderEvents(
      columns([
        [1, 1, 5],
        [1, 1, NaN, 0],
        [1, 1, 3],
        [1, 1, 5],
        [1, 1, NaN, 0],
        [1, 1, 4],
      ]),
    );
    expect(plain(events)).toMatchObject({ row: [2, 5, 0, 3], rank: [0, 1, 2, 2], firstRow: [0], dropped: 0 });
  });

  test('leave out what has no place, no day, no weight or too much of it, and what comes after the last day', () => {
    const events = columns([
      [NaN, 1, 1],
      [1, 1, NaN],
      [1, 1, 1e8 + 1],
      [1, 1, 1e8],
      [1, 1, 1, -1],
      [1, 1, 1, NaN],
      [1, 1, 1, 1_000_001],
      [1, 1, 6],
      [1, 1, 7],
      [2, 1e9, 1],
    ]);
    expect(plain(orderEvents(events))).toMatchObject({ row: [7, 8, 3], dropped: 7 });
    expect(plain(orderEvents(events, 6))).toMatchObject({ row: [7], days: [6], dropped: 9 });
    expect(orderEvents(columns([[1, 1, 1, 1_000_000]])).row).toHaveLength(1_000_000);
  });

  test('without weights count one each, and of none are none', () => {
    const { x, y, day } = columns([
      [1, 1, 3],
      [1, 1, 2],
    ]);
    expect(plain(orderEvents({ x, y, day }))).toMatchObject({ row: [1, 0], start: [0, 2], firstRow: [0] });
    expect(plain(orderEvents(columns([])))).toEqual({
      places: [],
      firstRow: [],
      start: [0],
      row: [],
      rank: [],
      days: [],
      before: [0],
      dropped: 0,
    });
  });
});
