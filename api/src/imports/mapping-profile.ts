import { plainWords } from './cell.js';
import type { ImportField } from './column-fields.js';
import type { ColumnMapping } from './columns.js';
import type { DateOrder } from './instants.js';

/** What somebody once said that the columns of a source's files are. */
export interface MappingProfile {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly ProfileColumn[];
  /** Null: decided from the dates themselves, as without a profile. */
  readonly dateOrder: DateOrder | null;
  readonly defaultCoordinates: DefaultCoordinateChoice;
}

export interface ProfileColumn {
  readonly header: string;
  readonly field: ImportField;
}

/** `refuse`: a coordinate that stands for "somewhere here" is no place; `accept`: the user knows that it is one. */
export type DefaultCoordinateChoice = 'refuse' | 'accept';

/** A profile laid upon a file: which columns it found, and which are not there any longer. */
export interface FittedProfile {
  readonly profile: MappingProfile;
  readonly mapping: ColumnMapping;
  readonly missing: readonly ProfileColumn[];
}

/** A file that has less than this share of a profile's columns is another kind of file. */
const leastShare = 0.6;

/**
 * The saved profile that fits a file's header best, by the names of its columns; of equal ones the first (the caller
 * gives the last used first). Null when none has at least three fifths of its columns there.
 */
export function chooseProfile(header: readonly string[], profiles: readonly MappingProfile[]): FittedProfile | null {
  let best: { fitted: FittedProfile; share: number } | null = null;
  for (const profile of profiles) {
    const fitted = fit(header, profile);
    const share = 1 - fitted.missing.length / Math.max(profile.columns.length, 1);
    if (profile.columns.length > 0 && share >= leastShare && share > (best?.share ?? 0)) best = { fitted, share };
  }
  return best?.fitted ?? null;
}

function fit(header: readonly string[], profile: MappingProfile): FittedProfile {
  const exact = new Map(header.map((name, column) => [name, column]));
  const loose = new Map(header.map((name, column) => [plainWords(name), column]));
  const mapping: ColumnMapping = {};
  const missing: ProfileColumn[] = [];
  for (const column of profile.columns) {
    const found = exact.get(column.header) ?? loose.get(plainWords(column.header));
    if (found === undefined) missing.push(column);
    else mapping[column.field] = found;
  }
  return { profile, mapping, missing };
}

/** The profile's columns, and for a field that is missing what the file itself shows, where no other field stands. */
export function withGuesses(fitted: FittedProfile, guess: ColumnMapping): ColumnMapping {
  const mapping: ColumnMapping = { ...fitted.mapping };
  const taken = new Set(Object.values(mapping));
  for (const { field } of fitted.missing) {
    const column = guess[field];
    if (column === undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** What is saved of a mapping: each used column by its header. */
export function profileColumns(header: readonly string[], columns: readonly (ImportField | null)[]): ProfileColumn[] {
  return columns.flatMap((field, at) => (field === null ? [] : [{ header: header[at] ?? '', field }]));
}
