import { describe, expect, test } from '@jest/globals';
import { logGamma, regularisedBeta, regularisedLowerGamma, regularisedUpperGamma } from './special-functions.js';

describe('special functions', () => {
  test.each([
    [0.5, 0.5723649429247001],
    [1, 0],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('the logarithm of gamma at %p', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-12 * Math.max(1, expected));
  });

  test('the incomplete beta of whole numbers is a sum of binomial chances', () => {
    expect(regularisedBeta(0.5, 2, 3)).toBeCloseTo(11 / 16, 13);
    expect(regularisedBeta(0.2, 5, 1)).toBeCloseTo(0.2 ** 5, 13);
    expect([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3), regularisedBeta(NaN, 2, 3)]).toEqual([0, 1, 0]);
  });

  test('the incomplete gamma of whole numbers is a sum of Poisson chances', () => {
    expect(regularisedUpperGamma(3, 2.5)).toBeCloseTo(Math.exp(-2.5) * (1 + 2.5 + 3.125), 13);
    expect(regularisedLowerGamma(3, 2.5) + regularisedUpperGamma(3, 2.5)).toBeCloseTo(1, 13);
    expect(regularisedLowerGamma(30, 2)).toBeCloseTo(5.6e-25, 25);
  });
});
