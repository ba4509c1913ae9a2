import { describe, expect, test } from '@jest/globals';
import { filterChips, noFilter, runsOf, type FilterWords } from './filter-chips.js';
import { filterParts, mapSearch } from './map-search.js';

const words: FilterWords = {
  period: () => 'i förra veckan',
  category: (code) => code,
  source: (name) => name,
  area: () => 'Centrum',
  organisation: () => 'Skolan',
  severity: (levels) => levels.join(),
  weekdays: (days) => days.join(),
  hours: (hours) => hours.join(),
  near: (metres) => `${metres} m`,
  drawn: 'Ritat område',
};
const id = '01a1fbdf-ae84-7e02-a785-a5cb1f0a9fd0';
const whole = mapSearch({ period: 'forra', kategori: 'A,B', kalla: 'polis', omrade: id, aktor: id, allvar: '2', veckodag: '5,6', timme: '20', nara: '16,59,200', ritat: '16 59,17 59,17 60' }); // prettier-ignore

describe('the filter in words', () => {
  test('every part is a chip, and each category its own', () => {
    expect(filterChips(whole, words).map(({ label }) => label)).toEqual(['i förra veckan', 'A', 'B', '2', 'polis', 'Skolan', 'Centrum', '5,6', '20', '200 m', 'Ritat område']); // prettier-ignore
    expect(filterChips({}, words)).toEqual([]);
  });

  test('a chip takes its own part away and nothing else', () => {
    const chips = filterChips(whole, words);
    expect(chips.find((chip) => chip.id === 'A')?.without).toEqual({ kategori: ['B'] });
    expect(chips.find((chip) => chip.id === 'nara')?.without).toEqual({ nara: undefined });
  });

  test('clearing takes every part that filters', () => {
    expect(filterParts.every((part) => part in noFilter)).toBe(true);
  });
});

describe('numbers as runs', () => {
  test('a night passes midnight, a weekend passes into Monday', () => {
    expect(runsOf([0, 1, 20, 21, 22, 23], 0, 24)).toEqual([[20, 1]]);
    expect(runsOf([1, 6, 7], 1, 7)).toEqual([[6, 1]]);
  });

  test('several runs stand in order, one alone is from itself to itself, all is one', () => {
    expect(runsOf([3, 12, 13], 0, 24)).toEqual([
      [3, 3],
      [12, 13],
    ]);
    expect(runsOf([1, 2, 3, 4, 5, 6, 7], 1, 7)).toEqual([[1, 7]]);
    expect(runsOf([], 0, 24)).toEqual([]);
  });
});
