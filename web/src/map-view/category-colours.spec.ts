import { describe, expect, test } from '@jest/globals';
import { colourCategories, letterMarks, liftedOf } from './category-colours.js';

const list = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((code) => ({
  code,
  name: `${code.toLowerCase()}xy`,
}));
const counts = (text: string) => new Map(text.split('').map((code, index) => [code, 20 - index]));

describe('the colours of categories', () => {
  test('the largest come first and keep the colour of their place in the list', () => {
    expect(colourCategories(counts('CA'), list)).toEqual([
      { code: 'C', count: 20, colour: 3, mark: 'C' },
      { code: 'A', count: 19, colour: 1, mark: 'A' },
    ]);
  });

  test('no colour and no letter is used twice, and at most seven are used', () => {
    const found = colourCategories(counts('JIHGFEDCBA'), list);
    expect(new Set(found.map(({ colour }) => colour)).size).toBe(7);
    expect(new Set(found.map(({ mark }) => mark)).size).toBe(7);
    expect(found.at(-1)).toEqual({ code: null, count: 14 + 13 + 12 + 11, colour: 7, mark: '·' });
  });

  test('a single category is never hidden as the rest', () => {
    expect(colourCategories(counts('ABCDEFG'), list).every(({ code }) => code !== null)).toBe(true);
  });

  test('an unknown code gets a free colour and its own first letter; no events give no colours', () => {
    expect(colourCategories(counts('Å'), list)).toEqual([{ code: 'Å', count: 20, colour: 1, mark: 'Å' }]);
    expect(colourCategories(new Map([['A', 0]]), list)).toEqual([]);
  });
});

describe('the letters of categories', () => {
  const named = (...names: string[]) => [...letterMarks(names.map((name) => ({ code: name, name }))).values()].join('');

  test('are the first of the name that is free, and Swedish ones are letters of their own', () => {
    expect(named('Skadegörelse', 'Stöld', 'Ärende', 'Övrigt', 'Ordning')).toBe('STÄÖO');
  });

  test('are digits when the name has none left, and none when there are more categories than signs', () => {
    expect(named('Aa', 'aA', 'a', '112')).toBe('A123');
    const many = letterMarks(Array.from({ length: 12 }, (_, at) => ({ code: String(at), name: 'A' })));
    expect([...many.values()].filter((mark) => mark === '')).toHaveLength(2);
  });
});

test('only a category that the map shows can be singled out', () => {
  const shown = colourCategories(counts('JIHGFEDCBA'), list);
  expect(liftedOf(shown, 'J')).toBe('J');
  expect(liftedOf(shown, 'ovriga')).toBe('ovriga');
  expect(liftedOf(shown, 'A')).toBeNull();
  expect(liftedOf(colourCategories(counts('A'), list), 'ovriga')).toBeNull();
  expect(liftedOf(shown, undefined)).toBeNull();
});
