import { regularisedUpperGamma } from './special-functions.js';

/**
 * How likely is a standard normal value at least this far from 0, in either direction? 1 at 0 and for NaN (nothing is
 * shown), 0 for an infinite score. Exact to about 1e-14 also far out, where 1 - Phi(z) would have lost everything.
 */
export function twoSidedNormal(z: number): number {
  if (Number.isNaN(z)) return 1;
  return Number.isFinite(z) ? regularisedUpperGamma(0.5, (z * z) / 2) : 0;
}

/** P(Z >= z) for a standard normal Z; 1/2 for NaN. */
export function upperNormal(z: number): number {
  const tail = twoSidedNormal(z) / 2;
  return z < 0 ? 1 - tail : tail;
}

/**
 * The z with P(Z <= z) = chance, for 0 < chance < 1 (1.959964 for .975). Outside it the answer is the nearest limit
 * that can be told from certainty, about +-8.2: an interval stays finite.
 */
export function normalQuantile(chance: number): number {
  if (!(chance > 0)) return -8.2;
  if (chance >= 1) return 8.2;
  if (chance === 0.5) return 0;
  if (chance < 0.5) return -normalQuantile(1 - chance);
  let low = 0;
  let high = 8.2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (upperNormal(middle) > 1 - chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
