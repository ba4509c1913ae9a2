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
  const ground = laidOut(points);
  return (polygons) => insideOf(polygons, points, ground);
}

function insideOf<P extends Metres>(polygons: MetresMultiPolygon, points: readonly P[], ground: Ground): P[] {
  const bounds = boundsOf(polygons);
  if (!bounds) return [];
  const { start, order, x, y } = ground;
  const { minX, minY, maxX, maxY } = bounds;
  const first = cellOf({ x: minX, y: minY }, cellMetres);
  const last = cellOf({ x: maxX, y: maxY }, cellMetres);
  const isInside = containment(polygons);
  const isLarge = last.row - first.row >= sides || last.column - first.column >= sides;
  if (isLarge) return points.filter(isInside);
  const found: number[] = [];
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      const square = squareOf(column, row);
      for (let place = start[square]!; place < start[square + 1]!; place++) {
        // most of those outside lie outside the bounds, and are not even fetched
        const isNear = x[place]! >= minX && x[place]! <= maxX && y[place]! >= minY && y[place]! <= maxY;
        if (isNear && isInside(points[order[place]!]!)) found.push(order[place]!);
      }
    }
  }
  const inOrder: P[] = [];
  for (const at of new Uint32Array(found).sort()) inOrder.push(points[at]!);
  return inOrder;
}

function squareOf(column: number, row: number): number {
  return (row & (sides - 1)) * sides + (column & (sides - 1));
}

/** Points by square with their coordinates, and where each square's begin. */
interface Ground {
  readonly start: Uint32Array;
  readonly order: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** By counting sort. */
function laidOut(points: readonly Metres[]): Ground {
  const square = new Uint16Array(points.length);
  const start = new Uint32Array(sides * sides + 1);
  for (let at = 0; at < points.length; at++) {
    const { x, y } = points[at]!;
    square[at] = squareOf(Math.floor(x / cellMetres), Math.floor(y / cellMetres));
    start[square[at]! + 1]!++;
  }
  for (let one = 0; one < sides * sides; one++) start[one + 1]! += start[one]!;
  const next = start.slice();
  const [order, x, y] = [
    new Uint32Array(points.length),
    new Float64Array(points.length),
    new Float64Array(points.length),
  ];
  for (let at = 0; at < points.length; at++) {
    const place = next[square[at]!]!++;
    order[place] = at;
    x[place] = points[at]!.x;
    y[place] = points[at]!.y;
  }
  return { start, order, x, y };
}
