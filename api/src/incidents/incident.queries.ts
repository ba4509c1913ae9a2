import type { EntityManager } from 'typeorm';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import type { Status } from './incident.js';
import { where } from './incident-filter.queries.js';
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
  accuracy_metres: number | null;
  place_id: string | null;
  address: string | null;
  area_id: string | null;
  setting: string | null;
  outside: boolean;
  crime_count: number;
  sensitive: boolean;
  description: string | null;
  description_cleared: boolean;
  status: Status;
  created_at: Date;
}

const columns = `i.id, i.version, i.event_key, i.source, i.group_code, i.account_id, i.category_code, i.subcategory_code, i.severity,
  i.crime_code, i.occurred_from, i.occurred_to, i.time_precision, ST_X(i.location) AS x, ST_Y(i.location) AS y, i.precision,
  i.placement, i.accuracy_metres, i.place_id, i.address, i.area_id, i.setting, i.outside, i.crime_count, i.sensitive, i.description, i.description_cleared,
  -- Whoever does not see the row that this one lies beneath is not told that there is one.
  CASE WHEN i.status = 'merged' AND NOT EXISTS (SELECT 1 FROM incident o WHERE o.municipality_code = i.municipality_code AND o.event_key = i.event_key AND o.id <> i.id)
       THEN 'accepted' ELSE i.status END AS status, i.created_at,
  (SELECT o.name FROM organisation o WHERE o.municipality_code = i.municipality_code AND o.id = i.organisation_id) AS organisation`;

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
  reviewed: boolean;
}

/** Events, not rows: of the rows with one key the best placed and tightest in time stands for all. */
export async function eventRows(manager: EntityManager, code: number, filter: IncidentFilter): Promise<EventRow[]> {
  const { text, values } = where(code, filter);
  return manager.query(eventStatement(text), values);
}

/** What all events of a filter come to, beside the rows of the first `most` that can be drawn. */
export interface EventSum {
  readonly total: number;
  readonly all_crimes: number;
  readonly all_outside: number;
  readonly placed: number;
  readonly unreviewed: number;
}

/** Counted in the database: a municipality has far more events than a browser draws. */
export async function placedEvents(
  manager: EntityManager,
  code: number,
  { filter, most }: { readonly filter: IncidentFilter; readonly most: number },
): Promise<{ sum: EventSum; rows: EventRow[] }> {
  const { text, values } = where(code, filter);
  const rows: ((EventSum & EventRow) | (EventSum & { event_key: null }))[] = await manager.query(
    `WITH event AS MATERIALIZED (${eventStatement(text)})
     SELECT summed.*, shown.*
       FROM (SELECT count(*)::int AS total, COALESCE(sum(crimes), 0)::int AS all_crimes,
                    count(*) FILTER (WHERE outside)::int AS all_outside, count(*) FILTER (WHERE ${isPlaced})::int AS placed,
                    count(*) FILTER (WHERE NOT reviewed)::int AS unreviewed FROM event) summed
       LEFT JOIN (SELECT * FROM event WHERE ${isPlaced} ORDER BY event_key LIMIT ${most}) shown ON true`,
    values,
  );
  return { sum: rows[0]!, rows: rows.filter((row): row is EventSum & EventRow => row.event_key !== null) };
}

const isPlaced = `x IS NOT NULL AND y IS NOT NULL AND precision <> 'area'`;

function eventStatement(condition: string): string {
  return `SELECT DISTINCT ON (i.event_key) i.event_key, i.category_code, i.severity, i.source, i.organisation_id, i.group_code, i.occurred_from, i.occurred_to,
            ST_X(i.location) AS x, ST_Y(i.location) AS y, i.precision, i.outside, i.dwelling,
            (sum(i.crime_count) OVER event)::int AS crimes, (count(*) OVER event)::int AS rows,
            (bool_or(i.status NOT IN ('received', 'asked')) OVER event) AS reviewed
       FROM incident i
      WHERE ${condition}
     WINDOW event AS (PARTITION BY i.event_key)
      ORDER BY i.event_key, array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
               COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id`;
}

/** The rows of the event that a row belongs to, the one that stands for all first; a hundred at most. */
export async function rowsOfEvent(manager: EntityManager, code: number, id: string): Promise<IncidentRow[]> {
  return manager.query(
    `SELECT ${columns} FROM incident i
      WHERE i.municipality_code = $1 AND i.status <> 'dismissed'
        AND i.event_key = (SELECT o.event_key FROM incident o WHERE o.municipality_code = $1 AND o.id = $2)
      ORDER BY array_position(ARRAY['point', 'address', 'street', 'area', 'none'], i.precision),
               COALESCE(i.occurred_to, i.occurred_from) - i.occurred_from, i.occurred_from, i.id LIMIT 100`,
    [code, id],
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
