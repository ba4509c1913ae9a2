import { dateOfDay, localTime } from '../analysis/calendar.js';

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
