import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  effectOf,
  neededBaseline,
  overdispersionOf,
  pooledControls,
  smallestVisibleDrop,
  weightedDisplacementDifference,
  type EffectInput,
} from './effect.js';

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

  test('weighs each count by its length of time and its size', () => {
    const { local, displacement, total, level } = weightedDisplacementDifference({
      treated: [10, 20],
      control: [30, 40],
      displacement: [8, 4],
      displacementControl: [6, 12],
      timeWeights: [1, 2],
      areaWeights: { control: 5, displacement: 2, displacementControl: 3 },
      level: 0.9,
    });
    expect(local.estimate).toBeCloseTo(0 - -2, 12);
    expect(local.standardError ** 2).toBeCloseTo(20 / 4 + 10 + 40 / 100 + 30 / 25, 12);
    expect(displacement.estimate).toBeCloseTo(-3 - 0, 12);
    expect(displacement.standardError ** 2).toBeCloseTo(4 / 16 + 8 / 4 + 12 / 36 + 6 / 9, 12);
    expect(total.estimate).toBeCloseTo(-1, 12);
    expect(total.standardError).toBeCloseTo(Math.sqrt(19.85), 12);
    expect(total.z).toBeCloseTo(-1 / Math.sqrt(19.85), 12);
    expect(total.interval).toEqual({
      low: expect.closeTo(-1 - 1.6448536269514722 * Math.sqrt(19.85), 9),
      high: expect.closeTo(-1 + 1.6448536269514722 * Math.sqrt(19.85), 9),
    });
    expect(level).toBe(0.9);
  });

  test('takes a size of the treated place too, and 1 for sizes that are none', () => {
    const counts = { treated: [10, 30], control: [0, 0] } as const;
    expect(weightedDisplacementDifference({ ...counts, areaWeights: { treated: 4 } }).local.estimate).toBe(5);
    for (const treated of [0, -2, NaN, Infinity])
      expect(weightedDisplacementDifference({ ...counts, areaWeights: { treated } }).local.estimate).toBe(20);
  });

  test('grows wider, never narrower, with overdispersion', () => {
    const counts = { treated: [30, 20], control: [30, 30] } as const;
    const plain = weightedDisplacementDifference(counts);
    const wide = weightedDisplacementDifference({ ...counts, overdispersion: 4 });
    expect(wide.total.standardError).toBeCloseTo(2 * plain.total.standardError, 12);
    expect(weightedDisplacementDifference({ ...counts, overdispersion: 0.2 }).total).toEqual(plain.total);
  });
});

describe('what could have been seen', () => {
  test('takes 110 events for a drop by half against one control, 60 against five', () => {
    expect([1, 5, 20].map((controlSize) => neededBaseline(0.5, { controlSize }))).toEqual([110, 60, 51]);
    expect(neededBaseline(0, { controlSize: 1 })).toBe(Infinity);
  });

  test('needs more events with more power, a stricter level or more overdispersion, and no more than for all of them', () => {
    const { ceil } = Math;
    const score = (level: number, power: number): number => (level + power) ** 2;
    const usual = score(1.959963984540054, 0.8416212335729143);
    expect(neededBaseline(0.5, { controlSize: 1, overdispersion: 2 })).toBe(ceil(2 * usual * 14));
    expect(neededBaseline(0.5, { controlSize: 1, overdispersion: 0.5 })).toBe(110);
    expect(neededBaseline(0.5, { controlSize: 1, level: 0.1, power: 0.9 })).toBe(
      ceil(score(1.6448536269514722, 1.2815515655446004) * 14),
    );
    expect(neededBaseline(1, { controlSize: 4 })).toBe(ceil(usual * 1.5));
    expect(neededBaseline(3, { controlSize: 4 })).toBe(neededBaseline(1, { controlSize: 4 }));
    for (const controlSize of [0, -1, NaN]) expect(neededBaseline(0.5, { controlSize })).toBe(110);
    expect([neededBaseline(NaN, { controlSize: 1 }), neededBaseline(-0.1, { controlSize: 1 })]).toEqual([
      Infinity,
      Infinity,
    ]);
  });

  test('is everything at the edge, and nothing for counts that are none', () => {
    expect(smallestVisibleDrop(24, { controlSize: 1 })).toBeGreaterThan(0.98);
    expect(smallestVisibleDrop(23, { controlSize: 1 })).toBeNull();
    expect(smallestVisibleDrop(Infinity, { controlSize: 1 })).toBeNull();
    expect(smallestVisibleDrop(NaN, { controlSize: 1 })).toBeNull();
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

  test('of several controls is Pearson’s chi-square over rows and columns', () => {
    const rows = [
      [10, 20],
      [20, 10],
    ];
    expect(overdispersionOf(rows)).toBeCloseTo((4 * 25) / 15, 12);
    // cut to the shortest row; a month in which nothing happened anywhere and a place where nothing did say nothing
    expect(
      overdispersionOf([
        [10, 20, 99],
        [20, 10],
      ]),
    ).toBeCloseTo((4 * 25) / 15, 12);
    expect(
      overdispersionOf([
        [10, 0, 20],
        [20, NaN, 10],
      ]),
    ).toBeCloseTo((4 * 25) / 15, 12);
    expect(overdispersionOf([[0, 0], ...rows])).toBeCloseTo((4 * 25) / 15, 12);
    expect(
      overdispersionOf([
        [0, -3],
        [4, 8],
      ]),
    ).toBeCloseTo(8 / 6, 12);
  });

  test('of three controls over three months has four degrees of freedom', () => {
    // each row has 12, the months have 9, 18 and 9: expected 3, 6 and 3, chi-square 4 + 4 + 16/3
    const rows = [
      [2, 4, 6],
      [6, 4, 2],
      [1, 10, 1],
    ];
    expect(overdispersionOf(rows)).toBeCloseTo((4 + 4 + 16 / 3) / 4, 12);
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

  test('tells how many fewer, and between which limits, in both languages', () => {
    const controls = [
      [210, 205],
      [190, 200],
    ] as const;
    expect(effectOf(input([200, 100], controls)).sentence).toEqual({
      sv: 'Omkring 103 färre händelser än jämförelseplatserna gav anledning att vänta (59 till 146).',
      en: 'About 103 fewer events than the comparison places led to expect (59 to 146).',
    });
    expect(effectOf(input([200, 320], [[200, 205]])).sentence).toEqual({
      sv: 'Omkring 115 fler händelser än jämförelseplatserna gav anledning att vänta (55 till 175).',
      en: 'About 115 more events than the comparison places led to expect (55 to 175).',
    });
    const few = effectOf({ ...input([20, 9], [[2000, 2000]]), controlWeight: 100 });
    expect(few.parameters).toMatchObject({ controlWeight: 100, controlPlaces: 1, controlSize: 100 });
    expect(few.sentence.sv).toContain('Omkring 11 färre');
    expect(few.sentence.sv).toContain('(0,4 till 22)');
  });

  test('tells what could have been seen where nothing was', () => {
    expect(effectOf(input([300, 330], [[300, 325]])).sentence).toEqual({
      sv: 'Ingen skillnad mot jämförelseplatserna kan visas. En minskning med 31 % eller mer skulle ha synts.',
      en: 'No difference from the comparison places can be shown. A drop of 31 % or more would have been seen.',
    });
    expect(effectOf(input([30, 20], [[30, 28]])).sentence).toEqual({
      sv: 'För få händelser för att veta: 30 före och 20 efter. Bara en minskning med minst 90 % hade kunnat synas.',
      en: 'Too few events to know: 30 before and 20 after. Only a drop of at least 90 % could have been seen.',
    });
    expect(effectOf(input([4, 2], [[5, 6]])).sentence).toEqual({
      sv: 'För få händelser för att veta: 4 före och 2 efter. Inte ens om allt upphört hade det kunnat synas.',
      en: 'Too few events to know: 4 before and 2 after. Not even a complete stop could have been seen.',
    });
    expect(effectOf(input([200, 100], [])).sentence).toEqual({
      sv: '200 händelser före och 100 efter. Utan jämförelseplatser går det inte att säga vad förändringen beror på.',
      en: '200 events before and 100 after. Without comparison places nothing can be said of the cause.',
    });
  });

  test('speaks from ten events in all', () => {
    expect(effectOf(input([5, 5], [])).verdict).toBe('no-controls');
    expect(effectOf(input([5, 4], [])).verdict).toBe('too-few');
    expect(effectOf(input([NaN, 12], [])).verdict).toBe('no-controls');
  });

  test('counts the ring round the place in, and widens by the controls’ own unrest', () => {
    const plain = effectOf(input([200, 100], [[200, 200]]));
    expect(plain.parameters).toMatchObject({
      displacementUsed: false,
      overdispersion: 1,
      level: 0.95,
      timeWeights: [1, 1],
    });
    const moved = effectOf({
      ...input([200, 100], [[200, 200]]),
      displacement: [50, 150],
      displacementControl: [60, 70],
      controlMonths: [[0, 20, 0, 20]],
      level: 0.9,
    });
    expect(moved.parameters).toMatchObject({
      displacementUsed: true,
      overdispersion: expect.closeTo(40 / 3, 9),
      level: 0.9,
    });
    expect(moved.difference.total.estimate).toBe(-100 + 100 - 10);
    expect(moved.difference.local.standardError).toBeCloseTo(Math.sqrt((700 * 40) / 3), 9);
    expect(moved.againstControls.level).toBe(0.9);
    expect(moved.ownRatio).toMatchObject({ ratio: 0.5, level: 0.9 });
    expect(moved.smallestVisibleDrop).toBe(
      smallestVisibleDrop(200, { controlSize: 1, overdispersion: moved.parameters.overdispersion, level: 1 - 0.9 }),
    );
  });

  test('takes a detection that ends when the time before begins, and says why it refuses another', () => {
    const refused = { ...input([200, 100], [[200, 200]]), detection: { from: -10, to: 1 } };
    expect(effectOf(refused).sentence.sv).toMatch(/^Går inte att bedöma: jämförelsetiden innehåller/);
    expect(effectOf(refused).sentence.en).toMatch(/^Cannot be judged: the time before includes/);
    expect(effectOf({ ...refused, detection: { from: -10, to: 0 } }).verdict).toBe('fewer');
  });

  test('takes periods without a length as equally long', () => {
    const none = { from: 5, to: 5 };
    const weights = (before: typeof none, after: typeof none) =>
      effectOf({ ...input([20, 10], [[20, 20]]), before, after }).parameters.timeWeights;
    expect([weights(none, year(0)), weights(year(0), none), weights(none, none)]).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test('pools comparison places, and reckons their size from what they had before', () => {
    expect(
      pooledControls(
        [
          [10, 5],
          [20, NaN],
        ],
        15,
      ),
    ).toEqual({ counts: [30, 5], places: 2, timesTheEvents: 2 });
    expect(
      pooledControls(
        [
          [10, 5],
          [20, 1],
        ],
        0,
      ).timesTheEvents,
    ).toBe(2);
    expect(
      pooledControls(
        [
          [0, 5],
          [0, 1],
          [0, 1],
        ],
        15,
      ).timesTheEvents,
    ).toBe(3);
  });

  test('says nothing of the cause without comparison places', () => {
    expect(effectOf(input([200, 100], [])).verdict).toBe('no-controls');
    expect(pooledControls([], 5)).toEqual({ counts: [0, 0], places: 0, timesTheEvents: 1 });
  });

  test('compares rates, not counts, where the time after is shorter', () => {
    const half = { ...input([40, 20], [[80, 40]]), after: { from: 365, to: 547.5 } };
    expect(effectOf(half).ownRatio.ratio).toBeCloseTo(1, 12);
    expect(effectOf(half).difference.total.estimate).toBeCloseTo(0, 12);
  });

  test('weighs a longer time after by its length', () => {
    const effect = effectOf({ ...input([100, 200], [[100, 200]]), after: { from: 365, to: 1095 } });
    expect(effect.parameters.timeWeights).toEqual([1, 2]);
    expect(effect.difference.total.estimate).toBe(0);
  });
});
