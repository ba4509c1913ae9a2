import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lowestBitOf, onesIn, transpose } from './bits.js';

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

  test('is a row of a square whose columns it becomes when turned', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 32, maxLength: 32 }), (words) => {
        const rows = Int32Array.from(words);
        transpose(rows);
        for (let row = 0; row < 32; row++)
          for (let column = 0; column < 32; column++)
            expect((rows[column]! >>> row) & 1).toBe((words[row]! >>> column) & 1);
      }),
      { numRuns: 20 },
    );
  });
});
