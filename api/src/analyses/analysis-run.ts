import type { Bilingual } from '../analysis/bilingual.js';
import type { ClusterResult } from '../analysis/clusters.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { PlaceFigures } from '../hotspots/place-figures.js';
import type { Answer } from './answer.js';
import type { Question } from './question.js';

/** A stored run, as the table has it. */
export interface RunRow {
  readonly id: string;
  readonly kind: Question;
  readonly group_codes: string[];
  readonly filters: Record<string, unknown>;
  readonly parameters: Record<string, unknown>;
  readonly method_version: string;
  readonly input_count: number;
  readonly input_hash: string;
  readonly result: StoredPlaces | StoredAnswer;
  readonly created_at: Date;
}

export interface ClusterRow {
  readonly id: string;
  readonly run_id: string;
  readonly number: number;
  readonly status: 'found' | 'single-source';
  readonly polygon: { coordinates: MetresMultiPolygon };
  readonly x: number;
  readonly y: number;
  readonly facts: StoredFacts;
  readonly hotspot_id: string | null;
}

/** A run with its clusters, which are none but for `places`. */
export interface RunRows {
  readonly run: RunRow;
  readonly clusters: readonly ClusterRow[];
}

interface StoredPeriod {
  readonly period: { readonly from: number; readonly to: number };
  /** The period reached the day of the run. */
  readonly running: boolean;
}

/** What is stored with a run of `places`, besides its clusters. */
export type StoredPlaces = StoredPeriod &
  Pick<ClusterResult, 'status' | 'total' | 'clustered' | 'leftOut' | 'defaultCoordinates'> & {
    readonly singleHomes: number;
    /** What the run says, for lists; absent in runs stored before it was kept. */
    readonly sentence?: Bilingual;
  };

/** What is stored with a run of any other question: its answer in both languages. */
export type StoredAnswer = StoredPeriod & { readonly answer: Answer };

/** Without the weeks, of which no run tells: they would be three quarters of what is stored. */
export interface StoredFacts {
  readonly name: string | null;
  readonly diameterMetres: number;
  readonly figures: Omit<PlaceFigures, 'weeks'>;
}

export function holdsAnswer(result: RunRow['result']): result is StoredAnswer {
  return 'answer' in result;
}
