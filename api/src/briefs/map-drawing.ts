import type { Feature, MultiPolygon, Polygon, Position as GeoJsonPosition } from 'geojson';

import type { Language } from '../hotspots/sentence-wording.js';
import { ink } from './ink.js';
import {
  type Extent,
  type Frame,
  type Spot,
  extentOf,
  frameAround,
  frameMargin,
  place,
  ringArea,
} from './map-frame.js';
import { type Box, drawLabels } from './map-labels.js';
import { type BaseMap, drawBaseMap, drawBoundaries, features, linesOf, polygonPath } from './map-layers.js';
import { drawCaption, drawNorth, drawScale, furnitureBoxes } from './map-furniture.js';
import {
  drawActions,
  drawAreas,
  drawDrawn,
  drawLegend,
  legendBox,
  levelPatterns,
  type WorkContent,
} from './map-work.js';
import { drawing, element, text } from './svg.js';

/** A hot spot or an anhopning on the map; its number is its rank in the list beside it. */
export interface MapOutline {
  readonly number: number | null;
  readonly geometry: Polygon | MultiPolygon;
  /** The one that the document is about. */
  readonly strong?: boolean;
}

/** What a document's map shows. All geometry is GeoJSON in WGS 84. */
export interface MapContent extends WorkContent {
  /** Layers by name: water, river, forest, field, park, landuse, building, road (class), railway, place, boundary. */
  readonly baseMap: BaseMap;
  readonly outlines: readonly MapOutline[];
  /** Events; several in one spot become one larger dot. */
  readonly points?: readonly GeoJsonPosition[];
  /** Period and count, so that the picture explains itself: two short lines. */
  readonly caption: readonly string[];
  readonly attribution?: string;
  /** `outside` follows the number of events that the frame leaves out; `nothing` stands where no place is known. */
  readonly words: { readonly outside: string; readonly nothing: string };
  /** Show the outlines with their surroundings (a place), or where things happened (a municipality). */
  readonly extent: 'outlines' | 'events';
  /** West, south, east, north in degrees: show this and nothing else decides. */
  readonly bounds?: readonly [west: number, south: number, east: number, north: number];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws the map of a document as one SVG of the size given in points (1/72 inch): quiet base map, areas, events,
 * numbered hatched outlines, names, scale bar, north arrow and caption. Projected in SWEREF 99 TM, so north is grid
 * north. Never empty: without a base map the boundary alone is drawn, without that a plain ground.
 */
export function drawMap(content: MapContent, size: Size): string {
  const frame = frameFor(content, size);
  if (frame === null) return drawNothing(content, size);
  return drawing(size.width, size.height, drawGround(content, frame) + drawWords(content, frame) + drawEdge(frame));
}

/**
 * The same map with its words in several languages, each in a group with `lang` of its own: for a picture that is kept
 * and read later. `inLanguage` takes out one. The contents may differ in their words alone.
 */
export function drawMapIn(contents: Readonly<Record<Language, MapContent>>, size: Size): string {
  const frame = frameFor(contents.sv, size);
  const words = (['sv', 'en'] as const).map((lang) =>
    element('g', { lang }, frame === null ? drawNowhere(contents[lang], size) : drawWords(contents[lang], frame)),
  );
  const ground = frame === null ? plainGround(size) : drawGround(contents.sv, frame);
  return drawing(size.width, size.height, ground + words.join('') + (frame === null ? '' : drawEdge(frame)));
}

/** A picture of `drawMapIn` with the words of one language; one that was kept with a single language is as it was. */
export function inLanguage(svg: string, language: Language): string {
  return svg.replace(/<g lang="(sv|en)">([^]*?)<\/g>/g, (_, lang: string, words: string) => lang === language ? words : ''); // prettier-ignore
}

function frameFor(content: MapContent, size: Size): Frame | null {
  const extent = content.bounds ? extentWithin(content.bounds) : extentFor(content);
  const leastMetres = content.bounds ? 50 : content.extent === 'outlines' ? 700 : 2000;
  return extent && frameAround(extent, { ...size, leastMetres });
}

/** Everything that says nothing in words. */
function drawGround(content: MapContent, frame: Frame): string {
  return [
    hatch,
    levelPatterns,
    drawBaseMap(content.baseMap, frame),
    drawAreas(content.areas ?? null, frame),
    drawBoundaries(content.baseMap, frame),
    drawPoints(content.points ?? [], frame),
    ...content.outlines.map((outline) => drawOutline(outline, frame)),
    drawDrawn(content.drawn, frame),
    drawActions(content.actions ?? [], frame),
  ].join('');
}

/** Names, numbers, legend, caption, scale bar and north. */
function drawWords(content: MapContent, frame: Frame): string {
  const furniture = { ...content, caption: captionFor(content, frame) };
  const badges = content.outlines.map((outline) => badgeSpot(outline, frame));
  const legend = legendBox(content);
  const taken: Box[] = [
    ...badges.map(([x, y]): Box => [x - 8, y - 8, 16, 16]),
    ...furnitureBoxes(furniture, frame),
    ...(legend === null ? [] : [legend]),
  ];
  return [
    drawLabels({ baseMap: content.baseMap, areas: content.areas ?? null }, frame, taken),
    ...content.outlines.map((outline, index) => drawBadge(outline, badges[index]!)),
    drawLegend(content),
    drawCaption(furniture, frame),
    drawScale(frame),
    drawNorth(frame),
  ].join('');
}

function drawEdge({ width, height }: Frame): string {
  const size = { x: 0.25, y: 0.25, width: width - 0.5, height: height - 0.5 };
  return element('rect', { ...size, fill: 'none', stroke: ink.line, 'stroke-width': 0.5 });
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

/** The outlines, or the outlines and all events but the farthest few; without either the areas, then the boundary. */
function extentFor(content: MapContent): Extent | null {
  const outlined = content.outlines.flatMap((outline) => linesOf(asFeature(outline)).flat());
  const events = content.extent === 'events' || outlined.length === 0 ? central(content.points ?? []) : [];
  const corners = (shapes: readonly Feature[]) => shapes.flatMap((shape) => linesOf(shape).flat());
  return (
    extentOf([...outlined, ...events]) ??
    extentOf(corners(content.areas?.features ?? [])) ??
    extentOf(corners(features(content.baseMap, 'boundary')))
  );
}

/** What a screen showed, so that the frame's margin falls on its edges; a whole country is drawn as Sweden is. */
function extentWithin([west, south, east, north]: readonly [number, number, number, number]): Extent | null {
  const limited = [Math.max(west, 5), Math.max(south, 54), Math.min(east, 30), Math.min(north, 70)] as const;
  const [[minLon, maxLon], [minLat, maxLat]] = [
    [limited[0], limited[2]],
    [limited[1], limited[3]],
  ] as const;
  if (minLon >= maxLon || minLat >= maxLat) return null;
  const inset = (low: number, high: number) => ((high - low) * (1 - 1 / frameMargin)) / 2;
  const [across, up] = [inset(minLon, maxLon), inset(minLat, maxLat)];
  return extentOf([
    [minLon + across, minLat + up],
    [maxLon - across, minLat + up],
    [maxLon - across, maxLat - up],
    [minLon + across, maxLat - up],
  ]);
}

/** Nothing is known of where: no scale and no north is claimed. */
function drawNothing(content: MapContent, size: Size): string {
  return drawing(size.width, size.height, plainGround(size) + drawNowhere(content, size));
}

function plainGround({ width, height }: Size): string {
  return element('rect', { width, height, fill: ink.map.ground });
}

function drawNowhere({ words, caption }: MapContent, size: Size): string {
  const middle = { x: size.width / 2, y: size.height / 2 };
  const frame = { ...size, pointsPerMetre: 1, corner: { x: 0, y: 0 } };
  return text(words.nothing, middle, { size: 9, fill: ink.muted, anchor: 'middle' }) + drawCaption({ caption }, frame);
}

/** The six in seven nearest the middle: one event in a far village must not shrink the town to a dot. */
function central(points: readonly GeoJsonPosition[]): GeoJsonPosition[] {
  const middle = (axis: 0 | 1) => points.map((point) => point[axis]!).sort((a, b) => a - b)[points.length >> 1] ?? 0;
  const [longitude, latitude] = [middle(0), middle(1)];
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const far = (point: GeoJsonPosition) => Math.hypot((point[0]! - longitude) * shrink, point[1]! - latitude);
  return [...points].sort((a, b) => far(a) - far(b)).slice(0, Math.ceil((points.length * 6) / 7));
}

function captionFor(content: MapContent, frame: Frame): string[] {
  const left = (content.points ?? []).filter((position) => !shown(place(frame, position), frame)).length;
  return left === 0 ? [...content.caption] : [...content.caption, `${left} ${content.words.outside}`];
}

function shown([x, y]: Spot, frame: Frame): boolean {
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
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
  // A small outline would vanish behind its number.
  const aside = ringArea(spots) < 300 ? 7 : 3;
  return [within(best[0] + aside, frame.width), within(best[1] - aside, frame.height)];
}

function drawBadge({ number }: MapOutline, [x, y]: Spot): string {
  if (number === null) return '';
  return (
    element('circle', { cx: x, cy: y, r: 7, fill: ink.accent, stroke: ink.paper, 'stroke-width': 1.2 }) +
    text(String(number), { x, y: y + 3 }, { size: 8.5, fill: ink.paper, weight: 600, anchor: 'middle' })
  );
}

/** More dots than this are gathered into fewer and larger ones: a picture keeps its size whatever it shows. */
const mostDots = 4000;

/** Dots by the square of so many points that they fall in. */
function gathered(spots: readonly Spot[], grain: number): Map<string, { spot: Spot; count: number }> {
  const dots = new Map<string, { spot: Spot; count: number }>();
  for (const spot of spots) {
    const key = `${Math.round(spot[0] / grain)} ${Math.round(spot[1] / grain)}`;
    const there = dots.get(key);
    if (there) there.count++;
    else dots.set(key, { spot, count: 1 });
  }
  return dots;
}

function drawPoints(points: readonly GeoJsonPosition[], frame: Frame): string {
  const spots = points.map((position) => place(frame, position)).filter((spot) => shown(spot, frame));
  const fine = gathered(spots, 1);
  const dots = fine.size > mostDots ? gathered(spots, 6) : fine;
  const drawn = [...dots.values()].map(({ spot: [cx, cy], count }) =>
    element('circle', { cx, cy, r: Math.min(7, 1.8 * Math.sqrt(count)) }),
  );
  const look = { fill: ink.text, 'fill-opacity': '0.62', stroke: ink.paper, 'stroke-width': 0.4 };
  return drawn.length === 0 ? '' : element('g', look, drawn.join(''));
}
