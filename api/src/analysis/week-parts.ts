import { predictiveInterval } from './exact-test.js';

const partsOfDay = [
  { from: 0, to: 6 },
  { from: 6, to: 12 },
  { from: 12, to: 18 },
  { from: 18, to: 24 },
];

/** One part of one weekday now, and what the same weeks of earlier years would lead one to expect. */
export interface WeekPart {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  /** Hours from and to, 0 to 24. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Null without earlier years. */
  readonly normal: { readonly expected: number; readonly low: number; readonly high: number } | null;
}

/** Weights by weekday (0 Monday) and hour, as `hourOfWeekWeights` gives them. */
export type WeekWeights = readonly (readonly number[])[];

/** The level of one part, so that the limits of all 28 hold together (Bonferroni): one of so many is else bound to be unusual. */
export function levelOfEachPart(level: number): number {
  return 1 - (1 - level) / (7 * partsOfDay.length);
}

/**
 * Which parts of the week have more, or less, than usual?
 *
 * The week in 28 parts of six hours. `earlier` holds all `years` earlier years together, the same weeks of each. In `level` of
 * ordinary years all parts lie within their limits, which are those of the next year's Poisson count when its rate is known
 * only from the earlier ones (`predictiveInterval`). 28 parts in the order of the week; without earlier years nothing is
 * normal.
 */
export function weekParts(
  now: WeekWeights,
  earlier: WeekWeights,
  { years, level }: { readonly years: number; readonly level: number },
): WeekPart[] {
  const sum = (weights: WeekWeights, weekday: number, part: { from: number; to: number }) =>
    weights[weekday]!.slice(part.from, part.to).reduce((total, weight) => total + weight, 0);
  return Array.from({ length: 7 }, (_, weekday) =>
    partsOfDay.map((part) => {
      const seen = sum(earlier, weekday, part);
      const limits = () => predictiveInterval(Math.round(seen), years, levelOfEachPart(level));
      return {
        weekday,
        ...part,
        count: sum(now, weekday, part),
        normal: years > 0 ? { expected: seen / years, ...limits() } : null,
      };
    }),
  ).flat();
}
