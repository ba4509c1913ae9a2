import { areaOf, isInRing, type Point, type Polygon, type Ring } from './plane.js';

export interface Frame {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Side of a grid square in metres. */
  readonly square: number;
}

/**
 * Directed edge pairs per marching-squares case, the inside on the left. Corners count 1 south-west, 2 south-east,
 * 4 north-east, 8 north-west; edges are s, e, n, w.
 */
// prettier-ignore
const turns: readonly (readonly string[])[] = [
  [], ['sw'], ['es'], ['ew'], ['ne'], ['sw', 'ne'], ['ns'], ['nw'],
  ['wn'], ['sn'], ['es', 'wn'], ['en'], ['we'], ['se'], ['ws'], [],
];

/** The polygons where `field` is above zero inside the frame: outer rings anticlockwise, holes after them. */
export function contours(field: (x: number, y: number) => number, frame: Frame): Polygon[] {
  const columns = Math.ceil((frame.east - frame.west) / frame.square) + 1;
  const rows = Math.ceil((frame.north - frame.south) / frame.square) + 1;
  const values = new Float64Array(columns * rows);
  const place = (i: number, j: number): Point => [frame.west + i * frame.square, frame.south + j * frame.square];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const rim = i === 0 || j === 0 || i === columns - 1 || j === rows - 1;
      values[j * columns + i] = rim ? -1 : field(...place(i, j)) || -1e-9;
    }
  }
  return polygons(trace({ values, columns, rows, place }));
}

interface Grid {
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly place: (i: number, j: number) => Point;
}

function trace(grid: Grid): Ring[] {
  const { next, points } = links(grid);
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    const ring: Point[] = [];
    for (let key: string | undefined = start; key !== undefined;) {
      const following: string | undefined = next.get(key);
      if (following === undefined) break;
      ring.push(points.get(key)!);
      next.delete(key);
      key = following;
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}

function links(grid: Grid): { next: Map<string, string>; points: Map<string, Point> } {
  const { values, columns, rows, place } = grid;
  const next = new Map<string, string>();
  const points = new Map<string, Point>();
  const at = (i: number, j: number): number => values[j * columns + i]!;
  const cut = (i: number, j: number, upright: boolean): string => {
    const key = `${i},${j},${upright ? 1 : 0}`;
    if (!points.has(key)) {
      const [a, b] = [at(i, j), upright ? at(i, j + 1) : at(i + 1, j)];
      const share = a / (a - b);
      points.set(key, place(upright ? i : i + share, upright ? j + share : j));
    }
    return key;
  };
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const corners = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      const kind = corners.reduce((sum, value, bit) => sum + (value > 0 ? 1 << bit : 0), 0);
      if (kind === 0 || kind === 15) continue;
      const edge: Record<string, () => string> = {
        s: () => cut(i, j, false),
        n: () => cut(i, j + 1, false),
        w: () => cut(i, j, true),
        e: () => cut(i + 1, j, true),
      };
      for (const turn of turns[kind]!) next.set(edge[turn[0]!]!(), edge[turn[1]!]!());
    }
  }
  return { next, points };
}

function polygons(rings: readonly Ring[]): Polygon[] {
  const outers = rings
    .filter((ring) => areaOf(ring) > 0)
    .map((outer) => ({ outer, size: areaOf(outer), holes: [] as Ring[] }));
  outers.sort((a, b) => a.size - b.size);
  for (const hole of rings.filter((ring) => areaOf(ring) < 0)) {
    outers.find(({ outer }) => isInRing(hole[0]!, outer))?.holes.push(hole);
  }
  return outers.toReversed().map(({ outer, holes }) => [outer, ...holes]);
}

/** Cuts the corners of a ring once or more (Chaikin), which takes the grid out of a traced shore. */
export function rounded(ring: Ring, times = 1): Ring {
  let points: Ring = ring;
  for (let k = 0; k < times; k++) {
    points = points.flatMap((a, i) => {
      const b = points[(i + 1) % points.length]!;
      const mix = (share: number): Point => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      return [mix(0.25), mix(0.75)];
    });
  }
  return points;
}
