import { expect, test } from '@jest/globals';
import { heatStrength, sharedStrength } from './heat.js';

test('one point alone reaches the top; no points change nothing', () => {
  expect(heatStrength([{ x: 0, y: 0 }]) * 0.3989422804).toBeCloseTo(1, 9);
  expect(heatStrength([])).toBe(1);
});

test('points felt together share the ramp, points far away do not', () => {
  const far = [{ x: 0, y: 0 }, { x: 5000, y: 0 }]; // prettier-ignore
  const near = [{ x: 0, y: 0 }, { x: 70, y: 0 }]; // prettier-ignore
  expect(heatStrength(near)).toBeLessThan(heatStrength(far));
  expect(heatStrength(near) * 0.3989422804 * (1 + Math.exp(-4.5 / 4))).toBeCloseTo(1, 9);
});

test('a heap on one coordinate does not fade the rest of the town', () => {
  const town = Array.from({ length: 60 }, (_, index) => ({ x: index * 300, y: 0 }));
  const heap = Array.from({ length: 40 }, () => ({ x: -9000, y: 0 }));
  expect(heatStrength([...town, ...heap])).toBeCloseTo(heatStrength(town), 9);
});

test('maps beside each other have the strength of the densest; one without points changes nothing', () => {
  const one = [{ x: 0, y: 0 }];
  const dense = [{ x: 0, y: 0 }, { x: 70, y: 0 }]; // prettier-ignore
  expect(sharedStrength([one, dense])).toBe(heatStrength(dense));
  expect(sharedStrength([dense, one])).toBe(heatStrength(dense));
  expect(sharedStrength([one, []])).toBe(heatStrength(one));
  expect(sharedStrength([[], []])).toBe(1);
});
