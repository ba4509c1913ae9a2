import { areaOf, boundsOf, containment, type MetresMultiPolygon, toGeoJson } from '../geo/polygon.js';
import { readPolygon } from '../geo/geojson.js';
import { type Metres, type Position, toPosition } from '../geo/projection.js';
import { plainWords } from '../imports/cell.js';
import type { FeatureFile, FileFeature } from '../imports/file-feature.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { fieldsOf, type RegisterField } from './register-names.js';
import {
  type AddressRecord,
  type AreaRecord,
  type FieldColumns,
  type PlaceRecord,
  readAddress,
  readArea,
  readPlace,
  readStreet,
  type RegisterKind,
  type RegisterRejection,
  type StreetRecord,
} from './register-record.js';

export type RegisterRecord = AddressRecord | PlaceRecord | StreetRecord | AreaRecord;

/** What a file becomes as a register: the rows that are taken, and why the others are not. */
export interface RegisterFileReading<Row extends RegisterRecord = RegisterRecord> {
  readonly columns: FieldColumns;
  readonly records: readonly Row[];
  readonly outside: number;
  readonly rejections: ReadonlyMap<RegisterRejection, { count: number; rows: number[] }>;
  readonly points: readonly Position[];
}

export interface RegisterGround {
  readonly boundary: MetresMultiPolygon;
  readonly placedBy: (street: string, number: string) => Metres | null;
}

const fieldsByKind: Readonly<Record<RegisterKind, readonly RegisterField[]>> = {
  addresses: ['street', 'number', 'letter', 'locality', 'dwelling'],
  places: ['name', 'aliases', 'kind', 'street', 'number'],
  streets: ['street', 'name', 'locality'],
  areas: ['name', 'population'],
};

const mostPoints = 2000;
const exampleRows = 5;
/** A register reaches a little over the border: the house across the road. */
const borderMetres = 500;

/** Reads a file as a register of one kind. Rows outside the municipality are counted and left out. */
export function readRegister(kind: RegisterKind, file: FeatureFile, ground: RegisterGround): RegisterFileReading {
  const columns = fieldsOf(file.columns, fieldsByKind[kind]);
  const reading = new Reading(ground);
  for (const feature of file.features) reading.take(feature.number, recordOf(kind, feature, columns, ground));
  return { columns, ...reading.result() };
}

function recordOf(
  kind: RegisterKind,
  feature: FileFeature,
  columns: FieldColumns,
  { placedBy }: RegisterGround,
): RegisterRecord | RegisterRejection {
  if (kind === 'addresses') return readAddress(feature, columns);
  if (kind === 'places') return readPlace(feature, columns, placedBy);
  if (kind === 'streets') return readStreet(feature, columns);
  return readArea(feature, columns);
}

/** What rows of one register are told apart by. */
export function recordKey(record: RegisterRecord): string {
  if ('number' in record) return [record.street, record.number, record.locality].map(plainWords).join('|');
  return 'locality' in record ? [record.name, record.locality].map(plainWords).join('|') : plainWords(record.name);
}

function namesOf(record: RegisterRecord): readonly string[] {
  if (!('name' in record)) return [];
  return 'aliases' in record ? [record.name, ...record.aliases] : [record.name];
}

class Reading {
  private readonly records: RegisterRecord[] = [];
  private readonly seen = new Set<string>();
  private readonly rejections = new Map<RegisterRejection, { count: number; rows: number[] }>();
  private readonly points: Position[] = [];
  private outside = 0;
  private readonly within: (record: RegisterRecord) => boolean;

  constructor(ground: RegisterGround) {
    this.within = insideTest(ground.boundary);
  }

  take(number: number, record: RegisterRecord | RegisterRejection): void {
    if (typeof record === 'string') return this.reject(number, record);
    if (namesOf(record).some(mustBeRefused)) return this.reject(number, 'name-personal');
    if (!this.within(record)) {
      this.outside += 1;
      return;
    }
    // Only what is inside is looked at closely: a file of the whole country has thousands of outlines.
    if ('polygons' in record && !readPolygon(toGeoJson(record.polygons)).ok) return this.reject(number, 'area-faulty');
    const key = recordKey(record);
    if (this.seen.has(key)) return this.reject(number, 'repeated');
    this.seen.add(key);
    this.records.push(record);
    if (this.points.length < mostPoints) this.points.push(toPosition(middle(record)));
  }

  result() {
    const { records, outside, rejections, points } = this;
    return { records, outside, rejections, points };
  }

  private reject(number: number, code: RegisterRejection): void {
    const tally = this.rejections.get(code) ?? { count: 0, rows: [] };
    tally.count += 1;
    if (tally.rows.length < exampleRows) tally.rows.push(number);
    this.rejections.set(code, tally);
  }
}

function insideTest(boundary: MetresMultiPolygon): (record: RegisterRecord) => boolean {
  const holds = containment(boundary);
  const bounds = boundsOf(boundary);
  if (!bounds) return () => true;
  const near = ({ x, y }: Metres): boolean => {
    if (x < bounds.minX - borderMetres || x > bounds.maxX + borderMetres) return false;
    if (y < bounds.minY - borderMetres || y > bounds.maxY + borderMetres) return false;
    const steps = [-borderMetres, 0, borderMetres];
    return holds({ x, y }) || steps.some((east) => steps.some((north) => holds({ x: x + east, y: y + north })));
  };
  return (record) => ('polygons' in record ? holds(middle(record)) : near(record.point));
}

/** Where a record is; of an area a point near the middle of its largest part. */
function middle(record: RegisterRecord): Metres {
  if (!('polygons' in record)) return record.point;
  const largest = [...record.polygons].sort((a, b) => areaOf([b]) - areaOf([a]))[0]!;
  const ring = largest[0]!;
  let [twice, x, y] = [0, 0, 0];
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [a, b] = [ring[at]!, ring[at + 1]!];
    const cross = (a[0] - ring[0]![0]) * (b[1] - ring[0]![1]) - (b[0] - ring[0]![0]) * (a[1] - ring[0]![1]);
    twice += cross;
    x += cross * (a[0] + b[0] + ring[0]![0]);
    y += cross * (a[1] + b[1] + ring[0]![1]);
  }
  return twice === 0 ? { x: ring[0]![0], y: ring[0]![1] } : { x: x / (3 * twice), y: y / (3 * twice) };
}
