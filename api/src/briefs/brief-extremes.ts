import { sampleFacts, samplePlaceBrief, sampleWeekBrief } from './brief-samples.js';
import type { PlaceBrief } from './place-brief.js';
import type { WeekBrief } from './week-brief.js';

/** The documents that go wrong first: nothing to say, and far too much. */

const threePages = 'Det här är en lång text om platsen som ingen har kortat. '.repeat(160);
const longName =
  'Gång- och cykeltunneln under Västkustbanan mellan Resecentrums södra entré och Kungsgårdsskolans idrottsplats';

const twelve = Array.from({ length: 12 }, (_, index) => ({
  code: `K${index}`,
  label: { sv: `Kategori med ett ganska långt namn ${index + 1}`, en: `Category with quite a long name ${index + 1}` },
  count: 24 - index,
}));

export const silent: PlaceBrief = {
  ...samplePlaceBrief,
  place: { name: 'Björkvägen', owner: null, stage: null },
  facts: {
    ...sampleFacts,
    name: 'Björkvägen',
    count: 0,
    crimeCount: 0,
    categories: [],
    hotTimes: [],
    change: null,
    usual: { status: 'first-year', expected: 0, low: 0, high: 0 },
  },
  map: { baseMap: {}, outlines: [] },
  weeks: [],
  causes: [],
  decisions: [],
  promises: [],
  sources: [],
};

export const crowded: PlaceBrief = {
  ...samplePlaceBrief,
  place: { name: longName, owner: longName, stage: 'Kartläggning' },
  facts: { ...sampleFacts, name: longName, count: 222, crimeCount: 1234, categories: twelve },
  causes: Array.from({ length: 9 }, () => threePages),
  decisions: Array.from({ length: 9 }, () => ({ text: threePages, who: longName, due: '2027-01-15' })),
  promises: Array.from({ length: 4 }, () => ({ ...samplePlaceBrief.promises[0]!, title: threePages })),
};

export const silentWeek: WeekBrief = {
  ...sampleWeekBrief,
  count: 0,
  usual: { status: 'first-year', expected: 0, low: 0, high: 0 },
  nullReports: null,
  areas: sampleWeekBrief.areas.map((area) => ({ ...area, count: 0, usual: null })),
  categories: [],
  map: { baseMap: {}, outlines: [] },
  hotspots: [],
  promises: [],
  decisions: [],
  sources: [],
};

export const crowdedWeek: WeekBrief = {
  ...sampleWeekBrief,
  count: 1222,
  areas: twelve.map(({ label, count }) => ({ name: label.sv, count, usual: sampleWeekBrief.usual })),
  categories: twelve.map(({ label, count }) => ({ label, count, usual: null })),
  hotspots: Array.from({ length: 7 }, (_, index) => ({ number: index + 1, name: longName, facts: sampleFacts })),
  decisions: crowded.decisions,
  promises: crowded.promises,
};

/** As much as a real town has in a bad week: it must fit one page. */
export const fullWeek: WeekBrief = {
  ...sampleWeekBrief,
  areas: twelve
    .slice(0, 9)
    .map(({ count }, index) => ({ name: `Område ${index + 1}`, count, usual: sampleWeekBrief.usual })),
  categories: twelve.map(({ count }, index) => {
    const { label } = sampleWeekBrief.categories[index % sampleWeekBrief.categories.length]!;
    return { label, count, usual: sampleWeekBrief.usual };
  }),
  hotspots: Array.from({ length: 5 }, (_, index) => ({ ...sampleWeekBrief.hotspots[index % 2]!, number: index + 1 })),
};
