import type { Feature, FeatureCollection } from 'geojson';
import { readPolygon } from '../../../api/src/geo/geojson.js';
import type { GeoJsonMultiPolygon } from '../../../api/src/geo/polygon.js';
import type { MapTheme } from './base-map-style.js';
import type { LayerGroup } from './layer-group.js';
import type { PickedPosition } from './map-presses.js';

/** Corners of an area being drawn, in the order they were placed and not closed; degrees, longitude first. */
export type Corners = readonly PickedPosition[];

/** Why corners are not an area yet. */
export type DrawnProblem = 'too-few-corners' | 'too-many-corners' | 'crossing' | 'no-area';

export const mostCorners = 100;

export type DrawnArea = { ok: true; geometry: GeoJsonMultiPolygon; areaSquareMetres: number } | { ok: false; problem: DrawnProblem }; // prettier-ignore

/** The area that corners enclose, with its size; or the first thing that is wrong with it. */
export function areaOfCorners(corners: Corners): DrawnArea {
  if (corners.length < 3) return { ok: false, problem: 'too-few-corners' };
  if (corners.length > mostCorners) return { ok: false, problem: 'too-many-corners' };
  const ring = [...corners, corners[0]!].map(([longitude, latitude]) => [longitude, latitude]);
  const reading = readPolygon({ type: 'Polygon', coordinates: [ring] });
  if (reading.ok) return { ok: true, geometry: reading.geometry, areaSquareMetres: reading.areaSquareMetres };
  return { ok: false, problem: reading.problem === 'crossing-ring' ? 'crossing' : 'no-area' };
}

/** The corners of an area that was stored as one ring without holes; `null` when it is another kind of area. */
export function cornersOfArea(polygon: {
  coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
}): Corners | null {
  // prettier-ignore
  const [rings, ...others] = polygon.coordinates;
  const [outer, ...holes] = rings ?? [];
  if (outer === undefined || others.length > 0 || holes.length > 0) return null;
  return outer.slice(0, -1).map(([longitude, latitude]) => [longitude!, latitude!]);
}

const inks = {
  light: { line: '#500a40', paper: '#ffffff' },
  dark: { line: '#ffdcf2', paper: '#12181a' },
} as const;

/** What is being drawn (open, with its corners) or stands as a filter (closed), in a colour that nothing else has. */
export function drawnGroup(corners: Corners, look: 'drawing' | 'filter', theme: MapTheme): LayerGroup {
  const { line, paper } = inks[theme];
  const isArea = ['!=', ['geometry-type'], 'Point'] as never;
  const isPoint = ['==', ['geometry-type'], 'Point'] as never;
  return {
    id: 'drawn',
    data: { type: 'FeatureCollection', features: featuresOf(corners, look) } satisfies FeatureCollection,
    layers: [
      { id: 'ground', type: 'fill', filter: isArea, paint: { 'fill-color': line, 'fill-opacity': look === 'drawing' ? 0.1 : 0.04 } },
      { id: 'gap', type: 'line', filter: isArea, paint: { 'line-color': paper, 'line-width': 5, 'line-opacity': 0.8 } },
      { id: 'line', type: 'line', filter: isArea, paint: { 'line-color': line, 'line-width': 2.5, 'line-dasharray': [2, 1.2] } },
      {
        id: 'corner',
        type: 'circle',
        filter: isPoint,
        paint: { 'circle-radius': 6, 'circle-color': paper, 'circle-stroke-color': line, 'circle-stroke-width': 2.5 },
      },
    ],
  }; // prettier-ignore
}

function featuresOf(corners: Corners, look: 'drawing' | 'filter'): Feature[] {
  const positions = corners.map((corner) => [...corner]);
  const points = look === 'filter' ? [] : positions.map((coordinates): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } })); // prettier-ignore
  if (positions.length < 2) return points;
  const shape: Feature =
    positions.length === 2
      ? { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: positions } }
      : {
          type: 'Feature',
          properties: {},
          geometry: { type: 'Polygon', coordinates: [[...positions, positions[0]!]] },
        };
  return [shape, ...points];
}

/** Corners of a circle, for a radius around a place. Metres on the ground; good to a centimetre per kilometre. */
export function circleCorners([longitude, latitude]: PickedPosition, metres: number, count = 64): Corners {
  const north = metres / 111_320;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  return Array.from({ length: count }, (_, index) => {
    const turn = (index / count) * 2 * Math.PI;
    return [longitude + east * Math.cos(turn), latitude + north * Math.sin(turn)];
  });
}
