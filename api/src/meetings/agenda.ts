import type { PeriodKind } from '../situation/period.js';
import { lookBack, type MeetingForm } from './meeting-form.js';

/** What an agenda item is about; `own` is whatever the group writes in its title. */
export const itemKinds = [
  'attendance',
  'last-decisions',
  'reports',
  'police-picture',
  'hotspots',
  'risk',
  'coming-week',
  'priorities',
  'decisions',
  'escalation',
  'feedback',
  'next-meeting',
  'promises',
  'action-plan',
  'law',
  'places',
  'voices',
  'observations',
  'own',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface TemplateItem {
  readonly kind: ItemKind;
  /** The group's own words; null for the usual ones. */
  readonly title: string | null;
}

const titles: Readonly<Record<ItemKind, Readonly<Record<'sv' | 'en', string>>>> = {
  attendance: { sv: 'Närvaro', en: 'Attendance' },
  'last-decisions': { sv: 'Förra mötets beslut', en: 'Decisions of the last meeting' },
  reports: { sv: 'Veckans rapporter', en: 'The week’s reports' },
  'police-picture': { sv: 'Polisens bild', en: 'The police’s picture' },
  hotspots: { sv: 'Anhopningar och hot spots', en: 'Clusters and hot spots' },
  risk: { sv: 'Riskbedömning per område', en: 'Risk assessment by area' },
  'coming-week': { sv: 'Kommande vecka', en: 'The coming week' },
  priorities: { sv: 'Prioritetsordning', en: 'Order of priority' },
  decisions: { sv: 'Beslut', en: 'Decisions' },
  escalation: { sv: 'Lyfts vidare', en: 'Escalation' },
  feedback: { sv: 'Återkoppling och kommunikation', en: 'Feedback and communication' },
  'next-meeting': { sv: 'Nästa möte', en: 'Next meeting' },
  promises: { sv: 'Medborgarlöften', en: 'Promises' },
  'action-plan': { sv: 'Åtgärdsplanen', en: 'The action plan' },
  law: { sv: 'Lagens krav', en: 'What the law asks' },
  places: { sv: 'Platser att gå förbi', en: 'Places to walk past' },
  voices: { sv: 'Det här vill deltagarna ta upp', en: 'What those who came want to raise' },
  observations: { sv: 'Det här såg vi, bra platser också', en: 'What we saw, good places too' },
  own: { sv: 'Övrigt', en: 'Other business' },
};

/** What is called otherwise where a meeting looks back on, and ahead to, more than a week. */
const longTitles: Readonly<Record<Exclude<PeriodKind, 'week'>, Partial<typeof titles>>> = {
  month: {
    reports: { sv: 'Månadens rapporter', en: 'The month’s reports' },
    'coming-week': { sv: 'Kommande månad', en: 'The coming month' },
  },
  tertial: {
    reports: { sv: 'Tertialens rapporter', en: 'The tertial’s reports' },
    'coming-week': { sv: 'Kommande fyra månader', en: 'The coming four months' },
  },
  year: {
    reports: { sv: 'Årets rapporter', en: 'The year’s reports' },
    'coming-week': { sv: 'Kommande år', en: 'The coming year' },
  },
};

/** The heading of an item in the reader's language, or as the group has written it. */
export function itemTitle(item: TemplateItem, language: 'sv' | 'en', meeting: MeetingForm): string {
  if (item.title !== null) return item.title;
  const back = lookBack(meeting);
  return ((back === 'week' ? undefined : longTitles[back][item.kind]) ?? titles[item.kind])[language];
}

export const lineSubjects = [
  'action',
  'hotspot',
  'area',
  'calendar',
  'meeting',
  'escalation',
  'promise',
  'action-plan',
  'law',
  'tertial',
] as const;
export const lineTones = ['plain', 'good', 'caution', 'bad'] as const;

/** A line that an item has filled itself with. */
export interface AgendaLine {
  readonly text: string;
  /** The figure that the line tells. */
  readonly count: number | null;
  /** The query text of the map page that shows what was counted. */
  readonly search: string | null;
  readonly subject: { readonly kind: (typeof lineSubjects)[number]; readonly id: string } | null;
  readonly tone: (typeof lineTones)[number];
  /** Tells of a decision that may be secret: for those who write meetings only. */
  readonly secret: boolean;
}
