import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/base-map-style.js';
import type { Bounds } from '../map/base-map.js';
import type { GroupLayer, LayerGroup } from '../map/layer-group.js';

/** As much of a report as the map needs. */
export interface Placed {
  readonly id: string;
  readonly position: readonly number[] | null;
}

const inks = {
  light: { point: '#0c5f6b', paper: '#ffffff', twin: '#7a5000', selected: '#1a2225' },
  dark: { point: '#6fc6cf', paper: '#12181a', twin: '#e8be5c', selected: '#ffffff' },
} as const;

const selected = (yes: number | string, no: number | string): ExpressionSpecification => ['case', ['boolean', ['feature-state', 'selected'], false], yes, no]; // prettier-ignore

function point(placed: Placed, label?: string): Feature[] {
  if (placed.position === null) return [];
  const properties = { id: placed.id, ...(label === undefined ? {} : { label }) };
  return [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...placed.position] } }];
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** Everything in the list as points. */
export function pointData(items: readonly Placed[]): FeatureCollection {
  return collection(items.flatMap((item) => point(item)));
}

/** The report and each possible duplicate with the line between them and what is said of it: "45 m, 3 timmar". */
export function pairData(item: Placed | null, twins: readonly (Placed & { label: string })[]): FeatureCollection {
  if (item === null || item.position === null) return collection([]);
  const from = [...item.position];
  const lines = twins.flatMap((twin): Feature[] =>
    twin.position === null
      ? []
      : [
          {
            type: 'Feature',
            properties: {},
            geometry: { type: 'LineString', coordinates: [from, [...twin.position]] },
          },
        ],
  );
  return collection([...lines, ...twins.flatMap((twin) => point(twin, twin.label))]);
}

export function pointGroup(data: FeatureCollection, chosen: string | null, theme: MapTheme): LayerGroup {
  const ink = inks[theme];
  const layers: GroupLayer[] = [
    {
      id: 'point',
      type: 'circle',
      paint: {
        'circle-color': ink.point,
        'circle-radius': selected(10, 5),
        'circle-stroke-width': selected(3, 1.25),
        'circle-stroke-color': selected(ink.selected, ink.paper),
      },
    },
  ];
  return { id: 'reviews', data, layers, selectable: true, selected: chosen };
}

export function pairGroup(data: FeatureCollection, theme: MapTheme): LayerGroup {
  const ink = inks[theme];
  const isPoint = ['==', ['geometry-type'], 'Point'] as never;
  const layers: GroupLayer[] = [
    { id: 'line', type: 'line', paint: { 'line-color': ink.twin, 'line-width': 2.5, 'line-dasharray': [1.5, 1.5] } },
    {
      id: 'twin',
      type: 'circle',
      filter: isPoint,
      paint: {
        'circle-color': ink.paper,
        'circle-opacity': 0.35,
        // Wider than the chosen point, so that it is seen around it when they lie on each other.
        'circle-radius': 14,
        'circle-stroke-color': ink.twin,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'label',
      type: 'symbol',
      filter: isPoint,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['"Source Sans 3"', 'Semibold'],
        'text-size': 14,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.4,
      },
      paint: { 'text-color': ink.selected, 'text-halo-color': ink.paper, 'text-halo-width': 2 },
    },
  ];
  return { id: 'pairs', data, layers };
}

/** The least that is shown around a report, in degrees of latitude: about 350 metres. */
const leastReach = 0.0016;

/** What is to be seen of the map for a report and its possible duplicates; null when it has no place. */
export function sightOf(placed: readonly Placed[]): Bounds | null {
  const positions = placed.flatMap(({ position }) => (position === null ? [] : [position]));
  if (positions.length === 0) return null;
  const [x, y] = [positions.map((one) => one[0]!), positions.map((one) => one[1]!)];
  const [west, east, south, north] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  return [west - 2 * leastReach, south - leastReach, east + 2 * leastReach, north + leastReach];
}
