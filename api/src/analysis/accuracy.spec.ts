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
