import { mustBeRefused } from '../privacy/personal-data.js';
import type { Metres } from '../geo/projection.js';
import { cellText, type Cells } from './cell.js';
import type { ColumnMapping } from './columns.js';
import type { ImportField } from './column-fields.js';
import type { CoordinateProblem } from './coordinates.js';
import { type CategoryRules, type Classification, classify } from './crime-codes.js';
import { stableHash } from './identity.js';
import { type InstantProblem, monthOf } from './instants.js';
import {
  type PlaceContext,
  type PlaceNote,
  type Placement,
  type Precision,
  readRowPlace,
  type RowPlace,
} from './row-place.js';
import { type DateOrders, readRowTime, type RowTime, type TimePrecision } from './row-time.js';

/** One row as it may be stored. For a sensitive row nothing here tells the place or the hour. */
export interface ImportedIncident {
  readonly sourceId: string | null;
  readonly crimeCode: string | null;
  readonly categoryCode: string;
  readonly subcategory: string | null;
  /** Epoch milliseconds; the first instant of the local month when the row is sensitive. */
  readonly from: number;
  readonly to: number | null;
  readonly timePrecision: TimePrecision;
  readonly point: Metres | null;
  readonly placement: Placement;
  readonly precision: Precision;
  readonly address: string | null;
  readonly areaName: string | null;
  readonly outside: boolean;
  readonly crimeCount: number;
  readonly sensitive: boolean;
  readonly text: string | null;
  /** What a row without an id of its own is recognised by: a hash; keyed, and always there, when the row is sensitive. */
  readonly fingerprint: string | null;
}

export type RowNote = PlaceNote | 'code-unknown' | 'text-removed' | 'place-removed' | 'outside';

export type RejectionCode =
  | InstantProblem
  | CoordinateProblem
  | 'end-before-start'
  | 'count-invalid'
  | 'id-is-personal-number'
  | 'date-column-missing';

export type RowOutcome =
  | { readonly outcome: 'ok'; readonly incident: ImportedIncident; readonly notes: readonly RowNote[] }
  | {
      readonly outcome: 'rejected';
      readonly field: ImportField;
      readonly code: RejectionCode;
      readonly sensitive: boolean;
    };

export interface RowContext extends CategoryRules, PlaceContext {
  readonly dateOrders: DateOrders;
  /** The columns that the file itself shows to hold code and category, whatever the user chose. */
  readonly recognised?: Pick<ColumnMapping, 'crimeCode' | 'category'>;
  /** A keyed hash (HMAC with the municipality's key) for what must not be guessed back. */
  readonly digest: (text: string) => string;
}

const longestText = 2000;

/**
 * Turns one row of a table into an incident, or says why it cannot be one. Place, hour, address and text of a sensitive
 * row are gone before this returns; whether the row is sensitive is decided first, so that a rejection knows it too.
 */
export function readRow(cells: Cells, mapping: ColumnMapping, context: RowContext): RowOutcome {
  const kind = classify(cellText(cells, mapping.crimeCode), cellText(cells, mapping.category), context);
  const sensitive = kind.sensitive !== null || saidElsewhere(cells, mapping, context);
  const reject = (field: ImportField, code: RejectionCode): RowOutcome => ({
    outcome: 'rejected',
    field,
    code,
    sensitive,
  });
  if (mapping.from === undefined) return reject('from', 'date-column-missing');
  const sourceId = cellText(cells, mapping.sourceId) || null;
  if (sourceId !== null && /\d{4}/.test(sourceId) && isPersonalNumber(sourceId))
    return reject('sourceId', 'id-is-personal-number');
  const time = readRowTime(cells, mapping, context.dateOrders);
  if ('code' in time) return reject(time.field, time.code);
  const crimeCount = readCount(cellText(cells, mapping.count));
  if (crimeCount === null) return reject('count', 'count-invalid');
  const place = readRowPlace(cells, mapping, context);
  if (typeof place === 'string') return reject(mapping.latitude === undefined ? 'northing' : 'latitude', place);
  const row = { sourceId, kind, time, crimeCount, place };
  return sensitive ? stripped(row, context) : kept(row, cellText(cells, mapping.description));
}

/** A column that tells the kind decides even when the user named another one: a slip there must not store a place. */
function saidElsewhere(cells: Cells, mapping: ColumnMapping, context: RowContext): boolean {
  const { crimeCode, category } = context.recognised ?? mapping;
  if (crimeCode === mapping.crimeCode && category === mapping.category) return false;
  return classify(cellText(cells, crimeCode), cellText(cells, category), context).sensitive !== null;
}

interface Row {
  readonly sourceId: string | null;
  readonly kind: Classification;
  readonly time: RowTime;
  readonly crimeCount: number;
  readonly place: RowPlace;
}

function kept(row: Row, description: string): RowOutcome {
  const refused = description !== '' && mustBeRefused(description);
  const { place, time } = row;
  const notes: RowNote[] = row.kind.known ? [] : ['code-unknown'];
  if (place.note) notes.push(place.note);
  if (place.outside) notes.push('outside');
  if (refused) notes.push('text-removed');
  const incident: ImportedIncident = {
    sourceId: row.sourceId,
    crimeCode: row.kind.crimeCode,
    categoryCode: row.kind.category,
    subcategory: row.kind.subcategory,
    crimeCount: row.crimeCount,
    from: time.from,
    to: time.to,
    timePrecision: time.precision,
    point: place.point,
    placement: place.placement,
    precision: place.precision,
    address: place.address !== null && mustBeRefused(place.address) ? null : place.address,
    areaName: place.areaName,
    outside: place.outside,
    sensitive: false,
    text: refused || description === '' ? null : description.slice(0, longestText),
    fingerprint: row.sourceId === null ? `r-${stableHash(whole(row))}` : null,
  };
  return { outcome: 'ok', incident, notes };
}

/** Area and month remain. */
function stripped(row: Row, context: RowContext): RowOutcome {
  const month = monthOf(row.time.from);
  const areaName = row.place.areaName !== null && looksLikeAddress(row.place.areaName) ? null : row.place.areaName;
  const incident: ImportedIncident = {
    sourceId: row.sourceId,
    crimeCode: row.kind.crimeCode,
    categoryCode: row.kind.category,
    subcategory: row.kind.subcategory,
    crimeCount: row.crimeCount,
    from: month.from,
    to: month.to,
    timePrecision: 'month',
    point: null,
    placement: areaName === null ? 'none' : 'area',
    precision: 'area',
    address: null,
    areaName,
    outside: row.place.outside,
    sensitive: true,
    text: null,
    fingerprint: `s-${context.digest(whole(row))}`,
  };
  return { outcome: 'ok', incident, notes: row.kind.known ? ['place-removed'] : ['code-unknown', 'place-removed'] };
}

/** The row's meaning as one text, the same from CSV and from Excel. Never leaves this file unhashed. */
function whole({ kind, time, place, crimeCount }: Row): string {
  const point =
    place.placement === 'coordinates' && place.point
      ? `${Math.round(place.point.x * 10)},${Math.round(place.point.y * 10)}`
      : '';
  const parts = [
    kind.crimeCode,
    kind.category,
    kind.subcategory,
    time.from,
    time.to,
    point,
    place.address,
    place.areaName,
    crimeCount,
  ];
  return JSON.stringify(parts);
}

function isPersonalNumber(text: string): boolean {
  return mustBeRefused(text);
}

function readCount(text: string): number | null {
  if (text === '') return 1;
  const match = /^(\d{1,4})(?:[.,]0+)?$/.exec(text);
  return match && Number(match[1]) >= 1 ? Number(match[1]) : null;
}

function looksLikeAddress(text: string): boolean {
  return /(?:gatan|vägen|gränd|stigen|torget|allén|väg|gata)\b/i.test(text) || /\p{L}+ \d{1,4} ?[a-z]?$/iu.test(text);
}
