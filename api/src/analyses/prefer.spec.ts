import { expect, test } from '@jest/globals';
import { preferredWait } from './prefer.js';

test.each([
  [undefined, 25],
  ['wait=5', 5],
  ['respond-async, wait=10', 10],
  ['respond-async', 0],
  ['WAIT = 3', 3],
  ['wait=999999', 60],
  ['wait=-1', 25],
  ['return=minimal', 25],
])('a caller that prefers %j is kept waiting %d seconds', (header, seconds) => {
  expect(preferredWait(header)).toBe(seconds);
});
