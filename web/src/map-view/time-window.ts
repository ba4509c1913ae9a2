import { addDays, type Days } from '../ui/period.js';
import { mondayOf } from './map-period.js';

/** What the time slider shows at once. */
export type WindowStep = 'vecka' | 'manad';

/** A window of whole local days, both ends counted. */
export type TimeWindow = Required<Days>;

const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

function nextMonth(first: string): string {
  return monthOf(addDays(first, 31));
}

/** The window that a day lies in: its week from Monday, or its month. */
export function windowAt(day: string, step: WindowStep): TimeWindow {
  if (step === 'vecka') {
    const from = mondayOf(day);
    return { from, to: addDays(from, 6) };
  }
  const from = monthOf(day);
  return { from, to: addDays(nextMonth(from), -1) };
}

/** Every window that touches the days, in order. Whole days are used, so that a week with a clock change is a week. */
export function windowsOf({ from, to }: TimeWindow, step: WindowStep): readonly TimeWindow[] {
  const found: TimeWindow[] = [];
  for (let next = windowAt(from, step); next.from <= to; next = windowAt(addDays(next.to, 1), step)) found.push(next);
  return found;
}

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The local day of an instant, `2026-10-25`. */
export function dayOf(iso: string): string {
  return swedishDay.format(new Date(iso));
}

/** How many of the days lie in each window. */
export function countByWindow(days: readonly string[], windows: readonly TimeWindow[], step: WindowStep): number[] {
  const at = new Map(windows.map(({ from }, index) => [from, index]));
  const counts = windows.map(() => 0);
  for (const day of days) {
    const index = at.get(windowAt(day, step).from);
    if (index !== undefined) counts[index] = counts[index]! + 1;
  }
  return counts;
}
