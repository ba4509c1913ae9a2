import { type EventColumns, precisions } from '../analysis/event-columns.js';
import { inSweden } from '../geo/geojson.js';
import { type Position, toPosition } from '../geo/projection.js';

export interface ViewFigures {
  readonly events: number;
  readonly crimes: number;
  readonly categories: { readonly code: string; readonly count: number }[];
}

/** What is wrong with west, south, east, north, as a code, or null. */
export function boundsFault(bounds: readonly number[]): string | null {
  const [west, south, east, north] = bounds as [number, number, number, number];
  if (inSweden(south, west) && inSweden(north, east) && !inSweden(west, south)) return 'swapped-position';
  return west < east && south < north && south >= -85.06 && north <= 85.06 ? null : 'bounds-wrong';
}

/** What a frozen view counts: every event of the filter, those without a place too; the most common category first. */
export function viewFigures({ count, crimes, category, categories }: EventColumns): ViewFigures {
  const counts = new Map<number, number>();
  for (const each of category) counts.set(each, (counts.get(each) ?? 0) + 1);
  return {
    events: count,
    crimes: crimes.reduce((sum, each) => sum + each, 0),
    categories: [...counts]
      .map(([at, events]) => ({ code: categories[at] ?? '', count: events }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
  };
}

/** The events that a map can show as points, in degrees: those that are known better than by their area. */
export function drawnPositions({ count, x, y, flags }: EventColumns): Position[] {
  const positions: Position[] = [];
  for (let at = 0; at < count; at++) {
    if (!Number.isFinite(x[at]!) || precisions[flags[at]! & 3] === 'area') continue;
    positions.push(toPosition({ x: x[at]!, y: y[at]! }));
  }
  return positions;
}
