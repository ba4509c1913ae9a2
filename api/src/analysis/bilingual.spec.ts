import { expect, test } from '@jest/globals';
import { inBothLanguages } from './bilingual.js';

test('a number is written with comma in Swedish and point in English, without needless zeros', () => {
  expect(inBothLanguages(1.25, 1)).toEqual({ sv: '1,3', en: '1.3' });
  expect(inBothLanguages(2.04, 1)).toEqual({ sv: '2', en: '2' });
  expect(inBothLanguages(1234.6)).toEqual({ sv: '1235', en: '1235' });
});

test('below zero has a true minus sign in Swedish', () => {
  expect(inBothLanguages(-0.5, 1)).toEqual({ sv: '−0,5', en: '-0.5' });
});
