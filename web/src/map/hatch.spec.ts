import { expect, test } from '@jest/globals';
import { hatchOf } from './hatch.js';

test('the hatch repeats without a seam: every row and column holds the same line once', () => {
  const { data, width, height } = hatchOf('light');
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => data[(y * width + x) * 4 + 3]!),
  );
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(new Set(rows.map(sum)).size).toBe(1);
  expect(rows.map((_, y) => rows[y]![(height - y) % width])).toEqual(rows.map(() => 255));
});

test('it is light: at most a fifth of the surface is covered', () => {
  const { data } = hatchOf('dark');
  const cover = data.filter((_, index) => index % 4 === 3).reduce((total, value) => total + value, 0);
  expect(cover / (data.length / 4) / 255).toBeLessThan(0.2);
});
