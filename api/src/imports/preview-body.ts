import type { Position } from '../geo/projection.js';
import { systemNames } from '../geo/reference-system.js';
import { importFields } from './column-fields.js';
import { type ColumnGuess, explainGuess } from './columns.js';
import type { ImportPreview, Rejection } from './import.schema.js';
import type { ImportRegister } from './import-register.js';
import { explainOutcome, type Language, nameOfField, type OutcomeCode } from './outcomes.js';
import type { SampleRow, TalliedRows } from './preview-tally.js';
import { blockersOf, type ReadingPlan } from './reading-plan.js';

/** What was found out about a file, in no language; lives in memory only. */
export interface PreviewFacts {
  readonly table: {
    readonly format: string;
    readonly encoding: string | null;
    readonly sheet: string | null;
    readonly otherSheets: readonly string[];
    readonly garbled: boolean;
  };
  readonly plan: ReadingPlan;
  readonly tally: TalliedRows;
  readonly resolve: ImportRegister['resolve'];
  readonly defaults: readonly { readonly position: Position; readonly rows: number }[];
}

/** The preview of a file of points as it crosses HTTP, in the reader's language. */
export function previewBody(facts: PreviewFacts, language: Language): ImportPreview {
  const { plan, tally, table } = facts;
  return {
    ...table,
    otherSheets: [...table.otherSheets],
    columns: plan.header.map((header, column) => columnBody(facts, column, header, language)),
    fields: importFields.map((field) => ({ field, name: nameOfField(field, language) })),
    referenceSystem: plan.coordinates?.system ?? null,
    referenceSystemName: plan.coordinates ? systemNames[plan.coordinates.system] : null,
    swapped: plan.coordinates?.swapped ?? false,
    ambiguousDates: plan.ambiguousDates,
    dateOrder: orderShown(plan),
    defaultChoice: plan.defaultChoice,
    profile: profileBody(plan, language),
    periodFrom: instant(tally.firstAt),
    periodTo: instant(tally.lastAt),
    rowCount: tally.rowCount,
    crimes: tally.crimes,
    fresh: tally.fates.new,
    stored: tally.fates.stored,
    changed: tally.fates.changed,
    repeated: tally.fates.repeated,
    rejected: tally.rejected,
    sensitive: tally.sensitive,
    outside: tally.outside,
    withoutPlace: tally.withoutPlace,
    placed: { ...tally.placed },
    defaultCoordinates: facts.defaults.map(({ position, rows }) => ({ position: [...position], rows })),
    unknown: [...tally.unknown].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
    rejections: [...tally.rejections]
      .map((each) => rejectionBody({ ...each, field: each.field }, language))
      .sort((a, b) => b.count - a.count),
    notes: [...tally.notes].map(([code, count]) => ({ code, count, sentence: explainOutcome(code, language) })),
    blockers: blockersOf(plan.mapping).map((code) => ({ code, sentence: blockerSentence(code, language) })),
    rows: tally.sample.map((row) => sampleBody(row, facts)),
    countRows: [],
    points: tally.points.map((point) => [...point]),
  };
}

/** The order of day and month, when the dates of the file can be read in more than one. */
function orderShown({ dateOrders, chosenOrder }: ReadingPlan): 'ymd' | 'dmy' | 'mdy' {
  return chosenOrder ?? (dateOrders.from === 'ymd' ? dateOrders.to : dateOrders.from);
}

function profileBody({ profile }: ReadingPlan, language: Language) {
  if (!profile) return null;
  const missing = profile.missing.map(({ header, field }) => ({ header, fieldName: nameOfField(field, language) }));
  return { id: profile.profile.id, name: profile.profile.name, missing };
}

function columnBody({ plan, tally }: PreviewFacts, column: number, header: string, language: Language) {
  const guess = plan.guess.guesses[column]!;
  const field = importFields.find((each) => plan.mapping[each] === column) ?? null;
  const chosen = field !== guess.field;
  return {
    header,
    field,
    guess: guess.field,
    confidence: chosen ? ('chosen' as const) : confidenceOf(guess),
    reason: chosen ? '' : explainGuess(guess.reason, language),
    examples: [...(tally.examples[column] ?? [])],
  };
}

function confidenceOf(guess: ColumnGuess): 'sure' | 'likely' | 'look' | 'none' {
  if (guess.field === null) return 'none';
  return guess.confidence >= 0.85 ? 'sure' : guess.confidence >= 0.6 ? 'likely' : 'look';
}

/** Rejected rows of one reason, in words. */
export function rejectionBody(
  tally: { field: string | null; code: string; count: number; rows: readonly number[] },
  language: Language,
): Rejection {
  const field = importFields.find((each) => each === tally.field);
  return {
    field: tally.field,
    fieldName: field ? nameOfField(field, language) : '',
    code: tally.code,
    sentence: explainOutcome(tally.code as OutcomeCode, language),
    count: tally.count,
    rows: [...tally.rows],
  };
}

function blockerSentence(code: 'date-column-missing' | 'kind-column-missing', language: Language): string {
  if (code === 'date-column-missing') return explainOutcome(code, language);
  return language === 'sv'
    ? 'Ingen kolumn är vald som brottskod eller händelsetyp. Utan den går det inte att se vilka rader som ska förlora sin plats.'
    : 'No column is chosen as crime code or event type. Without it nobody can tell which rows must lose their place.';
}

function sampleBody({ number, incident }: SampleRow, { resolve }: PreviewFacts) {
  const { category, subcategory } = resolve(incident.categoryCode, incident.subcategory);
  return {
    row: number,
    category,
    subcategory,
    crimeCode: incident.crimeCode,
    from: new Date(incident.from).toISOString(),
    to: instant(incident.to),
    timePrecision: incident.timePrecision,
    place: incident.address ?? incident.areaName,
    precision: incident.placement === 'none' ? 'none' : incident.precision,
    sensitive: incident.sensitive,
    outside: incident.outside,
    crimeCount: incident.crimeCount,
  };
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
