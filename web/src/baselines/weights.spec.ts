import { describe, expect, test } from '@jest/globals';
import { countsOf, sameWeights, sharesOf, type Weights } from './weights.js';

const weights: Weights = { residents: 1, workplaces: 1, school: 1, shops: 0.1, station: 0.1, visited: 0.1, other: 1 };

describe('the shares of the map', () => {
  test('follow counts and weights, and add up to one', () => {
    const shares = sharesOf(
      countsOf([
        { kind: 'residents', count: 60 },
        { kind: 'shops', count: 400 },
      ]),
      weights,
    );
    expect([shares.residents, shares.shops, shares.school]).toEqual([0.6, 0.4, 0]);
  });

  test('are nothing when nobody weighs anything', () => {
    expect(sharesOf({ residents: 10 }, { ...weights, residents: 0 }).residents).toBe(0);
  });

  test('are the same for the same weights', () => {
    expect(sameWeights(weights, { ...weights })).toBe(true);
    expect(sameWeights(weights, { ...weights, shops: 0.2 })).toBe(false);
  });
});
