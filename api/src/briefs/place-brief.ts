import { type PlaceFacts, placeSentence } from '../hotspots/sentence.js';
import { type Language, daySpan, figure } from '../hotspots/sentence-wording.js';
import { briefWords } from './brief-words.js';
import { type Picture, type WeekCount, hourMatrix, weekChart } from './charts.js';
import {
  type BriefDecision,
  type DocumentHead,
  decisionLine,
  firstRows,
  headPage,
  shortened,
} from './document-head.js';
import { type MapContent, drawMap } from './map-drawing.js';
import { causesInFront, type PlaceWork, placeWorkPage, workWords } from './place-work.js';
import { type BriefPromise, progressPage } from './progress-page.js';

/** Everything a platsunderlag shows, as plain JSON. Counts are events; figures are printed as they come. */
export interface PlaceBrief {
  readonly head: DocumentHead;
  readonly place: { readonly name: string; readonly owner: string | null; readonly stage: string | null };
  readonly facts: PlaceFacts;
  readonly map: Pick<MapContent, 'baseMap' | 'areas' | 'outlines' | 'points' | 'attribution'>;
  /** Oldest first, at most a year of weeks. */
  readonly weeks: readonly WeekCount[];
  /** `[weekday][hour]`, Monday first, weighted by interval (aoristic). */
  readonly hours: readonly (readonly number[])[];
  readonly causes: readonly string[];
  /** What the group does; left out where nothing is known of it. */
  readonly work?: PlaceWork;
  readonly decisions: readonly BriefDecision[];
  readonly promises: readonly BriefPromise[];
  /** Reporting organisations and their counts. */
  readonly sources: readonly { readonly name: string; readonly count: number }[];
  /** How the place was found, in one line: method, parameters, run. */
  readonly method: string;
}

/** The picture's size in points: two thirds of the text's width. */
const mapSize = { width: 322, height: 252 };
const compactMap = { width: 322, height: 200 };
const chartSize = { width: 322, height: 96 };
const matrixSize = { width: 156, height: 96 };

/** The platsunderlag worded and drawn: what the template lays out, all of it text, numbers and SVG.
 * `tightness`: true when the ordinary form would run over its first page, `whole` when the second would run over too. */
export function placeBriefPage(brief: PlaceBrief, language: Language, tightness: boolean | 'whole' = false) {
  const compact = tightness !== false;
  const words = briefWords[language];
  const { claims } = placeSentence(brief.facts, language);
  const lead = claims.filter(({ kind }) => kind === 'concentration' || kind === 'usual');
  const rest = claims.filter(({ kind }) => kind === 'what-and-when' || kind === 'change' || kind === 'sources');
  const unknown = claims.filter(({ kind }) => kind === 'baseline');
  const work = brief.work ? placeWorkPage({ work: brief.work, causes: brief.causes, head: brief.head }, language, tightness === 'whole') : null; // prettier-ignore
  const causes = inFront(brief.causes, work === null ? 5 : causesInFront, { over: work !== null, language });
  const decisions = inFront(brief.decisions, work === null ? 6 : 3, { over: work !== null, language });
  const empty = brief.facts.count === 0;
  return {
    head: headPage(brief.head, language),
    words,
    title: shortened(brief.place.name, 140),
    documentTitle: `${words.placeBrief}: ${shortened(brief.place.name, 140)}`,
    lead: lead.map(({ text }) => text).join(' '),
    rest: rest.map(({ text }) => text).join(' '),
    unknown: unknown.map(({ text }) => text).join(' '),
    compact,
    map: placeMap(brief, language, compact ? compactMap : mapSize),
    figures: figures(brief.facts, language),
    people: [
      ...(brief.place.owner === null ? [] : [{ label: words.owner, text: shortened(brief.place.owner, 90) }]),
      ...(brief.place.stage === null ? [] : [{ label: words.stage, text: shortened(brief.place.stage, 40) }]),
    ],
    categories: categoryBars(brief.facts, language),
    weeks: brief.weeks.length === 0 ? null : weekChart(brief.weeks.slice(-53), chartSize, language),
    hours: empty ? null : hourMatrix(brief.hours, matrixSize, language),
    causes: { rows: causes.rows.map((cause) => shortened(cause, work === null ? 220 : 110)), more: causes.more },
    decisions: {
      rows: decisions.rows.map((row) => decisionLine(work === null ? row : { ...row, text: shortened(row.text, 110) }, brief.head, language)), // prettier-ignore
      more: decisions.more,
    },
    work,
    promises: progressPage(brief.promises, 4, language),
    basis: basis(brief, language),
    method: shortened(brief.method, 300),
  };
}

/** The first rows; the rest stands on the next page, or in Närbild. */
function inFront<Row>(rows: readonly Row[], most: number, { over, language }: { over: boolean; language: Language }) {
  const first = firstRows(rows, most, language);
  const left = rows.length - first.rows.length;
  return left > 0 && over ? { rows: first.rows, more: workWords[language].nextPage(figure(left, language)) } : first;
}

function placeMap({ map, facts }: PlaceBrief, language: Language, size: typeof mapSize): Picture {
  const words = briefWords[language];
  const period = daySpan(facts.periodFrom, facts.periodTo, language);
  const count = `${figure(facts.count, language)} ${facts.count === 1 ? words.event : words.events}`;
  const svg = drawMap({ ...map, caption: [period, count], words, extent: 'outlines' }, size);
  const name = facts.name ?? '';
  const alt =
    language === 'sv'
      ? `Karta över ${name} med omgivning. ${count}, ${period}.`
      : `Map of ${name} and its surroundings. ${count}, ${period}.`;
  return { svg, alt };
}

/** The column beside the map: one large number a line, and what it counts. */
function figures(facts: PlaceFacts, language: Language) {
  const words = briefWords[language];
  const { usual } = facts;
  const rows = [{ value: figure(facts.count, language), label: facts.count === 1 ? words.event : words.events }];
  if (facts.crimeCount > 0) rows.push({ value: figure(facts.crimeCount, language), label: words.crimes });
  if (usual.status === 'first-year') rows.push({ value: '–', label: `${words.normal}: ${words.afterAYear}` });
  else if (usual.status === 'too-few') rows.push({ value: '–', label: `${words.normal}: ${words.tooFew}` });
  else {
    const band = [usual.low, usual.high].map((value) => figure(value, language)).join('–');
    rows.push({
      value: figure(usual.expected, language, usual.expected < 2 ? 1 : 0),
      label: `(${band}) ${words.usually}`,
    });
  }
  if (facts.count > 0) {
    rows.push({ value: figure(facts.dates, language), label: facts.dates === 1 ? words.date : words.dates });
    rows.push({ value: figure(facts.sources, language), label: facts.sources === 1 ? words.source : words.sources });
  }
  return rows;
}

/** At most eight bars, largest first; the rest together. */
function categoryBars({ categories }: PlaceFacts, language: Language) {
  const ranked = categories.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const shown = ranked.length <= 8 ? ranked : ranked.slice(0, 7);
  const others = ranked.slice(shown.length);
  const rows = shown.map(({ label, count }) => ({
    label: shortened(label[language].replace(/\s*\([^)]*\)$/, ''), 60),
    count,
  }));
  if (others.length > 0) {
    const count = others.reduce((sum, category) => sum + category.count, 0);
    rows.push({ label: `${briefWords[language].other} (${others.length})`, count });
  }
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map(({ label, count }) => ({ label, value: figure(count, language), share: count / most }));
}

function basis({ sources }: PlaceBrief, language: Language): string {
  const { rows, more } = firstRows(sources, 6, language);
  const listed = rows.map(({ name, count }) => `${shortened(name, 60)} ${figure(count, language)}`).join(', ');
  return [listed === '' ? briefWords[language].noEvents : `${listed}.`, ...(more === null ? [] : [more])].join(' ');
}
