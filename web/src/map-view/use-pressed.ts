import type { FeatureCollection } from 'geojson';
import { useMemo, useState } from 'react';
import type { LayerGroup } from '../map/layer-group.js';
import type { CountHit } from '../map/map-hits.js';
import { useTheme } from '../ui/theme.js';
import type { EventFilter } from './map-api.js';
import type { MapSearch } from './map-search.js';
import { squareData, type Square } from './squares.js';
import { cornerOf } from './use-map-layers.js';

/** What was pressed to be opened, and of which events it is a part. */
export interface Pressed {
  hit: CountHit;
  /** Key of the tiles that it came from; `null` when it did not. */
  view: string | null;
  /** Of the map that was pressed, where it has days of its own; `null`: those of the address. */
  filter: EventFilter | null;
}

/** The square that was pressed; `null` for points. Tiles name it by its corner. */
export function squareOf({ position, counted: [first] }: CountHit): Square | null {
  if (position !== null || first === undefined) return null;
  const { square, east, north, side, count } = first.properties;
  const corner = typeof square === 'string' ? cornerOf(square) : { east: Number(east), north: Number(north) };
  return { ...corner, side: Number(side), count: Number(count) };
}

const inks = { light: '#1a2225', dark: '#ffffff' } as const;

/** The points or the square that are looked at, with a ring on the map. Another filter shows other events: then it is over. */
export function usePressed(search: MapSearch, filter: EventFilter) {
  const theme = useTheme();
  const [held, setHeld] = useState<{ pressed: Pressed; of: string } | null>(null);
  const of = JSON.stringify([filter, search.stund, search.steg, search.jamfor]);
  const now = held?.of === of ? held.pressed : null;
  const layers = useMemo((): readonly LayerGroup[] => {
    if (now === null) return [];
    const square = squareOf(now.hit);
    const data: FeatureCollection = square === null
      ? { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...now.hit.position!] } }] }
      : squareData([square]);
    const colour = inks[theme];
    return [
      {
        id: 'pressed',
        data,
        layers: [
          square === null
            ? { id: 'ring', type: 'circle', paint: { 'circle-radius': 12, 'circle-opacity': 0, 'circle-stroke-color': colour, 'circle-stroke-width': 2.5 } }
            : { id: 'edge', type: 'line', paint: { 'line-color': colour, 'line-width': 3 } },
        ],
      },
    ];
  }, [now, theme]); // prettier-ignore
  return { now, layers, open: (pressed: Pressed) => setHeld({ pressed, of }), close: () => setHeld(null) };
}
