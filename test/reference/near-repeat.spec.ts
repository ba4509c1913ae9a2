import { expect, test } from '@jest/globals';
import { compareBurkitt, compareNearRepeat } from './compare-near-repeat.js';
import { disagreements } from './comparison.js';
import { describeWithData } from './shared-data.js';

describeWithData('Near repeat on 970 burglaries in Chicago', 'chicago_near_repeat', () => {
  test('is the Near Repeat Calculator’s table cell for cell, and R’s with expectation, ratio and p', () => {
    const lines = compareNearRepeat();
    expect(lines).toHaveLength(13);
    expect(disagreements(lines)).toEqual([]);
  }, 60_000);
});

describeWithData('Knox’ test on Burkitt’s lymphoma', 'burkitt_knox', () => {
  test('finds 13 pairs where 10.1438 are expected, with the tail that holds the observed count', () => {
    const lines = compareBurkitt();
    expect(lines).toHaveLength(5);
    expect(disagreements(lines)).toEqual([]);
  });
});
