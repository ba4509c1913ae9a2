import { clopperPearson, type Interval } from './exact-test.js';
import { normalQuantile, twoSidedNormal } from './normal.js';
import { logGamma } from './special-functions.js';

/** Two counts and how long (or how large) each was looked at; exposures in the same unit, 1 each when absent. */
export interface TwoCounts {
  readonly before: number;
  readonly after: number;
  readonly exposureBefore?: number;
  readonly exposureAfter?: number;
}

/** An interval of ratios; `high` is null where nothing bounds it from above. */
export interface RatioInterval {
  readonly low: number;
  readonly high: number | null;
}

export interface RateRatio {
  /** Rate after over rate before; null when nothing happened before. */
  readonly ratio: number | null;
  readonly interval: RatioInterval;
  /** Two-sided, as R's poisson.test: every outcome at most as likely as the one seen. */
  readonly p: number;
  readonly level: number;
}

/**
 * How many times as often after as before, and between which limits?
 *
 * Exact: given the sum, the later count is binomial with chance n_after/(n_after + n_before) when the rates are alike
 * (Przyborowski and Wilenski 1940, doi 10.1093/biomet/31.3-4.313); the Clopper-Pearson limits of that chance become limits of
 * the ratio. Counts that are no whole numbers are rounded, negative ones are 0. No events or no exposure: ratio null,
 * interval from 0 without an upper end, p 1.
 */
export function rateRatio(counts: TwoCounts, level = 0.95): RateRatio {
  const { before, after, exposureBefore, exposureAfter } = cleaned(counts);
  const total = before + after;
  if (total === 0 || !(exposureBefore > 0) || !(exposureAfter > 0)) {
    return { ratio: null, interval: { low: 0, high: null }, p: 1, level };
  }
  const { low, high } = clopperPearson(after, total, level);
  const toRatio = (share: number): number => (share / (1 - share)) * (exposureBefore / exposureAfter);
  return {
    ratio: before > 0 ? after / exposureAfter / (before / exposureBefore) : null,
    interval: { low: toRatio(low), high: high >= 1 ? null : toRatio(high) },
    p: binomialTwoSided(after, total, exposureAfter / (exposureAfter + exposureBefore)),
    level,
  };
}

/** Sum of the chances of all outcomes at most as likely as the one seen, with R's tolerance for equal ones. */
function binomialTwoSided(successes: number, trials: number, chance: number): number {
  if (trials > 200_000) {
    const spread = Math.sqrt(trials * chance * (1 - chance));
    return twoSidedNormal((successes - trials * chance) / spread);
  }
  const logOf = (k: number): number =>
    logGamma(trials + 1) -
    logGamma(k + 1) -
    logGamma(trials - k + 1) +
    k * Math.log(chance) +
    (trials - k) * Math.log1p(-chance);
  const limit = logOf(successes) + 1e-7;
  let sum = 0;
  for (let k = 0; k <= trials; k++) {
    const log = logOf(k);
    if (log <= limit) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

function cleaned({ before, after, exposureBefore = 1, exposureAfter = 1 }: TwoCounts): Required<TwoCounts> {
  return { before: whole(before), after: whole(after), exposureBefore, exposureAfter };
}

function whole(count: number): number {
  return Number.isFinite(count) && count > 0 ? Math.round(count) : 0;
}

/**
 * Wheeler's e-test: how likely are two counts at least this far apart when both rates are alike?
 *
 * Krishnamoorthy and Thomson 2004 (doi 10.1016/S0378-3758(02)00408-1) in the pooled form of R's ptools: the statistic
 * |i/n1 - j/n2| / sqrt((i + j)/(n1 n2)') over all outcomes under the pooled rate, the outcome (0, 0) left out. With equal exposures it is the
 * paper's own. Counts above 20,000 in all are so many that the normal limit of the same statistic is returned. Two empty
 * counts or no exposure: 1.
 */
export function eTest(first: number, second: number, exposures: readonly [number, number] = [1, 1]): number {
  const [k1, k2] = [whole(first), whole(second)];
  const [n1, n2] = exposures;
  if (k1 + k2 === 0 || !(n1 > 0) || !(n2 > 0)) return 1;
  const rate = (k1 + k2) / (n1 + n2);
  const observed = Math.abs(k1 / n1 - k2 / n2) / Math.sqrt(rate);
  if (k1 + k2 > 20_000) return twoSidedNormal(observed / Math.sqrt(1 / n1 + 1 / n2));
  const firsts = likelyCounts(n1 * rate);
  const seconds = likelyCounts(n2 * rate);
  let sum = 0;
  for (let i = firsts.from; i < firsts.from + firsts.chances.length; i++) {
    for (let j = seconds.from; j < seconds.from + seconds.chances.length; j++) {
      if (i + j === 0) continue;
      // a hair less than the observed distance, so that its mirror image counts in spite of rounding
      const far = Math.abs(i / n1 - j / n2) / Math.sqrt((i + j) / (n1 + n2)) >= observed * (1 - 1e-12);
      if (far) sum += firsts.chances[i - firsts.from]! * seconds.chances[j - seconds.from]!;
    }
  }
  return Math.min(1, sum);
}

/** Poisson chances of the counts that together leave out less than about 1e-20. */
function likelyCounts(mean: number): { readonly from: number; readonly chances: Float64Array } {
  const reach = 10 * Math.sqrt(mean) + 30;
  const from = Math.max(0, Math.floor(mean - reach));
  const chances = Float64Array.from({ length: Math.ceil(mean + reach) - from + 1 }, (_, step) => {
    const count = from + step;
    return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
  });
  return { from, chances };
}

export interface RatioOfRatios {
  /** (treated after / before) over (control after / before). 1 when all counts are 0. */
  readonly ratio: number;
  readonly interval: Interval;
  /** Half an event was added to each count because one was 0. */
  readonly halfAdded: boolean;
  readonly level: number;
}

/**
 * How did the place change, in per cent, beyond what the comparison places did?
 *
 * ln ratio with variance 1/T1 + 1/T0 + 1/C1 + 1/C0 (Wheeler and Ratcliffe 2018, doi 10.1186/s40163-018-0085-5), times the
 * overdispersion. Good for large counts only; an interval from a handful of events is wide, and says so.
 */
export function ratioOfRatios(
  counts: { readonly treated: readonly [number, number]; readonly control: readonly [number, number] },
  { level = 0.95, overdispersion = 1 }: { readonly level?: number; readonly overdispersion?: number } = {},
): RatioOfRatios {
  const raw = [...counts.treated, ...counts.control].map(whole);
  const halfAdded = raw.includes(0);
  const [t0, t1, c0, c1] = raw.map((count) => count + (halfAdded ? 0.5 : 0)) as [number, number, number, number];
  const log = Math.log((t1 * c0) / (t0 * c1));
  const error = Math.sqrt(Math.max(1, overdispersion) * (1 / t1 + 1 / t0 + 1 / c1 + 1 / c0));
  const reach = normalQuantile(0.5 + level / 2) * error;
  return {
    ratio: Math.exp(log),
    interval: { low: Math.exp(log - reach), high: Math.exp(log + reach) },
    halfAdded,
    level,
  };
}
