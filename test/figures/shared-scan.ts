import type { Baseline, PeopleScan } from '../../api/src/analysis/people-claim.js';
import { scanPeople } from '../../api/src/analysis/people-claim.js';
import type { AnalysedEvent } from '../../api/src/analysis/hygiene.js';
import type { PoissonCluster } from '../../api/src/analysis/poisson-scan.js';
import { monteCarloP } from '../../api/src/analysis/scan-statistic.js';

/**
 * The product's people scan with the 999 drawn maps shared: their largest ratios depend on the baseline and the number of
 * events alone, never on where the events lie, and the product draws them from a fixed seed. So they are drawn once for
 * each number of events, and every answer is, digit for digit, the one that the product gives (see figures.spec.ts).
 */
export function createSharedScan(
  baseline: Baseline,
  permutations = 999,
): (events: readonly AnalysedEvent[]) => PeopleScan {
  const drawn = new Map<number, Float64Array>();
  return (events) => {
    const [scan] = scanPeople(events, [baseline], { permutations: 0 });
    const { result } = scan!;
    if (result.status !== 'tested') return scan!;
    const count = result.parameters.events;
    const maxima = drawn.get(count) ?? scanPeople(events, [baseline], { permutations })[0]!.result.simulatedMaxima;
    drawn.set(count, maxima);
    const ranked = (clusters: readonly PoissonCluster[]): PoissonCluster[] =>
      clusters.map((cluster) => ({ ...cluster, p: monteCarloP(cluster.llr, maxima) }));
    const clusters = ranked(result.clusters);
    const placeClusters = ranked(result.placeClusters);
    const parameters = { ...result.parameters, permutations };
    return { ...scan!, result: { ...result, clusters, placeClusters, parameters, simulatedMaxima: maxima } };
  };
}
