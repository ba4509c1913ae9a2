import { poissonQuantile } from './exact-test.js';

/** What counts as near and as dense. */
export interface DbscanOptions {
  /** Two points are neighbours when they are at most this far apart; a point is its own neighbour. */
  readonly epsMetres: number;
  /** A point is core when its neighbours weigh at least this much together. */
  readonly minPoints: number;
  /** How many events a point stands for (not negative); 1 each when absent. */
  readonly weights?: Float64Array;
}

export interface DbscanResult {
  /** Per point: the number of its cluster from 0, or -1 for noise. */
  readonly labels: Int32Array;
  /** Per point: 1 when it is core. */
  readonly core: Uint8Array;
  readonly clusters: number;
}

/**
 * Which points belong to dense places, and which are noise?
 *
 * Exact DBSCAN (Ester et al. 1996; Gunawan's grid of eps/sqrt 2 cells, 2013) for points in metres. Clusters are numbered
 * by their lowest core point and a border point joins the lowest-numbered cluster within reach, so labels are the same
 * as scikit-learn's. A point without finite coordinates is noise. Nothing is found when eps or minPoints is not positive.
 * Expected time grows with the number of points; many points in one place cost nothing extra.
 */
export function dbscan(x: Float64Array, y: Float64Array, options: DbscanOptions): DbscanResult {
  const labels = new Int32Array(x.length).fill(-1);
  const core = new Uint8Array(x.length);
  if (!(options.epsMetres > 0) || !(options.minPoints > 0)) return { labels, core, clusters: 0 };
  const grid = buildGrid(x, y, options);
  findCores(grid, options);
  joinCells(grid, options.epsMetres);
  const clusters = numberClusters(grid);
  labelPoints(grid, options.epsMetres, { labels, core });
  return { labels, core, clusters };
}

/**
 * The smallest number of events within eps that an even spread over the built-up area would almost never show:
 * max(5, 1 + the 99.9 % quantile of a Poisson count with mean N pi eps^2 / A). A rule for drawing places, not a test.
 * Without a usable area the answer is 5.
 */
export function minPointsRule(events: number, epsMetres: number, areaSquareMetres: number): number {
  const mean = (events * Math.PI * epsMetres ** 2) / areaSquareMetres;
  if (!Number.isFinite(mean) || mean <= 0) return 5;
  return Math.max(5, 1 + poissonQuantile(0.999, mean));
}

/** Points sorted by cell; every pair in one cell is within eps, and all neighbours are in the 21 cells around. */
interface Grid {
  /** Original index, coordinates and weight of each sorted point. */
  readonly order: Uint32Array;
  readonly px: Float64Array;
  readonly py: Float64Array;
  readonly pw: Float64Array | undefined;
  /** First sorted point of each occupied cell, and one past the last at the end. */
  readonly start: Uint32Array;
  readonly cells: number;
  /** Five runs of neighbouring occupied cells per cell, as [first, past] pairs. */
  readonly reach: Uint32Array;
  readonly isCore: Uint8Array;
  readonly coreInCell: Uint32Array;
  readonly parent: Int32Array;
  readonly clusterOfCell: Int32Array;
}

function buildGrid(x: Float64Array, y: Float64Array, { epsMetres, weights }: DbscanOptions): Grid {
  const side = (epsMetres / Math.SQRT2) * (1 - 1e-12);
  const finite = finiteIndices(x, y);
  const columns = cellNumbers(x, finite, side);
  const rows = cellNumbers(y, finite, side);
  const order = sortedByCell(finite, columns, rows);
  const { start, cells, cellColumn, cellRow } = occupiedCells(order, columns, rows);
  return {
    order,
    px: gathered(x, order),
    py: gathered(y, order),
    pw: weights ? gathered(weights, order) : undefined,
    start,
    cells,
    reach: neighbourRuns(cellColumn, cellRow, cells),
    isCore: new Uint8Array(order.length),
    coreInCell: new Uint32Array(cells),
    parent: new Int32Array(cells),
    clusterOfCell: new Int32Array(cells).fill(-1),
  };
}

/** Values in sorted order, so that the points of a cell lie beside each other in memory. */
function gathered(values: Float64Array, order: Uint32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place]!]!;
  return sorted;
}

function occupiedCells(order: Uint32Array, columns: Float64Array, rows: Float64Array) {
  const start = new Uint32Array(order.length + 1);
  const cellColumn = new Float64Array(order.length);
  const cellRow = new Float64Array(order.length);
  let cells = 0;
  for (let sorted = 0; sorted < order.length; sorted++) {
    const column = columns[order[sorted]!]!;
    const row = rows[order[sorted]!]!;
    if (cells > 0 && cellColumn[cells - 1] === column && cellRow[cells - 1] === row) continue;
    start[cells] = sorted;
    cellColumn[cells] = column;
    cellRow[cells] = row;
    cells++;
  }
  start[cells] = order.length;
  return { start, cells, cellColumn, cellRow };
}

function finiteIndices(x: Float64Array, y: Float64Array): Uint32Array {
  const indices = new Uint32Array(x.length);
  let count = 0;
  for (let index = 0; index < x.length; index++) {
    if (Number.isFinite(x[index]!) && Number.isFinite(y[index]!)) indices[count++] = index;
  }
  return indices.subarray(0, count);
}

function cellNumbers(values: Float64Array, indices: Uint32Array, side: number): Float64Array {
  let least = Infinity;
  for (const index of indices) if (values[index]! < least) least = values[index]!;
  const numbers = new Float64Array(values.length);
  for (const index of indices) numbers[index] = Math.floor((values[index]! - least) / side);
  return numbers;
}

/** Radix sort, least digit first and stable: by column, then by row; within a cell the original order stays. */
function sortedByCell(indices: Uint32Array, columns: Float64Array, rows: Float64Array): Uint32Array {
  let from = indices;
  let to: Uint32Array = new Uint32Array(indices.length);
  for (const numbers of [columns, rows]) {
    let greatest = 0;
    for (const index of indices) if (numbers[index]! > greatest) greatest = numbers[index]!;
    for (let unit = 1; unit <= greatest; unit *= 65536) {
      sortByDigit(from, to, numbers, unit);
      [from, to] = [to, from === indices ? new Uint32Array(indices.length) : from];
    }
  }
  return from;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, numbers: Float64Array, unit: number): void {
  const places = new Uint32Array(65537);
  const digitOf = (index: number): number =>
    (unit === 1 ? numbers[index]! : Math.floor(numbers[index]! / unit)) % 65536;
  for (const index of from) places[digitOf(index) + 1]!++;
  for (let digit = 1; digit < 65536; digit++) places[digit]! += places[digit - 1]!;
  for (const index of from) to[places[digitOf(index)]!++] = index;
}

/** For rows -2 to 2, the run of occupied cells within reach; five pointers only ever move forward. */
function neighbourRuns(cellColumn: Float64Array, cellRow: Float64Array, cells: number): Uint32Array {
  const reach = new Uint32Array(cells * 10);
  for (let step = -2; step <= 2; step++) {
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
      reach[cell * 10 + (step + 2) * 2] = first;
      reach[cell * 10 + (step + 2) * 2 + 1] = past;
    }
  }
  return reach;
}

/** A cell that alone weighs enough is core altogether; otherwise each point gathers weight until it has enough. */
function findCores(grid: Grid, { epsMetres, minPoints }: DbscanOptions): void {
  const { start, cells, pw, isCore, coreInCell } = grid;
  for (let cell = 0; cell < cells; cell++) {
    const from = start[cell]!;
    const past = start[cell + 1]!;
    let own = 0;
    if (pw) for (let point = from; point < past; point++) own += pw[point]!;
    else own = past - from;
    if (own >= minPoints) {
      isCore.fill(1, from, past);
      coreInCell[cell] = past - from;
      continue;
    }
    for (let point = from; point < past; point++) {
      if (hasEnoughAround(grid, cell, { point, own, minPoints, limit: epsMetres * epsMetres })) {
        isCore[point] = 1;
        coreInCell[cell]!++;
      }
    }
  }
}

interface Search {
  readonly point: number;
  readonly own: number;
  readonly minPoints: number;
  readonly limit: number;
}

function hasEnoughAround(grid: Grid, cell: number, { point, own, minPoints, limit }: Search): boolean {
  const { px, py, pw, start, reach } = grid;
  const x = px[point]!;
  const y = py[point]!;
  let weight = own;
  for (let run = cell * 10; run < cell * 10 + 10; run += 2) {
    for (let other = reach[run]!; other < reach[run + 1]!; other++) {
      if (other === cell) continue;
      const past = start[other + 1]!;
      for (let near = start[other]!; near < past; near++) {
        const dx = px[near]! - x;
        const dy = py[near]! - y;
        if (dx * dx + dy * dy <= limit) {
          weight += pw ? pw[near]! : 1;
          if (weight >= minPoints) return true;
        }
      }
    }
  }
  return false;
}

/** Union-find over the cells that hold a core point. */
function joinCells(grid: Grid, epsMetres: number): void {
  const { cells, reach, coreInCell, parent } = grid;
  const boxes = coreBoxes(grid);
  const limit = epsMetres * epsMetres;
  for (let cell = 0; cell < cells; cell++) parent[cell] = cell;
  for (let cell = 0; cell < cells; cell++) {
    if (coreInCell[cell] === 0) continue;
    for (let run = cell * 10; run < cell * 10 + 10; run += 2) {
      const past = Math.min(reach[run + 1]!, cell);
      for (let other = reach[run]!; other < past; other++) {
        if (coreInCell[other] === 0) continue;
        const here = findRoot(parent, cell);
        const there = findRoot(parent, other);
        if (here !== there && coresTouch(grid, boxes, { cell, other, limit }))
          parent[Math.max(here, there)] = Math.min(here, there);
      }
    }
  }
}

function findRoot(parent: Int32Array, cell: number): number {
  let root = cell;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}

/** West, south, east, north of each cell's core points: thousands of reports at one address are one corner, not a product. */
function coreBoxes({ cells, start, px, py, isCore }: Grid): Float64Array {
  const boxes = new Float64Array(cells * 4);
  for (let cell = 0; cell < cells; cell++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let point = start[cell]!; point < start[cell + 1]!; point++) {
      if (isCore[point] === 0) continue;
      const x = px[point]!;
      const y = py[point]!;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes[cell * 4] = west;
    boxes[cell * 4 + 1] = south;
    boxes[cell * 4 + 2] = east;
    boxes[cell * 4 + 3] = north;
  }
  return boxes;
}

function coresTouch(grid: Grid, boxes: Float64Array, pair: { cell: number; other: number; limit: number }): boolean {
  const { start, px, py, isCore } = grid;
  const { cell, other, limit } = pair;
  for (let here = start[cell]!; here < start[cell + 1]!; here++) {
    if (isCore[here] === 0) continue;
    const x = px[here]!;
    const y = py[here]!;
    if (squaredGap(boxes, other, x, y) > limit) continue;
    for (let there = start[other]!; there < start[other + 1]!; there++) {
      if (isCore[there] === 0) continue;
      const dx = px[there]! - x;
      const dy = py[there]! - y;
      if (dx * dx + dy * dy <= limit) return true;
    }
  }
  return false;
}

function squaredGap(boxes: Float64Array, cell: number, x: number, y: number): number {
  const dx = Math.max(boxes[cell * 4]! - x, 0, x - boxes[cell * 4 + 2]!);
  const dy = Math.max(boxes[cell * 4 + 1]! - y, 0, y - boxes[cell * 4 + 3]!);
  return dx * dx + dy * dy;
}

/** Roots are numbered in the order of the lowest original index of a core point. */
function numberClusters({ cells, start, order, isCore, parent, clusterOfCell }: Grid): number {
  const lowest = new Map<number, number>();
  for (let cell = 0; cell < cells; cell++) {
    for (let point = start[cell]!; point < start[cell + 1]!; point++) {
      if (isCore[point] === 0) continue;
      const root = findRoot(parent, cell);
      const known = lowest.get(root);
      if (known === undefined || order[point]! < known) lowest.set(root, order[point]!);
      clusterOfCell[cell] = root;
      // within a cell the original order stays, so the first core point is the lowest
      break;
    }
  }
  const numbers = new Map([...lowest].sort((a, b) => a[1] - b[1]).map(([root], number) => [root, number]));
  for (let cell = 0; cell < cells; cell++) {
    if (clusterOfCell[cell] !== -1) clusterOfCell[cell] = numbers.get(clusterOfCell[cell]!)!;
  }
  return numbers.size;
}

/** Core points take their cell's cluster; a border point the lowest-numbered cluster with a core point within eps. */
function labelPoints(grid: Grid, epsMetres: number, result: { labels: Int32Array; core: Uint8Array }): void {
  const { cells, start, order, isCore, clusterOfCell } = grid;
  for (let cell = 0; cell < cells; cell++) {
    for (let point = start[cell]!; point < start[cell + 1]!; point++) {
      const index = order[point]!;
      result.core[index] = isCore[point]!;
      result.labels[index] =
        isCore[point] === 1 ? clusterOfCell[cell]! : borderLabel(grid, cell, point, epsMetres * epsMetres);
    }
  }
}

function borderLabel(
  { px, py, start, reach, isCore, clusterOfCell }: Grid,
  cell: number,
  point: number,
  limit: number,
): number {
  const x = px[point]!;
  const y = py[point]!;
  let best = -1;
  for (let run = cell * 10; run < cell * 10 + 10; run += 2) {
    for (let other = reach[run]!; other < reach[run + 1]!; other++) {
      const cluster = clusterOfCell[other]!;
      if (cluster === -1 || (best !== -1 && cluster >= best)) continue;
      for (let near = start[other]!; near < start[other + 1]!; near++) {
        if (isCore[near] === 0) continue;
        const dx = px[near]! - x;
        const dy = py[near]! - y;
        if (dx * dx + dy * dy <= limit) {
          best = cluster;
          break;
        }
      }
    }
  }
  return best;
}
