import type { Feature, FeatureCollection, Position as GeoJsonPosition } from 'geojson';

import { degreeBox, mayShow } from './degree-box.js';
import { ink } from './ink.js';
import { type Frame, type Spot, clipLine, clipRing, place, ringArea, simplify } from './map-frame.js';
import { element, pathData } from './svg.js';

/** Base-map layers by name, WGS 84. Singular and plural names are the same layer; absent ones are not drawn. */
export type BaseMap = Readonly<Record<string, FeatureCollection>>;

const { map } = ink;

/** The quiet ground, drawn from the earth up; what is smaller than a dot is left out. */
export function drawBaseMap(baseMap: BaseMap, frame: Frame): string {
  const polygons = (name: string, fill: string) => filled(features(baseMap, name), frame, fill);
  return [
    element('rect', { width: frame.width, height: frame.height, fill: map.ground }),
    polygons('field', map.field),
    polygons('forest', map.forest),
    ...landuse(baseMap, frame),
    polygons('park', map.park),
    polygons('water', map.water),
    filled(features(baseMap, 'river'), frame, map.water),
    stroked(features(baseMap, 'stream'), frame, { stroke: map.water, 'stroke-width': groundWidth(frame, 4, 0.6, 3) }),
    stroked(features(baseMap, 'river'), frame, { stroke: map.water, 'stroke-width': groundWidth(frame, 14, 1, 6) }),
    polygons('pier', map.casing),
    polygons('building', map.building),
    ...railways(baseMap, frame),
    ...roads(baseMap, frame),
  ].join('');
}

/** The municipality's boundary. */
export function drawBoundaries(baseMap: BaseMap, frame: Frame): string {
  const line = { stroke: map.boundary, fill: 'none' };
  return stroked(features(baseMap, 'boundary'), frame, { ...line, 'stroke-width': 0.9, 'stroke-dasharray': '5 2 1 2' });
}

/** The features of a layer under its singular or plural name. */
export function features(baseMap: BaseMap, name: string): readonly Feature[] {
  const plural = name === 'boundary' ? 'boundaries' : `${name}s`;
  return (baseMap[name] ?? baseMap[plural])?.features ?? [];
}

/** The text of a property, or an empty one. */
export function property(feature: Feature, ...names: readonly string[]): string {
  for (const name of names) {
    const value: unknown = feature.properties?.[name];
    if (typeof value === 'string') return value;
  }
  return '';
}

/** Every line of a feature (the rings of a polygon too) on the drawing, uncut. */
export function linesOf(feature: Feature): GeoJsonPosition[][] {
  const { geometry } = feature;
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Path data of all polygons together, clipped and simplified; the smallest are left out where there are too many. */
export function polygonPath(shapes: readonly Feature[], frame: Frame): string {
  const rings = shapes
    .filter(({ geometry }) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')
    .flatMap((shape) => shownLines(shape, frame))
    .map((ring) => simplify(clipRing(projected(ring, frame), frame)))
    .map((ring) => ({ data: pathData(ring, true), extent: ring.length > 2 ? ringArea(ring) : 0 }))
    .filter(({ extent }) => extent > 0.8);
  return largestFirst(rings);
}

/** Characters of path data a layer may take: together they keep a map under 300 kB. */
const layerBudget = 60_000;

function largestFirst(parts: readonly { data: string; extent: number }[]): string {
  const total = parts.reduce((sum, { data }) => sum + data.length, 0);
  if (total <= layerBudget) return parts.map(({ data }) => data).join('');
  let left = layerBudget;
  return [...parts]
    .sort((a, b) => b.extent - a.extent)
    .filter(({ data }) => (left -= data.length) >= 0)
    .map(({ data }) => data)
    .join('');
}

const landuseColours: Record<string, string> = {
  industrial: map.industrial,
  industry: map.industrial,
  harbour: map.industrial,
  railway: map.industrial,
  centre: map.centre,
  square: map.centre,
  park: map.park,
  cemetery: map.park,
  allotments: map.park,
  sports: map.park,
  beach: map.park,
  forest: map.forest,
};

function landuse(baseMap: BaseMap, frame: Frame): string[] {
  const kinds = new Map<string, Feature[]>();
  for (const feature of features(baseMap, 'landuse')) {
    const colour = landuseColours[property(feature, 'class', 'kind')] ?? map.residential;
    kinds.set(colour, [...(kinds.get(colour) ?? []), feature]);
  }
  return [...kinds].map(([colour, shapes]) => filled(shapes, frame, colour));
}

const roadMetres: Record<string, number> = { motorway: 22, main: 15, primary: 15, street: 10, secondary: 10, path: 0 };

function roads(baseMap: BaseMap, frame: Frame): string[] {
  const widths = new Map<number, Feature[]>();
  for (const feature of features(baseMap, 'road')) {
    const metres = roadMetres[property(feature, 'class', 'kind')] ?? 7.5;
    widths.set(metres, [...(widths.get(metres) ?? []), feature]);
  }
  const ordered = [...widths].sort(([a], [b]) => a - b);
  const round = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', fill: 'none' };
  const path = (lines: readonly Feature[]) =>
    stroked(lines, frame, { ...round, stroke: map.path, 'stroke-width': 0.5, 'stroke-dasharray': '1.5 1.2' });
  const drawn = (lines: readonly Feature[], metres: number, extra: number, stroke: string) =>
    stroked(lines, frame, { ...round, stroke, 'stroke-width': groundWidth(frame, metres, 0.5, 9) + extra });
  const wide = ordered.filter(([metres]) => metres > 0);
  return [
    path(widths.get(0) ?? []),
    ...wide.map(([metres, lines]) => drawn(lines, metres, 0.8, map.casing)),
    ...wide.map(([metres, lines]) => drawn(lines, metres, 0, map.road)),
  ];
}

function railways(baseMap: BaseMap, frame: Frame): string[] {
  const lines = features(baseMap, 'railway');
  return [
    stroked(lines, frame, { stroke: map.railway, 'stroke-width': 1.6, fill: 'none' }),
    stroked(lines, frame, { stroke: map.road, 'stroke-width': 0.9, 'stroke-dasharray': '4 4', fill: 'none' }),
  ];
}

function filled(shapes: readonly Feature[], frame: Frame, fill: string): string {
  const d = polygonPath(shapes, frame);
  return d === '' ? '' : element('path', { d, fill, 'fill-rule': 'evenodd' });
}

function stroked(shapes: readonly Feature[], frame: Frame, attributes: Record<string, string | number>): string {
  const parts = shapes
    .flatMap((shape) => shownLines(shape, frame))
    .flatMap((line) => clipLine(projected(line, frame), frame))
    .map((part) => ({ data: pathData(simplify(part), false), extent: lineLength(part) }));
  const d = largestFirst(parts);
  return d === '' ? '' : element('path', { d, fill: 'none', ...attributes });
}

const degreesPerMetre = 1 / 111_320;

/** The lines of a feature that may show: those elsewhere, and those smaller than half a point, are never projected. */
function shownLines(feature: Feature, frame: Frame): GeoJsonPosition[][] {
  const box = degreeBox(frame);
  const least = (0.5 / frame.pointsPerMetre) * degreesPerMetre;
  return linesOf(feature).filter((line) => mayShow(line, box, least));
}

function lineLength(line: readonly Spot[]): number {
  return line.slice(1).reduce((sum, [x, y], index) => sum + Math.hypot(x - line[index]![0], y - line[index]![1]), 0);
}

function projected(line: readonly GeoJsonPosition[], frame: Frame): Spot[] {
  return line.map((position) => place(frame, position));
}

/** A width on the ground in points, never thinner or thicker than print allows. */
function groundWidth(frame: Frame, metres: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, metres * frame.pointsPerMetre));
}
