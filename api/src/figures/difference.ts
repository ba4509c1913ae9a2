import { rateRatio } from '../analysis/rate-ratio.js';

/** Two periods beside each other, per day of each, so that their lengths may differ. */
export interface Difference {
  readonly now: number;
  readonly before: number;
  /** Events per day now over events per day before; null when there were none before. */
  readonly ratio: number | null;
  /** Limits of the ratio, 95 %, exact; `high` is null where nothing bounds it. */
  readonly low: number;
  readonly high: number | null;
  readonly status: 'more' | 'fewer' | 'no-clear-difference' | 'too-few';
  /** So many more events are needed before anything can be said; 0 when something is. */
  readonly neededMore: number;
}

/** Fewer events than this in both periods together say nothing, whatever a test would. */
const fewestToCompare = 10;

/** Compares counts of two periods of so many days. The counts are taken as independent: no trend, no season, no events in series. */
export function differenceOf(
  now: { readonly events: number; readonly days: number },
  before: { readonly events: number; readonly days: number },
): Difference {
  const { ratio, interval } = rateRatio({
    before: before.events,
    after: now.events,
    exposureBefore: before.days,
    exposureAfter: now.days,
  });
  const both = now.events + before.events;
  const isKnown = both >= fewestToCompare;
  const more = interval.low > 1 ? 'more' : 'no-clear-difference';
  return {
    now: now.events,
    before: before.events,
    ratio,
    low: interval.low,
    high: interval.high,
    status: !isKnown ? 'too-few' : interval.high !== null && interval.high < 1 ? 'fewer' : more,
    neededMore: isKnown ? 0 : fewestToCompare - both,
  };
}
