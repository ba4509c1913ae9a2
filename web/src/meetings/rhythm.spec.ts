import { expect, test } from '@jest/globals';
import { rhythmNames, rhythmOf } from './rhythm.js';

test('each rhythm that can be chosen is one of its own', () => {
  const made = rhythmNames.map((name) => JSON.stringify(rhythmOf(name, 2, 3)));
  expect(new Set(made).size).toBe(rhythmNames.length);
});

test('the rhythms of the promises that exist: every Tuesday, monthly, once a year', () => {
  expect(rhythmOf('week', 2, 1)).toEqual({ every: 'week', weeks: 1, weekday: 2 });
  expect(rhythmOf('weeks2', 4, 1)).toEqual({ every: 'week', weeks: 2, weekday: 4 });
  expect(rhythmOf('month1', 3, 1)).toEqual({ every: 'month', months: 1, nth: 1, weekday: 3 });
  expect(rhythmOf('monthLast', 5, 1)).toEqual({ every: 'month', months: 1, nth: -1, weekday: 5 });
  expect(rhythmOf('year', 1, 9)).toEqual({ every: 'year', month: 9, nth: 1, weekday: 1 });
});
