import { expect, test } from '@jest/globals';
import { disagreements } from './comparison.js';
import { compareCorrection, compareMemphisGiStar, compareSmallGiStar } from './compare-grid.js';
import { describeWithData } from './shared-data.js';

describeWithData('Gi* on 2,245 robberies in Memphis', 'memphis_robberies', () => {
  test('agrees with spdep in every cell to 1e-9: greatest 15.0752902257147, hot 417, 285 and 113', () => {
    const lines = compareMemphisGiStar();
    expect(disagreements(lines)).toEqual([]);
    expect(lines.slice(-4).map(({ ours }) => ours)).toEqual(['417', '285', '113', '0']);
  });
});

describeWithData('Gi* on esda’s six points and on Getis and Ord’s own grid', 'getis_ord_small', () => {
  test('agrees with spdep', () => expect(disagreements(compareSmallGiStar())).toEqual([]));
});

describeWithData('Benjamini and Hochberg’s correction', 'evaluation_vectors', () => {
  test('agrees with R', () => expect(disagreements(compareCorrection())).toEqual([]));
});
