import { expect, test } from '@jest/globals';
import { marks, marksOf } from './marks.js';

const cover = ({ data }: { data: Uint8Array }) => data.reduce((sum, value, at) => sum + (at % 4 === 3 ? value : 0), 0) / (data.length / 4) / 255; // prettier-ignore

test('every mark has a name of its own and four numbers for each of its pixels', () => {
  expect(new Set(marks.map(({ name }) => name)).size).toBe(8);
  expect(marks.every(({ data, width, height }) => data.length === width * height * 4)).toBe(true);
});

test('a serious area is covered more than a raised one, and neither hides the streets', () => {
  const [, , raised, serious] = marksOf('light');
  expect(cover(serious!)).toBeGreaterThan(cover(raised!));
  expect(cover(serious!)).toBeLessThan(0.35);
});

test('the two shapes differ where a square has corners and a diamond has none', () => {
  const [square, diamond] = marksOf('dark');
  const at = ({ data, width }: { data: Uint8Array; width: number }, x: number, y: number) =>
    data[(y * width + x) * 4 + 3];
  expect(at(square!, 6, 6)).toBe(255);
  expect(at(diamond!, 6, 6)).toBe(0);
});
