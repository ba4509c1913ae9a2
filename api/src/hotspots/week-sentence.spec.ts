import { describe, expect, test } from '@jest/globals';

import { type WeekFacts, weekSentence } from './week-sentence.js';

const week: WeekFacts = {
  week: 46,
  count: 31,
  usual: { status: 'as-usual', expected: 24, low: 16, high: 33 },
  areas: [
    { name: 'Hamnen', count: 7 },
    { name: 'Centrum', count: 12 },
  ],
  categories: [
    { label: { sv: 'Skadegörelse och klotter', en: 'Vandalism and graffiti' }, count: 11 },
    { label: { sv: 'Fordon och trafik', en: 'Vehicles and traffic' }, count: 6 },
  ],
  hotspots: 2,
};

describe('The sentence of the week', () => {
  test('names the number, the same week in earlier years, where, what, and the places', () => {
    expect(weekSentence(week, 'sv')).toBe(
      '31 händelser vecka 46. Det är som vanligt: samma vecka tidigare år brukar det vara 24 (16–33). Flest i Centrum (12 av 31). Vanligast var skadegörelse och klotter. Två platser behöver uppmärksamhet.',
    );
    expect(weekSentence(week, 'en')).toBe(
      '31 incidents in week 46. That is as usual: the usual figure for the same week in earlier years is 24 (16–33). Most were in Centrum (12 of 31). Most common: vandalism and graffiti. Two places need attention.',
    );
  });

  test('of a silent week says so, and nothing about where or what', () => {
    const silent: WeekFacts = { ...week, count: 0, areas: [], categories: [], hotspots: 1 };
    expect(weekSentence({ ...silent, usual: { ...week.usual, status: 'fewer' } }, 'sv')).toBe(
      'Inga händelser rapporterades vecka 46. Det är färre än vanligt: samma vecka tidigare år brukar det vara 24 (16–33). En plats behöver uppmärksamhet.',
    );
    expect(weekSentence({ ...silent, usual: { ...week.usual, status: 'first-year' }, hotspots: 0 }, 'en')).toBe(
      'No incidents were reported in week 46. What is normal is shown after a year of reports.',
    );
  });

  test('names no area where several share the lead, and both kinds when two do', () => {
    const tied: WeekFacts = {
      ...week,
      count: 8,
      usual: { ...week.usual, status: 'too-few' },
      areas: week.areas.map((area) => ({ ...area, count: 4 })),
      categories: week.categories.map((category) => ({ ...category, count: 4 })),
      hotspots: 0,
    };
    expect(weekSentence(tied, 'sv')).toBe(
      '8 händelser vecka 46. Vanligast var skadegörelse och klotter samt fordon och trafik.',
    );
  });
});
