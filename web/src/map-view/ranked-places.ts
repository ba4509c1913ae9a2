import { containment, fromGeoJson, type GeoJsonMultiPolygon } from '../../../api/src/geo/polygon.js';
import { toMetres, type Position } from '../../../api/src/geo/projection.js';
import type { Cluster, EventCollection, Hotspot, PlaceFigures } from './map-api.js';

/** One line of the list and one outline of the map: the same number in both. */
export interface RankedPlace {
  id: string;
  number: number;
  /** `null`: an anhopning with no named place near by. */
  name: string | null;
  polygon: Cluster['polygon'];
  centre: readonly number[];
  /** Over the filter's period for an anhopning, over the latest twelve months for a hot spot. */
  figures: PlaceFigures;
  /** Events of the filter within it. */
  count: number;
  hotspot: Hotspot | null;
  cluster: Cluster | null;
}

interface Found {
  hotspots: readonly Hotspot[];
  clusters: readonly Cluster[];
  /** The events of the filter, when hot spots are to be counted by it; `null`: their own figures hold. */
  events: Pick<EventCollection, 'features' | 'truncated'> | null;
}

function inside(polygon: Cluster['polygon']): (position: readonly number[]) => boolean {
  const contains = containment(fromGeoJson(polygon as unknown as GeoJsonMultiPolygon));
  return (position) => contains(toMetres(position as Position));
}

/**
 * The places in the order of the list: hot spots as the group has numbered them, closed ones last, then what is found and
 * not taken up. An anhopning whose middle lies in an open hot spot is that hot spot and is not told twice.
 */
export function rankPlaces({ hotspots, clusters, events }: Found): RankedPlace[] {
  const open = hotspots.filter(({ stage }) => stage !== 'closed');
  const taken = open.map(({ polygon }) => inside(polygon));
  const openIds = new Set(open.map(({ id }) => id));
  const decided = open.map((hotspot): RankedPlace => {
    const contains = inside(hotspot.polygon);
    const counted =
      events === null || events.truncated
        ? hotspot.figures.count
        : events.features.filter(({ geometry }) => contains(geometry.coordinates)).length;
    const { id, number, name, polygon, centre, figures } = hotspot;
    return { id, number, name, polygon, centre, figures, count: counted, hotspot, cluster: null };
  });
  const after = hotspots.reduce((most, { number }) => Math.max(most, number), 0);
  const found = clusters
    .filter(({ hotspotId }) => hotspotId === null || !openIds.has(hotspotId))
    .filter(({ centre }) => !taken.some((contains) => contains(centre)))
    .map((cluster, index): RankedPlace => {
      const { id, name, polygon, centre, figures } = cluster;
      return { id, number: after + index + 1, name, polygon, centre, figures, count: figures.count, hotspot: null, cluster };
    }); // prettier-ignore
  return [...decided, ...found];
}

/** How a place stands against its own history; `above`: over what is usual, yet not clearly so among all places. */
export type Verdict = PlaceFigures['usual']['status'] | 'above';

export function verdictOf({ usual, count }: PlaceFigures): Verdict {
  return usual.status === 'as-usual' && count > usual.high ? 'above' : usual.status;
}
