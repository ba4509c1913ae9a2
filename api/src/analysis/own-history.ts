import { cellCentre, cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import { containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { benjaminiHochberg, hypergeometricUpperTail, predictiveInterval } from './exact-test.js';

/** Events now and in the same weeks of earlier years, all of them, so that every place is seen against the total. */
export interface History {
  readonly now: readonly Metres[];
  readonly earlier: readonly Metres[];
  readonly years: number;
}

/** A square of 3 x 3 cells in which events are more than the place's own share of the total would give. */
export interface UnusualWindow {
  readonly centre: Metres;
  readonly now: number;
  readonly earlier: number;
  /** Adjusted (Benjamini-Hochberg) over every window that holds any event. */
  readonly adjustedP: number;
}

/** "More than usual here": the place against its own history, seen through the total. */
export type OwnHistoryClaim =
  | { readonly status: 'first-year' | 'too-few' }
  | {
      readonly status: 'more-than-usual' | 'as-usual';
      readonly comparison: 'same-weeks-of-earlier-years-share-of-total';
      readonly years: number;
      readonly observed: number;
      /** The place's share of earlier events times the events now. */
      readonly expected: number;
      /** 90 % interval for what would be usual. */
      readonly low: number;
      readonly high: number;
      /** The smallest adjusted p of the windows it holds; null when it holds none that is unusual. */
      readonly adjustedP: number | null;
    };

export const cellMetres = 100;
const windowReach = 1;
const level = 0.05;

/**
 * Where are there more events now than the place's own share of the total in earlier years would give?
 *
 * Every fixed window of 3 x 3 cells of 100 m that holds any event is tested with the exact hypergeometric tail (what
 * shuffling the dates over the places for ever would give, the logic of Kulldorff's space-time permutation, doi
 * 10.1371/journal.pmed.0020059), conditioned on the totals: a rise everywhere, better reporting or a season light up
 * nothing. Windows are fixed before the events are seen and all of them are in the family, because testing only the
 * clusters found would test the window that chose itself. Empty without events now or earlier.
 */
export function unusualWindows({ now, earlier }: Omit<History, 'years'>): UnusualWindow[] {
  const recentCounts = windowCounts(now);
  const earlierCounts = windowCounts(earlier);
  const keys = [...new Set([...recentCounts.keys(), ...earlierCounts.keys()])].sort((a, b) => a - b);
  const totals = { marked: now.length, total: now.length + earlier.length };
  const p = keys.map((key) => {
    const recent = recentCounts.get(key) ?? 0;
    return hypergeometricUpperTail({ recent, drawn: recent + (earlierCounts.get(key) ?? 0), ...totals });
  });
  const adjusted = benjaminiHochberg(p);
  return keys.flatMap((key, index) => {
    const adjustedP = adjusted[index]!;
    if (adjustedP > level) return [];
    const centre = cellCentre(cellFromKey(key), cellMetres);
    return [{ centre, now: recentCounts.get(key) ?? 0, earlier: earlierCounts.get(key) ?? 0, adjustedP }];
  });
}

/** Events per window, by the key of its middle cell. */
function windowCounts(points: readonly Metres[]): Map<number, number> {
  const cells = new Map<number, number>();
  for (const point of points) {
    const key = cellKey(cellOf(point, cellMetres));
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const windows = new Map<number, number>();
  for (const [key, count] of cells) {
    const { column, row } = cellFromKey(key);
    for (let up = -windowReach; up <= windowReach; up++) {
      for (let right = -windowReach; right <= windowReach; right++) {
        const middle = cellKey({ column: column + right, row: row + up });
        windows.set(middle, (windows.get(middle) ?? 0) + count);
      }
    }
  }
  return windows;
}

/**
 * What can be said of one place. It is claimed only when it holds an unusual window (at least half of the window's events
 * now lie in its polygon) or lies in one (at least half of its own do: a place in a busy centre is smaller than a window),
 * and is itself above the interval of what is usual; otherwise the rise is somebody else's.
 */
export function ownHistoryOf(
  polygon: MetresMultiPolygon,
  history: History,
  windows: readonly UnusualWindow[],
): OwnHistoryClaim {
  const isInside = containment(polygon);
  const inside = history.now.filter(isInside);
  const before = history.earlier.filter(isInside).length;
  const exposure = history.earlier.length / history.now.length;
  const { low, high } = predictiveInterval(before, exposure);
  const held = windows.filter((window) => {
    const common = inside.filter((point) => windowHolds(window, point)).length;
    return 2 * common >= Math.min(window.now, inside.length);
  });
  const unusual = held.length > 0 && inside.length > high;
  return {
    status: unusual ? 'more-than-usual' : 'as-usual',
    comparison: 'same-weeks-of-earlier-years-share-of-total',
    years: history.years,
    observed: inside.length,
    expected: before / exposure,
    low,
    high,
    adjustedP: unusual ? Math.min(...held.map((window) => window.adjustedP)) : null,
  };
}

function windowHolds({ centre }: UnusualWindow, point: Metres): boolean {
  const half = (windowReach + 0.5) * cellMetres;
  return (
    point.x >= centre.x - half && point.x < centre.x + half && point.y >= centre.y - half && point.y < centre.y + half
  );
}
