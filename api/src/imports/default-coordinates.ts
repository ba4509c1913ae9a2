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

interface Tally {
  readonly point: Metres;
  rows: number;
  readonly categories: Set<string>;
  readonly streets: Set<string>;
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

  add(point: Metres, category: string, street: string): void {
    this.placed += 1;
    const key = pointKey(point);
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { point, rows: 0, categories: new Set(), streets: new Set(), withStreet: 0 };
      this.tallies.set(key, tally);
    }
    tally.rows += 1;
    tally.categories.add(category);
    if (street !== '') {
      tally.withStreet += 1;
      tally.streets.add(street.toLowerCase());
    }
  }

  found(): DefaultCoordinate[] {
    return [...this.tallies]
      .filter(([, tally]) => this.isDefault(tally))
      .map(([key, tally]) => ({ key, point: tally.point, rows: tally.rows }))
      .sort((a, b) => b.rows - a.rows);
  }

  private isDefault(tally: Tally): boolean {
    const centres =
      this.placed >= centresOnly.leastRows && this.tallies.size < this.placed * centresOnly.mostPointsPerRow;
    if (centres && tally.rows > 1) return true;
    if (tally.rows < leastRows || tally.rows < this.placed * leastShare || tally.categories.size < manyCategories)
      return false;
    return tally.withStreet * 2 < tally.rows || tally.streets.size >= manyStreets;
  }
}
