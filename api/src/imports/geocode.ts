import type { Metres } from '../geo/projection.js';
import { splitAddress, streetKey, type WrittenAddress } from '../geo/street-name.js';
import { plainWords } from './cell.js';

export { splitAddress, streetKey };

/** One row of the municipality's address register. */
export interface RegisteredAddress {
  readonly street: string;
  readonly number: number;
  readonly letter: string | null;
  readonly point: Metres;
  /** The village or postal town, where one municipality has two streets of a name. */
  readonly locality?: string;
}

/** A street whose place is known, whether or not it has addresses. */
export interface RegisteredStreet {
  readonly street: string;
  readonly locality?: string;
  readonly point: Metres;
}

/** A name that people use for a place ("Konsumparkeringen"), and where it is. */
export interface PlaceAlias {
  readonly name: string;
  readonly point: Metres;
}

export type GeocodedPrecision = 'address' | 'street';

export interface Geocoded {
  readonly point: Metres;
  /** `address`: the very door or place. `street`: only the street is known, the point is the middle of its addresses. */
  readonly precision: GeocodedPrecision;
}

export interface Geocoder {
  /**
   * Where an address or a named place is; null when neither street nor place is known. `locality` (an area, a postal
   * town) chooses among streets of one name; without it such a street is `ambiguous`, and is not guessed at.
   */
  find(street: string, number: string, place: string, locality?: string): Geocoded | null;
  /** Is there more than one street of this name, and does the locality not tell which is meant? */
  ambiguous(street: string, number: string, locality?: string): boolean;
}

interface Street {
  readonly locality: string;
  readonly doors: Map<string, Metres>;
  /** The middle as the register of streets has it; else found from the doors when it is first asked for. */
  middle: Metres | null;
}

/** Streets of one name whose middles are nearer each other than this are one street that crosses a border. */
const sameStreetMetres = 300;

/**
 * A geocoder over the municipality's own registers: addresses, streets, and places with their aliases. Tolerant of
 * case, spaces, hyphens, accents and the usual short forms (Storg. 12 b, Stora Gatan, Kyrkv.); a number that is not in
 * the register falls back to the street.
 */
export function createGeocoder(
  register: Iterable<RegisteredAddress>,
  aliases: Iterable<PlaceAlias> = [],
  named: Iterable<RegisteredStreet> = [],
): Geocoder {
  const streets = new StreetIndex();
  for (const address of register) streets.addAddress(address);
  for (const street of named) streets.addStreet(street);
  const places = new Map([...aliases].map((alias) => [plainWords(alias.name).replaceAll(' ', ''), alias.point]));
  return {
    find(streetText, numberText, placeText, locality = '') {
      const address = splitAddress(streetText, numberText);
      const found = streets.find(address, locality);
      if (found.length === 1) return findDoor(found[0]!, address.door);
      if (found.length > 1) return null;
      const place = [placeText, streetText]
        .map((text) => places.get(plainWords(text).replaceAll(' ', '')))
        .find(Boolean);
      return place ? { point: place, precision: 'address' } : null;
    },
    ambiguous: (streetText, numberText, locality = '') =>
      streets.find(splitAddress(streetText, numberText), locality).length > 1,
  };
}

class StreetIndex {
  private readonly streets = new Map<string, Street[]>();

  addAddress(address: RegisteredAddress): void {
    const street = this.of(address.street, address.locality);
    const door = `${address.number}${(address.letter ?? '').toLowerCase()}`;
    if (!street.doors.has(door)) street.doors.set(door, address.point);
    if (address.letter !== null && !street.doors.has(`${address.number}`))
      street.doors.set(`${address.number}`, address.point);
  }

  addStreet({ street, locality, point }: RegisteredStreet): void {
    this.of(street, locality).middle ??= point;
  }

  /** The streets that an address can mean: those of its locality, else the only one that has the door, else all apart. */
  find({ street: name, door }: WrittenAddress, locality: string): Street[] {
    const named = name === '' ? [] : (this.streets.get(streetKey(name)) ?? []);
    if (named.length < 2) return named;
    const wanted = plainWords(locality);
    const own = wanted === '' ? [] : named.filter((street) => street.locality === wanted);
    if (own.length > 0) return own;
    const withDoor = named.filter((street) => door !== '' && street.doors.has(door));
    return withDoor.length === 1 ? withDoor : apart(named);
  }

  private of(name: string, localityName = ''): Street {
    const key = streetKey(name);
    const locality = plainWords(localityName);
    const named = this.streets.get(key) ?? [];
    let street = named.find((each) => each.locality === locality);
    if (!street) {
      street = { locality, doors: new Map(), middle: null };
      named.push(street);
      this.streets.set(key, named);
    }
    return street;
  }
}

/** Of streets of one name: those farther from the first than one street can be. */
function apart(named: readonly Street[]): Street[] {
  const first = middleOf(named[0]!);
  const others = named.slice(1).filter((street) => {
    const at = middleOf(street);
    return Math.hypot(at.x - first.x, at.y - first.y) > sameStreetMetres;
  });
  return [named[0]!, ...others];
}

function findDoor(street: Street, door: string): Geocoded {
  const point = street.doors.get(door) ?? street.doors.get(door.replace(/[a-z]$/, ''));
  return point && door !== '' ? { point, precision: 'address' } : { point: middleOf(street), precision: 'street' };
}

/** The address nearest the mean of all: a point on the street, also when the street bends. */
function middleOf(street: Street): Metres {
  if (street.middle) return street.middle;
  const points = [...street.doors.values()];
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const distance = (point: Metres): number => (point.x - x) ** 2 + (point.y - y) ** 2;
  street.middle = points.reduce((best, point) => (distance(point) < distance(best) ? point : best));
  return street.middle;
}
