import { compareAoristic } from './compare-aoristic.js';
import { comparePostgis, compareRobberies, compareToys } from './compare-dbscan.js';
import { compareDensity } from './compare-density.js';
import { compareAccuracy, compareCounts, compareDifferences, compareGini, comparePower } from './compare-effect.js';
import { compareCorrection, compareMemphisGiStar, compareSmallGiStar } from './compare-grid.js';
import { compareBurkitt, compareNearRepeat } from './compare-near-repeat.js';
import { compareChicagoScan, compareNewYorkScan, comparePoissonStatistic } from './compare-scan.js';
import { classDifferences, compareMannKendall } from './compare-trend-classes.js';
import type { Comparison } from './comparison.js';
import { hasSet, referenceFile } from './reference-files.js';

/** Each set of the reference data and what is compared on it. */
const sets: readonly { readonly set: string; readonly tool: string; readonly compare: () => Comparison[] }[] = [
  { set: 'dbscan_toys', tool: 'DBSCAN: scikit-learn 1.9.1, R dbscan 1.1', compare: compareToys },
  { set: 'memphis_robberies', tool: 'DBSCAN: scikit-learn 1.9.1, R dbscan 1.1', compare: compareRobberies },
  { set: 'postgis_dbscan', tool: 'DBSCAN: PostGIS 3.3.2', compare: comparePostgis },
  { set: 'memphis_robberies', tool: 'Gi*: sfhotspot 1.0.0, spdep 1.2-7', compare: compareMemphisGiStar },
  { set: 'getis_ord_small', tool: 'Gi*: esda, spdep 1.2-7', compare: compareSmallGiStar },
  { set: 'evaluation_vectors', tool: 'correction: R 4.2.2', compare: compareCorrection },
  { set: 'memphis_robberies', tool: 'density: sums over every event', compare: compareDensity },
  { set: 'crime_scan_satscan', tool: 'space-time permutation scan: SaTScan 10.3.2', compare: compareChicagoScan },
  { set: 'satscan', tool: 'prospective scan: SaTScan 10.3.2', compare: compareNewYorkScan },
  { set: 'satscan', tool: 'Poisson statistic: SaTScan 10.3.2', compare: comparePoissonStatistic },
  { set: 'chicago_near_repeat', tool: 'near repeats: Near Repeat Calculator 1.3', compare: compareNearRepeat },
  { set: 'burkitt_knox', tool: 'Knox: pointpats', compare: compareBurkitt },
  { set: 'emerging_hotspot_vectors', tool: 'Mann-Kendall: R Kendall', compare: compareMannKendall },
  { set: 'aoristic_dcburglaries', tool: 'aoristic 1.1.1', compare: compareAoristic },
  { set: 'evaluation_vectors', tool: 'WDD: ptools', compare: compareDifferences },
  { set: 'evaluation_vectors', tool: 'two counts: ptools, R 4.2.2', compare: compareCounts },
  { set: 'evaluation_vectors', tool: 'power: the published table', compare: comparePower },
  { set: 'evaluation_vectors', tool: 'PAI, PEI, RRI: ptools', compare: compareAccuracy },
  { set: 'evaluation_vectors', tool: 'Gini: lorenzgini', compare: compareGini },
];

/** `npm run verify:reference`: ours against theirs, line by line; ends with 1 at any mismatch or missing set. */
function verify(): number {
  let [agreed, failed] = [0, 0];
  for (const { set, tool, compare } of sets) {
    say(`\n${set}  (${tool})`);
    if (!hasSet(set)) {
      say(`  NOT RUN   there is no ${referenceFile(set)}; set NARBILD_SHARED to the folder that holds data/reference`);
      failed++;
      continue;
    }
    for (const line of compare()) {
      if (line.agrees) agreed++;
      else failed++;
      say(`  ${line.agrees ? 'agrees  ' : 'DIFFERS '}  ${line.what}: ours ${line.ours}, theirs ${line.theirs}`);
    }
  }
  if (hasSet('emerging_hotspot_vectors')) sayClasses();
  say(`\n${agreed} lines agree, ${failed} do not`);
  return failed > 0 ? 1 : 0;
}

/** Classes are compared for information: sfdep is another reading of the same rules, with known deviations. */
function sayClasses(): void {
  const { agreeing, differing } = classDifferences();
  say('\nemerging_hotspot_vectors  (classes: sfdep, for information; see docs/methods/trend-classes.md)');
  say(`  ${agreeing} series have the same class`);
  for (const [pair, count] of differing) say(`  ${count} differ: ours ${pair}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = verify();
