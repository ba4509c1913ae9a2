import { expect, test } from '@jest/globals';
import { metresPerPixel, scaleBar } from './scale.js';

test('at the equator and zoom 0 the world is 512 pixels wide', () => {
  expect(metresPerPixel(0, 0) * 512).toBeCloseTo(40_075_016.686, 3);
});

test('in Stockholm a pixel is half as long as at the equator', () => {
  expect(metresPerPixel(59.33, 12) / metresPerPixel(0, 12)).toBeCloseTo(0.51, 2);
});

test('the bar is the longest round distance that fits', () => {
  expect(scaleBar(1, 120)).toEqual({ metres: 100, pixels: 100 });
  expect(scaleBar(2.4, 100)).toEqual({ metres: 200, pixels: 200 / 2.4 });
  expect(scaleBar(9.9, 60).metres).toBe(500);
  for (const each of [0.07, 0.3, 1.9, 44, 5000]) {
    const { pixels } = scaleBar(each, 110);
    expect(pixels).toBeLessThanOrEqual(110);
    expect(pixels).toBeGreaterThan(110 * 0.39);
  }
});
