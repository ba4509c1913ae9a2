import type { EntityManager } from 'typeorm';
import { type IncidentRows, rowFlags, rowSources } from './incident-rows.js';
import { instantOf, microsecondsAt, viewOf } from './sent-values.js';

/** One slice of the columns: what PostgreSQL's own send functions write, end to end. */
interface RowSlice {
  readonly n: number;
  readonly x: Buffer;
  readonly y: Buffer;
  readonly starts: Buffer;
  readonly ends: Buffer;
  readonly numbers: Buffer;
  readonly ids: Buffer;
}

type Lists = Pick<IncidentRows, 'categories' | 'organisations' | 'areas'>;

const rowsPerSlice = 50_000;

/** Changes whenever a row that the actor may see is added, changed, dismissed or taken away: every change raises a version. */
export async function rowsRevision(manager: EntityManager, code: number): Promise<string> {
  const [row]: { revision: string }[] = await manager.query(
    `SELECT count(*) || '.' || COALESCE(sum(i.version), 0) || '.' || COALESCE(extract(epoch FROM max(i.created_at)), 0) AS revision
       FROM incident i WHERE i.municipality_code = $1`,
    [code],
  );
  return row?.revision ?? '';
}

/** Whether the account wrote rows of groups that its organisation may not see (any more). */
export async function hasRowsBeyond(
  manager: EntityManager,
  code: number,
  { accountId, groups }: { readonly accountId: string; readonly groups: readonly string[] },
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM incident i WHERE i.municipality_code = $1 AND i.account_id = $2 AND NOT i.group_code = ANY ($3::text[]) LIMIT 1`,
    [code, accountId, groups],
  );
  return rows.length > 0;
}

/** Every row that the actor may see and nobody dismissed, by column; as in docs/decisions/analysis-service.md. */
export async function incidentRows(
  manager: EntityManager,
  code: number,
  breathe: () => Promise<void>,
): Promise<IncidentRows> {
  const categories: { code: string }[] = await manager.query(
    `SELECT code FROM category WHERE municipality_code = $1 ORDER BY code COLLATE "C"`,
    [code],
  );
  const organisations: { id: string }[] = await manager.query(
    `SELECT id FROM organisation WHERE municipality_code = $1 ORDER BY id`,
    [code],
  );
  const areas: { id: string }[] = await manager.query(`SELECT id FROM area WHERE municipality_code = $1 ORDER BY id`, [
    code,
  ]);
  const lists = {
    categories: categories.map((row) => row.code),
    organisations: organisations.map(({ id }) => id),
    areas: areas.map(({ id }) => id),
  };
  const slices: RowSlice[] = await manager.query(statement, [code, lists.categories, lists.organisations, lists.areas]);
  return decoded(slices, lists, breathe);
}

const eventOrder = `i.event_key COLLATE "C", array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
  COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id`;

/** `$2` the category codes, `$3` the organisations, `$4` the areas; an end that is not known is sent as infinity. */
const statement = `
  SELECT count(*)::int AS n,
         string_agg(float8send(COALESCE(ST_X(location), 'NaN')), ''::bytea) AS x,
         string_agg(float8send(COALESCE(ST_Y(location), 'NaN')), ''::bytea) AS y,
         string_agg(timestamptz_send(occurred_from), ''::bytea) AS starts,
         string_agg(timestamptz_send(COALESCE(occurred_to, 'infinity')), ''::bytea) AS ends,
         string_agg(int4send(crime_count), ''::bytea) || string_agg(int4send(flags << 16 | category), ''::bytea)
           || string_agg(int4send(organisation << 16 | area), ''::bytea) AS numbers,
         string_agg(uuid_send(id), ''::bytea) AS ids
    FROM (SELECT one.*, (row_number() OVER () - 1) / ${rowsPerSlice} AS slice
            FROM (SELECT i.id, i.location, i.occurred_from, i.occurred_to, i.crime_count,
                         CASE WHEN i.location IS NULL THEN 3 ELSE LEAST(3, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision) - 1) END
                           + CASE WHEN i.outside THEN ${rowFlags.outside} ELSE 0 END + CASE WHEN i.dwelling THEN ${rowFlags.dwelling} ELSE 0 END
                           + CASE WHEN i.time_precision = 'day' AND i.occurred_to IS NULL THEN ${rowFlags.dayOnly} ELSE 0 END
                           + CASE WHEN i.status IN ('received', 'asked') THEN 0 ELSE ${rowFlags.reviewed} END
                           + CASE WHEN lag(i.event_key) OVER (ORDER BY ${eventOrder}) = i.event_key THEN 0 ELSE ${rowFlags.first} END
                           + ((COALESCE(array_position(ARRAY['${rowSources.join("', '")}'], i.source), 4) - 1) << ${rowFlags.sourceShift})
                           + (LEAST(3, COALESCE(i.severity, 0)) << ${rowFlags.severityShift}) AS flags,
                         array_position($2::text[], i.category_code) - 1 AS category,
                         COALESCE(array_position($3::uuid[], i.organisation_id), 0) AS organisation,
                         CASE WHEN i.area_id IS NULL THEN 0 ELSE COALESCE(array_position($4::uuid[], i.area_id), 0) END AS area
                    FROM incident i
                   WHERE i.municipality_code = $1 AND i.status <> 'dismissed'
                   ORDER BY ${eventOrder}) one) numbered
   GROUP BY slice ORDER BY slice`;

async function decoded(slices: RowSlice[], lists: Lists, breathe: () => Promise<void>): Promise<IncidentRows> {
  const count = slices.reduce((sum, slice) => sum + slice.n, 0);
  const columns = {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
    crimes: new Int32Array(count),
    flags: new Uint16Array(count),
    category: new Uint16Array(count),
    organisation: new Uint16Array(count),
    area: new Uint16Array(count),
    ids: new Uint8Array(16 * count),
    ...lists,
  };
  let first = 0;
  for (let slice = slices.shift(); slice; slice = slices.shift()) {
    decodeSlice(slice, first, columns);
    first += slice.n;
    await breathe();
  }
  return columns;
}

function decodeSlice({ n, x, y, starts, ends, numbers, ids }: RowSlice, first: number, columns: IncidentRows): void {
  columns.ids.set(ids, 16 * first);
  const [start, end] = [viewOf(starts), viewOf(ends)];
  for (let row = 0; row < n; row++) {
    const at = first + row;
    columns.x[at] = x.readDoubleBE(8 * row);
    columns.y[at] = y.readDoubleBE(8 * row);
    columns.from[at] = instantOf(microsecondsAt(start, 8 * row));
    columns.to[at] = instantOf(microsecondsAt(end, 8 * row));
    columns.crimes[at] = numbers.readInt32BE(4 * row);
    columns.flags[at] = numbers.readUInt16BE(4 * n + 4 * row);
    columns.category[at] = numbers.readUInt16BE(4 * n + 4 * row + 2);
    columns.organisation[at] = numbers.readUInt16BE(8 * n + 4 * row);
    columns.area[at] = numbers.readUInt16BE(8 * n + 4 * row + 2);
  }
}
