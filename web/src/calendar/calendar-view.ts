import type { CalendarEntry, Ring } from './calendar-api.js';

/** The rings from the rim inwards. */
export const ringOrder: readonly Ring[] = ['police', 'municipality', 'joint', 'communication'];

/** The entries that touch a year. */
export function ofYear(entries: readonly CalendarEntry[], year: number): CalendarEntry[] {
  return entries.filter(({ date, endDate }) => date <= `${year}-12-31` && endDate >= `${year}-01-01`);
}

/** A number for each activity, in the order in which they first come in the year: the same on the wheel and in the list. */
export function numbersOf(entries: readonly CalendarEntry[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { activityId, ring, status } of entries)
    if (activityId !== null && ring !== null && status !== 'skipped' && !numbers.has(activityId))
      numbers.set(activityId, numbers.size + 1);
  return numbers;
}

export interface Grouped {
  /** Their lead time has begun and they have not. */
  readonly prepare: readonly CalendarEntry[];
  readonly coming: readonly CalendarEntry[];
  readonly past: readonly CalendarEntry[];
}

/** What is to be prepared, what comes and what was, seen from a day; what stands under *prepare* stands there only. */
export function grouped(entries: readonly CalendarEntry[], today: string): Grouped {
  const isPrepared = ({ status, prepareFrom, date }: CalendarEntry) =>
    status === 'planned' && prepareFrom !== null && prepareFrom <= today && today < date;
  return {
    prepare: entries.filter(isPrepared),
    coming: entries.filter((entry) => !isPrepared(entry) && entry.endDate >= today),
    past: entries.filter(({ endDate }) => endDate < today).toReversed(),
  };
}

/** How many days until a day; 0 or less when it has begun. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
}

/** By month, in order: `2026-04`. */
export function byMonth(entries: readonly CalendarEntry[]): { month: string; entries: CalendarEntry[] }[] {
  const months = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const month = entry.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([month, own]) => ({ month, entries: own }));
}
