import { cellKey, cellOf, type Cell } from '../geo/grid.js';
import { boundsOf, containment, type MetresMultiPolygon } from '../geo/polygon.js';
import { inBothLanguages, type Bilingual } from './bilingual.js';
import { benjaminiHochberg, binomialUpperTail } from './exact-test.js';
import { windowSum } from './gi-star.js';
import { windowNeighbours } from './neighbours.js';

/** Events counted on the cells of a mask. Cells outside the mask do not exist; those inside count also when empty. */
export interface MaskedCounts {
  readonly cells: readonly Cell[];
  readonly cellMetres: number;
  readonly counts: Float64Array;
  /** Events inside the mask. */
  readonly total: number;
  /** Events outside the mask: told, never moved in. */
  readonly outside: number;
  /** Events without finite coordinates. */
  readonly withoutPlace: number;
}

/** The cells of the national grid whose middle lies in the area. Empty for no area or a size that is not positive. */
export function cellsInArea(area: MetresMultiPolygon, cellMetres: number): Cell[] {
  const bounds = boundsOf(area);
  const cells: Cell[] = [];
  if (!bounds || !(cellMetres > 0)) return cells;
  const isInside = containment(area);
  const first = cellOf({ x: bounds.minX, y: bounds.minY }, cellMetres);
  const last = cellOf({ x: bounds.maxX, y: bounds.maxY }, cellMetres);
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      if (isInside({ x: (column + 0.5) * cellMetres, y: (row + 0.5) * cellMetres })) cells.push({ column, row });
    }
  }
  return cells;
}

/**
 * A stand-in for a missing built-up area: the cells whose middle lies within `reachMetres` (200) of an address, a street
 * or a place of the register. Take the register, never the events themselves: a mask made of events cannot be empty where
 * nothing happens. Each result made with it must name it.
 */
export function cellsNear(
  x: Float64Array,
  y: Float64Array,
  { cellMetres, reachMetres = 200 }: { readonly cellMetres: number; readonly reachMetres?: number },
): Cell[] {
  const found = new Map<number, Cell>();
  if (!(cellMetres > 0)) return [];
  const steps = Math.ceil(reachMetres / cellMetres);
  for (let index = 0; index < x.length; index++) {
    if (!Number.isFinite(x[index]!) || !Number.isFinite(y[index]!)) continue;
    const own = cellOf({ x: x[index]!, y: y[index]! }, cellMetres);
    for (let row = own.row - steps; row <= own.row + steps; row++) {
      for (let column = own.column - steps; column <= own.column + steps; column++) {
        const dx = (column + 0.5) * cellMetres - x[index]!;
        const dy = (row + 0.5) * cellMetres - y[index]!;
        if (dx * dx + dy * dy <= reachMetres * reachMetres) found.set(cellKey({ column, row }), { column, row });
      }
    }
  }
  return [...found].sort((a, b) => a[0] - b[0]).map(([, cell]) => cell);
}

/** How many events lie in each cell of the mask, and how many in none. Coordinates in metres, one event a pair. */
export function countInMask(
  x: Float64Array,
  y: Float64Array,
  { cells, cellMetres }: { readonly cells: readonly Cell[]; readonly cellMetres: number },
): MaskedCounts {
  const places = new Map(cells.map((cell, index) => [cellKey(cell), index]));
  const counts = new Float64Array(cells.length);
  let [total, outside, withoutPlace] = [0, 0, 0];
  for (let index = 0; index < x.length; index++) {
    if (!Number.isFinite(x[index]!) || !Number.isFinite(y[index]!)) {
      withoutPlace++;
      continue;
    }
    const place = places.get(cellKey(cellOf({ x: x[index]!, y: y[index]! }, cellMetres)));
    if (place === undefined) outside++;
    else {
      counts[place]!++;
      total++;
    }
  }
  return { cells, cellMetres, counts, total, outside, withoutPlace };
}

export interface ExactWindowsOptions {
  /** Cells on each side of the middle one; 1 is the window of 3 x 3. */
  readonly reach?: number;
  /** False discovery rate over all windows of the mask. */
  readonly level?: number;
  /** How much of all events each cell would be expected to have (any scale). Absent: every cell alike. */
  readonly baseline?: Float64Array;
}

export interface ExactWindows {
  /** `tested`, or why nothing is claimed: no cells, fewer than 30 events, or a baseline that says nothing. */
  readonly status: 'tested' | 'no-mask' | 'too-few' | 'no-baseline';
  /** Per cell of the mask, for the window round it. p and adjustedP are 1 everywhere when nothing was tested. */
  readonly sums: Float64Array;
  readonly expected: Float64Array;
  readonly windowCells: Uint16Array;
  readonly p: Float64Array;
  readonly adjustedP: Float64Array;
  /** Cells in the middle of a window whose adjusted p is at most the level. */
  readonly dense: readonly number[];
  readonly parameters: {
    readonly cellMetres: number;
    readonly windowMetres: number;
    readonly level: number;
    readonly windows: number;
    readonly events: number;
    readonly outside: number;
    readonly withoutPlace: number;
    readonly comparison: 'even-spread' | 'baseline';
  };
  readonly sentence: Bilingual;
}

/** Fewer events than this are listed, not tested. */
export const fewestEvents = 30;

/**
 * In which fixed windows lie more events than their share of the mask (or of a baseline) would give?
 *
 * Each window of 3 x 3 cells is tested with the exact binomial tail P(Bin(N, q) >= S) of its sum S, q its share, and the
 * p-values are corrected together (Benjamini and Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x) over every window of the
 * mask, also the empty ones: the family is fixed before an event is seen. Against an even spread the answer is a sanity
 * figure, "denser than an even spread": it says that people live unevenly, and is never the finding.
 */
export function exactWindows(masked: MaskedCounts, options: ExactWindowsOptions = {}): ExactWindows {
  const { reach = 1, level = 0.05, baseline } = options;
  const size = masked.cells.length;
  const neighbours = windowNeighbours(
    masked.cells.map((cell) => cell.column),
    masked.cells.map((cell) => cell.row),
    reach,
  );
  const weights = Float64Array.from({ length: size }, (_, cell) => (baseline ? notNegative(baseline[cell]) : 1));
  const wholeWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const status = statusOf(masked, wholeWeight);
  const sums = new Float64Array(size);
  const expected = new Float64Array(size);
  const p = new Float64Array(size).fill(1);
  for (let cell = 0; cell < size; cell++) {
    const share = wholeWeight > 0 ? Math.min(1, windowSum(weights, neighbours, cell) / wholeWeight) : 0;
    sums[cell] = windowSum(masked.counts, neighbours, cell);
    expected[cell] = masked.total * share;
    // where the baseline expects nothing at all and something happened, that is 0
    if (status === 'tested') p[cell] = binomialUpperTail(sums[cell]!, masked.total, share);
  }
  const adjustedP = Float64Array.from(benjaminiHochberg([...p]));
  const dense = status === 'tested' ? [...adjustedP.keys()].filter((cell) => adjustedP[cell]! <= level) : [];
  return {
    status,
    sums,
    expected,
    windowCells: Uint16Array.from({ length: size }, (_, cell) => neighbours.start[cell + 1]! - neighbours.start[cell]!),
    p,
    adjustedP,
    dense,
    parameters: {
      cellMetres: masked.cellMetres,
      windowMetres: (2 * reach + 1) * masked.cellMetres,
      level,
      windows: size,
      events: masked.total,
      outside: masked.outside,
      withoutPlace: masked.withoutPlace,
      comparison: baseline ? 'baseline' : 'even-spread',
    },
    sentence: sentenceOf(status, { dense: dense.length, windows: size, events: masked.total, level }),
  };
}

function notNegative(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}

function statusOf(masked: MaskedCounts, wholeWeight: number): ExactWindows['status'] {
  if (masked.cells.length === 0) return 'no-mask';
  if (!(wholeWeight > 0)) return 'no-baseline';
  return masked.total < fewestEvents ? 'too-few' : 'tested';
}

function sentenceOf(
  status: ExactWindows['status'],
  { dense, windows, events, level }: { dense: number; windows: number; events: number; level: number },
): Bilingual {
  if (status === 'no-mask') {
    return {
      sv: 'Ingen tätortsyta är inläst, så platserna rangordnas men inget påstås.',
      en: 'No built-up area is loaded, so places are ranked and nothing is claimed.',
    };
  }
  if (status === 'no-baseline') {
    return {
      sv: 'Jämförelsen saknar vikter inom området, så inget påstås.',
      en: 'The comparison has no weights inside the area, so nothing is claimed.',
    };
  }
  if (status === 'too-few') {
    return {
      sv: `${events} händelser är för få för ett test; de visas som en lista.`,
      en: `${events} events are too few for a test; they are shown as a list.`,
    };
  }
  const share = inBothLanguages(level * 100, 1);
  return {
    sv: `${dense} av ${windows} fönster är tätare än jämförelsen ger, med högst ${share.sv} % väntat fel bland de utpekade.`,
    en: `${dense} of ${windows} windows are denser than the comparison gives, with at most ${share.en} % expected to be wrong.`,
  };
}
