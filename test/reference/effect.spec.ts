import { expect, test } from '@jest/globals';
import { disagreements } from './comparison.js';
import { compareAccuracy, compareCounts, compareDifferences, compareGini, comparePower } from './compare-effect.js';
import { describeWithData } from './shared-data.js';

describeWithData('figures of follow-up', 'evaluation_vectors', () => {
  test('the weighted displacement difference agrees with ptools: -118, standard error 39.598', () => {
    const lines = compareDifferences();
    expect(disagreements(lines)).toEqual([]);
    expect(lines[0]!.ours).toBe('-118');
    expect(Number(lines[1]!.ours)).toBeCloseTo(39.598, 3);
  });

  test('the e-test and the exact interval agree with ptools and R', () => {
    expect(disagreements(compareCounts())).toEqual([]);
  });

  test('the events needed agree with the published table', () => expect(disagreements(comparePower())).toEqual([]));

  test('PAI, PEI and RRI agree with ptools for equal and unequal areas', () => {
    expect(disagreements(compareAccuracy())).toEqual([]);
  });

  test('three Ginis agree with lorenzgini', () => expect(disagreements(compareGini())).toEqual([]));
});
