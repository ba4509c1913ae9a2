import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classifyTrend, densePeriods } from './emerging.js';
import { mannKendall } from './mann-kendall.js';
import { normalQuantile, twoSidedNormal, upperNormal } from './normal.js';

/** h dense, c sparse, a dot neither. */
const course = (picture: string, values?: readonly number[]) => {
  const marks = picture.split('');
  return classifyTrend({
    values: values ?? marks.map(() => 0),
    hot: marks.map((mark) => mark === 'h'),
    cold: marks.map((mark) => mark === 'c'),
  });
};
const rising = Array.from({ length: 12 }, (_, at) => at);

describe('Mann-Kendall', () => {
  test.each([
    [23, 0.0491],
    [11, 0.371],
    [1, 1],
    [-5, 0.7205],
    [-9, 0.474],
  ])('with S %p of ten periods has p %p', (s, p) => {
    expect(twoSidedNormal((s - Math.sign(s)) / Math.sqrt(125))).toBeCloseTo(p, 3);
  });

  test('of ten rising values has S 45, variance 125 and tau 1', () => {
    expect(mannKendall(rising.slice(0, 10))).toMatchObject({ s: 45, variance: 125, tau: 1, leftOut: 0 });
  });

  test('of no, one or equal values, or of no numbers, says that nothing changes', () => {
    for (const values of [[], [3], [2, 2, 2, 2], [NaN, Infinity]]) {
      expect(mannKendall(values)).toMatchObject({ s: 0, tau: 0, z: 0, p: 1 });
    }
    expect(mannKendall([1, NaN, 2])).toMatchObject({ s: 1, periods: 2, leftOut: 1 });
  });

  test('turns its sign with the order, and does not mind a shift or a larger scale', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (values, factor) => {
          const own = mannKendall(values);
          expect(mannKendall(values.toReversed()).s).toBe(0 - own.s);
          expect(mannKendall(values.map((value) => value * factor + 5))).toEqual(own);
          expect([own.z, own.p, own.tau].every(Number.isFinite)).toBe(true);
          expect(Math.abs(own.tau)).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the course of a place', () => {
  test.each([
    ['...........h', 'new'],
    ['.........hhh', 'consecutive'],
    ['hhhhhhhhhhhh', 'persistent'],
    ['hhhhhh.hhhhh', 'persistent'],
    ['hhhhhhhhhhh.', 'historical'],
    ['..hh...hh.hh', 'sporadic'],
    ['..cc...hh.hh', 'oscillating'],
    ['..c......hhh', 'consecutive'],
    ['..hh........', 'none'],
    ['............', 'none'],
  ])('%s is %s', (marks, trendClass) => {
    expect(course(marks).trendClass).toBe(trendClass);
  });

  test('that is nearly always dense is called by its trend', () => {
    expect(course('hhhhhhhhhhhh', rising).trendClass).toBe('intensifying');
    expect(course('hhhhhhhhhhhh', rising.toReversed()).trendClass).toBe('diminishing');
  });

  test('that is unusually sparse is the mirror image', () => {
    expect(course('cccccccccccc', rising)).toMatchObject({ trendClass: 'diminishing', side: 'cold' });
    expect(course('...........c')).toMatchObject({ trendClass: 'new', side: 'cold' });
  });

  test('with fewer than ten periods is not named: för få perioder', () => {
    const answer = course('hhhhhhhhh');
    expect(answer).toMatchObject({ status: 'too-few-periods', trendClass: 'none', side: null });
    expect(answer.sentence.sv).toMatch(/^För få perioder: 9 finns och minst 10/);
  });

  test('always has exactly one class, a sentence, and figures that are numbers', () => {
    const mark = fc.constantFrom('h', 'c', '.');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 24 }), (marks) => {
        const answer = course(marks.join(''));
        expect(answer.hotPeriods + answer.coldPeriods).toBeLessThanOrEqual(marks.length);
        expect((answer.side === null) === (answer.trendClass === 'none')).toBe(true);
        expect(answer.sentence.sv.length * answer.sentence.en.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('dense periods', () => {
  test('are those with more of the total than the share gives', () => {
    expect(densePeriods([2, 2, 15, 2], [100, 100, 100, 100], { expectedShare: 0.02 })).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('are none without events, without a share, or when the place is everything', () => {
    expect(densePeriods([0, NaN], [0, 10], { expectedShare: 0.1 })).toEqual([false, false]);
    expect(densePeriods([5], [10], { expectedShare: 0 })).toEqual([false]);
    expect(densePeriods([10], [10], { expectedShare: 1 })).toEqual([false]);
    expect(densePeriods([], [], { expectedShare: 0.1 })).toEqual([]);
  });
});

describe('the normal distribution', () => {
  test('has its well-known limits', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.2)).toBeCloseTo(-0.8416212335729143, 12);
    expect(twoSidedNormal(1.959963984540054)).toBeCloseTo(0.05, 13);
    expect(twoSidedNormal(10) / 1.523970604832105e-23).toBeCloseTo(1, 9);
    expect([upperNormal(0), twoSidedNormal(NaN), twoSidedNormal(Infinity)]).toEqual([0.5, 1, 0]);
    expect([normalQuantile(0), normalQuantile(1)].every(Number.isFinite)).toBe(true);
  });
});
