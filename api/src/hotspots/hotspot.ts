import { cellKey, cellOf } from '../geo/grid.js';

/** The stages of a hot spot, in order; hotspot-stage.ts says how one follows another. */

export const stages = ['mapping', 'analysis', 'action', 'follow-up', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Squares of 200 m that hold an address or a place, and their eight neighbours: what counts as built up when no such area is loaded. */
export function derivedBuiltUpArea(points: readonly { readonly x: number; readonly y: number }[]): number {
  const side = 200;
  const cells = new Set<number>();
  for (const point of points) {
    const { column, row } = cellOf(point, side);
    for (let up = -1; up <= 1; up++)
      for (let right = -1; right <= 1; right++) cells.add(cellKey({ column: column + right, row: row + up }));
  }
  return cells.size * side * side;
}
