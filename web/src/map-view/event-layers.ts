import type { FeatureCollection } from 'geojson';
import type { MapTheme } from '../map/base-map-style.js';
import type { GroupLayer } from '../map/layer-group.js';
import { metresPerPixel } from '../map/scale.js';
import { colourOfTheRest, hexOf, letterInk, restCode, type CategoryCount } from './category-colours.js';
import { heatReach } from './heat.js';

/** Points show themselves from this zoom on; further out they would be a crowd and not a picture. */
export const pointZoom = 13.4;

const papers = { light: '#ffffff', dark: '#12181a' } as const;

/** From this zoom on a point with room for it carries the letter of its category. */
export const markZoom = 14;

/** How the points of the categories look. */
export interface PointLook {
  colours: readonly CategoryCount[];
  /** The category that is singled out, or the rest; `null`: all alike. */
  lifted: string | null;
  theme: MapTheme;
}

/** Points in the colours of their categories: where there is room with its letter, in a crowd smaller, so that each is seen. */
export function pointLayers(look: PointLook): readonly GroupLayer[] {
  return pointsWith(look, { hasRoom: ['<=', ['get', 'room'], ['zoom']], tiles: null });
}

/** One value for each named category and one for the rest. */
function byCategory(colours: readonly CategoryCount[], value: (one: CategoryCount | null) => string | number): unknown {
  const pairs = colours.flatMap((one) => (one.code === null ? [] : [one.code, value(one)]));
  return pairs.length === 0 ? value(null) : ['match', ['get', 'category'], ...pairs, value(null)];
}

const restOf = (colours: readonly CategoryCount[]) => colours.find(({ code }) => code === null) ?? null;

interface PointSource {
  /** Whether a point has room for its letter at this zoom. */
  hasRoom: unknown;
  /** Of tiles: what else is asked of a point. Where they have few events they hold points at any zoom. */
  tiles: readonly unknown[] | null;
}

function pointsWith({ colours, lifted, theme }: PointLook, { hasRoom, tiles }: PointSource): readonly GroupLayer[] {
  const all = (value: (one: CategoryCount | null) => string | number) => byCategory(colours, value) as never;
  const strength = (full: number, faint: number) => (lifted === null ? full : all((one) => (lifted === (one?.code ?? restCode) ? full : faint)));
  const where = (asked: unknown) => ({ filter: (tiles === null ? asked : ['all', asked, ...tiles]) as never, ...(tiles === null ? {} : { tileLayer: 'events' }) });
  const size = (...stops: number[]) => ['interpolate', ['linear'], ['zoom'], ...(tiles === null ? [] : [9, 1.2]), pointZoom, ...stops] as never;
  const circle = { type: 'circle', minzoom: tiles === null ? pointZoom : 0 } as const;
  const paint = {
    'circle-color': all((one) => hexOf(one?.colour ?? colourOfTheRest, theme)),
    'circle-stroke-color': papers[theme],
    'circle-opacity': strength(0.95, 0.14),
    'circle-stroke-opacity': strength(1, 0.2),
    'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], pointZoom, 0.5, 16, 0.8] as never,
  };
  const wide = { ...paint, 'circle-radius': size(2.4, markZoom, 6, 17, 8), 'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], pointZoom, 0.5, markZoom, 1.25] as never };
  return [
    { id: 'point', ...circle, ...where(['!', hasRoom]), paint: { ...paint, 'circle-radius': size(2, 15, 2.6, 17, 3.4) } },
    { id: 'marked', ...circle, ...where(hasRoom), paint: wide },
    {
      id: 'mark',
      type: 'symbol',
      minzoom: markZoom,
      ...where(hasRoom),
      layout: {
        'text-field': all((one) => (one ?? restOf(colours))?.mark ?? ''),
        'text-font': ['"Source Sans 3"', 'Semibold'],
        'text-size': ['interpolate', ['linear'], ['zoom'], markZoom, 10, 17, 12.5],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'text-padding': 0,
      },
      paint: { 'text-color': all((one) => letterInk(one?.colour ?? colourOfTheRest, theme)), 'text-opacity': strength(1, 0) },
    },
  ];
} // prettier-ignore

/**
 * Squares of 20 pixels or more at 60 degrees north. In narrower ones most numbers would give way to their neighbours, so that
 * which of them are read is chance; and placing thousands took a quarter of each frame.
 */
const roomForNumber = ['>=', ['*', ['get', 'side'], ['^', 2, ['zoom']]], 20 * metresPerPixel(60, 0)];

/**
 * The same from tiles: points where a tile has them, else squares with their number.
 *
 * @param days first and last day (counted from 1970-01-01) of the time slider's window; `null` for all
 */
export function tiledLayers(look: PointLook, days: readonly [number, number] | null): readonly GroupLayer[] {
  const { theme } = look;
  const shown = days === null ? [] : [['>=', ['get', 'day'], days[0]], ['<=', ['get', 'day'], days[1]]];
  const [low, middle, high] = heatRamps[theme];
  return [
    {
      id: 'square',
      type: 'fill',
      tileLayer: 'squares',
      paint: { 'fill-color': ['interpolate', ['linear'], ['/', ['*', 100, ['get', 'count']], ['get', 'side']], 1, low, 60, middle, 400, high], 'fill-opacity': 0.5, 'fill-outline-color': papers[theme] },
    },
    {
      id: 'count',
      type: 'symbol',
      tileLayer: 'squares',
      filter: roomForNumber as never,
      layout: { 'text-field': ['to-string', ['get', 'count']], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 12 },
      // No halo: it would draw each number twice, which was half of what numbers cost a frame.
      paint: { 'text-color': theme === 'light' ? '#1a2225' : '#ffffff' },
    },
    ...pointsWith(look, { hasRoom: ['has', 'room'], tiles: shown }),
  ];
} // prettier-ignore

/** One hue from nothing to the colour of action; never so dense that the streets below it vanish. */
export const heatRamps = {
  light: ['#74adb3', '#3b8791', '#1f727d', '#0c5f6b'],
  dark: ['#235159', '#317580', '#4b9ea9', '#7fd0d9'],
} as const;

function clear(hex: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}

/**
 * Density of events. Each is felt as far on the ground at every zoom, so that zooming in does not thin the picture.
 *
 * @param strength of `heatStrength` for the same events
 * @param latitude where the map is, in degrees
 */
export function heatLayers(strength: number, latitude: number, theme: MapTheme): readonly GroupLayer[] {
  const [low, middle, high, top] = heatRamps[theme];
  const pixels = (zoom: number) => heatReach / metresPerPixel(latitude, zoom);
  // Below this zoom the reach would be only a few pixels: it is kept, and the strength falls as events come together.
  const widest = 13;
  return [
    {
      id: 'heat',
      type: 'heatmap',
      paint: {
        'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], widest, pixels(widest), 18, pixels(18)],
        'heatmap-intensity': ['interpolate', ['exponential', 2.5], ['zoom'], 8, strength / 2.5 ** (widest - 8), widest, strength], // prettier-ignore
        'heatmap-opacity': 1,
        'heatmap-color': [
          'interpolate', ['linear'], ['heatmap-density'],
          0, clear(low, 0),
          0.08, clear(low, 0.12),
          0.3, clear(low, 0.42),
          0.55, clear(middle, 0.55),
          0.8, clear(high, 0.58),
          1, clear(top, 0.62),
        ],
      },
    },
  ]; // prettier-ignore
}

/** Areas with a point each for their name: a name on the shape itself would be written once per tile. */
export function areaData(shapes: FeatureCollection): FeatureCollection {
  const names = shapes.features.flatMap(({ geometry, properties }): FeatureCollection['features'] => {
    const corners = 'coordinates' in geometry ? positionsIn(geometry.coordinates) : [];
    if (corners.length === 0) return [];
    const middle = (axis: 0 | 1) => {
      const values = corners.map((corner) => corner[axis]);
      return (Math.min(...values) + Math.max(...values)) / 2;
    };
    const point = { type: 'Point' as const, coordinates: [middle(0), middle(1)] };
    return [
      {
        type: 'Feature',
        properties: { name: properties?.['name'] as unknown, level: properties?.['level'] as unknown },
        geometry: point,
      },
    ];
  });
  return { type: 'FeatureCollection', features: [...shapes.features, ...names] };
}

function positionsIn(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  const [first, second] = coordinates as unknown[];
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]];
  return coordinates.flatMap(positionsIn);
}

export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
