import type { Metres } from '../geo/projection.js';

/** A coordinate that stands for "somewhere here": a municipality's centre, a police station, the middle of the map. */
export interface DefaultCoordinate {
  readonly key: string;
  readonly point: Metres;
  readonly rows: number;
}

const leastRows = 20;
const leastShare = 0.03;
const manyCategories = 4;
const manyStreets = 3;
/** A file whose rows lie on so few coordinates holds centres of municipalities or districts, not places. */
const centresOnly = { leastRows: 100, mostPointsPerRow: 0.05 } as const;

/** Rounded to the decimetre: what "the same coordinate" means. */
export function pointKey(point: Metres): string {
  return `${Math.round(point.x * 10)},${Math.round(point.y * 10)}`;
}

/** More coordinates than this are not all remembered, and their file is none of centres only. */
const mostTallies = 100_000;
/** Below this share a coordinate is forgotten when there are too many: far below what a default needs. */
const forgottenShare = 0.002;

interface Tally {
  readonly point: Metres;
  rows: number;
  /** The sets are made with the second row on the very same place: most places have one. */
  readonly first: { readonly category: string; readonly street: string };
  categories: Set<string> | null;
  streets: Set<string> | null;
  withStreet: number;
}

/**
 * Counts rows per coordinate while the preview reads the file, and says which coordinates are defaults: at least 20 rows
 * and 3 % of the file on the very same decimetre, with events of four kinds or more, and either rows without a street or
 * rows of three streets or more. A shopping centre's own address point keeps its one street and is left alone. In a file
 * of at least 100 rows with fewer than one coordinate to twenty rows, every shared coordinate is a default.
 */
export class DefaultCoordinates {
  private readonly tallies = new Map<string, Tally>();
  private placed = 0;
  private spread = false;

  add(point: Metres, category: string, street: string): void {
    this.placed += 1;
    const key = pointKey(point);
    const tally = this.tallies.get(key);
    if (!tally) {
      const withStreet = street === '' ? 0 : 1;
      this.tallies.set(key, {
        point,
        rows: 1,
        first: { category, street },
        categories: null,
        streets: null,
        withStreet,
      });
      this.forget();
      return;
    }
    tally.rows += 1;
    (tally.categories ??= new Set([tally.first.category])).add(category);
    tally.streets ??= new Set(tally.first.street === '' ? [] : [tally.first.street.toLowerCase()]);
    if (street === '') return;
    tally.withStreet += 1;
    tally.streets.add(street.toLowerCase());
  }

  found(): DefaultCoordinate[] {
    return [...this.tallies]
      .filter(([, tally]) => this.isDefault(tally))
      .map(([key, tally]) => ({ key, point: tally.point, rows: tally.rows }))
      .sort((a, b) => b.rows - a.rows);
  }

  /** Keeps the memory flat: when there are too many coordinates, those with few rows are let go (lossy counting). */
  private forget(): void {
    if (this.tallies.size <= mostTallies) return;
    this.spread = true;
    const least = Math.max(3, this.placed * forgottenShare);
    for (const [key, tally] of this.tallies) if (tally.rows < least) this.tallies.delete(key);
  }

  private isDefault(tally: Tally): boolean {
    const centres =
      !this.spread &&
      this.placed >= centresOnly.leastRows &&
      this.tallies.size < this.placed * centresOnly.mostPointsPerRow;
    if (centres && tally.rows > 1) return true;
    const kinds = tally.categories?.size ?? 1;
    if (tally.rows < leastRows || tally.rows < this.placed * leastShare || kinds < manyCategories) return false;
    return tally.withStreet * 2 < tally.rows || (tally.streets?.size ?? 0) >= manyStreets;
  }
}
