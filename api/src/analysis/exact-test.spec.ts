import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  benjaminiHochberg,
  binomialUpperTail,
  clopperPearson,
  hypergeometricUpperTail,
  poissonLowerTail,
  poissonQuantile,
  poissonUpperTail,
  predictiveInterval,
  wilson,
} from './exact-test.js';

describe('exact tails', () => {
  test('eight or more heads of ten have 56 chances in 1024', () => {
    expect(binomialUpperTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
  });

  test('the binomial tail is 1 for nothing demanded and 0 for more than was tried', () => {
    expect([binomialUpperTail(0, 10, 0.3), binomialUpperTail(11, 10, 0.3), binomialUpperTail(3, 10, 0)]).toEqual([
      1, 0, 0,
    ]);
  });

  test('Fisher’s tea: all four cups right has one chance in seventy, three or more have 17', () => {
    expect(hypergeometricUpperTail({ recent: 4, drawn: 4, marked: 4, total: 8 })).toBeCloseTo(1 / 70, 12);
    expect(hypergeometricUpperTail({ recent: 3, drawn: 4, marked: 4, total: 8 })).toBeCloseTo(17 / 70, 12);
  });

  test('Poisson tails and quantiles agree with R', () => {
    expect(poissonLowerTail(3, 2.5)).toBeCloseTo(0.7575761331330659, 12);
    expect(poissonUpperTail(4, 2.5)).toBeCloseTo(1 - 0.7575761331330659, 12);
    // qpois(.999, c(.1, 1, 10, 1000))
    expect([0.1, 1, 10, 1000].map((mean) => poissonQuantile(0.999, mean))).toEqual([2, 5, 21, 1099]);
  });

  test('two or more of four right cups have 53 chances in seventy', () => {
    expect(hypergeometricUpperTail({ recent: 2, drawn: 4, marked: 4, total: 8 })).toBeCloseTo(53 / 70, 12);
  });

  test('what must happen is certain, and what cannot is impossible', () => {
    // four of six are marked and four are drawn: at least two of them are marked
    expect(hypergeometricUpperTail({ recent: 2, drawn: 4, marked: 4, total: 6 })).toBe(1);
    expect(hypergeometricUpperTail({ recent: 3, drawn: 4, marked: 4, total: 6 })).toBeCloseTo(9 / 15, 12);
    expect(hypergeometricUpperTail({ recent: 0, drawn: 2, marked: 3, total: 10 })).toBe(1);
    expect(hypergeometricUpperTail({ recent: 3, drawn: 2, marked: 5, total: 10 })).toBe(0);
    expect(hypergeometricUpperTail({ recent: 3, drawn: 5, marked: 2, total: 10 })).toBe(0);
  });

  test('all ten heads have one chance in 1024', () => {
    expect(binomialUpperTail(10, 10, 0.5)).toBeCloseTo(1 / 1024, 15);
  });

  test('a Poisson count is never below nothing, and is nothing with the chance of its mean', () => {
    expect(poissonLowerTail(-1, 2)).toBe(0);
    expect(poissonLowerTail(0, 2)).toBeCloseTo(Math.exp(-2), 14);
    expect(poissonUpperTail(0, 2)).toBe(1);
    expect(poissonUpperTail(1, 2)).toBeCloseTo(1 - Math.exp(-2), 14);
  });

  test('a quantile that cannot be told is 0, and certainty is a number', () => {
    expect([NaN, -1, 0, Infinity].map((mean) => poissonQuantile(0.999, mean))).toEqual([0, 0, 0, 0]);
    expect([0, -1, NaN].map((chance) => poissonQuantile(chance, 5))).toEqual([0, 0, 0]);
    expect(poissonQuantile(1, 1)).toBe(poissonQuantile(1 - 1e-15, 1));
  });

  test('no chance ever leaves [0, 1] or is no number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (k, n, share) => {
          const marked = Math.floor(share * n);
          const drawn = Math.min(n, Math.floor(k / 2));
          for (const p of [
            binomialUpperTail(k, n, share),
            poissonLowerTail(k, n * share),
            poissonUpperTail(k, n * share),
            hypergeometricUpperTail({ recent: Math.floor(k / 4), drawn, marked, total: n }),
          ]) {
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('intervals', () => {
  test('Clopper-Pearson for 5 of 20 is .0866 to .4910', () => {
    const { low, high } = clopperPearson(5, 20);
    expect([low, high].map((limit) => limit.toFixed(4))).toEqual(['0.0866', '0.4910']);
    expect(clopperPearson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.3085, 4) });
    expect(clopperPearson(10, 10)).toEqual({ low: expect.closeTo(0.025 ** (1 / 10), 12), high: 1 });
    for (const trials of [0, -1, NaN]) expect(clopperPearson(0, trials)).toEqual({ low: 0, high: 1 });
  });

  test('Wilson for 5 of 20 is .1119 to .4687', () => {
    const { low, high } = wilson(5, 20);
    expect([low, high].map((limit) => limit.toFixed(4))).toEqual(['0.1119', '0.4687']);
  });

  test('Wilson without trials is everything, and never leaves [0, 1]', () => {
    for (const trials of [0, -1, NaN]) expect(wilson(0, trials)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 10).low).toBe(0);
    expect(wilson(10, 10).high).toBeCloseTo(1, 12);
  });

  test('what is usual after a year of 400 in a tenth of it is about 40', () => {
    // scipy: nbinom.ppf([.05, .95], 400.5, 10/11)
    expect(predictiveInterval(400, 10)).toEqual({ low: 29, high: 51 });
    expect(predictiveInterval(-1, 2)).toEqual({ low: 0, high: 0 });
    expect(predictiveInterval(NaN, 2)).toEqual({ low: 0, high: 0 });
  });

  test('what is usual after 18 events in two years is 4 to 16 in one', () => {
    expect(predictiveInterval(18, 2)).toEqual({ low: 4, high: 16 });
  });

  test('a place without earlier events may show one by chance, and no exposure says nothing', () => {
    expect(predictiveInterval(0, 2)).toEqual({ low: 0, high: 1 });
    expect(predictiveInterval(0, 0)).toEqual({ low: 0, high: 0 });
  });

  test('what cannot be reckoned with is answered at once', () => {
    expect(predictiveInterval(5, Infinity)).toEqual({ low: 0, high: 0 });
    expect(predictiveInterval(Infinity, 2)).toEqual({ low: 0, high: 0 });
    expect(predictiveInterval(5, NaN)).toEqual({ low: 0, high: 0 });
  });
});

test('Benjamini and Hochberg’s own fifteen p-values keep four discoveries at 5 %', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  const adjusted = benjaminiHochberg(p);
  expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4);
  expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
  expect(adjusted[14]).toBe(1);
  expect(benjaminiHochberg([])).toEqual([]);
});
