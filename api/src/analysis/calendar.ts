import { Temporal } from 'temporal-polyfill';

/** A span of instants in epoch milliseconds; `to` is not part of it. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What the clock and the calendar on the wall show at an instant. */
export interface LocalTime {
  /** Days since 1970-01-01 by the local date: a number that can be counted with. */
  readonly day: number;
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
}

/** Which clock counts: the one on the wall in Sweden, or UTC for data whose local zone is unknown. */
export type Clock = 'Europe/Stockholm' | 'UTC';

export const millisecondsPerMinute = 60_000;
export const millisecondsPerHour = 3_600_000;
export const millisecondsPerDay = 86_400_000;
/** 52 whole weeks: the step that keeps both the season and the weekday. */
const daysPerYearOfWeeks = 364;
/** Longer periods are moved by the calendar year instead; moved by 52 weeks they would overlap themselves. */
const longestPeriodMovedByWeeks = 350 * millisecondsPerDay;

/**
 * Local date, weekday and clock of an instant. Between two changes of the clock the distance to UTC is constant, so
 * the zone is asked once per half-year and 20,000 events cost a few milliseconds.
 */
export function localTime(instant: number, clock: Clock = 'Europe/Stockholm'): LocalTime {
  const local = instant + (clock === 'UTC' ? 0 : offsetAt(instant));
  const day = Math.floor(local / millisecondsPerDay);
  const minutes = Math.floor((local - day * millisecondsPerDay) / millisecondsPerMinute);
  return { day, weekday: modulo(day + 3, 7), hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const spans: OffsetSpan[] = [];
let latest: OffsetSpan | undefined;

function offsetAt(instant: number): number {
  if (latest && instant >= latest.from && instant < latest.to) return latest.offset;
  latest = spans.find((span) => instant >= span.from && instant < span.to) ?? askZone(instant);
  return latest.offset;
}

function askZone(instant: number): OffsetSpan {
  const zoned = stockholm(instant);
  // "previous" looks strictly before, so the moment after is asked about
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = zoned.getTimeZoneTransition('next');
  const span = {
    from: before?.epochMilliseconds ?? -Infinity,
    to: after?.epochMilliseconds ?? Infinity,
    offset: zoned.offsetNanoseconds / 1e6,
  };
  spans.push(span);
  return span;
}

function stockholm(instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO('Europe/Stockholm');
}

/** The local date of an instant as `2026-03-29`. */
export function localDate(instant: number): string {
  return dateOfDay(localTime(instant).day);
}

const dates = new Map<number, string>();
const mostDates = 20_000;

/** Day number (since 1970-01-01) to `2026-03-29`. */
export function dateOfDay(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
  // the days of fifty years; events of a town are of a few thousand
  if (dates.size < mostDates) dates.set(day, date);
  return date;
}

/** The instant when a local day begins in Sweden. */
export function startOfDay(day: number): number {
  const guess = day * millisecondsPerDay;
  return guess - offsetAt(guess - offsetAt(guess));
}

/** The date on which the night of an instant began: from 12:00 to 12:00 local, so one night out has one date. */
export function nightOf(instant: number): string {
  const { day, hour } = localTime(instant);
  return dateOfDay(hour < 12 ? day - 1 : day);
}

/** ISO 8601 week of a local day: the week that holds its Thursday names the year. */
export function isoWeekOfDay(day: number): { readonly year: number; readonly week: number } {
  const thursday = day - modulo(day + 3, 7) + 3;
  const year = new Date(thursday * millisecondsPerDay).getUTCFullYear();
  const firstDay = Math.floor(Date.UTC(year, 0, 1) / millisecondsPerDay);
  return { year, week: Math.floor((thursday - firstDay) / 7) + 1 };
}

/** ISO week of an instant in local time, as `2026-W14`. */
export function isoWeek(instant: number): string {
  const { year, week } = isoWeekOfDay(localTime(instant).day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The day number of the Monday that begins the instant's local week. */
export function mondayOf(instant: number): number {
  const { day, weekday } = localTime(instant);
  return day - weekday;
}

/** The local month of an instant, as `2026-03`. */
export function monthOf(instant: number): string {
  return localDate(instant).slice(0, 7);
}

/** Can the calendar show this instant? JavaScript's dates reach 100 million days either way. */
export function isInstant(instant: number): boolean {
  return Math.abs(instant) <= 8.64e15;
}

/** Two instants, the second later than the first. */
export function isPeriod({ from, to }: Period): boolean {
  return isInstant(from) && isInstant(to) && to > from;
}

/** The local weeks that touch a period, Monday to Monday, in order. */
export function weeksOf(period: Period): (Period & { readonly week: string })[] {
  const weeks: (Period & { week: string })[] = [];
  if (!isPeriod(period)) return weeks;
  for (let monday = mondayOf(period.from); startOfDay(monday) < period.to; monday += 7) {
    const from = startOfDay(monday);
    weeks.push({ from, to: startOfDay(monday + 7), week: isoWeek(from) });
  }
  return weeks;
}

/** The local months that touch a period, in order. */
export function monthsOf(period: Period): (Period & { readonly month: string })[] {
  const months: (Period & { month: string })[] = [];
  if (!isPeriod(period)) return months;
  const firstDay = new Date(localTime(period.from).day * millisecondsPerDay);
  for (let step = 0; ; step++) {
    const from = startOfMonth(firstDay, step);
    if (from >= period.to) return months;
    months.push({ from, to: startOfMonth(firstDay, step + 1), month: monthOf(from) });
  }
}

function startOfMonth(date: Date, step: number): number {
  return startOfDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1) / millisecondsPerDay);
}

/**
 * The same weeks of earlier years, latest first, as far as reports go back: each is the whole period moved back by 52
 * weeks (a period of about a year by the calendar year) and begins at or after `historyFrom`. Empty without a whole one.
 */
export function sameWeeksOfEarlierYears(period: Period, historyFrom: number | null): Period[] {
  if (historyFrom === null || !isPeriod(period)) return [];
  const earlier: Period[] = [];
  for (let years = 1; years <= 100; years++) {
    const moved = { from: yearsBack(period.from, years, period), to: yearsBack(period.to, years, period) };
    if (moved.from < historyFrom) return earlier;
    earlier.push(moved);
  }
  return earlier;
}

function yearsBack(instant: number, years: number, { from, to }: Period): number {
  const byWeeks = to - from <= longestPeriodMovedByWeeks;
  const { day } = localTime(instant);
  // The usual case, ten thousand times for ten years of weeks: from midnight to midnight, which no change of the clock touches.
  if (byWeeks && startOfDay(day) === instant) return startOfDay(day - daysPerYearOfWeeks * years);
  const zoned = stockholm(instant);
  return zoned.subtract(byWeeks ? { days: daysPerYearOfWeeks * years } : { years }).epochMilliseconds;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
