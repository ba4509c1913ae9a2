import { localDate, millisecondsPerDay, type Period } from './calendar.js';

/** How a place has been lately: counts and a description, without a test. */
export interface RecentChange {
  readonly latest28Days: number;
  /** Mean per 28 days earlier in the period; of the whole earlier part when that is shorter than 28 days. */
  readonly mean28DaysBefore: number;
  /** Local date since which events have come at least twice as often as before; null when there is no such day. */
  readonly since: string | null;
}

const span = 28 * millisecondsPerDay;
const fewestSince = 8;
const shortestRise = 14 * millisecondsPerDay;

/** The last 28 days of the period beside the ones before, and since when it has risen. Events of the period, in any order. */
export function recentChange(events: readonly { readonly from: number }[], period: Period): RecentChange {
  const latest28Days = events.filter((event) => event.from >= period.to - span).length;
  const spansBefore = Math.max(1, (period.to - span - period.from) / span);
  return {
    latest28Days,
    mean28DaysBefore: (events.length - latest28Days) / spansBefore,
    since: risingSince(events, period),
  };
}

/**
 * When a clear rise began: the day that splits the period so that the rate after it is at least twice the rate before,
 * with at least eight events and fourteen days after it and the split within the last half.
 */
function risingSince(events: readonly { readonly from: number }[], period: Period): string | null {
  const instants = new Float64Array(events.length);
  for (let index = 0; index < instants.length; index++) instants[index] = events[index]!.from;
  instants.sort();
  const middle = (period.from + period.to) / 2;
  let best: { at: number; ratio: number } | null = null;
  for (let index = 0; index < instants.length; index++) {
    const at = instants[index]!;
    const after = instants.length - index;
    if (at < middle || after < fewestSince || period.to - at < shortestRise) continue;
    const rateAfter = after / (period.to - at);
    const rateBefore = Math.max(index, 1) / (at - period.from);
    const ratio = rateAfter / rateBefore;
    if (ratio >= 2 && (best === null || ratio > best.ratio)) best = { at, ratio };
  }
  return best && localDate(best.at);
}
