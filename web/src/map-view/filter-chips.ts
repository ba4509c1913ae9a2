import { readCorners, readNear, type MapSearch } from './map-search.js';
import type { SearchChange } from './use-map-search.js';

/** One part of the filter in words, and the change that takes it away. */
export interface FilterChip {
  id: string;
  label: string;
  without: SearchChange;
}

/** The words that the chips are made of, in the page's language. */
export interface FilterWords {
  period: (search: MapSearch) => string;
  category: (code: string) => string;
  source: (name: 'polis' | 'personal') => string;
  area: (id: string) => string;
  organisation: (id: string) => string;
  severity: (levels: readonly string[]) => string;
  weekdays: (days: readonly string[]) => string;
  hours: (hours: readonly string[]) => string;
  near: (metres: number) => string;
  drawn: string;
}

/** The filter in words, part by part. Each category is its own; the days are one, the hours are one. */
export function filterChips(search: MapSearch, words: FilterWords): readonly FilterChip[] {
  const { period, kategori = [], kalla, omrade, aktor, allvar, veckodag, timme, nara, ritat } = search;
  const near = nara === undefined ? null : readNear(nara);
  const chips: (FilterChip | null)[] = [
    period === undefined ? null : { id: 'period', label: words.period(search), without: { period: undefined, fran: undefined, till: undefined } },
    ...kategori.map((code) => ({ id: code, label: words.category(code), without: { kategori: kategori.filter((one) => one !== code) } })),
    allvar === undefined ? null : { id: 'allvar', label: words.severity(allvar), without: { allvar: undefined } },
    kalla === undefined ? null : { id: 'kalla', label: words.source(kalla), without: { kalla: undefined } },
    aktor === undefined ? null : { id: 'aktor', label: words.organisation(aktor), without: { aktor: undefined } },
    omrade === undefined ? null : { id: 'omrade', label: words.area(omrade), without: { omrade: undefined } },
    veckodag === undefined ? null : { id: 'veckodag', label: words.weekdays(veckodag), without: { veckodag: undefined } },
    timme === undefined ? null : { id: 'timme', label: words.hours(timme), without: { timme: undefined } },
    near === null ? null : { id: 'nara', label: words.near(near.metres), without: { nara: undefined } },
    ritat === undefined || readCorners(ritat) === null ? null : { id: 'ritat', label: words.drawn, without: { ritat: undefined } },
  ]; // prettier-ignore
  return chips.filter((chip) => chip !== null);
}

/** Takes all of the filter away and leaves the rest of the view. */
export const noFilter: SearchChange = { period: undefined, fran: undefined, till: undefined, kategori: undefined, kalla: undefined, omrade: undefined, aktor: undefined, allvar: undefined, veckodag: undefined, timme: undefined, nara: undefined, ritat: undefined }; // prettier-ignore

/**
 * Numbers of a circle (days 1 to 7, hours 0 to 23) as runs from first to last; a run may pass midnight or Sunday.
 *
 * @returns `[[20, 1]]` for the hours 0, 1, 20, 21, 22 and 23 of 24
 */
export function runsOf(
  numbers: readonly number[],
  first: number,
  size: number,
): readonly (readonly [number, number])[] {
  const chosen = new Set(numbers);
  if (chosen.size >= size) return [[first, first + size - 1]];
  const next = (value: number) => ((value - first + 1) % size) + first;
  const before = (value: number) => ((value - first - 1 + size) % size) + first;
  return [...chosen]
    .filter((value) => !chosen.has(before(value)))
    .toSorted((a, b) => a - b)
    .map((start) => {
      let end = start;
      while (chosen.has(next(end))) end = next(end);
      return [start, end];
    });
}
