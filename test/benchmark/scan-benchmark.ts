import { spaceTimeScan } from '../../api/src/analysis/space-time-scan.js';
import { hasSet, numbersOf, rowsOf } from '../reference/reference-files.js';
import { print } from './measures.js';

/** What SaTScan 10.3.2 took for 99 shuffles of the same events on one core, measured outside and not again here. */
const satscan = { seconds: 108.7, permutations: 99 };

function main(): void {
  if (!hasSet('memphis_robberies')) {
    print('Space-time scan: NOT RUN, the shared reference data are not here (set NARBILD_SHARED)');
    return;
  }
  const rows = rowsOf('memphis_robberies/memphis_robberies.csv');
  const day = Float64Array.from(rows, ({ date }) => Math.floor(Date.parse(`${date!.replace(' ', 'T')}Z`) / 86_400_000));
  const events = { x: numbersOf(rows, 'x'), y: numbersOf(rows, 'y'), day };
  const settings = { radiusMetres: 1000, windowDays: 28, permutations: 999, seed: 1 } as const;
  print(
    `Space-time permutation scan, ${rows.length} robberies in Memphis, circles to ${settings.radiusMetres} m, spans to ${settings.windowDays} days, ${settings.permutations} shuffles, one core`,
  );
  const start = performance.now();
  const { clusters } = spaceTimeScan(events, { ...settings, mode: 'retrospective', distance: 'euclidean' });
  const seconds = (performance.now() - start) / 1000;
  const theirs = (satscan.seconds * (settings.permutations + 1)) / (satscan.permutations + 1);
  print(
    `  Närbild   ${seconds.toFixed(1).padStart(7)} s   most likely cluster: ratio ${clusters[0]!.llr.toFixed(6)}, p ${clusters[0]!.p}`,
  );
  print(
    `  SaTScan   ${theirs.toFixed(0).padStart(7)} s   reckoned from ${satscan.seconds} s for ${satscan.permutations} shuffles on another day: ${(theirs / seconds).toFixed(0)} times ours (wanted: 20)`,
  );
}

main();
