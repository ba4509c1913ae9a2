import { describe, expect, test } from '@jest/globals';
import { createRandom } from './random.js';

function draw(count: number, from: () => number): number[] {
  return Array.from({ length: count }, from);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

describe('a seeded generator', () => {
  test('gives the same numbers for the same seed and others for another', () => {
    const first = draw(20, createRandom(7).next);
    expect(draw(20, createRandom(7).next)).toEqual(first);
    expect(draw(20, createRandom(8).next)).not.toEqual(first);
  });

  test('is uniform in [0, 1)', () => {
    const values = draw(100_000, createRandom(1).next);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 2);
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
  });

  test('draws every whole number below the bound equally often', () => {
    const random = createRandom(2);
    const counts = [0, 0, 0, 0, 0];
    for (let index = 0; index < 50_000; index++) counts[random.integer(5)]!++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  test('draws standard normal numbers', () => {
    const values = draw(100_000, createRandom(3).normal);
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(variance(values)).toBeCloseTo(1, 1);
  });

  test.each([0.3, 4, 75])('draws Poisson numbers whose mean and variance are %p', (expected) => {
    const random = createRandom(4);
    const values = draw(40_000, () => random.poisson(expected));
    expect(Math.abs(mean(values) / expected - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance(values) / expected - 1)).toBeLessThan(0.05);
  });

  test('draws no Poisson events from a mean of zero or less', () => {
    expect([createRandom(1).poisson(0), createRandom(1).poisson(-3)]).toEqual([0, 0]);
  });

  test('shuffles in place and loses nothing', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom(5).shuffle(items);
    expect(shuffled).toBe(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('picks in proportion to the weights and never an item of weight zero', () => {
    const random = createRandom(6);
    const picked = draw(10_000, () => random.pick([0, 1, 2], [3, 0, 1]));
    expect(picked).not.toContain(1);
    expect(mean(picked)).toBeCloseTo(0.5, 1);
  });
});
