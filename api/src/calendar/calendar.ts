import { dateOf, dayOf, feastsOf } from './feast.js';
import { datesOf, type Rule, type Span, yearsTouching } from './recurrence.js';

export const activityKinds = ['activity', 'communication', 'risk-weekend', 'arrangement', 'school-break'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const entryKinds = [...activityKinds, 'national-day'] as const;
export const occurrenceStatuses = ['planned', 'done', 'skipped'] as const;
export type OccurrenceStatus = (typeof occurrenceStatuses)[number];
export const rings = ['police', 'municipality', 'joint', 'communication'] as const;
export type Ring = (typeof rings)[number];

/** Who does what: each party's part in words. */
export interface Parts {
  readonly police: string | null;
  readonly municipality: string | null;
  readonly others: string | null;
}

/** What the occurrences of an activity are made of. */
export interface Recurring {
  readonly rule: Rule;
  /** The first and the last year in which the rule holds; `null`: no bound. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly leadWeeks: number;
}

/** What was said of one occurrence, by the day on which the rule puts it, or the day on which it was added. */
export interface Said {
  readonly plannedOn: string;
  readonly status: OccurrenceStatus;
  readonly movedTo: string | null;
  readonly note: string | null;
  /** Put in by hand, not by the rule. */
  readonly added: boolean;
}

/** One time that something comes. */
export interface Occurrence extends Span {
  readonly plannedOn: string;
  readonly status: OccurrenceStatus;
  readonly movedFrom: string | null;
  readonly note: string | null;
  readonly added: boolean;
  /** From when on to prepare it; `null` without a lead time. */
  readonly prepareFrom: string | null;
}

/**
 * The times of an activity that touch a span of days, in order: as its rule says, as they were moved, skipped or done,
 * and those added by hand. What was done stays, though the rule has changed since.
 */
export function occurrencesOf(activity: Recurring, said: readonly Said[], span: Span): Occurrence[] {
  const byDay = new Map(said.map((one) => [one.plannedOn, one]));
  const planned = yearsAround(span, said)
    .filter((year) => year >= (activity.firstYear ?? -Infinity) && year <= (activity.lastYear ?? Infinity))
    .flatMap((year) => datesOf(activity.rule, year));
  const known = new Set(planned.map(({ date }) => date));
  const kept = said.filter((one) => !known.has(one.plannedOn) && (one.added || one.status === 'done'));
  return [
    ...planned.map((one) => occurrence(activity, one, byDay.get(one.date))),
    ...kept.map((one) => occurrence(activity, { date: one.plannedOn, endDate: one.plannedOn }, one)),
  ]
    .filter(({ date, endDate }) => date <= span.endDate && endDate >= span.date)
    .toSorted((a, b) => (a.date === b.date ? compare(a.endDate, b.endDate) : compare(a.date, b.date)));
}

/** An occurrence may be moved from a year that the span does not touch. */
function yearsAround(span: Span, said: readonly Said[]): number[] {
  const moved = said.filter((one) => one.movedTo !== null).map((one) => Number(one.plannedOn.slice(0, 4)));
  return [...new Set([...yearsTouching(span), ...moved])];
}

function occurrence({ leadWeeks }: Recurring, { date, endDate }: Span, said: Said | undefined): Occurrence {
  const moved = said?.movedTo ?? null;
  const shift = moved === null ? 0 : dayOf(moved) - dayOf(date);
  const first = dateOf(dayOf(date) + shift);
  return {
    date: first,
    endDate: dateOf(dayOf(endDate) + shift),
    plannedOn: date,
    status: said?.status ?? 'planned',
    movedFrom: moved === null ? null : date,
    note: said?.note ?? null,
    added: said?.added ?? false,
    prepareFrom: leadWeeks === 0 ? null : dateOf(dayOf(first) - 7 * leadWeeks),
  };
}

export interface NationalDay extends Span {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  readonly free: boolean;
}

/** Sweden's feasts and eves within a span of days. */
export function nationalDays(span: Span): NationalDay[] {
  return yearsTouching(span)
    .flatMap((year) => feastsOf(year))
    .map(({ day, ...rest }) => ({ ...rest, date: dateOf(day), endDate: dateOf(day) }))
    .filter(({ date }) => date >= span.date && date <= span.endDate)
    .toSorted((a, b) => compare(a.date, b.date));
}

/** On which ring of the wheel something stands: by who has a part in it, and where nobody is named by who owns it. */
export function ringOf(kind: ActivityKind, parts: Parts, ownerKind: string | null): Ring {
  if (kind === 'communication') return 'communication';
  const named = [parts.police !== null, parts.municipality !== null, parts.others !== null];
  if (named[0] && !named[1] && !named[2]) return 'police';
  if (named[1] && !named[0] && !named[2]) return 'municipality';
  if (named.includes(true)) return 'joint';
  if (ownerKind === 'police') return 'police';
  return ownerKind === 'municipality' ? 'municipality' : 'joint';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
