import { dateOfDay, localTime, type Period, sameWeeksOfEarlierYears } from '../analysis/calendar.js';
import { predictiveInterval } from '../analysis/exact-test.js';
import { type InParts, inParts } from '../analysis/parts.js';
import { PeriodCounts } from '../analysis/period-counts.js';
import { type WeekFigure, weeklySlots } from '../analysis/trend.js';
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
export function* situationFigures(input: SituationInput): InParts<SituationFigures> {
  const { events, period, now } = input;
  const running = now < period.to;
  const span = period.kind === 'week' ? period : countedPart(period, now);
  const slots = slotsFor(input, span);
  yield;
  const asked = new Set(input.areas);
  const whole = new Int32Array(slots.count);
  const areas = new Tallies(slots.count, input.areas);
  const categories = new Tallies(slots.count, []);
  const sources = new Map<string, number>();
  const parts = { count: 0, outside: 0, withoutPlace: 0, unreviewed: 0, withoutArea: 0 };
  const isComparable = comparableDays(period, now);
  yield* inParts(events.length, (from, to) => {
    for (let at = from; at < to; at++) {
      const event = events[at]!;
      if (!isComparable(event.from)) continue;
      const isCounted = event.from >= span.from && event.from < span.to;
      if (event.outside) {
        if (isCounted) parts.outside++;
        continue;
      }
      const slot = slots.of(event.from);
      const isInArea = event.area !== null && asked.has(event.area);
      whole[slot]!++;
      categories.of(event.category)[slot]!++;
      if (event.area !== null && (isInArea || asked.size === 0)) areas.of(event.area)[slot]!++;
      if (!isCounted) continue;
      parts.count++;
      sources.set(event.source, (sources.get(event.source) ?? 0) + 1);
      if (!event.placed) parts.withoutPlace++;
      if (event.reviewed === false) parts.unreviewed++;
      if (!isInArea) parts.withoutArea++;
    }
  });
  const inAll = slots.normal(whole, 1 - outsideBand);
  return {
    ...parts,
    usual: usualFacts(inAll, running),
    areas: rows(areas, { slots, running, all: asked.size > 0 }),
    categories: rows(categories, { slots, running, all: false }),
    sources: [...sources]
      .map(([key, count]) => ({ key, count }))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    countedTo: running ? dateOfDay(localTime(now).day) : period.lastDay,
    running,
    years: inAll.normal?.years ?? 0,
  };
}

/** In a week that is not over, the days from Monday to today of every week; of a longer period all days there are. */
function comparableDays(period: SituationPeriod, now: number): (instant: number) => boolean {
  if (period.kind !== 'week' || now >= period.to) return () => true;
  const today = localTime(now).weekday;
  return (instant) => localTime(instant).weekday <= today;
}

/** What is counted of each key, by slot. */
class Tallies {
  readonly all: Map<string, Int32Array>;

  constructor(
    private readonly slots: number,
    always: readonly string[],
  ) {
    this.all = new Map(always.map((key) => [key, new Int32Array(slots)]));
  }

  of(key: string): Int32Array {
    const there = this.all.get(key);
    if (there) return there;
    const counts = new Int32Array(this.slots);
    this.all.set(key, counts);
    return counts;
  }
}

/** A table: its band is so wide that an ordinary week has no row outside it nine times in ten, however many the rows. */
function rows(
  { all: groups }: Tallies,
  { slots, running, all }: { readonly slots: Slots; readonly running: boolean; readonly all: boolean },
): CountedKey[] {
  const level = 1 - outsideBand / Math.max(1, groups.size);
  return [...groups]
    .map(([key, counts]) => {
      const normal = slots.normal(counts, level);
      return { key, count: normal.count, usual: usualFacts(normal, running) };
    })
    .filter(({ count, usual }) => all || count > 0 || usual.status === 'fewer')
    .sort((a, b) => b.count - a.count || b.usual.expected - a.usual.expected || (a.key < b.key ? -1 : 1));
}

interface Normal {
  readonly count: number;
  readonly normal: WeekFigure['normal'];
  /** How many periods like this one the normal rests on. */
  readonly exposure: number;
}

/** The period and what it is compared with, laid out once for all that is counted. */
interface Slots {
  readonly count: number;
  readonly of: (instant: number) => number;
  readonly normal: (counts: Int32Array, level: number) => Normal;
}

function slotsFor({ period, historyFrom }: Pick<SituationInput, 'period' | 'historyFrom'>, span: Period): Slots {
  return period.kind === 'week'
    ? weekSlots({ from: period.from, to: period.to }, historyFrom)
    : spanSlots(span, historyFrom);
}

/** Against the same week and the one before and after it: a single week is too few. */
function weekSlots(period: Period, historyFrom: number | null): Slots {
  const { slots, slotOf, figures } = weeklySlots({ period, historyFrom });
  return {
    count: slots,
    of: slotOf,
    normal: (counts, level) => {
      const { count, normal } = figures(counts, level)[0]!;
      return { count, normal, exposure: 3 * (normal?.years ?? 0) };
    },
  };
}

/** Against the same span of days in every earlier year that reports cover. */
function spanSlots(span: Period, historyFrom: number | null): Slots {
  const earlier = sameWeeksOfEarlierYears(span, historyFrom);
  const years = earlier.length;
  const periods = new PeriodCounts([span, ...earlier]);
  return {
    count: periods.slots,
    of: (instant) => periods.slotOf(instant),
    normal: (counts, level) => {
      const within = periods.within(counts);
      const count = within(span);
      if (years === 0) return { count, normal: null, exposure: 0 };
      const total = earlier.reduce((sum, each) => sum + within(each), 0);
      return {
        count,
        normal: { expected: total / years, ...predictiveInterval(total, years, level), years },
        exposure: years,
      };
    },
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
