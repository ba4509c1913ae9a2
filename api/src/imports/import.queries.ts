import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import type { ImportCounts } from './import.schema.js';
import type { CategoryLine, RegisterRows } from './import-register.js';
import { storedJson } from './stored-json.js';

export interface ImportRow {
  id: string;
  version: number;
  kind: 'points' | 'counts';
  file_name: string;
  byte_count: string;
  status: 'preview' | 'queued' | 'running' | 'done' | 'interrupted' | 'cancelled' | 'failed' | 'undone';
  source: 'police' | 'external';
  group_code: string;
  organisation_id: string;
  account_id: string | null;
  imported_by: string | null;
  mapping: { header: string[]; columns: (string | null)[] } | null;
  row_count: number;
  counts: Partial<ImportCounts>;
  error_code: string | null;
  job_id: string | null;
  created_at: Date;
  finished_at: Date | null;
}

const columns = `i.id, i.version, i.kind, i.file_name, i.byte_count, i.status, i.source, i.group_code, i.organisation_id, i.account_id,
  i.mapping, i.row_count, i.counts, i.error_code, i.job_id, i.created_at, i.finished_at,
  (SELECT a.name FROM account a WHERE a.id = i.account_id) AS imported_by`;

export async function insertImport(
  manager: EntityManager,
  code: number,
  row: {
    id: string; kind: string; fileName: string; byteCount: number; source: string; groupCode: string;
    organisationId: string; accountId: string; mapping: object | null; rowCount: number;
  }, // prettier-ignore
): Promise<void> {
  await manager.query(
    `INSERT INTO import (municipality_code, id, kind, file_name, byte_count, status, source, group_code, organisation_id, account_id, mapping, row_count)
     VALUES ($1, $2, $3, $4, $5, 'preview', $6, $7, $8, $9, $10, $11)`,
    [
      code,
      row.id,
      row.kind,
      row.fileName,
      row.byteCount,
      row.source,
      row.groupCode,
      row.organisationId,
      row.accountId,
      row.mapping && storedJson(row.mapping),
      row.rowCount,
    ],
  );
}

export async function importRow(manager: EntityManager, code: number, id: string): Promise<ImportRow | undefined> {
  const rows: ImportRow[] = await manager.query(
    `SELECT ${columns} FROM import i WHERE i.municipality_code = $1 AND i.id = $2`,
    [code, id],
  );
  return rows[0];
}

/** The latest imports, previews and all. */
export async function importList(manager: EntityManager, code: number): Promise<ImportRow[]> {
  return manager.query(
    `SELECT ${columns} FROM import i WHERE i.municipality_code = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT 100`,
    [code],
  );
}

/** Moves an import on from one of `from`; false when it is not there any longer. */
export async function moveImport(
  manager: EntityManager,
  code: number,
  id: string,
  move: { from: readonly string[]; to: string; jobId?: string; errorCode?: string | null; finished?: boolean },
): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE import SET status = $4, version = version + 1, job_id = COALESCE($5::uuid, job_id), error_code = $6,
                       finished_at = CASE WHEN $7::boolean THEN now() ELSE finished_at END
      WHERE municipality_code = $1 AND id = $2 AND status = ANY ($3::text[])`,
    [code, id, move.from, move.to, move.jobId ?? null, move.errorCode ?? null, move.finished ?? false],
  );
  return count === 1;
}

/** Stores another mapping over the version that was read; false when somebody was first. */
export async function saveMapping(
  manager: EntityManager,
  code: number,
  change: { id: string; version: number; mapping: object },
): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE import SET mapping = $4, version = version + 1
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND status = 'preview'`,
    [code, change.id, change.version, storedJson(change.mapping)],
  );
  return count === 1;
}

/** Takes away everything that an unfinished import has put down. */
export async function clearImport(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(`DELETE FROM import_stage WHERE municipality_code = $1 AND import_id = $2`, [code, id]);
  await manager.query(`DELETE FROM import_row WHERE municipality_code = $1 AND import_id = $2`, [code, id]);
}

/** The municipality's own secret for the digests of its rows, made the first time it is needed. */
export async function digestKey(manager: EntityManager, code: number, fresh: string): Promise<string> {
  await manager.query(
    `UPDATE municipality SET settings = settings || jsonb_build_object('importKey', $2::text)
      WHERE municipality_code = $1 AND settings->>'importKey' IS NULL`,
    [code, fresh],
  );
  const row: { key: string } = only(
    await manager.query(`SELECT settings->>'importKey' AS key FROM municipality WHERE municipality_code = $1`, [code]),
  );
  return row.key;
}

/** Categories, sub-categories and the municipality's own crime codes. */
export async function categoryLines(
  manager: EntityManager,
  code: number,
): Promise<Pick<RegisterRows, 'categories' | 'crimeCodes'>> {
  const categories: CategoryLine[] = await manager.query(
    `SELECT code AS category, NULL::text AS subcategory, name_sv AS sv, name_en AS en, severity FROM category WHERE municipality_code = $1
     UNION ALL
     SELECT s.category_code, s.code, s.name_sv, s.name_en, COALESCE(s.severity, c.severity)
       FROM subcategory s JOIN category c ON c.municipality_code = s.municipality_code AND c.code = s.category_code
      WHERE s.municipality_code = $1`,
    [code],
  );
  const crimeCodes: RegisterRows['crimeCodes'] = await manager.query(
    `SELECT code, category_code AS category, subcategory_code AS subcategory, sensitive FROM crime_code WHERE municipality_code = $1`,
    [code],
  );
  return { categories, crimeCodes };
}

/** The group of the actor's organisation, and the organisation that police rows belong to. */
export async function ownOrganisation(
  manager: EntityManager,
  code: number,
  organisationId: string,
): Promise<{ group_code: string; police_id: string | null }> {
  return only(
    await manager.query(
      `SELECT o.group_code, (SELECT p.id FROM organisation p WHERE p.municipality_code = $1 AND p.kind = 'police'
                              ORDER BY (p.id = o.id) DESC, p.id LIMIT 1) AS police_id
         FROM organisation o WHERE o.municipality_code = $1 AND o.id = $2`,
      [code, organisationId],
    ),
  );
}

/** Of these identities, those that are stored, with the digest of what is stored. */
export async function storedDigests(
  manager: EntityManager,
  code: number,
  source: string,
  identities: readonly string[],
): Promise<Map<string, string>> {
  const rows: { source_identity: string; content_digest: string }[] = await manager.query(
    `SELECT source_identity, content_digest FROM incident
      WHERE municipality_code = $1 AND source = $2 AND source_identity = ANY ($3::text[])`,
    [code, source, identities],
  );
  return new Map(rows.map((row) => [row.source_identity, row.content_digest]));
}

export interface OutcomeRow {
  row_number: number;
  outcome: 'imported' | 'updated' | 'duplicate' | 'rejected';
  code: string | null;
  field: string | null;
  incident_id: string | null;
  cells: { cells: string[]; sensitive: boolean } | null;
}

export async function outcomePage(
  manager: EntityManager,
  code: number,
  id: string,
  page: { outcome: string | null; after: number; limit: number },
): Promise<OutcomeRow[]> {
  return manager.query(
    `SELECT row_number, outcome, code, field, incident_id, cells FROM import_row
      WHERE municipality_code = $1 AND import_id = $2 AND ($3::text IS NULL OR outcome = $3) AND row_number > $4
      ORDER BY row_number LIMIT $5`,
    [code, id, page.outcome, page.after, page.limit],
  );
}

/** The rejected rows by reason, each with its first row numbers. */
export async function rejectionTallies(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<{ field: string | null; code: string; count: number; rows: number[] }[]> {
  return manager.query(
    `SELECT field, code, count(*)::int AS count, (array_agg(row_number ORDER BY row_number))[1:5] AS rows
       FROM import_row WHERE municipality_code = $1 AND import_id = $2 AND outcome = 'rejected'
      GROUP BY field, code ORDER BY count DESC, code`,
    [code, id],
  );
}
