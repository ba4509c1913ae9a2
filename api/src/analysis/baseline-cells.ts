import { cellCentre, cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import type { Metres } from '../geo/projection.js';
import type { Places } from './near-pairs.js';

/** A place where people are, such as an address with its residents, and how much it counts. */
export interface BaselinePoint extends Metres {
  readonly weight: number;
}

/** The baseline and the events by cells of the national grid; only cells where the baseline has people. */
export interface BaselineCells {
  /** Middles of the cells, rising by row and then column. */
  readonly places: Places;
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** Events in each cell. */
  readonly cases: Float64Array;
  /** The cell that each event was counted in, in the order of the input; -1 outside. */
  readonly cellOfEvent: Int32Array;
  readonly events: number;
  /** Events too far from any cell of the baseline, or without a place. */
  readonly eventsOutside: number;
  /** Baseline points without a place or without a positive weight. */
  readonly pointsLeftOut: number;
}

/**
 * Puts baseline and events on one grid, so that real events lie where simulated ones can. An event counts where the nearest
 * baseline point within 50 m lies, because pins stray from the address they mean and one that strays into a cell of few people
 * would look like a cluster; without such a point it counts in its own cell. An event in a cell without people goes to the nearest
 * cell with people whose middle is at most two cell sides away; else it counts as outside.
 */
export function toCells(
  events: readonly Metres[],
  baseline: readonly BaselinePoint[],
  cellMetres: number,
): BaselineCells {
  const usable = baseline.filter((point) => isOnMap(point) && point.weight >= leastWeight && point.weight < Infinity);
  const weights = new Map<number, number>();
  for (const point of usable) {
    const key = cellKey(cellOf(point, cellMetres));
    weights.set(key, (weights.get(key) ?? 0) + point.weight);
  }
  const keys = [...weights.keys()].sort((a, b) => a - b);
  const numberOf = new Map(keys.map((key, index) => [key, index]));
  const cases = new Float64Array(keys.length);
  const meant = createSnapper(usable, cellMetres);
  const cellOfEvent = Int32Array.from(events, (event) =>
    isOnMap(event) ? (nearestCell(meant(event), numberOf, cellMetres) ?? -1) : -1,
  );
  let eventsOutside = 0;
  for (const cell of cellOfEvent) {
    if (cell < 0) eventsOutside++;
    else cases[cell]!++;
  }
  const middles = keys.map((key) => cellCentre(cellFromKey(key), cellMetres));
  const weight = Float64Array.from(keys, (key) => weights.get(key)!);
  return {
    places: { x: Float64Array.from(middles, ({ x }) => x), y: Float64Array.from(middles, ({ y }) => y) },
    weight,
    totalWeight: weight.reduce((sum, one) => sum + one, 0),
    cases,
    cellOfEvent,
    events: events.length - eventsOutside,
    eventsOutside,
    pointsLeftOut: baseline.length - usable.length,
  };
}

/** Less is no weight: what it expects could not be divided by. */
const leastWeight = 1e-100;

/** How far from the address that it means a pin may lie. */
const strayMetres = 50;

/** Makes the function that moves a pin to the nearest baseline point within reach; of two equally near, the lower cell's. */
function createSnapper(points: readonly BaselinePoint[], cellMetres: number): (event: Metres) => Metres {
  const buckets = new Map<number, BaselinePoint[]>();
  for (const point of points) {
    const key = cellKey(cellOf(point, strayMetres));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(point);
    else buckets.set(key, [point]);
  }
  const cellKeyOf = (point: Metres): number => cellKey(cellOf(point, cellMetres));
  return (event) => {
    const home = cellOf(event, strayMetres);
    let nearest: Metres | undefined;
    let least = strayMetres ** 2;
    for (let row = home.row - 1; row <= home.row + 1; row++) {
      for (let column = home.column - 1; column <= home.column + 1; column++) {
        for (const point of buckets.get(cellKey({ row, column })) ?? []) {
          const square = (point.x - event.x) ** 2 + (point.y - event.y) ** 2;
          if (square > least || (square === least && nearest && cellKeyOf(nearest) <= cellKeyOf(point))) continue;
          nearest = point;
          least = square;
        }
      }
    }
    return nearest ?? event;
  };
}

/** Where cells have numbers: every place in SWEREF 99 TM or UTM, and neither NaN nor infinity. */
function isOnMap({ x, y }: Metres): boolean {
  return x >= 0 && y >= 0 && x <= 1e7 && y <= 1e7;
}

function nearestCell(event: Metres, numberOf: ReadonlyMap<number, number>, cellMetres: number): number | undefined {
  const home = cellOf(event, cellMetres);
  const own = numberOf.get(cellKey(home));
  if (own !== undefined) return own;
  let nearest: number | undefined;
  let least = (2 * cellMetres) ** 2;
  for (let row = home.row - 2; row <= home.row + 2; row++) {
    for (let column = home.column - 2; column <= home.column + 2; column++) {
      const number = numberOf.get(cellKey({ row, column }));
      if (number === undefined) continue;
      const middle = cellCentre({ row, column }, cellMetres);
      const square = (middle.x - event.x) ** 2 + (middle.y - event.y) ** 2;
      if (square < least || (square === least && nearest === undefined)) {
        nearest = number;
        least = square;
      }
    }
  }
  return nearest;
}

/**
 * Makes a drawer of cells, each as likely as its weight: Walker's alias table (1977, doi 10.1145/355744.355749) as built by
 * Vose (1991), one number of chance per draw.
 */
export function createDrawer(weight: Float64Array, next: () => number): () => number {
  const count = weight.length;
  const total = weight.reduce((sum, one) => sum + one, 0);
  const share = Float64Array.from(weight, (one) => (one * count) / total);
  const other = Uint32Array.from(weight, (_, index) => index);
  const poor: number[] = [];
  const rich: number[] = [];
  for (let index = 0; index < count; index++) (share[index]! < 1 ? poor : rich).push(index);
  while (poor.length > 0 && rich.length > 0) {
    const filled = poor.pop()!;
    const giver = rich.at(-1)!;
    other[filled] = giver;
    share[giver]! -= 1 - share[filled]!;
    if (share[giver]! < 1) poor.push(rich.pop()!);
  }
  // what rounding left over is a full cell
  for (const index of [...poor, ...rich]) share[index] = 1;
  return () => {
    const at = next() * count;
    const index = Math.floor(at);
    return at - index < share[index]! ? index : other[index]!;
  };
}
