import { type PlaceFacts, type UsualFacts, placeSentence } from '../hotspots/sentence.js';
import { type CalendarDay, type Language, daySpan, figure } from '../hotspots/sentence-wording.js';
import { weekSentence } from '../hotspots/week-sentence.js';
import { briefWords } from './brief-words.js';
import { type Picture, type WeekCount, weekChart } from './charts.js';
import {
  type BriefDecision,
  type DocumentHead,
  decisionLine,
  firstRows,
  headPage,
  shortened,
} from './document-head.js';
import { type MapContent, drawMap } from './map-drawing.js';
import { type BriefPromise, progressPage } from './progress-page.js';

type Level = 'normal' | 'raised' | 'serious';

/** A row of the tables per category and per area: this week, and what the same week usually brings. */
interface CountedRow {
  readonly count: number;
  readonly usual: UsualFacts | null;
}

/** Another span than a week: how it is named (`november 2026`), and how the sentence says when and compares. */
interface BriefSpan {
  readonly kind: 'month' | 'tertial' | 'year';
  readonly name: string;
  readonly when: Readonly<Record<Language, string>>;
  readonly compared: Readonly<Record<Language, string>>;
}

/** Everything the page of a lägesbild shows, as plain JSON. Counts are events of one ISO week, or of `span`. */
export interface WeekBrief {
  readonly head: DocumentHead;
  readonly week: {
    readonly year: number;
    readonly number: number;
    readonly from: CalendarDay;
    readonly to: CalendarDay;
  };
  readonly span?: BriefSpan;
  readonly count: number;
  readonly usual: UsualFacts;
  /** How many answered "inget att rapportera"; null when it is not asked for. */
  readonly nullReports: number | null;
  readonly areas: readonly (CountedRow & { readonly name: string; readonly level?: Level | null })[];
  /** Events in no known area: a line of their own, so that the column adds up. */
  readonly withoutArea?: number;
  readonly categories: readonly (CountedRow & { readonly label: Readonly<Record<Language, string>> })[];
  readonly map: Pick<MapContent, 'baseMap' | 'areas' | 'outlines' | 'points' | 'actions' | 'attribution'>;
  /** Of a longer span: its weeks, oldest first, with what is usual in each. */
  readonly weeks?: readonly WeekCount[];
  /** What the group put first in a tertial, with its reasons. */
  readonly priorities?: readonly { readonly area: string; readonly reason: string }[];
  /** In the order of their numbers on the map. */
  readonly hotspots: readonly { readonly number: number; readonly name: string; readonly facts: PlaceFacts }[];
  readonly promises: readonly BriefPromise[];
  readonly decisions: readonly BriefDecision[];
  readonly sources: readonly { readonly name: string; readonly count: number }[];
  /** What the figures leave out or wait for, in sentences. */
  readonly notes?: readonly string[];
  readonly method: string;
}

const mapSize = { width: 322, height: 244 };
const compactMap = { width: 322, height: 180 };
/** A longer span has its weeks below the map. */
const spanMap = { width: 322, height: 205 };
const chartSize = { width: 322, height: 70 };

/** The veckolägesbild worded and drawn: what the template lays out. */
export function weekBriefPage(brief: WeekBrief, language: Language, compact = false) {
  const words = briefWords[language];
  const { week, head, span } = brief;
  const kind = span ? words.periodBrief : words.weekBrief;
  const title = `${kind}, ${span?.name ?? `${words.week} ${week.number}`}`;
  const hotspots = firstRows(brief.hotspots, 5, language);
  const decisions = firstRows(brief.decisions, 4, language);
  const areas = brief.areas.map((row) => ({ ...row, label: row.name }));
  return {
    head: headPage(head, language),
    words,
    kind,
    title,
    documentTitle: span ? `${title}, ${head.municipality.name}` : `${title} ${week.year}`,
    period: daySpan(week.from, week.to, language),
    lead: lead(brief, language),
    figures: figures(brief, language),
    compact,
    map: weekMap(brief, language, compact ? compactMap : span ? spanMap : mapSize),
    weeks: brief.weeks === undefined || brief.weeks.length < 3 ? null : weekChart(brief.weeks, chartSize, language),
    priorities: (brief.priorities ?? []).map(({ area, reason }) => ({ area: shortened(area, 60), reason: shortened(reason, 160) })), // prettier-ignore
    areas: [...table(areas, 9, language), ...withoutArea(brief, language)],
    categories: table(
      brief.categories.map((row) => ({ ...row, label: row.label[language] })),
      9,
      language,
    ),
    hotspots: { rows: hotspots.rows.map((row) => hotspotLine(row, language, compact)), more: hotspots.more },
    promises: progressPage(brief.promises, 4, language),
    decisions: { rows: decisions.rows.map((row) => decisionLine(row, head, language)), more: decisions.more },
    basis: basis(brief, language),
    method: shortened(brief.method, 300),
  };
}

function lead(brief: WeekBrief, language: Language): string {
  const { count, usual, areas, categories, span } = brief;
  const facts = {
    week: brief.week.number,
    ...(span ? { span } : {}),
    count,
    usual,
    areas,
    categories,
    hotspots: brief.hotspots.length,
  };
  return weekSentence(facts, language);
}

function figures(brief: WeekBrief, language: Language) {
  const words = briefWords[language];
  const { usual } = brief;
  const known = usual.status !== 'first-year' && usual.status !== 'too-few';
  const band = `(${figure(usual.low, language)}–${figure(usual.high, language)})`;
  return [
    {
      value: figure(brief.count, language),
      label: `${brief.count === 1 ? words.event : words.events} ${words.thisPeriod[brief.span?.kind ?? 'week']}`,
    },
    known
      ? {
          value: figure(usual.expected, language, usual.expected < 2 ? 1 : 0),
          label: `${band} ${words.samePeriods[brief.span?.kind ?? 'week']}`,
        }
      : { value: '–', label: `${words.normal}: ${usual.status === 'first-year' ? words.afterAYear : words.tooFew}` },
    ...(brief.nullReports === null ? [] : [{ value: figure(brief.nullReports, language), label: words.nullReports }]),
    {
      value: figure(brief.hotspots.length, language),
      label: brief.hotspots.length === 1 ? words.hotspotCount : words.hotspotsCount,
    },
  ];
}

function weekMap(brief: WeekBrief, language: Language, size: typeof mapSize): Picture {
  const words = briefWords[language];
  const count = `${figure(brief.count, language)} ${brief.count === 1 ? words.event : words.events}`;
  const name = brief.span?.name ?? `${words.week} ${brief.week.number}`;
  const shown = `${name.charAt(0).toUpperCase()}${name.slice(1)}${brief.span ? '' : `, ${brief.week.year}`}`;
  const caption = [shown, count];
  const svg = drawMap({ ...brief.map, caption, words, legend: words.legend, extent: 'events' }, size);
  const names = brief.hotspots.map(({ number, name }) => `${number} ${name}`).join(', ');
  const what =
    language === 'sv' ? `Karta över kommunen, ${name}. ${count}.` : `Map of the municipality, ${name}. ${count}.`;
  return { svg, alt: names === '' ? what : `${what} ${words.hotspots}: ${names}.` };
}

function basis(brief: WeekBrief, language: Language): string {
  const { rows } = firstRows(brief.sources, 6, language);
  const listed = rows.map(({ name, count }) => `${shortened(name, 60)} ${figure(count, language)}`).join(', ');
  return [listed === '' ? briefWords[language].noEvents : `${listed}.`, ...(brief.notes ?? [])].join(' ');
}

function withoutArea({ withoutArea: count = 0 }: WeekBrief, language: Language) {
  if (count === 0) return [];
  return [
    { label: briefWords[language].noArea, value: figure(count, language), normal: '', above: false, level: null },
  ];
}

type LabelledRow = CountedRow & { readonly label: string; readonly level?: Level | null };

/** The largest rows first; the rest summed as one, so that the column still adds up. */
function table(rows: readonly LabelledRow[], most: number, language: Language) {
  const ranked = [...rows].sort((a, b) => b.count - a.count);
  const shown = ranked.length <= most ? ranked : ranked.slice(0, most - 1);
  const others = ranked.slice(shown.length);
  const sum = others.reduce((total, row) => total + row.count, 0);
  const lines = shown.map(({ label, count, usual, level }) => ({
    label: shortened(label.replace(/\s*\([^)]*\)$/, ''), 60),
    value: figure(count, language),
    normal: normal(usual, language),
    above: usual?.status === 'more',
    level: level ?? null,
  }));
  if (others.length === 0) return lines;
  return [
    ...lines,
    {
      label: `${briefWords[language].other} (${others.length})`,
      value: figure(sum, language),
      normal: '',
      above: false,
      level: null,
    },
  ];
}

function normal(usual: UsualFacts | null, language: Language): string {
  if (usual === null || usual.status === 'first-year' || usual.status === 'too-few') return '–';
  return `${figure(usual.low, language)}–${figure(usual.high, language)}`;
}

/** On one page a place gets its figures, history, what, when and change; what cannot be known stands in its own platsunderlag. */
function hotspotLine(row: WeekBrief['hotspots'][number], language: Language, compact: boolean) {
  const { claims } = placeSentence({ ...row.facts, name: null }, language);
  const left: readonly string[] = compact ? ['baseline', 'what-and-when'] : ['baseline'];
  const kept = claims.filter(({ kind }) => !left.includes(kind)).map(({ text }) => text);
  return { number: String(row.number), name: shortened(row.name, compact ? 60 : 80), text: kept.join(' ') };
}
