import type { EntityManager } from 'typeorm';

export interface MergeableRow {
  id: string;
  version: number;
  event_key: string;
  source: string;
  status: string;
  sensitive: boolean;
  merged_before: boolean;
}

/** The rows with these ids, locked, and every other visible row of their events. */
export async function rowsOfEvents(
  manager: EntityManager,
  code: number,
  ids: readonly string[],
): Promise<MergeableRow[]> {
  return manager.query(
    `SELECT i.id, i.version, i.event_key, i.source, i.status, i.sensitive,
            EXISTS (SELECT 1 FROM incident_merge m WHERE m.municipality_code = i.municipality_code AND m.incident_id = i.id
                       AND m.undone_at IS NULL AND m.key_after = i.event_key) AS merged_before
       FROM incident i
      WHERE i.municipality_code = $1 AND i.event_key IN
              (SELECT event_key FROM incident WHERE municipality_code = $1 AND id = ANY ($2::uuid[]))
      ORDER BY i.id FOR UPDATE OF i`,
    [code, ids],
  );
}

export interface MergedRow {
  readonly id: string;
  readonly keyBefore: string;
  readonly statusBefore: string;
  readonly status: string;
}

/** Puts rows under one key and remembers under which they were. */
export async function joinRows(
  manager: EntityManager,
  code: number,
  merge: { id: string; key: string; accountId: string; rows: readonly MergedRow[] },
): Promise<void> {
  const rows = JSON.stringify(merge.rows);
  await manager.query(
    `INSERT INTO incident_merge (municipality_code, merge_id, incident_id, row_count, key_before, key_after, status_before)
     SELECT $1::smallint, $2::uuid, r.id, $3::integer, r."keyBefore", $4::text, r."statusBefore"
       FROM jsonb_to_recordset($5) AS r(id uuid, "keyBefore" text, "statusBefore" text)`,
    [code, merge.id, merge.rows.length, merge.key, rows],
  );
  await manager.query(
    `UPDATE incident i
        SET version = i.version + 1, event_key = $2, status = r.status,
            reviewed_by = CASE WHEN r.status <> i.status THEN $4::uuid ELSE i.reviewed_by END,
            reviewed_at = CASE WHEN r.status <> i.status THEN now() ELSE i.reviewed_at END
       FROM jsonb_to_recordset($3) AS r(id uuid, status text)
      WHERE i.municipality_code = $1 AND i.id = r.id`,
    [code, merge.key, rows, merge.accountId],
  );
}

export interface UndoableRow {
  incident_id: string;
  row_count: number;
  untouched: boolean;
}

/** The rows of a merge that stands, as far as the actor sees them; touched when a later merge took them too. */
export async function rowsOfMerge(manager: EntityManager, code: number, mergeId: string): Promise<UndoableRow[]> {
  return manager.query(
    `SELECT m.incident_id, m.row_count,
            i.event_key = m.key_after AND NOT EXISTS
              (SELECT 1 FROM incident_merge n WHERE n.municipality_code = m.municipality_code AND n.incident_id = m.incident_id
                  AND n.undone_at IS NULL AND n.merge_id > m.merge_id) AS untouched
       FROM incident_merge m JOIN incident i ON i.municipality_code = m.municipality_code AND i.id = m.incident_id
      WHERE m.municipality_code = $1 AND m.merge_id = $2 AND m.undone_at IS NULL ORDER BY m.incident_id FOR UPDATE OF i`,
    [code, mergeId],
  );
}

/** Gives every row of a merge its own key and status back; what somebody has decided since stays. */
export async function separateRows(manager: EntityManager, code: number, mergeId: string): Promise<void> {
  await manager.query(
    `UPDATE incident i
        SET version = i.version + 1, event_key = m.key_before,
            status = CASE WHEN i.status IN ('merged', 'accepted') THEN m.status_before ELSE i.status END,
            reviewed_by = CASE WHEN m.status_before IN ('received', 'asked') THEN NULL ELSE i.reviewed_by END,
            reviewed_at = CASE WHEN m.status_before IN ('received', 'asked') THEN NULL ELSE i.reviewed_at END
       FROM incident_merge m
      WHERE m.municipality_code = $1 AND m.merge_id = $2 AND i.municipality_code = m.municipality_code AND i.id = m.incident_id`,
    [code, mergeId],
  );
  await manager.query(`UPDATE incident_merge SET undone_at = now() WHERE municipality_code = $1 AND merge_id = $2`, [
    code,
    mergeId,
  ]);
}
