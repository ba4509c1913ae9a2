import type { Metres } from '../geo/projection.js';
import { plainWords } from './cell.js';

/** One row of the municipality's address register. */
export interface RegisteredAddress {
  readonly street: string;
  readonly number: number;
  readonly letter: string | null;
  readonly point: Metres;
}

/** A name that people use for a place ("Konsumparkeringen"), and where it is. */
export interface PlaceAlias {
  readonly name: string;
  readonly point: Metres;
}

export interface Geocoded {
  readonly point: Metres;
  /** `address`: the very door or place. `street`: only the street is known, the point is the middle of its addresses. */
  readonly precision: 'address' | 'street';
}

export interface Geocoder {
  /** Null when neither street nor place is known. */
  find(street: string, number: string, place: string): Geocoded | null;
}

interface Street {
  readonly doors: Map<string, Metres>;
  middle: Metres | null;
}

/**
 * A geocoder over the municipality's own address register and place aliases. Tolerant of case, spaces, hyphens, accents
 * and the usual short forms (Storg. 12 b, Stora Gatan, Kyrkv.); a number that is not in the register falls back to the
 * street.
 */
export function createGeocoder(register: Iterable<RegisteredAddress>, aliases: Iterable<PlaceAlias> = []): Geocoder {
  const streets = new Map<string, Street>();
  for (const address of register) {
    const key = streetKey(address.street);
    const street = streets.get(key) ?? { doors: new Map<string, Metres>(), middle: null };
    const door = `${address.number}${(address.letter ?? '').toLowerCase()}`;
    if (!street.doors.has(door)) street.doors.set(door, address.point);
    if (address.letter !== null && !street.doors.has(`${address.number}`))
      street.doors.set(`${address.number}`, address.point);
    streets.set(key, street);
  }
  const places = new Map([...aliases].map((alias) => [plainWords(alias.name).replaceAll(' ', ''), alias.point]));
  return {
    find(streetText, numberText, placeText) {
      const address = splitAddress(streetText, numberText);
      const street = address.street === '' ? undefined : streets.get(streetKey(address.street));
      if (street) return findDoor(street, address.door);
      const place = [placeText, streetText]
        .map((text) => places.get(plainWords(text).replaceAll(' ', '')))
        .find(Boolean);
      return place ? { point: place, precision: 'address' } : null;
    },
  };
}

function findDoor(street: Street, door: string): Geocoded {
  const point = street.doors.get(door) ?? street.doors.get(door.replace(/[a-z]$/, ''));
  if (point && door !== '') return { point, precision: 'address' };
  street.middle ??= middleOf([...street.doors.values()]);
  return { point: street.middle, precision: 'street' };
}

/** The address nearest the mean of all: a point on the street, also when the street bends. */
function middleOf(points: readonly Metres[]): Metres {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const distance = (point: Metres): number => (point.x - x) ** 2 + (point.y - y) ** 2;
  return points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
}

/** "Storgatan 12 B", "" and "Storgatan", "12b" both become the street and the door 12b. Of 12-14 the first is taken. */
export function splitAddress(streetText: string, numberText: string): { street: string; door: string } {
  const inStreet = /^(.*?\p{L}[.)]?)[ ,]+(\d{1,4}) ?([a-zA-Z]?)(?:[-–/ ,].*)?$/u.exec(streetText.trim());
  const ownNumber = /^(\d{1,4}) ?([a-zA-Z]?)\b/.exec(numberText.trim());
  if (ownNumber)
    return { street: inStreet ? inStreet[1]! : streetText, door: `${ownNumber[1]}${ownNumber[2]!.toLowerCase()}` };
  return inStreet
    ? { street: inStreet[1]!, door: `${inStreet[2]}${inStreet[3]!.toLowerCase()}` }
    : { street: streetText, door: '' };
}

/** How streets are compared: short endings written out, then letters only. */
export function streetKey(street: string): string {
  return street
    .toLowerCase()
    .replace(/g\.?$/, (ending) => (ending === 'g.' ? 'gatan' : 'g'))
    .replace(/v\.$/, 'vägen')
    .replace(/\bs:?t(?:a)?\b:?\.?/g, 'sankt')
    .replace(/(?:gata|gatan)$/, 'gatan')
    .replace(/(?:väg|vägen)$/, 'vägen')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]/g, '');
}
