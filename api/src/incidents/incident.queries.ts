import type { EntityManager } from 'typeorm';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import type { IncidentFilter } from './incident.schema.js';

export interface IncidentRow {
  id: string;
  version: number;
  event_key: string;
  source: string;
  group_code: string;
  organisation: string | null;
  account_id: string | null;
  category_code: string;
  subcategory_code: string | null;
  severity: number | null;
  crime_code: string | null;
  occurred_from: Date;
  occurred_to: Date | null;
  time_precision: string;
  x: number | null;
  y: number | null;
  precision: string;
  placement: string;
  address: string | null;
  area_id: string | null;
  setting: string | null;
  outside: boolean;
  crime_count: number;
  sensitive: boolean;
  description: string | null;
  description_cleared: boolean;
  status: 'received' | 'accepted' | 'dismissed';
  created_at: Date;
}

const columns = `i.id, i.version, i.event_key, i.source, i.group_code, i.account_id, i.category_code, i.subcategory_code, i.severity,
  i.crime_code, i.occurred_from, i.occurred_to, i.time_precision, ST_X(i.location) AS x, ST_Y(i.location) AS y, i.precision,
  i.placement, i.address, i.area_id, i.setting, i.outside, i.crime_count, i.sensitive, i.description, i.description_cleared,
  i.status, i.created_at,
  (SELECT o.name FROM organisation o WHERE o.municipality_code = i.municipality_code AND o.id = i.organisation_id) AS organisation`;

/** The shared filters as SQL with its values; local days in Europe/Stockholm, the last one included. */
function where(code: number, filter: IncidentFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [code];
  const parts = [`i.municipality_code = $1`, `i.status <> 'dismissed'`];
  const add = (part: string, value: unknown) => {
    values.push(value);
    parts.push(part.replace('?', `$${values.length}`));
  };
  if (filter.from) add(`i.occurred_from >= (?::date::timestamp AT TIME ZONE 'Europe/Stockholm')`, filter.from);
  if (filter.to) add(`i.occurred_from < ((?::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm')`, filter.to);
  if (filter.category?.length) add(`i.category_code = ANY (?::text[])`, filter.category);
  if (filter.source?.length) add(`i.source = ANY (?::text[])`, filter.source);
  if (filter.area) add(`i.area_id = ?::uuid`, filter.area);
  return { text: parts.join(' AND '), values };
}

export interface NewIncidentRow {
  municipalityCode: number;
  id: string;
  accountId: string;
  organisationId: string;
  groupCode: string;
  categoryCode: string;
  subcategoryCode: string | null;
  severity: number | null;
  occurredFrom: string;
  occurredTo: string | null;
  timePrecision: string;
  point: Metres;
  precision: string;
  placement: string;
  accuracyMetres: number | null;
  placeId: string | null;
  address: string | null;
  setting: string | null;
  description: string | null;
  descriptionCleared: boolean;
}

/** Stores a report; false when its id is there already. Area and outside follow from the point. */
export async function insertReport(manager: EntityManager, row: NewIncidentRow): Promise<boolean> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, account_id, category_code,
                           subcategory_code, severity, occurred_from, occurred_to, time_precision, location, precision, placement,
                           accuracy_metres, place_id, address, setting, description, description_cleared, area_id, outside)
     SELECT $1::smallint, $2::uuid, $2::text, 'report', $3, $4::uuid, $5::uuid, $6, $7, $8::smallint, $9::timestamptz, $10::timestamptz, $11,
            p.location, $14, $15, $16::real, $17::uuid, $18, $19, $20, $21::boolean,
            (SELECT a.id FROM area a WHERE a.municipality_code = $1 AND ST_Intersects(a.geometry, p.location) ORDER BY ST_Area(a.geometry), a.id LIMIT 1),
            false
       FROM (SELECT ST_SetSRID(ST_MakePoint($12, $13), 3006) AS location) p
     ON CONFLICT ON CONSTRAINT incident_pk DO NOTHING
     RETURNING id`,
    [
      row.municipalityCode,
      row.id,
      row.groupCode,
      row.organisationId,
      row.accountId,
      row.categoryCode,
      row.subcategoryCode,
      row.severity,
      row.occurredFrom,
      row.occurredTo,
      row.timePrecision,
      row.point.x,
      row.point.y,
      row.precision,
      row.placement,
      row.accuracyMetres,
      row.placeId,
      row.address,
      row.setting,
      row.description,
      row.descriptionCleared,
    ],
  );
  return inserted.length === 1;
}

export async function incidentRow(manager: EntityManager, code: number, id: string): Promise<IncidentRow | undefined> {
  const rows: IncidentRow[] = await manager.query(
    `SELECT ${columns} FROM incident i WHERE i.municipality_code = $1 AND i.id = $2`,
    [code, id],
  );
  return rows[0];
}

/** A page of rows, the latest first; the cursor is the last row's time and id. */
export async function incidentPage(
  manager: EntityManager,
  code: number,
  filter: IncidentFilter,
  page: { limit: number; after: { at: string; id: string } | null; within: MetresMultiPolygon | null },
): Promise<{ rows: IncidentRow[]; total: number }> {
  const { text, values } = where(code, filter);
  const inside = page.within
    ? ` AND ST_Intersects(i.location, ST_SetSRID(ST_GeomFromGeoJSON($${values.push(JSON.stringify({ type: 'MultiPolygon', coordinates: page.within }))}), 3006))`
    : '';
  const [count]: { total: number }[] = await manager.query(
    `SELECT count(*)::int AS total FROM incident i WHERE ${text}${inside}`,
    values,
  );
  const paged = [...values];
  const after = page.after
    ? ` AND (i.occurred_from, i.id) < ($${paged.push(page.after.at)}::timestamptz, $${paged.push(page.after.id)}::uuid)`
    : '';
  const rows: IncidentRow[] = await manager.query(
    `SELECT ${columns} FROM incident i WHERE ${text}${inside}${after} ORDER BY i.occurred_from DESC, i.id DESC LIMIT $${paged.push(page.limit)}`,
    paged,
  );
  return { rows, total: count?.total ?? 0 };
}

export interface EventRow {
  event_key: string;
  category_code: string;
  severity: number | null;
  source: string;
  organisation_id: string | null;
  group_code: string;
  occurred_from: Date;
  occurred_to: Date | null;
  x: number | null;
  y: number | null;
  precision: 'point' | 'address' | 'street' | 'area' | 'none';
  outside: boolean;
  dwelling: boolean;
  crimes: number;
  rows: number;
}

/** Events, not rows: of the rows with one key the best placed and tightest in time stands for all. */
export async function eventRows(manager: EntityManager, code: number, filter: IncidentFilter): Promise<EventRow[]> {
  const { text, values } = where(code, filter);
  return manager.query(
    `SELECT DISTINCT ON (i.event_key) i.event_key, i.category_code, i.severity, i.source, i.organisation_id, i.group_code, i.occurred_from, i.occurred_to,
            ST_X(i.location) AS x, ST_Y(i.location) AS y, i.precision, i.outside, i.dwelling,
            (sum(i.crime_count) OVER event)::int AS crimes, (count(*) OVER event)::int AS rows
       FROM incident i
      WHERE ${text}
     WINDOW event AS (PARTITION BY i.event_key)
      ORDER BY i.event_key, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
               COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id`,
    values,
  );
}

/** When the first and the latest incident that the actor may see occurred. */
export async function incidentSpan(
  manager: EntityManager,
  code: number,
): Promise<{ first: Date | null; latest: Date | null }> {
  const [row]: { first: Date | null; latest: Date | null }[] = await manager.query(
    `SELECT min(occurred_from) AS first, max(occurred_from) AS latest FROM incident WHERE municipality_code = $1 AND status <> 'dismissed'`,
    [code],
  );
  return row ?? { first: null, latest: null };
}

/** Writes a correction over the version that was read; 0 when somebody else was first. */
export async function updateIncident(
  manager: EntityManager,
  code: number,
  change: {
    id: string;
    version: number;
    categoryCode: string;
    subcategoryCode: string | null;
    severity: number | null;
    description: string | null;
    descriptionCleared: boolean;
    status: string;
  },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident SET version = version + 1, category_code = $4, subcategory_code = $5, severity = $6, description = $7,
                         description_cleared = $8, status = $9
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [
      code,
      change.id,
      change.version,
      change.categoryCode,
      change.subcategoryCode,
      change.severity,
      change.description,
      change.descriptionCleared,
      change.status,
    ],
  );
  return count;
}

/** Keeps what a row was before a change. */
export async function insertChange(
  manager: EntityManager,
  code: number,
  change: { id: string; incidentId: string; version: number; accountId: string; what: string; before: object },
): Promise<void> {
  await manager.query(
    `INSERT INTO incident_change (municipality_code, id, incident_id, version, account_id, what, before) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [code, change.id, change.incidentId, change.version, change.accountId, change.what, JSON.stringify(change.before)],
  );
}

/** The source group of an organisation's own rows, the kind and severity of a category, and whether a point lies inside. */
export async function reportContext(
  manager: EntityManager,
  code: number,
  input: { organisationId: string; categoryCode: string; subcategoryCode: string | null; point: Metres },
): Promise<{
  group_code: string;
  kind: string | null;
  reportable: boolean | null;
  severity: number | null;
  known_sub: boolean;
  inside: boolean;
}> {
  const [row] = await manager.query(
    `SELECT o.group_code, COALESCE(s.kind, c.kind) AS kind, c.reportable AND COALESCE(s.reportable, true) AS reportable,
            COALESCE(s.severity, c.severity) AS severity, ($4::text IS NULL OR s.code IS NOT NULL) AS known_sub,
            COALESCE(ST_Intersects(m.boundary, ST_SetSRID(ST_MakePoint($5, $6), 3006)), false) AS inside
       FROM organisation o
       JOIN municipality m ON m.municipality_code = o.municipality_code
       LEFT JOIN category c ON c.municipality_code = o.municipality_code AND c.code = $3
       LEFT JOIN subcategory s ON s.municipality_code = o.municipality_code AND s.category_code = c.code AND s.code = $4
      WHERE o.municipality_code = $1 AND o.id = $2`,
    [code, input.organisationId, input.categoryCode, input.subcategoryCode, input.point.x, input.point.y],
  );
  return row;
}
