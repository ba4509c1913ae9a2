import { expect, test } from '@jest/globals';
import { daysAfter, gradeTones, statusTones } from './action-status.js';

test('a day is counted over the end of a month, of a year, and over the night when the clock is changed', () => {
  expect(daysAfter('2026-11-21', 14)).toBe('2026-12-05');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2026-10-24', 7)).toBe('2026-10-31');
  expect(daysAfter('2026-03-28', 1)).toBe('2026-03-29');
});

test('no two statuses and no two grades look the same', () => {
  expect(new Set(Object.values(statusTones)).size).toBe(4);
  expect(new Set(Object.values(gradeTones)).size).toBe(3);
});
