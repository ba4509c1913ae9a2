import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hullGrid } from './hull-grid.js';

const gridOf = (points: readonly (readonly [number, number])[], cellMetres = 10) =>
  hullGrid(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    cellMetres,
  );

describe('the grid over the hull of the events', () => {
  test('is one cell round one place, and nothing for none', () => {
    expect(
      gridOf([
        [5, 7],
        [5, 7],
      ]),
    ).toMatchObject({ originX: 0, originY: 2, columns: Int32Array.of(0), rows: Int32Array.of(0) });
    expect(gridOf([]).columns).toHaveLength(0);
    expect(gridOf([[NaN, 1]]).columns).toHaveLength(0);
  });

  test('has no cells in the empty corners of a triangle', () => {
    const { columns, rows } = gridOf([
      [0, 0],
      [100, 0],
      [0, 100],
    ]);
    const has = (column: number, row: number): boolean => columns.some((one, at) => one === column && rows[at] === row);
    expect([has(0, 0), has(10, 0), has(0, 10), has(9, 9)]).toEqual([true, true, true, false]);
  });

  test('covers every event, wherever they lie', () => {
    const metres = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 15 }), (points) => {
        const { originX, originY, columns, rows } = gridOf(points, 25);
        const cells = new Set(Array.from(columns, (column, at) => `${column} ${rows[at]}`));
        for (const [x, y] of points) {
          expect(cells).toContain(`${Math.floor((x - originX) / 25)} ${Math.floor((y - originY) / 25)}`);
        }
      }),
      { numRuns: 100 },
    );
  });
});
