import { cellKey, cellOf } from './grid.js';
import { boundsOf, containment, type MetresMultiPolygon } from './polygon.js';
import type { Metres } from './projection.js';

const cellMetres = 250;

/**
 * Answers again and again which of the same points lie inside polygons (in metres), in the order of the points: they are
 * laid out in squares once, and only those of the squares that the polygons touch are looked at. A point without
 * coordinates is inside nothing.
 */
export function pointsInside<P extends Metres>(points: readonly P[]): (polygons: MetresMultiPolygon) => P[] {
  const squares = new Map<number, number[]>();
  for (let at = 0; at < points.length; at++) {
    const key = cellKey(cellOf(points[at]!, cellMetres));
    const square = squares.get(key);
    if (square) square.push(at);
    else squares.set(key, [at]);
  }
  return (polygons) => {
    const bounds = boundsOf(polygons);
    if (!bounds) return [];
    const first = cellOf({ x: bounds.minX, y: bounds.minY }, cellMetres);
    const last = cellOf({ x: bounds.maxX, y: bounds.maxY }, cellMetres);
    const isInside = containment(polygons);
    if ((last.row - first.row + 1) * (last.column - first.column + 1) > squares.size) return points.filter(isInside);
    const found: number[] = [];
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++)
        for (const at of squares.get(cellKey({ column, row })) ?? []) if (isInside(points[at]!)) found.push(at);
    }
    return Array.from(Uint32Array.from(found).sort(), (at) => points[at]!);
  };
}
