import type { CalendarActivity, CalendarSuggestion, NewCalendarActivity } from './calendar-api.js';
import { draftOf, emptyRule, type RuleDraft, ruleOf } from './rule-draft.js';

/** An activity as the form has it. */
export interface ActivityDraft {
  title: string;
  kind: NewCalendarActivity['kind'];
  rule: RuleDraft;
  firstYear: string;
  lastYear: string;
  leadWeeks: string;
  organisationId: string;
  ownerFunction: string;
  parts: { police: string; municipality: string; others: string };
  checklist: string;
}

const empty: ActivityDraft = {
  title: '',
  kind: 'activity',
  rule: emptyRule,
  firstYear: '',
  lastYear: '',
  leadWeeks: '0',
  organisationId: '',
  ownerFunction: '',
  parts: { police: '', municipality: '', others: '' },
  checklist: '',
};

function partsOf(parts: CalendarActivity['parts']): ActivityDraft['parts'] {
  return { police: parts.police ?? '', municipality: parts.municipality ?? '', others: parts.others ?? '' };
}

/** The fields of an activity that is changed; of a suggestion that asks for its weeks; or empty ones. */
export function activityDraft(from: CalendarActivity | CalendarSuggestion | null, year: number): ActivityDraft {
  if (from === null) return empty;
  const { title, kind, leadWeeks, parts } = from;
  const plain = { ...empty, title, kind, leadWeeks: String(leadWeeks), parts: partsOf(parts) };
  if (!('version' in from)) return { ...plain, rule: suggestedRule(from, year) };
  return {
    ...plain,
    rule: draftOf(from.rule, year),
    firstYear: from.firstYear === null ? '' : String(from.firstYear),
    lastYear: from.lastYear === null ? '' : String(from.lastYear),
    organisationId: from.organisationId ?? '',
    ownerFunction: from.ownerFunction ?? '',
    checklist: from.checklist ?? '',
  };
}

/** The week before Easter is a beginning; its days are there to be changed to the week after. */
function suggestedRule({ rule, ruleKind, asks }: CalendarSuggestion, year: number): RuleDraft {
  if (rule !== null) return draftOf(rule, year);
  const kind = ruleKind as RuleDraft['kind'];
  return asks === 'easter-week' ? { ...emptyRule, kind, feast: 'paskdagen', days: '7', offset: '' } : { ...emptyRule, kind }; // prettier-ignore
}

/** What is sent; `null` while the rule lacks something. */
export function newActivity(draft: ActivityDraft, suggestion: string | null): NewCalendarActivity | null {
  const rule = ruleOf(draft.rule);
  if (rule === null) return null;
  const text = (value: string) => (value.trim() === '' ? null : value);
  const year = (value: string) => (value.trim() === '' ? null : Number(value));
  const { police, municipality, others } = draft.parts;
  return {
    title: draft.title,
    kind: draft.kind,
    rule,
    firstYear: year(draft.firstYear),
    lastYear: year(draft.lastYear),
    leadWeeks: Number(draft.leadWeeks) || 0,
    organisationId: text(draft.organisationId),
    ownerFunction: text(draft.ownerFunction),
    parts: { police: text(police), municipality: text(municipality), others: text(others) },
    checklist: text(draft.checklist),
    suggestion,
  };
}
