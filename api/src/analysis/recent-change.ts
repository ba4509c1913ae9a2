import { localDate, millisecondsPerDay, type Period } from './calendar.js';

/** How a place has been lately: counts without a test. */
export interface RecentChange {
  readonly latest28Days: number;
  /** Mean per 28 days earlier in the period; null when the period is not longer than 56 days. */
  readonly mean28DaysBefore: number | null;
  /** First local date of the run that still goes on: at least three events, none more than 28 days after the one before. */
  readonly since: string | null;
}

/** The last 28 days of the period beside the ones before, and since when the present run goes on. Takes events in any order. */
export function recentChange(events: readonly { readonly from: number }[], period: Period): RecentChange {
  const span = 28 * millisecondsPerDay;
  const latest28Days = events.filter((event) => event.from >= period.to - span).length;
  const before = (period.to - period.from) / span - 1;
  return {
    latest28Days,
    mean28DaysBefore: before > 1 ? (events.length - latest28Days) / before : null,
    since: runSince(events, period.to, span),
  };
}

function runSince(events: readonly { readonly from: number }[], end: number, longestGap: number): string | null {
  const instants = events.map((event) => event.from).sort((a, b) => b - a);
  let start = end;
  let length = 0;
  for (const instant of instants) {
    if (start - instant > longestGap) break;
    start = instant;
    length++;
  }
  return length >= 3 ? localDate(start) : null;
}
