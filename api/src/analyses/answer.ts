import type { Bilingual } from '../analysis/bilingual.js';
import type { ClusterResult, FoundCluster } from '../analysis/clusters.js';
import type { Period } from '../analysis/calendar.js';
import type { EventColumns } from '../analysis/event-columns.js';
import type { DefaultCoordinate } from '../analysis/hygiene.js';
import type { Baseline } from '../analysis/people-claim.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import type { PlaceFigures } from '../hotspots/place-figures.js';
import type { AnswerStatus, ExpertParameters, Question } from './question.js';

/** A value of the table twin: a figure, a word in both languages, or nothing. */
export type CellValue = number | string | boolean | null | Bilingual;

export interface TableColumn {
  readonly key: string;
  readonly label: Bilingual;
  /** Printed after figures of the column; null for words and plain counts. */
  readonly unit: Bilingual | null;
}

/** Everything that the map shows, as rows: who does not see the map reads the same. */
export interface AnswerTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
}

/** One shape for the map, in degrees. `row` is the row of the table that tells the same. */
export interface AnswerFeature {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'MultiPolygon' | 'Polygon' | 'Point'; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, CellValue>> & { readonly layer: string; readonly row: number | null };
}

/** How many events went where; the same words for every question. */
export interface InputCounts {
  readonly total: number;
  readonly used: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly defaultCoordinates: readonly DefaultCoordinate[];
}

/** What a question answers, in both languages: stored as it is and handed out in the reader's. */
export interface Answer {
  readonly status: AnswerStatus;
  /** One plain sentence that names what is compared with. */
  readonly sentence: Bilingual;
  /** The middle of each row's place, where the rows are places to be named; gone once they are (answer-names.ts). */
  readonly centres?: readonly Metres[];
  readonly features: readonly AnswerFeature[];
  readonly table: AnswerTable;
  /** The parameters really used, with their units in their names. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What was chosen, by rule or by the expert, and why. */
  readonly choices: readonly Bilingual[];
  readonly notices: readonly Bilingual[];
  readonly input: InputCounts;
}

/** A place that the group has taken up already. */
export interface KnownPlace {
  readonly id: string;
  readonly name: string;
  readonly polygon: MetresMultiPolygon;
  /** The period whose density made it a hot spot; null when it was drawn from knowledge. */
  readonly detection: Period | null;
  readonly adoptedAt: number;
}

/** Everything that an answer is made of; plain data and typed arrays, so that it crosses to a worker. */
export interface Task {
  readonly question: Question;
  readonly events: EventColumns;
  /** The events without filters on category, source and area, where there are any: default coordinates are known by their mixture. */
  readonly unfiltered: EventColumns | null;
  readonly period: Period;
  readonly historyFrom: number | null;
  readonly boundary: MetresMultiPolygon;
  readonly builtUp: MetresMultiPolygon | null;
  /** Addresses and places of the register: a stand-in for a missing built-up area. */
  readonly register: { readonly x: Float64Array; readonly y: Float64Array };
  readonly baselines: readonly Baseline[];
  readonly places: readonly KnownPlace[];
  /** Only events inside count; null for the whole municipality. */
  readonly within: MetresMultiPolygon | null;
  /** The hot spot asked about. */
  readonly placeId: string | null;
  readonly effect: { readonly before: Period; readonly after: Period } | null;
  readonly expert: ExpertParameters;
  readonly seed: number;
}

/** A cluster as it is stored: its figures are of its own polygon. */
export interface FoundPlace extends Pick<
  FoundCluster,
  'number' | 'status' | 'centre' | 'polygon' | 'diameterMetres' | 'claims' | 'count'
> {
  readonly status: 'found' | 'single-source';
  readonly figures: PlaceFigures;
}

/** The answer to `places`, whose clusters become rows of their own. */
export interface PlacesAnswer {
  readonly result: Pick<
    ClusterResult,
    'status' | 'total' | 'clustered' | 'leftOut' | 'defaultCoordinates' | 'parametersUsed'
  >;
  readonly singleHomes: number;
  readonly places: readonly FoundPlace[];
}

export const noTable: AnswerTable = { columns: [], rows: [] };

export function both(sv: string, en: string): Bilingual {
  return { sv, en };
}
