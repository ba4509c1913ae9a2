import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapTheme } from '../map/base-map-style.js';
import type { GroupLayer } from '../map/layer-group.js';
import { metresPerPixel } from '../map/scale.js';
import { colourOfTheRest, hexOf, type CategoryCount } from './category-colours.js';
import { heatReach } from './heat.js';

/** Points show themselves from this zoom on; further out they would be a crowd and not a picture. */
export const pointZoom = 13.4;

const papers = { light: '#ffffff', dark: '#12181a' } as const;

/** Small points in the colours of their categories. */
export function pointLayers(colours: readonly CategoryCount[], theme: MapTheme): readonly GroupLayer[] {
  return [pointLayer(colourOf(colours, theme), theme)];
}

function colourOf(colours: readonly CategoryCount[], theme: MapTheme): string | ExpressionSpecification {
  const pairs = colours.flatMap(({ code, colour }) => (code === null ? [] : [code, hexOf(colour, theme)]));
  const rest = hexOf(colourOfTheRest, theme);
  return pairs.length === 0
    ? rest
    : (['match', ['get', 'category'], ...pairs, rest] as unknown as ExpressionSpecification);
}

function pointLayer(colour: string | ExpressionSpecification, theme: MapTheme) {
  return {
    id: 'point',
    type: 'circle',
    minzoom: pointZoom,
    paint: {
      'circle-color': colour,
      'circle-radius': ['interpolate', ['linear'], ['zoom'], pointZoom, 2.2, 15, 3.6, 17, 6],
      'circle-stroke-color': papers[theme],
      'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], pointZoom, 0.6, 16, 1.25],
      'circle-opacity': ['interpolate', ['linear'], ['zoom'], pointZoom, 0.55, pointZoom + 0.6, 0.9],
    },
  } satisfies GroupLayer;
}

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
export function tiledLayers(colours: readonly CategoryCount[], days: readonly [number, number] | null, theme: MapTheme): readonly GroupLayer[] {
  const point = pointLayer(colourOf(colours, theme), theme);
  const shown = days === null ? {} : { filter: ['all', ['>=', ['get', 'day'], days[0]], ['<=', ['get', 'day'], days[1]]] as never };
  const [low, middle, high] = ramps[theme];
  return [
    {
      id: 'square',
      type: 'fill',
      tileLayer: 'squares',
      paint: { 'fill-color': ['interpolate', ['linear'], ['get', 'count'], 1, low, 60, middle, 400, high], 'fill-opacity': 0.5, 'fill-outline-color': papers[theme] },
    },
    {
      id: 'count',
      type: 'symbol',
      tileLayer: 'squares',
      filter: roomForNumber as never,
      layout: { 'text-field': ['to-string', ['get', 'count']], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 12 },
      paint: { 'text-color': theme === 'light' ? '#1a2225' : '#ffffff', 'text-halo-color': papers[theme], 'text-halo-width': 1.3 },
    },
    { ...point, ...shown, minzoom: 0, tileLayer: 'events', paint: { ...point.paint, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.2, pointZoom, 2.2, 15, 3.6, 17, 6] } },
  ];
} // prettier-ignore

/** One hue from nothing to the colour of action; never so dense that the streets below it vanish. */
const ramps = {
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
  const [low, middle, high, top] = ramps[theme];
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
