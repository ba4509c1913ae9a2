import { z } from 'zod';
import { activityKinds, entryKinds, occurrenceStatuses, rings } from './calendar.js';
import { dayOf, daysInMonth, feastCodes, firstYear, lastYear } from './feast.js';
import { sides, timesBounds, undatedReasons } from './recurrence.js';

/** Neither a rule nor a question reaches past the years that the wheel can be turned to. */
const day = z.iso
  .date('missing')
  .refine((text) => Number(text.slice(0, 4)) >= firstYear && Number(text.slice(0, 4)) <= lastYear, 'year-outside');
const month = z.int().min(1).max(12);
const months = z.array(month).max(12).describe('Empty: every month');
const dayOfMonth = z.int().min(1).max(31);
const weekday = z.int().min(1).max(7).describe('1 Monday to 7 Sunday');
const week = z.int().min(1).max(53).describe('ISO week');
const days = z.int().min(1).max(60).default(1).describe('How many days it lasts, the first one counted');
const feast = z.enum(feastCodes);
const yearDay = z
  .object({ month, day: dayOfMonth })
  .refine((one) => one.day <= daysInMonth(2024, one.month), { message: 'no-such-day', path: ['day'] });

/** The longest that something lasts, and the longest that is asked about at once. */
const longestDays = 366;
const longestAsked = 1100;

function datedFaults(rule: { month: number; day: number; toMonth: number | null; toDay: number | null }, context: z.RefinementCtx): void {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (rule.day > daysInMonth(2024, rule.month)) fault('day', 'no-such-day');
  if ((rule.toMonth === null) !== (rule.toDay === null)) fault(rule.toMonth === null ? 'toMonth' : 'toDay', 'missing');
  if (rule.toMonth !== null && rule.toDay !== null && rule.toDay > daysInMonth(2024, rule.toMonth)) fault('toDay', 'no-such-day');
} // prettier-ignore

function anchorFaults(rule: { feast: string | null; month: number | null; day: number | null }, context: z.RefinementCtx): void {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (rule.feast === null && (rule.month === null || rule.day === null)) fault('feast', 'missing');
  if (rule.month !== null && rule.day !== null && rule.day > daysInMonth(2024, rule.month)) fault('day', 'no-such-day');
} // prettier-ignore

export const calendarRule = z
  .discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('date'), month, day: dayOfMonth, toMonth: month.nullable().default(null), toDay: dayOfMonth.nullable().default(null) })
      .superRefine(datedFaults)
      .describe('The same date each year, or from one date to another; 29 February is the 28th in a common year'),
    z.object({ kind: z.literal('weeks'), week, toWeek: week.nullable().default(null), weekday: weekday.nullable().default(null) }),
    z.object({ kind: z.literal('nth-weekday'), months, nth: z.int().min(-1).max(5).refine((nth) => nth !== 0, 'unknown-choice').describe('-1: the last'), weekday, days }),
    z
      .object({ kind: z.literal('after-day'), months, day: dayOfMonth, weekday, pay: z.boolean().default(false), days })
      .describe('The first such weekday on or after a day of the month; with `pay` after the bank day on which pay comes'),
    z.object({ kind: z.literal('feast'), feast, offset: z.int().min(-180).max(180).default(0), days }),
    z
      .object({ kind: z.literal('weekday-by'), weekday, side: z.enum(sides), feast: feast.nullable().default(null), month: month.nullable().default(null), day: dayOfMonth.nullable().default(null), days })
      .superRefine(anchorFaults)
      .describe('A weekday by a feast or a date: the Wednesday before Valborg, the Saturday nearest 25 September'),
    z
      .object({ kind: z.literal('every-weeks'), from: day, every: z.int().min(1).max(52), until: day.nullable().default(null), days })
      .refine((rule) => rule.until === null || rule.until >= rule.from, { message: 'period-order', path: ['until'] }),
    z.object({ kind: z.literal('times'), bound: z.enum(timesBounds), count: z.int().min(1).max(366), per: z.enum(['year', 'month']).default('year'), dates: z.array(yearDay).max(60).default([]) }),
    z
      .object({ kind: z.literal('once'), from: day, to: day })
      .refine((rule) => rule.to >= rule.from, { message: 'period-order', path: ['to'] })
      .refine((rule) => dayOf(rule.to) - dayOf(rule.from) < longestDays, { message: 'too-big', path: ['to'] }),
    z.object({ kind: z.literal('undated'), when: z.enum(undatedReasons) }),
  ])
  .meta({ id: 'CalendarRule', description: 'When something comes back' }); // prettier-ignore

const line = (longest: number) => z.string().trim().max(longest).transform(emptyIsNull).nullable().default(null);
const part = line(600);
const parts = z.object({ police: part, municipality: part, others: part });
const year = z.int().min(firstYear).max(lastYear).nullable().default(null);

function emptyIsNull(text: string): string | null {
  return text === '' ? null : text;
}

export const newCalendarActivity = z
  .object({
    title: z.string().trim().min(1, 'missing').max(120),
    kind: z.enum(activityKinds),
    rule: calendarRule,
    firstYear: year,
    lastYear: year,
    leadWeeks: z.int().min(0).max(52).default(0).describe('How many weeks before it is prepared'),
    organisationId: z.uuid().nullable().default(null),
    ownerFunction: line(80).describe('A function, never a name'),
    parts: parts.default({ police: null, municipality: null, others: null }),
    checklist: line(2000),
    suggestion: z.string().max(40).nullable().default(null).describe('The code of the suggestion that it was taken from'),
  })
  .refine((one) => one.firstYear === null || one.lastYear === null || one.lastYear >= one.firstYear, { message: 'period-order', path: ['lastYear'] })
  .meta({ id: 'NewCalendarActivity' }); // prettier-ignore

const span = z.object({ date: z.string(), endDate: z.string() });
const text = z.string().nullable();
const saidParts = z.object({ police: text, municipality: text, others: text });

export const calendarActivity = z
  .object({
    id: z.uuid(),
    version: z.int(),
    title: z.string(),
    kind: z.enum(activityKinds),
    rule: calendarRule,
    words: z.string().describe('The rule in words, in the reader’s language'),
    firstYear: z.int().nullable(),
    lastYear: z.int().nullable(),
    leadWeeks: z.int(),
    organisationId: text,
    organisation: text,
    ownerFunction: text,
    parts: saidParts,
    checklist: text,
    suggestion: text,
    ring: z.enum(rings),
    next: span.nullable().describe('The next time from today on, skipped ones left out'),
    times: z
      .object({ year: z.int(), done: z.int(), planned: z.int(), wanted: z.int() })
      .nullable()
      .describe('For so many times a year: how many are done and planned this year'),
  })
  .meta({ id: 'CalendarActivity' });

export const calendarEntry = z
  .object({
    id: z.string(),
    date: z.string(),
    endDate: z.string(),
    title: z.string(),
    kind: z.enum(entryKinds),
    ownerFunction: text,
    organisationId: text,
    parts: saidParts,
    recurring: z.boolean(),
    activityId: text,
    plannedOn: z.string().describe('The day on which the rule puts it; its name for marking, moving and skipping'),
    status: z.enum(occurrenceStatuses),
    movedFrom: text,
    note: text,
    added: z.boolean(),
    prepareFrom: text.describe('From when on to prepare it'),
    ring: z.enum(rings).nullable(),
    checklist: text,
    free: z.boolean().describe('A day off'),
  })
  .meta({ id: 'CalendarEntry' });

export const calendarQuery = z
  .object({
    from: day,
    to: day,
    skipped: z.enum(['true', 'false']).default('false').describe('Whether those that were skipped are told too'),
  })
  .refine(({ from, to }) => to >= from, { message: 'period-order', path: ['to'] })
  .refine(({ from, to }) => dayOf(to) - dayOf(from) <= longestAsked, { message: 'span-too-long', path: ['to'] });

export const newCalendarOccurrence = z
  .object({
    status: z.enum(occurrenceStatuses).default('planned'),
    movedTo: day.nullable().default(null),
    note: line(600).describe('How it went; why it was skipped'),
  })
  .refine(({ status, note }) => status !== 'skipped' || note !== null, {
    message: 'skip-reason-missing',
    path: ['note'],
  })
  .meta({ id: 'NewCalendarOccurrence' });

export const newCalendarPreview = z
  .object({ rule: calendarRule, fromYear: z.int().min(firstYear).max(lastYear - 2) })
  .meta({ id: 'NewCalendarPreview' }); // prettier-ignore

export const calendarPreview = z
  .object({
    words: z.string(),
    sentence: z.string().describe('The rule and its times of three years'),
    years: z.array(z.object({ year: z.int(), times: z.array(span) })),
  })
  .meta({ id: 'CalendarPreview' });

export const calendarSuggestion = z
  .object({
    code: z.string(),
    kind: z.enum(activityKinds),
    title: z.string(),
    rule: calendarRule.nullable(),
    ruleKind: z.string(),
    words: text,
    asks: z.enum(['week', 'easter-week', 'dates']).nullable().describe('What differs between municipalities and is asked'),
    leadWeeks: z.int(),
    parts: saidParts,
    state: z.enum(['open', 'taken', 'left']),
  })
  .meta({ id: 'CalendarSuggestion' }); // prettier-ignore

export const takenSuggestions = z
  .object({ codes: z.array(z.string().max(40)).min(1, 'missing').max(40) })
  .meta({ id: 'TakenCalendarSuggestions' });

export type NewCalendarActivity = z.infer<typeof newCalendarActivity>;
export type CalendarActivity = z.infer<typeof calendarActivity>;
export type CalendarEntry = z.infer<typeof calendarEntry>;
export type CalendarQuery = z.infer<typeof calendarQuery>;
export type NewCalendarOccurrence = z.infer<typeof newCalendarOccurrence>;
export type NewCalendarPreview = z.infer<typeof newCalendarPreview>;
export type CalendarPreview = z.infer<typeof calendarPreview>;
export type CalendarSuggestion = z.infer<typeof calendarSuggestion>;
export type TakenSuggestions = z.infer<typeof takenSuggestions>;
