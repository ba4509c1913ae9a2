import { expect, test } from '@jest/globals';
import { polygonsContain } from '../geo/polygon.js';
import { leftOf } from './half-plane.js';

test('walking north, the west lies to the left', () => {
  const west = leftOf({ x: 0, y: 0 }, { x: 0, y: 10 })!;
  expect(polygonsContain(west, { x: -500, y: 900 })).toBe(true);
  expect(polygonsContain(west, { x: 500, y: -900 })).toBe(false);
});

test('the same point twice is no line', () => {
  expect(leftOf({ x: 3, y: 4 }, { x: 3, y: 4 })).toBeNull();
});
