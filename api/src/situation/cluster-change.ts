import { type ComparedCluster, compareClusters } from '../analyses/comparison.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Language } from '../hotspots/sentence-wording.js';

/** A stored search for places, with what it found. */
export interface RunOfPlaces {
  readonly id: string;
  readonly created_at: Date;
  readonly clusters: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly polygon: { readonly coordinates: MetresMultiPolygon };
    readonly count: number;
  }[];
}

export const clusterStates = ['new', 'persisting', 'fading'] as const;
export type ClusterState = (typeof clusterStates)[number];

export interface ClusterChange {
  readonly state: ClusterState;
  readonly name: string | null;
  readonly before: number | null;
  readonly now: number | null;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** Fewer by this share is fading; a cluster that is gone is too. */
const fadingShare = 0.75;

/** What became of the clusters between two stored searches: new, persisting or fading, in that order. */
export function clusterChanges(before: RunOfPlaces, now: RunOfPlaces): ClusterChange[] {
  const rows = compareClusters(compared(before), compared(now)).map(({ first, second, name, sentence }) => {
    const state: ClusterState =
      first === null ? 'new' : second === null || second.count <= fadingShare * first.count ? 'fading' : 'persisting';
    return { state, name, before: first?.count ?? null, now: second?.count ?? null, sentence };
  });
  return clusterStates.flatMap((state) => rows.filter((row) => row.state === state));
}

function compared({ clusters }: RunOfPlaces): ComparedCluster[] {
  return clusters.map(({ id, name, polygon, count }) => ({ id, name, polygon: polygon.coordinates, count }));
}
