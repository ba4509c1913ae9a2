import { poissonUpperTail } from './exact-test.js';
import { eachNearPair, isPlace, type DistanceKind } from './near-pairs.js';
import { bandOf, bandsFrom, upperEdges, type Band } from './near-repeat-bands.js';
import { createRandom } from './random.js';
import type { Watching } from './scan-statistic.js';

export interface NearRepeatOptions extends Watching {
  /** Edges of the distance bands, half-open: [1, 100] gives [0,1) [1,100) [100,∞). The first band is "the same place". */
  readonly bandsMetres: readonly number[];
  /** Edges of the bands of days, half-open: [7, 14] gives [0,7) [7,14) [14,∞). Whole days 0 to 6 are [0,7). */
  readonly bandsDays: readonly number[];
  /** How many times the dates are shuffled; 999 by custom, 0 for the exact expectation alone. */
  readonly permutations: number;
  readonly seed: number;
  readonly distance: DistanceKind;
}

/** One cell of the table: pairs of events this far apart in space and this far apart in time. */
export interface NearRepeatCell {
  readonly metres: Band;
  readonly days: Band;
  /** Pairs seen, and how many different events they are made of: one long series makes many pairs of few events. */
  readonly observed: number;
  /** Null in the last distance band, where nearly every event has a pair and they are not listed. */
  readonly events: number | null;
  /** Exact mean over all ways of shuffling the dates: (pairs of the row) x (pairs of the column) / (all pairs). */
  readonly expected: number;
  /** Observed over expected; null when nothing is expected. */
  readonly ratio: number | null;
  /** (1 + shuffles with at least as many pairs) / (1 + shuffles); null without shuffles. */
  readonly p: number | null;
  /**
   * As `p`, but true for all near cells together: how often the dates shuffled show a cell as unlikely as this anywhere in the
   * table. What is picked out of the table is told by this. Null where `p` is, and in the last band of distance or of days.
   */
  readonly adjustedP: number | null;
  /** P(X >= observed) for a Poisson count with the expected mean: quick, and a little off because pairs share events. */
  readonly poissonP: number;
}

export interface NearRepeatResult {
  /**
   * `nothing-to-test`: fewer than two usable events, or no time between any two (no shuffle can change the table).
   * `too-many-pairs`: counted, with exact expectations, but too many near pairs to shuffle: p is null.
   * `stopped`: told to stop; p comes from the shuffles made (null when there was none).
   */
  readonly status: 'tested' | 'nothing-to-test' | 'too-many-pairs' | 'stopped';
  /** Row by row: all bands of days of the nearest distance band first. Empty when stopped while still counting. */
  readonly cells: readonly NearRepeatCell[];
  readonly parameters: {
    readonly method: 'knox-near-repeat';
    readonly bandsMetres: readonly Band[];
    readonly bandsDays: readonly Band[];
    readonly permutations: number;
    readonly seed: number;
    readonly distance: DistanceKind;
    readonly events: number;
    readonly pairs: number;
    /** Events without a place or a time. */
    readonly droppedEvents: number;
  };
}

/** More near pairs than this are counted but not kept for shuffling. */
const mostPairsKept = 5_000_000;

/**
 * After an event, do more follow near it soon than place and time apart would give?
 *
 * Knox' test (1964, Applied Statistics 13, doi 10.2307/2985220) in bands of distance and time, as in near-repeat studies
 * (Ratcliffe and Rengert 2008, doi 10.1057/palgrave.sj.8350068). Every pair of events is counted once. A cell chosen from
 * the table is judged by the least p of each shuffled table (Westfall and Young 1993, Resampling-Based Multiple Testing). Bands are
 * half-open and labelled as they are. `day` is any number of days (whole ones for dates); x and y are metres (degrees
 * with `great-circle`). Events without a place or a time are left out and counted. The table does not depend on the
 * order of the input, and neither does p with the same seed.
 */
export function nearRepeat(
  input: { readonly x: Float64Array; readonly y: Float64Array; readonly day: Float64Array },
  options: NearRepeatOptions,
): NearRepeatResult {
  const events = inFixedOrder(input);
  const bandsMetres = bandsFrom(options.bandsMetres, 'metres');
  const bandsDays = bandsFrom(options.bandsDays, 'days');
  const table = countPairs(events, { ...options, bandsMetres, bandsDays });
  const canShuffle = events.x.length >= 2 && events.day.some((day) => day !== events.day[0]);
  const permutations = options.permutations >= 1 ? Math.floor(options.permutations) : 0;
  const shuffled =
    canShuffle && table.kept && !table.stopped
      ? shuffle(events.day, table, { ...options, permutations })
      : { made: 0, reached: null, adjusted: null };
  let status: NearRepeatResult['status'] = shuffled.made < permutations ? 'stopped' : 'tested';
  if (table.stopped) status = 'stopped';
  else if (!canShuffle) status = 'nothing-to-test';
  else if (!table.kept) status = 'too-many-pairs';
  return {
    status,
    cells: table.stopped ? [] : cellsOf(table, { bandsMetres, bandsDays, shuffled }),
    parameters: {
      method: 'knox-near-repeat',
      bandsMetres,
      bandsDays,
      permutations: shuffled.made,
      seed: options.seed,
      distance: options.distance,
      events: events.x.length,
      pairs: table.pairs,
      droppedEvents: input.x.length - events.x.length,
    },
  };
}

interface Events {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly day: Float64Array;
}

function inFixedOrder({ x, y, day }: Events): Events {
  const order = Array.from(x.keys()).filter((event) => isPlace(x[event]!, y[event]!) && Math.abs(day[event]!) <= 1e8);
  order.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || day[a]! - day[b]!);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (event) => values[event]!);
  return { x: pick(x), y: pick(y), day: pick(day) };
}

interface Table {
  /** Pairs by distance band and band of days, row by row; the last row by difference. */
  readonly observed: Float64Array;
  readonly events: Uint32Array;
  readonly columnTotals: Float64Array;
  readonly pairs: number;
  /** Event, event and distance band of each near pair, one after the other; undefined when there were too many. */
  readonly kept: Int32Array | undefined;
  readonly edges: Float64Array;
  readonly stopped: boolean;
}

interface Bands {
  readonly bandsMetres: readonly Band[];
  readonly bandsDays: readonly Band[];
}

/** Only near pairs are visited; pairs in the furthest band are what is left of each column's total. */
function countPairs({ x, y, day }: Events, options: Omit<NearRepeatOptions, keyof Bands> & Bands): Table {
  const { bandsMetres, bandsDays, distance, shouldStop } = options;
  const columns = bandsDays.length;
  const far = bandsMetres.length - 1;
  const edges = upperEdges(bandsDays);
  const metresEdges = upperEdges(bandsMetres);
  const observed = new Float64Array(bandsMetres.length * columns);
  const takingPart = Array.from({ length: far * columns }, () => new Uint8Array(x.length));
  const pairs = (x.length * Math.max(0, x.length - 1)) / 2;
  const kept = createPairList();
  let visited = 0;
  let stopped = false;
  eachNearPair({ x, y }, { reachMetres: bandsMetres[far]!.from, distance }, (a, b, metres) => {
    if (++visited % 1_000_000 === 0 && shouldStop?.()) {
      stopped = true;
      return false;
    }
    const row = bandOf(metresEdges, metres);
    if (row === far) return true;
    const cell = row * columns + bandOf(edges, Math.abs(day[a]! - day[b]!));
    observed[cell]!++;
    takingPart[cell]![a] = 1;
    takingPart[cell]![b] = 1;
    kept.add(a, b, row);
    return true;
  });
  const columnTotals = pairsByDays(day, edges);
  fillFarRow(observed, columnTotals);
  const events = Uint32Array.from(takingPart, (marks) => marks.reduce((sum, mark) => sum + mark, 0));
  return { observed, events, columnTotals, pairs, kept: kept.all(), edges, stopped };
}

/** Near pairs for the shuffles, three numbers each; all of them, or none when there were more than `mostPairsKept`. */
function createPairList(): { add: (a: number, b: number, row: number) => void; all: () => Int32Array | undefined } {
  let list = new Int32Array(3 * 4096);
  let size = 0;
  return {
    add: (a, b, row) => {
      if (size > 3 * mostPairsKept) return;
      if (size === list.length) {
        const larger = new Int32Array(2 * size);
        larger.set(list);
        list = larger;
      }
      list[size] = a;
      list[size + 1] = b;
      list[size + 2] = row;
      size += 3;
    },
    all: () => (size > 3 * mostPairsKept ? undefined : list.subarray(0, size)),
  };
}

function fillFarRow(observed: Float64Array, columnTotals: Float64Array): void {
  const columns = columnTotals.length;
  const far = observed.length - columns;
  for (let column = 0; column < columns; column++) {
    let near = 0;
    for (let cell = column; cell < far; cell += columns) near += observed[cell]!;
    observed[far + column] = columnTotals[column]! - near;
  }
}

/** How many pairs of all events lie in each band of days. */
function pairsByDays(day: Float64Array, edges: Float64Array): Float64Array {
  const sorted = day.slice().sort();
  const closer = Array.from(edges, (edge) => {
    let pairs = 0;
    for (let later = 0, first = 0; later < sorted.length; later++) {
      while (sorted[later]! - sorted[first]! >= edge) first++;
      pairs += later - first;
    }
    return pairs;
  });
  return Float64Array.from(closer, (pairs, column) => pairs - (closer[column - 1] ?? 0));
}

interface Shuffled {
  readonly made: number;
  /** Per cell: shuffles with at least as many pairs as observed; null when none was made. */
  readonly reached: Uint32Array | null;
  /** Per cell: its p among all near cells; NaN for the others. */
  readonly adjusted: Float64Array | null;
}

function shuffle(
  days: Float64Array,
  { kept, observed, columnTotals, edges }: Table,
  { permutations, seed, onProgress, shouldStop }: Omit<NearRepeatOptions, keyof Bands>,
): Shuffled {
  const random = createRandom(seed);
  const day = days.slice();
  const reached = new Uint32Array(observed.length);
  const counts = new Float64Array(observed.length);
  const columns = columnTotals.length;
  const near = nearCells(observed.length, columns);
  // per near cell, its count in every shuffle
  const drawn = near.map(() => new Float64Array(permutations));
  const result = (made: number): Shuffled =>
    made > 0
      ? { made, reached, adjusted: adjustedOf(near, observed, drawn.map((counted) => counted.subarray(0, made))) } // prettier-ignore
      : { made, reached: null, adjusted: null };
  for (let made = 0; made < permutations; made++) {
    if (shouldStop?.()) return result(made);
    for (let last = day.length - 1; last > 0; last--) {
      const other = random.integer(last + 1);
      const moved = day[last]!;
      day[last] = day[other]!;
      day[other] = moved;
    }
    counts.fill(0);
    for (let pair = 0; pair < kept!.length; pair += 3) {
      const apart = Math.abs(day[kept![pair]!]! - day[kept![pair + 1]!]!);
      counts[kept![pair + 2]! * columns + bandOf(edges, apart)]!++;
    }
    fillFarRow(counts, columnTotals);
    for (let cell = 0; cell < counts.length; cell++) if (counts[cell]! >= observed[cell]!) reached[cell]!++;
    for (const [place, cell] of near.entries()) drawn[place]![made] = counts[cell]!;
    onProgress?.(made + 1, permutations);
  }
  return result(permutations);
}

/** The cells that are near in space and in time: neither the last row nor the last column. */
function nearCells(cells: number, columns: number): number[] {
  return Array.from({ length: cells }, (_, cell) => cell).filter(
    (cell) => cell < cells - columns && cell % columns < columns - 1,
  );
}

/** The observed table is one of the shuffled ones: every table has a least p among its near cells, and a cell is ranked among those. */
function adjustedOf(near: readonly number[], observed: Float64Array, drawn: readonly Float64Array[]): Float64Array {
  const adjusted = new Float64Array(observed.length).fill(NaN);
  const tables = 1 + (drawn[0]?.length ?? 0);
  const least = new Float64Array(tables).fill(Infinity);
  const own = near.map((cell, place) => {
    const counts = Float64Array.of(observed[cell]!, ...drawn[place]!);
    const p = ranksOf(counts);
    for (let table = 0; table < tables; table++) least[table] = Math.min(least[table]!, p[table]!);
    return p[0]!;
  });
  for (const [place, cell] of near.entries()) {
    let asUnlikely = 0;
    for (const one of least) if (one <= own[place]!) asUnlikely++;
    adjusted[cell] = asUnlikely / tables;
  }
  return adjusted;
}

/** Per count, the share of all counts that are at least as large. */
function ranksOf(counts: Float64Array): Float64Array {
  const sorted = counts.slice().sort();
  return counts.map((count) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < count) low = middle + 1;
      else high = middle;
    }
    return (sorted.length - low) / sorted.length;
  });
}

function cellsOf(
  { observed, events, columnTotals, pairs }: Table,
  { bandsMetres, bandsDays, shuffled }: Bands & { readonly shuffled: Shuffled },
): NearRepeatCell[] {
  const columns = bandsDays.length;
  return bandsMetres.flatMap((metres, row) => {
    const rowTotal = observed.subarray(row * columns, (row + 1) * columns).reduce((sum, count) => sum + count, 0);
    return bandsDays.map((days, column) => {
      const cell = row * columns + column;
      const expected = pairs > 0 ? (rowTotal * columnTotals[column]!) / pairs : 0;
      return {
        metres,
        days,
        observed: observed[cell]!,
        events: events[cell] ?? null,
        expected,
        ratio: expected > 0 ? observed[cell]! / expected : null,
        p: shuffled.reached ? (1 + shuffled.reached[cell]!) / (1 + shuffled.made) : null,
        adjustedP: shuffled.adjusted && !Number.isNaN(shuffled.adjusted[cell]!) ? shuffled.adjusted[cell]! : null,
        poissonP: poissonUpperTail(observed[cell]!, expected),
      };
    });
  });
}
