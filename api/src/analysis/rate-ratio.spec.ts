import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clopperPearson } from './exact-test.js';
import { twoSidedNormal } from './normal.js';
import { eTest, rateRatio, ratioOfRatios } from './rate-ratio.js';

describe('two counts', () => {
  test('of 12 before and 5 after have R’s exact p and limits', () => {
    const { ratio, p, interval } = rateRatio({ before: 12, after: 5 });
    expect(ratio).toBeCloseTo(5 / 12, 12);
    expect(p).toBeCloseTo(0.143463134765625, 10);
    expect(interval.low).toBeCloseTo(1 / 8.69598111868027, 8);
    expect(interval.high).toBeCloseTo(1 / 0.787045894172816, 8);
  });

  test('with nothing before have no ratio and no upper limit, and with nothing at all say nothing', () => {
    expect(rateRatio({ before: 0, after: 4 })).toMatchObject({ ratio: null, interval: { high: null } });
    expect(rateRatio({ before: 0, after: 0 })).toMatchObject({ ratio: null, p: 1, interval: { low: 0, high: null } });
    expect(rateRatio({ before: 5, after: 5, exposureAfter: 0 })).toMatchObject({ ratio: null, p: 1 });
    expect(eTest(0, 0)).toBe(1);
    expect(ratioOfRatios({ treated: [0, 0], control: [0, 0] })).toMatchObject({ ratio: 1, halfAdded: true });
  });

  test('of 25 and 16 are .165 apart by the e-test, where the simple Z calls it 2', () => {
    expect(eTest(25, 16)).toBeCloseTo(0.1648, 4);
    expect(eTest(3, 0)).toBeCloseTo(0.0883790094548352, 10);
    expect(eTest(15_000, 15_000)).toBe(1);
  });

  test('over unequal times are compared as rates', () => {
    const { ratio, p, interval, level } = rateRatio({ before: 10, after: 30, exposureBefore: 2, exposureAfter: 6 });
    expect(ratio).toBeCloseTo(1, 12);
    expect(p).toBe(1);
    const { low, high } = clopperPearson(30, 40);
    expect(interval.low).toBeCloseTo(low / (1 - low) / 3, 12);
    expect(interval.high).toBeCloseTo(high / (1 - high) / 3, 12);
    expect(level).toBe(0.95);
    expect(rateRatio({ before: 10, after: 30 }, 0.5).interval.low).toBeGreaterThan(
      rateRatio({ before: 10, after: 30 }).interval.low,
    );
  });

  test('after which nothing came have the ratio 0 and an upper limit', () => {
    const { ratio, interval } = rateRatio({ before: 4, after: 0 });
    expect(ratio).toBe(0);
    expect(interval.low).toBe(0);
    // the upper limit of 0 in 4 is a share of 1 - .025^(1/4)
    expect(interval.high).toBeCloseTo(0.025 ** (-1 / 4) - 1, 9);
  });

  test('that are no whole numbers are rounded, and what is no count is 0', () => {
    expect(rateRatio({ before: 11.6, after: 5.4 })).toEqual(rateRatio({ before: 12, after: 5 }));
    expect(rateRatio({ before: 5, after: -3 })).toEqual(rateRatio({ before: 5, after: 0 }));
    expect(rateRatio({ before: 5, after: Infinity })).toEqual(rateRatio({ before: 5, after: 0 }));
    expect(rateRatio({ before: 5, after: 5, exposureBefore: NaN }).ratio).toBeNull();
  });

  test('of hundreds of thousands have the normal p', () => {
    const score = 500 / Math.sqrt(301_000 / 4);
    expect(rateRatio({ before: 150_000, after: 151_000 }).p).toBeCloseTo(twoSidedNormal(score), 12);
    expect(eTest(15_000, 15_400)).toBeCloseTo(twoSidedNormal(400 / Math.sqrt(30_400)), 12);
    // the later period is half as long again: z = (13,000 / 1.5 - 9,000) / sqrt(rate (1 + 1 / 1.5)) = 2.7524
    expect(eTest(9_000, 13_000, [1, 1.5])).toBeCloseTo(0.005915851074237929, 12);
  });

  test('are compared by the e-test as the plain double sum has it, also over unequal times', () => {
    const poisson = (count: number, mean: number): number => {
      let chance = Math.exp(-mean);
      for (let at = 1; at <= count; at++) chance *= mean / at;
      return chance;
    };
    const plain = (first: number, second: number, [n1, n2]: readonly [number, number]): number => {
      const rate = (first + second) / (n1 + n2);
      const far = (i: number, j: number): number => Math.abs(i / n1 - j / n2) / Math.sqrt((i + j) / (n1 + n2));
      let sum = 0;
      for (let i = 0; i < 120; i++) {
        for (let j = 0; j < 120; j++) {
          if (i + j > 0 && far(i, j) >= far(first, second) - 1e-9) sum += poisson(i, n1 * rate) * poisson(j, n2 * rate);
        }
      }
      return sum;
    };
    for (const [first, second, exposures] of [
      [3, 9, [1, 2]],
      [12, 2, [3, 1]],
      [1, 0, [1, 1]],
      [7, 8, [0.5, 2]],
    ] as const)
      expect(eTest(first, second, exposures)).toBeCloseTo(plain(first, second, exposures), 10);
    expect([eTest(3, 4, [0, 1]), eTest(3, 4, [1, -1])]).toEqual([1, 1]);
  });

  test('of hundreds have the e-test of scipy’s poisson_means_test, and of a plain double sum over unequal times', () => {
    expect(eTest(400, 460)).toBeCloseTo(0.04076766668, 9);
    expect(eTest(900, 1_000)).toBeCloseTo(0.02177878657, 9);
    expect(eTest(900, 400, [2, 1])).toBeCloseTo(0.04982855020574378, 12);
  });

  test('beside the comparison places’ are a ratio of ratios with limits on the scale of logarithms', () => {
    const counts = { treated: [20, 10], control: [30, 40] } as const;
    const error = Math.sqrt(1 / 20 + 1 / 10 + 1 / 30 + 1 / 40);
    const { ratio, interval, halfAdded, level } = ratioOfRatios(counts);
    expect([halfAdded, level]).toEqual([false, 0.95]);
    expect(ratio).toBeCloseTo(0.375, 12);
    expect(interval.low).toBeCloseTo(0.375 * Math.exp(-1.959963984540054 * error), 10);
    expect(interval.high).toBeCloseTo(0.375 * Math.exp(1.959963984540054 * error), 10);
    const wide = ratioOfRatios(counts, { level: 0.9, overdispersion: 4 });
    expect(wide.interval.high).toBeCloseTo(0.375 * Math.exp(1.6448536269514722 * 2 * error), 10);
    expect(ratioOfRatios(counts, { overdispersion: 0.1 })).toEqual(ratioOfRatios(counts));
    expect(ratioOfRatios({ treated: [0, 4], control: [8, 2] })).toMatchObject({
      ratio: expect.closeTo((4.5 * 8.5) / (0.5 * 2.5), 10),
      halfAdded: true,
    });
  });

  test('tell the same in either direction, as chances between 0 and 1', () => {
    const count = fc.integer({ min: 0, max: 60 });
    const exposure = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(count, count, exposure, (a, b, n) => {
        expect(eTest(a, b, [n, 1])).toBeCloseTo(eTest(b, a, [1, n]), 9);
        const { p, interval, ratio } = rateRatio({ before: a, after: b, exposureAfter: n });
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        if (ratio !== null) {
          expect(interval.low).toBeLessThanOrEqual(ratio + 1e-9);
          expect(interval.high ?? Infinity).toBeGreaterThanOrEqual(ratio - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});
