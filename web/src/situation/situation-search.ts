import { isoWeek } from '../ui/format.js';

/** What stands in the address of the lägesbild. */
export interface SituationSearch {
  /** ISO week, `2026-W46`; left out: the last whole week. */
  vecka?: string;
}

/** Reads the address: what has not the form of a week is left out. Whether there is such a week, the API says. */
export function situationSearch(search: Record<string, unknown>): SituationSearch {
  const { vecka } = search;
  return typeof vecka === 'string' && /^\d{4}-W\d\d$/.test(vecka) ? { vecka } : {};
}

/** The last week that is over, in Sweden, as `2026-W46`. */
export function lastWholeWeek(now: Date): string {
  const { year, week } = isoWeek(new Date(now.getTime() - 7 * 86_400_000).toISOString());
  return `${year}-W${String(week).padStart(2, '0')}`;
}
