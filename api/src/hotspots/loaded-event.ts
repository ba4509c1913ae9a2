import { type InParts, inParts } from '../analysis/parts.js';
import { type IncidentRows, rowFlags, sourceOf } from '../incidents/incident-rows.js';
import type { Selection } from '../incidents/row-selection.js';
import type { CountedEvent } from './place-figures.js';

/** An event as the figures of places and of periods take it. */
export interface LoadedEvent extends CountedEvent {
  readonly area: string | null;
  /** Known well enough to be drawn, and inside the municipality. */
  readonly placed: boolean;
  /** Known to a point or an address, inside the municipality, and no dwelling. */
  readonly exact: boolean;
  readonly reviewed: boolean;
}

const precisions = ['point', 'address', 'street', 'area'] as const;

/** The events of a selection, one object each. */
export function* loadedEvents(selection: Selection): InParts<LoadedEvent[]> {
  const events: LoadedEvent[] = [];
  yield* inParts(selection.count, (from, to) => {
    for (let event = from; event < to; event++) events.push(loadedEvent(selection, event));
  });
  return events;
}

function loadedEvent({ rows, at, crimes, reviewed }: Selection, event: number): LoadedEvent {
  const row = at[event]!;
  const flags = rows.flags[row]!;
  const [x, y, to] = [rows.x[row]!, rows.y[row]!, rows.to[row]!];
  const precision = precisions[flags & rowFlags.precision]!;
  const outside = (flags & rowFlags.outside) !== 0;
  const dwelling = (flags & rowFlags.dwelling) !== 0;
  const placed = !outside && precision !== 'area' && Number.isFinite(x);
  return {
    x,
    y,
    from: rows.from[row]!,
    to: Number.isNaN(to) ? null : to,
    category: rows.categories[rows.category[row]!] ?? '',
    source: reporterOf(rows, row),
    precision,
    outside,
    dwelling,
    crimes: crimes[event]!,
    reviewed: reviewed[event] === 1,
    area: rows.areas[rows.area[row]! - 1] ?? null,
    placed,
    exact: placed && !dwelling && precision !== 'street',
  };
}

/** The organisation that reported it, else what kind of source it was. */
function reporterOf(rows: IncidentRows, row: number): string {
  return rows.organisations[rows.organisation[row]! - 1] ?? sourceOf(rows.flags[row]!);
}
