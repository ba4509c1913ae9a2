import { cellKey, cellOf } from '../geo/grid.js';
import type { Metres } from '../geo/projection.js';

/** How much and how concentrated: figures without a test. */
export interface Concentration {
  readonly count: number;
  readonly shareOfEvents: number;
  readonly areaSquareMetres: number;
  /** Null when no built-up area is known. */
  readonly shareOfBuiltUpArea: number | null;
  readonly perSquareKilometreAndYear: number;
}

const millisecondsPerYear = 365.25 * 86_400_000;

/** Share of events on share of built-up area, and density per km2 and year, of one polygon. Shares are 0 to 1; never NaN. */
export function concentrationOf(figures: {
  readonly count: number;
  readonly total: number;
  readonly areaSquareMetres: number;
  readonly builtUpAreaSquareMetres: number;
  readonly periodMilliseconds: number;
}): Concentration {
  const { count, total, builtUpAreaSquareMetres, periodMilliseconds } = figures;
  const areaSquareMetres = figures.areaSquareMetres > 0 ? figures.areaSquareMetres : 0;
  const squareKilometreYears = (areaSquareMetres / 1e6) * (periodMilliseconds / millisecondsPerYear);
  return {
    count,
    shareOfEvents: total > 0 ? count / total : 0,
    areaSquareMetres,
    shareOfBuiltUpArea: builtUpAreaSquareMetres > 0 ? Math.min(1, areaSquareMetres / builtUpAreaSquareMetres) : null,
    perSquareKilometreAndYear: squareKilometreYears > 0 ? count / squareKilometreYears : 0,
  };
}

/**
 * The generalised Gini of counts over `places` places (Bernasco and Steenbeek 2017, doi 10.1007/s10940-016-9324-7): 0 when
 * events are as spread out as their number allows, towards 1 when one place holds all. The ordinary Gini calls ten
 * events on ten of a thousand places .99; this one calls it 0. Places without events need not be listed. 0 without events.
 */
export function generalisedGini(counts: readonly number[], places: number): number {
  const events = counts.reduce((sum, count) => sum + count, 0);
  const all = Math.max(places, counts.length);
  if (events <= 0 || all <= 0) return 0;
  const sorted = counts.toSorted((a, b) => a - b);
  const empty = all - sorted.length;
  const ranked = sorted.reduce((sum, count, index) => sum + (empty + index + 1) * count, 0);
  const gini = ((2 * ranked) / events - (all + 1)) / all;
  // rounding may leave the lowest possible value a hair below zero
  return Math.max(0, Math.max(1, all / events) * (gini - 1) + 1);
}

/** Counts per occupied square of `cellMetres`, for the Gini. */
export function countsPerCell(points: readonly Metres[], cellMetres: number): number[] {
  const counts = new Map<number, number>();
  for (const point of points) {
    const key = cellKey(cellOf(point, cellMetres));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()];
}

/** How large a share of `places` holds 25, 50 and 80 % of the events, busiest places first. Zeros without events. */
export function shareOfPlacesHolding(
  counts: readonly number[],
  places: number,
): { readonly quarter: number; readonly half: number; readonly fourFifths: number } {
  const sorted = counts.toSorted((a, b) => b - a);
  const events = sorted.reduce((sum, count) => sum + count, 0);
  const needed = (share: number): number => {
    let held = 0;
    let used = 0;
    while (held < share * events && used < sorted.length) held += sorted[used++]!;
    return places > 0 ? used / Math.max(places, counts.length) : 0;
  };
  return { quarter: needed(0.25), half: needed(0.5), fourFifths: needed(0.8) };
}
