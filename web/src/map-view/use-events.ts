import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { eventsQuery, mostPoints, tileViewQuery, type EventCollection, type EventFilter, type TileView } from './map-api.js'; // prettier-ignore

/** The events of a filter, as points or, where there are too many, as tiles. */
export interface Events {
  events: EventCollection | undefined;
  /** Too many for points of their own: they come as tiles, and `events` has their number only. */
  tiles: TileView | null;
  /** What is shown is of an earlier filter. */
  updating: boolean;
  error: unknown;
  refetch: () => Promise<unknown>;
}

export function useEvents(code: string, filter: EventFilter, enabled = true): Events {
  const view = useQuery({ ...tileViewQuery(code, filter), enabled });
  const known = view.isSuccess && !view.isPlaceholderData;
  const tiled = view.data !== undefined && view.data.events > mostPoints;
  const points = useQuery({ ...eventsQuery(code, filter), enabled: enabled && known && !tiled });
  const { data } = view;
  const events = useMemo(() => (tiled && data !== undefined ? withoutPoints(data) : points.data), [tiled, data, points.data]); // prettier-ignore
  return {
    events,
    tiles: tiled ? (data ?? null) : null,
    updating: view.isPlaceholderData || (!tiled && points.isPlaceholderData),
    error: view.error ?? points.error,
    refetch: () => Promise.all([view.refetch(), ...(known && !tiled ? [points.refetch()] : [])]),
  };
}

/** A filter whose events come as tiles: the numbers of all, and no points. */
function withoutPoints({ events: total, crimes, outside, withoutPlace, unreviewed }: TileView): EventCollection {
  return { type: 'FeatureCollection', total, crimes, outside, withoutPlace, unreviewed, truncated: true, features: [] };
}
