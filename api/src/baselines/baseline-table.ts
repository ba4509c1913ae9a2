import { cellText, type Cells, readNumber } from '../imports/cell.js';
import type { Metres } from '../geo/projection.js';
import { type BaselineEntry, type BaselineKind, largestCount, roundedToDecimetres } from './baseline.js';
import { type Columns, columnsOf, kindNamed, type NumberedRow } from './baseline-columns.js';
import {
  type BaselineGround,
  type BaselineRowFault,
  coordinateForm,
  type Found,
  placeFinder,
} from './baseline-places.js';

export interface BaselineReading {
  readonly entries: readonly BaselineEntry[];
  readonly rows: number;
  readonly faults: readonly { readonly row: number; readonly code: BaselineRowFault }[];
  /** Rows whose place lies outside the municipality; they are left out. */
  readonly outside: readonly number[];
  /** The whole file has north and east, or latitude and longitude, in each other's columns; it was turned. */
  readonly swapped: boolean;
  /** No column says what kind of people they are: all count as `other`. */
  readonly withoutKind: boolean;
}

/**
 * Reads a table of people: a place (coordinates in WGS 84 or SWEREF 99, street and number, or an area) and how many, with
 * a column of kinds or one column of counts per kind. Null when no column holds counts. A row is used whole or told.
 */
export function readBaselineTable(
  header: readonly string[],
  rows: readonly NumberedRow[],
  ground: BaselineGround,
): BaselineReading | null {
  const columns = columnsOf(header, rows);
  if (columns.counts.length === 0) return null;
  const form = coordinateForm(columns.place, rows, ground.territory);
  const find = placeFinder(columns.place, form, ground);
  const entries: BaselineEntry[] = [];
  const faults: { row: number; code: BaselineRowFault }[] = [];
  const outside: number[] = [];
  for (const { number, cells } of rows) {
    const counted = countsIn(cells, columns);
    if (typeof counted === 'string') faults.push({ row: number, code: counted });
    else if (counted.length > 0) {
      const place = find(cells);
      if (typeof place === 'string') faults.push({ row: number, code: place });
      else if (place === null) outside.push(number);
      else for (const one of counted) entries.push(...spread(one, place));
    }
  }
  const withoutKind = columns.kind === undefined && columns.counts.some(({ kind }) => kind === null);
  return { entries, rows: rows.length, faults, outside, swapped: form?.swapped ?? false, withoutKind };
}

/** What a row counts; empty for none. A row is read before its place, so that a bad figure is told as such. */
function countsIn(
  cells: Cells,
  { counts, kind }: Columns,
): { readonly kind: BaselineKind; readonly count: number }[] | BaselineRowFault {
  const found: { kind: BaselineKind; count: number }[] = [];
  for (const column of counts) {
    const written = (cells[column.column] ?? '').trim();
    if (written === '' && counts.length > 1) continue;
    const count = readNumber(written);
    if (count === null || !Number.isFinite(count)) return 'baseline-count-not-a-number';
    if (count < 0) return 'baseline-count-negative';
    if (count > largestCount) return 'baseline-count-too-large';
    const named = column.kind ?? (kind === undefined ? 'other' : kindNamed(cellText(cells, kind)));
    if (named === null) return 'baseline-kind-unknown';
    if (count > 0) found.push({ kind: named, count });
  }
  return found;
}

/** People of an area are spread evenly: residents over its dwellings, the others over the other addresses where there are any. */
function spread(
  { kind, count }: { readonly kind: BaselineKind; readonly count: number },
  place: Found,
): BaselineEntry[] {
  const at = ({ x, y }: Metres, people: number): BaselineEntry => ({
    kind,
    count: people,
    x: roundedToDecimetres(x),
    y: roundedToDecimetres(y),
  });
  if ('x' in place) return [at(place, count)];
  const [wanted, rest] = kind === 'residents' ? [place.dwellings, place.others] : [place.others, place.dwellings];
  const addresses = wanted.length > 0 ? wanted : rest;
  return addresses.map((address) => at(address, count / addresses.length));
}
