import { cellCentre, cellKey, type Cell } from '../geo/grid.js';
import { isPlace } from './near-pairs.js';

export type Kernel = 'quartic' | 'gaussian';

export interface DensityOptions {
  /** `quartic` ends at the bandwidth; `gaussian` takes it as standard deviation and is followed to 6 of them. */
  readonly kernel?: Kernel;
  /** 300 m is short and fixed on purpose: bandwidths chosen for the whole map smooth the places away. */
  readonly bandwidthMetres?: number;
  /** How many events a point stands for; 1 each when absent. A weight that is not positive is left out. */
  readonly weights?: Float64Array;
  /** Length of the period, for "per km2 and year"; absent, density is per km2 for the whole period. */
  readonly years?: number;
}

export interface DensityParameters {
  readonly kernel: Kernel;
  readonly bandwidthMetres: number;
  readonly years: number | null;
  readonly unit: 'events per km2' | 'events per km2 and year';
  readonly events: number;
  /** Rows without coordinates on Earth or with a weight that is not positive. */
  readonly leftOut: number;
  /** Kernels are cut nowhere: near the edge of the data density is too low, and it is said instead of mended. */
  readonly edge: 'not-corrected';
}

export interface DensityAtPlaces {
  readonly density: Float64Array;
  readonly parameters: DensityParameters;
}

interface Prepared {
  readonly kernel: Kernel;
  readonly bandwidth: number;
  readonly reach: number;
  readonly constant: number;
  readonly kept: Uint32Array;
  readonly parameters: DensityParameters;
}

const gaussianReach = 6;
/** A millimetre to 100,000 km, and half a minute: what lies beyond is a broken number, and would be divided by. */
const shortestMetres = 0.001;
const longestMetres = 1e8;
const shortestYears = 1e-6;
/** A kernel that reaches over more cells than this to a side is a broken number too. */
const mostSteps = 2_000;

/**
 * How many events per km2 (and year) are there round each place, counting the near ones more?
 *
 * Kernel density: quartic 3/(pi h^2) (1 - d^2/h^2)^2 for d < h, or Gaussian 1/(2 pi s^2) exp(-d^2/2s^2) (Silverman 1986,
 * doi 10.1201/9781315140919). Each event adds exactly 1 in all: the constant is 3/pi, not QGIS's former 116/(5 pi)(15/16).
 * Coordinates in metres. Zeros for no events or a bandwidth under a millimetre, and at a place without finite coordinates.
 */
export function densityAt(
  events: { readonly x: Float64Array; readonly y: Float64Array },
  places: { readonly x: Float64Array; readonly y: Float64Array },
  options: DensityOptions = {},
): DensityAtPlaces {
  const prepared = prepare(events.x, events.y, options);
  const density = new Float64Array(places.x.length);
  if (prepared.reach > 0) {
    const buckets = bucketed(events, prepared);
    for (let place = 0; place < density.length; place++) {
      density[place] = sumAround(
        events,
        { buckets, prepared, weights: options.weights },
        places.x[place]!,
        places.y[place]!,
      );
    }
  }
  return { density, parameters: prepared.parameters };
}

function sumAround(
  events: { readonly x: Float64Array; readonly y: Float64Array },
  source: { buckets: Map<number, number[]>; prepared: Prepared; weights: Float64Array | undefined },
  x: number,
  y: number,
): number {
  const { buckets, prepared, weights } = source;
  // of a place without finite coordinates this is no cell, so nothing lies round it
  const [column, row] = [Math.floor(x / prepared.reach), Math.floor(y / prepared.reach)];
  let sum = 0;
  for (let up = -1; up <= 1; up++) {
    for (let right = -1; right <= 1; right++) {
      for (const event of buckets.get(cellKey({ column: column + right, row: row + up })) ?? []) {
        const squared = (events.x[event]! - x) ** 2 + (events.y[event]! - y) ** 2;
        sum += kernelAt(squared, prepared) * (weights?.[event] ?? 1);
      }
    }
  }
  return sum * prepared.constant;
}

function bucketed(events: { x: Float64Array; y: Float64Array }, { kept, reach }: Prepared): Map<number, number[]> {
  const buckets = new Map<number, number[]>();
  for (const event of kept) {
    const key = cellKey({ column: Math.floor(events.x[event]! / reach), row: Math.floor(events.y[event]! / reach) });
    const bucket = buckets.get(key);
    if (bucket) bucket.push(event);
    else buckets.set(key, [event]);
  }
  return buckets;
}

export interface DensityGrid extends DensityAtPlaces {
  /** The cells with any density, by row and column. */
  readonly cells: readonly Cell[];
  readonly cellMetres: number;
}

/**
 * The same on the cells of the national grid, at their middles. Only cells within reach of an event are kept, so one stray
 * point far away costs a few cells and never a continent of empty ones. `isInside` keeps the cells of the mask.
 */
export function densityGrid(
  events: { readonly x: Float64Array; readonly y: Float64Array },
  options: DensityOptions & { readonly cellMetres: number; readonly isInside?: (cell: Cell) => boolean },
): DensityGrid {
  const { cellMetres, isInside } = options;
  const prepared = prepare(events.x, events.y, options);
  if (!(prepared.reach / cellMetres <= mostSteps)) {
    return { cells: [], cellMetres, density: new Float64Array(0), parameters: prepared.parameters };
  }
  const tiles = scatter(events, { prepared, cellMetres, weights: options.weights });
  const found: { readonly cell: Cell; readonly value: number }[] = [];
  for (const { corner, sums } of tiles.values()) {
    for (let at = 0; at < sums.length; at++) {
      if (sums[at]! <= 0) continue;
      const cell = { column: corner.column + (at % tileCells), row: corner.row + Math.floor(at / tileCells) };
      if (!isInside || isInside(cell)) found.push({ cell, value: sums[at]! * prepared.constant });
    }
  }
  found.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return {
    cells: found.map(({ cell }) => cell),
    cellMetres,
    density: Float64Array.from(found, ({ value }) => value),
    parameters: prepared.parameters,
  };
}

/** Cells live in square tiles that are made when first touched. */
const tileCells = 64;

interface Tile {
  /** Its south-western cell. */
  readonly corner: Cell;
  readonly sums: Float64Array;
}

function scatter(
  events: { readonly x: Float64Array; readonly y: Float64Array },
  source: { prepared: Prepared; cellMetres: number; weights: Float64Array | undefined },
): Map<number, Tile> {
  const { prepared, cellMetres, weights } = source;
  const tiles = new Map<number, Tile>();
  const steps = Math.ceil(prepared.reach / cellMetres);
  let latestKey = NaN;
  let latest: Tile | undefined;
  for (const event of prepared.kept) {
    const [x, y] = [events.x[event]!, events.y[event]!];
    const weight = weights?.[event] ?? 1;
    const [column, row] = [Math.floor(x / cellMetres), Math.floor(y / cellMetres)];
    for (let up = row - steps; up <= row + steps; up++) {
      const dy = (up + 0.5) * cellMetres - y;
      for (let right = column - steps; right <= column + steps; right++) {
        const value = kernelAt(dy * dy + ((right + 0.5) * cellMetres - x) ** 2, prepared);
        if (value === 0) continue;
        const [tileColumn, tileRow] = [Math.floor(right / tileCells), Math.floor(up / tileCells)];
        const key = cellKey({ column: tileColumn, row: tileRow });
        if (key !== latestKey || !latest) {
          latest = tileAt(tiles, key, { column: tileColumn * tileCells, row: tileRow * tileCells });
          latestKey = key;
        }
        latest.sums[(up - latest.corner.row) * tileCells + right - latest.corner.column]! += value * weight;
      }
    }
  }
  return tiles;
}

function tileAt(tiles: Map<number, Tile>, key: number, corner: Cell): Tile {
  const known = tiles.get(key);
  if (known) return known;
  const tile = { corner, sums: new Float64Array(tileCells * tileCells) };
  tiles.set(key, tile);
  return tile;
}

/** The middles of cells as coordinates, for `densityAt`. */
export function middlesOf(cells: readonly Cell[], cellMetres: number): { x: Float64Array; y: Float64Array } {
  const middles = cells.map((cell) => cellCentre(cell, cellMetres));
  return { x: Float64Array.from(middles, ({ x }) => x), y: Float64Array.from(middles, ({ y }) => y) };
}

function prepare(x: Float64Array, y: Float64Array, options: DensityOptions): Prepared {
  const { kernel = 'quartic', bandwidthMetres = 300, weights } = options;
  const years =
    options.years !== undefined && options.years >= shortestYears && Number.isFinite(options.years)
      ? options.years
      : null;
  const usable = bandwidthMetres >= shortestMetres && bandwidthMetres <= longestMetres;
  const kept = Uint32Array.from(
    [...x.keys()].filter(
      (at) => isPlace(x[at]!, y[at]!) && (!weights || (weights[at]! > 0 && weights[at]! < Infinity)),
    ),
  );
  const height = kernel === 'quartic' ? 3 / (Math.PI * bandwidthMetres ** 2) : 1 / (2 * Math.PI * bandwidthMetres ** 2);
  return {
    kernel,
    bandwidth: bandwidthMetres,
    reach: usable ? bandwidthMetres * (kernel === 'quartic' ? 1 : gaussianReach) : 0,
    constant: usable ? (height * 1e6) / (years ?? 1) : 0,
    kept,
    parameters: {
      kernel,
      bandwidthMetres,
      years,
      unit: years === null ? 'events per km2' : 'events per km2 and year',
      events: kept.length,
      leftOut: x.length - kept.length,
      edge: 'not-corrected',
    },
  };
}

/** The kernel without its constant, at a squared distance. */
function kernelAt(squared: number, { kernel, bandwidth, reach }: Prepared): number {
  if (squared >= reach * reach) return 0;
  const ratio = squared / (bandwidth * bandwidth);
  return kernel === 'quartic' ? (1 - ratio) * (1 - ratio) : Math.exp(-ratio / 2);
}
