import { expect, test } from '@jest/globals';
import { disagreements } from './comparison.js';
import { compareDensity } from './compare-density.js';
import { describeWithData } from './shared-data.js';

describeWithData('density of 2,245 robberies in Memphis', 'memphis_robberies', () => {
  test('agrees with plain sums over every event to 1e-6, with the known greatest values', () => {
    const lines = compareDensity();
    expect(disagreements(lines)).toEqual([]);
    expect(lines).toHaveLength(6);
  });
});
