/**
 * How far apart two places are: straight over the map plane, along streets that run north-south and east-west, or over
 * the globe. The first two take metres; `great-circle` takes x = longitude and y = latitude in degrees and gives metres.
 */
export type DistanceKind = 'euclidean' | 'manhattan' | 'great-circle';

/** Coordinates by column; each index is one place. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const earthRadiusMetres = 6_371_008.8;
const metresPerDegree = (earthRadiusMetres * Math.PI) / 180;
/** Nothing on Earth lies further from the origin of a map; what does is a broken number, not a place. */
const furthestCoordinate = 1e8;
/** More columns or rows than this would cost the cell number its exactness; stray points only make cells larger. */
const mostCellsPerSide = 2 ** 25;

/** Can this be a place? False for NaN, infinities and numbers too large to be metres or degrees. */
export function isPlace(x: number, y: number): boolean {
  return Math.abs(x) <= furthestCoordinate && Math.abs(y) <= furthestCoordinate;
}

/** The distance between places `a` and `b` (by index), in metres. */
export function distanceBetween({ x, y }: Places, kind: DistanceKind): (a: number, b: number) => number {
  if (kind === 'great-circle') return (a, b) => greatCircle({ x, y }, a, b);
  if (kind === 'manhattan') return (a, b) => Math.abs(x[a]! - x[b]!) + Math.abs(y[a]! - y[b]!);
  return (a, b) => {
    const dx = x[a]! - x[b]!;
    const dy = y[a]! - y[b]!;
    return Math.sqrt(dx * dx + dy * dy);
  };
}

/** Haversine on a sphere with the Earth's mean radius: within 0.6 % of the ellipsoid. */
function greatCircle({ x, y }: Places, a: number, b: number): number {
  const radians = Math.PI / 180;
  const latA = y[a]! * radians;
  const latB = y[b]! * radians;
  const north = Math.sin((latB - latA) / 2);
  const east = Math.sin(((x[b]! - x[a]!) * radians) / 2);
  const chord = north * north + Math.cos(latA) * Math.cos(latB) * east * east;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Visits every pair of places at most `reachMetres` apart once, with the distance, and never a place with itself.
 * The visitor returns false to stop. Every place must pass `isPlace`; nothing is visited without a positive finite reach.
 * Expected time grows with the number of places and of near pairs.
 */
export function eachNearPair(
  places: Places,
  { reachMetres, distance }: { readonly reachMetres: number; readonly distance: DistanceKind },
  visit: (a: number, b: number, metres: number) => boolean | void,
): void {
  const count = places.x.length;
  if (count === 0 || !(reachMetres > 0) || !Number.isFinite(reachMetres)) return;
  const between = distanceBetween(places, distance);
  const cells = sortIntoCells(places, reachMetres, distance);
  for (let cell = 0; cell < cells.keys.length; cell++) {
    for (const neighbour of forwardNeighbours(cells, cell)) {
      for (let first = cells.start[cell]!; first < cells.start[cell + 1]!; first++) {
        const a = cells.order[first]!;
        const from = neighbour === cell ? first + 1 : cells.start[neighbour]!;
        for (let second = from; second < cells.start[neighbour + 1]!; second++) {
          const b = cells.order[second]!;
          const metres = between(a, b);
          if (metres <= reachMetres && visit(a, b, metres) === false) return;
        }
      }
    }
  }
}

interface Cells {
  /** Places by cell, row by row. */
  readonly order: Uint32Array;
  /** Number of each occupied cell, rising. */
  readonly keys: Float64Array;
  /** First place of each occupied cell, and one past the last at the end. */
  readonly start: Uint32Array;
  readonly columns: number;
}

function sortIntoCells(places: Places, reachMetres: number, distance: DistanceKind): Cells {
  const { x, y } = places;
  const [minX, maxX] = extent(x);
  const [minY, maxY] = extent(y);
  const scale = cellScale(distance, [minY, maxY]);
  // a hair wider than the reach, so that rounding never hides a neighbour two cells away
  const widest = Math.max((maxX - minX) * scale.x, (maxY - minY) * scale.y);
  const side = Math.max(reachMetres * 1.001, widest / mostCellsPerSide);
  const columns = Math.floor(((maxX - minX) * scale.x) / side) + 3;
  const keyOf = Float64Array.from(x, (value, index) => {
    const column = Math.floor(((value - minX) * scale.x) / side) + 1;
    return Math.floor(((y[index]! - minY) * scale.y) / side) * columns + column;
  });
  const order = Uint32Array.from(x, (_, index) => index).sort((a, b) => keyOf[a]! - keyOf[b]! || a - b);
  const starts: number[] = [];
  for (let place = 0; place < order.length; place++) {
    if (place === 0 || keyOf[order[place]!] !== keyOf[order[place - 1]!]) starts.push(place);
  }
  const keys = Float64Array.from(starts, (place) => keyOf[order[place]!]!);
  return { order, keys, start: Uint32Array.from([...starts, order.length]), columns };
}

/** Degrees to metres, with the shortest degree of longitude on the map, so that a cell is never narrower than the reach. */
function cellScale(distance: DistanceKind, latitudes: readonly [number, number]): { x: number; y: number } {
  if (distance !== 'great-circle') return { x: 1, y: 1 };
  const furthest = Math.min(89, Math.max(Math.abs(latitudes[0]), Math.abs(latitudes[1])));
  return { x: metresPerDegree * Math.cos((furthest * Math.PI) / 180), y: metresPerDegree };
}

function extent(values: Float64Array): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The cell itself, the one to the east and the three to the north: every pair of neighbouring cells once. */
function forwardNeighbours({ keys, columns }: Cells, cell: number): number[] {
  const key = keys[cell]!;
  const found = [cell];
  if (keys[cell + 1] === key + 1) found.push(cell + 1);
  for (let at = firstAtLeast(keys, key + columns - 1); at < keys.length && keys[at]! <= key + columns + 1; at++) {
    found.push(at);
  }
  return found;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
