import { cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import { toPosition } from '../geo/projection.js';
import type { BaselineWeights, KindColumns } from './baseline.js';

const cellMetres = 100;

/** A square of the national grid and how many people are there beside the busiest one. */
export interface SurfaceCell {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] };
  readonly properties: { readonly id: string; readonly level: number };
}

/**
 * The surface as squares of 100 m for the map. `level` is 0 to 1 beside the busiest square, in steps of a thousandth: it
 * shows where people are and never how many live in a house.
 */
export function surfaceOf(columns: readonly KindColumns[], weights: BaselineWeights): SurfaceCell[] {
  const cells = new Map<number, number>();
  for (const { kind, x, y, count } of columns) {
    for (const [index, people] of count.entries()) {
      const weighted = people * weights[kind];
      if (weighted <= 0) continue;
      const key = cellKey(cellOf({ x: x[index]!, y: y[index]! }, cellMetres));
      cells.set(key, (cells.get(key) ?? 0) + weighted);
    }
  }
  const most = [...cells.values()].reduce((largest, one) => Math.max(largest, one), 0);
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([key, weighted]) => squareAt(key, Math.max(0.001, Math.round((1000 * weighted) / most) / 1000)));
}

function squareAt(key: number, level: number): SurfaceCell {
  const { column, row } = cellFromKey(key);
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([right, up]) => toPosition({ x: (column + right!) * cellMetres, y: (row + up!) * cellMetres }));
  const id = `${column}_${row}`;
  return { type: 'Feature', id, geometry: { type: 'Polygon', coordinates: [corners] }, properties: { id, level } };
}
