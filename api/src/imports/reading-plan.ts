import { cellText, type Cells } from './cell.js';
import type { ImportField } from './column-fields.js';
import { type ColumnMapping, guessMapping, type MappingGuess } from './columns.js';
import { type CoordinateGuess, recogniseCoordinates, type Territory } from './coordinates.js';
import { guessDateOrder } from './date-order.js';
import type { DateOrder } from './instants.js';
import {
  chooseProfile,
  type DefaultCoordinateChoice,
  type FittedProfile,
  type MappingProfile,
  withGuesses,
} from './mapping-profile.js';
import type { DateOrders } from './row-time.js';

/** How one file is to be read: decided from its first rows, corrected by the user, the same in preview and import. */
export interface ReadingPlan {
  readonly header: readonly string[];
  readonly guess: MappingGuess;
  readonly mapping: ColumnMapping;
  readonly coordinates: CoordinateGuess | null;
  readonly dateOrders: DateOrders;
  /** The order that the user, or the profile, named; null when the dates themselves decided. */
  readonly chosenOrder: DateOrder | null;
  readonly defaultChoice: DefaultCoordinateChoice;
  /** The saved profile that was laid upon the file, when one fitted and the user has not changed the columns since. */
  readonly profile: FittedProfile | null;
  /** Day and month cannot be told apart in the sample. */
  readonly ambiguousDates: boolean;
  /** Keys (`pointKey`) of coordinates that stand for "somewhere here". */
  readonly defaultCoordinates: ReadonlySet<string>;
}

export type PlanFault = { readonly column: number; readonly code: 'field-twice' | 'column-not-there' };

/** What the user said about a file; null where the file itself decides. */
export interface ReadingChoice {
  readonly mapping: ColumnMapping | null;
  readonly dateOrder: DateOrder | null;
  readonly defaultCoordinates: DefaultCoordinateChoice | null;
}

/** Decides how to read a file from its header and first rows: the user's choice, else a profile that fits, else a guess. */
export function planReading(options: {
  readonly header: readonly string[];
  readonly sample: readonly Cells[];
  readonly territory: Territory;
  readonly choice: ReadingChoice;
  readonly profiles: readonly MappingProfile[];
}): ReadingPlan {
  const { header, sample, territory, choice } = options;
  const guess = guessMapping(header, sample.slice(0, 300));
  const profile = choice.mapping === null ? chooseProfile(header, options.profiles) : null;
  const mapping = choice.mapping ?? (profile ? withGuesses(profile, guess.mapping) : guess.mapping);
  const chosenOrder = choice.dateOrder ?? profile?.profile.dateOrder ?? null;
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
    dateOrders: { from: chosenOrder ?? from.order, to: chosenOrder ?? to.order },
    ambiguousDates: chosenOrder === null && (from.ambiguous || to.ambiguous),
    chosenOrder,
    defaultChoice: choice.defaultCoordinates ?? profile?.profile.defaultCoordinates ?? 'refuse',
    profile,
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
