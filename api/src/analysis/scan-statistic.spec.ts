import { describe, expect, test } from '@jest/globals';
import { logLikelihoodRatio, monteCarloP, simulateMaxima } from './scan-statistic.js';

describe('the log likelihood ratio of a scan', () => {
  test('is SaTScan’s for the burglaries in Chicago: 5 of 970 where 0.149485 are expected', () => {
    expect(logLikelihoodRatio(5, (5 * 29) / 970, 970)).toBeCloseTo(12.711635, 6);
  });

  test('is SaTScan’s for the brain cancers in New Mexico: the expected number that gives 10.979758 rounds to 176.22', () => {
    expect(logLikelihoodRatio(236, 176.215, 1175)).toBeGreaterThan(10.979758);
    expect(logLikelihoodRatio(236, 176.225, 1175)).toBeLessThan(10.979758);
  });

  test('is 0 where there is no more than expected, and never NaN', () => {
    expect(logLikelihoodRatio(3, 3, 10)).toBe(0);
    expect(logLikelihoodRatio(2, 3, 10)).toBe(0);
    expect(logLikelihoodRatio(10, 10, 10)).toBe(0);
    expect([logLikelihoodRatio(0, 0, 0), logLikelihoodRatio(1, 0, 5), logLikelihoodRatio(NaN, 1, 5)]).toEqual([
      0, 0, 0,
    ]);
    expect([logLikelihoodRatio(5, 1, Infinity), logLikelihoodRatio(Infinity, 1, Infinity)]).toEqual([0, 0]);
    expect(logLikelihoodRatio(10, 5, 10)).toBeCloseTo(10 * Math.log(2), 12);
  });

  test('falls as more is expected, which the search relies on', () => {
    for (let expected = 1; expected < 20; expected++) {
      expect(logLikelihoodRatio(20, expected + 1, 100)).toBeLessThan(logLikelihoodRatio(20, expected, 100));
    }
  });
});

describe('a Monte Carlo p', () => {
  test('counts the observed map among the drawn ones, equal ones too, and is never 0', () => {
    expect(monteCarloP(5, Float64Array.from([1, 5, 6, 2]))).toBe(3 / 5);
    expect(monteCarloP(9, Float64Array.from([1, 5, 6, 2]))).toBe(1 / 5);
    expect(monteCarloP(9, new Float64Array(0))).toBe(1);
  });

  test('comes from the maps drawn when it was told to stop, and says how far it came', () => {
    const told: string[] = [];
    const watching = {
      onProgress: (done: number, all: number): void => {
        told.push(`${done}/${all}`);
      },
      shouldStop: (): boolean => told.length === 2,
    };
    expect(simulateMaxima(5, () => 7, watching)).toEqual({ maxima: Float64Array.from([7, 7]), stopped: true });
    expect(told).toEqual(['1/5', '2/5']);
  });
});
