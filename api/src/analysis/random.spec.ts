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

  test('gives for ever the numbers of xoshiro128** filled by splitmix32, whatever whole number the seed is', () => {
    // reckoned by a program of its own in Python, with whole numbers only
    const words = (seed: number): number[] => draw(6, createRandom(seed).next).map((value) => value * 2 ** 32);
    expect(words(1)).toEqual([393288148, 2174103013, 3814759091, 2092745082, 1865176206, 2179171167]);
    expect(words(-7)).toEqual([38332731, 2143513836, 14003729, 1824042811, 871506056, 952021836]);
    expect(words(2 ** 32 + 1)).toEqual(words(1));
  });

  test('gives for ever the normal numbers of the polar method, both of each pair', () => {
    const printed = [
      -0.8991657186135242, 0.013644556983107467, 1.0045801919071746, -0.03298152046074581, -2.8267489424908283,
      0.3172876357379485,
    ];
    draw(6, createRandom(1).normal).forEach((value, at) => expect(value).toBeCloseTo(printed[at]!, 12));
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

  test('puts every item in every place equally often', () => {
    const random = createRandom(9);
    const counts = Array.from({ length: 9 }, () => 0);
    for (let round = 0; round < 6000; round++) {
      random.shuffle([0, 1, 2]).forEach((item, place) => counts[3 * place + item]!++);
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(150);
    expect(random.shuffle([])).toEqual([]);
    expect(random.shuffle(['alone'])).toEqual(['alone']);
  });

  test('picks with equal chances without weights, and nothing of nothing', () => {
    const random = createRandom(10);
    const picked = Array.from({ length: 9000 }, () => random.pick(['a', 'b', 'c']));
    for (const item of ['a', 'b', 'c'])
      expect(Math.abs(picked.filter((one) => one === item).length - 3000)).toBeLessThan(200);
    expect(() => random.pick([])).toThrow(new RangeError('pick needs at least one item'));
  });

  test('picks the last item that can be drawn where the weights leave nothing over', () => {
    expect(createRandom(1).pick(['a', 'b', 'c'], [0, 0, 0])).toBe('a');
    expect(createRandom(1).pick(['a', 'b'], [0])).toBe('a');
    // a weight that is no number can be reached by no draw
    expect(createRandom(1).pick(['a', 'b', 'c'], [1, 2, NaN])).toBe('b');
  });

  test('picks in proportion to the weights and never an item of weight zero', () => {
    const random = createRandom(6);
    const picked = draw(10_000, () => random.pick([0, 1, 2], [3, 0, 1]));
    expect(picked).not.toContain(1);
    expect(mean(picked)).toBeCloseTo(0.5, 1);
  });
});
