import { expect, test } from '@jest/globals';
import { clockOf, clockToInstant, weekOf } from './clock.js';

test('a clock in Sweden is an instant, in winter and in summer, and back', () => {
  expect(clockToInstant('2026-11-24', '08:30')).toBe('2026-11-24T07:30:00Z');
  expect(clockToInstant('2026-06-24', '08:30')).toBe('2026-06-24T06:30:00Z');
  expect(clockOf('2026-11-24T07:30:00.000Z')).toEqual({ day: '2026-11-24', clock: '08:30' });
});

test('a clock that spring skips is read an hour later, and the first of January may lie in week 53', () => {
  expect(clockToInstant('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00Z');
  expect(weekOf('2027-01-01T12:00:00Z')).toBe('2026-W53');
  expect(weekOf('2026-11-24T07:30:00Z')).toBe('2026-W48');
});
