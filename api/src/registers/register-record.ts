import { type FileFeature, propertyText } from '../imports/file-feature.js';
import { splitAddress } from '../geo/street-name.js';
import { boundsOf, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import type { RegisterField } from './register-names.js';

export const registerKinds = ['addresses', 'places', 'streets', 'areas'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** Why a row of a register is not taken. */
export type RegisterRejection =
  | 'street-missing' | 'number-missing' | 'name-missing' | 'position-missing' | 'address-not-found' | 'not-an-area' | 'area-faulty'
  | 'repeated' | 'name-personal' | 'name-too-long'; // prettier-ignore

export interface AddressRecord {
  readonly street: string;
  readonly number: string;
  readonly locality: string;
  readonly dwelling: boolean;
  readonly point: Metres;
}

export interface PlaceRecord {
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly point: Metres;
}

export interface StreetRecord {
  readonly name: string;
  readonly locality: string;
  readonly point: Metres;
  /** Lines in metres, when the file has them. */
  readonly lines: readonly (readonly (readonly [number, number])[])[] | null;
}

export interface AreaRecord {
  readonly name: string;
  readonly population: number | null;
  readonly polygons: MetresMultiPolygon;
}

export type FieldColumns = Partial<Record<RegisterField, string>>;

const longestName = 120;
const dwellingWords = /bostad|dwelling|residential|smahus|småhus|flerbostad|^ja$|^j$|^true$|^1$/i;

function valueOf(feature: FileFeature, column: string | undefined): string {
  return column === undefined ? '' : propertyText(feature.properties[column]);
}

/** One address: "Storgatan 12 B" in one column, or street, number and letter in their own (belägenhetsadress). */
export function readAddress(feature: FileFeature, columns: FieldColumns): AddressRecord | RegisterRejection {
  const street = valueOf(feature, columns.street);
  if (street === '') return 'street-missing';
  const number = valueOf(feature, columns.number).replace(/\.0+$/, '');
  const divided = splitAddress(street, `${number}${valueOf(feature, columns.letter)}`);
  if (divided.door === '') return 'number-missing';
  if (divided.street.length > longestName) return 'name-too-long';
  const point = pointOf(feature);
  if (!point) return 'position-missing';
  const locality = valueOf(feature, columns.locality).slice(0, longestName);
  const dwelling = dwellingWords.test(valueOf(feature, columns.dwelling));
  return {
    street: titled(divided.street.trim()),
    number: divided.door.toUpperCase(),
    locality: titled(locality),
    dwelling,
    point,
  };
}

/** One named place; `placedBy` finds it by street and number when the row has no position of its own. */
export function readPlace(
  feature: FileFeature,
  columns: FieldColumns,
  placedBy: (street: string, number: string) => Metres | null,
): PlaceRecord | RegisterRejection {
  const name = valueOf(feature, columns.name);
  if (name === '') return 'name-missing';
  const aliases = valueOf(feature, columns.aliases).split(/[;|,]/).map((alias) => alias.trim()).filter((alias) => alias !== ''); // prettier-ignore
  if ([name, ...aliases].some((each) => each.length > longestName)) return 'name-too-long';
  const street = valueOf(feature, columns.street);
  const point = pointOf(feature) ?? (street === '' ? null : placedBy(street, valueOf(feature, columns.number)));
  if (!point) return street === '' ? 'position-missing' : 'address-not-found';
  return { name, kind: kindOf(valueOf(feature, columns.kind)), aliases: [...new Set(aliases)].slice(0, 30), point };
}

/** One street: a point on it, or its lines. */
export function readStreet(feature: FileFeature, columns: FieldColumns): StreetRecord | RegisterRejection {
  const name = valueOf(feature, columns.street ?? columns.name);
  if (name === '') return 'name-missing';
  if (name.length > longestName) return 'name-too-long';
  const lines = linesOf(feature);
  const point = lines ? middleOf(lines) : pointOf(feature);
  return point
    ? { name: titled(name), locality: titled(valueOf(feature, columns.locality)), point, lines }
    : 'position-missing';
}

/** One area with its residents; the geometry is checked by the caller, who knows how to mend it. */
export function readArea(feature: FileFeature, columns: FieldColumns): AreaRecord | RegisterRejection {
  const name = valueOf(feature, columns.name);
  if (name === '') return 'name-missing';
  if (name.length > longestName) return 'name-too-long';
  const polygons = polygonsOf(feature);
  if (!polygons) return 'not-an-area';
  const residents = Number(valueOf(feature, columns.population).replaceAll(/\s/g, '') || Number.NaN);
  return { name, population: Number.isInteger(residents) && residents >= 0 ? residents : null, polygons };
}

/** The polygons of a feature; null when it has none, or what it has is no polygon whatever it calls itself. */
export function polygonsOf({ geometry }: Pick<FileFeature, 'geometry'>): MetresMultiPolygon | null {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const polygons: unknown = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const whole = isList(polygons) && polygons.every((rings) => isList(rings) && rings.every(isRing));
  return whole ? (polygons as MetresMultiPolygon) : null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isRing(ring: unknown): boolean {
  const isPosition = (at: unknown) => isList(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]);
  return isList(ring) && ring.length >= 4 && ring.every(isPosition);
}

/** The feature's own point; of an area the middle of its bounds, of a line its first position. */
export function pointOf({ geometry }: Pick<FileFeature, 'geometry'>): Metres | null {
  let part: unknown = geometry?.coordinates;
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
    const bounds = boundsOf(polygonsOf({ geometry }) ?? []);
    return bounds === undefined ? null : { x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2 };
  }
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  if (!Array.isArray(part)) return null;
  const [x, y] = part as unknown[];
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

function linesOf({ geometry }: FileFeature): StreetRecord['lines'] {
  const lines: unknown = geometry?.type === 'LineString' ? [geometry.coordinates] : geometry?.coordinates;
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return null;
  const isPosition = (at: unknown) => isList(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]);
  const whole = isList(lines) && lines.every((line) => isList(line) && line.length > 1 && line.every(isPosition));
  return whole ? (lines as StreetRecord['lines']) : null;
}

/** The corner nearest half the way along the longest line. */
function middleOf(lines: NonNullable<StreetRecord['lines']>): Metres | null {
  const longest = [...lines].sort((a, b) => b.length - a.length)[0];
  const corner = longest?.[Math.floor(longest.length / 2)];
  return corner ? { x: corner[0], y: corner[1] } : null;
}

/** Registers write STORGATAN; people do not. */
function titled(name: string): string {
  if (name === '' || name !== name.toUpperCase() || !/\p{L}{2}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/förskola/i, 'preschool'],
  [/skola|gymnasi/i, 'school'],
  [/fritids|ungdom/i, 'youth-centre'],
  [/bibliotek/i, 'library'],
  [/park|lek/i, 'park'],
  [/torg|square/i, 'square'],
  [/station|resecentrum|hållplats/i, 'station'],
  [/butik|handel|köpcent|shop/i, 'shop'],
];

function kindOf(text: string): string {
  return kinds.find(([words]) => words.test(text))?.[1] ?? 'other';
}
