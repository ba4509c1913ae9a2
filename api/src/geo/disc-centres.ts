import { boundsOfPoints } from './polygon.js';
import type { Metres } from './projection.js';

const finestStepMetres = 0.5;
const shiftMetres = 0.02;

/** Middles of the discs, and where each lies among cells: a row of cells is one run of places in `sorted`. */
export interface Centres {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Cell of each centre, and the centres by cell. */
  readonly cell: Int32Array;
  readonly sortedX: Float64Array;
  readonly sortedY: Float64Array;
  readonly start: Int32Array;
  readonly columns: number;
  readonly rows: number;
  /** So many cells to each side hold every disc that can meet the centre's own. */
  readonly reach: number;
}

const mostCells = 1_000_000;

/**
 * One point per small square, moved by up to 2 cm in a direction that its coordinates decide, so that no three circles
 * meet in one point and none only touch, which rounded coordinates otherwise do all the time. Cells are half a radius
 * wide, a little more for the 2 cm, or as wide as a million of them over the ground must be.
 */
export function centresOf(points: readonly Metres[], radiusMetres: number): Centres {
  const placed = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const { left, bottom, width, height } = spanOf(placed);
  const side = Math.max(radiusMetres / 2 + 3 * shiftMetres, Math.sqrt((width * height) / mostCells));
  const columns = Math.floor(width / side) + 1 || 1;
  const rows = Math.floor(height / side) + 1 || 1;
  const cellAt = (x: number, y: number): number => {
    const column = Math.min(columns - 1, Math.floor((x - left) / side) || 0);
    return Math.min(rows - 1, Math.floor((y - bottom) / side) || 0) * columns + column;
  };
  const kept = firstInSquares(placed, radiusMetres, { cellAt, cells: columns * rows });
  const count = kept.length;
  const centres = { count, x: new Float64Array(count), y: new Float64Array(count), cell: new Int32Array(count) };
  for (let at = 0; at < count; at++) {
    const { x, y } = kept[at]!;
    centres.x[at] = x + shiftFrom(x, y);
    centres.y[at] = y + shiftFrom(y, -x);
    centres.cell[at] = cellAt(x, y);
  }
  const { start, order } = sortedByCell(centres.cell, columns * rows);
  const sorted = { sortedX: new Float64Array(count), sortedY: new Float64Array(count) };
  for (let place = 0; place < count; place++) {
    sorted.sortedX[place] = centres.x[order[place]!]!;
    sorted.sortedY[place] = centres.y[order[place]!]!;
  }
  const reach = Math.ceil((2 * radiusMetres + 2 * shiftMetres) / side);
  return { ...centres, ...sorted, start, columns, rows, reach };
}

/** Least easting and northing, and how far the points stretch from there; zeros without points. */
function spanOf(points: readonly Metres[]): { left: number; bottom: number; width: number; height: number } {
  if (points.length === 0) return { left: 0, bottom: 0, width: 0, height: 0 };
  const { minX, minY, maxX, maxY } = boundsOfPoints(points);
  return { left: minX, bottom: minY, width: maxX - minX, height: maxY - minY };
}

/** Of the points in one square of so many metres one is drawn: half a metre, and a tenth of the radius once they are hundreds. */
export function squareSideOf(points: number, radiusMetres: number): number {
  return points > 300 ? Math.max(finestStepMetres, radiusMetres / 10) : finestStepMetres;
}

/** Of the points in one small square the first; squares are looked for among the few points of the same cell. */
function firstInSquares(
  points: readonly Metres[],
  radiusMetres: number,
  { cellAt, cells }: { readonly cellAt: (x: number, y: number) => number; readonly cells: number },
): Metres[] {
  const step = squareSideOf(points.length, radiusMetres);
  const across = new Float64Array(points.length);
  const up = new Float64Array(points.length);
  const cell = new Int32Array(points.length);
  for (let at = 0; at < points.length; at++) {
    across[at] = Math.round(points[at]!.x / step);
    up[at] = Math.round(points[at]!.y / step);
    // by the middle of its square: all points of a square are then in one cell
    cell[at] = Math.max(0, cellAt(across[at]! * step, up[at]! * step));
  }
  const { start, order } = sortedByCell(cell, cells);
  const isFirst = new Uint8Array(points.length);
  for (let one = 0; one < cells; one++) {
    for (let place = start[one]!; place < start[one + 1]!; place++) {
      const at = order[place]!;
      let before = start[one]!;
      while (before < place && !(across[order[before]!] === across[at] && up[order[before]!] === up[at])) before++;
      if (before === place) isFirst[at] = 1;
    }
  }
  return points.filter((_, at) => isFirst[at] === 1);
}

/** Counting sort: places in the order of their cells, in their own order within a cell. */
function sortedByCell(cell: Int32Array, cells: number): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(cells + 1);
  for (let at = 0; at < cell.length; at++) start[cell[at]! + 1]!++;
  for (let one = 0; one < cells; one++) start[one + 1]! += start[one]!;
  const next = start.slice(0, cells);
  const order = new Int32Array(cell.length);
  for (let at = 0; at < cell.length; at++) order[next[cell[at]!]!++] = at;
  return { start, order };
}

function shiftFrom(a: number, b: number): number {
  const mixed = Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453;
  return (mixed - Math.floor(mixed) - 0.5) * 2 * shiftMetres;
}
