import { dateOfDay, localTime, type Period, sameWeeksOfEarlierYears } from '../analysis/calendar.js';
import { predictiveInterval } from '../analysis/exact-test.js';
import { countBetween, type WeekFigure, weeklyFigures } from '../analysis/trend.js';
import type { UsualFacts } from '../hotspots/sentence.js';
import { countedPart, type SituationPeriod } from './period.js';
import type { CountedKey, SituationEvent, SituationFigures } from './situation.js';

/** With fewer events than this, now and in the earlier weeks together, nothing is said about what is usual. */
const fewestToCompare = 10;

/** How often an ordinary week falls outside the band: one in ten, for the total and for each table as a whole. */
const outsideBand = 0.1;

export interface SituationInput {
  /** All events there are, those of earlier years included. */
  readonly events: readonly SituationEvent[];
  readonly period: SituationPeriod;
  /** When the first event was ever reported; earlier weeks are unknown, not empty. */
  readonly historyFrom: number | null;
  /** Keys of all areas, so that one without events is shown too. */
  readonly areas: readonly string[];
  readonly now: number;
}

/**
 * How was the period, against the same weeks of earlier years, in all, per area and per category? A week is compared with
 * the same week and its neighbours, a longer period with itself moved back by whole weeks (a year by the calendar). One
 * that is not over is compared with the same days, and is never called calm. Design: docs/methods/situation.md.
 */
export function situationFigures(input: SituationInput): SituationFigures {
  const { events, period, now } = input;
  const running = now < period.to;
  const comparable = comparableDays(events, period, now);
  const inside = comparable.filter((event) => !event.outside);
  const span = period.kind === 'week' ? period : countedPart(period, now);
  const counted = inside.filter((event) => within(event.from, span));
  const compare = { ...input, span, running };
  const whole = usualOf(inside, 1 - outsideBand, compare);
  return {
    count: counted.length,
    usual: whole.usual,
    areas: rows(inside, (event) => event.area, { ...compare, always: input.areas }),
    categories: rows(inside, (event) => event.category, { ...compare, always: [] }),
    sources: tally(counted, (event) => event.source),
    outside: comparable.filter((event) => event.outside && within(event.from, span)).length,
    withoutPlace: counted.filter((event) => !event.placed).length,
    unreviewed: counted.filter((event) => event.reviewed === false).length,
    withoutArea: counted.filter((event) => event.area === null || !input.areas.includes(event.area)).length,
    countedTo: running ? dateOfDay(localTime(now).day) : period.lastDay,
    running,
    years: whole.normal?.years ?? 0,
  };
}

/** In a week that is not over, the days from Monday to today of every week; of a longer period all days there are. */
function comparableDays(
  events: readonly SituationEvent[],
  period: SituationPeriod,
  now: number,
): readonly SituationEvent[] {
  if (period.kind !== 'week' || now >= period.to) return events;
  const today = localTime(now).weekday;
  return events.filter((event) => localTime(event.from).weekday <= today);
}

function within(instant: number, { from, to }: Period): boolean {
  return instant >= from && instant < to;
}

type Compare = Pick<SituationInput, 'period' | 'historyFrom'> & { readonly span: Period; readonly running: boolean };

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

function usualOf(events: readonly SituationEvent[], level: number, compare: Compare) {
  const instants = events.map((event) => event.from);
  const { count, normal, exposure } =
    compare.period.kind === 'week' ? weekNormal(instants, level, compare) : spanNormal(instants, level, compare);
  return { count, normal, usual: usualFacts({ count, normal, exposure }, compare.running) };
}

interface Normal {
  readonly count: number;
  readonly normal: WeekFigure['normal'];
  /** How many periods like this one the normal rests on. */
  readonly exposure: number;
}

/** Against the same week and the one before and after it: a single week is too few. */
function weekNormal(instants: readonly number[], level: number, { period, historyFrom }: Compare): Normal {
  const { from, to } = period;
  const { count, normal } = weeklyFigures(instants, { period: { from, to }, historyFrom, level })[0]!;
  return { count, normal, exposure: 3 * (normal?.years ?? 0) };
}

/** Against the same span of days in every earlier year that reports cover. */
function spanNormal(instants: readonly number[], level: number, { span, historyFrom }: Compare): Normal {
  const sorted = Float64Array.from(instants).sort();
  const count = countBetween(sorted, span);
  const earlier = sameWeeksOfEarlierYears(span, historyFrom);
  const years = earlier.length;
  if (years === 0) return { count, normal: null, exposure: 0 };
  const total = earlier.reduce((sum, each) => sum + countBetween(sorted, each), 0);
  return {
    count,
    normal: { expected: total / years, ...predictiveInterval(total, years, level), years },
    exposure: years,
  };
}

function usualFacts({ count, normal, exposure }: Normal, running: boolean): UsualFacts {
  const nothing = { expected: 0, low: 0, high: 0 };
  if (normal === null) return { status: 'first-year', ...nothing };
  const { expected, low, high } = normal;
  const seen = count + Math.round(expected * exposure);
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
