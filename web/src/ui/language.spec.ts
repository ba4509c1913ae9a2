import { expect, test } from '@jest/globals';
import { currentLanguage, defineTexts, textsIn } from './language.js';

const texts = defineTexts('language-spec', {
  sv: { rows_one: '{{count, number}} rad', rows_other: '{{count, number}} rader', hello: 'Hej {{name}}' },
  en: { rows_one: '{{count, number}} row', rows_other: '{{count, number}} rows', hello: 'Hello {{name}}' },
});

test('one and many have their own words, and large counts their spaces', () => {
  const t = textsIn(texts, 'sv');
  expect(t('rows', { count: 1 })).toBe('1 rad');
  expect(t('rows', { count: 1234 }).replace(/\s/g, ' ')).toBe('1 234 rader');
  expect(textsIn(texts, 'en')('rows', { count: 1234 })).toBe('1,234 rows');
});

test('names are put in as they are, because React escapes them', () => {
  expect(textsIn(texts, 'en')('hello', { name: 'Åsa & <Bo>' })).toBe('Hello Åsa & <Bo>');
});

test('Swedish is the first language', () => {
  expect(currentLanguage()).toBe('sv');
});
