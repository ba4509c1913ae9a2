import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position as GeoJsonPosition } from 'geojson';

import { ink } from './ink.js';
import { type Extent, type Frame, type Spot, extentOf, frameAround, place } from './map-frame.js';
import { type Box, drawLabels } from './map-labels.js';
import { type BaseMap, drawBaseMap, drawBoundaries, features, linesOf, polygonPath } from './map-layers.js';
import { drawCaption, drawNorth, drawScale, furnitureBoxes } from './map-furniture.js';
import { drawing, element, text } from './svg.js';

/** A hot spot or an anhopning on the map; its number is its rank in the list beside it. */
export interface MapOutline {
  readonly number: number | null;
  readonly geometry: Polygon | MultiPolygon;
  /** The one that the document is about. */
  readonly strong?: boolean;
}

/** What a document's map shows. All geometry is GeoJSON in WGS 84. */
export interface MapContent {
  /** Layers by name: water, river, forest, field, park, landuse, building, road (class), railway, place, boundary. */
  readonly baseMap: BaseMap;
  readonly areas?: FeatureCollection | null;
  readonly outlines: readonly MapOutline[];
  /** Events; several in one spot become one larger dot. */
  readonly points?: readonly GeoJsonPosition[];
  /** Period and count, so that the picture explains itself: two short lines. */
  readonly caption: readonly string[];
  readonly attribution?: string;
  /** Show the outlines with their surroundings (a place) or everything (a municipality). */
  readonly extent: 'outlines' | 'everything';
}

/**
 * Draws the map of a document as one SVG of the size given in points (1/72 inch): quiet base map, areas, events,
 * numbered hatched outlines, names, scale bar, north arrow and caption. Projected in SWEREF 99 TM, so north is grid
 * north. Never empty: without a base map the boundary alone is drawn, without that a plain ground.
 */
export function drawMap(content: MapContent, size: { width: number; height: number }): string {
  const frame = frameAround(extentFor(content), { ...size, leastMetres: content.extent === 'outlines' ? 700 : 2000 });
  const areas = content.areas ?? null;
  const badges = content.outlines.map((outline) => badgeSpot(outline, frame));
  const taken: Box[] = [...badges.map(([x, y]): Box => [x - 8, y - 8, 16, 16]), ...furnitureBoxes(content, frame)];
  return drawing(
    size.width,
    size.height,
    [
      hatch,
      drawBaseMap(content.baseMap, frame),
      drawBoundaries(content.baseMap, areas, frame),
      drawPoints(content.points ?? [], frame),
      ...content.outlines.map((outline) => drawOutline(outline, frame)),
      drawLabels({ baseMap: content.baseMap, areas }, frame, taken),
      ...content.outlines.map((outline, index) => drawBadge(outline, badges[index]!)),
      drawCaption(content, frame),
      drawScale(frame),
      drawNorth(frame),
      element('rect', {
        x: 0.25,
        y: 0.25,
        width: size.width - 0.5,
        height: size.height - 0.5,
        fill: 'none',
        stroke: ink.line,
        'stroke-width': 0.5,
      }),
    ].join(''),
  );
}

const hatch = element(
  'defs',
  {},
  element(
    'pattern',
    { id: 'hatch', width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 0.7, height: 4, fill: ink.accent, 'fill-opacity': '0.45' }),
  ),
);

function extentFor(content: MapContent): Extent {
  const shapes: Feature[] = content.outlines.map(asFeature);
  const everything = [
    ...features(content.baseMap, 'boundary'),
    ...(content.areas?.features ?? []),
    ...(features(content.baseMap, 'boundary').length === 0 ? features(content.baseMap, 'landuse') : []),
  ];
  const wanted = content.extent === 'outlines' && shapes.length > 0 ? shapes : [...everything, ...shapes];
  const found = extentOf(wanted.flatMap((shape) => linesOf(shape).flat())) ?? extentOf(content.points ?? []);
  return found ?? { minX: 500_000, minY: 6_500_000, maxX: 502_000, maxY: 6_502_000 };
}

function asFeature({ geometry }: MapOutline): Feature {
  return { type: 'Feature', properties: {}, geometry };
}

function drawOutline(outline: MapOutline, frame: Frame): string {
  const d = polygonPath([asFeature(outline)], frame);
  if (d === '') return '';
  const width = outline.strong === true ? 1.8 : 1.1;
  const ring = { d, 'stroke-linejoin': 'round' };
  return (
    element('path', { ...ring, fill: 'url(#hatch)', stroke: ink.paper, 'stroke-width': width + 1.6 }) +
    element('path', { ...ring, fill: 'none', stroke: ink.accent, 'stroke-width': width })
  );
}

/** Numbers stand at the upper right of their outline, where they hide least. */
function badgeSpot({ geometry }: MapOutline, frame: Frame): Spot {
  const spots = linesOf({ type: 'Feature', properties: {}, geometry })
    .flat()
    .map((position) => place(frame, position));
  const best = spots.reduce<Spot>(
    (far, spot) => (spot[0] - spot[1] > far[0] - far[1] ? spot : far),
    spots[0] ?? [0, 0],
  );
  const within = (value: number, most: number) => Math.min(most - 9, Math.max(9, value));
  return [within(best[0] + 3, frame.width), within(best[1] - 3, frame.height)];
}

function drawBadge({ number }: MapOutline, [x, y]: Spot): string {
  if (number === null) return '';
  return (
    element('circle', { cx: x, cy: y, r: 7, fill: ink.accent, stroke: ink.paper, 'stroke-width': 1.2 }) +
    text(String(number), { x, y: y + 3 }, { size: 8.5, fill: ink.paper, weight: 600, anchor: 'middle' })
  );
}

function drawPoints(points: readonly GeoJsonPosition[], frame: Frame): string {
  const dots = new Map<string, { spot: Spot; count: number }>();
  for (const position of points) {
    const spot = place(frame, position);
    if (spot[0] < 0 || spot[1] < 0 || spot[0] > frame.width || spot[1] > frame.height) continue;
    const key = `${Math.round(spot[0])} ${Math.round(spot[1])}`;
    dots.set(key, { spot: dots.get(key)?.spot ?? spot, count: (dots.get(key)?.count ?? 0) + 1 });
  }
  const drawn = [...dots.values()].map(({ spot: [cx, cy], count }) =>
    element('circle', { cx, cy, r: Math.min(6, 1.5 * Math.sqrt(count)) }),
  );
  const look = { fill: ink.text, 'fill-opacity': '0.62', stroke: ink.paper, 'stroke-width': 0.4 };
  return drawn.length === 0 ? '' : element('g', look, drawn.join(''));
}
