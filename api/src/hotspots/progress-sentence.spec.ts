import { describe, expect, test } from '@jest/globals';

import { type ProgressFacts, progressSentence } from './progress-sentence.js';

const checks: ProgressFacts = { done: 6, target: 10, unit: 'cykelkontroller', expectedByToday: 5, status: 'on-track' };

describe('The sentence for a commitment', () => {
  test.each<[Partial<ProgressFacts>, string, string]>([
    [
      {},
      '6 av minst 10 cykelkontroller. Enligt plan: 5 till och med i dag.',
      '6 of at least 10 cykelkontroller. On plan: 5 by today.',
    ],
    [
      { done: 1, expectedByToday: 4.8, status: 'behind' },
      '1 av minst 10 cykelkontroller. Efter plan: planen säger 4 till och med i dag.',
      '1 of at least 10 cykelkontroller. Behind plan: the plan says 4 by today.',
    ],
    [
      { done: 0, expectedByToday: 0.4, status: 'not-started' },
      '0 av minst 10 cykelkontroller. Ej påbörjat.',
      '0 of at least 10 cykelkontroller. Not started.',
    ],
    [
      { done: 12, status: 'done' },
      '12 av minst 10 cykelkontroller. Klart.',
      '12 of at least 10 cykelkontroller. Done.',
    ],
    [
      { done: 1, target: 2, comparison: 'exactly', status: 'not-met' },
      '1 av 2 cykelkontroller. Inte uppfyllt.',
      '1 of 2 cykelkontroller. Not met.',
    ],
    [
      { done: 0.5, expectedByToday: 0, status: 'on-track' },
      '0,5 av minst 10 cykelkontroller. Enligt plan.',
      '0.5 of at least 10 cykelkontroller. On plan.',
    ],
  ])('%j', (change, sv, en) => {
    expect(progressSentence({ ...checks, ...change }, 'sv')).toBe(sv);
    expect(progressSentence({ ...checks, ...change }, 'en')).toBe(en);
  });
});
