import type { EntityManager } from 'typeorm';

/** What a row was, as undo and the history need it; the same names as an import keeps. */
const before = `jsonb_build_object(
  'event_key', i.event_key, 'content_digest', i.content_digest, 'category_code', i.category_code, 'subcategory_code', i.subcategory_code,
  'severity', i.severity, 'crime_code', i.crime_code, 'occurred_from', i.occurred_from, 'occurred_to', i.occurred_to,
  'time_precision', i.time_precision, 'x', ST_X(i.location), 'y', ST_Y(i.location), 'precision', i.precision, 'placement', i.placement,
  'accuracy_metres', i.accuracy_metres, 'place_id', i.place_id,
  'area_id', i.area_id, 'address', i.address, 'outside', i.outside, 'dwelling', i.dwelling, 'crime_count', i.crime_count,
  'sensitive', i.sensitive, 'description', i.description, 'description_cleared', i.description_cleared, 'status', i.status,
  'dismissal', i.dismissal, 'dismissal_note', i.dismissal_note)`;

export interface NewChange {
  readonly id: string;
  readonly incidentId: string;
  readonly accountId: string;
  readonly what: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly batchId: string | null;
}

/** Keeps what some rows are, before they are changed in the same transaction. */
export async function keepVersions(manager: EntityManager, code: number, changes: readonly NewChange[]): Promise<void> {
  await manager.query(
    `INSERT INTO incident_change (municipality_code, id, incident_id, version, account_id, what, reason, note, batch_id, before)
     SELECT i.municipality_code, c.id, i.id, i.version, c."accountId", c.what, c.reason, c.note, c."batchId", ${before}
       FROM jsonb_to_recordset($2) AS c(id uuid, "incidentId" uuid, "accountId" uuid, what text, reason text, note text, "batchId" uuid)
       JOIN incident i ON i.municipality_code = $1 AND i.id = c."incidentId"`,
    [code, JSON.stringify(changes)],
  );
}

/** Writes a decision over the version that was read; 0 when somebody else was first. */
export async function updateStatus(
  manager: EntityManager,
  code: number,
  change: {
    id: string;
    version: number;
    status: string;
    reason: string | null;
    note: string | null;
    accountId: string | null;
  },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident SET version = version + 1, status = $4, dismissal = $5, dismissal_note = $6,
                         reviewed_by = $7::uuid, reviewed_at = CASE WHEN $7::uuid IS NULL THEN NULL ELSE now() END
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, change.id, change.version, change.status, change.reason, change.note, change.accountId],
  );
  return count;
}

/** Time and place as a reviewer may have corrected them; older changes, and those of sensitive rows, do not keep them whole. */
const observed = [
  'occurred_from', 'occurred_to', 'time_precision', 'precision', 'placement', 'accuracy_metres', 'place_id', 'area_id', 'address', 'outside',
]; // prettier-ignore
/** A place or an area that has been taken away since cannot come back with the row. */
const still: Readonly<Record<string, string>> = {
  place_id: `(SELECT l.id FROM place l WHERE l.municipality_code = $1 AND l.id = b.place_id)`,
  area_id: `(SELECT a.id FROM area a WHERE a.municipality_code = $1 AND a.id = b.area_id)`,
};
const kept = `(c.before ? 'accuracy_metres' AND NOT i.sensitive)`;

/** Puts back what a change kept, over the version that was read; 0 when somebody else was first. */
export async function restoreVersion(
  manager: EntityManager,
  code: number,
  change: { changeId: string; incidentId: string; version: number },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident i
        SET version = i.version + 1, category_code = b.category_code, subcategory_code = b.subcategory_code, severity = b.severity,
            description = b.description, description_cleared = b.description_cleared, status = b.status, dismissal = b.dismissal,
            dismissal_note = b.dismissal_note, reviewed_by = CASE WHEN b.status IN ('received', 'asked') THEN NULL ELSE i.reviewed_by END,
            reviewed_at = CASE WHEN b.status IN ('received', 'asked') THEN NULL ELSE i.reviewed_at END,
            ${observed.map((name) => `${name} = CASE WHEN ${kept} THEN ${still[name] ?? `b.${name}`} ELSE i.${name} END`).join(', ')},
            location = CASE WHEN ${kept} THEN ST_SetSRID(ST_MakePoint(b.x, b.y), 3006) ELSE i.location END
       FROM incident_change c, LATERAL jsonb_to_record(c.before) AS b(category_code text, subcategory_code text, severity smallint,
              description text, description_cleared boolean, status text, dismissal text, dismissal_note text, occurred_from timestamptz,
              occurred_to timestamptz, time_precision text, x float8, y float8, precision text, placement text, accuracy_metres real,
              place_id uuid, area_id uuid, address text, outside boolean)
      WHERE c.municipality_code = $1 AND c.id = $2 AND c.incident_id = $3 AND i.municipality_code = c.municipality_code
        AND i.id = c.incident_id AND i.version = $4`,
    [code, change.changeId, change.incidentId, change.version],
  );
  return count;
}

export async function insertMessage(
  manager: EntityManager,
  code: number,
  message: { id: string; incidentId: string; accountId: string; kind: 'question' | 'answer'; text: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO incident_message (municipality_code, id, incident_id, account_id, kind, text) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, message.id, message.incidentId, message.accountId, message.kind, message.text],
  );
}

/** The waiting reports of an organisation whose text needs no reading by law, to be accepted together. */
export async function readyRows(
  manager: EntityManager,
  code: number,
  organisationId: string,
): Promise<{ id: string; version: number }[]> {
  return manager.query(
    `SELECT id, version FROM incident
      WHERE municipality_code = $1 AND organisation_id = $2 AND status = 'received' AND source = 'report' AND description_cleared
      ORDER BY created_at, id LIMIT 2000`,
    [code, organisationId],
  );
}

/** Accepts some rows at once; how many. */
export async function acceptRows(
  manager: EntityManager,
  code: number,
  batch: { ids: readonly string[]; accountId: string },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE incident SET version = version + 1, status = 'accepted', reviewed_by = $3::uuid, reviewed_at = now()
      WHERE municipality_code = $1 AND id = ANY ($2::uuid[]) AND status = 'received'`,
    [code, batch.ids, batch.accountId],
  );
  return count;
}

/** The rows of a batch, and which of them nobody has changed since. */
export async function batchRows(
  manager: EntityManager,
  code: number,
  batchId: string,
): Promise<{ change_id: string; incident_id: string; version: number; untouched: boolean }[]> {
  return manager.query(
    `SELECT c.id AS change_id, c.incident_id, i.version, i.version = c.version + 1 AS untouched
       FROM incident_change c JOIN incident i ON i.municipality_code = c.municipality_code AND i.id = c.incident_id
      WHERE c.municipality_code = $1 AND c.batch_id = $2 AND c.what = 'accepted' ORDER BY c.incident_id`,
    [code, batchId],
  );
}
