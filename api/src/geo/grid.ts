import type { Metres } from './projection.js';
import { boundsOf, polygonsContain, type MetresMultiPolygon } from './polygon.js';

/** A square of the national grid: column and row count cells from the origin of SWEREF 99 TM, as SCB's rutnät does. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** The cell of `sizeMetres` that holds the point; a point on a western or southern edge belongs to the cell it begins. */
export function cellOf(point: Metres, sizeMetres: number): Cell {
  return { column: Math.floor(point.x / sizeMetres), row: Math.floor(point.y / sizeMetres) };
}

/** The middle of a cell, in metres. */
export function cellCentre(cell: Cell, sizeMetres: number): Metres {
  return { x: (cell.column + 0.5) * sizeMetres, y: (cell.row + 0.5) * sizeMetres };
}

/**
 * One whole number per cell, unique and ordered by row and then column (for maps and sorted lists).
 * Holds for every cell of at least 1 m in SWEREF 99 TM; `cellFromKey` is its inverse.
 */
export function cellKey(cell: Cell): number {
  return cell.row * columnsPerRow + cell.column;
}

export function cellFromKey(key: number): Cell {
  const row = Math.floor(key / columnsPerRow);
  return { column: key - row * columnsPerRow, row };
}

const columnsPerRow = 2 ** 24;

/** How many cells of `sizeMetres` have their middle inside the polygons; never an even spread, only an area to count over. */
export function countCellsInside(polygons: MetresMultiPolygon, sizeMetres: number): number {
  const bounds = boundsOf(polygons);
  if (!bounds) return 0;
  const first = cellOf({ x: bounds.minX, y: bounds.minY }, sizeMetres);
  const last = cellOf({ x: bounds.maxX, y: bounds.maxY }, sizeMetres);
  let inside = 0;
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      if (polygonsContain(polygons, cellCentre({ column, row }, sizeMetres))) inside++;
    }
  }
  return inside;
}
