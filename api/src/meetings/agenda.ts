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
  'own',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface TemplateItem {
  readonly kind: ItemKind;
  /** The group's own words; null for the usual ones. */
  readonly title: string | null;
}

/** The twelve items of a weekly EST meeting; a group may change its rows. Composed of Helsingborg's, Boverket's, Trelleborg's and Socialstyrelsen's. */
export const defaultTemplate: readonly TemplateItem[] = itemKinds
  .filter((kind) => kind !== 'own')
  .map((kind) => ({ kind, title: null }));

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
  own: { sv: 'Övrigt', en: 'Other business' },
};

/** The heading of an item in the reader's language, or as the group has written it. */
export function itemTitle(item: TemplateItem, language: 'sv' | 'en'): string {
  return item.title ?? titles[item.kind][language];
}

export const lineSubjects = ['action', 'hotspot', 'area', 'calendar', 'meeting', 'escalation'] as const;
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
