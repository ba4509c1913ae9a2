/** As the API has them; `none` is a report without a place. */
export type Placement = 'workplace' | 'position' | 'tapped' | 'place' | 'address' | 'street' | 'area';

/** Where it happened, and how we know. */
export interface ChosenPlace {
  readonly placement: Placement;
  /** As people call it; `null` when nothing with a name is near. */
  readonly name: string | null;
  /** The position lies in what has the name, not merely near it: "Vid Björkskolan". */
  readonly within?: boolean;
  readonly position: readonly [longitude: number, latitude: number];
  readonly accuracyMetres: number | null;
  readonly placeId: string | null;
  /** When it was chosen or measured, epoch ms. */
  readonly at: number;
  /** The page proposed it; a position of one's own may take its place. */
  readonly proposed: boolean;
}

/** What the API finds by words or near a position. */
export interface Found {
  readonly kind: 'place' | 'address' | 'street' | 'area';
  readonly name: string;
  readonly placeId: string | null;
  readonly position: readonly number[];
  readonly distanceMetres: number | null;
}

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly position: readonly number[];
}

/** A position worse than this asks for one tap on the map. */
const goodAccuracy = 50;
/** After this long somebody has probably moved. */
const goodFor = 3600 * 1000;

/**
 * The named place where an account works, when its name says so: accounts are named by function and often by place
 * ("Vaktmästare, Björkskolan"). The longest name wins; `null` when none fits.
 */
export function workplaceOf(accountName: string, places: readonly NamedPlace[]): NamedPlace | null {
  const words = ` ${accountName.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const hits = places.flatMap((place) =>
    [place.name, ...place.aliases]
      .map((name) => name.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
      .filter((name) => words.includes(` ${name} `))
      .map((name) => ({ place, length: name.length })),
  );
  hits.sort((a, b) => b.length - a.length);
  return hits[0]?.place ?? null;
}

/** How a place that is near is called: the place itself within 100 m, else "near" the nearest thing. */
export function nameNear(found: readonly Found[]): { readonly name: string; readonly at: boolean } | null {
  const place = found.find((one) => one.kind === 'place' && (one.distanceMetres ?? 0) <= 100);
  if (place !== undefined) return { name: place.name, at: true };
  const [nearest] = found;
  return nearest === undefined ? null : { name: nearest.name, at: (nearest.distanceMetres ?? 0) <= 15 };
}

/** Why the reporter should look once more at the place, or `null`. */
export function placeDoubt(place: ChosenPlace, now: number): 'inaccurate' | 'old' | null {
  if (place.placement === 'position' && (place.accuracyMetres ?? 0) > goodAccuracy) return 'inaccurate';
  const moves = place.placement === 'position' || place.placement === 'tapped';
  return moves && now - place.at > goodFor ? 'old' : null;
}

/** The place used last, as a proposal for the next report. A position of last time is only a point on the map now. */
export function proposedAgain(place: ChosenPlace): ChosenPlace {
  return place.placement === 'position'
    ? { ...place, placement: 'tapped', accuracyMetres: null, proposed: true }
    : { ...place, proposed: true };
}

/** Whether a measured position should take the place of what is there: never of what somebody chose. */
export function betterThan(present: ChosenPlace | null, accuracyMetres: number): boolean {
  return present === null || (present.proposed && accuracyMetres <= goodAccuracy);
}
