import { describe, expect, test } from '@jest/globals';
import { dateOf, dayOf, weekdayOf } from './feast.js';
import { datesOf, type Rule } from './recurrence.js';
import { datesWords, ruleWords } from './recurrence-words.js';

const days = (rule: Rule, ...years: number[]) => years.flatMap((year) => datesOf(rule, year)).map(({ date }) => date);
const spans = (rule: Rule, ...years: number[]) =>
  years.flatMap((year) => datesOf(rule, year)).map(({ date, endDate }) => `${date}/${endDate}`);

const beforeValborg: Rule = { kind: 'weekday-by', weekday: 3, side: 'before', feast: 'valborg', month: null, day: null, days: 1 }; // prettier-ignore
const tryggvedagen: Rule = { kind: 'weekday-by', weekday: 6, side: 'nearest', feast: null, month: 9, day: 25, days: 1 };
const payWeekend: Rule = { kind: 'after-day', months: [], day: 25, weekday: 5, pay: true, days: 2 };
const weeks = (week: number, toWeek: number | null = null): Rule => ({ kind: 'weeks', week, toWeek, weekday: null });

describe('a rule', () => {
  test('puts the Wednesday before Valborg a week earlier when Valborg is a Wednesday itself', () => {
    expect(days(beforeValborg, 2025, 2026, 2027)).toEqual(['2025-04-23', '2026-04-29', '2027-04-28']);
  });

  test('finds the Saturday nearest 25 September, at most three days away in any year', () => {
    expect(days(tryggvedagen, 2023, 2024, 2025, 2026, 2027)).toEqual([
      '2023-09-23',
      '2024-09-28',
      '2025-09-27',
      '2026-09-26',
      '2027-09-25',
    ]);
    for (let year = 1990; year <= 2100; year++) {
      const [date] = days(tryggvedagen, year);
      expect(Math.abs(dayOf(date!) - dayOf(`${year}-09-25`))).toBeLessThanOrEqual(3);
      expect(weekdayOf(dayOf(date!))).toBe(6);
    }
  });

  test('puts the weekend after pay on the Friday of the month, earlier when the 25th is a day off', () => {
    // 25 April 2026 is a Saturday: pay comes on Friday the 24th. 25 December 2026: pay comes on the 23rd.
    expect(spans(payWeekend, 2026).slice(2, 5)).toEqual([
      '2026-03-27/2026-03-28',
      '2026-04-24/2026-04-25',
      '2026-05-29/2026-05-30',
    ]);
    expect(spans(payWeekend, 2026).at(-1)).toBe('2026-12-25/2026-12-26');
    const plain: Rule = { ...payWeekend, pay: false, days: 1 };
    expect(days(plain, 2026).slice(3, 4)).toEqual(['2026-05-01']);
  });

  test('by ISO weeks belongs to the year of its week, over New Year too, and week 53 comes only where there is one', () => {
    expect(spans(weeks(44), 2026)).toEqual(['2026-10-26/2026-11-01']);
    expect(spans(weeks(1), 2026)).toEqual(['2025-12-29/2026-01-04']);
    expect(spans(weeks(53), 2025, 2026)).toEqual(['2026-12-28/2027-01-03']);
    expect(spans(weeks(51, 1), 2025, 2026)).toEqual(['2025-12-15/2026-01-04', '2026-12-14/2027-01-10']);
    expect(spans(weeks(52, 53), 2025, 2026)).toEqual(['2025-12-22/2025-12-28', '2026-12-21/2027-01-03']);
    expect(days({ kind: 'weeks', week: 9, toWeek: null, weekday: 2 }, 2026)).toEqual(['2026-02-24']);
  });

  test('by weekday of a month knows the last one, and leaves out a fifth that is not there', () => {
    const nth = (which: number): Rule => ({ kind: 'nth-weekday', months: [2, 5], nth: which, weekday: 5, days: 1 });
    expect(days(nth(1), 2026)).toEqual(['2026-02-06', '2026-05-01']);
    expect(days(nth(5), 2026)).toEqual(['2026-05-29']);
    expect(days(nth(-1), 2026)).toEqual(['2026-02-27', '2026-05-29']);
  });

  test('on 29 February falls on the 28th in a common year', () => {
    const leap: Rule = { kind: 'date', month: 2, day: 29, toMonth: null, toDay: null };
    expect(days(leap, 2024, 2025, 2100)).toEqual(['2024-02-29', '2025-02-28', '2100-02-28']);
  });

  test('from a date to an earlier one runs into the next year', () => {
    const christmas: Rule = { kind: 'date', month: 12, day: 19, toMonth: 1, toDay: 8 };
    expect(spans(christmas, 2026)).toEqual(['2026-12-19/2027-01-08']);
  });

  test('follows a moving feast, before it and for some days', () => {
    const week: Rule = { kind: 'feast', feast: 'paskdagen', offset: -6, days: 7 };
    expect(spans(week, 2026, 2027)).toEqual(['2026-03-30/2026-04-05', '2027-03-22/2027-03-28']);
  });

  test('of every third week goes on across the years, and not before it began or after it ended', () => {
    const rule: Rule = { kind: 'every-weeks', from: '2026-11-02', every: 3, until: '2027-01-31', days: 1 };
    expect(days(rule, 2025, 2026, 2027, 2028)).toEqual(['2026-11-02', '2026-11-23', '2026-12-14', '2027-01-04', '2027-01-25']); // prettier-ignore
  });

  test('of so many times a year stands on its planned days, each once and in order', () => {
    const dates = [{ month: 11, day: 15 }, { month: 3, day: 1 }, { month: 3, day: 1 }]; // prettier-ignore
    expect(days({ kind: 'times', bound: 'at-least', count: 4, per: 'year', dates }, 2026)).toEqual(['2026-03-01', '2026-11-15']); // prettier-ignore
  });

  test('that happens once or has no date gives what it says, and nothing else', () => {
    const once: Rule = { kind: 'once', from: '2026-08-21', to: '2026-08-23' };
    expect(spans(once, 2025, 2026, 2027)).toEqual(['2026-08-21/2026-08-23']);
    expect(days({ kind: 'undated', when: 'ongoing' }, 2026)).toEqual([]);
  });

  test('gives days that exist, none twice, and ends no earlier than it begins, in every year to 2100', () => {
    const rules = [beforeValborg, tryggvedagen, payWeekend, weeks(51, 1), weeks(53)];
    for (const rule of rules)
      for (let year = 1990; year <= 2100; year++) {
        const found = datesOf(rule, year);
        expect(new Set(found.map(({ date }) => date)).size).toBe(found.length);
        for (const { date, endDate } of found) {
          expect(dateOf(dayOf(date))).toBe(date);
          expect(endDate >= date).toBe(true);
        }
      }
  });
});

describe('a rule in words', () => {
  test('says what a person would say, with the dates of the years that come', () => {
    expect(`${ruleWords(beforeValborg, 'sv')}: ${datesWords(beforeValborg, [2026, 2027], 'sv')}`).toBe(
      'onsdagen före valborgsmässoafton: 29 april 2026, 28 april 2027',
    );
    expect(datesWords(weeks(51, 1), [2026], 'sv')).toBe('14 december 2026–10 januari 2027');
  });

  test.each([
    [tryggvedagen, 'lördagen närmast den 25 september', 'the Saturday nearest 25 September'],
    [payWeekend, 'fredagen efter lön den 25:e varje månad, två dagar', 'the Friday after pay day, the 25th of each month, two days'],
    [weeks(44), 'vecka 44', 'week 44'],
    [weeks(51, 1), 'vecka 51–1', 'week 51–1'],
    [{ kind: 'weeks', week: 9, toWeek: null, weekday: 2 }, 'tisdagen i vecka 9', 'Tuesday of week 9'],
    [{ kind: 'date', month: 2, day: 22, toMonth: null, toDay: null }, '22 februari varje år', '22 February each year'],
    [{ kind: 'date', month: 12, day: 19, toMonth: 1, toDay: 8 }, '19 december–8 januari varje år', '19 December–8 January each year'],
    [{ kind: 'nth-weekday', months: [9, 3], nth: 1, weekday: 5, days: 1 }, 'första fredagen i mars och september', 'the first Friday of March and September'],
    [{ kind: 'nth-weekday', months: [], nth: -1, weekday: 4, days: 1 }, 'sista torsdagen varje månad', 'the last Thursday of each month'],
    [{ kind: 'after-day', months: [], day: 25, weekday: 5, pay: false, days: 1 }, 'första fredagen från och med den 25:e varje månad', 'the first Friday on or after the 25th of each month'],
    [{ kind: 'feast', feast: 'lucia', offset: 0, days: 1 }, 'luciadagen', 'St Lucy’s Day'],
    [{ kind: 'feast', feast: 'midsommarafton', offset: -1, days: 1 }, 'dagen före midsommarafton', 'the day before Midsummer Eve'],
    [{ kind: 'feast', feast: 'paskdagen', offset: -6, days: 7 }, 'sex dagar före påskdagen, sju dagar', 'six days before Easter Sunday, seven days'],
    [{ kind: 'every-weeks', from: '2026-01-05', every: 3, until: null, days: 1 }, 'var tredje vecka från 5 januari 2026', 'every 3 weeks from 5 January 2026'],
    [{ kind: 'every-weeks', from: '2026-01-05', every: 1, until: null, days: 1 }, 'varje vecka från 5 januari 2026', 'every week from 5 January 2026'],
    [{ kind: 'times', bound: 'at-least', count: 4, per: 'year', dates: [] }, 'minst 4 gånger om året', 'at least 4 times a year'],
    [{ kind: 'times', bound: 'about', count: 1, per: 'month', dates: [] }, 'ungefär 1 gång i månaden', 'about 1 time a month'],
    [{ kind: 'once', from: '2026-08-21', to: '2026-08-23' }, '21–23 augusti 2026', '21–23 August 2026'],
    [{ kind: 'undated', when: 'when-needed' }, 'vid behov', 'when needed'],
  ] as [Rule, string, string][])('%j is said in both languages', (rule, swedish, english) => {
    expect([ruleWords(rule, 'sv'), ruleWords(rule, 'en')]).toEqual([swedish, english]);
  }); // prettier-ignore
});
