import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from './event-fold.js';

interface Row {
  readonly high: number;
  readonly low: number;
  readonly rank: number;
  readonly from: number;
  readonly lasting: number | null;
  readonly crimes: number;
  readonly id: number;
}

function columns(rows: readonly Row[]) {
  const ids = new Uint8Array(16 * rows.length);
  rows.forEach(({ id }, at) => (ids[16 * at + 15] = id));
  return {
    keyHigh: Uint32Array.from(rows, ({ high }) => high),
    keyLow: Uint32Array.from(rows, ({ low }) => low),
    rank: Uint8Array.from(rows, ({ rank }) => rank),
    from: Float64Array.from(rows, ({ from }) => from),
    to: Float64Array.from(rows, ({ from, lasting }) => (lasting === null ? Number.NaN : from + lasting)),
    crimes: Int32Array.from(rows, ({ crimes }) => crimes),
    ids,
  };
}

const row = (fields: Partial<Row>): Row => ({
  high: 7,
  low: 1,
  rank: 0,
  from: 100,
  lasting: null,
  crimes: 1,
  id: 1,
  ...fields,
});

const chosen = (...rows: Partial<Row>[]) => {
  const folded = foldEvents(columns(rows.map(row)));
  return { rows: [...folded.rows], crimes: [...folded.crimes] };
};

describe('Rows folded to events', () => {
  test('the most exact place stands for the event, then the shortest interval, the earliest, the lowest id', () => {
    expect(chosen({ rank: 2, id: 1 }, { rank: 1, id: 2 })).toEqual({ rows: [1], crimes: [2] });
    expect(chosen({ lasting: 60 }, { lasting: 30 })).toEqual({ rows: [1], crimes: [2] });
    expect(chosen({ lasting: 60 }, { lasting: null })).toEqual({ rows: [1], crimes: [2] });
    expect(chosen({ from: 101 }, { from: 100 })).toEqual({ rows: [1], crimes: [2] });
    expect(chosen({ id: 9 }, { id: 8 })).toEqual({ rows: [1], crimes: [2] });
  });

  test('keys that differ in one half only are two events, and the crimes of each are its own', () => {
    expect(chosen({ low: 2, crimes: 3 }, { low: 1, crimes: 4 }, { low: 2, crimes: 5, rank: 1 })).toEqual({
      rows: [1, 0],
      crimes: [4, 8],
    });
    expect(chosen({ high: 0xffffffff }, { high: 0 }, { high: 0x80000000 }).rows).toEqual([1, 2, 0]);
  });

  test('no rows are no events', () => {
    expect(chosen()).toEqual({ rows: [], crimes: [] });
  });

  test('the order of the rows changes nothing, and no crime is lost', () => {
    const half = fc.oneof(fc.nat({ max: 3 }), fc.integer({ min: 0, max: 0xffffffff }));
    const rows = fc.array(
      fc.record({
        high: half,
        low: half,
        rank: fc.nat({ max: 4 }),
        from: fc.nat({ max: 5 }),
        lasting: fc.option(fc.nat({ max: 3 })),
        crimes: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
        const numbered = drawn.map((fields, id) => ({ ...fields, id }));
        const shuffled = numbered
          .map((one) => ({ one, at: numbers.next().value! }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const [a, b] = [numbered, shuffled].map((list) => {
          const folded = foldEvents(columns(list));
          return Array.from(folded.rows, (at, event) => ({ id: list[at]!.id, crimes: folded.crimes[event]! }));
        });
        expect(b).toEqual(a);
        expect(a!.reduce((sum, { crimes }) => sum + crimes, 0)).toBe(
          drawn.reduce((sum, { crimes }) => sum + crimes, 0),
        );
        expect(a!.length).toBe(new Set(drawn.map(({ high, low }) => `${high} ${low}`)).size);
      }),
    );
  });
});
