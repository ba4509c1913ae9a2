import { boundsOf, containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { type BaselineEntry, type BaselineKind, roundedToDecimetres } from './baseline.js';

export interface RegisterOfPlaces {
  readonly addresses: readonly (Metres & { readonly dwelling: boolean })[];
  readonly places: readonly (Metres & { readonly kind: string })[];
  readonly areas: readonly { readonly population: number | null; readonly polygons: MetresMultiPolygon }[];
}

/**
 * People per address and per place where nobody has counted: the register knows where a school is, not how many go there.
 * A home without a counted area has two people, as a Swedish household has about; the other figures are an ordinary day of an
 * ordinary one of its kind, and are told in the preview as assumed.
 */
export const assumedPeople = {
  dwelling: 2,
  otherAddress: 5,
  places: {
    school: { kind: 'school', count: 300 },
    preschool: { kind: 'school', count: 60 },
    'youth-centre': { kind: 'school', count: 60 },
    shop: { kind: 'shops', count: 400 },
    restaurant: { kind: 'shops', count: 200 },
    station: { kind: 'station', count: 1500 },
    'bus-stop': { kind: 'station', count: 200 },
    square: { kind: 'visited', count: 1500 },
    library: { kind: 'visited', count: 400 },
    park: { kind: 'visited', count: 400 },
    beach: { kind: 'visited', count: 300 },
    harbour: { kind: 'visited', count: 300 },
    sports: { kind: 'visited', count: 400 },
    health: { kind: 'visited', count: 400 },
    parking: { kind: 'visited', count: 300 },
    playground: { kind: 'visited', count: 100 },
    church: { kind: 'visited', count: 100 },
  } as Readonly<Record<string, { readonly kind: BaselineKind; readonly count: number }>>,
} as const;

/**
 * A baseline from what the municipality has already: homes and other addresses from the address register, residents per
 * area where the areas have a population, and the named places by kind. Places of a kind that says nothing are left out.
 */
export function entriesFromRegister({ addresses, places, areas }: RegisterOfPlaces): BaselineEntry[] {
  const homes = addresses.filter(({ dwelling }) => dwelling);
  const perHome = residentsPerHome(homes, areas);
  const entry = ({ x, y }: Metres, kind: BaselineKind, count: number): BaselineEntry => ({
    kind,
    count,
    x: roundedToDecimetres(x),
    y: roundedToDecimetres(y),
  });
  return [
    ...homes.map((home, index) => entry(home, 'residents', perHome[index]!)),
    ...addresses
      .filter(({ dwelling }) => !dwelling)
      .map((address) => entry(address, 'workplaces', assumedPeople.otherAddress)),
    ...places.flatMap((place) => {
      const assumed = Object.hasOwn(assumedPeople.places, place.kind) ? assumedPeople.places[place.kind] : undefined;
      return assumed ? [entry(place, assumed.kind, assumed.count)] : [];
    }),
  ].filter(({ count }) => count > 0);
}

/** The population of the smallest counted area round each home, shared by the homes that have it as their smallest. */
function residentsPerHome(homes: readonly Metres[], areas: RegisterOfPlaces['areas']): number[] {
  const counted = areas
    .flatMap(({ population, polygons }) => (population === null ? [] : [{ population, polygons }]))
    .map((area) => ({ ...area, holds: containment(area.polygons), size: sizeOf(area.polygons), homes: 0 }))
    .sort((a, b) => a.size - b.size);
  const own = homes.map((home) => counted.find(({ holds }) => holds(home)));
  for (const area of own) if (area) area.homes++;
  return own.map((area) => (area ? area.population / area.homes : assumedPeople.dwelling));
}

function sizeOf(polygons: MetresMultiPolygon): number {
  const bounds = boundsOf(polygons);
  return bounds ? (bounds.maxX - bounds.minX) * (bounds.maxY - bounds.minY) : Infinity;
}
