import { isoWeek } from '../ui/format.js';
import { addDays, daysOf, periodNames, yearBefore, type Days, type PeriodName } from '../ui/period.js';

/** The periods of the joint map: those that other pages have, and the ones a meeting speaks in. */
export const mapPeriods = ['12m', '28d', 'forra', 't1', 't2', 't3', 'fjolveckor', 'iar', 'ifjol', 'egen'] as const;
export type MapPeriod = (typeof mapPeriods)[number];

export function isMapPeriod(text: string): text is MapPeriod {
  return (mapPeriods as readonly string[]).includes(text);
}

function isShared(period: MapPeriod): period is PeriodName {
  return (periodNames as readonly string[]).includes(period);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The Monday of an ISO week; a week 53 that the year lacks is its last. */
export function mondayOfWeek(year: number, week: number): string {
  const last = isoWeek(`${year}-12-28`).week;
  return addDays(mondayOf(`${year}-01-04`), 7 * (Math.min(week, last) - 1));
}

/** The same ISO week a year earlier, by its Monday. */
export function sameWeekYearBefore(monday: string): string {
  const { year, week } = isoWeek(monday);
  return mondayOfWeek(year - 1, week);
}

/** Year of the latest tertial of this number that has begun. */
export function tertialYear(tertial: number, today: string): number {
  const year = Number(today.slice(0, 4));
  return Number(today.slice(5, 7)) > (tertial - 1) * 4 ? year : year - 1;
}

function tertialDays(tertial: number, today: string): Required<Days> {
  const year = tertialYear(tertial, today);
  const first = (month: number) => `${month > 12 ? year + 1 : year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`; // prettier-ignore
  return { from: first(tertial * 4 - 3), to: addDays(first(tertial * 4 + 1), -1) };
}

/**
 * The days of a period.
 *
 * @param today the local day in Sweden, `2026-11-21`
 * @param own first and last day of a period of one's own
 */
export function mapDays(period: MapPeriod, today: string, own: { fran?: string; till?: string } = {}): Days {
  if (isShared(period)) return daysOf(period, today, own);
  const lastMonday = addDays(mondayOf(today), -7);
  if (period === 'forra') return { from: lastMonday, to: addDays(lastMonday, 6) };
  if (period === 'fjolveckor') {
    const from = sameWeekYearBefore(addDays(lastMonday, -21));
    return { from, to: addDays(from, 27) };
  }
  return tertialDays(Number(period.slice(1)), today);
}

/** How many days a period has, both ends counted. */
export function lengthOf({ from, to }: Required<Days>): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
}

export const comparisons = ['fjol', 'fore', 'egen'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The days that a period is held against: the same a year ago (whole weeks by their numbers, else by their dates), as many
 * days just before, or a period of one's own. `null` when the first has no ends or the own one is not whole.
 */
export function comparedDays(
  how: Comparison,
  days: Days,
  own: { from?: string | undefined; to?: string | undefined },
): Required<Days> | null {
  if (how === 'egen') {
    if (own.from === undefined || own.to === undefined) return null;
    return own.from <= own.to ? { from: own.from, to: own.to } : { from: own.to, to: own.from };
  }
  const { from, to } = days;
  if (from === undefined || to === undefined || from > to) return null;
  const length = lengthOf({ from, to });
  if (how === 'fore') return { from: addDays(from, -length), to: addDays(from, -1) };
  if (length % 7 === 0 && length < 364 && mondayOf(from) === from) {
    const first = sameWeekYearBefore(from);
    return { from: first, to: addDays(first, length - 1) };
  }
  const first = yearBefore(from);
  // A whole year is held against a whole year, also when one of them has a 29 February.
  return { from: first, to: length >= 364 ? addDays(from, -1) : yearBefore(to) };
}
