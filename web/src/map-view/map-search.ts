import { comparisons, isMapPeriod, type Comparison, type MapPeriod } from './map-period.js';

/** Groups of map layers that can be switched on and off. */
export const layerNames = [
  'punkter',
  'varme',
  'rutor',
  'rutor100',
  'omraden',
  'platser',
  'register',
  'atgarder',
] as const;
export type LayerName = (typeof layerNames)[number];

/** What the map shows when the address says nothing else. */
export const usualLayers: readonly LayerName[] = ['punkter', 'platser'];

export const sourceNames = ['polis', 'personal'] as const;
export type SourceName = (typeof sourceNames)[number];

/** What stands in the panel; `platser` when the address says nothing else. */
export const panelNames = ['platser', 'siffror', 'handelser', 'tabeller'] as const;
export type PanelName = (typeof panelNames)[number];

/** The view, as it stands in the address: send it, and a colleague with the same rights sees the same. */
export interface MapSearch {
  /** Left out: the latest twelve months. */
  period?: MapPeriod;
  /** First and last day of `period=egen`. */
  fran?: string;
  till?: string;
  kategori?: readonly string[];
  kalla?: SourceName;
  /** Id of an area. */
  omrade?: string;
  /** Levels of severity, `1` to `3`. */
  allvar?: readonly string[];
  /** Id of an organisation. */
  aktor?: string;
  /** Days of the week from Monday, `1` to `7`, and local hours, `0` to `23`. */
  veckodag?: readonly string[];
  timme?: readonly string[];
  /** Longitude, latitude and metres: `16.061,59.536,200`. */
  nara?: string;
  /** Corners of a drawn area: `16.06 59.53,16.07 59.53,16.07 59.54`. */
  ritat?: string;
  /** What the period is held against, with the days of one's own; `svep`: one map over the other. */
  jamfor?: Comparison;
  jfran?: string;
  jtill?: string;
  visning?: 'svep';
  /** First day of the window that the time slider shows, and its length when not a week. */
  stund?: string;
  steg?: 'manad';
  /** The drawer with the days and hours is open. */
  timmar?: 'visa';
  /** Which table or list the panel shows. */
  flik?: PanelName;
  /** Code of the category that is singled out, `ovriga` for the rest together. */
  lyft?: string;
  /** Id of the hot spot or anhopning that is looked at. */
  valt?: string;
  /** Zoom, latitude and longitude: `14.2/59.536/16.061`. */
  lage?: string;
  /** Layers that are on, when they are not the usual ones; `inga` when all are off. */
  lager?: readonly string[];
}

export interface MapPlace {
  longitude: number;
  latitude: number;
  zoom: number;
}

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function listOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== '' && part.length <= 20))];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whole numbers of a list that lie within a span, in order. */
function numbersOf(value: unknown, from: number, to: number): string[] {
  const sound = listOf(value).filter((part) => /^\d{1,2}$/.test(part) && Number(part) >= from && Number(part) <= to);
  return [...new Set(sound.map(Number))].toSorted((a, b) => a - b).map(String);
}

/** Reads the address; what is not of our form is left out, so that an old or mistyped link still shows a map. */
export function mapSearch(search: Record<string, unknown>): MapSearch {
  const found: MapSearch = { ...filterPart(search), ...shownPart(search) };
  const layers = listOf(search['lager']);
  if (layers.length > 0) found.lager = writeLayers(layersOf({ lager: layers })) ?? [];
  if (found.lager?.length === 0) delete found.lager;
  return found;
}

function filterPart(search: Record<string, unknown>): MapSearch {
  const found: MapSearch = {};
  const period = textOf(search['period']);
  if (isMapPeriod(period) && period !== '12m') found.period = period;
  if (found.period === 'egen') {
    const [from, to] = [textOf(search['fran']), textOf(search['till'])];
    if (day.test(from)) found.fran = from;
    if (day.test(to)) found.till = to;
  }
  const categories = listOf(search['kategori']);
  if (categories.length > 0) found.kategori = categories.toSorted();
  const source = sourceNames.find((name) => name === search['kalla']);
  if (source !== undefined) found.kalla = source;
  for (const name of ['omrade', 'aktor'] as const) {
    if (uuid.test(textOf(search[name]))) found[name] = textOf(search[name]);
  }
  for (const [name, from, to] of [['allvar', 1, 3], ['veckodag', 1, 7], ['timme', 0, 23]] as const) {
    const numbers = numbersOf(search[name], from, to);
    if (numbers.length > 0) found[name] = numbers;
  } // prettier-ignore
  if (readNear(textOf(search['nara'])) !== null) found.nara = textOf(search['nara']);
  if (readCorners(textOf(search['ritat'])) !== null) found.ritat = textOf(search['ritat']);
  return found;
}

function shownPart(search: Record<string, unknown>): MapSearch {
  const found: MapSearch = {};
  const compared = comparisons.find((name) => name === search['jamfor']);
  if (compared !== undefined) {
    found.jamfor = compared;
    if (search['visning'] === 'svep') found.visning = 'svep';
  }
  if (compared === 'egen') {
    for (const name of ['jfran', 'jtill'] as const) {
      if (day.test(textOf(search[name]))) found[name] = textOf(search[name]);
    }
  }
  if (day.test(textOf(search['stund']))) found.stund = textOf(search['stund']);
  if (search['steg'] === 'manad') found.steg = 'manad';
  if (search['timmar'] === 'visa') found.timmar = 'visa';
  const panel = panelNames.find((name) => name === search['flik']);
  if (panel !== undefined && panel !== 'platser') found.flik = panel;
  if (/^[\p{L}\d_-]{1,20}$/u.test(textOf(search['lyft']))) found.lyft = textOf(search['lyft']);
  if (uuid.test(textOf(search['valt']))) found.valt = textOf(search['valt']);
  if (readPlace(textOf(search['lage'])) !== null) found.lage = textOf(search['lage']);
  return found;
}

/** The view as it stands after `?` in an address, and back. */
export function writeView(view: MapSearch): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(view) as [string, string | readonly string[]][]) {
    parameters.set(name, typeof value === 'string' ? value : value.join(','));
  }
  return parameters.toString().replaceAll('%2C', ',');
}

export function readView(text: string): MapSearch {
  return mapSearch(Object.fromEntries(new URLSearchParams(text.replace(/^\?/, ''))));
}

/** The layers that the address switches on. */
export function layersOf({ lager }: Pick<MapSearch, 'lager'>): readonly LayerName[] {
  return lager === undefined ? usualLayers : layerNames.filter((name) => lager.includes(name));
}

/** How layers stand in the address; `undefined` for the usual ones. */
export function writeLayers(layers: readonly LayerName[]): readonly string[] | undefined {
  const chosen = layerNames.filter((name) => layers.includes(name));
  if (chosen.length === 0) return ['inga'];
  return chosen.join() === usualLayers.join() ? undefined : chosen;
}

/** One size of squares at a time. */
const otherSquares: Partial<Record<LayerName, LayerName>> = { rutor: 'rutor100', rutor100: 'rutor' };

/** The layers as they stand in the address after one of them was switched on or off. */
export function toggledLayers(search: Pick<MapSearch, 'lager'>, name: LayerName): readonly string[] | undefined {
  const on = layersOf(search);
  return writeLayers(on.includes(name) ? on.filter((one) => one !== name) : [...on.filter((one) => one !== otherSquares[name]), name]); // prettier-ignore
}

/** Zoom, latitude and longitude of the address; `null` when they are not three sound numbers. */
export function readPlace(text: string): MapPlace | null {
  const parts = text.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN] = parts;
  const sound = parts.length === 3 && zoom >= 0 && zoom <= 24 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return sound ? { zoom, latitude, longitude } : null;
}

/** Five decimals are a metre: enough for a view. */
export function writePlace({ zoom, latitude, longitude }: MapPlace): string {
  const short = (value: number, decimals: number) => String(Number(value.toFixed(decimals)));
  return `${short(zoom, 2)}/${short(latitude, 5)}/${short(longitude, 5)}`;
}

type Point = readonly [longitude: number, latitude: number];
const onEarth = (longitude: number, latitude: number) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** A middle and a radius in metres; `null` when it is not sound or not between 10 m and 20 km. */
export function readNear(text: string): { middle: Point; metres: number } | null {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [longitude = Number.NaN, latitude = Number.NaN, metres = Number.NaN] = parts;
  const sound = parts.length === 3 && onEarth(longitude, latitude) && metres >= 10 && metres <= 20_000;
  return sound ? { middle: [longitude, latitude], metres } : null;
}

export function writeNear(middle: Point, metres: number): string {
  return `${Number(middle[0].toFixed(5))},${Number(middle[1].toFixed(5))},${metres}`;
}

/** Corners of a drawn area; `null` for fewer than three, more than a hundred or none of our form. */
export function readCorners(text: string): readonly Point[] | null {
  const corners = text.split(',').map((corner) => corner.trim().split(/\s+/).map(Number));
  if (corners.length < 3 || corners.length > 100) return null;
  const sound = corners.every(([longitude = Number.NaN, latitude = Number.NaN, ...more]) => more.length === 0 && onEarth(longitude, latitude)); // prettier-ignore
  return sound ? corners.map(([longitude, latitude]) => [longitude!, latitude!]) : null;
}

export function writeCorners(corners: readonly Point[]): string {
  return corners
    .map(([longitude, latitude]) => `${Number(longitude.toFixed(5))} ${Number(latitude.toFixed(5))}`)
    .join(',');
}

/** The parts of the address that choose which events count. */
export const filterParts = ['period', 'kategori', 'kalla', 'omrade', 'allvar', 'aktor', 'veckodag', 'timme', 'nara', 'ritat'] as const; // prettier-ignore

/** Whether a filter hides some of the events; the latest twelve months of everything is the ground. */
export function isFiltered(search: MapSearch): boolean {
  return filterParts.some((part) => search[part] !== undefined);
}
