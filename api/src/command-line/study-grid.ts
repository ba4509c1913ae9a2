import { cellsInArea, cellsNear } from '../analysis/grid-test.js';
import { readPolygon } from '../geo/geojson.js';
import type { Cell } from '../geo/grid.js';
import { hullGrid } from './hull-grid.js';
import { columnName, type Places } from './input-events.js';
import { numberColumn, parseTable, type InputTable } from './input-table.js';
import type { Options } from './options.js';
import { UsageError } from './usage-error.js';

/** Where the cells come from. Only the first two are a study area on which something may be claimed. */
export type GridSource = 'mask-area' | 'mask-addresses' | 'rows-are-cells' | 'hull-of-events';

/** Cells with their counts; cells are numbered from the corner given. */
export interface StudyGrid {
  readonly source: GridSource;
  readonly cellMetres: number;
  readonly originX: number;
  readonly originY: number;
  readonly cells: readonly Cell[];
  readonly counts: Float64Array;
  readonly outside: number;
  readonly withoutPlace: number;
}

/** Tables and areas named beside the input. */
export type ReadText = (path: string) => string;

const mostCells = 5_000_000;

/**
 * Lays the cells and counts the rows on them: in the mask when one is named; when the rows with their weights already are the middles
 * of cells, on those; else on the hull of the events as sfhotspot does, with a note that nothing may be claimed there.
 */
export function studyGrid(
  table: InputTable,
  rows: { readonly places: Places; readonly weights: Float64Array | undefined },
  { options, readText }: { readonly options: Options; readonly readText: ReadText },
): StudyGrid {
  const { places, weights } = rows;
  const cellMetres = options.number('cell-metres', 100);
  const maskFile = options.text('mask');
  if (maskFile !== undefined) return counted(maskOf(maskFile, { options, readText, cellMetres }), places, weights);
  if (weights) {
    const lattice = latticeOf(places, cellMetres);
    if (lattice) return counted(lattice, places, weights);
  }
  refuseTooMany(places, { cellMetres, file: table.file });
  const { originX, originY, columns, rows: numbers } = hullGrid(places.x, places.y, cellMetres);
  const cells = Array.from(columns, (column, at) => ({ column, row: numbers[at]! }));
  return counted({ source: 'hull-of-events', cellMetres, originX, originY, cells }, places, weights);
}

type Uncounted = Omit<StudyGrid, 'counts' | 'outside' | 'withoutPlace'>;

function maskOf(file: string, from: { options: Options; readText: ReadText; cellMetres: number }): Uncounted {
  const { options, readText, cellMetres } = from;
  const national = { cellMetres, originX: 0, originY: 0 };
  const text = readText(file);
  if (/\.(geo)?json$/i.test(file)) {
    const area = readPolygon(text);
    if (!area.ok)
      throw new UsageError(
        `${file} is no area that can be used (${area.problem}${area.pointer ? ` at ${area.pointer}` : ''}).`,
      );
    return { source: 'mask-area', ...national, cells: cellsInArea(area.metres, cellMetres) };
  }
  const table = parseTable(text, { file, header: !options.has('no-header') });
  const x = numberColumn(table, columnName(table, options, 'x', ['x', '1']));
  const y = numberColumn(table, columnName(table, options, 'y', ['y', '2']));
  const cells = cellsNear(x, y, { cellMetres, reachMetres: options.number('mask-metres', 200) });
  return { source: 'mask-addresses', ...national, cells };
}

/** The rows as cells, when every one lies on the lattice of the first and no two are the same. */
function latticeOf({ x, y }: Places, cellMetres: number): Uncounted | null {
  if (x.length < 2) return null;
  const seen = new Set<string>();
  const cells: Cell[] = [];
  const [originX, originY] = [x[0]! - cellMetres / 2, y[0]! - cellMetres / 2];
  for (let row = 0; row < x.length; row++) {
    const steps = [(x[row]! - x[0]!) / cellMetres, (y[row]! - y[0]!) / cellMetres] as const;
    const [column, line] = steps.map(Math.round) as [number, number];
    const isOnLattice = Math.abs(steps[0] - column) < 1e-3 && Math.abs(steps[1] - line) < 1e-3;
    if (!isOnLattice || seen.has(`${column} ${line}`)) return null;
    seen.add(`${column} ${line}`);
    cells.push({ column, row: line });
  }
  return { source: 'rows-are-cells', cellMetres, originX, originY, cells };
}

function refuseTooMany({ x, y }: Places, { cellMetres, file }: { cellMetres: number; file: string }): void {
  const spanOf = (values: Float64Array): number => {
    let [least, greatest] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    return greatest >= least ? greatest - least : 0;
  };
  const cells = (spanOf(x) / cellMetres + 2) * (spanOf(y) / cellMetres + 2);
  if (cells > mostCells) {
    throw new UsageError(
      `The rows of ${file} span ${Math.round(spanOf(x))} by ${Math.round(spanOf(y))} metres, too much for cells of ${cellMetres} m. Is a row far astray? Otherwise name a --mask or larger cells.`,
    );
  }
}

function counted(grid: Uncounted, { x, y }: Places, weights: Float64Array | undefined): StudyGrid {
  const keys = new Map(grid.cells.map((cell, index) => [`${cell.column} ${cell.row}`, index]));
  const counts = new Float64Array(grid.cells.length);
  let [outside, withoutPlace] = [0, 0];
  for (let row = 0; row < x.length; row++) {
    const weight = weights?.[row] ?? 1;
    if (!Number.isFinite(x[row]!) || !Number.isFinite(y[row]!) || !Number.isFinite(weight)) {
      withoutPlace++;
      continue;
    }
    const column = Math.floor((x[row]! - grid.originX) / grid.cellMetres);
    const line = Math.floor((y[row]! - grid.originY) / grid.cellMetres);
    const cell = keys.get(`${column} ${line}`);
    if (cell === undefined) outside += weight;
    else counts[cell]! += weight;
  }
  return { ...grid, counts, outside, withoutPlace };
}

/** The middle of a cell in the coordinates of the input, to the millimetre. */
export function middleOf(
  { originX, originY, cellMetres }: StudyGrid,
  { column, row }: Cell,
): readonly [number, number] {
  return [millimetre(originX + (column + 0.5) * cellMetres), millimetre(originY + (row + 0.5) * cellMetres)];
}

function millimetre(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** What the person should know about the grid. */
export function notesOn({ source, outside, withoutPlace }: StudyGrid): string[] {
  const notes: string[] = [];
  if (source === 'hull-of-events') {
    notes.push(
      'No --mask: the cells cover the hull of the events, with land where nothing can happen. Rank by them; claim nothing.',
    );
  }
  if (source === 'rows-are-cells') notes.push('The rows are the middles of cells and were taken as the grid.');
  if (source === 'mask-addresses')
    notes.push('The mask is made of the addresses given, not of a loaded built-up area.');
  if (outside > 0) notes.push(`${outside} events lie outside the mask and are not counted.`);
  if (withoutPlace > 0) notes.push(`${withoutPlace} rows have no usable coordinates or weight.`);
  return notes;
}
