import type { EntityManager } from 'typeorm';
import type { Status } from '../incidents/incident.js';

/** What a reviewer sees of a row, and of the row that may be the same event. */
export interface ObservedRow {
  id: string;
  version: number;
  status: Status;
  source: string;
  organisation: string | null;
  category_code: string;
  subcategory_code: string | null;
  occurred_from: Date;
  occurred_to: Date | null;
  time_precision: string;
  x: number | null;
  y: number | null;
  precision: string;
  address: string | null;
  description: string | null;
}

export interface ReviewRow extends ObservedRow {
  event_key: string;
  account_id: string | null;
  sensitive: boolean;
  severity: number | null;
  area_id: string | null;
  place: string | null;
  setting: string | null;
  accuracy_metres: number | null;
  outside: boolean;
  description_cleared: boolean;
  reporter: string | null;
  trusted: boolean;
  created_at: Date;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  dismissal: string | null;
  dismissal_note: string | null;
  rows_of_event: number;
  merge_id: string | null;
}

export interface TwinRow extends ObservedRow {
  of: string;
  distance: number;
  apart: number;
  pair: 'reports' | 'police';
}

/** Whoever does not see the row that this one lies beneath is not told that there is one. */
export const seenStatus = `CASE WHEN i.status = 'merged' AND NOT EXISTS
  (SELECT 1 FROM incident o WHERE o.municipality_code = i.municipality_code AND o.event_key = i.event_key AND o.id <> i.id)
  THEN 'accepted' ELSE i.status END AS status`;

const observed = `i.id, i.version, ${seenStatus}, i.source, i.category_code, i.subcategory_code, i.occurred_from, i.occurred_to, i.time_precision,
  ST_X(i.location) AS x, ST_Y(i.location) AS y, i.precision, i.address, i.description,
  (SELECT o.name FROM organisation o WHERE o.municipality_code = i.municipality_code AND o.id = i.organisation_id) AS organisation`;

const columns = `${observed}, i.event_key, i.account_id, i.sensitive, i.severity, i.area_id, i.setting, i.accuracy_metres, i.outside,
  i.description_cleared, i.created_at, i.reviewed_at, i.dismissal, i.dismissal_note,
  (SELECT p.name FROM place p WHERE p.municipality_code = i.municipality_code AND p.id = i.place_id) AS place,
  (SELECT a.name FROM account a WHERE a.id = i.account_id) AS reporter,
  (SELECT a.name FROM account a WHERE a.id = i.reviewed_by) AS reviewed_by,
  EXISTS (SELECT 1 FROM trusted_source t WHERE t.municipality_code = i.municipality_code AND t.organisation_id = i.organisation_id) AS trusted,
  (SELECT count(*)::int FROM incident o WHERE o.municipality_code = i.municipality_code AND o.event_key = i.event_key) AS rows_of_event,
  (SELECT m.merge_id FROM incident_merge m WHERE m.municipality_code = i.municipality_code AND m.incident_id = i.id AND m.undone_at IS NULL
      AND m.row_count = (SELECT count(*) FROM incident_merge n WHERE n.municipality_code = m.municipality_code AND n.merge_id = m.merge_id)
    ORDER BY m.merge_id DESC LIMIT 1) AS merge_id`;

export interface ReviewFilter {
  statuses: readonly string[];
  source?: readonly string[] | undefined;
  category?: readonly string[] | undefined;
  area?: string | undefined;
}

function where(code: number, filter: ReviewFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [code, filter.statuses];
  const parts = ['i.municipality_code = $1', 'i.status = ANY ($2::text[])'];
  const add = (part: string, value: unknown) => parts.push(part.replace('?', `$${values.push(value)}`));
  if (filter.source?.length) add('i.source = ANY (?::text[])', filter.source);
  if (filter.category?.length) add('i.category_code = ANY (?::text[])', filter.category);
  if (filter.area) add('i.area_id = ?::uuid', filter.area);
  return { text: parts.join(' AND '), values };
}

/** A page of the inbox. What waits comes with the oldest first, the rest with the newest; the cursor is the last row's time and id. */
export async function reviewPage(
  manager: EntityManager,
  code: number,
  filter: ReviewFilter,
  page: { limit: number; oldestFirst: boolean; after: { at: string; id: string } | null },
): Promise<{ rows: ReviewRow[]; total: number }> {
  const { text, values } = where(code, filter);
  const [count]: { total: number }[] = await manager.query(
    `SELECT count(*)::int AS total FROM incident i WHERE ${text}`,
    values,
  );
  const paged = [...values];
  // Milliseconds: what goes over the wire has no more.
  const order = `date_trunc('milliseconds', i.created_at)`;
  const after = page.after
    ? ` AND (${order}, i.id) ${page.oldestFirst ? '>' : '<'} ($${paged.push(page.after.at)}::timestamptz, $${paged.push(page.after.id)}::uuid)`
    : '';
  const direction = page.oldestFirst ? 'ASC' : 'DESC';
  const rows: ReviewRow[] = await manager.query(
    `SELECT ${columns} FROM incident i WHERE ${text}${after} ORDER BY ${order} ${direction}, i.id ${direction} LIMIT $${paged.push(page.limit)}`,
    paged,
  );
  return { rows, total: count?.total ?? 0 };
}

export async function reviewRow(manager: EntityManager, code: number, id: string): Promise<ReviewRow | undefined> {
  const rows: ReviewRow[] = await manager.query(
    `SELECT ${columns} FROM incident i WHERE i.municipality_code = $1 AND i.id = $2`,
    [code, id],
  );
  return rows[0];
}

/** The rows that may be the same event as one of `ids`, by the municipality's rules; only rows that the actor may see. */
export async function twinRows(manager: EntityManager, code: number, ids: readonly string[]): Promise<TwinRow[]> {
  if (ids.length === 0) return [];
  return manager.query(
    `SELECT s.id AS of, ${observed}, ST_Distance(s.location, i.location) AS distance, r.pair,
            EXTRACT(epoch FROM GREATEST(i.occurred_from - COALESCE(s.occurred_to, s.occurred_from),
                                        s.occurred_from - COALESCE(i.occurred_to, i.occurred_from), interval '0')) / 60 AS apart
       FROM incident s
       JOIN duplicate_rule r ON r.municipality_code = s.municipality_code
       JOIN incident i ON i.municipality_code = s.municipality_code
        -- By time first: row-level security lets no spatial index be used. An interval reaches back a week at most.
        AND i.occurred_from BETWEEN s.occurred_from - make_interval(hours => r.hours) - interval '7 days'
                                AND COALESCE(s.occurred_to, s.occurred_from) + make_interval(hours => r.hours)
        AND s.occurred_from - COALESCE(i.occurred_to, i.occurred_from) <= make_interval(hours => r.hours)
        AND i.event_key <> s.event_key AND i.status <> 'dismissed' AND NOT i.sensitive
        AND i.precision IN ('point', 'address') AND ST_DWithin(i.location, s.location, r.metres)
        AND r.pair = CASE WHEN s.source = 'police' OR i.source = 'police' THEN 'police' ELSE 'reports' END
        AND NOT (s.source = 'police' AND i.source = 'police')
        AND (NOT r.same_category OR i.category_code = s.category_code)
      WHERE s.municipality_code = $1 AND s.id = ANY ($2::uuid[]) AND s.precision IN ('point', 'address') AND NOT s.sensitive
      ORDER BY s.id, distance, apart, i.id`,
    [code, ids],
  );
}

export interface WaitingRow {
  waiting: number;
  asked: number;
  answered: number;
}

/** How many rows wait for a reviewer, how many for their reporter, and how many of the first have got an answer. */
export async function waitingRow(manager: EntityManager, code: number): Promise<WaitingRow> {
  const [row]: WaitingRow[] = await manager.query(
    `SELECT (count(*) FILTER (WHERE i.status = 'received'))::int AS waiting, (count(*) FILTER (WHERE i.status = 'asked'))::int AS asked,
            (count(*) FILTER (WHERE i.status = 'received' AND EXISTS
              (SELECT 1 FROM incident_message m WHERE m.municipality_code = i.municipality_code AND m.incident_id = i.id AND m.kind = 'answer')))::int AS answered
       FROM incident i WHERE i.municipality_code = $1 AND i.status IN ('received', 'asked')`,
    [code],
  );
  return row ?? { waiting: 0, asked: 0, answered: 0 };
}

export async function oldestWaitingAt(manager: EntityManager, code: number): Promise<Date | null> {
  const [row]: { at: Date | null }[] = await manager.query(
    `SELECT min(created_at) AS at FROM incident WHERE municipality_code = $1 AND status = 'received'`,
    [code],
  );
  return row?.at ?? null;
}

export async function reasonRows(
  manager: EntityManager,
  code: number,
): Promise<{ code: string; name_sv: string; name_en: string; hidden: boolean }[]> {
  return manager.query(
    `SELECT code, name_sv, name_en, hidden FROM dismissal_reason WHERE municipality_code = $1 ORDER BY position, code`,
    [code],
  );
}
