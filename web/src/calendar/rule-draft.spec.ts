import { describe, expect, test } from '@jest/globals';
import type { CalendarRule } from './calendar-api.js';
import { draftOf, emptyRule, ruleOf } from './rule-draft.js';

describe('the fields of a rule', () => {
  test.each([
    { kind: 'date', month: 12, day: 19, toMonth: 1, toDay: 8 },
    { kind: 'date', month: 2, day: 22, toMonth: null, toDay: null },
    { kind: 'weeks', week: 44, toWeek: null, weekday: null },
    { kind: 'nth-weekday', months: [3, 9], nth: -1, weekday: 4, days: 1 },
    { kind: 'after-day', months: [], day: 25, weekday: 5, pay: true, days: 2 },
    { kind: 'feast', feast: 'paskdagen', offset: -6, days: 7 },
    { kind: 'weekday-by', weekday: 3, side: 'before', feast: 'valborg', month: null, day: null, days: 1 },
    { kind: 'weekday-by', weekday: 6, side: 'nearest', feast: null, month: 9, day: 25, days: 1 },
    { kind: 'every-weeks', from: '2026-01-05', every: 3, until: null, days: 1 },
    { kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [{ month: 3, day: 1 }] },
    { kind: 'once', from: '2026-08-21', to: '2026-08-23' },
    { kind: 'undated', when: 'when-needed' },
  ] as CalendarRule[])('hold %j and give it back without loss', (rule) => {
    expect(ruleOf(draftOf(rule, 2026))).toEqual(rule);
  });

  test('make no rule while something is missing or is no whole number', () => {
    expect(ruleOf(emptyRule)).toBeNull();
    expect(ruleOf({ ...emptyRule, kind: 'weeks', week: '9,5' })).toBeNull();
    expect(ruleOf({ ...emptyRule, kind: 'weekday-by', weekday: '3', anchor: '' })).toBeNull();
    expect(ruleOf({ ...emptyRule, kind: 'weekday-by', weekday: '3', anchor: 'date', month: '9' })).toBeNull();
  });

  test('take the first day for the last of what happens once, and leave out planned days that are not filled in', () => {
    expect(ruleOf({ ...emptyRule, kind: 'once', from: '2026-08-21' })).toMatchObject({ to: '2026-08-21' });
    const times = ruleOf({ ...emptyRule, kind: 'times', count: '4', dates: [{ value: '' }, { value: '2026-11-15' }] });
    expect(times).toMatchObject({ dates: [{ month: 11, day: 15 }] });
  });
});
