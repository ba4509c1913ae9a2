import type { Language } from '../hotspots/sentence-wording.js';
import { nationalDays, type NationalDay, type Occurrence, occurrencesOf, type Recurring, ringOf, type Said } from './calendar.js'; // prettier-ignore
import type { ActivityRow, OccurrenceRow } from './calendar.queries.js';
import type { CalendarActivity, CalendarEntry } from './calendar.schema.js';
import { dateOf, dayOf, lastYear } from './feast.js';
import type { Span } from './recurrence.js';
import { ruleWords } from './recurrence-words.js';

/** What the occurrences of a row are made of. */
export function recurring(row: ActivityRow): Recurring {
  return { rule: row.rule, firstYear: row.first_year, lastYear: row.last_year, leadWeeks: row.lead_weeks };
}

/** What was said of the times of one activity. */
export function saidOf(rows: readonly OccurrenceRow[], activityId: string): Said[] {
  return rows
    .filter((row) => row.activity_id === activityId)
    .map(({ planned_on, status, moved_to, note, added }) => ({ plannedOn: planned_on, status, movedTo: moved_to, note, added })); // prettier-ignore
}

function partsOf(row: ActivityRow) {
  return { police: row.police_part, municipality: row.municipality_part, others: row.others_part };
}

/** An activity as it crosses HTTP, told from a day on which it is read. */
export function activityBody(row: ActivityRow, said: readonly Said[], today: string, language: Language): CalendarActivity {
  const parts = partsOf(row);
  const until = `${Math.min(lastYear, Number(today.slice(0, 4)) + 6)}-12-31`;
  const next = occurrencesOf(recurring(row), said, { date: today, endDate: until }).find(({ status }) => status === 'planned'); // prettier-ignore
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    kind: row.kind,
    rule: row.rule as CalendarActivity['rule'],
    words: ruleWords(row.rule, language),
    firstYear: row.first_year,
    lastYear: row.last_year,
    leadWeeks: row.lead_weeks,
    organisationId: row.organisation_id,
    organisation: row.organisation_name,
    ownerFunction: row.owner_function,
    parts,
    checklist: row.checklist,
    suggestion: row.suggestion,
    ring: ringOf(row.kind, parts, row.organisation_kind),
    next: next ? { date: next.date, endDate: next.endDate } : null,
    times: timesOf(row, said, Number(today.slice(0, 4))),
  };
} // prettier-ignore

/** For "at least four a year": how many of a year's times are done, how many are planned, how many it should be. */
function timesOf(row: ActivityRow, said: readonly Said[], year: number): CalendarActivity['times'] {
  if (row.rule.kind !== 'times') return null;
  const span = { date: `${year}-01-01`, endDate: `${year}-12-31` };
  const times = occurrencesOf(recurring(row), said, span).filter(({ status }) => status !== 'skipped');
  const done = times.filter(({ status }) => status === 'done').length;
  const wanted = row.rule.count * (row.rule.per === 'month' ? 12 : 1);
  return { year, done, planned: times.length - done, wanted };
}

interface EntriesInput {
  readonly activities: readonly ActivityRow[];
  readonly occurrences: readonly OccurrenceRow[];
  readonly span: Span;
  readonly skipped: boolean;
  readonly language: Language;
}

/** Everything of a span of days, in order: what comes back, school breaks, and the national days. */
export function entriesOf({ activities, occurrences, span, skipped, language }: EntriesInput): CalendarEntry[] {
  const own = activities.flatMap((row) =>
    occurrencesOf(recurring(row), saidOf(occurrences, row.id), span)
      .filter(({ status }) => skipped || status !== 'skipped')
      .map((one) => entryOf(row, one)),
  );
  return [...nationalDays(span).map((day) => nationalEntry(day, language)), ...own].toSorted(
    (a, b) => dayOf(a.date) - dayOf(b.date) || dayOf(a.endDate) - dayOf(b.endDate) || (a.title < b.title ? -1 : 1),
  );
}

function entryOf(row: ActivityRow, one: Occurrence): CalendarEntry {
  const parts = partsOf(row);
  return {
    id: `${row.id}:${one.plannedOn}`,
    date: one.date,
    endDate: one.endDate,
    title: row.title,
    kind: row.kind,
    ownerFunction: row.owner_function,
    organisationId: row.organisation_id,
    parts,
    recurring: row.rule.kind !== 'once',
    activityId: row.id,
    plannedOn: one.plannedOn,
    status: one.status,
    movedFrom: one.movedFrom,
    note: one.note,
    added: one.added,
    prepareFrom: one.prepareFrom,
    ring: row.kind === 'school-break' ? null : ringOf(row.kind, parts, row.organisation_kind),
    checklist: row.checklist,
    free: false,
  };
}

function nationalEntry({ code, sv, en, date, endDate, free }: NationalDay, language: Language): CalendarEntry {
  const name = language === 'sv' ? sv : en;
  return {
    id: `${code}:${date}`,
    date,
    endDate,
    title: name.charAt(0).toUpperCase() + name.slice(1),
    kind: 'national-day',
    ownerFunction: null,
    organisationId: null,
    parts: { police: null, municipality: null, others: null },
    recurring: true,
    activityId: null,
    plannedOn: date,
    status: 'planned',
    movedFrom: null,
    note: null,
    added: false,
    prepareFrom: null,
    ring: null,
    checklist: null,
    free,
  };
}

/** The day some days after another. */
export function daysAfter(day: string, count: number): string {
  return dateOf(dayOf(day) + count);
}
