import { describe, expect, test } from '@jest/globals';
import { differenceOf } from './difference.js';

describe('two periods', () => {
  test('of unlike length are compared per day', () => {
    const { ratio, status } = differenceOf({ events: 30, days: 30 }, { events: 60, days: 60 });
    expect([ratio, status]).toEqual([1, 'no-clear-difference']);
  });

  test('differ when the interval lies on one side of one', () => {
    const more = differenceOf({ events: 60, days: 30 }, { events: 20, days: 30 });
    expect(more.status).toBe('more');
    expect(more.low).toBeGreaterThan(1);
    expect(more.high).toBeGreaterThan(3);
    expect(differenceOf({ events: 20, days: 30 }, { events: 60, days: 30 }).status).toBe('fewer');
  });

  test('with under ten events in both together say how many are missing', () => {
    expect(differenceOf({ events: 7, days: 7 }, { events: 1, days: 7 })).toMatchObject({
      status: 'too-few',
      neededMore: 2,
    });
    expect(differenceOf({ events: 0, days: 7 }, { events: 0, days: 7 })).toMatchObject({
      ratio: null,
      high: null,
      neededMore: 10,
    });
  });

  test('of which the earlier held none have no ratio, and still a lower limit', () => {
    const { ratio, low, high, status } = differenceOf({ events: 20, days: 7 }, { events: 0, days: 7 });
    expect([ratio, high, status]).toEqual([null, null, 'more']);
    expect(low).toBeGreaterThan(1);
  });
});
