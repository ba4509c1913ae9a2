import { type InParts, inParts } from '../analysis/parts.js';
import { cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import { isPlaced } from '../incidents/incident-rows.js';
import type { Selection } from '../incidents/row-selection.js';

/** A square of SCB's grid with what happened in it; its south-western corner in metres. */
export interface CountedSquare {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly events: number;
  readonly crimes: number;
}

/**
 * Events by squares of SCB's grid (SWEREF 99 TM, the corner a multiple of the side), the southernmost first. Only events
 * that are known better than by their area lie in a square.
 */
export function* countSquares(selection: Selection, side: number): InParts<CountedSquare[]> {
  const { rows, at, crimes } = selection;
  const counts = new Map<number, { events: number; crimes: number }>();
  yield* inParts(selection.count, (from, to) => {
    for (let event = from; event < to; event++) {
      const row = at[event]!;
      if (!isPlaced(rows, row)) continue;
      const key = cellKey(cellOf({ x: rows.x[row]!, y: rows.y[row]! }, side));
      const there = counts.get(key);
      if (there) {
        there.events++;
        there.crimes += crimes[event]!;
      } else counts.set(key, { events: 1, crimes: crimes[event]! });
    }
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, count]) => {
      const { column, row } = cellFromKey(key);
      return { x: column * side, y: row * side, side, ...count };
    });
}

/** SCB's name of a square (rutid_scb): six digits of easting and seven of northing of its south-western corner. */
export function squareId({ x, y }: Pick<CountedSquare, 'x' | 'y'>): string {
  return `${String(x).padStart(6, '0')}${String(y).padStart(7, '0')}`;
}

/** The corners counter-clockwise from the south-west, the first repeated last. */
export function squareRing({ x, y, side }: CountedSquare): (readonly [number, number])[] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
}
