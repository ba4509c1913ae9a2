import { expect, test } from '@jest/globals';
import { disagreements } from './comparison.js';
import { classDifferences, compareMannKendall } from './compare-trend-classes.js';
import { describeWithData } from './shared-data.js';

describeWithData('Mann-Kendall on 396 series', 'emerging_hotspot_vectors', () => {
  test('agrees with R in S, variance, tau, z and p', () => expect(disagreements(compareMannKendall())).toEqual([]));

  test('and classes differ from sfdep’s only where our written definition says otherwise', () => {
    const { agreeing, differing } = classDifferences();
    expect(agreeing).toBe(280);
    expect([...differing.keys()].sort()).toEqual([
      // consecutive is asked before oscillating
      'consecutive hotspot / sfdep: oscilating hotspot',
      'historical coldspot / sfdep: persistent coldspot',
      // not dense in the latest period: over, not persistent
      'historical hotspot / sfdep: no pattern detected',
      'historical hotspot / sfdep: persistent hotspot',
      'new coldspot / sfdep: oscilating coldspot',
      // sporadic must be dense now
      'no pattern detected / sfdep: sporadic coldspot',
      'no pattern detected / sfdep: sporadic hotspot',
    ]);
  });
});
