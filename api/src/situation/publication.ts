import { figure, type Language, list } from '../hotspots/sentence-wording.js';
import type { PeriodKind } from './period.js';

/**
 * What of a period may be told to everybody. Rules: product.md, "Publishing rules". Never a point; nothing below the
 * municipality until it has decided so; no small numbers, and none that can be had by taking others away.
 */

/** An event as publishing sees it. */
export interface PublicEvent {
  readonly category: string;
  readonly area: string | null;
  /** What names its address or its spot; null where none is known. */
  readonly address: string | null;
  /** Every organisation that reported it. */
  readonly organisations: readonly string[];
  /** Violence of a sexual kind, against staff, a rumour, or marked as sensitive: never public. */
  readonly withheld: boolean;
  /** Which third of a year it began in, 0 to 2. */
  readonly tertial: number;
}

export interface PublicArea {
  readonly id: string;
  readonly name: string;
  readonly population: number | null;
}

export interface PublishedRow {
  readonly key: string;
  readonly count: number;
}

/** `rest`: everything that has no row of its own, so that the rows and the rest add up to `count`. */
export interface PublishedTable {
  readonly rows: readonly PublishedRow[];
  readonly rest: number;
}

export interface Publication {
  /** null: fewer than ten. */
  readonly count: number | null;
  /** null: not told for a period of this kind, or not decided by the municipality. */
  readonly categories: PublishedTable | null;
  readonly areas: PublishedTable | null;
}

export const fewestReports = 10;
export const fewestAddresses = 3;
export const fewestResidents = 500;
export const fewestOrganisations = 2;

export interface PublicationInput {
  readonly kind: PeriodKind;
  readonly events: readonly PublicEvent[];
  readonly areas: readonly PublicArea[];
  /** The municipality has decided to publish figures below itself. */
  readonly decided: boolean;
}

/**
 * The figures of a period that may be published. Tables are told of tertials only, and of a year the rows that every one
 * of its tertials tells: a month or a week beside them could be taken away from them. A row that is hidden is never the
 * only one, and the hidden ones together are at least ten: else the smallest that is shown is hidden with them.
 */
export function publication({ kind, events, areas, decided }: PublicationInput): Publication {
  const told = events.filter(({ withheld }) => !withheld);
  const count = told.length >= fewestReports ? told.length : null;
  if (count === null || !decided || kind === 'week' || kind === 'month')
    return { count, categories: null, areas: null };
  const parts = kind === 'year' ? [0, 1, 2].map((part) => told.filter(({ tertial }) => tertial === part)) : [told];
  const everywhere = (keys: (part: readonly PublicEvent[]) => ReadonlySet<string>) =>
    parts.map(keys).reduce((kept, own) => new Set([...kept].filter((key) => own.has(key))));
  const byArea = (part: readonly PublicEvent[]) => shownKeys(part, ({ area }) => area, (own, area) => mayShowArea(own, areas.find(({ id }) => id === area))); // prettier-ignore
  const byCategory = (part: readonly PublicEvent[]) => shownKeys(part, ({ category }) => category, (own) => own.length >= fewestReports); // prettier-ignore
  return {
    count,
    categories: table(told, ({ category }) => category, everywhere(byCategory)),
    areas: areas.length === 0 ? null : table(told, ({ area }) => area, everywhere(byArea)),
  };
}

function mayShowArea(events: readonly PublicEvent[], area: PublicArea | undefined): boolean {
  return (
    area !== undefined &&
    (area.population ?? 0) >= fewestResidents &&
    events.length >= fewestReports &&
    new Set(events.flatMap(({ address }) => address ?? [])).size >= fewestAddresses &&
    new Set(events.flatMap(({ organisations }) => organisations)).size >= fewestOrganisations
  );
}

type KeyOf = (event: PublicEvent) => string | null;

/** The keys that may have a row, with those hidden that would give another away. */
function shownKeys(
  events: readonly PublicEvent[],
  keyOf: KeyOf,
  mayShow: (own: readonly PublicEvent[], key: string) => boolean,
): ReadonlySet<string> {
  const groups = new Map<string, PublicEvent[]>();
  for (const event of events) {
    const key = keyOf(event) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  const ranked = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const shown = ranked.filter(([key, own]) => key !== '' && mayShow(own, key));
  const hidden = ranked.filter((each) => !shown.includes(each));
  const sum = () => hidden.reduce((total, [, own]) => total + own.length, 0);
  while (hidden.length > 0 && shown.length > 0 && (hidden.length === 1 || sum() < fewestReports))
    hidden.push(shown.pop()!);
  return new Set(shown.map(([key]) => key));
}

function table(events: readonly PublicEvent[], keyOf: KeyOf, shown: ReadonlySet<string>): PublishedTable {
  const rows = [...shown]
    .map((key) => ({ key, count: events.filter((event) => keyOf(event) === key).length }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return { rows, rest: events.length - rows.reduce((total, { count }) => total + count, 0) };
}

/** The first day on which a period may be published: a month after its last. Dates as `2026-11-30`. */
export function publicFrom(lastDay: string): string {
  const [year, month, day] = lastDay.split('-').map(Number) as [number, number, number];
  const longest = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, longest) + 1)).toISOString().slice(0, 10);
}

/** The figures as text for everybody. `names` are those of areas and categories. */
export function publicationText(
  { count, categories, areas }: Publication,
  {
    when,
    names,
    language,
  }: { readonly when: string; readonly names: ReadonlyMap<string, string>; readonly language: Language },
): string {
  const sv = language === 'sv';
  const few = figure(fewestReports, language);
  if (count === null) return sv ? `Färre än ${few} händelser rapporterades ${when}.` : `Fewer than ${few} incidents were reported ${when}.`; // prettier-ignore
  const amount = sv
    ? `${figure(count, 'sv')} händelser rapporterades ${when}.`
    : `${figure(count, 'en')} incidents were reported ${when}.`;
  const told = (table: PublishedTable | null, lead: string, rest: string) => {
    if (!table || table.rows.length === 0) return [];
    const rows = table.rows.map((row) => `${names.get(row.key) ?? row.key} ${figure(row.count, language)}`);
    return [
      `${lead}: ${list([...rows, ...(table.rest > 0 ? [`${rest} ${figure(table.rest, language)}`] : [])], language)}.`,
    ];
  };
  return [
    amount,
    ...told(categories, sv ? 'Vad som rapporterades' : 'What was reported', sv ? 'övrigt' : 'other'),
    ...told(areas, sv ? 'Var det hände' : 'Where it happened', sv ? 'övriga kommunen' : 'the rest of the municipality'),
  ].join(' ');
}
