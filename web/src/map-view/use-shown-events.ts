import { useMemo } from 'react';
import type { EventCollection } from './map-api.js';
import type { MapSearch } from './map-search.js';
import { dayOf, windowAt, type WindowStep } from './time-window.js';

export type EventFeature = EventCollection['features'][number];

export function stepOf({ steg }: Pick<MapSearch, 'steg'>): WindowStep {
  return steg ?? 'vecka';
}

/** The events that the map shows now: all of the filter's, or those of the time slider's window. */
export function useShownEvents(events: EventCollection | undefined, search: MapSearch): readonly EventFeature[] {
  const { stund } = search;
  const step = stepOf(search);
  return useMemo(() => {
    const features = events?.features ?? [];
    if (stund === undefined) return features;
    const { from, to } = windowAt(stund, step);
    return features.filter(({ properties }) => {
      const day = dayOf(properties.from);
      return from <= day && day <= to;
    });
  }, [events, stund, step]);
}
