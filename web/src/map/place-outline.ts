import type { Feature, FeatureCollection, MultiPolygon, Position } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapTheme } from './base-map-style.js';
import type { Bounds } from './base-map.js';
import type { GroupLayer } from './layer-group.js';

/** A place that is outlined with its number. */
export interface OutlinedPlace {
  id: string;
  number: number;
  polygon: { coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };
}

/** What the group has decided on has a whole line and a full disc; what is only found a dashed line and an empty disc. */
export type OutlineLook = 'decided' | 'found';

export const outlineInks = {
  light: { line: '#0c5f6b', paper: '#ffffff', text: '#ffffff', selected: '#1a2225', halo: '#ffffff' },
  dark: { line: '#6fc6cf', paper: '#12181a', text: '#07282d', selected: '#ffffff', halo: '#12181a' },
} as const;

const selected = (yes: number | string, no: number | string): ExpressionSpecification => ['case', ['boolean', ['feature-state', 'selected'], false], yes, no]; // prettier-ignore

/** Outlines and the points where their numbers stand, as one collection. */
export function outlineData(places: readonly OutlinedPlace[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: places.flatMap(({ id, number, polygon }): Feature[] => {
      const coordinates = polygon.coordinates as unknown as MultiPolygon['coordinates'];
      const properties = { id, number: String(number) };
      const corners = coordinates.flat(2);
      if (corners.length === 0) return [];
      return [
        { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } },
        { type: 'Feature', properties, geometry: { type: 'Point', coordinates: northernmost(corners) } },
      ];
    }),
  };
}

/** The number stands on the outline's northern edge, so that what happens inside is not hidden. */
function northernmost(corners: readonly Position[]): Position {
  return corners.reduce((best, corner) => (corner[1]! > best[1]! ? corner : best));
}

/** West, south, east and north of what is outlined; `null` when nothing is. */
export function outlineBounds(places: readonly Pick<OutlinedPlace, 'polygon'>[]): Bounds | null {
  const corners = places.flatMap(({ polygon }) => polygon.coordinates.flat(2));
  if (corners.length === 0) return null;
  const xs = corners.map((corner) => corner[0]!);
  const ys = corners.map((corner) => corner[1]!);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// A shape of several parts is called Polygon in one tile and MultiPolygon in another.
const isArea = ['!=', ['geometry-type'], 'Point'] as ExpressionSpecification;
const isPoint = ['==', ['geometry-type'], 'Point'] as ExpressionSpecification;

/** How outlined places are drawn: a breath of colour, a light hatch, a line, a number. The selected one is strong. */
export function outlineLayers(look: OutlineLook, theme: MapTheme): readonly GroupLayer[] {
  const ink = outlineInks[theme];
  const decided = look === 'decided';
  return [
    {
      id: 'ground',
      type: 'fill',
      filter: isArea as never,
      paint: { 'fill-color': ink.line, 'fill-opacity': selected(0.16, 0.06) },
    },
    {
      id: 'hatch',
      type: 'fill',
      filter: isArea as never,
      paint: { 'fill-pattern': `hatch-${theme}`, 'fill-opacity': selected(0.5, decided ? 0.34 : 0.2) },
    },
    {
      id: 'gap',
      type: 'line',
      filter: isArea as never,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ink.halo, 'line-width': selected(7, decided ? 4.5 : 3.5), 'line-opacity': 0.75 },
    },
    {
      id: 'line',
      type: 'line',
      filter: isArea as never,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': selected(ink.selected, ink.line),
        'line-width': selected(3.5, decided ? 2.25 : 1.75),
        ...(decided ? {} : { 'line-dasharray': [3, 1.6] }),
      },
    },
    {
      id: 'disc',
      type: 'circle',
      filter: isPoint as never,
      paint: {
        'circle-radius': selected(15, 12),
        'circle-color': selected(ink.selected, decided ? ink.line : ink.paper),
        'circle-stroke-color': selected(ink.halo, decided ? ink.halo : ink.line),
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'number',
      type: 'symbol',
      filter: isPoint as never,
      layout: {
        'text-field': ['get', 'number'],
        'text-font': ['"Source Sans 3"', 'Semibold'],
        'text-size': 14,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': selected(theme === 'light' ? '#ffffff' : '#12181a', decided ? ink.text : ink.line),
      },
    },
  ];
}
