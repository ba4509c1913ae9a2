/** Local time in Sweden on the demo's sheets, by arithmetic: dates as days since 1970-01-01, times as minutes of the day. */

const dayMs = 86_400_000;

/** Days since 1970-01-01 of an ISO date (`2026-11-01`). */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The same date a number of months away (the last day of a shorter month). */
export function monthsFrom(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

const newYear = 19_723;

/** Share of the year gone, 0 to 1 (years of 365.25 days, counted from 2024). */
export function yearShare(day: number): number {
  const years = (day - newYear) / 365.25;
  return years - Math.floor(years);
}

/** The last Sunday of a month, when the clocks change in March and October. */
function lastSunday(year: number, month: number): number {
  const last = Math.round(Date.UTC(year, month, 0) / dayMs);
  return last - (weekdayOf(last) % 7);
}

const summers = new Map<number, { start: number; end: number }>();

/** Local minutes since 1970 when summer time begins (clock at 02) and ends (clock at 03). */
function summerTime(year: number): { start: number; end: number } {
  const known = summers.get(year) ?? {
    start: lastSunday(year, 3) * 1_440 + 120,
    end: lastSunday(year, 10) * 1_440 + 180,
  };
  summers.set(year, known);
  return known;
}

/**
 * The instant of a local time in Europe/Stockholm, as an ISO string with its offset. Minutes may run past midnight.
 * In the spring's missing hour the clock is read as summer time one hour later; in the autumn's double hour the
 * earlier instant is meant. Rule: Directive 2000/84/EC, changes at 01.00 UTC.
 */
export function stockholm(day: number, minutes: number): string {
  const local = day * 1_440 + Math.round(minutes);
  const { start, end } = summerTime(new Date(local * 60_000).getUTCFullYear());
  const isSummer = local >= start && local < end;
  const shown = isSummer && local < start + 60 ? local + 60 : local;
  return `${new Date(shown * 60_000).toISOString().slice(0, 19)}${isSummer ? '+02:00' : '+01:00'}`;
}
