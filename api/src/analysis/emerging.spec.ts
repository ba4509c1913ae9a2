import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classifyTrend, densePeriods } from './emerging.js';
import { binomialUpperTail } from './exact-test.js';
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
  test('of four values with a tie has the tie-corrected variance and tau-b', () => {
    const { s, variance, tau, z, p } = mannKendall([1, 1, 2, 3]);
    expect(s).toBe(5);
    expect(variance).toBeCloseTo((4 * 3 * 13 - 2 * 1 * 9) / 18, 12);
    expect(tau).toBeCloseTo(5 / Math.sqrt(6 * 5), 12);
    expect(z).toBeCloseTo(4 / Math.sqrt(23 / 3), 12);
    expect(p).toBeCloseTo(0.148562, 6);
  });

  test('of a falling course with two ties is the mirror image', () => {
    const { s, variance, tau, z } = mannKendall([5, 5, 5, 2, 2, 1]);
    expect(s).toBe(-11);
    expect(variance).toBeCloseTo((6 * 5 * 17 - 3 * 2 * 11 - 2 * 1 * 9) / 18, 12);
    expect(tau).toBeCloseTo(-11 / Math.sqrt(15 * 11), 12);
    expect(z).toBeCloseTo(-10 / Math.sqrt(426 / 18), 12);
  });

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

describe('a course in words', () => {
  const sentenceOf = (marks: string, values?: readonly number[]) => course(marks, values).sentence;

  test.each([
    [
      '...........h',
      'är ny: tätt för första gången i den senaste perioden',
      'is new: dense for the first time in the latest period',
      1,
    ],
    [
      '.........hhh',
      'håller i sig sedan den kom: tätt i en obruten följd fram till nu',
      'has held since it came: dense in an unbroken run until now',
      3,
    ],
    [
      'hhhhhh.hhhhh',
      'är nästan alltid tät, utan att växa eller avta',
      'is nearly always dense, neither growing nor fading',
      11,
    ],
    ['..hh...hh.hh', 'kommer och går', 'comes and goes', 6],
    ['..cc...hh.hh', 'växlar mellan tät och ovanligt gles', 'swings between dense and unusually sparse', 4],
    ['hhhhhhhhhhh.', 'var nästan alltid tät men är det inte nu', 'was nearly always dense and is not now', 11],
  ])('of %s is told in both languages', (marks, sv, en, dense) => {
    expect(sentenceOf(marks)).toEqual({
      sv: `Platsen ${sv} (tätt i ${dense} av 12 perioder).`,
      en: `The place ${en} (dense in ${dense} of 12 periods).`,
    });
  });

  test('that grows or fades says so', () => {
    expect(sentenceOf('hhhhhhhhhhhh', rising)).toEqual({
      sv: 'Platsen är nästan alltid tät och växer (tätt i 12 av 12 perioder).',
      en: 'The place is nearly always dense and grows (dense in 12 of 12 periods).',
    });
    expect(sentenceOf('hhhhhhhhhhhh', rising.toReversed())).toEqual({
      sv: 'Platsen är nästan alltid tät men avtar (tätt i 12 av 12 perioder).',
      en: 'The place is nearly always dense and fades (dense in 12 of 12 periods).',
    });
  });

  test('that is sparse, unclear or too short says that', () => {
    expect(sentenceOf('cccccccccccc')).toEqual({
      sv: 'Platsen är ovanligt gles på ett sätt som svarar mot klassen ”persistent”, spegelvänd.',
      en: 'The place is unusually sparse in the way of the class "persistent", mirrored.',
    });
    expect(sentenceOf('..hh........')).toEqual({
      sv: 'Ingen tydlig utveckling: tätt i 2 av 12 perioder.',
      en: 'No clear course: dense in 2 of 12 periods.',
    });
    expect(sentenceOf('hh').en).toBe(
      'Too few periods: there are 2 and at least 10 are needed to call anything a course.',
    );
  });
});

describe('the limits of the classes', () => {
  test('nearly always is nine in ten', () => {
    expect(course('.hhhhhhhhh').trendClass).toBe('persistent');
    expect(course('.hhhhhhhh.').trendClass).toBe('none');
    expect(course('..hhhhhhhh').trendClass).toBe('consecutive');
    expect(course('hhhhhhhhh.').trendClass).toBe('historical');
  });

  test('a trend counts only below the level that is asked for', () => {
    const values = [1, 0, 2, 1, 3, 2, 2, 4, 3, 2];
    const hot = values.map(() => true);
    const { p } = mannKendall(values);
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.2);
    expect(classifyTrend({ values, hot }, { level: 0.2 }).trendClass).toBe('intensifying');
    expect(classifyTrend({ values, hot }, { level: 0.01 }).trendClass).toBe('persistent');
    expect(classifyTrend({ values, hot }, { level: p }).trendClass).toBe('persistent');
  });

  test('the shortest list counts, and more periods can be demanded', () => {
    const ten = Array.from({ length: 10 }, () => true);
    const answer = classifyTrend({ values: rising, hot: ten, cold: [...ten, true, true].map(() => false) });
    expect(answer).toMatchObject({ status: 'classified', hotPeriods: 10, coldPeriods: 0 });
    expect(answer.parameters).toEqual({ periods: 10, leastPeriods: 10, level: 0.05 });
    expect(answer.trend.periods).toBe(10);
    expect(classifyTrend({ values: rising, hot: ten }, { leastPeriods: 12 }).status).toBe('too-few-periods');
    expect(classifyTrend({ values: rising, hot: [...ten, true, true] }, { leastPeriods: 12 }).status).toBe(
      'classified',
    );
    expect(classifyTrend({ values: rising.slice(0, 9), hot: ten }).parameters.periods).toBe(9);
  });

  test('what stands beyond the shortest list is nowhere counted', () => {
    const marks = (text: string) => Array.from(text, (mark) => mark === 'x');
    const values = rising.slice(0, 10);
    expect(classifyTrend({ values, hot: marks('.........xxx') })).toMatchObject({ trendClass: 'new', hotPeriods: 1 });
    expect(classifyTrend({ values, hot: marks('..........xx') })).toMatchObject({ trendClass: 'none', hotPeriods: 0 });
    expect(classifyTrend({ values, hot: marks('.xx..x...x'), cold: marks('..........xx') })).toMatchObject({
      trendClass: 'sporadic',
      coldPeriods: 0,
    });
  });

  test('a place that was never looked at for being sparse never was', () => {
    const answer = classifyTrend({ values: rising, hot: rising.map((_, period) => [2, 3, 7, 11].includes(period)) });
    expect(answer).toMatchObject({ trendClass: 'sporadic', side: 'hot', hotPeriods: 4, coldPeriods: 0 });
  });

  test('too few periods have neither a hot nor a cold course, and none at all have none', () => {
    expect(course('ccccccccc')).toMatchObject({ status: 'too-few-periods', trendClass: 'none', side: null });
    expect(classifyTrend({ values: [], hot: [] }, { leastPeriods: 0 })).toMatchObject({
      status: 'classified',
      trendClass: 'none',
      side: null,
    });
  });

  test('a hot class goes before a cold one', () => {
    expect(course('ccccccccccch')).toMatchObject({ trendClass: 'new', side: 'hot', hotPeriods: 1, coldPeriods: 11 });
    expect(course('.....hh....c')).toMatchObject({ trendClass: 'new', side: 'cold' });
  });
});

describe('dense periods', () => {
  test('are corrected over all periods and hold the level itself', () => {
    const p = binomialUpperTail(6, 100, 0.02);
    expect(densePeriods([6, 0, 0, 0], [100, 100, 100, 100], { expectedShare: 0.02, level: 4 * p })).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(densePeriods([6, 0, 0, 0], [100, 100, 100, 100], { expectedShare: 0.02, level: 3.9 * p })[0]).toBe(false);
    expect(densePeriods([6], [100], { expectedShare: 0.02 })).toEqual([true]);
  });

  test('of more events than there are in all are as good as all of them, and without a total there is none', () => {
    expect(densePeriods([12], [10], { expectedShare: 0.1 })).toEqual(densePeriods([10], [10], { expectedShare: 0.1 }));
    expect(densePeriods([12], [], { expectedShare: 0.1 })).toEqual([false]);
  });

  test('are found beside periods whose numbers are none', () => {
    const expectedShare = 0.02;
    expect(densePeriods([NaN, 30, 2], [100, 100, 100], { expectedShare })).toEqual([false, true, false]);
    expect(densePeriods([5, 30, 2], [NaN, 100, 100], { expectedShare })).toEqual([false, true, false]);
    expect(densePeriods([5, 30], [0, 100], { expectedShare })).toEqual([false, true]);
  });

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
