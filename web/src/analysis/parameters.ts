import type { Question } from '../findings/findings-api.js';

export type ParameterName =
  | 'epsMetres'
  | 'minPoints'
  | 'radiusMetres'
  | 'windowDays'
  | 'permutations'
  | 'bandwidthMetres'
  | 'cellMetres'
  | 'bandsMetres'
  | 'bandsDays'
  | 'alpha';

/** Which values an expert may choose for which question; the API refuses others. */
export const parametersOf: Readonly<Record<Question, readonly ParameterName[]>> = {
  places: ['epsMetres', 'minPoints', 'permutations'],
  people: ['permutations', 'alpha'],
  new: ['radiusMetres', 'windowDays', 'permutations', 'alpha'],
  'near-repeat': ['bandsMetres', 'bandsDays', 'permutations', 'alpha'],
  trend: ['alpha'],
  when: ['alpha'],
  concentration: ['bandwidthMetres', 'cellMetres', 'permutations'],
  windows: ['cellMetres', 'alpha'],
  effect: ['radiusMetres', 'alpha'],
};

/** Least, most and step of a value, in the unit of its name; the API says the same and has the last word. */
export const bounds: Readonly<Record<ParameterName, { min: number; max: number; step: number; decimals: number }>> = {
  epsMetres: { min: 20, max: 500, step: 10, decimals: 0 },
  minPoints: { min: 3, max: 10_000, step: 1, decimals: 0 },
  radiusMetres: { min: 50, max: 5000, step: 50, decimals: 0 },
  windowDays: { min: 1, max: 366, step: 7, decimals: 0 },
  permutations: { min: 99, max: 9999, step: 100, decimals: 0 },
  bandwidthMetres: { min: 50, max: 5000, step: 50, decimals: 0 },
  cellMetres: { min: 50, max: 2000, step: 50, decimals: 0 },
  bandsMetres: { min: 0.1, max: 20_000, step: 1, decimals: 1 },
  bandsDays: { min: 0.1, max: 3660, step: 1, decimals: 1 },
  alpha: { min: 0.001, max: 0.2, step: 0.01, decimals: 3 },
};

/** Edges of bands as typed: numbers with spaces or semicolons between, decimal comma allowed. `null`: not rising numbers. */
export function readBands(text: string): number[] | null {
  const pieces = text.split(/[\s;]+/).filter((piece) => piece !== '');
  const numbers = pieces.map((piece) => Number(piece.replace(',', '.')));
  const sound = numbers.length > 0 && numbers.length <= 12 && numbers.every((number, at) => number > (numbers[at - 1] ?? 0));
  return sound ? numbers : null;
} // prettier-ignore
