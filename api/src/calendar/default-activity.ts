import type { ActivityKind, Parts } from './calendar.js';
import type { Rule, RuleKind } from './recurrence.js';

/** What a municipality is asked before something can stand in its wheel, since it differs from place to place. */
export type Asked = 'week' | 'easter-week' | 'dates';

export interface Suggestion {
  readonly code: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly titleEnglish: string;
  /** `null`: not to be guessed; `asks` says what is asked, and `ruleKind` which form the answer takes. */
  readonly rule: Rule | null;
  readonly ruleKind: RuleKind;
  readonly asks: Asked | null;
  readonly leadWeeks: number;
  readonly parts: Parts;
}

const nobody: Parts = { police: null, municipality: null, others: null };

/** A day of the work, with who usually does what. */
function work(
  code: string,
  [title, titleEnglish]: readonly [string, string],
  rule: Rule,
  more: Partial<Pick<Suggestion, 'kind' | 'leadWeeks' | 'parts'>> = {},
): Suggestion {
  const plain = { kind: 'activity' as const, leadWeeks: 4, parts: nobody, asks: null };
  return { ...plain, code, title, titleEnglish, rule, ruleKind: rule.kind, ...more };
}

/** A school break; its weeks are asked for, never guessed, unless the whole country has the same. */
function schoolBreak(
  code: string,
  [title, titleEnglish]: readonly [string, string],
  asks: Asked | null,
  rule: Rule | null = null,
): Suggestion {
  const ruleKind = asks === 'dates' ? 'date' : asks === 'easter-week' ? 'feast' : 'weeks';
  const rest = { kind: 'school-break' as const, leadWeeks: 0, parts: nobody };
  return { ...rest, code, title, titleEnglish, rule, ruleKind, asks };
}

const eve = (feast: Extract<Rule, { kind: 'feast' }>['feast']): Rule => ({ kind: 'feast', feast, offset: 0, days: 1 });
const oneDay = (month: number, day: number): Rule => ({ kind: 'date', month, day, toMonth: null, toDay: null });
const weeks = (week: number): Rule => ({ kind: 'weeks', week, toWeek: null, weekday: null });

/** Both parties' usual parts on an evening when many young people are out. */
const outInTheEvening: Parts = {
  police: 'Synliga på platser där många samlas',
  municipality: 'Fältare och föräldravandrare ute på kvällen',
  others: null,
};

/**
 * What a municipality may take into its wheel or leave. The days of the work are those that Swedish plans name (domain.md
 * 1.8): brottsofferdagen on 22 February, Tryggvedagen on the Saturday nearest 25 September, En vecka fri från våld in week 47.
 */
export const suggestions: readonly Suggestion[] = [
  work('brottsofferdagen', ['Brottsofferdagen', 'Crime Victims’ Day'], oneDay(2, 22)),
  work(
    'fore-valborg',
    ['Föreläsning för föräldrar före Valborg', 'Talk for parents before Walpurgis Night'],
    { kind: 'weekday-by', weekday: 3, side: 'before', feast: 'valborg', month: null, day: null, days: 1 },
    { leadWeeks: 6 },
  ),
  work('valborg', ['Valborg', 'Walpurgis Night'], eve('valborg'), { leadWeeks: 6, parts: outInTheEvening }),
  {
    ...work('skolavslutning', ['Skolavslutning', 'End of the school year'], oneDay(6, 10), { leadWeeks: 6, parts: outInTheEvening }),
    rule: null,
    asks: 'dates',
  }, // prettier-ignore
  work('midsommar', ['Midsommar', 'Midsummer'], eve('midsommarafton')),
  work(
    'tryggvedagen',
    ['Tryggvedagen', 'Tryggve Day'],
    { kind: 'weekday-by', weekday: 6, side: 'nearest', feast: null, month: 9, day: 25, days: 1 },
    { leadWeeks: 6 },
  ),
  work('vecka-fri', ['En vecka fri från våld', 'A week free from violence'], weeks(47), { leadWeeks: 8 }),
  work('lucia', ['Lucia', 'St Lucy’s Day'], eve('lucia'), { parts: outInTheEvening }),
  work('nyar', ['Nyårsafton', 'New Year’s Eve'], eve('nyarsafton')),
  work(
    'lonehelg',
    ['Riskhelg efter lön', 'Risk weekend after pay day'],
    { kind: 'after-day', months: [], day: 25, weekday: 5, pay: true, days: 2 },
    { kind: 'risk-weekend', leadWeeks: 1 },
  ),
  work(
    'nyhetsbrev',
    ['Nyhetsbrev om tryggheten', 'Newsletter on safety'],
    { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [] },
    { kind: 'communication', leadWeeks: 2 },
  ),
  schoolBreak('sportlov', ['Sportlov', 'Winter school break'], 'week'),
  schoolBreak('pasklov', ['Påsklov', 'Easter school break'], 'easter-week'),
  schoolBreak('sommarlov', ['Sommarlov', 'Summer school break'], 'dates'),
  schoolBreak('hostlov', ['Höstlov', 'Autumn school break'], null, weeks(44)),
  schoolBreak('jullov', ['Jullov', 'Christmas school break'], 'dates'),
];

/** A suggestion by its code; `undefined` when there is none such. */
export function suggestionOf(code: string): Suggestion | undefined {
  return suggestions.find((one) => one.code === code);
}
