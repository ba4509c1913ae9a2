import { describe, expect, test } from '@jest/globals';
import {
  blindSets,
  figuresOf,
  guardSentences,
  guardTable,
  isListed,
  kinds,
  leftAlone,
  type Sentence,
  unlistedOnly,
} from './guard-figures.js';

const sets = guardSentences();
const all = [...sets.values()].flat();
const of = (name: string): Sentence[] => sets.get(name)!;

describe('the test set', () => {
  test('has more than 400 different sentences, half of them clean', () => {
    expect(all.length).toBeGreaterThan(400);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    const clean = all.filter(({ spans }) => spans.length === 0).length;
    expect(clean / all.length).toBeGreaterThan(0.47);
  });

  test('marks words, not spaces, and every kind', () => {
    for (const { text, spans } of all) {
      for (const { from, to } of spans) expect(text.slice(from, to)).toMatch(/^\S.*\S$/s);
    }
    for (const kind of kinds) expect(figuresOf(kind, all).marked).toBeGreaterThan(4);
  });

  test('has a file of names none of which stands in the product’s own lists', () => {
    const names = of('names-unlisted').flatMap(({ text, spans }) => spans.map(({ from, to }) => text.slice(from, to)));
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter(isListed)).toEqual([]);
  }); // prettier-ignore
});

describe.each([...blindSets()])('of sentences written before the rules (%s) the check', (_, sentences) => {
  test('finds at least 80 of 100 names, also of those that no list holds', () => {
    for (const part of [sentences, unlistedOnly(sentences)]) {
      const { marked, found } = figuresOf('name', part);
      expect(marked).toBeGreaterThan(30);
      expect(found / marked).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('leaves at least 90 of 100 clean sentences alone', () => {
    const { clean, alone } = leftAlone(sentences);
    expect(clean).toBeGreaterThanOrEqual(40);
    expect(alone / clean).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the check of texts', () => {
  test('says how well it does', () => {
    process.stdout.write(`${guardTable()}\n`);
    expect(guardTable()).toContain('| name |');
  });

  test.each(['personnummer', 'samordningsnummer', 'phone', 'email', 'plate', 'ip'] as const)(
    'finds at least 99 of 100 of the kind %s',
    (kind) => {
      const { marked, found } = figuresOf(kind, all);
      expect(found / marked).toBeGreaterThanOrEqual(0.99);
    },
  );

  test('finds at least 80 of 100 names that no list holds, also in the part that no rule was tried on', () => {
    for (const sentences of [of('names-unlisted'), of('names-unlisted').filter(({ heldOut }) => heldOut)]) {
      const { marked, found } = figuresOf('name', sentences);
      expect(found / marked).toBeGreaterThanOrEqual(0.8);
    }
  });

  test('finds at least 90 of 100 dwellings and words of group', () => {
    for (const kind of ['address', 'group', 'personnummer-like'] as const) {
      const { marked, found } = figuresOf(kind, all);
      expect(found / marked).toBeGreaterThanOrEqual(0.9);
    }
  });

  test('leaves at least 90 of 100 clean sentences alone, in every file', () => {
    for (const sentences of sets.values()) {
      const { clean, alone } = leftAlone(sentences);
      if (clean > 0) expect(alone / clean).toBeGreaterThanOrEqual(0.9);
    }
  });
});
