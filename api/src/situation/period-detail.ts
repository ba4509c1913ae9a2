import { hourOfWeekWeights } from '../analysis/aoristic.js';
import { localDate, type Period } from '../analysis/calendar.js';
import { weeklyFigures } from '../analysis/trend.js';
import type { PlacedEvent } from './situation.js';

/** What stands beside the counts of a period: its weeks, its hours and the places where it happened again and again. */

/** The side of a square of the national grid (SWEREF 99 TM, as SCB's squares). */
const side = 100;
/** Fewer events than this in a square are no repetition. */
const fewestInSquare = 3;
/** One evening is no repetition, however much happened. */
const fewestDates = 2;
const mostPlaces = 10;

export interface RepeatPlace {
  /** The middle of the square, metres. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** On how many local dates. */
  readonly dates: number;
}

/**
 * Where did it happen again? Squares of 100 m with at least three events on at least two dates, the most first, at most
 * ten. Only events known to a point or an address, inside the municipality; never one that is a dwelling.
 */
export function repeatPlaces(events: readonly PlacedEvent[], span: Period): RepeatPlace[] {
  const squares = new Map<string, { x: number; y: number; dates: string[] }>();
  for (const event of events) {
    if (!event.exact || event.from < span.from || event.from >= span.to) continue;
    const [east, north] = [Math.floor(event.x / side), Math.floor(event.y / side)];
    const key = `${east} ${north}`;
    const square = squares.get(key) ?? { x: (east + 0.5) * side, y: (north + 0.5) * side, dates: [] };
    square.dates.push(localDate(event.from));
    squares.set(key, square);
  }
  return [...squares.values()]
    .map(({ x, y, dates }) => ({ x, y, count: dates.length, dates: new Set(dates).size }))
    .filter(({ count, dates }) => count >= fewestInSquare && dates >= fewestDates)
    .sort((a, b) => b.count - a.count || b.dates - a.dates || a.x - b.x || a.y - b.y)
    .slice(0, mostPlaces);
}

/** Seven days from Monday of 24 hours: the expected number of the period's events in each, two decimals. */
export function hoursOf(events: readonly PlacedEvent[], span: Period): number[][] {
  const inside = events.filter(({ from, outside }) => !outside && from >= span.from && from < span.to);
  return hourOfWeekWeights(inside).weights.map((day) => day.map((weight) => Math.round(weight * 100) / 100));
}

/** The weeks that touch the period, with what is usual in each; the first and the last may be cut by the period. */
export function weeksOfPeriod(
  events: readonly PlacedEvent[],
  { span, historyFrom }: { readonly span: Period; readonly historyFrom: number | null },
) {
  const instants = events.filter(({ outside }) => !outside).map(({ from }) => from);
  return weeklyFigures(instants, { period: span, historyFrom }).map(({ week, from, count, whole, normal }) => ({
    week,
    monday: localDate(from),
    count,
    low: whole && normal ? normal.low : null,
    high: whole && normal ? normal.high : null,
  }));
}
