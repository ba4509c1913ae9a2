import { isPeriodName, type PeriodName } from '../ui/period.js';

/** Groups of map layers that can be switched on and off. */
export const layerNames = ['punkter', 'varme', 'omraden', 'platser'] as const;
export type LayerName = (typeof layerNames)[number];

/** What the map shows when the address says nothing else. */
export const usualLayers: readonly LayerName[] = ['punkter', 'platser'];

export const sourceNames = ['polis', 'personal'] as const;
export type SourceName = (typeof sourceNames)[number];

/** The view, as it stands in the address: send it, and a colleague with the same rights sees the same. */
export interface MapSearch {
  /** Left out: the latest twelve months. */
  period?: PeriodName;
  /** First and last day of `period=egen`. */
  fran?: string;
  till?: string;
  kategori?: readonly string[];
  kalla?: SourceName;
  /** Id of an area. */
  omrade?: string;
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

/** Reads the address; what is not of our form is left out, so that an old or mistyped link still shows a map. */
export function mapSearch(search: Record<string, unknown>): MapSearch {
  const found: MapSearch = {};
  const period = textOf(search['period']);
  if (isPeriodName(period) && period !== '12m') found.period = period;
  if (found.period === 'egen') {
    const [from, to] = [textOf(search['fran']), textOf(search['till'])];
    if (day.test(from)) found.fran = from;
    if (day.test(to)) found.till = to;
  }
  const categories = listOf(search['kategori']);
  if (categories.length > 0) found.kategori = categories.toSorted();
  const source = sourceNames.find((name) => name === search['kalla']);
  if (source !== undefined) found.kalla = source;
  if (uuid.test(textOf(search['omrade']))) found.omrade = textOf(search['omrade']);
  if (uuid.test(textOf(search['valt']))) found.valt = textOf(search['valt']);
  if (readPlace(textOf(search['lage'])) !== null) found.lage = textOf(search['lage']);
  const layers = listOf(search['lager']);
  if (layers.length > 0) found.lager = writeLayers(layersOf({ lager: layers })) ?? [];
  if (found.lager?.length === 0) delete found.lager;
  return found;
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

/** Whether a filter hides some of the events; the latest twelve months of everything is the ground. */
export function isFiltered({ period, kategori, kalla, omrade }: MapSearch): boolean {
  return [period, kategori, kalla, omrade].some((part) => part !== undefined);
}
