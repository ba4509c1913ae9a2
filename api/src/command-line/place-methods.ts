import { dbscan } from '../analysis/dbscan.js';
import { densityAt, densityGrid, middlesOf, type DensityOptions } from '../analysis/density.js';
import { exactWindows } from '../analysis/grid-test.js';
import { giStar, whetherGiStarHolds } from '../analysis/gi-star.js';
import { windowNeighbours } from '../analysis/neighbours.js';
import type { Answer } from './answer.js';
import { placesOf, weightsOf, type Places } from './input-events.js';
import { numberColumn, parseTable, type InputTable } from './input-table.js';
import type { Options } from './options.js';
import { middleOf, notesOn, studyGrid, type ReadText } from './study-grid.js';
import { UsageError } from './usage-error.js';

/** What every method is given. */
export interface Task {
  readonly table: InputTable;
  readonly options: Options;
  readonly readText: ReadText;
  /** One line about how far a long calculation has come. */
  readonly tell: (line: string) => void;
}

/** Straight distances only: a method for metres cannot read degrees. */
function refuseOtherDistances(options: Options): void {
  const distance = options.text('distance') ?? 'euclidean';
  if (distance === 'euclidean') return;
  throw new UsageError(
    `--distance ${distance} is for scan and knox. Degrees become metres with --reference-system EPSG:4326.`,
  );
}

/** One label per row of the input, in its order. */
export function dbscanAnswer({ table, options }: Task): Answer {
  refuseOtherDistances(options);
  const { x, y } = placesOf(table, options);
  const weights = weightsOf(table, options)?.map((weight) => (Number.isNaN(weight) ? 0 : weight));
  const parameters = { epsMetres: options.number('eps-metres', 100), minPoints: options.number('min-points', 5) };
  const result = dbscan(x, y, { ...parameters, ...(weights ? { weights } : {}) });
  const noise = result.labels.filter((label) => label === -1).length;
  const withoutPlace = x.filter((value, row) => !Number.isFinite(value) || !Number.isFinite(y[row]!)).length;
  return {
    columns: ['row', 'x', 'y', 'label', 'core'],
    rows: Array.from(x, (_, row) => [
      row + 1,
      finiteOrNull(x[row]!),
      finiteOrNull(y[row]!),
      result.labels[row]!,
      result.core[row]!,
    ]),
    parameters: { ...parameters, rows: x.length, clusters: result.clusters, noise, weighted: weights !== undefined },
    sentence: {
      sv: `${result.clusters} täta grupper; ${noise} av ${x.length} rader ligger för sig. Täta är inget test.`,
      en: `${result.clusters} dense groups; ${noise} of ${x.length} rows lie alone. Being dense is no test.`,
    },
    notes: withoutPlace > 0 ? [`${withoutPlace} rows have no usable coordinates and are labelled -1.`] : [],
    map: { x: 'x', y: 'y', degrees: false },
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Density at the places of --at, in the mask, or on the cells within reach of an event. */
export function densityAnswer(task: Task): Answer {
  const { table, options } = task;
  refuseOtherDistances(options);
  const events = placesOf(table, options);
  const weights = weightsOf(table, options);
  const settings: DensityOptions = {
    kernel: options.text('kernel') === 'gaussian' ? 'gaussian' : 'quartic',
    bandwidthMetres: options.number('bandwidth-metres', 300),
    ...(weights ? { weights } : {}),
    ...(options.has('years') ? { years: options.number('years', 1) } : {}),
  };
  const { places, density, parameters, more } = densityPlaces(task, events, settings);
  const greatest = density.reduce((most, one) => Math.max(most, one), 0);
  return {
    columns: ['x', 'y', 'density'],
    rows: Array.from(density, (value, at) => [finiteOrNull(places.x[at]!), finiteOrNull(places.y[at]!), value]),
    parameters: { ...parameters, ...more, greatest },
    sentence: null,
    notes: parameters.leftOut > 0 ? [`${parameters.leftOut} rows have no usable coordinates or weight.`] : [],
    map: { x: 'x', y: 'y', degrees: false },
  };
}

function densityPlaces(task: Task, events: Places, settings: DensityOptions) {
  const { table, options, readText } = task;
  const at = options.text('at');
  if (at !== undefined) {
    const given = parseTable(readText(at), { file: at, header: true });
    const places = {
      x: numberColumn(given, options.text('at-x') ?? 'x'),
      y: numberColumn(given, options.text('at-y') ?? 'y'),
    };
    return { places, ...densityAt(events, places, settings), more: { places: 'given' } };
  }
  const cellMetres = options.number('cell-metres', 100);
  if (options.text('grid') === 'national' && !options.has('mask')) {
    const grid = densityGrid(events, { ...settings, cellMetres });
    const places = middlesOf(grid.cells, cellMetres);
    return { places, ...grid, more: { places: 'national grid, cells within reach of an event', cellMetres } };
  }
  const grid = studyGrid(table, { places: events, weights: undefined }, task);
  const middles = grid.cells.map((cell) => middleOf(grid, cell));
  const places = { x: Float64Array.from(middles, ([x]) => x), y: Float64Array.from(middles, ([, y]) => y) };
  return { places, ...densityAt(events, places, settings), more: { places: grid.source, cellMetres } };
}

/** Fixed windows of 3 x 3 cells with the exact binomial tail. */
export function exactAnswer(task: Task): Answer {
  const { table, options } = task;
  refuseOtherDistances(options);
  const weights = wholeWeightsOf(table, options);
  const grid = studyGrid(table, { places: placesOf(table, options), weights }, task);
  const total = grid.counts.reduce((sum, count) => sum + count, 0);
  const result = exactWindows({ ...grid, total }, { level: options.number('level', 0.05) });
  const claimable = grid.source === 'mask-area' || grid.source === 'mask-addresses';
  const isDense = new Set(result.dense);
  return {
    columns: ['x', 'y', 'count', 'window_count', 'window_cells', 'expected', 'p', 'p_adjusted', 'dense'],
    rows: grid.cells.map((cell, at) => [
      ...middleOf(grid, cell),
      grid.counts[at]!,
      result.sums[at]!,
      result.windowCells[at]!,
      result.expected[at]!,
      result.p[at]!,
      result.adjustedP[at]!,
      isDense.has(at),
    ]),
    parameters: {
      ...result.parameters,
      status: result.status,
      dense: result.dense.length,
      grid: grid.source,
      mayBeClaimed: claimable,
    },
    sentence: result.sentence,
    notes: [
      ...notesOn(grid),
      'The comparison is an even spread: a sanity figure that says people live unevenly, never a finding.',
    ],
    map: { x: 'x', y: 'y', degrees: false },
  };
}

/** Severity is no count: a test takes whole weights only. */
function wholeWeightsOf(table: InputTable, options: Options): Float64Array | undefined {
  const weights = weightsOf(table, options);
  const broken = weights?.findIndex((weight) => Number.isFinite(weight) && !Number.isInteger(weight)) ?? -1;
  if (broken !== -1)
    throw new UsageError(
      `Row ${broken + 1} of ${table.file} weighs ${weights![broken]}; a test counts events, so weights must be whole.`,
    );
  return weights;
}

/** Gi* of every cell, and whether it may be trusted at these counts. */
export function giStarAnswer(task: Task): Answer {
  const { table, options } = task;
  refuseOtherDistances(options);
  const grid = studyGrid(table, { places: placesOf(table, options), weights: weightsOf(table, options) }, task);
  const columns = grid.cells.map((cell) => cell.column);
  const neighbours = windowNeighbours(
    columns,
    grid.cells.map((cell) => cell.row),
  );
  const result = giStar(grid.counts, neighbours);
  const validity = whetherGiStarHolds(result);
  const hot = (p: Float64Array): number => p.filter((value, at) => value < 0.05 && result.z[at]! > 0).length;
  const bonferroni = result.p.map((value) => Math.min(1, value * result.cells));
  return {
    columns: ['x', 'y', 'count', 'window_cells', 'gistar', 'p', 'p_bh', 'p_bonferroni'],
    rows: grid.cells.map((cell, at) => [
      ...middleOf(grid, cell),
      grid.counts[at]!,
      neighbours.start[at + 1]! - neighbours.start[at]!,
      result.z[at]!,
      result.p[at]!,
      result.adjustedP[at]!,
      bonferroni[at]!,
    ]),
    parameters: {
      cellMetres: grid.cellMetres,
      windowMetres: 3 * grid.cellMetres,
      grid: grid.source,
      cells: result.cells,
      events: result.total,
      outside: grid.outside,
      withoutPlace: grid.withoutPlace,
      greatest: result.z.reduce((most, one) => Math.max(most, one), 0),
      hot: hot(result.p),
      hotBenjaminiHochberg: hot(result.adjustedP),
      hotBonferroni: hot(bonferroni),
      validity,
    },
    sentence: validity.offered ? null : validity.sentence,
    notes: notesOn(grid),
    map: { x: 'x', y: 'y', degrees: false },
  };
}
