import { expect, test } from '@jest/globals';
import { lineThrough } from './split-line.js';

test.each([
  ['north', 0, 1],
  ['south', 0, -1],
  ['west', -1, 0],
  ['east', 1, 0],
] as const)('the new part to the %s lies to the left of the line', (way, x, y) => {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = lineThrough([16, 59.5], way);
  const side = (bx - ax) * (59.5 + y - ay) - (by - ay) * (16 + x - ax);
  expect(side).toBeGreaterThan(0);
});
