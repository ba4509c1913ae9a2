import { twoSidedNormal } from './normal.js';

export interface MannKendall {
  /** Periods that were compared. */
  readonly periods: number;
  /** Periods whose value was no finite number; they are left out. */
  readonly leftOut: number;
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Variance of s when nothing changes, corrected for ties. */
  readonly variance: number;
  /** Kendall's tau-b, -1 to 1. */
  readonly tau: number;
  /** s brought one step nearer to 0 (continuity), over its standard deviation. */
  readonly z: number;
  /** Two-sided, normal. */
  readonly p: number;
}

/**
 * Do the values rise or fall over the periods, whatever the shape?
 *
 * Mann-Kendall (Mann 1945, doi 10.2307/1907187; Kendall 1975): S = sum over i < j of sign(x_j - x_i), its variance
 * [n(n-1)(2n+5) - sum t(t-1)(2t+5)]/18 with t the sizes of ties, z = (S - sign S)/sqrt variance, tau-b beside it. Values in the
 * order of equal periods. Fewer than two values, or all alike: S 0, tau 0, z 0, p 1. The normal tail wants about ten
 * periods. Neighbouring periods that depend on each other make p too small; take months or quarters, not days.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const kept = values.filter((value) => Number.isFinite(value));
  const n = kept.length;
  let s = 0;
  for (let later = 1; later < n; later++) {
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign(kept[later]! - kept[earlier]!);
  }
  const ties = tieSizes(kept);
  const variance = (n * (n - 1) * (2 * n + 5) - sumOf(ties, (t) => t * (t - 1) * (2 * t + 5))) / 18;
  const pairs = (n * (n - 1)) / 2;
  const scale = Math.sqrt(pairs * (pairs - sumOf(ties, (t) => t * (t - 1)) / 2));
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return {
    periods: n,
    leftOut: values.length - n,
    s,
    variance,
    tau: scale > 0 ? s / scale : 0,
    z,
    p: twoSidedNormal(z),
  };
}

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

function sumOf(sizes: readonly number[], term: (size: number) => number): number {
  return sizes.reduce((sum, size) => sum + term(size), 0);
}
