import { dateOfDay, localTime } from '../analysis/calendar.js';
import { dayAndMonth, daySpan, figure, type Language, weekdayNames } from '../hotspots/sentence-wording.js';
import type { Picture } from './charts.js';
import { type DocumentHead, firstRows, headPage } from './document-head.js';
import { heading, list, paragraphs, type Sheet, type SheetBlock } from './sheet.js';

/** What "Inför helgen" is made of: the weekends of the weeks before, and what stands before the one that comes. */
export interface WeekendFacts {
  readonly head: DocumentHead;
  /** The Friday, `YYYY-MM-DD`. */
  readonly friday: string;
  /** How many weekends were counted. */
  readonly weekends: number;
  /** Events in them, and by weekday (from Monday) and hour. */
  readonly count: number;
  readonly hours: readonly (readonly number[])[];
  readonly spots: readonly { readonly number: number; readonly name: string; readonly count: number }[];
  readonly coming: readonly { readonly date: string; readonly endDate: string; readonly title: string; readonly police: string | null; readonly municipality: string | null }[];
  readonly decisions: readonly { readonly what: string; readonly who: string; readonly due: string | null }[];
  readonly colours: readonly { readonly area: string; readonly level: 'normal' | 'raised' | 'serious'; readonly sentence: string | null }[];
  readonly map: Picture | null;
  /** Without the police's rows, which the reader may not see. */
  readonly partial: boolean;
} // prettier-ignore

/** With fewer events than this nothing is said about when. */
const fewestEvents = 10;
const windowHours = 3;

/** Hours of a weekend from Friday 16 to Monday 04: weekday from Monday, and hour. */
const weekendHours = [
  ...Array.from({ length: 8 }, (_, at) => ({ weekday: 4, hour: 16 + at })),
  ...Array.from({ length: 24 }, (_, hour) => ({ weekday: 5, hour })),
  ...Array.from({ length: 24 }, (_, hour) => ({ weekday: 6, hour })),
  ...Array.from({ length: 4 }, (_, hour) => ({ weekday: 0, hour })),
];

/** Does an instant lie in a weekend: from Friday 16:00 to Monday 04:00, local time? */
export function isWeekend(instant: number): boolean {
  const { weekday, hour } = localTime(instant);
  if (weekday === 4) return hour >= 16;
  return weekday > 4 || (weekday === 0 && hour < 4);
}

export interface HotWindow {
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The windows of three hours in which most of a weekend's events lie, at most three, none over another, the heaviest first. */
export function hotWindows(hours: readonly (readonly number[])[]): HotWindow[] {
  const weights = weekendHours.map(({ weekday, hour }) => hours[weekday]?.[hour] ?? 0);
  const found: { at: number; weight: number }[] = [];
  const all = weights.slice(0, 1 - windowHours).map((_, at) => ({
    at,
    weight: weights.slice(at, at + windowHours).reduce((sum, each) => sum + each, 0),
  }));
  for (const each of all.sort((a, b) => b.weight - a.weight || a.at - b.at)) {
    if (found.length === 3 || each.weight <= 0) break;
    if (found.every(({ at }) => Math.abs(at - each.at) >= windowHours)) found.push(each);
  }
  return found.map(({ at, weight }) => {
    const { weekday, hour } = weekendHours[at]!;
    return { weekday, from: hour, to: (hour + windowHours) % 24, weight };
  });
}

const words = {
  sv: {
    kind: 'Inför helgen',
    title: 'Inför helgen',
    period: (weekends: number) => `Fredag 16 till måndag 04, bygger på de senaste ${weekends} helgerna`,
    lead: (count: string, mean: string) => `${count} händelser under de senaste helgerna, ${mean} i snitt.`,
    tooFew: 'För få händelser för att säga när det brukar hända.',
    when: 'När',
    events: (count: string) => `${count} händelser`,
    where: 'Var',
    nowhere: 'Inga hot spots just nu.',
    coming: 'Det händer i helgen',
    nothing: 'Inget är inlagt i årshjulet.',
    decided: 'Beslut som gäller nu',
    undecided: 'Inga öppna beslut gäller helgen.',
    due: (day: string) => `senast ${day}`,
    colours: 'Områdenas färg',
    level: { normal: 'Normalt', raised: 'Förhöjt', serious: 'Allvarligt' },
    police: 'Polisen',
    municipality: 'Kommunen',
    partial: 'Utan polisens uppgifter, som din organisation inte får se.',
  },
  en: {
    kind: 'Before the weekend',
    title: 'Before the weekend',
    period: (weekends: number) => `Friday 16 to Monday 04, from the latest ${weekends} weekends`,
    lead: (count: string, mean: string) => `${count} incidents in the latest weekends, ${mean} on average.`,
    tooFew: 'Too few incidents to say when they tend to happen.',
    when: 'When',
    events: (count: string) => `${count} incidents`,
    where: 'Where',
    nowhere: 'No hot spots at present.',
    coming: 'This weekend',
    nothing: 'Nothing stands in the annual wheel.',
    decided: 'Decisions in force',
    undecided: 'No open decisions concern the weekend.',
    due: (day: string) => `by ${day}`,
    colours: 'Colour of the areas',
    level: { normal: 'Normal', raised: 'Raised', serious: 'Serious' },
    police: 'Police',
    municipality: 'Municipality',
    partial: 'Without the police data, which your organisation may not see.',
  },
} as const;

/** "Inför helgen": hot times, places, what happens and what has been decided, on one A4. */
export function weekendSheet(facts: WeekendFacts, language: Language): Sheet {
  const own = words[language];
  const monday = dateOfDay(Math.round(Date.parse(`${facts.friday}T00:00:00Z`) / 86_400_000) + 2);
  const when = daySpan(facts.friday, monday, language);
  const mean = figure(facts.count / Math.max(1, facts.weekends), language, 1);
  return {
    head: headPage(facts.head, language),
    kind: own.kind,
    title: `${own.title} ${when}`,
    documentTitle: `${own.title} ${when}`,
    period: own.period(facts.weekends),
    lead: own.lead(figure(facts.count, language), mean),
    blocks: [
      ...(facts.partial ? paragraphs(own.partial, true) : []),
      heading(own.when),
      ...times(facts, language),
      heading(own.where),
      ...places(facts, language),
      ...(facts.map ? [{ type: 'picture' as const, ...facts.map, caption: '' }] : []),
      ...colours(facts, language),
      heading(own.coming),
      ...coming(facts, language),
      heading(own.decided),
      ...decided(facts, language),
    ],
  };
}

function times({ hours, count }: WeekendFacts, language: Language): SheetBlock[] {
  const windows = count < fewestEvents ? [] : hotWindows(hours);
  if (windows.length === 0) return paragraphs(words[language].tooFew);
  const two = (hour: number) => String(hour).padStart(2, '0');
  return list(
    windows.map(({ weekday, from, to, weight }) => {
      const day = weekdayNames([weekday + 1], language);
      const share = words[language].events(figure(weight, language));
      return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${two(from)}–${two(to)}: ${share}.`;
    }),
  );
}

function places({ spots }: WeekendFacts, language: Language): SheetBlock[] {
  if (spots.length === 0) return paragraphs(words[language].nowhere);
  const shown = firstRows([...spots].sort((a, b) => b.count - a.count), 5, language); // prettier-ignore
  const rows = shown.rows.map(({ number, name, count }) => `${number}. ${name}: ${words[language].events(figure(count, language))}.`); // prettier-ignore
  return [...list(rows), ...(shown.more ? paragraphs(shown.more, true) : [])];
}

function colours({ colours: set }: WeekendFacts, language: Language): SheetBlock[] {
  const raised = set.filter(({ level }) => level !== 'normal');
  if (raised.length === 0) return [];
  const own = words[language];
  return [heading(own.colours), ...list(raised.slice(0, 4).map(({ area, level, sentence }) => `${area}: ${own.level[level]}.${sentence ? ` ${sentence}` : ''}`))]; // prettier-ignore
}

function coming({ coming: entries }: WeekendFacts, language: Language): SheetBlock[] {
  const own = words[language];
  if (entries.length === 0) return paragraphs(own.nothing);
  const shown = firstRows(entries, 6, language);
  const rows = shown.rows.map(({ date, endDate, title, police, municipality }) => {
    const parts = [police && `${own.police}: ${police}`, municipality && `${own.municipality}: ${municipality}`];
    return [`${daySpan(date, endDate, language)}: ${title}.`, ...parts.filter(Boolean)].join(' ');
  });
  return [...list(rows), ...(shown.more ? paragraphs(shown.more, true) : [])];
}

function decided({ decisions }: WeekendFacts, language: Language): SheetBlock[] {
  const own = words[language];
  if (decisions.length === 0) return paragraphs(own.undecided);
  const shown = firstRows(decisions, 6, language);
  const rows = shown.rows.map(({ what, who, due }) => [what, who, due === null ? null : own.due(dayAndMonth(due, language))].filter(Boolean).join(' · ')); // prettier-ignore
  return [...list(rows), ...(shown.more ? paragraphs(shown.more, true) : [])];
}
