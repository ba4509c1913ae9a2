import { describe, expect, test } from '@jest/globals';
import { buffersOf, eventsOf, type EventColumns } from './event-columns.js';

const columns: EventColumns = {
  count: 4,
  x: Float64Array.of(500_000, 500_100, NaN, 500_300),
  y: Float64Array.of(6_500_000, 6_500_100, NaN, 6_500_300),
  from: Float64Array.of(1_000, 2_000, 3_000, 4_000),
  to: Float64Array.of(1_500, NaN, 3_000, NaN),
  crimes: Int32Array.of(1, 2, 3, 4),
  flags: Uint8Array.of(0, 1 + 8, 2 + 16, 3 + 8 + 16),
  category: Uint16Array.of(1, 0, 1, 7),
  source: Uint16Array.of(0, 0, 1, 7),
  categories: ['damage', 'bicycle'],
  sources: ['est', 'police'],
};

describe('events by column', () => {
  const events = eventsOf(columns);

  test('are told one by one, each from its own row', () => {
    expect(events).toHaveLength(4);
    expect(events[0]).toEqual({
      id: '00000000',
      x: 500_000,
      y: 6_500_000,
      from: 1_000,
      to: 1_500,
      category: 'bicycle',
      source: 'est',
      precision: 'point',
      outside: false,
      dwelling: false,
      crimes: 1,
    });
    expect(events.map(({ from, crimes }) => [from, crimes])).toEqual([
      [1_000, 1],
      [2_000, 2],
      [3_000, 3],
      [4_000, 4],
    ]);
    expect(events.map(({ source }) => source).slice(0, 3)).toEqual(['est', 'est', 'police']);
  });

  test('say how exact the place is, whether it lies outside and whether it is a dwelling', () => {
    expect(events.map(({ precision, outside, dwelling }) => [precision, outside, dwelling])).toEqual([
      ['point', false, false],
      ['address', true, false],
      ['street', false, true],
      ['area', true, true],
    ]);
  });

  test('have no end where none is known, and one at the same moment where that is known', () => {
    expect(events.map(({ to }) => to)).toEqual([1_500, null, 3_000, null]);
  });

  test('have ids that sort in the order of the columns', () => {
    const many = eventsOf({ ...columns, count: 12 }).map(({ id }) => id);
    expect(many.toSorted()).toEqual(many);
    expect(new Set(many).size).toBe(12);
  });

  test('with a number beyond the lists have no category and no source', () => {
    expect([events[3]!.category, events[3]!.source]).toEqual(['', '']);
  });

  test('hand over the memory of every column, each once', () => {
    const buffers = buffersOf(columns);
    expect(new Set(buffers).size).toBe(8);
    for (const column of Object.values(columns)) {
      if (ArrayBuffer.isView(column)) expect(buffers).toContain(column.buffer);
    }
  });
});
