/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** What a rate is counted against: the whole period, or a stretch of the calendar that comes back. */
export const perUnits = ['period', 'year', 'tertial', 'quarter', 'month', 'three-weeks', 'week'] as const;
export type PerUnit = (typeof perUnits)[number];

const millisecondsPerDay = 86_400_000;
const monthsIn: Partial<Record<PerUnit, number>> = { year: 12, tertial: 4, quarter: 3, month: 1 };
const daysIn: Partial<Record<PerUnit, number>> = { 'three-weeks': 21, week: 7 };

/** How many days there are from one day to another, both counted; 0 when the first lies after the last. */
export function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay) + 1);
}

/**
 * How many of a unit go in a stretch of days, both ends counted, with fractions: a leap year is one year, January and
 * February are two months whether they have 59 days or 60, and ten days are 10/7 weeks. `period` counts days.
 */
export function unitsBetween(from: Day, to: Day, per: PerUnit): number {
  const days = daysBetween(from, to);
  const months = monthsIn[per];
  if (months !== undefined) return monthsBetween(from, to) / months;
  return days / (daysIn[per] ?? 1);
}

/** Whole months, and what is left over as a share of the month in which it lies. */
function monthsBetween(from: Day, to: Day): number {
  if (daysBetween(from, to) === 0) return 0;
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const end = Date.parse(to) + millisecondsPerDay;
  let whole = Math.max(0, Math.floor((end - Date.parse(from)) / (31 * millisecondsPerDay)) - 1);
  while (monthsAfter(year, month + whole + 1, day) <= end) whole += 1;
  const start = monthsAfter(year, month + whole, day);
  return whole + (end - start) / (monthsAfter(year, month + whole + 1, day) - start);
}

/** The same day of another month, or that month's last day when it is shorter. `month` may run past December. */
function monthsAfter(year: number, month: number, day: number): number {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Date.UTC(year, month - 1, Math.min(day, last));
}
