import { dateOfDay, localTime } from '../analysis/calendar.js';
import { isOneHome } from '../analysis/clusters.js';
import type { AnalysedEvent } from '../analysis/hygiene.js';

/** Minutes after local midnight when the night's search begins: 03:30. */
const beginsAtMinute = 210;

/** The local date of the latest 03:30: the night that should have been searched by now. */
export function latestNight(now: number): string {
  const { day, hour, minute } = localTime(now);
  return dateOfDay(60 * hour + minute >= beginsAtMinute ? day : day - 1);
}

/** The local day before a night's date, as a day number: the last one that reports can cover. */
export function dayBefore(night: string): number {
  return Math.round(Date.parse(night) / 86_400_000) - 1;
}

/** What may be told of: gatherings at a single home are handled elsewhere and never shown. `rows` are places in `events`. */
export function besidesHomes<Found extends { readonly rows: readonly number[] }>(
  found: readonly Found[],
  events: readonly AnalysedEvent[],
): Found[] {
  return found.filter(({ rows }) => !isOneHome(rows.map((row) => events[row]!)));
}
