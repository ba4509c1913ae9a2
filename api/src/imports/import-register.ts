import { areaOf, boundsOf, containment, type MetresMultiPolygon } from '../geo/polygon.js';
import { defaultCategories } from '../municipalities/default-category.js';
import { plainWords } from './cell.js';
import type { Territory } from './coordinates.js';
import { type CategoryRules, fallbackCategory } from './crime-codes.js';
import {
  createGeocoder,
  type Geocoder,
  type PlaceAlias,
  type RegisteredAddress,
  type RegisteredStreet,
} from './geocode.js';

/** What the municipality itself knows and an import is read by. Positions in metres. */
export interface RegisterRows {
  readonly boundary: MetresMultiPolygon;
  readonly addresses: readonly { readonly street: string; readonly number: string; readonly locality?: string; readonly dwelling?: boolean; readonly x: number; readonly y: number }[];
  readonly places: readonly { readonly name: string; readonly aliases: readonly string[]; readonly x: number; readonly y: number }[];
  readonly streets?: readonly { readonly street: string; readonly locality: string; readonly x: number; readonly y: number }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly geometry: { readonly coordinates: MetresMultiPolygon } }[];
  readonly categories: readonly CategoryLine[];
  readonly crimeCodes: readonly { readonly code: string; readonly category: string; readonly subcategory: string | null; readonly sensitive: boolean }[];
} // prettier-ignore

/** A category (`subcategory` null) or one of its sub-categories. */
export interface CategoryLine {
  readonly category: string;
  readonly subcategory: string | null;
  readonly sv: string;
  readonly en: string;
  readonly severity: number | null;
}

export interface ResolvedCategory {
  readonly category: string;
  readonly subcategory: string | null;
  readonly severity: number | null;
}

export interface ImportRegister {
  readonly territory: Territory;
  readonly geocoder: Geocoder;
  readonly rules: CategoryRules;
  /** The smallest of the municipality's areas at a point. */
  readonly areaAt: (x: number, y: number) => string | null;
  readonly areaId: (name: string) => string | null;
  /** Is the register's address nearest to a point, within five metres, a dwelling? */
  readonly dwellingAt: (x: number, y: number) => boolean;
  /** A category and sub-category that exist here, with the severity of the municipality's own rows; else OVR. */
  readonly resolve: (category: string, subcategory: string | null) => ResolvedCategory;
  /** The category that a heading or a cell of a count table names, by code or by name; null when none does. */
  readonly categoryNamed: (text: string) => string | null;
}

/** Makes the look-ups of an import from the municipality's rows. */
export function createRegister(rows: RegisterRows): ImportRegister {
  const inside = containment(rows.boundary);
  const bounds = boundsOf(rows.boundary) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 };
  const areas = rows.areas
    .map((area) => ({ name: area.name, size: areaOf(area.geometry.coordinates), bounds: boundsOf(area.geometry.coordinates), holds: containment(area.geometry.coordinates) }))
    .sort((a, b) => a.size - b.size); // prettier-ignore
  const areaIds = new Map(rows.areas.map((area) => [plainWords(area.name), area.id]));
  const exactAreaIds = new Map(rows.areas.map((area) => [area.name, area.id]));
  return {
    territory: { bounds, contains: (x, y) => inside({ x, y }) },
    geocoder: createGeocoder(
      rows.addresses.map(toAddress),
      rows.places.flatMap(toAliases),
      (rows.streets ?? []).map(toStreet),
    ),
    rules: {
      categories: new Map(rows.crimeCodes.map(({ code, category, subcategory }) => [code, { category, subcategory }])),
      alsoSensitive: new Set(rows.crimeCodes.filter(({ sensitive }) => sensitive).map(({ code }) => code)),
    },
    areaAt: (x, y) => areas.find((area) => within(area.bounds, x, y) && area.holds({ x, y }))?.name ?? null,
    areaId: (name) => exactAreaIds.get(name) ?? areaIds.get(plainWords(name)) ?? null,
    dwellingAt: dwellings(rows.addresses),
    resolve: resolver(rows.categories),
    categoryNamed: namer(rows.categories),
  };
}

function resolver(lines: readonly CategoryLine[]): ImportRegister['resolve'] {
  const categories = new Map(lines.filter((line) => line.subcategory === null).map((line) => [line.category, line]));
  const subs = new Map<string, CategoryLine>();
  for (const line of lines) {
    if (line.subcategory === null) continue;
    subs.set(`${line.category} ${line.subcategory}`, line);
    subs.set(`${line.category} ${nameKey(line.sv)}`, line);
  }
  // The table of crime codes knows the names that a municipality starts with, whatever it calls them now.
  for (const { code, subcategories } of defaultCategories)
    for (const { code: beneath, sv } of subcategories) {
      const line = subs.get(`${code} ${beneath}`);
      const key = `${code} ${nameKey(sv)}`;
      if (line && !subs.has(key)) subs.set(key, line);
    }
  return (category, subcategory) => {
    const own = categories.get(category) ?? categories.get(fallbackCategory);
    if (!own) return { category: fallbackCategory, subcategory: null, severity: null };
    const sub =
      subcategory === null || own.category !== category
        ? undefined
        : (subs.get(`${category} ${subcategory}`) ?? subs.get(`${category} ${nameKey(subcategory)}`));
    return {
      category: own.category,
      subcategory: sub?.subcategory ?? null,
      severity: sub?.severity ?? own.severity,
    };
  };
}

function namer(lines: readonly CategoryLine[]): ImportRegister['categoryNamed'] {
  const named = new Map<string, string>();
  const there = new Set(lines.map((line) => line.category));
  for (const { code, sv, en } of defaultCategories)
    if (there.has(code)) for (const name of [sv, en]) named.set(nameKey(name), code);
  for (const line of [...lines].sort((a, b) => Number(a.subcategory === null) - Number(b.subcategory === null))) {
    for (const name of [line.sv, line.en, ...(line.subcategory === null ? [line.category] : [])])
      named.set(nameKey(name), line.category);
  }
  return (text) => named.get(nameKey(text)) ?? null;
}

/** "Förråd eller källare" and "Förråd/källare" are the same words. */
function nameKey(name: string): string {
  return plainWords(name.replace(/ (?:eller|och|or|and) |,/g, ' '));
}

function within(bounds: ReturnType<typeof boundsOf>, x: number, y: number): boolean {
  return bounds !== undefined && x >= bounds.minX && x <= bounds.maxX && y >= bounds.minY && y <= bounds.maxY;
}

const dwellingMetres = 5;

/** Looks addresses up by squares as wide as the reach: those of the nine squares round a point are all there can be. */
function dwellings(addresses: RegisterRows['addresses']): ImportRegister['dwellingAt'] {
  const squares = new Map<string, RegisterRows['addresses'][number][]>();
  const square = (value: number) => Math.floor(value / dwellingMetres);
  for (const address of addresses) {
    const key = `${square(address.x)} ${square(address.y)}`;
    const there = squares.get(key);
    if (there) there.push(address);
    else squares.set(key, [address]);
  }
  return (x, y) => {
    let best: { metres: number; dwelling: boolean } | null = null;
    for (const east of [-1, 0, 1]) {
      for (const north of [-1, 0, 1]) {
        for (const each of squares.get(`${square(x) + east} ${square(y) + north}`) ?? []) {
          const metres = Math.hypot(each.x - x, each.y - y);
          if (metres <= dwellingMetres && metres < (best?.metres ?? Infinity))
            best = { metres, dwelling: each.dwelling ?? false };
        }
      }
    }
    return best?.dwelling ?? false;
  };
}

function toAddress(row: RegisterRows['addresses'][number]): RegisteredAddress {
  const match = /^(\d+) ?([A-Za-z]?)/.exec(row.number);
  return {
    street: row.street,
    number: Number(match?.[1] ?? 0),
    letter: match?.[2] ? match[2].toUpperCase() : null,
    point: { x: row.x, y: row.y },
    locality: row.locality ?? '',
  };
}

function toStreet({ street, locality, x, y }: NonNullable<RegisterRows['streets']>[number]): RegisteredStreet {
  return { street, locality, point: { x, y } };
}

function toAliases({ name, aliases, x, y }: RegisterRows['places'][number]): PlaceAlias[] {
  return [name, ...aliases].map((each) => ({ name: each, point: { x, y } }));
}
