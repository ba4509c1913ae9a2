import {
  type DataDrivenPropertyValueSpecification,
  type ExpressionSpecification,
  type FilterSpecification,
  type LayerSpecification,
} from 'maplibre-gl';

export type MapTheme = 'light' | 'dark';

/** The layers of a base map; the caller adds one GeoJSON source per name under `base-<name>`. */
export const baseMapLayerNames = ['outside', 'fields', 'forest', 'landuse', 'water', 'streams', 'piers', 'buildings', 'roads', 'bridges', 'railway', 'boundary', 'labels'] as const; // prettier-ignore
export type BaseMapLayerName = (typeof baseMapLayerNames)[number];

/** Quiet colours: everything lies close to the paper, so that data need not shout. */
const palettes = {
  light: {
    paper: '#f4f2ec', veil: '#eceae4', field: '#f1eddd', forest: '#e3e9dc', grove: '#dee7d5', town: '#efece6', centre: '#eee7dd', industry: '#eae8e6',
    park: '#dfe9d4', sports: '#dbe8d3', pitch: '#d0e1c8', square: '#f6f0e3', cemetery: '#dfe5d6', beach: '#f2e9d0', harbour: '#e9e6e0', school: '#efe7da', rails: '#e8e6e1',
    water: '#cfe0e7', shore: '#b5cdd8', waterText: '#56818f', pier: '#dedad2', building: '#e0dad0', buildingLine: '#d2cabd', special: '#d6cbbb',
    road: '#fdfcfa', main: '#fbf6ea', casing: '#d9d4c9', mainCasing: '#d3c7ad', path: '#cbc3b4', rail: '#b4afa7', boundary: '#9a8f9c',
    text: '#67635c', strong: '#4a4741', green: '#5f7a56', halo: '#f8f6f1',
  },
  dark: {
    paper: '#181b1d', veil: '#131517', field: '#1c1f1e', forest: '#182120', grove: '#1a2523', town: '#1d2022', centre: '#222427', industry: '#1f2123',
    park: '#1b2823', sports: '#1b2a24', pitch: '#213229', square: '#2a2b2c', cemetery: '#1c2723', beach: '#28271f', harbour: '#212427', school: '#252524', rails: '#202325',
    water: '#10202a', shore: '#1d3644', waterText: '#6f9bb0', pier: '#2b2f32', building: '#292d30', buildingLine: '#34393c', special: '#33373a',
    road: '#34393d', main: '#40454a', casing: '#1a1d1f', mainCasing: '#1a1d1f', path: '#3a4044', rail: '#4d5459', boundary: '#7d7385',
    text: '#9aa0a4', strong: '#bcc1c4', green: '#84a08c', halo: '#16191b',
  },
} as const; // prettier-ignore

type Palette = Readonly<Record<keyof (typeof palettes)['light'], string>>;

/** Quoted, because a bare family name may not end in a digit; the weight is read from the second word. */
const regular = ['"Source Sans 3"'];
const strong = ['"Source Sans 3"', 'Semibold'];

const source = (name: BaseMapLayerName): string => `base-${name}`;
const isKind = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]];

/** Values by zoom, growing by doubling, as roads do on a map. */
const byZoom = (...stops: number[]): ExpressionSpecification => ['interpolate', ['exponential', 1.6], ['zoom'], ...stops] as ExpressionSpecification; // prettier-ignore

/**
 * The drawing rules of the quiet base map, from the ground up. Sources and glyphs are the caller's: without a `glyphs`
 * address MapLibre 6 draws labels with the page's own font (Source Sans 3, else the reader's sans-serif).
 */
export function baseMapStyle({ theme }: { theme: MapTheme }): LayerSpecification[] {
  const ink = palettes[theme];
  return [...ground(ink), ...ways(ink), ...lettering(ink)];
}

function area(id: string, name: BaseMapLayerName, colour: DataDrivenPropertyValueSpecification<string>, filter?: FilterSpecification): LayerSpecification {
  return { id: `base-${id}`, type: 'fill', source: source(name), ...(filter ? { filter } : {}), paint: { 'fill-color': colour } };
} // prettier-ignore

function ground(ink: Palette): LayerSpecification[] {
  const use: ExpressionSpecification = ['match', ['get', 'kind'], 'residential', ink.town, 'industrial', ink.industry, 'centre', ink.centre, 'park', ink.park, 'allotments', ink.park, 'sports', ink.sports, 'pitch', ink.pitch, 'square', ink.square, 'cemetery', ink.cemetery, 'beach', ink.beach, 'harbour', ink.harbour, 'school', ink.school, 'health', ink.school, 'railway', ink.rails, ink.town]; // prettier-ignore
  const wide = isKind('residential', 'industrial', 'centre');
  return [
    { id: 'base-paper', type: 'background', paint: { 'background-color': ink.paper } },
    area('fields', 'fields', ink.field),
    area('forest', 'forest', ink.forest, isKind('forest')),
    area('landuse', 'landuse', use, wide),
    area('grove', 'forest', ink.grove, isKind('grove')),
    { id: 'base-streams', type: 'line', source: source('streams'), paint: { 'line-color': ink.shore, 'line-width': byZoom(10, 0.5, 16, 4) } },
    // The shore is drawn first and half covered, so that river and lake flow together.
    { id: 'base-shore', type: 'line', source: source('water'), paint: { 'line-color': ink.shore, 'line-width': byZoom(10, 1, 16, 3) } },
    area('water', 'water', ink.water),
    area('grounds', 'landuse', use, ['!', wide] as FilterSpecification),
    area('piers', 'piers', ink.pier),
    {
      id: 'base-buildings',
      type: 'fill',
      source: source('buildings'),
      minzoom: 12.5,
      paint: {
        'fill-color': ['match', ['get', 'kind'], ['church', 'school', 'station', 'public'], ink.special, ink.building],
        'fill-outline-color': ink.buildingLine,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12.5, 0, 13.5, 1],
      },
    },
  ]; // prettier-ignore
}

const widths = {
  main: [9, 0.9, 12, 2.4, 14, 5, 16, 13, 18, 34],
  street: [10, 0.4, 12, 1.2, 14, 3.6, 16, 10, 18, 28],
  residential: [11, 0.2, 13, 1.2, 14, 2.4, 16, 7.5, 18, 24],
} as const;

function road(kind: keyof typeof widths, part: 'casing' | 'fill', colour: string): LayerSpecification {
  const extra = part === 'casing' ? 1.6 : 0;
  const stops = widths[kind].map((value, i) => (i % 2 === 1 ? value + Math.min(extra, value) : value));
  return {
    id: `base-road-${kind}-${part}`,
    type: 'line',
    source: source('roads'),
    filter: isKind(kind),
    minzoom: kind === 'residential' ? 11.5 : 8,
    layout: { 'line-cap': part === 'casing' ? 'butt' : 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': byZoom(...stops) },
  };
}

function ways(ink: Palette): LayerSpecification[] {
  const outside: LayerSpecification = {
    id: 'base-outside',
    type: 'fill',
    source: source('outside'),
    paint: { 'fill-color': ink.veil, 'fill-opacity': 0.88 },
  };
  return [
    {
      id: 'base-paths',
      type: 'line',
      source: source('roads'),
      filter: isKind('path'),
      minzoom: 13,
      paint: { 'line-color': ink.path, 'line-width': byZoom(13, 0.7, 16, 2.2), 'line-dasharray': [3, 2] },
    },
    road('residential', 'casing', ink.casing),
    road('street', 'casing', ink.casing),
    road('main', 'casing', ink.mainCasing),
    { id: 'base-bridges', type: 'line', source: source('bridges'), minzoom: 12, paint: { 'line-color': ink.rail, 'line-width': byZoom(12, 4, 14, 8.5, 16, 19, 18, 46) } },
    road('residential', 'fill', ink.road),
    road('street', 'fill', ink.road),
    road('main', 'fill', ink.main),
    { id: 'base-rail', type: 'line', source: source('railway'), paint: { 'line-color': ink.rail, 'line-width': byZoom(9, 0.7, 13, 1.2, 16, 2.2) } },
    {
      id: 'base-sleepers',
      type: 'line',
      source: source('railway'),
      minzoom: 13,
      paint: { 'line-color': ink.rail, 'line-width': byZoom(13, 3.4, 16, 8), 'line-dasharray': [0.25, 2.2] },
    },
    outside,
    {
      id: 'base-boundary',
      type: 'line',
      source: source('boundary'),
      paint: { 'line-color': ink.boundary, 'line-width': byZoom(8, 1, 14, 2), 'line-dasharray': [5, 2, 1, 2], 'line-opacity': 0.8 },
    },
  ]; // prettier-ignore
}

interface Lettering {
  readonly kinds: string[];
  readonly colour: string;
  readonly size: number[];
  readonly zooms: readonly [from: number, to: number];
  readonly font?: string[];
  readonly spacing?: number;
}

function label(
  id: string,
  ink: Palette,
  { kinds, colour, size, zooms, font = regular, spacing = 0 }: Lettering,
): LayerSpecification {
  return {
    id: `base-label-${id}`,
    type: 'symbol',
    source: source('labels'),
    filter: isKind(...kinds),
    minzoom: zooms[0],
    maxzoom: zooms[1],
    layout: { 'text-field': ['get', 'name'], 'text-font': font, 'text-size': byZoom(...size), 'text-letter-spacing': spacing, 'text-max-width': 7, 'text-padding': 6 },
    paint: { 'text-color': colour, 'text-halo-color': kinds.includes('water') ? ink.water : ink.halo, 'text-halo-width': 1.4 },
  }; // prettier-ignore
}

/** Names, the least important first: later layers win the space. */
function lettering(ink: Palette): LayerSpecification[] {
  return [
    {
      id: 'base-label-streets',
      type: 'symbol',
      source: source('roads'),
      minzoom: 14,
      layout: { 'symbol-placement': 'line', 'symbol-spacing': 340, 'text-field': ['get', 'name'], 'text-font': regular, 'text-size': byZoom(14, 10.5, 17, 14), 'text-max-angle': 28, 'text-padding': 4 },
      paint: { 'text-color': ink.text, 'text-halo-color': ink.halo, 'text-halo-width': 1.5 },
    },
    label('buildings', ink, { kinds: ['building'], colour: ink.text, size: [15, 11, 18, 14], zooms: [15, 24] }),
    label('green', ink, { kinds: ['park'], colour: ink.green, size: [13.5, 10.5, 17, 14], zooms: [13.8, 24] }),
    label('station', ink, { kinds: ['station', 'square'], colour: ink.strong, size: [14, 11, 17, 14], zooms: [14, 24] }),
    label('areas', ink, { kinds: ['area'], colour: ink.text, size: [12, 11.5, 15, 15], zooms: [12.2, 15.4], font: strong, spacing: 0.06 }),
    label('water', ink, { kinds: ['water'], colour: ink.waterText, size: [10, 11, 15, 16], zooms: [10, 24], spacing: 0.12 }),
    label('hamlets', ink, { kinds: ['hamlet'], colour: ink.text, size: [11, 10.5, 15, 13], zooms: [11, 24] }),
    label('villages', ink, { kinds: ['village'], colour: ink.strong, size: [9, 11, 14, 16], zooms: [9, 24] }),
    label('town', ink, { kinds: ['town'], colour: ink.strong, size: [8, 13, 12.5, 20], zooms: [7, 12.4], font: strong }),
  ]; // prettier-ignore
}
