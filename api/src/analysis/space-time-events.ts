import { isPlace, type Places } from './near-pairs.js';

/** Events by column: where (metres, or degrees for great-circle distance) and on which day (a whole number; parts are cut). */
export interface DatedEvents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly day: Float64Array;
}

/** Events in one fixed order (by place, then day), so that the answer does not depend on the order of the input. */
export interface OrderedEvents {
  readonly places: Places;
  /** First event of each place, and one past the last at the end. */
  readonly start: Uint32Array;
  /** Index in the input of each event. */
  readonly index: Uint32Array;
  /** Per event: the number of its day among the days that have events. */
  readonly rank: Int32Array;
  /** The days that have events, rising. */
  readonly days: Float64Array;
  /** How many events lie on earlier days than each of `days`, and all of them at the end. */
  readonly before: Float64Array;
  /** Events left out: no place, no day, or a day after `lastDay`. */
  readonly dropped: number;
}

/** Puts the usable events up to and with `lastDay` in order and collapses those at exactly the same coordinates to places. */
export function orderEvents({ x, y, day }: DatedEvents, lastDay = Infinity): OrderedEvents {
  const usable: number[] = [];
  for (let event = 0; event < x.length; event++) {
    if (isPlace(x[event]!, y[event]!) && Math.abs(day[event]!) <= 1e8 && Math.floor(day[event]!) <= lastDay) {
      usable.push(event);
    }
  }
  const dayOf = (event: number): number => Math.floor(day[event]!);
  const index = Uint32Array.from(usable).sort(
    (a, b) => x[a]! - x[b]! || y[a]! - y[b]! || dayOf(a) - dayOf(b) || a - b,
  );
  const starts: number[] = [];
  for (let event = 0; event < index.length; event++) {
    const here = index[event]!;
    const previous = index[event - 1];
    if (previous === undefined || x[here] !== x[previous] || y[here] !== y[previous]) starts.push(event);
  }
  const first = Uint32Array.from(starts, (event) => index[event]!);
  return {
    places: { x: Float64Array.from(first, (event) => x[event]!), y: Float64Array.from(first, (event) => y[event]!) },
    start: Uint32Array.from([...starts, index.length]),
    index,
    ...countDays(Float64Array.from(index, dayOf)),
    dropped: x.length - index.length,
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
