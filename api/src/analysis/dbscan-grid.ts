import { isPlace } from './near-pairs.js';

/** Points sorted by the square cell that they lie in; only cells with points are kept, whatever ground lies between. */
export interface CellGrid {
  /** Original index, coordinates and weight of each sorted point. */
  readonly order: Uint32Array;
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pw: Float64Array | undefined;
  /** First sorted point of each occupied cell, and one past the last at the end. */
  readonly start: Uint32Array;
  readonly cells: number;
  readonly reach: Reach;
}

/** Five runs of neighbouring occupied cells per cell, the cell's own row first: the first cell of each, and how many. */
export interface Reach {
  readonly first: Uint32Array;
  readonly count: Uint8Array;
}

/** One coordinate of the points, cut into columns (or rows) from the least value on. */
interface Axis {
  readonly values: Float64Array;
  readonly least: number;
  readonly side: number;
}

function numberAt({ values, least, side }: Axis, index: number): number {
  return Math.floor((values[index]! - least) / side);
}

/**
 * Which points can be neighbours at all? Cells of eps/sqrt 2 (Gunawan 2013), a hair less: every pair in one cell is within
 * eps, and whatever is within eps of a point lies in the 21 cells around. Points without coordinates on Earth (see `isPlace`) are left out.
 * Nothing is kept per cell that does not exist and no array is longer than it must be, so that millions of points fit.
 */
export function cellGrid(
  x: Float64Array,
  y: Float64Array,
  { epsMetres, weights }: { readonly epsMetres: number; readonly weights?: Float64Array },
): CellGrid {
  const side = (epsMetres / Math.SQRT2) * (1 - 1e-12);
  const placed = placedIndices(x, y);
  const [across, up] = [x, y].map((values) => ({ values, least: leastOf(values, placed), side })) as [Axis, Axis];
  const order = sortedByCell(placed, [across, up]);
  const [px, py] = [gathered(x, order), gathered(y, order)];
  const { start, cells, cellColumn, cellRow } = occupiedCells(
    { values: px, least: across.least, side },
    { values: py, least: up.least, side },
  );
  const pw = weights ? gathered(weights, order) : undefined;
  return { order, px, py, pw, start, cells, reach: neighbourRuns(cellColumn, cellRow, cells) };
}

/** Values in sorted order, so that the points of a cell lie beside each other in memory. */
function gathered(values: Float64Array, order: Uint32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place]!]!;
  return sorted;
}

interface CellsFound {
  readonly start: Uint32Array;
  readonly cellColumn: Float64Array;
  readonly cellRow: Float64Array;
}

/** Counted first and written then: twice reckoning costs less than arrays that are long enough for the worst. */
function occupiedCells(across: Axis, up: Axis): CellsFound & { readonly cells: number } {
  const cells = walkCells(across, up, undefined);
  const [start, cellColumn, cellRow] = [new Uint32Array(cells + 1), new Float64Array(cells), new Float64Array(cells)];
  walkCells(across, up, { start, cellColumn, cellRow });
  start[cells] = across.values.length;
  return { start, cells, cellColumn, cellRow };
}

/** How many cells the sorted points lie in; writes where each begins when there is room given. */
function walkCells(across: Axis, up: Axis, found: CellsFound | undefined): number {
  let cells = 0;
  let [latestColumn, latestRow] = [-1, -1];
  for (let point = 0; point < across.values.length; point++) {
    const column = numberAt(across, point);
    const row = numberAt(up, point);
    if (column === latestColumn && row === latestRow) continue;
    if (found) {
      found.start[cells] = point;
      found.cellColumn[cells] = column;
      found.cellRow[cells] = row;
    }
    cells++;
    latestColumn = column;
    latestRow = row;
  }
  return cells;
}

function placedIndices(x: Float64Array, y: Float64Array): Uint32Array {
  const indices = new Uint32Array(x.length);
  let count = 0;
  for (let index = 0; index < x.length; index++) {
    if (isPlace(x[index]!, y[index]!)) indices[count++] = index;
  }
  return indices.subarray(0, count);
}

function leastOf(values: Float64Array, indices: Uint32Array): number {
  let least = Infinity;
  for (let place = 0; place < indices.length; place++) least = Math.min(least, values[indices[place]!]!);
  return least;
}

/** Radix sort, least digit first and stable: by column, then by row; within a cell the original order stays. */
function sortedByCell(indices: Uint32Array, axes: readonly Axis[]): Uint32Array {
  let from = indices;
  let to: Uint32Array = new Uint32Array(indices.length);
  // a few points are sorted sooner by more and shorter digits
  const base = indices.length < 8192 ? 256 : 65536;
  for (const axis of axes) {
    let greatest = 0;
    for (let place = 0; place < from.length; place++) greatest = Math.max(greatest, numberAt(axis, from[place]!));
    for (let unit = 1; unit <= greatest; unit *= base) {
      sortByDigit(from, to, { axis, unit, base });
      [from, to] = [to, from];
    }
  }
  return from;
}

function sortByDigit(
  from: Uint32Array,
  to: Uint32Array,
  { axis, unit, base }: { axis: Axis; unit: number; base: number },
): void {
  const places = new Uint32Array(base + 1);
  const digitOf = (index: number): number =>
    (unit === 1 ? numberAt(axis, index) : Math.floor(numberAt(axis, index) / unit)) % base;
  for (let place = 0; place < from.length; place++) places[digitOf(from[place]!) + 1]!++;
  for (let digit = 1; digit < base; digit++) places[digit]! += places[digit - 1]!;
  for (let place = 0; place < from.length; place++) {
    const index = from[place]!;
    to[places[digitOf(index)]!++] = index;
  }
}

const rowsInReach = [0, -1, 1, -2, 2];

/** Per row, two pointers that only ever move forward over the cells. */
function neighbourRuns(cellColumn: Float64Array, cellRow: Float64Array, cells: number): Reach {
  const reach = { first: new Uint32Array(cells * 5), count: new Uint8Array(cells * 5) };
  for (const [run, step] of rowsInReach.entries()) {
    // the corner cells two away in both directions begin exactly eps away
    const half = Math.abs(step) === 2 ? 1 : 2;
    let first = 0;
    let past = 0;
    for (let cell = 0; cell < cells; cell++) {
      const row = cellRow[cell]! + step;
      const column = cellColumn[cell]!;
      while (first < cells && (cellRow[first]! < row || (cellRow[first] === row && cellColumn[first]! < column - half)))
        first++;
      if (past < first) past = first;
      while (past < cells && (cellRow[past]! < row || (cellRow[past] === row && cellColumn[past]! <= column + half)))
        past++;
      reach.first[cell * 5 + run] = first;
      reach.count[cell * 5 + run] = past - first;
    }
  }
  return reach;
}
