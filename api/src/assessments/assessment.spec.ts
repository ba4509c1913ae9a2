import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessableWeek, assessmentSentence, emptyTally, type Tally, verdictOf } from './assessment.js';

const tally = (more: Partial<Tally>): Tally => ({ ...emptyTally, ...more });

describe('the word for a week', () => {
  test.each([
    [[], 'none'],
    [[tally({ unknown: 9 })], 'none'],
    [[tally({ usual: 3 })], 'usual'],
    [[tally({ usual: 3, worse: 1 })], 'worse'],
    [[tally({ usual: 4, worse: 1 })], 'usual'],
    [[tally({ usual: 3 }), tally({ worse: 1, unknown: 50 })], 'worse'],
    [[tally({ calmer: 2, worse: 1 })], 'calmer'],
    [[tally({ calmer: 2, worse: 2 })], 'mixed'],
  ] as const)('for %j is %s', (tallies, word) => expect(verdictOf(tallies)).toBe(word));

  test('turns round when calmer and worse change places, whatever the answers', () => {
    const some = fc.record({ calmer: fc.nat(20), usual: fc.nat(20), worse: fc.nat(20), unknown: fc.nat(20) });
    const turned = { calmer: 'worse', worse: 'calmer', usual: 'usual', mixed: 'mixed', none: 'none' } as const;
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (tallies) => {
        const swapped = tallies.map((one) => ({ ...one, calmer: one.worse, worse: one.calmer }));
        expect(verdictOf(swapped)).toBe(turned[verdictOf(tallies)]);
      }),
    );
  });
});

describe('the week', () => {
  const assess = (week: string) => assessableWeek(week, Date.parse('2027-01-05T12:00:00Z'), 'sv').text;

  test('that can be assessed is the running one or the last, also over a week 53', () => {
    expect(assess('2027-W01')).toBe('2027-W01');
    expect(assess('2026-W53')).toBe('2026-W53');
  });

  test.each([
    ['2026-W52', 'assessment-too-late'],
    ['2027-W02', 'week-to-come'],
    ['2025-W53', 'week-unknown'],
    ['2026-W40', 'week-too-old'],
  ])('%s cannot: %s', (week, code) => expect(() => assess(week)).toThrow(expect.objectContaining({ code })));
});

describe('the sentence', () => {
  const area = (name: string, people: number, one: Partial<Tally>) => ({
    id: name,
    name,
    people,
    factors: [{ name: { sv: 'Bråk', en: 'Fights' }, tally: tally(one) }],
  });

  test('begins with the worst and says of whom nobody spoke', () => {
    const areas = [area('Hamnen', 2, { usual: 2 }), area('Centrum', 1, { worse: 1 }), area('Norr', 0, {})];
    expect(assessmentSentence(areas, 'sv')).toBe(
      'Veckobedömning: Centrum oroligare än vanligt (1 svar) och Hamnen som vanligt (2 svar). Ingen har bedömt Norr.',
    );
    expect(assessmentSentence(areas, 'en')).toBe(
      'Assessment of the week: Centrum worse than usual (1 answer) and Hamnen as usual (2 answers). Nobody has assessed Norr.',
    );
  });

  test('stays short with many areas, and is empty where nobody assessed any', () => {
    const many = Array.from({ length: 30 }, (_, index) => area(`Område ${index}`, 1, { usual: 1 }));
    expect(assessmentSentence(many, 'sv')).toMatch(/Område 4 som vanligt \(1 svar\) och 25 till\.$/);
    expect(assessmentSentence([area('Norr', 0, {})], 'sv')).toBe('');
    expect(assessmentSentence([], 'sv')).toBe('');
  });
});
