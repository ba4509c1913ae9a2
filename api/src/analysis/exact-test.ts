import { logGamma, regularisedBeta, regularisedLowerGamma, regularisedUpperGamma } from './special-functions.js';

/** A lower and an upper limit. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How likely is it that at least `successes` of `trials` succeed when each does with `chance`? P(X >= k), 1 for k <= 0. */
export function binomialUpperTail(successes: number, trials: number, chance: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || !(chance > 0)) return 0;
  return regularisedBeta(chance, successes, trials - successes + 1);
}

/** P(X <= k) for a Poisson count with this mean. */
export function poissonLowerTail(count: number, mean: number): number {
  if (count < 0) return 0;
  return regularisedUpperGamma(Math.floor(count) + 1, Math.max(0, mean));
}

/** P(X >= k) for a Poisson count with this mean: "that many or more". */
export function poissonUpperTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  return regularisedLowerGamma(Math.ceil(count), Math.max(0, mean));
}

/** The smallest whole k with P(X <= k) >= chance, as R's qpois. A mean that is no positive number gives 0. */
export function poissonQuantile(chance: number, mean: number): number {
  if (!(mean > 0) || !Number.isFinite(mean) || !(chance > 0)) return 0;
  return smallestWhere((count) => poissonLowerTail(count, mean) >= Math.min(chance, 1 - 1e-15), Math.ceil(mean));
}

/**
 * What number may a place show in a period, when it had `earlier` events in earlier periods that count `exposure` times
 * as much? The limits of the central `level` of the predictive distribution: negative binomial, a Poisson count whose
 * rate is known only from the earlier count (Jeffreys' prior). Whole numbers; holds for 0 earlier events too. Nothing to
 * reckon with (no exposure, or a number that is none): 0 to 0.
 */
export function predictiveInterval(earlier: number, exposure: number, level = 0.9): Interval {
  if (!(exposure > 0 && exposure < Infinity) || !(earlier >= 0 && earlier < Infinity)) return { low: 0, high: 0 };
  const shape = earlier + 0.5;
  const chance = exposure / (1 + exposure);
  const atMost = (count: number): number => regularisedBeta(chance, shape, count + 1);
  const outside = (1 - level) / 2;
  const guess = Math.ceil(shape / exposure);
  return {
    low: smallestWhere((count) => atMost(count) >= outside, guess),
    high: smallestWhere((count) => atMost(count) >= 1 - outside, guess),
  };
}

/** The smallest whole number from 0 where a rising condition holds. */
function smallestWhere(holds: (count: number) => boolean, guess: number): number {
  let high = Math.max(1, guess);
  while (!holds(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The exact (Clopper-Pearson 1934) interval for a share: never too narrow. {0, 1} when there are no trials.
 */
export function clopperPearson(successes: number, trials: number, level = 0.95): Interval {
  if (!(trials > 0)) return { low: 0, high: 1 };
  const outside = (1 - level) / 2;
  return {
    low: successes <= 0 ? 0 : betaQuantile(outside, successes, trials - successes + 1),
    high: successes >= trials ? 1 : betaQuantile(1 - outside, successes + 1, trials - successes),
  };
}

function betaQuantile(chance: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  // fifty halvings of 1 leave less than 1e-15
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (regularisedBeta(middle, a, b) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Wilson's (1927) score interval for a share at 95 %: short and well behaved near 0 and 1. {0, 1} without trials. */
export function wilson(successes: number, trials: number, standardScore = 1.959963984540054): Interval {
  if (!(trials > 0)) return { low: 0, high: 1 };
  const share = successes / trials;
  const square = standardScore ** 2;
  const centre = share + square / (2 * trials);
  const half = standardScore * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials ** 2));
  const scale = 1 + square / trials;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/**
 * Adjusted p-values that keep the false discovery rate (Benjamini and Hochberg 1995), in the order given. Every test that
 * was made must be in the list; leaving out the dull ones makes the rest too good.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = p.map((_, index) => index).sort((a, b) => p[b]! - p[a]!);
  const adjusted = [...p];
  let least = 1;
  for (const [place, index] of order.entries()) {
    // a factor of at least 1 never rounds a value below itself
    least = Math.min(least, p[index]! * (p.length / (p.length - place)));
    adjusted[index] = least;
  }
  return adjusted;
}

/**
 * Given that `drawn` events fell in a place, of `total` in all of which `marked` are recent: how likely are at least
 * `recent` recent ones there when place and time have nothing to do with each other? Fisher's exact upper tail
 * (hypergeometric), what shuffling the dates for ever would give.
 */
export function hypergeometricUpperTail(counts: {
  recent: number;
  drawn: number;
  marked: number;
  total: number;
}): number {
  const { recent, drawn, marked, total } = counts;
  if (recent <= Math.max(0, drawn + marked - total)) return 1;
  // more than there are has the logarithm -Infinity, and the factor behind the last possible number is 0
  const logChance = logChoose(marked, recent) + logChoose(total - marked, drawn - recent) - logChoose(total, drawn);
  let term = Math.exp(logChance);
  let sum = 0;
  for (let k = recent; term > 0; k++) {
    sum += term;
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (total - marked - drawn + k + 1));
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
