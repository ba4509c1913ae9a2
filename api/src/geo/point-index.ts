import { cellOf } from './grid.js';
import { boundsOf, containment, type MetresMultiPolygon } from './polygon.js';
import type { Metres } from './projection.js';

const cellMetres = 250;
/** The ground repeats after so many squares, 64 km: a point far away is looked at in vain, and none needs a list of squares. */
const sides = 256;

/**
 * Answers again and again which of the same points lie inside polygons (in metres), in the order of the points: they are
 * laid out in squares once, and only those of the squares that the polygons touch are looked at. A point without
 * coordinates is inside nothing.
 */
export function pointsInside<P extends Metres>(points: readonly P[]): (polygons: MetresMultiPolygon) => P[] {
  const { start, order } = laidOut(points);
  return (polygons) => {
    const bounds = boundsOf(polygons);
    if (!bounds) return [];
    const first = cellOf({ x: bounds.minX, y: bounds.minY }, cellMetres);
    const last = cellOf({ x: bounds.maxX, y: bounds.maxY }, cellMetres);
    const isInside = containment(polygons);
    const isLarge = last.row - first.row >= sides || last.column - first.column >= sides;
    if (isLarge) return points.filter(isInside);
    const found: number[] = [];
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++) {
        const square = squareOf(column, row);
        for (let place = start[square]!; place < start[square + 1]!; place++)
          if (isInside(points[order[place]!]!)) found.push(order[place]!);
      }
    }
    const inOrder: P[] = [];
    for (const at of new Uint32Array(found).sort()) inOrder.push(points[at]!);
    return inOrder;
  };
}

function squareOf(column: number, row: number): number {
  return (row & (sides - 1)) * sides + (column & (sides - 1));
}

/** Counting sort: the places of the points by square, and where each square's begin. */
function laidOut(points: readonly Metres[]): { readonly start: Uint32Array; readonly order: Uint32Array } {
  const square = new Uint16Array(points.length);
  const start = new Uint32Array(sides * sides + 1);
  for (let at = 0; at < points.length; at++) {
    const { x, y } = points[at]!;
    square[at] = squareOf(Math.floor(x / cellMetres), Math.floor(y / cellMetres));
    start[square[at]! + 1]!++;
  }
  for (let one = 0; one < sides * sides; one++) start[one + 1]! += start[one]!;
  const next = start.slice();
  const order = new Uint32Array(points.length);
  for (let at = 0; at < points.length; at++) order[next[square[at]!]!++] = at;
  return { start, order };
}
