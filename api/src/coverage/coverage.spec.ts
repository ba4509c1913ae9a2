import { describe, expect, test } from '@jest/globals';
import { readWeek } from '../situation/situation.js';
import {
  answerableWeek,
  answerState,
  coverageSentence,
  deadlineOf,
  hasAnswered,
  mondayText,
  shownWeeks,
  weekCoverage,
} from './coverage.js';

const week = readWeek('2026-W46')!;
const at = (iso: string) => Date.parse(iso);
const none = { reports: 0, nothing: false, assessed: false };

describe('an organisation', () => {
  test('is waited for until Monday noon after the week, and silent from then on', () => {
    expect(new Date(deadlineOf(week)).toISOString()).toBe('2026-11-16T11:00:00.000Z');
    expect(answerState(none, week, deadlineOf(week) - 1)).toBe('waiting');
    expect(answerState(undefined, week, deadlineOf(week))).toBe('silent');
  });

  test('that reported has reported, also when somebody else of it said that there was nothing', () => {
    expect(answerState({ ...none, reports: 1, nothing: true }, week, deadlineOf(week))).toBe('reported');
    expect(answerState({ ...none, nothing: true, assessed: true }, week, deadlineOf(week))).toBe('nothing');
    expect(answerState({ ...none, assessed: true }, week, deadlineOf(week))).toBe('assessed');
    expect((['reported', 'nothing', 'assessed', 'waiting', 'silent'] as const).map(hasAnswered)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('weeks', () => {
  test('have a deadline at noon on the wall also where the clock was changed in the night before', () => {
    expect(new Date(deadlineOf(readWeek('2026-W13')!)).toISOString()).toBe('2026-03-30T10:00:00.000Z');
    expect(new Date(deadlineOf(readWeek('2026-W43')!)).toISOString()).toBe('2026-10-26T11:00:00.000Z');
  });

  test('are twelve with the running one last, across a year of 53 weeks', () => {
    const texts = shownWeeks(at('2027-01-12T12:00:00Z')).map(({ text }) => text);
    expect(texts).toHaveLength(12);
    expect(texts.slice(-4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(mondayText(readWeek('2026-W53')!)).toBe('2026-12-28');
  });

  test.each([
    ['2025-W53', 'week-unknown'],
    ['2026-46', 'week-unknown'],
    ['2026-W48', 'week-to-come'],
    ['2026-W35', 'week-too-old'],
  ])('%s cannot be answered: %s', (text, code) => {
    expect(() => answerableWeek(text, at('2026-11-17T12:00:00Z'), 'sv')).toThrow(expect.objectContaining({ code }));
  });

  test('of the last twelve can be answered', () => {
    expect(answerableWeek('2026-W36', at('2026-11-17T12:00:00Z'), 'sv').text).toBe('2026-W36');
    expect(answerableWeek('2026-W47', at('2026-11-17T12:00:00Z'), 'sv').text).toBe('2026-W47');
  });
});

describe('the sentence', () => {
  const all = weekCoverage(['reported', 'reported', 'nothing', 'silent']);

  test('tells silence from safety in both languages', () => {
    expect(all).toEqual({ expected: 4, reported: 2, nothing: 1, assessed: 0, waiting: 0, silent: 1 });
    expect(coverageSentence(all, 'sv')).toBe(
      '2 av 4 organisationer har rapporterat, 1 hade inget att rapportera och 1 har varit tyst. Tystnad betyder inte att det var lugnt.',
    );
    expect(coverageSentence(all, 'en')).toBe(
      '2 of 4 organisations reported, 1 had nothing to report and 1 was silent. Silence does not mean that it was calm.',
    );
  });

  test('counts those who assessed the week among those who looked', () => {
    const one = weekCoverage(['reported', 'assessed', 'silent']);
    expect(coverageSentence(one, 'sv')).toBe(
      '1 av 3 organisationer har rapporterat, 1 har bedömt veckan och 1 har varit tyst. Tystnad betyder inte att det var lugnt.',
    );
    expect(coverageSentence(one, 'en')).toBe(
      '1 of 3 organisations reported, 1 assessed the week and 1 was silent. Silence does not mean that it was calm.',
    );
  });

  test('says nothing of silence where there is none, and nothing at all where nobody is asked', () => {
    expect(coverageSentence(weekCoverage(['reported', 'waiting']), 'sv')).toBe(
      '1 av 2 organisationer har rapporterat och 1 har inte svarat än.',
    );
    expect(coverageSentence(weekCoverage(['reported']), 'en')).toBe('1 of 1 organisation reported.');
    expect(coverageSentence(weekCoverage([]), 'sv')).toBe('');
  });
});
