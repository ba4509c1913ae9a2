import { isPlace, type Places } from './near-pairs.js';

/** Events by column: where (metres, or degrees for great-circle distance) and on which day (a whole number; parts are cut). */
export interface DatedEvents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly day: Float64Array;
  /**
   * How many events each row stands for, whole (parts are cut); 1 each when absent. A row of weight 0 is a place without
   * events: its day is not read, and circles are drawn around it too.
   */
  readonly weights?: Float64Array;
}

/** Events in one fixed order (by place, then day), so that chance meets them alike in whatever order they were given. */
export interface OrderedEvents {
  readonly places: Places;
  /** The first row of the input at each place. */
  readonly firstRow: Uint32Array;
  /** First event of each place, and one past the last at the end. */
  readonly start: Uint32Array;
  /** Row of the input of each event. */
  readonly row: Uint32Array;
  /** Per event: the number of its day among the days that have events. */
  readonly rank: Int32Array;
  /** The days that have events, rising. */
  readonly days: Float64Array;
  /** How many events lie on earlier days than each of `days`, and all of them at the end. */
  readonly before: Float64Array;
  /** Rows left out: no place, no day, a weight that is none, or a day after `lastDay`. */
  readonly dropped: number;
}

const largestWeight = 1_000_000;

/** Puts the usable rows up to and with `lastDay` in order and collapses those at exactly the same coordinates to places. */
export function orderEvents(input: DatedEvents, lastDay = Infinity): OrderedEvents {
  const { x, y, day } = input;
  const weightOf = (row: number): number => Math.floor(input.weights ? input.weights[row]! : 1);
  const dayOf = (row: number): number => (weightOf(row) === 0 ? -Infinity : Math.floor(day[row]!));
  const isUsable = (row: number): boolean => {
    const weight = weightOf(row);
    if (!isPlace(x[row]!, y[row]!) || !(weight >= 0) || weight > largestWeight) return false;
    return weight === 0 || (Math.abs(day[row]!) <= 1e8 && dayOf(row) <= lastDay);
  };
  const usable = Array.from(x.keys()).filter(isUsable);
  // two without a day give NaN, which sorts as equal; what is equal stays in the order of the input
  usable.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || dayOf(a) - dayOf(b));
  const row: number[] = [];
  const start: number[] = [];
  const firstRow: number[] = [];
  for (const one of usable) {
    const place = firstRow.at(-1);
    if (place === undefined || x[one] !== x[place] || y[one] !== y[place]) {
      start.push(row.length);
      firstRow.push(one);
    } else firstRow[firstRow.length - 1] = Math.min(place, one);
    for (let count = weightOf(one); count > 0; count--) row.push(one);
  }
  return {
    places: { x: Float64Array.from(firstRow, (one) => x[one]!), y: Float64Array.from(firstRow, (one) => y[one]!) },
    firstRow: Uint32Array.from(firstRow),
    start: Uint32Array.from([...start, row.length]),
    row: Uint32Array.from(row),
    ...countDays(Float64Array.from(row, dayOf)),
    dropped: x.length - usable.length,
  };
}

function countDays(dayOf: Float64Array): Pick<OrderedEvents, 'rank' | 'days' | 'before'> {
  const days = Float64Array.from(new Set(dayOf)).sort();
  const rankOf = new Map(Array.from(days, (value, rank) => [value, rank]));
  const rank = Int32Array.from(dayOf, (value) => rankOf.get(value)!);
  const before = new Float64Array(days.length + 1);
  for (const one of rank) before[one + 1]!++;
  for (let one = 0; one < days.length; one++) before[one + 1]! += before[one]!;
  return { rank, days, before };
}
