import { describe, expect, test } from '@jest/globals';

import { type PlaceFacts, placeSentence } from './sentence.js';

/** The place of the pattern in the design: facts that every case below changes a little. */
const station: PlaceFacts = {
  name: 'Stationen och torget',
  count: 23,
  crimeCount: 23,
  since: '2026-09-01',
  periodFrom: '2026-09-01',
  periodTo: '2026-11-20',
  shareOfMunicipality: { numerator: 23, denominator: 115 },
  areaSquareMetres: 21_400,
  usual: { status: 'more', expected: 9.2, low: 5, high: 14 },
  baseline: 'none',
  categories: [
    { code: 'SKAD', label: { sv: 'Skadegörelse', en: 'Vandalism' }, count: 14 },
    { code: 'ORDN', label: { sv: 'Ordningsstörning', en: 'Public disorder' }, count: 9 },
  ],
  hotTimes: [{ weekdays: [5, 6], fromHour: 20, toHour: 1, share: 0.55 }],
  change: { direction: 'up', sinceDate: '2026-10-14' },
  sources: 4,
  dates: 17,
};

const quiet = { name: null, hotTimes: [], categories: [], change: null } as const;
const unknown = {
  sv: 'Vi vet inte hur många som rör sig här. Det händer mycket här, men vi kan inte säga att risken är högre än på andra platser.',
  en: 'We do not know how many people pass through here. Much happens here, but we cannot say that the risk is higher than in other places.',
};

interface Case {
  readonly about: string;
  readonly facts: PlaceFacts;
  readonly sv: string;
  readonly en: string;
}

const cases: Case[] = [
  {
    about: 'a place with much, more than usual, at known hours and growing',
    facts: station,
    sv: `Stationen och torget: 23 händelser sedan 1 september, var femte i kommunen, på en yta som tre fotbollsplaner. Här brukar det vara 9 (5–14) samma veckor. Mest skadegörelse, fredag och lördag kl. 20–01. Har ökat sedan mitten av oktober. ${unknown.sv}`,
    en: `Stationen och torget: 23 incidents since 1 September, one in five in the municipality, on an area the size of three football pitches. The usual figure here is 9 (5–14) in the same weeks. Mostly vandalism, on Friday and Saturday 20:00–01:00. Has increased since mid-October. ${unknown.en}`,
  },
  {
    about: 'more than the interval, but not so surely that it is claimed',
    facts: {
      ...station,
      ...quiet,
      shareOfMunicipality: null,
      usual: { status: 'as-usual', expected: 14, low: 6, high: 22 },
    },
    sv: `23 händelser sedan 1 september, på en yta som tre fotbollsplaner. Här brukar det vara 14 (6–22) samma veckor. Det är fler nu, men skillnaden är inte säker. ${unknown.sv}`,
    en: `23 incidents since 1 September, on an area the size of three football pitches. The usual figure here is 14 (6–22) in the same weeks. There are more now, but the difference is not certain. ${unknown.en}`,
  },
  {
    about: 'too few events to tell',
    facts: {
      ...station,
      ...quiet,
      name: 'Björkvägen',
      count: 4,
      crimeCount: 4,
      periodFrom: '2026-08-21',
      usual: { status: 'too-few', expected: 0, low: 0, high: 0 },
    },
    sv: 'Björkvägen: 4 händelser på tre månader. För få för att avgöra om det är fler än väntat.',
    en: 'Björkvägen: 4 incidents in three months. Too few to tell whether that is more than expected.',
  },
  {
    about: 'too few events, with how many more would do',
    facts: {
      ...station,
      ...quiet,
      count: 1,
      crimeCount: 1,
      periodFrom: '2026-09-26',
      usual: { status: 'too-few', expected: 0, low: 0, high: 0, neededMore: 7 },
    },
    sv: '1 händelse på åtta veckor. För få för att avgöra om det är fler än väntat. Det behövs minst sju till.',
    en: '1 incident in eight weeks. Too few to tell whether that is more than expected. At least seven more are needed.',
  },
  {
    about: 'the first year',
    facts: { ...station, ...quiet, usual: { status: 'first-year', expected: 0, low: 0, high: 0 } },
    sv: `23 händelser sedan 1 september, var femte i kommunen, på en yta som tre fotbollsplaner. Normalt visas efter ett års rapporter. ${unknown.sv}`,
    en: `23 incidents since 1 September, one in five in the municipality, on an area the size of three football pitches. What is normal is shown after a year of reports. ${unknown.en}`,
  },
  {
    about: 'nothing at all this period',
    facts: {
      ...station,
      ...quiet,
      count: 0,
      crimeCount: 0,
      usual: { status: 'fewer', expected: 9, low: 5, high: 14 },
      sources: 0,
      dates: 0,
    },
    sv: 'Inga händelser sedan 1 september. Här brukar det vara 9 (5–14) samma veckor, så det är färre än vanligt.',
    en: 'No incidents since 1 September. The usual figure here is 9 (5–14) in the same weeks, so this is fewer than usual.',
  },
  {
    about: 'a whole closed year over a turn of the year, as usual, with more crimes than events',
    facts: {
      ...station,
      ...quiet,
      name: 'Hamnplan',
      count: 1234,
      crimeCount: 1502,
      since: null,
      periodFrom: '2025-11-21',
      periodTo: '2026-11-20',
      shareOfMunicipality: { numerator: 1234, denominator: 2468 },
      areaSquareMetres: 98_000,
      usual: { status: 'as-usual', expected: 1190, low: 1105, high: 1278 },
    },
    sv: `Hamnplan: 1 234 händelser (1 502 brott) från 21 november 2025 till 20 november 2026, hälften av alla i kommunen, på en yta som 14 fotbollsplaner. Här brukar det vara 1 190 (1 105–1 278) på ett år, så det är som vanligt. ${unknown.sv}`,
    en: `Hamnplan: 1,234 incidents (1,502 crimes) from 21 November 2025 to 20 November 2026, half of all in the municipality, on an area the size of 14 football pitches. The usual figure here is 1,190 (1,105–1,278) in a year, so this is as usual. ${unknown.en}`,
  },
  {
    about: 'one reporter only',
    facts: {
      ...station,
      ...quiet,
      count: 12,
      crimeCount: 2,
      shareOfMunicipality: { numerator: 12, denominator: 300 },
      areaSquareMetres: 3_240,
      sources: 1,
    },
    sv: `12 händelser sedan 1 september, 4 procent av alla i kommunen, på en yta av 3 200 m². Här brukar det vara 9 (5–14) samma veckor. Bygger på en enda källa. ${unknown.sv}`,
    en: `12 incidents since 1 September, 4 percent of all in the municipality, on an area of 3,200 m². The usual figure here is 9 (5–14) in the same weeks. Based on a single source. ${unknown.en}`,
  },
  {
    about: 'one reporter on a single day',
    facts: {
      ...station,
      ...quiet,
      count: 5,
      crimeCount: 5,
      shareOfMunicipality: null,
      areaSquareMetres: 7_000,
      usual: { status: 'fewer', expected: 11, low: 7, high: 16 },
      sources: 1,
      dates: 1,
    },
    sv: '5 händelser sedan 1 september, på en yta som en fotbollsplan. Här brukar det vara 11 (7–16) samma veckor, så det är färre än vanligt. Bygger på en enda källa och en enda dag.',
    en: '5 incidents since 1 September, on an area the size of a football pitch. The usual figure here is 11 (7–16) in the same weeks, so this is fewer than usual. Based on a single source and a single day.',
  },
  {
    about: 'two kinds that share the lead, on weekdays, and a share that is about a seventh',
    facts: {
      ...station,
      name: 'Björkskolan',
      count: 30,
      crimeCount: 12,
      shareOfMunicipality: { numerator: 30, denominator: 200 },
      areaSquareMetres: 10_700,
      categories: [
        { code: 'SAML', label: { sv: 'Otrygghetsskapande samling', en: 'Gatherings' }, count: 11 },
        { code: 'STOLD', label: { sv: 'Stöld och inbrott', en: 'Theft and burglary' }, count: 13 },
        { code: 'OVR', label: { sv: 'Övrigt', en: 'Other' }, count: 6 },
      ],
      hotTimes: [{ weekdays: [1, 2, 3, 4, 5], fromHour: 14, toHour: 17, share: 0.6 }],
      change: { direction: 'down', sinceDate: '2025-12-27' },
    },
    sv: `Björkskolan: 30 händelser sedan 1 september, ungefär var sjunde i kommunen, på en yta som en och en halv fotbollsplan. Här brukar det vara 9 (5–14) samma veckor. Mest stöld och inbrott samt otrygghetsskapande samling, vardagar kl. 14–17. Har minskat sedan slutet av december 2025. ${unknown.sv}`,
    en: `Björkskolan: 30 incidents since 1 September, about one in seven in the municipality, on an area the size of one and a half football pitches. The usual figure here is 9 (5–14) in the same weeks. Mostly theft and burglary and gatherings, on weekdays 14:00–17:00. Has decreased since late December 2025. ${unknown.en}`,
  },
  {
    about: 'a single kind at two hot times',
    facts: {
      ...station,
      ...quiet,
      name: 'Parken',
      categories: [{ code: 'BEDR', label: { sv: 'A-traktor (ej platsbundet)', en: 'EPA tractors' }, count: 23 }],
      hotTimes: [
        { weekdays: [4, 5, 6], fromHour: 18, toHour: 23, share: 0.5 },
        { weekdays: [1, 2, 3, 4, 5, 6, 7], fromHour: 7, toHour: 9, share: 0.25 },
      ],
      shareOfMunicipality: null,
      areaSquareMetres: 0,
    },
    sv: `Parken: 23 händelser sedan 1 september. Här brukar det vara 9 (5–14) samma veckor. Alla gäller a-traktor, torsdag–lördag kl. 18–23 samt alla dagar kl. 07–09. ${unknown.sv}`,
    en: `Parken: 23 incidents since 1 September. The usual figure here is 9 (5–14) in the same weeks. All concern EPA tractors, on Thursday to Saturday 18:00–23:00 and every day 07:00–09:00. ${unknown.en}`,
  },
  {
    about: 'many kinds without a main one, and a small normal',
    facts: {
      ...station,
      ...quiet,
      count: 10,
      crimeCount: 10,
      shareOfMunicipality: { numerator: 10, denominator: 15 },
      areaSquareMetres: 250_000,
      usual: { status: 'more', expected: 1.4, low: 0, high: 4 },
      categories: [
        { code: 'A', label: { sv: 'Klotter', en: 'Graffiti' }, count: 3 },
        { code: 'B', label: { sv: 'Buller', en: 'Noise' }, count: 2 },
        { code: 'C', label: { sv: 'Hot', en: 'Threats' }, count: 2 },
        { code: 'D', label: { sv: 'Stöld', en: 'Theft' }, count: 2 },
        { code: 'E', label: { sv: 'Brand', en: 'Fire' }, count: 1 },
      ],
    },
    sv: `10 händelser sedan 1 september, 67 procent av alla i kommunen, på en yta av 0,3 km². Här brukar det vara 1,4 (0–4) samma veckor. Blandat, flest gäller klotter. ${unknown.sv}`,
    en: `10 incidents since 1 September, 67 percent of all in the municipality, on an area of 0.3 km². The usual figure here is 1.4 (0–4) in the same weeks. Mixed, most concern graffiti. ${unknown.en}`,
  },
  {
    about: 'five days that have no name of their own',
    facts: {
      ...station,
      ...quiet,
      usual: { status: 'as-usual', expected: 9.2, low: 5, high: 14 },
      hotTimes: [
        { weekdays: [5, 6, 7, 1, 2], fromHour: 17, toHour: 3, share: 0.6 },
        { weekdays: [2, 3, 4], fromHour: 11, toHour: 18, share: 0.25 },
      ],
      categories: [{ code: 'ORDN', label: { sv: 'Ordningsstörning', en: 'Disturbance' }, count: 23 }],
    },
    sv: `23 händelser sedan 1 september, var femte i kommunen, på en yta som tre fotbollsplaner. Här brukar det vara 9 (5–14) samma veckor. Det är fler nu, men skillnaden är inte säker. Alla gäller ordningsstörning, oftast kl. 17–03. ${unknown.sv}`,
    en: `23 incidents since 1 September, one in five in the municipality, on an area the size of three football pitches. The usual figure here is 9 (5–14) in the same weeks. There are more now, but the difference is not certain. All concern disturbance, mostly 17:00–03:00. ${unknown.en}`,
  },
  {
    about: 'days that run over Sunday',
    facts: { ...station, ...quiet, hotTimes: [{ weekdays: [6, 7, 1], fromHour: 22, toHour: 2, share: 0.5 }] },
    sv: `23 händelser sedan 1 september, var femte i kommunen, på en yta som tre fotbollsplaner. Här brukar det vara 9 (5–14) samma veckor. Oftast lördag–måndag kl. 22–02. ${unknown.sv}`,
    en: `23 incidents since 1 September, one in five in the municipality, on an area the size of three football pitches. The usual figure here is 9 (5–14) in the same weeks. Most often Saturday to Monday 22:00–02:00. ${unknown.en}`,
  },
  {
    about: 'hours without categories, and two days',
    facts: {
      ...station,
      ...quiet,
      count: 3,
      crimeCount: 3,
      since: '2025-12-01',
      periodFrom: '2025-12-01',
      shareOfMunicipality: { numerator: 3, denominator: 3 },
      areaSquareMetres: 20,
      hotTimes: [{ weekdays: [7, 6], fromHour: 0, toHour: 24, share: 1 }],
      change: { direction: 'up', sinceDate: '2026-11-03' },
      dates: 2,
    },
    sv: `3 händelser sedan 1 december 2025, alla i kommunen, på en yta av 100 m². Här brukar det vara 9 (5–14) på ett år. Oftast lördag och söndag. Har ökat sedan början av november. Bygger på två dagar. ${unknown.sv}`,
    en: `3 incidents since 1 December 2025, all in the municipality, on an area of 100 m². The usual figure here is 9 (5–14) in a year. Most often Saturday and Sunday. Has increased since early November. Based on two days. ${unknown.en}`,
  },
];

const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

describe('The sentence for a place', () => {
  test.each(cases)('in Swedish: $about', ({ facts, sv }) => {
    expect(plainSpaces(placeSentence(facts, 'sv').text)).toBe(sv);
  });

  test.each(cases)('in English: $about', ({ facts, en }) => {
    expect(plainSpaces(placeSentence(facts, 'en').text)).toBe(en);
  });

  test('is its claims in order, each of its own kind', () => {
    const { claims, text } = placeSentence(station, 'sv');
    expect(claims.map((claim) => claim.kind)).toEqual([
      'concentration',
      'usual',
      'what-and-when',
      'change',
      'baseline',
    ]);
    expect(text).toBe(`Stationen och torget: ${claims.map((claim) => claim.text).join(' ')}`);
  });

  test('never turns a probability into words, nor calls a place dangerous', () => {
    for (const { facts } of cases) {
      const both = placeSentence(facts, 'sv').text + placeSentence(facts, 'en').text;
      expect(both).not.toMatch(/slump|sannolik|farlig|chance|likely|dangerous|NaN|undefined/i);
    }
  });
});
