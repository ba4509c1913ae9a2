import { cellText, type Cells } from './cell.js';
import type { ImportField } from './column-fields.js';
import { type ColumnMapping, guessMapping, type MappingGuess } from './columns.js';
import { type CoordinateGuess, recogniseCoordinates, type Territory } from './coordinates.js';
import { guessDateOrder } from './date-order.js';
import type { DateOrders } from './row-time.js';

/** How one file is to be read: decided from its first rows, corrected by the user, the same in preview and import. */
export interface ReadingPlan {
  readonly header: readonly string[];
  readonly guess: MappingGuess;
  readonly mapping: ColumnMapping;
  readonly coordinates: CoordinateGuess | null;
  readonly dateOrders: DateOrders;
  /** Day and month cannot be told apart in the sample. */
  readonly ambiguousDates: boolean;
  /** Keys (`pointKey`) of coordinates that stand for "somewhere here". */
  readonly defaultCoordinates: ReadonlySet<string>;
}

export type PlanFault = { readonly column: number; readonly code: 'field-twice' | 'column-not-there' };

/** Decides how to read a file from its header and first rows; `chosen` is the user's mapping, when there is one. */
export function planReading(options: {
  readonly header: readonly string[];
  readonly sample: readonly Cells[];
  readonly territory: Territory;
  readonly chosen: ColumnMapping | null;
}): ReadingPlan {
  const { header, sample, territory, chosen } = options;
  const guess = guessMapping(header, sample.slice(0, 300));
  const mapping = chosen ?? guess.mapping;
  const north = mapping.latitude ?? mapping.northing;
  const east = mapping.longitude ?? mapping.easting;
  const pairs = sample.slice(0, 500).map((cells) => ({ north: cellText(cells, north), east: cellText(cells, east) }));
  const orderOf = (column: number | undefined) => guessDateOrder(sample.map((cells) => cellText(cells, column)));
  const [from, to] = [orderOf(mapping.from), orderOf(mapping.to)];
  return {
    header,
    guess,
    mapping,
    coordinates: north === undefined || east === undefined ? null : recogniseCoordinates(pairs, territory),
    dateOrders: { from: from.order, to: to.order },
    ambiguousDates: from.ambiguous || to.ambiguous,
    defaultCoordinates: new Set(),
  };
}

/** The user's choice, one field (or none) a column, as a mapping; or what is wrong with it. */
export function readChoice(
  columns: readonly (ImportField | null)[],
  width: number,
): { mapping: ColumnMapping } | { fault: PlanFault } {
  const mapping: ColumnMapping = {};
  for (const [column, field] of columns.entries()) {
    if (field === null) continue;
    if (column >= width) return { fault: { column, code: 'column-not-there' } };
    if (mapping[field] !== undefined) return { fault: { column, code: 'field-twice' } };
    mapping[field] = column;
  }
  return { mapping };
}

export type Blocker = 'date-column-missing' | 'kind-column-missing';

/**
 * What stops an import from being started. Without a column that says what happened, nobody can tell which rows must
 * lose their place, so a file of points is not stored at all.
 */
export function blockersOf(mapping: ColumnMapping): Blocker[] {
  const blockers: Blocker[] = [];
  if (mapping.from === undefined) blockers.push('date-column-missing');
  if (mapping.crimeCode === undefined && mapping.category === undefined) blockers.push('kind-column-missing');
  return blockers;
}
