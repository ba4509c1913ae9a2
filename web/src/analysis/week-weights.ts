import type { AnalysisRun } from '../findings/findings-api.js';

/** The columns that hold the six hours of a part of a day. */
export const hourKeys = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5'] as const;

/** Seven rows from Monday of 24 weights, out of the 28 parts of a week that "När händer det?" answers with; `null` for another table. */
export function weekWeights({ rows }: AnalysisRun['table']): number[][] | null {
  if (rows.length !== 28) return null;
  const weights = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 4 }, (_part, part) => hourKeys.map((key) => rows[4 * day + part]?.[key])).flat(),
  );
  const isWhole = weights.flat().every((weight) => typeof weight === 'number');
  return isWhole ? (weights as number[][]) : null;
}
