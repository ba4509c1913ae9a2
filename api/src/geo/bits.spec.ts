import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lowestBitOf, onesIn } from './bits.js';

describe('a word of bits', () => {
  test('has as many ones, and its lowest where, its binary digits say', () => {
    fc.assert(
      fc.property(fc.integer(), (bits) => {
        const digits = (bits >>> 0).toString(2);
        expect(onesIn(bits)).toBe(digits.replaceAll('0', '').length);
        if (bits !== 0) expect(lowestBitOf(bits)).toBe(digits.length - 1 - digits.lastIndexOf('1'));
      }),
    );
    expect([0, -1, 1 << 31].map(onesIn)).toEqual([0, 32, 1]);
    expect([1, -1, 1 << 31].map(lowestBitOf)).toEqual([0, 0, 31]);
  });
});
