import { expect, test } from '@jest/globals';
import { compareChicagoScan, compareNewYorkScan, comparePoissonStatistic } from './compare-scan.js';
import { disagreements } from './comparison.js';
import { describeWithData } from './shared-data.js';

describeWithData('The space-time scan beside SaTScan on burglaries in Chicago', 'crime_scan_satscan', () => {
  test('gives the ten best clusters with the same statistic, days, places and, within chance, p', () => {
    const lines = compareChicagoScan();
    expect(lines).toHaveLength(60);
    expect(disagreements(lines)).toEqual([]);
  }, 60_000);
});

describeWithData('The prospective scan beside SaTScan on fever in New York', 'satscan', () => {
  test('gives the three clusters with the same statistic, days, places and, within chance, p', () => {
    const lines = compareNewYorkScan();
    expect(lines).toHaveLength(18);
    expect(disagreements(lines)).toEqual([]);
  }, 60_000);
});

test('The Poisson statistic is SaTScan’s for brain cancer in New Mexico', () => {
  expect(disagreements(comparePoissonStatistic())).toEqual([]);
});
