import { findClusters } from '../../api/src/analysis/clusters.js';
import { peopleClaimOf, type PeopleScan } from '../../api/src/analysis/people-claim.js';
import type { Raised } from './false-alarms.js';
import { createSharedScan } from './shared-scan.js';
import { builtUpAreaSquareMetres, buildTown, drawYears, historyFrom, period, randomFor } from './town.js';

export interface WrongBaselineSetting {
  readonly wrong: 'residents' | 'reversed';
  readonly events: number;
}

/** What is claimed on a map without trouble when a baseline is wrong: alone, and beside one that is right. */
export function wrongBaseline(
  { wrong, events: count }: WrongBaselineSetting,
  townNumber: number,
): (map: number) => Raised {
  const town = buildTown('people', townNumber);
  const scanRight = createSharedScan(town.people);
  const scanWrong = createSharedScan(town[wrong]);
  return (map) => {
    const events = drawYears(town, count, { random: randomFor('wrong baseline', count, townNumber, map) });
    const now = events.filter(({ from }) => from >= period.from);
    const { clusters } = findClusters(events, { period, historyFrom, builtUpAreaSquareMetres });
    const [right, alone] = [scanRight(now), scanWrong(now)];
    const some = (scans: readonly PeopleScan[], status: string): boolean =>
      clusters.some(({ polygon }) => peopleClaimOf(polygon, scans).status === status);
    return {
      'wrong one alone': some([alone], 'more-than-people'),
      'both, said as certain': some([right, alone], 'more-than-people'),
      'both, said of one only': some([right, alone], 'one-baseline-only'),
    };
  };
}
