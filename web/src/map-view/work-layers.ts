import type { FeatureCollection } from 'geojson';
import type { components } from '../api/openapi.js';
import type { MapTheme } from '../map/base-map-style.js';
import type { GroupLayer } from '../map/layer-group.js';
import { areaData } from './event-layers.js';

export type AreaStatus = components['schemas']['AreaStatuses']['areas'][number];
export type Action = components['schemas']['Action'];
export type Place = components['schemas']['Place'];

const isArea = ['!=', ['geometry-type'], 'Point'] as never;
const isPoint = ['==', ['geometry-type'], 'Point'] as never;

/** Lines and letters of areas; `raised` and `serious` have a hatch too. */
export const areaInks = {
  light: { line: '#6d7478', text: '#4a4741', halo: '#f8f6f1', raised: '#7a5000', serious: '#a3211f', normal: '#1b6a3a' },
  dark: { line: '#8b959a', text: '#bcc1c4', halo: '#16191b', raised: '#e0b85c', serious: '#f2968c', normal: '#7fcb98' },
} as const; // prettier-ignore

/** Areas with how the group saw them in the week: the word stands after the name, the hatch follows it. */
export function statusData(shapes: FeatureCollection, statuses: readonly AreaStatus[], words: Record<string, string>): FeatureCollection {
  const levels = new Map(statuses.map(({ areaId, level }) => [areaId, level]));
  const features = shapes.features.map((feature) => {
    const level = levels.get(String(feature.properties?.['id'])) ?? null;
    const name = String(feature.properties?.['name'] ?? '');
    return { ...feature, properties: { ...feature.properties, level: level ?? '', name: level === null ? name : `${name}\n${words[level] ?? ''}` } };
  });
  return areaData({ type: 'FeatureCollection', features });
} // prettier-ignore

/** Areas as thin lines with their names; a raised one dotted, a serious one gridded, each in its colour. */
export function areaLayers(theme: MapTheme): readonly GroupLayer[] {
  const ink = areaInks[theme];
  const byLevel = (fallback: string) => ['match', ['get', 'level'], 'normal', ink.normal, 'raised', ink.raised, 'serious', ink.serious, fallback] as never; // prettier-ignore
  const isLevel = (level: string) => ['all', ['!=', ['geometry-type'], 'Point'], ['==', ['get', 'level'], level]] as never; // prettier-ignore
  return [
    { id: 'raised', type: 'fill', filter: isLevel('raised'), paint: { 'fill-pattern': `raised-${theme}`, 'fill-opacity': 0.42 } },
    { id: 'serious', type: 'fill', filter: isLevel('serious'), paint: { 'fill-pattern': `serious-${theme}`, 'fill-opacity': 0.42 } },
    { id: 'line', type: 'line', filter: isArea, paint: { 'line-color': byLevel(ink.line), 'line-width': ['match', ['get', 'level'], '', 1.25, 'normal', 1.5, 2.5] as never, 'line-dasharray': [1.5, 2], 'line-opacity': 0.9 } },
    {
      id: 'name',
      type: 'symbol',
      filter: isPoint,
      layout: { 'text-field': ['get', 'name'], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 13 },
      paint: { 'text-color': ink.text, 'text-halo-color': ink.halo, 'text-halo-width': 1.5 },
    },
  ]; // prettier-ignore
}

/** Points with a name below them, once near enough; the shape is one of `map/marks.ts`. */
export function markLayers(mark: 'square' | 'diamond', theme: MapTheme): readonly GroupLayer[] {
  const ink = areaInks[theme];
  return [
    {
      id: 'mark',
      type: 'symbol',
      layout: { 'icon-image': `${mark}-${theme}`, 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.55, 15, 1] },
    },
    {
      id: 'name',
      type: 'symbol',
      minzoom: 14.5,
      layout: { 'text-field': ['get', 'name'], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 12, 'text-anchor': 'top', 'text-offset': [0, 0.7], 'text-max-width': 9, 'text-optional': true },
      paint: { 'text-color': ink.text, 'text-halo-color': ink.halo, 'text-halo-width': 1.5 },
    },
  ]; // prettier-ignore
}

export function placeData(places: readonly Place[]): FeatureCollection {
  return { type: 'FeatureCollection', features: places.map(({ name, position }) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [...position] } })) };
} // prettier-ignore

/** Actions where they are done; one of a hot spot is pressed as that hot spot. Those without a place are in the table only. */
export function actionData(actions: readonly Action[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: actions.flatMap(({ what, hotspotId, position }) =>
      position === null
        ? []
        : [{ type: 'Feature', properties: { ...(hotspotId === null ? {} : { id: hotspotId }), name: what.length > 60 ? `${what.slice(0, 57)} …` : what }, geometry: { type: 'Point', coordinates: [...position] } }],
    ),
  }; // prettier-ignore
}
