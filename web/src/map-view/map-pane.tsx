import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { metresPerPixel } from '../map/scale.js';
import type { Bounds } from '../map/base-map.js';
import { outlineBounds } from '../map/place-outline.js';
import { todayInSweden } from '../ui/period.js';
import { filterOf, type EventFilter } from './map-api.js';
import { mapDays } from './map-period.js';
import { layersOf, readPlace, readView, writeView, type MapSearch } from './map-search.js';
import { MapStage } from './map-stage.js';
import { useMapData } from './use-map-data.js';
import { useHeldView } from './use-map-search.js';

interface MapPaneProps {
  view: MapSearch;
  onView: (view: MapSearch) => void;
  /** A hot spot or anhopning was pressed; the view holds it too, as `valt`. */
  onSelect?: (id: string | null) => void;
  /** For a small place: the legend is left out. */
  compact?: boolean;
}

/** The joint map without the page round it, its view held by the caller: for the meeting. Fills its parent, which has a height. */
export function MapPane({ view, onView, onSelect, compact = false }: MapPaneProps) {
  const { code = '' } = useParams({ strict: false });
  const change = useHeldView(view, onView);
  const data = useMapData(code, view);
  const [show, setShow] = useState<Bounds | null>(null);
  const select = (id: string | null) => {
    const place = data.places.find((one) => one.id === id);
    if (place !== undefined) setShow(outlineBounds([place]));
    change({ valt: id ?? undefined });
    onSelect?.(id);
  };
  return (
    <div className="mapview" data-compact={compact || undefined}>
      <MapStage {...{ code, search: view, change, data }} show={show} onSelect={select} />
    </div>
  );
}

interface TextPaneProps {
  /** The view as it stands after `?` in the address of the map. */
  view: string;
  onView: (view: string) => void;
  compact?: boolean;
}

/** The same with the view as text, for pages that only keep it. */
export function MapTextPane({ view, onView, compact = false }: TextPaneProps) {
  return <MapPane view={readView(view)} onView={(next) => onView(writeView(next))} compact={compact} />;
}

/** What is kept of a view: its address, and what it meant on the day. */
export interface CurrentView {
  search: string;
  from: string;
  to: string;
  filter: EventFilter;
  bounds: Bounds;
  layers: readonly string[];
}

/** Half of a common screen, in pixels, when the map itself cannot be asked how large it is. */
const usualSize = { width: 1000, height: 800 };

/** Where a period that is open backwards begins. */
const earliest = '2000-01-01';

/**
 * A view as `POST /views` takes it.
 *
 * @param bounds of the municipality, for a view that does not say where it is
 */
export function currentView(view: MapSearch, bounds: Bounds, now = new Date()): CurrentView {
  const today = todayInSweden(now);
  const { from = earliest, to } = mapDays(view.period ?? '12m', today, view);
  return {
    search: writeView(view),
    from,
    to: to ?? (from > today ? from : today),
    filter: filterOf(view, today),
    bounds: boundsOfView(view) ?? bounds,
    layers: layersOf(view),
  };
}

/** West, south, east and north of a view on a screen of common size; `null` when it does not say where it is. */
export function boundsOfView(view: MapSearch): Bounds | null {
  const place = readPlace(view.lage ?? '');
  if (place === null) return null;
  const metres = metresPerPixel(place.latitude, place.zoom);
  const north = (metres * usualSize.height) / 2 / 111_320;
  const east = (metres * usualSize.width) / 2 / 111_320 / Math.cos((place.latitude * Math.PI) / 180);
  const short = (value: number) => Number(value.toFixed(6));
  return [short(place.longitude - east), short(place.latitude - north), short(place.longitude + east), short(place.latitude + north)]; // prettier-ignore
}
