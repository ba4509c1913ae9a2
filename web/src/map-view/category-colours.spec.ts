import { describe, expect, test } from '@jest/globals';
import { colourCategories } from './category-colours.js';

const order = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
const counts = (text: string) => new Map(text.split('').map((code, index) => [code, 20 - index]));

describe('the colours of categories', () => {
  test('the largest come first and keep the colour of their place in the list', () => {
    expect(colourCategories(counts('CA'), order)).toEqual([
      { code: 'C', count: 20, colour: 3 },
      { code: 'A', count: 19, colour: 1 },
    ]);
  });

  test('no colour is used twice, and at most seven are used', () => {
    const found = colourCategories(counts('JIHGFEDCBA'), order);
    expect(new Set(found.map(({ colour }) => colour)).size).toBe(7);
    expect(found.at(-1)).toEqual({ code: null, count: 14 + 13 + 12 + 11, colour: 8 });
  });

  test('a single category is never hidden as the rest', () => {
    expect(colourCategories(counts('ABCDEFG'), order).every(({ code }) => code !== null)).toBe(true);
  });

  test('an unknown code gets a free colour; no events give no colours', () => {
    expect(colourCategories(counts('Å'), order)).toEqual([{ code: 'Å', count: 20, colour: 1 }]);
    expect(colourCategories(new Map([['A', 0]]), order)).toEqual([]);
  });
});
