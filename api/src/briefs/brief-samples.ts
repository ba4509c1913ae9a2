import type { Position as GeoJsonPosition } from 'geojson';

import type { PlaceFacts } from '../hotspots/sentence.js';
import type { PlaceBrief } from './place-brief.js';
import { blob, box, collection, feature, sampleBaseMap, spot } from './sample-town.js';
import type { WeekBrief } from './week-brief.js';

/** Invented documents for the specs: a place with everything, a week with everything. */

const areas = collection(
  ['Centrum', 'Hamnen', 'Björkhagen', 'Industriområdet'].map((name, index) =>
    feature(box(-600 + (index % 2) * 950, index < 2 ? -350 : 200, 950, 550), { name }),
  ),
);

export const sampleFacts: PlaceFacts = {
  name: 'Stationen och torget',
  count: 23,
  crimeCount: 31,
  since: '2026-09-01',
  periodFrom: '2026-09-01',
  periodTo: '2026-11-20',
  shareOfMunicipality: { numerator: 23, denominator: 115 },
  areaSquareMetres: 21_400,
  usual: { status: 'more', expected: 9.2, low: 5, high: 14 },
  baseline: 'none',
  categories: [
    { code: 'SKAD', label: { sv: 'Skadegörelse och klotter', en: 'Vandalism and graffiti' }, count: 13 },
    { code: 'SAML', label: { sv: 'Otrygghetsskapande samling av personer', en: 'Unsettling gatherings' }, count: 5 },
    { code: 'NARK', label: { sv: 'Narkotika och alkohol', en: 'Drugs and alcohol' }, count: 3 },
    { code: 'ORDN', label: { sv: 'Ordningsstörning', en: 'Public disorder' }, count: 2 },
  ],
  hotTimes: [{ weekdays: [5, 6], fromHour: 20, toHour: 1, share: 0.55 }],
  change: { direction: 'up', sinceDate: '2026-10-14' },
  sources: 4,
  dates: 17,
};

const head = {
  municipality: { name: 'Alvhamns kommun', demo: true },
  date: '2026-11-21',
  registration: 'KS 2026/00412',
  classification: {
    level: 'may-be-secret',
    paragraph: '18 kap. 1 § OSL',
    date: '2026-11-20',
    by: 'säkerhetssamordnaren',
  },
} as const;

const commitment = {
  done: 6,
  target: 10,
  unit: 'kvällspass vid stationen',
  expectedByToday: 5,
  status: 'on-track',
} as const;

const sources = [
  { name: 'Polisen', count: 11 },
  { name: 'Fältgruppen', count: 6 },
  { name: 'Alvhamnsbostäder', count: 4 },
  { name: 'Biblioteket', count: 2 },
];

const method =
  'anhopningar med DBSCAN (100 m, minst 8 händelser, minst två rapportörer och tre dagar), jämförda med platsens egna tidigare år. Inom parentes: så mycket brukar det variera. Analys 0193-4f2a, 20 november 2026.';

/** Points on a little spiral around a place. */
function scattered(x: number, y: number, count: number, radius: number): GeoJsonPosition[] {
  return Array.from({ length: count }, (_, index) => {
    const reach = radius * Math.sqrt((index + 0.5) / count);
    return spot(x + reach * Math.cos(index * 2.4), y + reach * 0.8 * Math.sin(index * 2.4));
  });
}

export const samplePlaceBrief: PlaceBrief = {
  head,
  place: { name: 'Stationen och torget', owner: 'Säkerhetssamordnaren', stage: 'Åtgärder' },
  facts: sampleFacts,
  map: {
    baseMap: sampleBaseMap,
    outlines: [{ number: 1, geometry: blob(70, 60, 82), strong: true }],
    points: scattered(70, 60, 23, 70),
    attribution: 'Exempelkommun, påhittade händelser',
  },
  weeks: Array.from({ length: 26 }, (_, index) => ({
    year: 2026,
    week: 22 + index,
    count: [0, 1, 0, 1, 1, 0, 2, 0, 1, 1, 0, 0, 1, 1, 0, 2, 1, 1, 1, 2, 3, 4, 2, 3, 5, 4][index]!,
    normal: { low: 0, expected: 0.8 + 0.3 * Math.sin(index / 5), high: 2 + Math.round(Math.sin(index / 4) * 0.6) },
  })),
  hours: Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_unused, hour) => {
      if (day === 4 || day === 5) return hour >= 20 ? 1.4 + (hour % 3) * 0.3 : hour < 2 ? 1.1 : 0.1;
      return hour >= 15 && hour <= 18 ? 0.35 : hour < 6 ? 0 : 0.06;
    }),
  ),
  causes: [
    'Belysningen vid cykelparkeringen är trasig och buskarna skymmer gången från perrongen.',
    'Torget är det enda stället som har öppet efter 21 på helgerna.',
    'Ingen vuxennärvaro mellan sista bussen och sista tåget.',
  ],
  decisions: [
    { text: 'Laga belysningen och klippa buskarna längs gången', who: 'Tekniska kontoret', due: '2026-12-04' },
    {
      text: 'Fältgrupp och ordningsvakter går tillsammans fredag och lördag kl. 20–01',
      who: 'Fältgruppen',
      due: '2026-11-27',
    },
    { text: 'Prata med kioskens ägare om öppettider', who: 'Kommunpolisen', due: null },
  ],
  promises: [
    {
      title: 'Det ska kännas tryggt att vänta på tåget.',
      commitments: [
        commitment,
        { done: 1, target: 4, unit: 'trygghetsvandringar', expectedByToday: 3, status: 'behind' },
      ],
    },
  ],
  sources,
  method,
};

const park: PlaceFacts = {
  ...sampleFacts,
  name: 'Parken vid Björkskolan',
  count: 11,
  crimeCount: 4,
  shareOfMunicipality: { numerator: 11, denominator: 115 },
  areaSquareMetres: 12_000,
  usual: { status: 'as-usual', expected: 8, low: 4, high: 13 },
  hotTimes: [{ weekdays: [1, 2, 3, 4, 5], fromHour: 15, toHour: 18, share: 0.5 }],
  change: null,
};

export const sampleWeekBrief: WeekBrief = {
  head: { ...head, classification: { level: 'open' } },
  week: { year: 2026, number: 46, from: '2026-11-09', to: '2026-11-15' },
  count: 31,
  usual: { status: 'as-usual', expected: 24, low: 16, high: 33 },
  nullReports: 9,
  areas: [
    { name: 'Centrum', count: 12, usual: { status: 'more', expected: 6, low: 3, high: 10 } },
    { name: 'Hamnen', count: 7, usual: { status: 'as-usual', expected: 6, low: 2, high: 10 } },
    { name: 'Björkhagen', count: 6, usual: { status: 'as-usual', expected: 5, low: 2, high: 9 } },
    { name: 'Industriområdet', count: 4, usual: { status: 'as-usual', expected: 4, low: 1, high: 8 } },
    { name: 'Norra byn', count: 2, usual: { status: 'too-few', expected: 1, low: 0, high: 3 } },
    { name: 'Södra byn', count: 0, usual: { status: 'too-few', expected: 1, low: 0, high: 3 } },
  ],
  categories: [
    {
      label: { sv: 'Skadegörelse och klotter', en: 'Vandalism and graffiti' },
      count: 11,
      usual: { status: 'more', expected: 5, low: 2, high: 9 },
    },
    {
      label: { sv: 'Fordon och trafik', en: 'Vehicles and traffic' },
      count: 6,
      usual: { status: 'as-usual', expected: 6, low: 2, high: 10 },
    },
    {
      label: { sv: 'Stöld och inbrott', en: 'Theft and burglary' },
      count: 6,
      usual: { status: 'as-usual', expected: 7, low: 3, high: 12 },
    },
    {
      label: { sv: 'Ordningsstörning', en: 'Public disorder' },
      count: 5,
      usual: { status: 'as-usual', expected: 4, low: 1, high: 8 },
    },
    {
      label: { sv: 'Våld, hot och bråk', en: 'Violence and threats' },
      count: 3,
      usual: { status: 'as-usual', expected: 2, low: 0, high: 5 },
    },
  ],
  map: {
    baseMap: sampleBaseMap,
    areas,
    outlines: [
      { number: 1, geometry: blob(70, 60, 110) },
      { number: 2, geometry: blob(500, 190, 90) },
    ],
    points: [...scattered(70, 60, 12, 200), ...scattered(500, 190, 8, 250), ...scattered(300, 300, 11, 900)],
    attribution: 'Exempelkommun, påhittade händelser',
  },
  hotspots: [
    { number: 1, name: 'Stationen och torget', facts: sampleFacts },
    { number: 2, name: 'Parken vid Björkskolan', facts: park },
  ],
  promises: samplePlaceBrief.promises,
  decisions: samplePlaceBrief.decisions.slice(0, 2),
  sources,
  method,
};
