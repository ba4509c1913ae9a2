import { expect, test } from '@jest/globals';
import { crossingOf } from './crossing.js';

test('a bow tie crosses in its middle', () => {
  const bow = [[0, 0], [100, 100], [100, 0], [0, 100], [0, 0]] as const; // prettier-ignore
  expect(crossingOf(bow)).toEqual({ at: { x: 50, y: 50 }, sides: [0, 2] });
});

test('a square does not cross, and neither do sides that only meet at their corner', () => {
  const square = [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]] as const; // prettier-ignore
  expect(crossingOf(square)).toBeNull();
  expect(crossingOf([[0, 0], [100, 0], [50, 80], [0, 0]])).toBeNull(); // prettier-ignore
});
