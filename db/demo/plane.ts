/** Plane geometry for drawing a town: metres, easting first. Rings do not repeat their first point. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];
export type Ring = readonly Point[];
/** The outer ring first, then holes. */
export type Polygon = readonly Ring[];

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** The point `length` metres from `from` in a direction (radians, anticlockwise from east). */
export const step = (from: Point, direction: number, length: number): Point => [
  from[0] + Math.cos(direction) * length,
  from[1] + Math.sin(direction) * length,
];

export function lengthOf(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** A smooth line through the given points (uniform Catmull-Rom), about `spacing` metres between its vertices. */
export function curve(points: Line, spacing = 25): Point[] {
  const smooth: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const pieces = Math.max(1, Math.round(distance(points[i]!, points[i + 1]!) / spacing));
    for (let k = 0; k < pieces; k++) smooth.push(spline(neighbours(points, i), k / pieces));
  }
  smooth.push(points[points.length - 1]!);
  return smooth;
}

function neighbours(points: Line, i: number): [Point, Point, Point, Point] {
  return [points[Math.max(0, i - 1)]!, points[i]!, points[i + 1]!, points[Math.min(points.length - 1, i + 2)]!];
}

function spline([a, b, c, d]: [Point, Point, Point, Point], t: number): Point {
  const along = (k: 0 | 1): number =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * t +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
  return [along(0), along(1)];
}

/** The same line with vertices at most `spacing` metres apart, so that it can be bent. */
export function dense(line: Line, spacing: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const pieces = Math.max(1, Math.ceil(distance(line[i]!, line[i + 1]!) / spacing));
    for (let k = 0; k < pieces; k++) points.push(between(line[i]!, line[i + 1]!, k / pieces));
  }
  points.push(line[line.length - 1]!);
  return points;
}

export interface Stop {
  readonly point: Point;
  readonly direction: number;
}

/** Stops along a line: the first `start` metres in, then every `spacing` metres. */
export function stops(line: Line, start: number, spacing: number): Stop[] {
  const found: Stop[] = [];
  let next = start;
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    for (; next <= walked + length && length > 0; next += spacing) {
      const direction = Math.atan2(b[1] - a[1], b[0] - a[0]);
      found.push({ point: between(a, b, (next - walked) / length), direction });
    }
    walked += length;
  }
  return found;
}

const boxes = new WeakMap<Ring, Box>();

function knownBox(ring: Ring): Box {
  const box = boxes.get(ring) ?? boxOf(ring);
  boxes.set(ring, box);
  return box;
}

export function isInRing([x, y]: Point, ring: Ring): boolean {
  if (ring.length > 12 && !isInBox([x, y], knownBox(ring))) return false;
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function isInPolygon(point: Point, polygon: Polygon): boolean {
  return isInRing(point, polygon[0]!) && !polygon.slice(1).some((hole) => isInRing(point, hole));
}

/** Signed area in square metres, positive anticlockwise. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    twice += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return twice / 2;
}

export function centreOf(ring: Ring): Point {
  const sum = ring.reduce<Point>((total, point) => [total[0] + point[0], total[1] + point[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

export function distanceToSegment([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / square));
  return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
}

/** Where two segments cross, as a share of the first; undefined when they do not. */
export function crossing(a: Point, b: Point, c: Point, d: Point): number | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const denominator = rx * sy - ry * sx;
  if (denominator === 0) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / denominator;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : undefined;
}

/** The outline of a band along a line: half the width on each side, widths going evenly from first to last. */
export function band(line: Line, firstWidth: number, lastWidth = firstWidth): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < line.length; i++) {
    const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!];
    const direction = Math.atan2(b[1] - a[1], b[0] - a[0]);
    const half = (firstWidth + ((lastWidth - firstWidth) * i) / (line.length - 1)) / 2;
    left.push(step(line[i]!, direction + Math.PI / 2, half));
    right.push(step(line[i]!, direction - Math.PI / 2, half));
  }
  return [...right, ...left.toReversed()];
}

export function rectangle(centre: Point, direction: number, size: { length: number; depth: number }): Point[] {
  const corner = (along: number, across: number): Point =>
    step(step(centre, direction, along * size.length * 0.5), direction + Math.PI / 2, across * size.depth * 0.5);
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Whether two convex rings overlap (separating axes). */
export function overlap(a: Ring, b: Ring): boolean {
  return !separated(a, b) && !separated(b, a);
}

function separated(a: Ring, b: Ring): boolean {
  for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
    const [nx, ny] = [a[i]![1] - a[j]![1], a[j]![0] - a[i]![0]];
    const reach = (ring: Ring): number[] => ring.map(([x, y]) => x * nx + y * ny);
    const [first, second] = [reach(a), reach(b)];
    if (Math.max(...first) < Math.min(...second) || Math.max(...second) < Math.min(...first)) return true;
  }
  return false;
}

/** Douglas-Peucker: drops vertices that lie within `tolerance` metres of the line without them. */
export function simplify(line: Line, tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const [first, last] = [line[0]!, line[line.length - 1]!];
  let furthest = 0;
  let index = 0;
  for (let i = 1; i + 1 < line.length; i++) {
    const away = distanceToSegment(line[i]!, first, last);
    if (away > furthest) [furthest, index] = [away, i];
  }
  if (furthest <= tolerance) return [first, last];
  return [...simplify(line.slice(0, index + 1), tolerance).slice(0, -1), ...simplify(line.slice(index), tolerance)];
}

/** Simplifies a ring, keeping it a ring. */
export function simplifyRing(ring: Ring, tolerance: number): Point[] {
  const half = Math.floor(ring.length / 2);
  const first = simplify(ring.slice(0, half + 1), tolerance);
  const second = simplify([...ring.slice(half), ring[0]!], tolerance);
  return [...first.slice(0, -1), ...second.slice(0, -1)];
}

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export function boxOf(ring: Ring): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export const isInBox = ([x, y]: Point, [west, south, east, north]: Box): boolean =>
  x >= west && x <= east && y >= south && y <= north;
