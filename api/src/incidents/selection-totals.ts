import { type InParts, inParts } from '../analysis/parts.js';
import { isPlaced, rowFlags } from './incident-rows.js';
import type { Selection } from './row-selection.js';

/** What a selection holds in all. */
export interface Totals {
  readonly events: number;
  readonly crimes: number;
  /** Rows: as many as the list of reports has. */
  readonly reports: number;
  readonly outside: number;
  /** Known by their area only, or not at all. */
  readonly withoutPlace: number;
  readonly unreviewed: number;
}

/** Counts a selection, by the same rules as the list of events. */
export function* totalsOf({ rows, count, at, crimes, reports, reviewed }: Selection): InParts<Totals> {
  const totals = { events: count, crimes: 0, reports: 0, outside: 0, withoutPlace: 0, unreviewed: 0 };
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event++) {
      const row = at[event]!;
      totals.crimes += crimes[event]!;
      totals.reports += reports[event]!;
      if ((rows.flags[row]! & rowFlags.outside) !== 0) totals.outside++;
      if (!isPlaced(rows, row)) totals.withoutPlace++;
      if (reviewed[event] === 0) totals.unreviewed++;
    }
  });
  return totals;
}
