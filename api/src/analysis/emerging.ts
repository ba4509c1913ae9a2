import type { Bilingual } from './bilingual.js';
import { benjaminiHochberg, binomialUpperTail } from './exact-test.js';
import { mannKendall, type MannKendall } from './mann-kendall.js';

/** The course of a hot spot in one word; `-cold` ones are the mirror image. */
export type TrendClass =
  | 'new'
  | 'consecutive'
  | 'intensifying'
  | 'persistent'
  | 'diminishing'
  | 'sporadic'
  | 'oscillating'
  | 'historical'
  | 'none';

export interface TrendAnswer {
  readonly status: 'classified' | 'too-few-periods';
  /** `none` when there are too few periods. */
  readonly trendClass: TrendClass;
  readonly side: 'hot' | 'cold' | null;
  readonly trend: MannKendall;
  readonly hotPeriods: number;
  readonly coldPeriods: number;
  readonly parameters: { readonly periods: number; readonly leastPeriods: number; readonly level: number };
  readonly sentence: Bilingual;
}

export interface TrendSeries {
  /** What the trend is measured on, one value per equal period, the latest last. */
  readonly values: readonly number[];
  /** Per period: is the place significantly dense (see `densePeriods`)? */
  readonly hot: readonly boolean[];
  /** Per period: is it significantly sparse? Absent: never. */
  readonly cold?: readonly boolean[];
}

/** Ten months, or twelve quarters (`leastPeriods: 12`). */
const fewestPeriods = 10;
const nearlyAlways = 0.9;

/**
 * How has a hot spot come about: new, steady, growing, fading, on and off, or over?
 *
 * One written definition after Esri's "How Emerging Hot Spot Analysis works", tried in this order; h = hot in a period,
 * n = the latest, "nearly always" = at least 90 % of the periods, up and down = Mann-Kendall at `level`:
 * new: h only in n. consecutive: h in an unbroken run of at least two that ends in n, never before, not nearly always.
 * intensifying, persistent, diminishing: h in n and nearly always, with the trend up, none, down. oscillating: h in n, not
 * nearly always, cold in some period. sporadic: the same, never cold. historical: not h in n, nearly always. Otherwise none.
 * The cold classes are the same with the sign turned and are asked only when no hot class fits. Fewer periods than
 * `leastPeriods`: `too-few-periods`. Lists of unequal length: the shortest counts.
 */
export function classifyTrend(
  series: TrendSeries,
  { level = 0.05, leastPeriods = fewestPeriods }: { readonly level?: number; readonly leastPeriods?: number } = {},
): TrendAnswer {
  const periods = Math.min(series.values.length, series.hot.length, series.cold?.length ?? Infinity);
  const hot = series.hot.slice(0, periods);
  const cold = series.cold?.slice(0, periods) ?? hot.map(() => false);
  const trend = mannKendall(series.values.slice(0, periods));
  const direction = trend.p < level ? Math.sign(trend.s) : 0;
  const enough = periods >= leastPeriods;
  const hotClass = enough ? classOf(hot, cold, direction) : 'none';
  const coldClass = enough && hotClass === 'none' ? classOf(cold, hot, -direction) : 'none';
  const side = hotClass !== 'none' ? 'hot' : coldClass !== 'none' ? 'cold' : null;
  const trendClass = side === 'cold' ? coldClass : hotClass;
  return {
    status: enough ? 'classified' : 'too-few-periods',
    trendClass,
    side,
    trend,
    hotPeriods: countTrue(hot),
    coldPeriods: countTrue(cold),
    parameters: { periods, leastPeriods, level },
    sentence: enough ? sentenceOf(trendClass, side, { dense: countTrue(hot), periods }) : tooFew(periods, leastPeriods),
  };
}

function classOf(on: readonly boolean[], opposite: readonly boolean[], direction: number): TrendClass {
  const periods = on.length;
  const count = countTrue(on);
  const always = count >= nearlyAlways * periods;
  if (count === 0) return 'none';
  if (!on[periods - 1]) return always ? 'historical' : 'none';
  if (always) return direction > 0 ? 'intensifying' : direction < 0 ? 'diminishing' : 'persistent';
  if (count === 1) return 'new';
  if (endingRun(on) === count) return 'consecutive';
  return opposite.includes(true) ? 'oscillating' : 'sporadic';
}

function endingRun(on: readonly boolean[]): number {
  let run = 0;
  while (on.at(-1 - run)) run++;
  return run;
}

function countTrue(list: readonly boolean[]): number {
  return list.reduce((sum, one) => sum + (one ? 1 : 0), 0);
}

/**
 * In which periods was the place significantly dense? The exact binomial tail of its count given all events of the period
 * and the share that it is expected to have (its share of people, of earlier years, of the built-up area), corrected over the
 * periods (Benjamini and Hochberg). A period without events, or counts that are no numbers, is not dense.
 */
export function densePeriods(
  counts: readonly number[],
  totals: readonly number[],
  { expectedShare, level = 0.05 }: { readonly expectedShare: number; readonly level?: number },
): boolean[] {
  const p = counts.map((count, period) => {
    const total = totals[period] ?? 0;
    if (!(count > 0) || !(total > 0) || !(expectedShare > 0)) return 1;
    return binomialUpperTail(Math.min(count, total), total, expectedShare);
  });
  return benjaminiHochberg(p).map((value) => value <= level);
}

function tooFew(periods: number, leastPeriods: number): Bilingual {
  return {
    sv: `För få perioder: ${periods} finns och minst ${leastPeriods} behövs för att kalla något en utveckling.`,
    en: `Too few periods: there are ${periods} and at least ${leastPeriods} are needed to call anything a course.`,
  };
}

const words: Readonly<Record<Exclude<TrendClass, 'none'>, Bilingual>> = {
  new: {
    sv: 'är ny: tätt för första gången i den senaste perioden',
    en: 'is new: dense for the first time in the latest period',
  },
  consecutive: {
    sv: 'håller i sig sedan den kom: tätt i en obruten följd fram till nu',
    en: 'has held since it came: dense in an unbroken run until now',
  },
  intensifying: { sv: 'är nästan alltid tät och växer', en: 'is nearly always dense and grows' },
  persistent: {
    sv: 'är nästan alltid tät, utan att växa eller avta',
    en: 'is nearly always dense, neither growing nor fading',
  },
  diminishing: { sv: 'är nästan alltid tät men avtar', en: 'is nearly always dense and fades' },
  sporadic: { sv: 'kommer och går', en: 'comes and goes' },
  oscillating: { sv: 'växlar mellan tät och ovanligt gles', en: 'swings between dense and unusually sparse' },
  historical: { sv: 'var nästan alltid tät men är det inte nu', en: 'was nearly always dense and is not now' },
};

function sentenceOf(
  trendClass: TrendClass,
  side: 'hot' | 'cold' | null,
  { dense, periods }: { dense: number; periods: number },
): Bilingual {
  if (trendClass === 'none' || side === null) {
    return {
      sv: `Ingen tydlig utveckling: tätt i ${dense} av ${periods} perioder.`,
      en: `No clear course: dense in ${dense} of ${periods} periods.`,
    };
  }
  if (side === 'cold') {
    return {
      sv: `Platsen är ovanligt gles på ett sätt som svarar mot klassen ”${trendClass}”, spegelvänd.`,
      en: `The place is unusually sparse in the way of the class "${trendClass}", mirrored.`,
    };
  }
  return {
    sv: `Platsen ${words[trendClass].sv} (tätt i ${dense} av ${periods} perioder).`,
    en: `The place ${words[trendClass].en} (dense in ${dense} of ${periods} periods).`,
  };
}
