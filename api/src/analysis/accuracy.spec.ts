import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../geo/grid.js';
import { giniVariants, heldOutAccuracy, predictionAccuracy, recaptureRate } from './accuracy.js';
import { createRandom } from './random.js';

const town: Cell[] = Array.from({ length: 1600 }, (_, at) => ({ column: at % 40, row: Math.floor(at / 40) }));

/** Events everywhere, and a share of them at one corner, on as many days. */
function draw(count: number, atSpot: number, seed: number) {
  const random = createRandom(seed);
  const at = Array.from({ length: count }, () => {
    const isSpot = random.next() < atSpot;
    return [
      isSpot ? 1000 + 150 * random.next() : 4000 * random.next(),
      isSpot ? 1000 + 150 * random.next() : 4000 * random.next(),
    ];
  });
  return {
    x: Float64Array.from(at, ([x]) => x!),
    y: Float64Array.from(at, ([, y]) => y!),
    time: Float64Array.from(at, (_, day) => day),
  };
}

describe('prediction accuracy', () => {
  test('is ptools’ for six equal places', () => {
    const rows = predictionAccuracy(
      [
        [6, 8],
        [3, 4],
        [7, 4],
        [2, 2],
        [1, 1],
        [0, 0],
      ].map(([observed, predicted]) => ({ observed: observed!, predicted: predicted!, area: 1 })),
    );
    expect(rows[0]!.pai).toBeCloseTo(1.89473684210526, 12);
    expect(rows[1]!.pei).toBeCloseTo(0.692307692307692, 12);
    expect(rows[0]!.predictedPerObserved).toBeCloseTo(4 / 3, 12);
    expect(rows[5]).toMatchObject({ pai: 1, pei: 1 });
  });

  test('ranks by density, and compares with as many whole places as fit in the same area', () => {
    const rows = predictionAccuracy([
      { predicted: 8, observed: 1, area: 4 },
      { predicted: 3, observed: 3, area: 1 },
      { predicted: 1, observed: 6, area: 5 },
      { predicted: 99, observed: 99, area: 0 },
    ]);
    // by density 1, 0, 2 were predicted and 1, 2, 0 came true
    expect(
      rows.map(({ place, cumulativeObserved, cumulativeArea }) => [place, cumulativeObserved, cumulativeArea]),
    ).toEqual([
      [1, 3, 1],
      [0, 4, 5],
      [2, 10, 10],
    ]);
    expect(rows.map(({ pai }) => pai)).toEqual([expect.closeTo(3, 12), expect.closeTo(0.8, 12), expect.closeTo(1, 12)]);
    // in the area of 5 only place 1 fits whole beside place 2 of area 5: the best of area 1 is the measure
    expect(rows.map(({ pei }) => pei)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(0.8 / 3, 12),
      expect.closeTo(1, 12),
    ]);
    expect(rows.map(({ predictedPerObserved }) => predictedPerObserved)).toEqual([1, 11 / 4, 12 / 10]);
  });

  test('is all zeros, and no ratio to what was observed, where nothing was observed', () => {
    const [row] = predictionAccuracy([{ predicted: 2, observed: 0, area: 1 }]);
    expect(row).toEqual({
      place: 0,
      cumulativeObserved: 0,
      cumulativeArea: 1,
      pai: 0,
      pei: 0,
      predictedPerObserved: null,
    });
  });

  test('ends at 1 over the whole area, and is no NaN for empty places or none', () => {
    const place = fc.record({ predicted: fc.nat(20), observed: fc.nat(20), area: fc.constantFrom(0, 0.5, 1, 2) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const rows = predictionAccuracy(places);
        expect(rows).toHaveLength(places.filter(({ area }) => area > 0).length);
        for (const row of rows) expect([row.pai, row.pei].every(Number.isFinite)).toBe(true);
        const last = rows.at(-1);
        if (last && last.cumulativeObserved > 0) expect(last.pai).toBeCloseTo(1, 9);
      }),
      { numRuns: 100 },
    );
  });
});

test('the recapture rate is the later share over the earlier one, and nothing where nothing was', () => {
  expect(recaptureRate({ insideBefore: 20, allBefore: 100, insideAfter: 15, allAfter: 50 })).toBeCloseTo(1.5, 12);
  expect(recaptureRate({ insideBefore: 0, allBefore: 100, insideAfter: 15, allAfter: 50 })).toBeNull();
  expect(recaptureRate({ insideBefore: 1, allBefore: 0, insideAfter: 1, allAfter: 1 })).toBeNull();
  expect(recaptureRate({ insideBefore: 1, allBefore: 1, insideAfter: 0, allAfter: 0 })).toBeNull();
});

test('ten events on ten of a thousand places: naive Gini .99, generalised 0', () => {
  const gini = giniVariants(
    Array.from({ length: 10 }, () => 1),
    1000,
  );
  expect(gini.naive).toBeCloseTo(0.99, 12);
  expect(gini.generalised).toBeCloseTo(0, 12);
  expect(giniVariants([10, 5, 1, 1, 3], 8).unbiased).toBeCloseTo(0.742857142857143, 12);
  expect(giniVariants([1], 4).unbiased).toBeNull();
  expect(giniVariants([], 0)).toEqual({ naive: 0, generalised: 0, unbiased: null });
});

describe('held-out accuracy', () => {
  const options = { cells: town, cellMetres: 100, seed: 5, resamples: 199 };

  test('of a town with a lasting spot lies far above 1, its figure inside its interval', () => {
    const result = heldOutAccuracy(draw(800, 0.3, 1), options);
    expect(result.status).toBe('measured');
    expect(result.density.pai).toBeGreaterThan(15);
    expect(result.density.paiInterval.low).toBeLessThanOrEqual(result.density.pai);
    expect(result.density.paiInterval.high).toBeGreaterThanOrEqual(result.density.pai);
    expect(result.density.pei).toBeLessThanOrEqual(1);
    expect(result.parameters).toMatchObject({ pickedCells: 16, trained: 600, tested: 200, leftOut: 0 });
  });

  test('of events without any pattern is about 1, and counting does as well', () => {
    const result = heldOutAccuracy(draw(800, 0, 2), options);
    expect(result.density.pai).toBeLessThan(4);
    expect(result.countingDoesAsWell).toBe(true);
    expect(result.sentence.sv).toContain('lika bra');
  });

  test('is the same for the same seed, also when the rows come in another order of equal days', () => {
    const events = draw(300, 0.2, 3);
    expect(heldOutAccuracy(events, options)).toEqual(heldOutAccuracy(events, options));
  });

  test('without a mask, with few events, one day or no numbers says so and gives zeros', () => {
    expect(heldOutAccuracy(draw(100, 0.2, 4), { ...options, cells: [] }).status).toBe('no-mask');
    const few = heldOutAccuracy(draw(20, 0.2, 4), options);
    expect(few).toMatchObject({ status: 'too-few', density: { pai: 0 }, countingDoesAsWell: true });
    const nowhere = draw(100, 0.2, 4);
    nowhere.x.fill(NaN);
    expect(heldOutAccuracy(nowhere, options)).toMatchObject({ status: 'too-few', parameters: { leftOut: 100 } });
    const oneDay = draw(100, 0.2, 4);
    oneDay.time.fill(7);
    expect(heldOutAccuracy(oneDay, options).status).toBe('too-few');
  });
});

describe('held-out accuracy on ten cells in a row', () => {
  const cells: Cell[] = Array.from({ length: 10 }, (_, column) => ({ column, row: 0 }));
  const options = { cells, cellMetres: 100, areaShare: 0.1, resamples: 3, seed: 8 };
  type Crowd = readonly [cell: number, events: number];
  const no = { low: 0, high: 0 };
  const noFigures = { hits: 0, pai: 0, paiInterval: no, pei: 0, peiInterval: no };

  /** Crowds in the middles of cells; the first list lies before the cut at day 130, the second on it and after. */
  function crowds(before: readonly Crowd[], after: readonly Crowd[]) {
    const place = ([cell, events]: Crowd): number[] => Array.from({ length: events }, () => cell * 100 + 50);
    const [early, late] = [before.flatMap(place), after.flatMap(place)];
    const days = [...early.map((_, at) => (at === 0 ? 100 : 129)), ...late.map((_, at) => (at === 0 ? 140 : 130))];
    const x = Float64Array.from([...early, ...late]);
    return { x, y: new Float64Array(x.length).fill(50), time: Float64Array.from(days) };
  }

  /** The resamples as documented: as many events as came, drawn with replacement by the seed. */
  function redrawn(after: readonly Crowd[], cell: number, resamples: number): number[] {
    const came = after.flatMap(([at, events]) => Array.from({ length: events }, () => at));
    const random = createRandom(options.seed);
    return Array.from({ length: resamples }, () => {
      const drawn = came.map(() => came[random.integer(came.length)]);
      return (drawn.filter((at) => at === cell).length / came.length) * 10;
    }).sort((a, b) => a - b);
  }

  const before: Crowd[] = [
    [2, 12],
    [7, 8],
  ];
  const after: Crowd[] = [
    [2, 4],
    [7, 6],
    [5, 2],
  ];

  test('PAI is the share of the events over the share of the cells, PEI the hits over the most possible', () => {
    const result = heldOutAccuracy(crowds(before, after), options);
    expect(result.parameters).toMatchObject({ trained: 20, tested: 12, leftOut: 0, pickedCells: 1, cells: 10 });
    for (const ranking of [result.density, result.count]) {
      expect(ranking.hits).toBe(4);
      expect(ranking.pai).toBeCloseTo(4 / 12 / 0.1, 12);
      expect(ranking.pei).toBeCloseTo(4 / 6, 12);
    }
    expect(result).toMatchObject({ advantage: { low: 0, high: 0 }, countingDoesAsWell: true });
  });

  test('two picked cells are measured by the best two', () => {
    const { count } = heldOutAccuracy(crowds([...before, [5, 9]], after), { ...options, areaShare: 0.2 });
    expect(count.hits).toBe(6);
    expect(count.pei).toBeCloseTo(6 / 10, 12);
  });

  test('the interval runs from the lowest to the highest resample at level 1, and is their middle at level 0', () => {
    const [low, middle, high] = redrawn(after, 2, 3) as [number, number, number];
    expect(new Set([low, middle, high]).size).toBe(3);
    const at = (level: number) => heldOutAccuracy(crowds(before, after), { ...options, level }).count.paiInterval;
    expect(at(1)).toEqual({ low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) });
    expect(at(0)).toEqual({ low: expect.closeTo(middle, 12), high: expect.closeTo(middle, 12) });
  });

  test('without resamples there is no interval', () => {
    const { count, density, advantage } = heldOutAccuracy(crowds(before, after), { ...options, resamples: 0 });
    for (const interval of [count.paiInterval, count.peiInterval, density.paiInterval, advantage])
      expect(interval).toEqual(no);
  });

  test('a spread-out crowd that counting misses gives the map its advantage, in both languages', () => {
    const spread: Crowd[] = [
      [1, 4],
      [2, 4],
      [3, 4],
      [8, 5],
    ];
    const came: Crowd[] = [
      [2, 11],
      [8, 1],
    ];
    const result = heldOutAccuracy(crowds(spread, came), { ...options, resamples: 99 });
    expect([result.density.hits, result.count.hits]).toEqual([11, 1]);
    expect(result.advantage.low).toBeGreaterThan(0);
    expect(result.countingDoesAsWell).toBe(false);
    expect(result.sentence.sv).toMatch(/ hade sedan 9,2 gånger så många .* Att bara räkna per ruta ger 0,8\.$/);
    expect(result.sentence.en).toMatch(/ then had 9\.2 times as many .* Plain counting gives 0\.8\.$/);
    const narrow = heldOutAccuracy(crowds(spread, came), { ...options, bandwidthMetres: 50 });
    expect(narrow.density.hits).toBe(1);
    expect(narrow.sentence.en).toContain('Plain counting does as well here (0.8).');
  });

  test('of equal cells the first is picked', () => {
    const even: Crowd[] = [
      [7, 6],
      [2, 6],
    ];
    expect(heldOutAccuracy(crowds(even, after), options).count.hits).toBe(4);
  });

  test('ten events on either side are enough and nine are not; what lies nowhere, never or outside is left out', () => {
    const ten: Crowd[] = [[2, 10]];
    expect(heldOutAccuracy(crowds(ten, ten), options).status).toBe('measured');
    expect(heldOutAccuracy(crowds(ten, [[2, 9]]), options).status).toBe('too-few');
    expect(heldOutAccuracy(crowds([[2, 9]], ten), options).status).toBe('too-few');
    const events = crowds([...ten, [20, 1]], [...ten, [30, 2]]);
    events.time[3] = NaN;
    events.y[4] = Infinity;
    const { status, parameters } = heldOutAccuracy(events, options);
    expect([status, parameters.trained, parameters.tested, parameters.leftOut]).toEqual(['too-few', 8, 10, 5]);
  });

  test('what is not measured has zeros for figures and says why', () => {
    const few = heldOutAccuracy(crowds([[2, 1]], [[2, 1]]), options);
    expect(few).toMatchObject({ density: noFigures, count: noFigures, advantage: no, countingDoesAsWell: true });
    expect(few.sentence).toEqual({
      sv: 'Träffsäkerheten mäts inte: det är för få händelser i någon av delarna.',
      en: 'The accuracy is not measured: one of the parts holds too few events.',
    });
    expect(heldOutAccuracy(crowds(before, after), { ...options, cells: [] }).sentence).toEqual({
      sv: 'Träffsäkerheten mäts inte: det finns ingen tätortsyta att räkna på.',
      en: 'The accuracy is not measured: there is no built-up area to count over.',
    });
  });
});
