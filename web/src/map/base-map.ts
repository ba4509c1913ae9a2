import { queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { answer, api } from '../api/client.js';
import { baseMapStyle } from './base-map-style.js';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The ground under everything: one collection per layer name of `base-map-style.ts`. */
export interface BaseMap {
  layers: Readonly<Record<string, FeatureCollection>>;
  attribution: string;
  bounds: Bounds;
}

/** The base map of a municipality; it does not change while the page is open. */
export function baseMapQuery(code: string) {
  return queryOptions({
    queryKey: ['base-map', code],
    queryFn: async (): Promise<BaseMap> => {
      const params = { path: { code } };
      const found = await answer(api.GET('/api/v1/municipalities/{code}/base-map', { params }));
      return found as unknown as BaseMap; // The OpenAPI document has four numbers as a list of numbers, and geometry as objects.
    },
    staleTime: Infinity,
  });
}

/** How the ground is drawn; only layers whose data there are. */
export function baseLayers(baseMap: BaseMap, theme: 'light' | 'dark'): LayerSpecification[] {
  const sources = new Set(Object.keys(baseMap.layers).map((name) => `base-${name}`));
  return baseMapStyle({ theme }).filter(
    (layer) => !('source' in layer) || (typeof layer.source === 'string' && sources.has(layer.source)),
  );
}
