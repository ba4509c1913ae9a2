import { useState } from 'react';
import { todayInSweden, type Days } from '../ui/period.js';
import { filterOf, type EventCollection, type EventFilter, type TileView } from './map-api.js';
import { comparedDays, mapDays } from './map-period.js';
import type { MapSearch } from './map-search.js';
import { useEvents } from './use-events.js';

/** The period that the view's own is held against, and what happened in it. */
export interface Compared {
  now: Required<Days>;
  before: Required<Days>;
  events: EventCollection | undefined;
  tiles: TileView | null;
  filter: EventFilter;
}

/** `null` while nothing is compared, or when the period has no ends. */
export function useCompared(code: string, search: MapSearch): Compared | null {
  const [today] = useState(() => todayInSweden(new Date()));
  const { from, to } = mapDays(search.period ?? '12m', today, search);
  const own = { from: search.jfran, to: search.jtill };
  const before = search.jamfor === undefined ? null : comparedDays(search.jamfor, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }, own); // prettier-ignore
  const filter = { ...filterOf(search, today), ...before };
  const { events, tiles, updating } = useEvents(code, filter, before !== null);
  if (before === null || from === undefined || to === undefined) return null;
  return { now: { from, to }, before, events: updating ? undefined : events, tiles, filter };
}
