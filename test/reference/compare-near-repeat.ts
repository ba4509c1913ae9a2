import { readFileSync } from 'node:fs';
import { nearRepeat, type NearRepeatResult } from '../../api/src/analysis/near-repeat.js';
import { allNear, near, same, type Comparison } from './comparison.js';
import { numbersOf, referenceFile, rowsOf } from './reference-files.js';

const lines = (path: string): string[] => readFileSync(referenceFile(path), 'utf8').trim().split(/\r?\n/);

function burglaries(
  distance: 'manhattan' | 'euclidean',
  bandsMetres: readonly number[],
  bandsDays: readonly number[],
): NearRepeatResult {
  const rows = lines('chicago_near_repeat/chicago_be_month1.csv').map((line) => line.split(','));
  const events = {
    x: Float64Array.from(rows, ([x]) => Number(x)),
    y: Float64Array.from(rows, ([, y]) => Number(y)),
    day: Float64Array.from(rows, ([, , date]) => Date.parse(date!) / 86_400_000),
  };
  return nearRepeat(events, { bandsMetres, bandsDays, permutations: 999, seed: 1, distance });
}

/** Counts, expectations, ratios and p of a whole table, beside the R package NearRepeat. */
function compareTable(name: string, file: string, { cells }: NearRepeatResult): Comparison[] {
  // fields hold commas inside quotes; theirs goes by column, ours by row
  const theirs = rowsOf(file).toSorted((a, b) => Number(a['s']) - Number(b['s']) || Number(a['t']) - Number(b['t']));
  const p = numbersOf(theirs, 'p_sim');
  const apart = cells.map((cell, index) => {
    const expected = p[index]!;
    return Math.abs(cell.p! - expected) / (3 * Math.sqrt((2 * expected * (1 - expected)) / 999) + 0.003);
  });
  const all = (what: string, ours: number[], column: string, tolerance: number): Comparison =>
    allNear(`${name}, ${what}`, { ours, theirs: numbersOf(theirs, column), tolerance });
  return [
    all(
      'pairs',
      cells.map(({ observed }) => observed),
      'observed',
      0,
    ),
    all(
      'expected',
      cells.map(({ expected }) => expected),
      'exact_expected',
      1e-6,
    ),
    all(
      'ratio',
      cells.map(({ ratio }) => ratio ?? NaN),
      'ratio_exact',
      1e-9,
    ),
    near(`${name}, p, largest difference in limits of chance`, Math.max(...apart), 0, 1),
  ];
}

export function compareNearRepeat(): Comparison[] {
  const manhattan = burglaries('manhattan', [0.001, 100, 200, 300], [7, 14, 21]);
  const euclidean = burglaries('euclidean', [0.001, 100, 200, 400], [8, 15, 29]);
  return [
    ...compareTable('Manhattan', 'chicago_near_repeat/knox_be_nrc_bands_manhattan_999.csv', manhattan),
    ...compareTable('Euclidean', 'chicago_near_repeat/knox_be_euclid_999.csv', euclidean),
    ...compareCalculator(manhattan),
  ];
}

/** The Near Repeat Calculator's own output file, cell for cell, which it labels "0 to 7" and so on. */
function compareCalculator({ cells, parameters }: NearRepeatResult): Comparison[] {
  const output = lines('chicago_near_repeat/chicago_be_month1_NRverbose_2019-09-23_143005.csv');
  const from = output.findIndex((line) => line.startsWith('Observed frequencies distribution'));
  const theirs = output.slice(from + 3, from + 8).map((line) => line.split(',').slice(2, 6).join(' '));
  const columns = parameters.bandsDays.length;
  const ours = parameters.bandsMetres.map((_, row) =>
    cells
      .slice(row * columns, (row + 1) * columns)
      .map(({ observed }) => observed)
      .join(' '),
  );
  return ours.map((row, index) =>
    same(`calculator, ${parameters.bandsMetres[index]!.label.en}`, row, theirs[index] ?? ''),
  );
}

/** Burkitt's lymphoma, Knox with 20 and 5, both included: whole coordinates and days, so the next edges do the same. */
export function compareBurkitt(): Comparison[] {
  const rows = rowsOf('burkitt_knox/burkitt.csv');
  const events = { x: numbersOf(rows, 'x'), y: numbersOf(rows, 'y'), day: numbersOf(rows, 't') };
  const { cells, parameters } = nearRepeat(events, {
    bandsMetres: [20.01],
    bandsDays: [6],
    permutations: 999,
    seed: 1,
    distance: 'euclidean',
  });
  return [
    same('Burkitt, table', cells.map(({ observed }) => observed).join(' '), '13 3416 39 14110'),
    same('Burkitt, pairs', parameters.pairs, 17_578),
    near('Burkitt, expected', cells[0]!.expected, 10.1438161, 1e-7),
    near('Burkitt, Poisson P(X >= 13)', cells[0]!.poissonP, 0.2222667, 1e-7),
    near('Burkitt, p of 99 shuffles', cells[0]!.p!, 0.21, 3 * Math.sqrt(0.21 * 0.79 * (1 / 99 + 1 / 999))),
  ];
}
