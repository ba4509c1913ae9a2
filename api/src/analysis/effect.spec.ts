import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displacementRing } from './displacement-ring.js';
import {
  effectOf,
  neededBaseline,
  overdispersionOf,
  pooledControls,
  smallestVisibleDrop,
  weightedDisplacementDifference,
  type EffectInput,
} from './effect.js';
import { eTest, rateRatio, ratioOfRatios } from './rate-ratio.js';

const year = (from: number) => ({ from, to: from + 365 });
const input = (treated: readonly [number, number], controls: EffectInput['controls']): EffectInput => ({
  treated,
  controls,
  before: year(0),
  after: year(365),
});

describe('the weighted displacement difference', () => {
  test('of Wheeler and Ratcliffe’s table is -118 with standard error 39.598', () => {
    const { total, local } = weightedDisplacementDifference({
      treated: [207, 110],
      control: [308, 318],
      displacement: [178, 157],
      displacementControl: [150, 140],
    });
    expect(total.estimate).toBe(-118);
    expect(total.standardError).toBeCloseTo(39.5979797464467, 10);
    expect(total.z).toBeCloseTo(-2.97995000642902, 10);
    expect(total.interval.low).toBeCloseTo(-195.610614163582, 8);
    expect(local.estimate).toBe(-107);
  });

  test('of nothing is nothing, and of no numbers too', () => {
    for (const treated of [
      [0, 0],
      [NaN, -3],
    ] as const) {
      const { total } = weightedDisplacementDifference({ treated, control: [0, 0], timeWeights: [0, NaN] });
      expect(total).toEqual({ estimate: 0, standardError: 0, z: 0, p: 1, interval: { low: 0, high: 0 } });
    }
  });

  test('grows wider, never narrower, with overdispersion', () => {
    const counts = { treated: [30, 20], control: [30, 30] } as const;
    const plain = weightedDisplacementDifference(counts);
    const wide = weightedDisplacementDifference({ ...counts, overdispersion: 4 });
    expect(wide.total.standardError).toBeCloseTo(2 * plain.total.standardError, 12);
    expect(weightedDisplacementDifference({ ...counts, overdispersion: 0.2 }).total).toEqual(plain.total);
  });
});

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

describe('what could have been seen', () => {
  test('takes 110 events for a drop by half against one control, 60 against five', () => {
    expect([1, 5, 20].map((controlSize) => neededBaseline(0.5, { controlSize }))).toEqual([110, 60, 51]);
    expect(neededBaseline(0, { controlSize: 1 })).toBe(Infinity);
  });

  test('is the inverse of what is needed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (drop, controlSize) => {
          const visible = smallestVisibleDrop(neededBaseline(drop, { controlSize }), { controlSize });
          expect(visible).not.toBeNull();
          expect(visible!).toBeLessThanOrEqual(drop + 1e-9);
          expect(visible!).toBeGreaterThan(drop * 0.95);
        },
      ),
      { numRuns: 100 },
    );
    expect(smallestVisibleDrop(3, { controlSize: 1 })).toBeNull();
    expect(smallestVisibleDrop(0, { controlSize: 1 })).toBeNull();
  });
});

describe('overdispersion', () => {
  test('is 1 for nothing, one month or a season common to all', () => {
    expect([
      overdispersionOf([]),
      overdispersionOf([[5]]),
      overdispersionOf([
        [0, 0],
        [0, 0],
      ]),
    ]).toEqual([1, 1, 1]);
    expect(
      overdispersionOf([
        [2, 20, 2, 20],
        [4, 40, 4, 40],
      ]),
    ).toBe(1);
  });

  test('of one control is Pearson’s chi-square over its degrees of freedom', () => {
    expect(overdispersionOf([[0, 20, 0, 20]])).toBeCloseTo(40 / 3, 10);
  });
});

describe('did it help', () => {
  test('says fewer where a place fell by half and large controls did not', () => {
    const effect = effectOf(
      input(
        [200, 100],
        [
          [210, 205],
          [190, 200],
        ],
      ),
    );
    expect(effect.verdict).toBe('fewer');
    expect(effect.parameters).toMatchObject({ controlPlaces: 2, controlWeight: 2, controlSize: 2 });
    expect(effect.difference.total.estimate).toBeCloseTo(-102.5, 10);
    expect(effect.sentence.sv).toMatch(/färre händelser än jämförelseplatserna/);
  });

  test('says more where it rose alone, and shows no difference where all rose alike', () => {
    expect(effectOf(input([200, 320], [[200, 205]])).verdict).toBe('more');
    expect(effectOf(input([300, 330], [[300, 325]])).verdict).toBe('no-difference-shown');
  });

  test('says that there are too few events to know: för få händelser för att veta', () => {
    const small = effectOf(input([4, 2], [[5, 6]]));
    const hidden = effectOf(input([30, 20], [[30, 28]]));
    expect([small.verdict, hidden.verdict]).toEqual(['too-few', 'too-few']);
    expect(small.sentence.sv).toMatch(/^För få händelser för att veta: 4 före och 2 efter/);
    expect(hidden.smallestVisibleDrop).toBeGreaterThan(0.5);
  });

  test('refuses a time before that holds the time for which the place was picked', () => {
    const chosen = { ...input([200, 100], [[200, 200]]), detection: { from: 300, to: 360 } };
    expect(effectOf(chosen).verdict).toBe('baseline-holds-detection');
    expect(effectOf({ ...chosen, detection: { from: 365, to: 400 } }).verdict).toBe('fewer');
  });

  test('says nothing of the cause without comparison places', () => {
    expect(effectOf(input([200, 100], [])).verdict).toBe('no-controls');
    expect(pooledControls([], 5)).toEqual({ counts: [0, 0], places: 0, timesTheEvents: 1 });
  });

  test('weighs a longer time after by its length', () => {
    const effect = effectOf({ ...input([100, 200], [[100, 200]]), after: { from: 365, to: 1095 } });
    expect(effect.parameters.timeWeights).toEqual([1, 2]);
    expect(effect.difference.total.estimate).toBe(0);
  });
});

describe('the ring of displacement', () => {
  const place = [
    [
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [0, 0],
      ] as const,
    ],
  ];

  test('holds what is near the place and not in it', () => {
    const isIn = displacementRing(place, { ringMetres: 200 });
    expect(
      [
        { x: 50, y: 50 },
        { x: 250, y: 50 },
        { x: 301, y: 50 },
        { x: 240, y: 240 },
        { x: 250, y: 250 },
      ].map(isIn),
    ).toEqual([false, true, false, true, false]);
  });

  test('leaves out other places, and is empty without a place or a width', () => {
    const other = [
      [
        [
          [200, 0],
          [300, 0],
          [300, 100],
          [200, 100],
          [200, 0],
        ] as const,
      ],
    ];
    expect(displacementRing(place, { except: other })({ x: 250, y: 50 })).toBe(false);
    expect(displacementRing([])({ x: 0, y: 0 })).toBe(false);
    expect(displacementRing(place, { ringMetres: 0 })({ x: 101, y: 50 })).toBe(false);
  });
});
