import type { Metres } from './projection.js';

/** Points by column, in their order. */
export function columnsOf(points: readonly Metres[]): { readonly x: Float64Array; readonly y: Float64Array } {
  const columns = { x: new Float64Array(points.length), y: new Float64Array(points.length) };
  for (let at = 0; at < points.length; at++) {
    const { x, y } = points[at]!;
    columns.x[at] = x;
    columns.y[at] = y;
  }
  return columns;
}
