import { sameWeeksOfEarlierYears, weeksOf, type Period } from './calendar.js';
import { predictiveInterval } from './exact-test.js';
import { PeriodCounts } from './period-counts.js';

/** One week of the chart: what was reported and what the same week of earlier years would lead one to expect. */
export interface WeekFigure extends Period {
  /** ISO week, `2026-W14`. */
  readonly week: string;
  readonly count: number;
  /** Whole weeks only can be compared: the running week and a cut first week are not. */
  readonly whole: boolean;
  /** From the same week and its neighbours of earlier years; null in the first year. */
  readonly normal: {
    readonly expected: number;
    readonly low: number;
    readonly high: number;
    readonly years: number;
  } | null;
}

export interface WeeklyOptions {
  readonly period: Period;
  /** When the first event was ever reported; earlier weeks are unknown, not empty. */
  readonly historyFrom: number | null;
  /** How wide the normal band is; 0.9 says that one ordinary week in ten falls outside. */
  readonly level?: number;
}

const weekInMilliseconds = 7 * 86_400_000;

/**
 * How many events each week, against what is normal for the time of year?
 *
 * The normal is the mean of the same week and the one before and after it (a single week is too few) in every earlier
 * year that reports cover; the band is the predictive interval of a Poisson count whose rate is known only from those
 * weeks. `instants` are the beginnings of events in epoch milliseconds, in any order, those of earlier years included.
 */
export function weeklyFigures(instants: readonly number[], options: WeeklyOptions): WeekFigure[] {
  return weeklyCounter(options)(instants);
}

/** `weeklyFigures` for many places: the calendar is asked once. */
export function weeklyCounter(options: WeeklyOptions): (instants: readonly number[]) => WeekFigure[] {
  const { slots, slotOf, figures } = weeklySlots(options);
  return (instants) => {
    const counts = new Int32Array(slots);
    for (const instant of instants) counts[slotOf(instant)]!++;
    return figures(counts);
  };
}

/** `weeklyFigures` for what is counted bit by bit, or in many groups at once. */
export interface WeeklySlots {
  readonly slots: number;
  /** Where an instant is counted; one that is no number is counted where no week looks. */
  readonly slotOf: (instant: number) => number;
  /** The figures of what was counted in each slot. */
  readonly figures: (counts: Int32Array, level?: number) => WeekFigure[];
}

/** Asks the calendar and lays out the slots: see `PeriodCounts`. */
export function weeklySlots({ period, historyFrom, level: usualLevel = 0.9 }: WeeklyOptions): WeeklySlots {
  const weeks = weeksOf(period).map((week) => {
    const around = { from: week.from - weekInMilliseconds, to: week.to + weekInMilliseconds };
    return {
      week,
      counted: { from: Math.max(week.from, period.from), to: Math.min(week.to, period.to) },
      whole: week.from >= period.from && week.to <= period.to,
      earlier: sameWeeksOfEarlierYears(around, historyFrom),
    };
  });
  const periods = new PeriodCounts(weeks.flatMap(({ counted, earlier }) => [counted, ...earlier]));
  return {
    slots: periods.slots,
    slotOf: (instant) => periods.slotOf(instant),
    figures: (counts, level = usualLevel) => {
      const within = periods.within(counts);
      return weeks.map(({ week: { from, to, week }, counted, whole, earlier }) => ({
        // one by one, since spreading costs more than all the counting, for hundreds of places of sixty weeks
        from,
        to,
        week,
        count: within(counted),
        whole,
        normal: normalWeek(earlier.map(within), level),
      }));
    },
  };
}

function normalWeek(earlier: readonly number[], level: number): WeekFigure['normal'] {
  if (earlier.length === 0) return null;
  const exposure = earlier.length * 3;
  const total = earlier.reduce((sum, count) => sum + count, 0);
  return { expected: total / exposure, ...predictiveInterval(total, exposure, level), years: earlier.length };
}

/** How many of the sorted instants lie in the period. */
export function countBetween(sorted: Float64Array, { from, to }: Period): number {
  return Math.max(0, lowerBound(sorted, to) - lowerBound(sorted, from));
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
