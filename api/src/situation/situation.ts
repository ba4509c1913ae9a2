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

/** An event as the map and the clock of a period take it. */
export interface PlacedEvent extends Pick<SituationEvent, 'from' | 'outside'> {
  /** When it ended at the latest; null: not known. */
  readonly to: number | null;
  readonly x: number;
  readonly y: number;
  /** Known to a point or an address inside the municipality, and no dwelling. */
  readonly exact: boolean;
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
