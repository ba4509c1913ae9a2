import { describe, expect, test } from '@jest/globals';
import { differenceOf } from './difference.js';

const days = 28;

describe('two periods held against each other', () => {
  test('few events give no ratio but say how many more are needed', () => {
    expect(differenceOf({ count: 8, days }, { count: 3, days })).toEqual({ kind: 'too-few', together: 11, needed: 9 });
  });

  test('a clear rise lies wholly over one, a small one does not', () => {
    expect(differenceOf({ count: 80, days }, { count: 40, days })).toMatchObject({ ratio: 2, sure: 'more' });
    expect(differenceOf({ count: 44, days }, { count: 40, days })).toMatchObject({ sure: 'unsure' });
    expect(differenceOf({ count: 40, days }, { count: 80, days })).toMatchObject({ ratio: 0.5, sure: 'fewer' });
  });

  test('the interval is Wilson’s: 80 of 120 lies between 0.5784 and 0.7447', () => {
    const found = differenceOf({ count: 80, days }, { count: 40, days });
    if (found.kind !== 'ratio') throw new Error('There are enough events');
    expect(found.low / (1 + found.low)).toBeCloseTo(0.5784, 3);
    expect(found.high / (1 + found.high)).toBeCloseTo(0.7447, 3);
  });

  test('periods of different length are held against each other per day', () => {
    expect(differenceOf({ count: 40, days: 14 }, { count: 80, days })).toMatchObject({ ratio: 1, sure: 'unsure' });
  });

  test('none at all before is no division by zero', () => {
    const found = differenceOf({ count: 30, days }, { count: 0, days });
    expect(found).toMatchObject({ kind: 'ratio', ratio: Infinity, sure: 'more' });
    expect(found.kind === 'ratio' && found.low).toBeGreaterThan(1);
  });

  test('turned round, the interval is turned round', () => {
    const [one, other] = [
      differenceOf({ count: 50, days }, { count: 30, days }),
      differenceOf({ count: 30, days }, { count: 50, days }),
    ];
    if (one.kind !== 'ratio' || other.kind !== 'ratio') throw new Error('There are enough events');
    expect(one.low).toBeCloseTo(1 / other.high, 9);
  });
});
