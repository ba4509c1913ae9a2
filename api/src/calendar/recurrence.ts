import {
  dateOf,
  dayNumber,
  dayOf,
  daysInMonth,
  type DayNumber,
  type FeastCode,
  feastOf,
  isFree,
  millisecondsPerDay,
  mondayOfWeek,
  onOrAfter,
  weekdayOf,
  weeksIn,
} from './feast.js';

export const sides = ['nearest', 'before', 'on-or-before', 'after', 'on-or-after'] as const;
export type Side = (typeof sides)[number];
export const undatedReasons = ['ongoing', 'when-needed', 'not-set'] as const;
export const timesBounds = ['at-least', 'about', 'exactly'] as const;

/** A day of every year; 29 February falls on the 28th in a common year. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

/**
 * When something comes back. Weekdays are 1 Monday to 7 Sunday, weeks are ISO 8601 weeks, an empty `months` is every
 * month, and `days` is how long it lasts, counted with its first day.
 */
export type Rule =
  | ({ readonly kind: 'date'; readonly toMonth: number | null; readonly toDay: number | null } & YearDay)
  | { readonly kind: 'weeks'; readonly week: number; readonly toWeek: number | null; readonly weekday: number | null }
  | { readonly kind: 'nth-weekday'; readonly months: readonly number[]; readonly nth: number; readonly weekday: number; readonly days: number }
  | { readonly kind: 'after-day'; readonly months: readonly number[]; readonly day: number; readonly weekday: number; readonly pay: boolean; readonly days: number }
  | { readonly kind: 'feast'; readonly feast: FeastCode; readonly offset: number; readonly days: number }
  | { readonly kind: 'weekday-by'; readonly weekday: number; readonly side: Side; readonly feast: FeastCode | null; readonly month: number | null; readonly day: number | null; readonly days: number }
  | { readonly kind: 'every-weeks'; readonly from: string; readonly every: number; readonly until: string | null; readonly days: number }
  | { readonly kind: 'times'; readonly bound: (typeof timesBounds)[number]; readonly count: number; readonly per: 'year' | 'month'; readonly dates: readonly YearDay[] }
  | { readonly kind: 'once'; readonly from: string; readonly to: string }
  | { readonly kind: 'undated'; readonly when: (typeof undatedReasons)[number] }; // prettier-ignore

export type RuleKind = Rule['kind'];

/** Both days counted, `YYYY-MM-DD`. */
export interface Span {
  readonly date: string;
  readonly endDate: string;
}

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * The times of a year at which a rule falls, in order; one that runs over New Year belongs to the year in which it
 * begins, one by weeks to the year of its ISO week. Empty when it does not fall that year: week 53, a fifth Friday.
 */
export function datesOf(rule: Rule, year: number): Span[] {
  switch (rule.kind) {
    case 'date':
      return [dateSpan(rule, year)];
    case 'weeks':
      return weeksSpan(rule, year);
    case 'nth-weekday':
      return monthsOf(rule.months).flatMap((month) => lasting(nthWeekday(year, month, rule), rule.days));
    case 'after-day':
      return monthsOf(rule.months).flatMap((month) => lasting(afterDay(year, month, rule), rule.days));
    case 'feast':
      return lasting(feastOf(rule.feast).day(year) + rule.offset, rule.days);
    case 'weekday-by':
      return lasting(weekdayBy(rule, year), rule.days);
    case 'every-weeks':
      return everyWeeks(rule, year);
    case 'times':
      return unique(rule.dates.map((day) => yearDay(day, year)).toSorted((a, b) => a - b)).flatMap((day) => lasting(day, 1)); // prettier-ignore
    case 'once':
      return Number(rule.from.slice(0, 4)) === year ? [{ date: rule.from, endDate: rule.to }] : [];
    case 'undated':
      return [];
  }
}

function monthsOf(months: readonly number[]): readonly number[] {
  return months.length === 0 ? everyMonth : unique(months.toSorted((a, b) => a - b));
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)];
}

function lasting(day: DayNumber | null, days: number): Span[] {
  return day === null ? [] : [{ date: dateOf(day), endDate: dateOf(day + days - 1) }];
}

function yearDay({ month, day }: YearDay, year: number): DayNumber {
  return dayNumber(year, month, Math.min(day, daysInMonth(year, month)));
}

function dateSpan(rule: Extract<Rule, { kind: 'date' }>, year: number): Span {
  const first = yearDay(rule, year);
  if (rule.toMonth === null || rule.toDay === null) return { date: dateOf(first), endDate: dateOf(first) };
  const end = { month: rule.toMonth, day: rule.toDay };
  const last = yearDay(end, year);
  return { date: dateOf(first), endDate: dateOf(last >= first ? last : yearDay(end, year + 1)) };
}

/** A last week that is smaller than the first lies in the next year; week 53 as the last is the year's last week. */
function weeksSpan({ week, toWeek, weekday }: Extract<Rule, { kind: 'weeks' }>, year: number): Span[] {
  const monday = mondayOfWeek(year, week);
  if (monday === null) return [];
  if (weekday !== null) return lasting(monday + weekday - 1, 1);
  const last = toWeek ?? week;
  const lastMonday = last < week ? mondayOfWeek(year + 1, last)! : mondayOfWeek(year, Math.min(last, weeksIn(year)))!;
  return [{ date: dateOf(monday), endDate: dateOf(lastMonday + 6) }];
}

function nthWeekday(year: number, month: number, rule: { nth: number; weekday: number }): DayNumber | null {
  const lastDay = dayNumber(year, month, daysInMonth(year, month));
  if (rule.nth === -1) return lastDay - ((weekdayOf(lastDay) - rule.weekday + 7) % 7);
  const found = onOrAfter(dayNumber(year, month, 1), rule.weekday) + 7 * (rule.nth - 1);
  return found <= lastDay ? found : null;
}

/** Pay that would come on a free day comes the last day before that is not, and the weekend comes with it. */
function afterDay(year: number, month: number, rule: { day: number; weekday: number; pay: boolean }): DayNumber {
  let day = yearDay({ month, day: rule.day }, year);
  while (rule.pay && isFree(day)) day -= 1;
  return onOrAfter(day, rule.weekday);
}

function weekdayBy(rule: Extract<Rule, { kind: 'weekday-by' }>, year: number): DayNumber | null {
  const anchor = anchorOf(rule, year);
  if (anchor === null) return null;
  const next = onOrAfter(anchor, rule.weekday);
  switch (rule.side) {
    case 'on-or-after':
      return next;
    case 'after':
      return next === anchor ? next + 7 : next;
    case 'before':
      return next - 7;
    case 'on-or-before':
      return next === anchor ? next : next - 7;
    case 'nearest':
      return next - anchor <= 3 ? next : next - 7;
  }
}

function anchorOf({ feast, month, day }: Extract<Rule, { kind: 'weekday-by' }>, year: number): DayNumber | null {
  if (feast !== null) return feastOf(feast).day(year);
  return month === null || day === null ? null : yearDay({ month, day }, year);
}

function everyWeeks(rule: Extract<Rule, { kind: 'every-weeks' }>, year: number): Span[] {
  const step = 7 * rule.every;
  const start = dayOf(rule.from);
  const until = Math.min(dayNumber(year, 12, 31), rule.until === null ? Infinity : dayOf(rule.until));
  const behind = Math.max(0, Math.ceil((dayNumber(year, 1, 1) - start) / step));
  const found: Span[] = [];
  for (let day = start + behind * step; day <= until; day += step) found.push(...lasting(day, rule.days));
  return found;
}

/** The years whose times may touch a span of days. */
export function yearsTouching({ date, endDate }: Span): number[] {
  const year = (day: DayNumber) => new Date(day * millisecondsPerDay).getUTCFullYear();
  const [first, last] = [year(dayOf(date)) - 1, year(dayOf(endDate)) + 1];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
