import { cellGrid, type CellGrid } from './dbscan-grid.js';
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

/** Cells of a shorter reach could not be numbered exactly over the whole map. */
const shortestEpsMetres = 1e-6;

/**
 * Which points belong to dense places, and which are noise?
 *
 * Exact DBSCAN (Ester et al. 1996; Gunawan's grid of eps/sqrt 2 cells, 2013) for points in metres. Clusters are numbered
 * by their lowest core point and a border point joins the lowest-numbered cluster within reach, so labels are the same
 * as scikit-learn's. A point without coordinates on Earth is noise. Nothing is found when eps is below a thousandth of a millimetre or minPoints is not positive.
 * Expected time grows with the number of points; many points in one place cost nothing extra.
 */
export function dbscan(x: Float64Array, y: Float64Array, options: DbscanOptions): DbscanResult {
  const labels = new Int32Array(x.length).fill(-1);
  const core = new Uint8Array(x.length);
  if (!(options.epsMetres >= shortestEpsMetres) || !(options.minPoints > 0)) return { labels, core, clusters: 0 };
  const grid = emptyGrid(x, y, options);
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

/** The grid with what becomes known of its points and cells. */
interface Grid extends CellGrid {
  readonly isCore: Uint8Array;
  readonly coreInCell: Uint32Array;
  readonly parent: Int32Array;
  readonly clusterOfCell: Int32Array;
}

function emptyGrid(x: Float64Array, y: Float64Array, options: DbscanOptions): Grid {
  const { order, px, py, pw, start, cells, reach } = cellGrid(x, y, options);
  // named one by one: the shape of a spread object is forgotten when memory is tidied, and what was compiled for it with it
  return {
    order,
    px,
    py,
    pw,
    start,
    cells,
    reach,
    isCore: new Uint8Array(order.length),
    coreInCell: new Uint32Array(cells),
    parent: new Int32Array(cells),
    clusterOfCell: new Int32Array(cells).fill(-1),
  };
}

/** A cell that alone weighs enough is core altogether; otherwise each point gathers weight until it has enough. */
function findCores(grid: Grid, { epsMetres, minPoints }: DbscanOptions): void {
  const { start, cells, pw, isCore, coreInCell } = grid;
  const limit = epsMetres * epsMetres;
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
    // without weights it is known how much is in reach at all
    const around = pw ? Infinity : pointsInReach(grid, cell);
    if (around < minPoints) continue;
    for (let point = from; point < past; point++) {
      if (hasEnoughAround(grid, cell, { point, own, around, minPoints, limit })) {
        isCore[point] = 1;
        coreInCell[cell]!++;
      }
    }
  }
}

function pointsInReach({ start, reach }: Grid, cell: number): number {
  let points = 0;
  for (let run = cell * 5; run < cell * 5 + 5; run++) {
    const first = reach.first[run]!;
    points += start[first + reach.count[run]!]! - start[first]!;
  }
  return points;
}

interface Search {
  readonly point: number;
  /** Weight in the point's own cell. */
  readonly own: number;
  /** The most that can be found, the own cell included. */
  readonly around: number;
  readonly minPoints: number;
  readonly limit: number;
}

/** So many points are looked at before asking whether they are enough: thousands of reports at one address are not a product. */
const stretch = 32;

/** The points of a run lie beside each other, so a run is one loop; the search ends when it is decided either way. */
function hasEnoughAround(grid: Grid, cell: number, { point, own, around, minPoints, limit }: Search): boolean {
  const { px, py, pw, start, reach } = grid;
  const x = px[point]!;
  const y = py[point]!;
  const ownFrom = start[cell]!;
  const ownPast = start[cell + 1]!;
  let weight = own;
  let rest = around - own;
  for (let run = cell * 5; run < cell * 5 + 5; run++) {
    if (weight + rest < minPoints) return false;
    const first = reach.first[run]!;
    const past = start[first + reach.count[run]!]!;
    let near = start[first]!;
    rest -= past - near - (run === cell * 5 ? ownPast - ownFrom : 0);
    while (near < past) {
      if (near === ownFrom) near = ownPast;
      const end = Math.min(near + stretch, near < ownFrom && ownFrom < past ? ownFrom : past);
      let found = 0;
      for (; near < end; near++) {
        const dx = px[near]! - x;
        const dy = py[near]! - y;
        // added without a branch: near and far come in no order that a processor could guess, and that made it half as fast
        const hit = Number(dx * dx + dy * dy <= limit);
        found += pw && hit === 1 ? pw[near]! : hit;
      }
      weight += found;
      if (weight >= minPoints) return true;
    }
  }
  return false;
}

/** Union-find over the cells that hold a core point. */
function joinCells(grid: Grid, epsMetres: number): void {
  const { cells, reach, coreInCell, parent } = grid;
  const limit = epsMetres * epsMetres;
  for (let cell = 0; cell < cells; cell++) parent[cell] = cell;
  for (let cell = 0; cell < cells; cell++) {
    if (coreInCell[cell] === 0) continue;
    for (let run = cell * 5; run < cell * 5 + 5; run++) {
      const first = reach.first[run]!;
      const past = Math.min(first + reach.count[run]!, cell);
      for (let other = first; other < past; other++) {
        if (coreInCell[other] === 0) continue;
        const here = findRoot(parent, cell);
        const there = findRoot(parent, other);
        if (here !== there && coresTouch(grid, { cell, other, limit }))
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

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box round a cell's core points: thousands of reports at one address are one corner, not a product. */
function coreBox({ start, px, py, isCore }: Grid, cell: number): Box {
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
  return { west, south, east, north };
}

function coresTouch(grid: Grid, { cell, other, limit }: { cell: number; other: number; limit: number }): boolean {
  const { start, px, py, isCore } = grid;
  const box = coreBox(grid, other);
  for (let here = start[cell]!; here < start[cell + 1]!; here++) {
    if (isCore[here] === 0) continue;
    const x = px[here]!;
    const y = py[here]!;
    if (squaredGap(box, x, y) > limit) continue;
    for (let there = start[other]!; there < start[other + 1]!; there++) {
      if (isCore[there] === 0) continue;
      const dx = px[there]! - x;
      const dy = py[there]! - y;
      if (dx * dx + dy * dy <= limit) return true;
    }
  }
  return false;
}

function squaredGap({ west, south, east, north }: Box, x: number, y: number): number {
  const dx = Math.max(west - x, 0, x - east);
  const dy = Math.max(south - y, 0, y - north);
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
  const { cells, start, order, isCore, coreInCell, clusterOfCell } = grid;
  const limit = epsMetres * epsMetres;
  for (let cell = 0; cell < cells; cell++) {
    if (coreInCell[cell] === 0 && !isClusterInReach(grid, cell)) continue;
    for (let point = start[cell]!; point < start[cell + 1]!; point++) {
      const index = order[point]!;
      result.core[index] = isCore[point]!;
      result.labels[index] = isCore[point] === 1 ? clusterOfCell[cell]! : borderLabel(grid, cell, { point, limit });
    }
  }
}

function isClusterInReach({ reach, clusterOfCell }: Grid, cell: number): boolean {
  for (let run = cell * 5; run < cell * 5 + 5; run++) {
    const first = reach.first[run]!;
    const past = first + reach.count[run]!;
    for (let other = first; other < past; other++) if (clusterOfCell[other] !== -1) return true;
  }
  return false;
}

function borderLabel(grid: Grid, cell: number, { point, limit }: { point: number; limit: number }): number {
  const { px, py, start, reach, isCore, clusterOfCell } = grid;
  const x = px[point]!;
  const y = py[point]!;
  let best = -1;
  for (let run = cell * 5; run < cell * 5 + 5; run++) {
    const first = reach.first[run]!;
    for (let other = first; other < first + reach.count[run]!; other++) {
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
