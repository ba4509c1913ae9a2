/** A half-open band [from, to): `from` belongs to it, `to` does not. */
export interface Band {
  readonly from: number;
  /** Infinity for the last band. */
  readonly to: number;
  /** The band as it is, such as "[0,7) dagar" and "[0,7) days". */
  readonly label: { readonly sv: string; readonly en: string };
}

type Unit = 'metres' | 'days';
const units = { metres: { sv: 'm', en: 'm' }, days: { sv: 'dagar', en: 'days' } } as const;

/**
 * Bands from their edges: 0 is added in front and infinity behind, so that every pair falls in exactly one band.
 * Edges are sorted, repeated ones count once, and what is no number or below 0 is left out. [7, 14] gives [0,7) [7,14) [14,∞).
 */
export function bandsFrom(edges: readonly number[], unit: Unit): Band[] {
  const inner = [...new Set(edges)].filter((edge) => edge > 0 && edge < Infinity).sort((a, b) => a - b);
  const all = [0, ...inner, Infinity];
  return all.slice(1).map((to, index) => {
    const from = all[index]!;
    const limits = `[${from},${to === Infinity ? '∞' : to})`;
    return { from, to, label: { sv: `${limits} ${units[unit].sv}`, en: `${limits} ${units[unit].en}` } };
  });
}

/** The number of the band that holds a value of 0 or more. */
export function bandOf(edges: Float64Array, value: number): number {
  let band = 0;
  while (value >= edges[band]!) band++;
  return band;
}

/** The upper edges of the bands, for `bandOf`; the last is infinity. */
export function upperEdges(bands: readonly Band[]): Float64Array {
  return Float64Array.from(bands, ({ to }) => to);
}
