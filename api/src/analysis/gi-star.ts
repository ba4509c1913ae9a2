import type { Bilingual } from './bilingual.js';
import { inBothLanguages } from './bilingual.js';
import { benjaminiHochberg } from './exact-test.js';
import type { Neighbours } from './neighbours.js';
import { twoSidedNormal } from './normal.js';

export interface GiStarResult {
  /** Standard score of each cell's window: above 0 more than the mean, below 0 less. */
  readonly z: Float64Array;
  /** Two-sided 2 * Phi(-|z|), as the tools print it. */
  readonly p: Float64Array;
  /** The same over all cells with Benjamini and Hochberg's correction. */
  readonly adjustedP: Float64Array;
  readonly cells: number;
  readonly total: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Mean of the window sums: the figure that decides whether the score may be shown. */
  readonly meanWindowSum: number;
}

/**
 * Getis and Ord's Gi*: does the window round each cell hold more than the mean of the map would give?
 *
 * z = (S - m W) / (s sqrt((n W - W^2) / (n - 1))), S the sum and W the number of cells in the window, itself included,
 * m and s mean and standard deviation of all n cells (Ord and Getis 1995, doi 10.1111/j.1538-4632.1995.tb00912.x; as spdep's
 * localG and esda's G_Local with star). `values` are counts of every cell of the mask, zeros too. A value that is no finite
 * number counts as 0. Where all values are equal, or a window holds the whole map, nothing stands out: z 0, p 1. The
 * normal tail is wrong at small counts, see `whetherGiStarHolds`.
 */
export function giStar(values: ArrayLike<number>, neighbours: Neighbours): GiStarResult {
  const cells = values.length;
  const clean = Float64Array.from({ length: cells }, (_, index) => finiteOr0(values[index]!));
  const total = clean.reduce((sum, value) => sum + value, 0);
  const mean = cells > 0 ? total / cells : 0;
  const meanOfSquares = cells > 0 ? clean.reduce((sum, value) => sum + value * value, 0) / cells : 0;
  const standardDeviation = Math.sqrt(Math.max(0, meanOfSquares - mean * mean));
  const z = new Float64Array(cells);
  let windowSums = 0;
  for (let cell = 0; cell < cells; cell++) {
    const size = neighbours.start[cell + 1]! - neighbours.start[cell]!;
    const sum = windowSum(clean, neighbours, cell);
    windowSums += sum;
    const spread = standardDeviation * Math.sqrt(Math.max(0, (cells * size - size * size) / Math.max(1, cells - 1)));
    z[cell] = spread > 1e-12 * Math.max(1, mean) ? (sum - mean * size) / spread : 0;
  }
  const p = z.map(twoSidedNormal);
  return {
    z,
    p,
    adjustedP: Float64Array.from(benjaminiHochberg([...p])),
    cells,
    total,
    mean,
    standardDeviation,
    meanWindowSum: cells > 0 ? windowSums / cells : 0,
  };
}

/** Sum of the values in the window of a cell. */
export function windowSum(values: Float64Array, { start, others }: Neighbours, cell: number): number {
  let sum = 0;
  for (let at = start[cell]!; at < start[cell + 1]!; at++) sum += values[others[at]!]!;
  return sum;
}

function finiteOr0(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** May Gi* be shown on this map, and if not, why? */
export type GiStarValidity =
  | { readonly offered: true; readonly meanWindowSum: number; readonly needed: number }
  | {
      readonly offered: false;
      readonly reason: 'no-cells' | 'no-events' | 'too-few-per-window';
      readonly meanWindowSum: number;
      readonly needed: number;
      readonly sentence: Bilingual;
    };

/** The mean window must hold this many events before a normal tail may stand for a count. */
export const neededPerWindow = 50;

/**
 * Is Gi* worth showing here? Only where the mean window holds at least 50 events. Below that the score's normal tail
 * is no description of a count: on wholly random maps of 3,600 cells it reported a false hot cell, corrected (BH), in 98 % of
 * maps with 500 events and still in 12 % with 20,000. Otherwise the answer says why it is not offered.
 */
export function whetherGiStarHolds(result: Pick<GiStarResult, 'cells' | 'total' | 'meanWindowSum'>): GiStarValidity {
  const { cells, total, meanWindowSum } = result;
  const figures = { meanWindowSum, needed: neededPerWindow };
  if (cells === 0) return { offered: false, reason: 'no-cells', ...figures, sentence: sentences.noCells };
  if (!(total > 0)) return { offered: false, reason: 'no-events', ...figures, sentence: sentences.noEvents };
  if (meanWindowSum >= neededPerWindow) return { offered: true, ...figures };
  const mean = inBothLanguages(meanWindowSum, 1);
  return {
    offered: false,
    reason: 'too-few-per-window',
    ...figures,
    sentence: {
      sv: `Gi* visas inte: rutfönstren rymmer i medeltal ${mean.sv} händelser, och under ${neededPerWindow} pekar metoden ut platser av en slump.`,
      en: `Gi* is not shown: the windows hold ${mean.en} events on average, and below ${neededPerWindow} the method points out places by chance.`,
    },
  };
}

const sentences = {
  noCells: {
    sv: 'Gi* visas inte: det finns ingen yta att räkna på.',
    en: 'Gi* is not shown: there is no area to count over.',
  },
  noEvents: {
    sv: 'Gi* visas inte: det finns inga händelser i urvalet.',
    en: 'Gi* is not shown: there are no events in the selection.',
  },
};
