import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position as GeoJsonPosition } from 'geojson';

import { ink } from './ink.js';
import { clipRing, type Frame, place, type Spot } from './map-frame.js';
import { linesOf, polygonPath, property } from './map-layers.js';
import type { Box } from './map-labels.js';
import { element, text } from './svg.js';

/** How the group sees an area in a week. */
const levels = ['normal', 'raised', 'serious'] as const;
type MapLevel = (typeof levels)[number];

/** Words of the legend; only what is drawn is told. */
export type LegendWords = Readonly<Record<MapLevel | 'points' | 'hotspots' | 'actions' | 'drawn', string>>;

/** What the group works with, beside events and hot spots. All geometry is GeoJSON in WGS 84. */
export interface WorkContent {
  /** Features may have `name`, and `level` (normal, raised, serious). */
  readonly areas?: FeatureCollection | null;
  /** Where actions are done. */
  readonly actions?: readonly GeoJsonPosition[];
  /** What somebody drew, or a circle round a place. */
  readonly drawn?: Polygon | MultiPolygon | null;
  /** Without words no legend is drawn. */
  readonly legend?: LegendWords;
}

const pattern = (id: string, content: string) =>
  element('pattern', { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse' }, content);

/** The grounds of raised and serious areas: dotted and gridded, as on the screen. */
export const levelPatterns = element(
  'defs',
  {},
  pattern(
    'raised',
    element('rect', { x: 2, y: 2, width: 1.1, height: 1.1, rx: 0.5, fill: ink.level.raised, 'fill-opacity': '0.55' }),
  ) +
    pattern(
      'serious',
      element('path', { d: 'M0 2.5H5M2.5 0V5', stroke: ink.level.serious, 'stroke-width': 0.5, 'stroke-opacity': '0.5', fill: 'none' }), // prettier-ignore
    ),
);

/** The level of an area's feature; null where nobody judged it. */
export function levelOf(feature: Feature): MapLevel | null {
  const said = property(feature, 'level');
  return levels.find((level) => level === said) ?? null;
}

/** Areas in the ground and line of their level; those that nobody judged as thin dotted lines. */
export function drawAreas(areas: FeatureCollection | null, frame: Frame): string {
  // The gravest last, so that a border between two has its colour.
  const rank = (area: Feature) => levels.findIndex((level) => level === levelOf(area));
  return [...(areas?.features ?? [])]
    .sort((a, b) => rank(a) - rank(b))
    .map((area) => {
      const level = levelOf(area);
      const d = polygonPath([area], frame);
      if (d === '') return '';
      const line = { d, fill: 'none', 'stroke-dasharray': '1.5 2', 'stroke-linejoin': 'round' };
      if (level === null) return element('path', { ...line, stroke: ink.map.boundary, 'stroke-width': 0.5 });
      const ground = level === 'normal' ? '' : element('path', { d, fill: `url(#${level})` });
      const width = level === 'normal' ? 0.9 : 1.5;
      return ground + element('path', { ...line, stroke: ink.level[level], 'stroke-width': width });
    })
    .join('');
}

/** The middle of what is shown of an area; null where nothing is. */
export function middleOf(area: Feature, frame: Frame): Spot | null {
  const spots = linesOf(area).flatMap((ring) => clipRing(ring.map((position) => place(frame, position)), frame, -4)); // prettier-ignore
  if (spots.length < 3) return null;
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return [middle(spots.map(([x]) => x)), middle(spots.map(([, y]) => y))];
}

/** The drawn area as a strong broken line. */
export function drawDrawn(drawn: WorkContent['drawn'], frame: Frame): string {
  if (!drawn) return '';
  const d = polygonPath([{ type: 'Feature', properties: {}, geometry: drawn }], frame);
  if (d === '') return '';
  const ring = { d, fill: 'none', 'stroke-linejoin': 'round' };
  return (
    element('path', { ...ring, stroke: ink.paper, 'stroke-width': 3 }) +
    element('path', { ...ring, stroke: ink.text, 'stroke-width': 1.3, 'stroke-dasharray': '5 2.5' })
  );
}

/** Actions as diamonds, paper with a strong edge, so that no event is taken for one. */
export function drawActions(actions: readonly GeoJsonPosition[], frame: Frame): string {
  return actions
    .map((position) => place(frame, position))
    .filter(([x, y]) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height)
    .map((spot) => diamond(spot, 5))
    .join('');
}

function diamond([x, y]: Spot, size: number): string {
  const d = `M${x.toFixed(1)} ${(y - size).toFixed(1)}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`;
  return element('path', { d, fill: ink.paper, stroke: ink.accent, 'stroke-width': 1.6, 'stroke-linejoin': 'round' });
}

interface Drawn extends WorkContent {
  readonly outlines: readonly unknown[];
  readonly points?: readonly unknown[];
}

const row = 10;

/** Where the legend stands, in the upper left corner; null where there is nothing to tell. */
export function legendBox(content: Drawn): Box | null {
  const rows = legendRows(content);
  if (rows.length === 0) return null;
  const longest = Math.max(...rows.map(({ word }) => word.length));
  return [0, 0, longest * 3.7 + 30, rows.length * row + 6];
}

/** What the signs of the map mean: a sign and a word a line, on a pale ground. */
export function drawLegend(content: Drawn): string {
  const box = legendBox(content);
  if (box === null) return '';
  const [x, y, width, height] = box;
  const lines = legendRows(content).map(({ sign, word }, index) => {
    const middle = 3 + row * index + row / 2;
    return sign(13, middle) + text(word, { x: 24, y: middle + 2.6 }, { size: 7.5, fill: ink.text });
  });
  return element('rect', { x, y, width, height, fill: ink.paper, 'fill-opacity': '0.88' }) + lines.join('');
}

interface LegendRow {
  readonly word: string;
  readonly sign: (x: number, y: number) => string;
}

function legendRows({ legend, areas, actions, drawn, outlines, points }: Drawn): LegendRow[] {
  if (legend === undefined) return [];
  const judged = new Set((areas?.features ?? []).map(levelOf));
  const dot = (x: number, y: number) =>
    element('circle', { cx: x, cy: y, r: 2.2, fill: ink.text, 'fill-opacity': '0.62' });
  const swatch = (fill: string, stroke: string, dashes: string) => (x: number, y: number) =>
    element('rect', { x: x - 6, y: y - 3.2, width: 12, height: 6.4, fill, stroke, 'stroke-width': 1, 'stroke-dasharray': dashes }); // prettier-ignore
  const told: [boolean, string, LegendRow['sign']][] = [
    [(points ?? []).length > 0, legend.points, dot],
    [outlines.length > 0, legend.hotspots, swatch('url(#hatch)', ink.accent, 'none')],
    [(actions ?? []).length > 0, legend.actions, (x, y) => diamond([x, y], 3.4)],
    [Boolean(drawn), legend.drawn, swatch('none', ink.text, '4 2')],
    ...levels.map((level): [boolean, string, LegendRow['sign']] => [
      judged.has(level),
      legend[level],
      swatch(level === 'normal' ? 'none' : `url(#${level})`, ink.level[level], '1.5 2'),
    ]),
  ];
  return told.flatMap(([isDrawn, word, sign]) => (isDrawn ? [{ word, sign }] : []));
}
