import { dateOfDay } from '../analysis/calendar.js';

/** A calendar day as a number: days since 1970-01-01. */
export type DayNumber = number;

export const millisecondsPerDay = 86_400_000;
/** The years that the wheel can be turned to. */
export const firstYear = 1990;
export const lastYear = 2100;

/** Day number of a date; `month` from 1. A day past the month's end runs on into the next. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / millisecondsPerDay);
}

/** Day number of `2026-04-29`. */
export function dayOf(date: string): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay);
}

export const dateOf = dateOfDay;

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The last day of a month. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Easter Sunday of the Western churches, by the anonymous Gregorian algorithm (Nature, 20 April 1876, 13:487; S. Butcher,
 * The Ecclesiastical Calendar, 1877, p. 226; J. Meeus, Astronomical Algorithms, 2nd ed., 1998, chapter 8).
 */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const [leapCenturies, left] = [Math.floor(century / 4), century % 4];
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moon + 15) % 30;
  const weekday = (32 + 2 * left + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * correction + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The first such weekday on or after a day. */
export function onOrAfter(day: DayNumber, weekday: number): DayNumber {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

interface Feast {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  /** A day off by the law of Sunday and holidays, or an eve on which offices are closed. */
  readonly free: boolean;
  readonly day: (year: number) => DayNumber;
}

const onDate = (month: number, day: number) => (year: number) => dayNumber(year, month, day);
const fromEaster = (days: number) => (year: number) => easterSunday(year) + days;
const weekdayFrom = (weekday: number, month: number, day: number, later: number) => (year: number) =>
  onOrAfter(dayNumber(year, month, day), weekday) + later;

/**
 * Sweden's feasts and the eves that are kept, in the order of the year: Lag (1989:253) om allmänna helgdagar, midsummer
 * and All Saints' Day as Saturdays since 1953, and the eves that semesterlagen treats as Sundays.
 */
const feastTable = [
  { code: 'nyarsdagen', sv: 'nyårsdagen', en: 'New Year’s Day', free: true, day: onDate(1, 1) },
  { code: 'trettondedagen', sv: 'trettondedag jul', en: 'Epiphany', free: true, day: onDate(1, 6) },
  { code: 'langfredagen', sv: 'långfredagen', en: 'Good Friday', free: true, day: fromEaster(-2) },
  { code: 'paskafton', sv: 'påskafton', en: 'Easter Eve', free: true, day: fromEaster(-1) },
  { code: 'paskdagen', sv: 'påskdagen', en: 'Easter Sunday', free: true, day: fromEaster(0) },
  { code: 'annandag-pask', sv: 'annandag påsk', en: 'Easter Monday', free: true, day: fromEaster(1) },
  { code: 'valborg', sv: 'valborgsmässoafton', en: 'Walpurgis Night', free: false, day: onDate(4, 30) },
  { code: 'forsta-maj', sv: 'första maj', en: 'May Day', free: true, day: onDate(5, 1) },
  { code: 'kristi-himmelsfard', sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day', free: true, day: fromEaster(39) },
  { code: 'pingst', sv: 'pingstdagen', en: 'Whit Sunday', free: true, day: fromEaster(49) },
  { code: 'nationaldagen', sv: 'nationaldagen', en: 'Sweden’s National Day', free: true, day: onDate(6, 6) },
  { code: 'midsommarafton', sv: 'midsommarafton', en: 'Midsummer Eve', free: true, day: weekdayFrom(5, 6, 19, 0) },
  { code: 'midsommardagen', sv: 'midsommardagen', en: 'Midsummer Day', free: true, day: weekdayFrom(6, 6, 20, 0) },
  { code: 'alla-helgon', sv: 'alla helgons dag', en: 'All Saints’ Day', free: true, day: weekdayFrom(6, 10, 31, 0) },
  { code: 'forsta-advent', sv: 'första söndagen i advent', en: 'First Sunday of Advent', free: false, day: weekdayFrom(7, 11, 27, 0) },
  { code: 'lucia', sv: 'luciadagen', en: 'St Lucy’s Day', free: false, day: onDate(12, 13) },
  { code: 'julafton', sv: 'julafton', en: 'Christmas Eve', free: true, day: onDate(12, 24) },
  { code: 'juldagen', sv: 'juldagen', en: 'Christmas Day', free: true, day: onDate(12, 25) },
  { code: 'annandag-jul', sv: 'annandag jul', en: 'Boxing Day', free: true, day: onDate(12, 26) },
  { code: 'nyarsafton', sv: 'nyårsafton', en: 'New Year’s Eve', free: true, day: onDate(12, 31) },
] as const satisfies readonly Feast[]; // prettier-ignore

export type FeastCode = (typeof feastTable)[number]['code'];
export const feastCodes = feastTable.map(({ code }) => code) as [FeastCode, ...FeastCode[]];

/** A feast as it stands in the table. */
export function feastOf(code: FeastCode): Feast {
  return feastTable.find((feast) => feast.code === code)!;
}

/** The feasts and eves of a year, in their order. */
export function feastsOf(year: number): readonly (Omit<Feast, 'day'> & { readonly day: DayNumber })[] {
  return feastTable.map(({ code, sv, en, free, day }) => ({ code, sv, en, free, day: day(year) }));
}

/** Whether offices are closed: a weekend, or a feast. Pay that would come then comes the bank day before. */
export function isFree(day: DayNumber): boolean {
  const year = new Date(day * millisecondsPerDay).getUTCFullYear();
  return weekdayOf(day) >= 6 || feastTable.some((feast) => feast.free && feast.day(year) === day);
}

/** The Monday of an ISO week; `null` when the year has no such week (2026 has a week 53, 2025 has not). */
export function mondayOfWeek(year: number, week: number): DayNumber | null {
  return week >= 1 && week <= weeksIn(year) ? firstMonday(year) + 7 * (week - 1) : null;
}

/** 52 or 53: how many ISO weeks a year has. */
export function weeksIn(year: number): number {
  return (firstMonday(year + 1) - firstMonday(year)) / 7;
}

/** The Monday of the week that holds 4 January. */
function firstMonday(year: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1;
}
