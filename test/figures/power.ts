import { findClusters } from '../../api/src/analysis/clusters.js';
import { peopleClaimOf } from '../../api/src/analysis/people-claim.js';
import type { Metres } from '../../api/src/geo/projection.js';
import type { Raised } from './false-alarms.js';
import { createSharedScan } from './shared-scan.js';
import {
  builtUpAreaSquareMetres,
  buildTown,
  centre,
  corner,
  drawPlaces,
  drawYears,
  historyFrom,
  period,
  randomFor,
} from './town.js';

export interface PowerSetting {
  readonly where: 'edge' | 'centre';
  readonly events: number;
  /** Share of the events that lies in the spot. */
  readonly share: number;
}

const spotMetres = 25;
const nearMetres = 100;
const mostSquareMetres = 100_000;

/** 250 m from the centre in any direction, or 200 m from the edge of the town. */
function spotOf(where: PowerSetting['where'], angle: number): Metres {
  if (where === 'edge') return { x: corner.x + 200, y: centre.y + 2_000 * (angle / Math.PI - 1) };
  return { x: centre.x + 250 * Math.cos(angle), y: centre.y + 250 * Math.sin(angle) };
}

/**
 * Is a spot that is there drawn as a place of its own (at most 0.1 km2, its middle within 100 m), and is that place called more
 * than expected where people are?
 */
export function power({ where, events: count, share }: PowerSetting, townNumber: number): (map: number) => Raised {
  const town = buildTown('people', townNumber);
  const scanPeople = createSharedScan(town.people);
  return (map) => {
    const random = randomFor('power', where, count, share, townNumber, map);
    const spot = spotOf(where, 2 * Math.PI * random.next());
    const inSpot = Math.round(share * count);
    const now = [
      ...drawPlaces(town, count - inSpot, { random }),
      ...Array.from({ length: inSpot }, () => ({
        x: spot.x + spotMetres * random.normal(),
        y: spot.y + spotMetres * random.normal(),
      })),
    ];
    const events = drawYears(town, count, { random, now });
    const result = findClusters(events, { period, historyFrom, builtUpAreaSquareMetres });
    const places = result.clusters.filter(
      (found) =>
        found.areaSquareMetres <= mostSquareMetres &&
        Math.hypot(found.centre.x - spot.x, found.centre.y - spot.y) <= nearMetres,
    );
    const scan = scanPeople(events.filter(({ from }) => from >= period.from));
    const claims = (polygon: (typeof places)[number]['polygon']): boolean =>
      peopleClaimOf(polygon, [scan]).status === 'more-than-people';
    return {
      found: places.length > 0,
      'found and claimed': places.some(({ polygon }) => claims(polygon)),
      'found and more than usual': places.some(({ claims: { ownHistory } }) => ownHistory.status === 'more-than-usual'),
    };
  };
}
