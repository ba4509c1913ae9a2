import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { LayerGroup } from './layer-group.js';
import { hitAt, type CountHit, type MapHit, type PickedPosition } from './map-hits.js';

export type { MapHit, PickedPosition };

export interface PressHandlers {
  /** A selectable feature was pressed; `null`: the empty map. */
  onSelect?: (hit: MapHit | null) => void;
  /** Points or a square of a group that `opens` were pressed. */
  onOpen?: ((hit: CountHit) => void) | undefined;
  /** While given, a press places a point instead of selecting. */
  onPick?: ((position: PickedPosition) => void) | undefined;
}

/** Turns presses on the map into what the page asked to hear of. */
export function useMapPresses(map: MapLibreMap | null, groups: readonly LayerGroup[], handlers: PressHandlers): void {
  const latest = useRef({ groups, handlers });
  useEffect(() => {
    latest.current = { groups, handlers };
  });
  useEffect(() => {
    if (map === null) return undefined;
    const press = (event: MapMouseEvent) => {
      const { groups: shown, handlers: told } = latest.current;
      if (told.onPick !== undefined) {
        told.onPick([Number(event.lngLat.lng.toFixed(6)), Number(event.lngLat.lat.toFixed(6))]);
        return;
      }
      const hit = hitAt(map, event.point, shown, told.onOpen !== undefined);
      if (hit !== null && 'counted' in hit) told.onOpen?.(hit);
      else told.onSelect?.(hit);
    };
    const point = (event: MapMouseEvent) => {
      const { groups: shown, handlers: told } = latest.current;
      const over = told.onPick === undefined && told.onSelect !== undefined && hitAt(map, event.point, shown, told.onOpen !== undefined) !== null; // prettier-ignore
      map.getCanvas().style.cursor = told.onPick === undefined ? (over ? 'pointer' : '') : 'crosshair';
    };
    map.on('click', press);
    map.on('mousemove', point);
    return () => {
      map.off('click', press);
      map.off('mousemove', point);
    };
  }, [map]);
}
