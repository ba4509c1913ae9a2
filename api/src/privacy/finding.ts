/** What a place in a text may hold. `personnummer-like`: the date is right and the check digit is not. */
export type FindingKind =
  | 'personnummer'
  | 'samordningsnummer'
  | 'personnummer-like'
  | 'phone'
  | 'email'
  | 'plate'
  | 'ip'
  | 'address'
  | 'name'
  | 'group';

/** `refuse`: the text is not saved as it is. `point-out`: it is saved, and seen by the reviewer alone until cleared. */
export type Level = 'refuse' | 'point-out';

/** A place in a text, and what stands there. It never holds the text itself. */
export interface Place {
  readonly kind: FindingKind;
  /** First UTF-16 unit and the one after the last, as for `String.slice`. */
  readonly from: number;
  readonly to: number;
}

const refused: ReadonlySet<FindingKind> = new Set(['personnummer', 'samordningsnummer', 'phone', 'email']);

export function levelOf(kind: FindingKind): Level {
  return refused.has(kind) ? 'refuse' : 'point-out';
}

const precedence: readonly FindingKind[] = [
  'email', 'personnummer', 'samordningsnummer', 'phone', 'personnummer-like', 'ip', 'plate', 'address', 'name', 'group',
]; // prettier-ignore

/** In order of place, none over another: where two meet, the more certain kind stays. */
export function withoutOverlap<Found extends Place>(places: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const byPlace = places.toSorted((a, b) => a.from - b.from || b.to - a.to);
  for (const place of byPlace) {
    const last = kept.at(-1);
    if (!last || place.from >= last.to) kept.push(place);
    else if (precedence.indexOf(place.kind) < precedence.indexOf(last.kind)) kept[kept.length - 1] = place;
  }
  return kept;
}
