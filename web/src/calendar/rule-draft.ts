import type { CalendarRule } from './calendar-api.js';

/** The fields of every kind of rule as they are typed; those of other kinds than the chosen one wait. */
export interface RuleDraft {
  kind: CalendarRule['kind'];
  month: string;
  day: string;
  toMonth: string;
  toDay: string;
  week: string;
  toWeek: string;
  weekday: string;
  months: string[];
  nth: string;
  pay: boolean;
  days: string;
  feast: string;
  offset: string;
  side: string;
  /** `date`, or the code of a feast. */
  anchor: string;
  from: string;
  every: string;
  until: string;
  to: string;
  bound: string;
  count: string;
  per: string;
  dates: { value: string }[];
  when: string;
}

export const emptyRule: RuleDraft = {
  kind: 'date',
  month: '',
  day: '',
  toMonth: '',
  toDay: '',
  week: '',
  toWeek: '',
  weekday: '',
  months: [],
  nth: '1',
  pay: false,
  days: '1',
  feast: '',
  offset: '0',
  side: 'before',
  anchor: '',
  from: '',
  every: '',
  until: '',
  to: '',
  bound: 'at-least',
  count: '',
  per: 'year',
  dates: [],
  when: 'ongoing',
};

/** A rule as the form has it; planned days stand in the year that is shown. */
export function draftOf(rule: CalendarRule, year: number): RuleDraft {
  const texts = Object.fromEntries(
    Object.entries(rule).map(([key, value]) => [key, value === null ? '' : typeof value === 'number' ? String(value) : value]),
  ) as Partial<RuleDraft>; // prettier-ignore
  const draft: RuleDraft = { ...emptyRule, ...texts, kind: rule.kind };
  if (rule.kind === 'nth-weekday' || rule.kind === 'after-day') draft.months = rule.months.map(String);
  if (rule.kind === 'weekday-by') draft.anchor = rule.feast ?? 'date';
  if (rule.kind === 'times')
    draft.dates = rule.dates.map(({ month, day }) => ({ value: `${year}-${two(month)}-${two(day)}` }));
  return draft;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The rule that the fields make; `null` while something that it needs is missing. */
export function ruleOf(draft: RuleDraft): CalendarRule | null {
  const rule = rawRule(draft);
  return Object.values(rule).some((value) => value === undefined) ? null : (rule as CalendarRule);
}

/** A number; `undefined` while there is none. */
function needed(text: string): number | undefined {
  return text.trim() === '' || !Number.isInteger(Number(text)) ? undefined : Number(text);
}

function perhaps(text: string): number | null {
  return needed(text) ?? null;
}

function rawRule(draft: RuleDraft): Record<string, unknown> {
  const { kind } = draft;
  const days = needed(draft.days);
  const months = draft.months.map(Number);
  const word = (text: string) => (text === '' ? undefined : text);
  switch (kind) {
    case 'date':
      return { kind, month: needed(draft.month), day: needed(draft.day), toMonth: perhaps(draft.toMonth), toDay: perhaps(draft.toDay) }; // prettier-ignore
    case 'weeks':
      return { kind, week: needed(draft.week), toWeek: perhaps(draft.toWeek), weekday: perhaps(draft.weekday) };
    case 'nth-weekday':
      return { kind, months, nth: needed(draft.nth), weekday: needed(draft.weekday), days };
    case 'after-day':
      return { kind, months, day: needed(draft.day), weekday: needed(draft.weekday), pay: draft.pay, days };
    case 'feast':
      return { kind, feast: word(draft.feast), offset: needed(draft.offset), days };
    case 'weekday-by':
      return { kind, weekday: needed(draft.weekday), side: word(draft.side), days, ...anchorOf(draft) };
    case 'every-weeks':
      return { kind, from: word(draft.from), every: needed(draft.every), until: draft.until || null, days };
    case 'times':
      return { kind, bound: draft.bound, count: needed(draft.count), per: draft.per, dates: plannedDays(draft) };
    case 'once':
      return { kind, from: word(draft.from), to: draft.to || word(draft.from) };
    case 'undated':
      return { kind, when: draft.when };
  }
}

function anchorOf({ anchor, month, day }: RuleDraft): Record<string, unknown> {
  if (anchor === 'date') return { feast: null, month: needed(month), day: needed(day) };
  return { feast: anchor === '' ? undefined : anchor, month: null, day: null };
}

function plannedDays({ dates }: RuleDraft): { month: number; day: number }[] {
  return dates
    .filter(({ value }) => /^\d{4}-\d{2}-\d{2}$/.test(value))
    .map(({ value }) => ({ month: Number(value.slice(5, 7)), day: Number(value.slice(8, 10)) }));
}

/** The holidays that a rule can follow, in the order of the year. */
export const feastCodes = [
  'nyarsdagen', 'trettondedagen', 'langfredagen', 'paskafton', 'paskdagen', 'annandag-pask', 'valborg', 'forsta-maj', 'kristi-himmelsfard', 'pingst',
  'nationaldagen', 'midsommarafton', 'midsommardagen', 'alla-helgon', 'forsta-advent', 'lucia', 'julafton', 'juldagen', 'annandag-jul', 'nyarsafton',
] as const; // prettier-ignore
