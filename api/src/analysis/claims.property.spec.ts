import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metres } from '../geo/projection.js';
import { predictionAccuracy } from './accuracy.js';
import { hourOfWeekWeights, hotTimes, type TimeSpan } from './aoristic.js';
import { concentrationOf, generalisedGini, shareOfPlacesHolding } from './concentration.js';
import { effectOf, weightedDisplacementDifference, type BeforeAfter } from './effect.js';
import { classifyTrend } from './emerging.js';
import { mannKendall } from './mann-kendall.js';
import { ownHistoryOf, unusualWindows, type UnusualWindow } from './own-history.js';
import { createRandom } from './random.js';
import { rateRatio } from './rate-ratio.js';
import { weeklyFigures } from './trend.js';

const anyNumber = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e308, -1e308, 0, -1, 5e-324));
const count = fc.integer({ min: 0, max: 60 });
const hasNaN = (values: readonly (number | null)[]): boolean => values.some((value) => Number.isNaN(value));

describe('more than usual here, whatever the events', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) });
  const history = fc.record({
    now: fc.array(place, { minLength: 5, maxLength: 60 }),
    earlier: fc.array(place, { minLength: 5, maxLength: 60 }),
  });
  type Change = (point: Metres) => Metres;
  const onMap: Change = ({ x, y }) => ({ x: 500_000 + 40.5 * x, y: 6_500_000 + 40.5 * y });
  const chances = (windows: readonly UnusualWindow[]): readonly (readonly number[])[] =>
    windows
      .map(({ now, earlier, adjustedP }) => [now, earlier, adjustedP] as const)
      .sort((a, b) => a[2] - b[2] || a[0] - b[0] || a[1] - b[1]);

  test('finds the same windows on a map moved by whole cells or turned by a quarter, and in any order', () => {
    fc.assert(
      fc.property(history, fc.integer(), ({ now, earlier }, seed) => {
        // the far corner rises, so that there is something to find
        const crowd = Array.from({ length: 40 }, () => ({ x: 9, y: 9 }));
        const found = (change: Change, shuffle = <T>(list: T[]): T[] => list): readonly (readonly number[])[] =>
          chances(
            unusualWindows({
              now: shuffle([...now, ...crowd].map(onMap).map(change)),
              earlier: shuffle(earlier.map(onMap).map(change)),
            }),
          );
        const still = found((point) => point);
        expect(found(({ x, y }) => ({ x: x + 700, y: y - 12_300 }))).toEqual(still);
        expect(found(({ x, y }) => ({ x: 7_000_000.25 - y - 0.5, y: x + 0.25 }))).toEqual(still);
        expect(found((point) => point, createRandom(seed).shuffle)).toEqual(still);
      }),
    );
  });

  test('is never claimed when now is like earlier, however much the total rose', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (places, times) => {
        const earlier = places.map(onMap);
        const now = Array.from({ length: times }, () => earlier).flat();
        expect(unusualWindows({ now, earlier })).toEqual([]);
      }),
    );
  });

  test('says numbers for a place of any shape', () => {
    fc.assert(
      fc.property(history, count, ({ now, earlier }, size) => {
        const side = 10 * size;
        const ring = [
          [500_000, 6_500_000],
          [500_000 + side, 6_500_000],
          [500_000 + side, 6_500_000 + side],
          [500_000, 6_500_000],
        ] as const;
        const all = { now: now.map(onMap), earlier: earlier.map(onMap), years: 1 };
        const claim = ownHistoryOf([[ring]], all, unusualWindows(all));
        expect(['more-than-usual', 'as-usual']).toContain(claim.status);
        if ('observed' in claim) expect(hasNaN([claim.observed, claim.expected, claim.low, claim.high])).toBe(false);
      }),
    );
  });
});

describe('the hours of the week, whatever the spans', () => {
  const hour = 3_600_000;
  const span = fc
    .tuple(fc.integer({ min: 0, max: 60_000_000 }), fc.option(fc.integer({ min: -600, max: 20_000 })))
    .map(([from, minutes]): TimeSpan => ({
      from: from * 60_000,
      to: minutes === null ? null : (from + minutes) * 60_000,
    }));
  const spansOf = fc.array(span, { maxLength: 30 });
  const flat = (spans: readonly TimeSpan[]): number[] => hourOfWeekWeights(spans, 'UTC').weights.flat();

  test('hold each event once, in any order, and a week later the same', () => {
    fc.assert(
      fc.property(spansOf, (spans) => {
        const still = flat(spans);
        expect(still.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(spans.length, 6);
        const later = spans.map(({ from, to }) => ({
          from: from + 168 * hour,
          to: to === null ? null : to + 168 * hour,
        }));
        for (const other of [flat(spans.toReversed()), flat(later)]) {
          for (const [index, weight] of other.entries()) expect(weight).toBeCloseTo(still[index]!, 9);
        }
        for (const [index, weight] of flat([...spans, ...spans]).entries())
          expect(weight).toBeCloseTo(2 * still[index]!, 9);
      }),
      { numRuns: 25 },
    );
  });

  test('are numbers for any spans at all, and so are the hot times', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: anyNumber, to: fc.option(anyNumber) }), { maxLength: 20 }), (spans) => {
        const { weights, events } = hourOfWeekWeights(spans);
        expect(hasNaN(weights.flat())).toBe(false);
        expect(events).toBe(spans.filter(({ from }) => Math.abs(from) <= 8.64e15).length);
        expect(hasNaN(hotTimes(weights).flatMap(({ share, timesAverage }) => [share, timesAverage]))).toBe(false);
      }),
    );
  });
});

describe('a trend, whatever the values', () => {
  const values = fc.array(count, { maxLength: 40 });

  test('turns round when time or sign does, and knows only which is the larger', () => {
    fc.assert(
      fc.property(values, (counts) => {
        const { s, p, variance, tau } = mannKendall(counts);
        expect(mannKendall(counts.toReversed())).toMatchObject({ s: 0 - s, variance, p });
        expect(mannKendall(counts.map((value) => -value)).tau).toBeCloseTo(-tau, 12);
        expect(mannKendall(counts.map((value) => 3 * value ** 3 + 1))).toEqual(mannKendall(counts));
      }),
    );
  });

  test('has a mirror: hot for cold and up for down give the same class', () => {
    const period = fc.tuple(count, fc.constantFrom('hot', 'cold', 'none'));
    fc.assert(
      fc.property(fc.array(period, { minLength: 10, maxLength: 24 }), (periods) => {
        const is = (side: string): boolean[] => periods.map(([, which]) => which === side);
        const upright = classifyTrend({ values: periods.map(([value]) => value), hot: is('hot'), cold: is('cold') });
        const mirrored = classifyTrend({ values: periods.map(([value]) => -value), hot: is('cold'), cold: is('hot') });
        // where both sides could have a class the hot one is told
        if (upright.side === 'hot' && mirrored.side === 'cold') expect(mirrored.trendClass).toBe(upright.trendClass);
        if (upright.side === null) expect(mirrored.side).toBeNull();
      }),
    );
  });

  test('is never NaN, and the weeks of any instants are numbers', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), (numbers) => {
        const { s, variance, tau, z, p } = mannKendall(numbers);
        expect(hasNaN([s, variance, tau, z, p])).toBe(false);
        const weeks = weeklyFigures(numbers, { period: { from: 0, to: 40 * 86_400_000 }, historyFrom: -1e11 });
        expect(hasNaN(weeks.flatMap(({ count: events, normal }) => [events, normal?.expected ?? 0]))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('how concentrated, whatever the counts', () => {
  const counts = fc.array(count, { maxLength: 50 });

  test('does not depend on the order or on empty places that are listed, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 40 }), (places, empty) => {
        const all = places.length + empty;
        const gini = generalisedGini(places, all);
        expect(gini >= 0 && gini <= 1).toBe(true);
        expect(generalisedGini(places.toReversed(), all)).toBeCloseTo(gini, 9);
        expect(generalisedGini([...places, ...Array.from({ length: empty }, () => 0)], all)).toBeCloseTo(gini, 9);
        const { quarter, half, fourFifths } = shareOfPlacesHolding(places, all);
        expect(0 <= quarter && quarter <= half && half <= fourFifths && fourFifths <= 1).toBe(true);
      }),
    );
  });

  test('is said in numbers for any figures', () => {
    const figures = fc.record({
      count,
      total: count,
      areaSquareMetres: fc.constantFrom(0, NaN, 1, 1e9),
      builtUpAreaSquareMetres: fc.constantFrom(0, NaN, -1, 5e6),
      periodMilliseconds: fc.constantFrom(0, NaN, -1, 1e10),
    });
    fc.assert(
      fc.property(figures, (given) => {
        const { shareOfEvents, shareOfBuiltUpArea, perSquareKilometreAndYear } = concentrationOf(given);
        expect(hasNaN([shareOfEvents, shareOfBuiltUpArea, perSquareKilometreAndYear])).toBe(false);
      }),
    );
  });

  test('ranks places for any predictions without NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ predicted: count, observed: count, area: anyNumber })), (places) => {
        for (const { pai, pei, predictedPerObserved } of predictionAccuracy(places)) {
          expect(hasNaN([pai, pei, predictedPerObserved])).toBe(false);
        }
      }),
    );
  });
});

describe('before and after, whatever the counts', () => {
  const pair = fc.tuple(count, count).map(([before, after]): BeforeAfter => [before, after]);
  const swap = ([before, after]: BeforeAfter): BeforeAfter => [after, before];

  test('the difference changes its sign when time is turned round, and a ratio becomes its inverse', () => {
    fc.assert(
      fc.property(pair, pair, (treated, control) => {
        const { total } = weightedDisplacementDifference({ treated, control });
        const back = weightedDisplacementDifference({ treated: swap(treated), control: swap(control) }).total;
        expect(back.estimate).toBeCloseTo(-total.estimate, 9);
        expect(back.standardError).toBeCloseTo(total.standardError, 9);
        const forward = rateRatio({ before: treated[0], after: treated[1] });
        const inverse = rateRatio({ before: treated[1], after: treated[0] });
        expect(inverse.p).toBeCloseTo(forward.p, 9);
        if (forward.ratio && inverse.ratio) expect(forward.ratio * inverse.ratio).toBeCloseTo(1, 9);
      }),
    );
  });

  test('the order of the comparison places changes nothing', () => {
    const before = { from: 0, to: 1_000 };
    const after = { from: 1_000, to: 2_000 };
    fc.assert(
      fc.property(pair, fc.array(pair, { maxLength: 6 }), (treated, controls) => {
        const input = { treated, before, after };
        expect(effectOf({ ...input, controls: controls.toReversed() })).toEqual(effectOf({ ...input, controls }));
      }),
      { numRuns: 20 },
    );
  });

  test('a verdict is one for any numbers at all, and none of its figures is NaN', () => {
    const strange = fc
      .tuple(anyNumber, anyNumber)
      .map(([before, after]): BeforeAfter => [Math.min(before, 1e12), Math.min(after, 1e12)]);
    const period = fc.record({ from: anyNumber, to: anyNumber });
    fc.assert(
      fc.property(strange, fc.array(strange, { maxLength: 4 }), period, period, (treated, controls, before, after) => {
        const effect = effectOf({ treated, controls, before, after });
        const { estimate, standardError, z, p, interval } = effect.difference.total;
        expect(hasNaN([estimate, standardError, z, p, interval.low, interval.high])).toBe(false);
        expect(hasNaN([effect.ownRatio.ratio, effect.ownRatio.p, effect.smallestVisibleDrop])).toBe(false);
        expect(effect.sentence.sv).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 50 },
    );
  });
});
