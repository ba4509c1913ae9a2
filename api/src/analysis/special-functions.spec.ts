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

  /** Right to so many parts of the value, also where it is tiny. */
  const within = (value: number, expected: number, share = 1e-11): void =>
    expect(Math.abs(value / expected - 1)).toBeLessThan(share);

  test.each([
    [0.001, 6.907178885383853],
    [3.5, 1.2009736023470743],
    [12, 17.502307845873887],
    [13.25, 20.62119544270163],
    [150.75, 603.7668223739876],
  ])('the logarithm of gamma at %p is scipy’s', (x, expected) => within(logGamma(x), expected, 2e-15));

  test('the logarithm of gamma is infinite where gamma is none', () => {
    expect([logGamma(0), logGamma(-1), logGamma(NaN)]).toEqual([Infinity, Infinity, Infinity]);
  });

  test.each([
    [3, 10, 0.9972306042844884, 0.0027693957155115775],
    [0.5, 8, 0.9999366575163338, 6.334248366623988e-5],
    [30, 50, 0.999083171138544, 0.0009168288614560842],
    [2.5, 3.6, 0.7938140802904439, 0.2061859197095561],
    [200, 150, 5.709688574208249e-5, 0.9999429031142579],
    [200, 260, 0.999952499875557, 4.750012444300866e-5],
    [3, 0.001, 1.6654171665278094e-10, 0.9999999998334583],
    [4, 5.5, 0.7983008012974713, 0.20169919870252867],
  ])('the incomplete gamma of %p at %p is scipy’s on both sides', (a, x, lower, upper) => {
    within(regularisedLowerGamma(a, x), lower);
    within(regularisedUpperGamma(a, x), upper);
  });

  test('the incomplete gamma begins at 0 and ends at 1, and is certain of nothing for no number', () => {
    for (const x of [0, -1, NaN]) expect([regularisedLowerGamma(2, x), regularisedUpperGamma(2, x)]).toEqual([0, 1]);
    expect([regularisedLowerGamma(2, 1e6), regularisedUpperGamma(2, 1e6)]).toEqual([1, 0]);
  });

  test.each([
    [0.9, 2, 3, 0.9963],
    [0.3, 20, 50, 0.6174907516187678],
    [0.01, 10, 5, 9.650974271500003e-18],
    [0.999, 3, 4, 0.999999999985024],
    [0.42, 200, 300, 0.8196010664172744],
    [0.5, 0.5, 0.5, 0.5],
    [0.7, 30.5, 4, 0.003656396888272522],
  ])('the incomplete beta at %p of %p and %p is scipy’s', (x, a, b, expected) => {
    within(regularisedBeta(x, a, b), expected);
  });

  test('the incomplete beta beyond its ends is 0 and 1', () => {
    expect([regularisedBeta(-0.5, 2, 3), regularisedBeta(1.5, 2, 3)]).toEqual([0, 1]);
  });
});
