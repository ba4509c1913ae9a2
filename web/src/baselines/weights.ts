import type { components } from '../api/openapi.js';

export type Weights = components['schemas']['BaselineWeights'];
export type Kind = keyof Weights;

export const kinds: readonly Kind[] = ['residents', 'workplaces', 'school', 'shops', 'station', 'visited', 'other'];

/** People as counted, by kind. */
export type Counts = Partial<Record<Kind, number>>;

/** The part of the map that each kind gets with these weights, 0 to 1; all 0 when nobody weighs anything. */
export function sharesOf(counts: Counts, weights: Weights): Record<Kind, number> {
  const weighted = kinds.map((kind) => (counts[kind] ?? 0) * weights[kind]);
  const all = weighted.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(kinds.map((kind, at) => [kind, all > 0 ? weighted[at]! / all : 0])) as Record<Kind, number>;
}

/** The counts of a baseline or a preview, by kind. */
export function countsOf(totals: readonly { readonly kind: Kind; readonly count: number }[]): Counts {
  return Object.fromEntries(totals.map(({ kind, count }) => [kind, count]));
}

export function sameWeights(first: Weights, second: Weights): boolean {
  return kinds.every((kind) => first[kind] === second[kind]);
}
