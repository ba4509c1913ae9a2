import { describe, expect, test } from '@jest/globals';
import { ownCode, sameCodes } from './own-code.js';

describe('a code of the municipality’s own', () => {
  test('is its name in small letters', () => {
    expect(ownCode('Cykelgarage på Östra stationen', new Set())).toBe('cykelgarage-pa-ostra-stationen');
    expect(ownCode('Åäö', new Set())).toBe('aao');
  });

  test('is never one that is there', () => {
    expect(ownCode('Hot', new Set(['hot', 'hot-2']))).toBe('hot-3');
  });

  test('exists for a name without letters too, and is never too long', () => {
    expect(ownCode('!!!', new Set())).toBe('egen');
    expect(ownCode('x'.repeat(80), new Set())).toHaveLength(30);
  });
});

test('an order names every code once', () => {
  expect(sameCodes(['b', 'a'], ['a', 'b'])).toBe(true);
  expect(sameCodes(['a', 'a'], ['a', 'b'])).toBe(false);
  expect(sameCodes(['a'], ['a', 'b'])).toBe(false);
  expect(sameCodes(['a', 'c'], ['a', 'b'])).toBe(false);
});
