import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { AnalysisRun } from '../findings/findings-api.js';
import type { Bounds } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import { outlineData, outlineLayers, type OutlinedPlace } from '../map/place-outline.js';

type Theme = 'light' | 'dark';
type Shape = AnalysisRun['geometry']['features'][number];

/** Densities and squares in one hue that prints in grey. */
const ramps = {
  light: ['#abcdd0', '#74adb3', '#3b8791', '#0c5f6b'],
  dark: ['#235159', '#317580', '#4b9ea9', '#7fd0d9'],
} as const;

/** Layers whose shapes are places with a number; the others are squares. */
const squareLayers = new Set(['density', 'window', 'gi-star']);
/** Places that something is compared with, or that the group has decided on, have a whole line. */
const decidedLayers = new Set(['treated', 'place', 'ongoing']);

function rowOf({ properties }: Shape): number | null {
  return typeof properties['row'] === 'number' ? properties['row'] : null;
}

/** The rows of the table that have a shape which can be chosen. */
export function rowsOnMap({ geometry }: Pick<AnalysisRun, 'geometry'>): ReadonlySet<number> {
  return new Set(geometry.features.flatMap((shape) => rowOf(shape) ?? []));
}

function outlined(shape: Shape): OutlinedPlace | null {
  const { type, coordinates } = shape.geometry;
  const row = rowOf(shape);
  if (row === null || type === 'Point') return null;
  const number = typeof shape.properties['number'] === 'number' ? shape.properties['number'] : row + 1;
  const polygon = { coordinates: (type === 'Polygon' ? [coordinates] : coordinates) as never };
  return { id: String(row), number, polygon };
}

/** What a run shows on the map, lowest first; `hidden` layers are left out. */
export function resultGroups(run: Pick<AnalysisRun, 'geometry'>, about: { theme: Theme; chosen: number | null; hidden?: ReadonlySet<string> }): readonly LayerGroup[] {
  const { theme, chosen, hidden = new Set() } = about;
  const layers = [...new Set(run.geometry.features.map(({ properties }) => String(properties['layer'])))];
  const shown = layers.filter((layer) => !hidden.has(layer));
  return shown
    .toSorted((a, b) => Number(!squareLayers.has(a)) - Number(!squareLayers.has(b)))
    .map((layer) => {
      const shapes = run.geometry.features.filter(({ properties }) => properties['layer'] === layer);
      const selected = chosen === null ? null : String(chosen);
      if (squareLayers.has(layer)) return squares(layer, shapes, { theme, selected });
      const look = decidedLayers.has(layer) ? 'decided' : 'found';
      const places = shapes.flatMap((shape) => outlined(shape) ?? []).toReversed();
      return { id: `result-${layer}`, data: outlineData(places), layers: outlineLayers(look, theme), selectable: true, selected };
    });
} // prettier-ignore

function squares(layer: string, shapes: readonly Shape[], { theme, selected }: { theme: Theme; selected: string | null }): LayerGroup {
  const valueOf = ({ properties }: Shape) => Number(properties['perSquareKilometreAndYear'] ?? properties['count'] ?? properties['z'] ?? 0);
  const most = Math.max(1e-9, ...shapes.map(valueOf));
  const features = shapes.map((shape, at): Feature => {
    const row = rowOf(shape);
    return {
      type: 'Feature',
      geometry: shape.geometry as Polygon | MultiPolygon,
      properties: { id: row === null ? `${layer}-${at}` : String(row), level: Math.sqrt(valueOf(shape) / most) },
    };
  });
  const [low, middle, high, top] = ramps[theme];
  return {
    id: `result-${layer}`,
    data: { type: 'FeatureCollection', features },
    selectable: shapes.some((shape) => rowOf(shape) !== null),
    selected,
    layers: [
      {
        id: 'squares',
        type: 'fill',
        paint: {
          'fill-color': ['interpolate', ['linear'], ['get', 'level'], 0, low, 0.35, middle, 0.7, high, 1, top],
          'fill-opacity': ['interpolate', ['linear'], ['get', 'level'], 0, 0.1, 0.4, 0.5, 1, 0.75],
          'fill-antialias': false,
        },
      },
      {
        id: 'chosen',
        type: 'line',
        paint: {
          'line-color': theme === 'light' ? '#1a2225' : '#ffffff',
          'line-width': ['case', ['boolean', ['feature-state', 'selected'], false], 3, 0],
        },
      },
    ],
  };
} // prettier-ignore

/** West, south, east and north of the shapes of one row, or of all numbered ones; `null` when there is none. */
export function resultBounds({ geometry }: Pick<AnalysisRun, 'geometry'>, row: number | null = null): Bounds | null {
  const wanted = geometry.features.filter((shape) => row === null || rowOf(shape) === row);
  const corners = wanted.flatMap((shape) => positionsIn(shape.geometry.coordinates));
  if (corners.length === 0) return null;
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), largest(xs), largest(ys)];
}

function positionsIn(coordinates: readonly unknown[]): (readonly [number, number])[] {
  const [first, second] = coordinates;
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]];
  return coordinates.flatMap((part) => (Array.isArray(part) ? positionsIn(part) : []));
}
