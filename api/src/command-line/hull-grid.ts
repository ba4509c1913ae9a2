/** Cells whose corner is not the origin of the national grid. */
export interface FreeGrid {
  readonly originX: number;
  readonly originY: number;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

type Pair = readonly [number, number];

/** Segments per quarter circle in the outline from which the grid is measured, as R's sf draws it. */
const segmentsPerQuarter = 30;

/**
 * The grid that sfhotspot lays when it is given points alone: cells that touch the convex hull widened by half a cell,
 * counted from its western and southern edge. For checking against that tool and for looking; it is no study area, since it
 * holds lakes and forests, and nothing may be claimed on it. Empty without finite points.
 */
export function hullGrid(x: Float64Array, y: Float64Array, cellMetres: number): FreeGrid {
  const hull = convexHull(x, y);
  const half = cellMetres / 2;
  const outline = widened(hull, half);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [cornerX, cornerY] of outline) {
    [minX, maxX] = [Math.min(minX, cornerX), Math.max(maxX, cornerX)];
    [minY, maxY] = [Math.min(minY, cornerY), Math.max(maxY, cornerY)];
  }
  const columns: number[] = [];
  const rows: number[] = [];
  for (let row = 0; minY + row * cellMetres < maxY; row++) {
    for (let column = 0; minX + column * cellMetres < maxX; column++) {
      const middle: Pair = [minX + column * cellMetres + half, minY + row * cellMetres + half];
      if (squareTouches(hull, middle, half)) {
        columns.push(column);
        rows.push(row);
      }
    }
  }
  return { originX: minX, originY: minY, columns: Int32Array.from(columns), rows: Int32Array.from(rows) };
}

/** Andrew's monotone chain, counter-clockwise, corners not repeated. */
function convexHull(x: Float64Array, y: Float64Array): Pair[] {
  const points = [...x.keys()]
    .filter((at) => Number.isFinite(x[at]!) && Number.isFinite(y[at]!))
    .map((at): Pair => [x[at]!, y[at]!])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .filter((point, at, all) => at === 0 || point[0] !== all[at - 1]![0] || point[1] !== all[at - 1]![1]);
  return points.length < 3 ? points : [...halfHull(points), ...halfHull(points.toReversed())];
}

function halfHull(points: readonly Pair[]): Pair[] {
  const chain: Pair[] = [];
  for (const point of points) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turn(a: Pair, b: Pair, c: Pair): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Corners of the widened hull: an arc of straight pieces round each corner, from one side's normal to the next one's. */
function widened(hull: readonly Pair[], reach: number): Pair[] {
  const quantum = Math.PI / 2 / segmentsPerQuarter;
  return hull.flatMap((corner, at) => {
    const [before, after] = [hull.at(at - 1)!, hull[(at + 1) % hull.length]!];
    const start = Math.atan2(corner[1] - before[1], corner[0] - before[0]) - Math.PI / 2;
    const end = Math.atan2(after[1] - corner[1], after[0] - corner[0]) - Math.PI / 2;
    const whole = hull.length === 1 ? 2 * Math.PI : (end - start + 4 * Math.PI) % (2 * Math.PI);
    const pieces = Math.max(1, Math.floor(whole / quantum + 0.5));
    return Array.from({ length: pieces + 1 }, (_, piece): Pair => {
      const angle = start + (piece * whole) / pieces;
      return [corner[0] + reach * Math.cos(angle), corner[1] + reach * Math.sin(angle)];
    });
  });
}

/** Does the square come nearer than `half` to the hull? */
function squareTouches(hull: readonly Pair[], [x, y]: Pair, half: number): boolean {
  const corners: Pair[] = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ];
  if (hull.some((corner) => Math.abs(corner[0] - x) <= half && Math.abs(corner[1] - y) <= half)) return true;
  if (hull.length > 2 && corners.some((corner) => isInside(hull, corner))) return true;
  return hull.some((from, at) => {
    const to = hull[(at + 1) % hull.length]!;
    if (corners.some((a, side) => sidesCross(a, corners[(side + 1) % 4]!, [from, to]))) return true;
    const nearSide = corners.some((corner) => distanceToSide(corner, from, to) < half);
    return nearSide || corners.some((a, side) => distanceToSide(from, a, corners[(side + 1) % 4]!) < half);
  });
}

function isInside(hull: readonly Pair[], point: Pair): boolean {
  return hull.every((corner, at) => turn(corner, hull[(at + 1) % hull.length]!, point) >= 0);
}

function sidesCross(a: Pair, b: Pair, [c, d]: readonly [Pair, Pair]): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function distanceToSide(point: Pair, a: Pair, b: Pair): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length > 0 ? Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length)) : 0;
  return Math.hypot(point[0] - a[0] - share * dx, point[1] - a[1] - share * dy);
}
