import {
  dateOfDay,
  isoWeek,
  isoWeekOfDay,
  localTime,
  millisecondsPerDay,
  mondayOf,
  type Period,
  startOfDay,
} from '../analysis/calendar.js';
import { type WeekFigure, weeklyFigures } from '../analysis/trend.js';
import type { UsualFacts } from '../hotspots/sentence.js';

/** An ISO week in Sweden, Monday to Sunday. */
export interface Week extends Period {
  /** `2026-W46`. */
  readonly text: string;
  readonly year: number;
  readonly number: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** An event as the week counts it. */
export interface SituationEvent {
  /** When it began, epoch milliseconds. */
  readonly from: number;
  readonly category: string;
  /** The reporting organisation. */
  readonly source: string;
  readonly area: string | null;
  /** Known well enough to be drawn. */
  readonly placed: boolean;
  /** False: counted although nobody has reviewed it yet. */
  readonly reviewed?: boolean;
  /** Outside the municipality: told, never counted. */
  readonly outside: boolean;
}

/** One row of a table: this week's count and what the same week usually brings. */
export interface CountedKey {
  readonly key: string;
  readonly count: number;
  readonly usual: UsualFacts;
}

/** The figures of one week. Sums: areas and `withoutArea` make `count`; categories do; sources do. */
export interface SituationFigures {
  readonly count: number;
  readonly usual: UsualFacts;
  /** Every area asked about, the largest first; those with nothing too. */
  readonly areas: readonly CountedKey[];
  /** Categories with events this week, and those that fell below the usual. */
  readonly categories: readonly CountedKey[];
  readonly sources: readonly { readonly key: string; readonly count: number }[];
  readonly outside: number;
  /** Counted, but not to be drawn on a map. */
  readonly withoutPlace: number;
  /** Counted, but not reviewed yet. */
  readonly unreviewed: number;
  /** Counted, but in no known area. */
  readonly withoutArea: number;
  /** The last day counted: Sunday, or today in a week that is not over. */
  readonly countedTo: string;
  readonly running: boolean;
  /** How many earlier years the comparison rests on. */
  readonly years: number;
}

/** With fewer events than this, now and in the earlier weeks together, nothing is said about what is usual. */
const fewestToCompare = 10;

/** How often an ordinary week falls outside the band: one in ten, for the total and for each table as a whole. */
const outsideBand = 0.1;

/** Reads `2026-W46`; null when there is no such week (2026 has a week 53, 2025 has not). */
export function readWeek(text: string): Week | null {
  const match = /^((?:19|20)\d\d)-W(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, number] = [Number(match[1]), Number(match[2])];
  const fourth = Math.floor(Date.UTC(year, 0, 4) / millisecondsPerDay);
  const monday = fourth - localTime(startOfDay(fourth)).weekday + (number - 1) * 7;
  const found = isoWeekOfDay(monday);
  return found.year === year && found.week === number ? weekFrom(monday) : null;
}

/** The week some weeks away from an instant's own: 0 the running one, -1 the last whole one. */
export function weekAround(instant: number, weeks = 0): Week {
  return weekFrom(mondayOf(instant) + 7 * weeks);
}

function weekFrom(monday: number): Week {
  const from = startOfDay(monday);
  const { year, week } = isoWeekOfDay(monday);
  const days = { firstDay: dateOfDay(monday), lastDay: dateOfDay(monday + 6) };
  return { from, to: startOfDay(monday + 7), text: isoWeek(from), year, number: week, ...days };
}

export interface SituationInput {
  /** All events there are, those of earlier years included. */
  readonly events: readonly SituationEvent[];
  readonly week: Week;
  /** When the first event was ever reported; earlier weeks are unknown, not empty. */
  readonly historyFrom: number | null;
  /** Keys of all areas, so that one without events is shown too. */
  readonly areas: readonly string[];
  readonly now: number;
}

/**
 * How was the week, against the same week and its neighbours of earlier years, in all, per area and per category? A week
 * that is not over is compared with the same days of earlier weeks, and is never called calm. Design: docs/methods/situation.md.
 */
export function situationFigures(input: SituationInput): SituationFigures {
  const { events, week, now } = input;
  const running = now < week.to;
  const days = running ? localTime(now).weekday + 1 : 7;
  const comparable = events.filter((event) => localTime(event.from).weekday < days);
  const inside = comparable.filter((event) => !event.outside);
  const counted = inside.filter((event) => within(event.from, week));
  const compare = { ...input, running };
  const whole = usualOf(inside, 1 - outsideBand, compare);
  return {
    count: counted.length,
    usual: whole.usual,
    areas: rows(inside, (event) => event.area, { ...compare, always: input.areas }),
    categories: rows(inside, (event) => event.category, { ...compare, always: [] }),
    sources: tally(counted, (event) => event.source),
    outside: comparable.filter((event) => event.outside && within(event.from, week)).length,
    withoutPlace: counted.filter((event) => !event.placed).length,
    unreviewed: counted.filter((event) => event.reviewed === false).length,
    withoutArea: counted.filter((event) => event.area === null || !input.areas.includes(event.area)).length,
    countedTo: running ? dateOfDay(localTime(now).day) : week.lastDay,
    running,
    years: whole.normal?.years ?? 0,
  };
}

function within(instant: number, { from, to }: Period): boolean {
  return instant >= from && instant < to;
}

type Compare = Pick<SituationInput, 'week' | 'historyFrom'> & { readonly running: boolean };

/** A table: its band is so wide that an ordinary week has no row outside it nine times in ten, however many the rows. */
function rows(
  events: readonly SituationEvent[],
  keyOf: (event: SituationEvent) => string | null,
  compare: Compare & { readonly always: readonly string[] },
): CountedKey[] {
  const groups = new Map<string, SituationEvent[]>(compare.always.map((key) => [key, []]));
  for (const event of events) {
    const key = keyOf(event);
    if (key === null || (compare.always.length > 0 && !groups.has(key))) continue;
    const own = groups.get(key);
    if (own) own.push(event);
    else groups.set(key, [event]);
  }
  const level = 1 - outsideBand / Math.max(1, groups.size);
  return [...groups]
    .map(([key, own]) => ({ key, ...usualOf(own, level, compare) }))
    .filter(({ count, usual }) => compare.always.length > 0 || count > 0 || usual.status === 'fewer')
    .map(({ key, count, usual }) => ({ key, count, usual }))
    .sort((a, b) => b.count - a.count || b.usual.expected - a.usual.expected || (a.key < b.key ? -1 : 1));
}

function usualOf(events: readonly SituationEvent[], level: number, { week, historyFrom, running }: Compare) {
  const instants = events.map((event) => event.from);
  const period = { from: week.from, to: week.to };
  const { count, normal } = weeklyFigures(instants, { period, historyFrom, level })[0]!;
  return { count, normal, usual: usualFacts(count, normal, running) };
}

function usualFacts(count: number, normal: WeekFigure['normal'], running: boolean): UsualFacts {
  const nothing = { expected: 0, low: 0, high: 0 };
  if (normal === null) return { status: 'first-year', ...nothing };
  const { expected, low, high, years } = normal;
  const seen = count + Math.round(expected * years * 3);
  if (seen < fewestToCompare) return { status: 'too-few', ...nothing, neededMore: fewestToCompare - seen };
  if (count > high) return { status: 'more', expected, low, high };
  // Today is not over: few so far is not few.
  if (running && count < low) return { status: 'too-few', ...nothing };
  return { status: count < low ? 'fewer' : 'as-usual', expected, low, high };
}

function tally(
  events: readonly SituationEvent[],
  keyOf: (event: SituationEvent) => string,
): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(keyOf(event), (counts.get(keyOf(event)) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
