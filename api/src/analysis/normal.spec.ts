import { describe, expect, test } from '@jest/globals';
import { normalQuantile, twoSidedNormal, upperNormal } from './normal.js';

describe('the normal distribution', () => {
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [-1, 0.8413447460685429],
    [-3, 0.9986501019683699],
  ])('the chance of at least %p is that of the tables', (z, expected) => {
    expect(upperNormal(z)).toBeCloseTo(expected, 14);
  });

  test('far out the tail is told in full, where 1 less the rest would be nothing', () => {
    expect(upperNormal(10) / 7.61985302416047e-24).toBeCloseTo(1, 10);
    expect(twoSidedNormal(-10)).toBe(twoSidedNormal(10));
  });

  test('no number shows nothing, and an infinite score leaves no chance', () => {
    expect([twoSidedNormal(NaN), twoSidedNormal(Infinity), twoSidedNormal(-Infinity)]).toEqual([1, 0, 0]);
    expect([upperNormal(NaN), upperNormal(Infinity), upperNormal(-Infinity)]).toEqual([0.5, 0, 1]);
  });

  test.each([
    [0.975, 1.959963984540054],
    [0.025, -1.959963984540054],
    [0.84, 0.994457883209753],
    [0.1, -1.2815515655446004],
    [0.999, 3.090232306167813],
    [0.6, 0.2533471031357997],
  ])('the value that %p of all lie below is that of the tables', (chance, expected) => {
    expect(normalQuantile(chance)).toBeCloseTo(expected, 11);
  });

  test('half lie below 0, and certainty has a finite limit on either side', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect([0, -1, NaN].map(normalQuantile)).toEqual([-8.2, -8.2, -8.2]);
    expect([1, 2].map(normalQuantile)).toEqual([8.2, 8.2]);
  });
});
