import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { layerId, type LayerGroup } from './layer-group.js';

/** A place in degrees, longitude first as in GeoJSON, six decimals. */
export type PickedPosition = readonly [longitude: number, latitude: number];

/** The feature that was pressed. */
export interface MapHit {
  group: string;
  id: string;
  properties: Readonly<Record<string, unknown>>;
}

export interface PressHandlers {
  /** A selectable feature was pressed; `null`: the empty map. */
  onSelect?: (hit: MapHit | null) => void;
  /** While given, a press places a point instead of selecting. */
  onPick?: ((position: PickedPosition) => void) | undefined;
}

/** A finger is not a pixel: what lies within this many pixels counts as pressed. */
const reach = 10;

function hitAt(map: MapLibreMap, event: MapMouseEvent, groups: readonly LayerGroup[]): MapHit | null {
  const layers = groups
    .filter((group) => group.selectable === true)
    .flatMap((group) => group.layers.map((layer) => layerId(group.id, layer.id)))
    .filter((id) => map.getLayer(id) !== undefined);
  if (layers.length === 0) return null;
  const { x, y } = event.point;
  const exact = map.queryRenderedFeatures([x, y], { layers });
  const near =
    exact.length > 0
      ? exact
      : map.queryRenderedFeatures(
          [
            [x - reach, y - reach],
            [x + reach, y + reach],
          ],
          { layers },
        );
  const found = near.find((feature) => feature.properties['id'] !== undefined);
  if (found === undefined) return null;
  return { group: found.source, id: String(found.properties['id']), properties: found.properties };
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
      } else told.onSelect?.(hitAt(map, event, shown));
    };
    const point = (event: MapMouseEvent) => {
      const { groups: shown, handlers: told } = latest.current;
      const over = told.onPick === undefined && told.onSelect !== undefined && hitAt(map, event, shown) !== null;
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
