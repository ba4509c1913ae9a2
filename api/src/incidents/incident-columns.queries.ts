import type { EntityManager } from 'typeorm';
import { dwellingFlag, type EventColumns, outsideFlag } from '../analysis/event-columns.js';
import { type FoldedRows, foldEvents } from './event-fold.js';
import { where } from './incident-filter.queries.js';
import type { IncidentFilter } from './incident.schema.js';
import { instantOf, microsecondsAt, viewOf } from './sent-values.js';

/** One slice of the rows: what PostgreSQL's own send functions write, end to end. */
interface RowSlice {
  readonly n: number;
  readonly keys: Buffer;
  readonly ids: Buffer;
  readonly places: Buffer;
  readonly starts: Buffer;
  /** Of the rows whose end is known; null where none is. */
  readonly ends: Buffer | null;
  readonly facts: Buffer;
  /** Of the rows that hold more crimes than one; null where none does. */
  readonly crimes: Buffer | null;
}

const rowsPerSlice = 100_000;
const mostSliceBits = 8;
/** Where no organisation reported: what kind of source it was. */
const sourceNames = ['other', 'report', 'police', 'external'];
const noOrganisation = 20_000;
/** Of the flags: how exactly the place is known. */
const rankBits = 7;
/** Of the flags: what few rows have is sent for those alone. */
const endFlag = 32;
const crimesFlag = 64;
const nothing = new Uint8Array(0);
/** Known by its area, or not at all. */
const leastPrecise = 3;

export interface ColumnsAsked {
  readonly filter: IncidentFilter;
  readonly groups: readonly string[];
  /** Waited for between slices. */
  readonly breathe: () => Promise<void>;
}

/**
 * Events, not rows (as `eventRows`), by column and without an object per row; decision and figures in
 * docs/decisions/analysis-service.md. Only rows of `groups` take part, not those that somebody sees for having written
 * them: a stored answer is read by others of the same groups.
 */
export async function eventColumns(
  manager: EntityManager,
  code: number,
  { filter, groups, breathe }: ColumnsAsked,
): Promise<EventColumns> {
  const categories = await hashedCategories(manager, code);
  const organisations: { id: string }[] = await manager.query(
    `SELECT id FROM organisation WHERE municipality_code = $1 ORDER BY id`,
    [code],
  );
  const { text, values } = where(code, filter);
  const at = values.length;
  const statement = sliceStatement(`${text} AND i.group_code = ANY ($${at + 2}::text[])`, {
    organisations: `$${at + 1}::uuid[]`,
    categoryHash: hashOfCategory('category_code', categories.seed),
    bits: await sliceBits(manager),
  });
  const slices: RowSlice[] = await manager.query(statement, [...values, organisations.map(({ id }) => id), groups]);
  const parts: EventColumns[] = [];
  const lists = {
    categories: categories.codes,
    categoryOf: categories.places,
    organisations: organisations.map(({ id }) => id),
  };
  for (const slice of slices) {
    parts.push(eventsOfSlice(slice, lists));
    await breathe();
  }
  return joined(parts, lists);
}

interface HashedCategories {
  readonly seed: number;
  readonly codes: readonly string[];
  /** Place in `codes` by hash. */
  readonly places: ReadonlyMap<number, number>;
}

/** Sent as numbers, which is sooner done than looking each up in a list; with a seed under which no two are the same. */
async function hashedCategories(manager: EntityManager, code: number, seed = 0): Promise<HashedCategories> {
  const rows: { code: string; hash: number }[] = await manager.query(
    `SELECT code, (${hashOfCategory('code', seed)})::int AS hash FROM category WHERE municipality_code = $1 ORDER BY code COLLATE "C"`,
    [code],
  );
  const places = new Map(rows.map(({ hash }, place) => [hash, place]));
  if (places.size < rows.length) return hashedCategories(manager, code, seed + 1);
  return { seed, codes: rows.map((row) => row.code), places };
}

/** 31 bits. */
function hashOfCategory(column: string, seed: number): string {
  return `hashtextextended(${column}, ${seed}) & 2147483647`;
}

/** By the database's own guess of all rows of the installation; a wrong one costs memory or a little time. */
async function sliceBits(manager: EntityManager): Promise<number> {
  const [{ rows }] = await manager.query(`SELECT reltuples AS rows FROM pg_class WHERE oid = 'incident'::regclass`);
  if (rows < 0) return 4;
  return Math.min(mostSliceBits, Math.ceil(Math.log2(Math.max(1, rows / rowsPerSlice))));
}

/** Slices by the first bits of the key, in its order. A place is sent as a plain point, which is the least work. */
function sliceStatement(
  condition: string,
  { organisations, categoryHash, bits }: { organisations: string; categoryHash: string; bits: number },
): string {
  const slice = `((i.event_hash >> ${64 - bits}) & ${2 ** bits - 1})`;
  return `
    SELECT count(*)::int AS n,
           string_agg(int8send(event_hash), ''::bytea) AS keys,
           string_agg(uuid_send(id), ''::bytea) AS ids,
           string_agg(point_send(COALESCE(location::point, '(NaN,NaN)')), ''::bytea) AS places,
           string_agg(timestamptz_send(occurred_from), ''::bytea) AS starts,
           string_agg(timestamptz_send(occurred_to), ''::bytea) AS ends,
           string_agg(int8send((${categoryHash}) << 32 | (flags << 16 | reporter)), ''::bytea) AS facts,
           string_agg(CASE WHEN crime_count <> 1 THEN int4send(crime_count) END, ''::bytea) AS crimes
      FROM (SELECT i.*, hashtextextended(i.event_key, 0) AS event_hash,
                   CASE i.precision WHEN 'point' THEN 0 WHEN 'address' THEN 1 WHEN 'street' THEN 2 WHEN 'area' THEN 3 ELSE 4 END
                     + CASE WHEN i.outside THEN ${outsideFlag} ELSE 0 END + CASE WHEN i.dwelling THEN ${dwellingFlag} ELSE 0 END
                     + CASE WHEN i.occurred_to IS NULL THEN 0 ELSE ${endFlag} END + CASE WHEN i.crime_count = 1 THEN 0 ELSE ${crimesFlag} END AS flags,
                   COALESCE(array_position(${organisations}, i.organisation_id) - 1,
                            ${noOrganisation} + CASE i.source WHEN 'report' THEN 1 WHEN 'police' THEN 2 WHEN 'external' THEN 3 ELSE 0 END) AS reporter
              FROM incident i WHERE ${condition}) i
    ${bits > 0 ? `GROUP BY ${slice} ORDER BY ${slice}` : 'HAVING count(*) > 0'}`;
}

interface Lists {
  readonly categories: readonly string[];
  readonly categoryOf: ReadonlyMap<number, number>;
  readonly organisations: readonly string[];
}

function eventsOfSlice(slice: RowSlice, lists: Lists): EventColumns {
  const fact = viewOf(slice.facts);
  const rows = rowsOfSlice(slice, fact);
  const events = foldEvents(rows);
  const columns = columnsFor(events.rows.length, lists);
  const place = viewOf(slice.places);
  for (let at = 0; at < events.rows.length; at++) {
    const row = events.rows[at]!;
    columns.x[at] = place.getFloat64(16 * row);
    columns.y[at] = place.getFloat64(16 * row + 8);
    columns.from[at] = instantOf(rows.from[row]!);
    columns.to[at] = instantOf(rows.to[row]!);
    columns.crimes[at] = events.crimes[at]!;
    const [category, flags, reporter] = [
      fact.getInt32(8 * row),
      fact.getUint16(8 * row + 4),
      fact.getUint16(8 * row + 6),
    ];
    columns.category[at] = lists.categoryOf.get(category)!;
    const precision = Number.isNaN(columns.x[at]!) ? leastPrecise : Math.min(leastPrecise, flags & rankBits);
    columns.flags[at] = (flags & (outsideFlag | dwellingFlag)) | precision;
    columns.source[at] = reporter < noOrganisation ? reporter : lists.organisations.length + reporter - noOrganisation;
  }
  return columns;
}

function rowsOfSlice({ n, ids, ...slice }: RowSlice, fact: DataView): FoldedRows {
  const key = viewOf(slice.keys);
  const start = viewOf(slice.starts);
  const end = viewOf(slice.ends ?? nothing);
  const crime = viewOf(slice.crimes ?? nothing);
  const rows = {
    keyHigh: new Uint32Array(n),
    keyLow: new Uint32Array(n),
    rank: new Uint8Array(n),
    from: new Float64Array(n),
    to: new Float64Array(n).fill(NaN),
    crimes: new Int32Array(n).fill(1),
    ids,
  };
  let [ends, crimes] = [0, 0];
  for (let row = 0; row < n; row++) {
    const flags = fact.getUint16(8 * row + 4);
    rows.keyHigh[row] = key.getUint32(8 * row);
    rows.keyLow[row] = key.getUint32(8 * row + 4);
    rows.rank[row] = flags & rankBits;
    rows.from[row] = microsecondsAt(start, 8 * row);
    if (flags & endFlag) rows.to[row] = microsecondsAt(end, 8 * ends++);
    if (flags & crimesFlag) rows.crimes[row] = crime.getInt32(4 * crimes++);
  }
  return rows;
}

function columnsFor(count: number, { categories, organisations }: Lists): EventColumns {
  return {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
    crimes: new Int32Array(count),
    flags: new Uint8Array(count),
    category: new Uint16Array(count),
    source: new Uint16Array(count),
    categories,
    sources: [...organisations, ...sourceNames],
  };
}

function joined(parts: readonly EventColumns[], lists: Lists): EventColumns {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = columnsFor(
    parts.reduce((sum, { count }) => sum + count, 0),
    lists,
  );
  let first = 0;
  for (const part of parts) {
    for (const name of ['x', 'y', 'from', 'to', 'crimes', 'flags', 'category', 'source'] as const)
      whole[name].set(part[name], first);
    first += part.count;
  }
  return whole;
}
