import type { EntityManager } from 'typeorm';
import { only } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { storedJson } from './stored-json.js';

/** One import in one municipality: what every statement here is bound to. */
export interface ImportScope {
  readonly code: number;
  readonly id: string;
  readonly source: string;
  readonly accountId: string;
}

/** Puts staged rows down; `rows` is an array of `StagedRow` as JSON. */
export async function insertStage(
  manager: EntityManager,
  scope: ImportScope & { groupCode: string; organisationId: string },
  rows: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO import_stage (municipality_code, import_id, row_number, incident_id, event_key, source, group_code, organisation_id,
                               source_identity, content_digest, category_code, subcategory_code, severity, crime_code, occurred_from, occurred_to,
                               time_precision, location, precision, placement, area_id, dwelling, address, outside, crime_count, sensitive,
                               description, description_cleared)
     SELECT $1::smallint, $2::uuid, r."rowNumber", r."incidentId", r."eventKey", $3::text, $4::text, $5::uuid,
            r."sourceIdentity", r."contentDigest", r.category, r.subcategory, r.severity, r."crimeCode", r."from", r."to",
            r."timePrecision", ST_SetSRID(ST_MakePoint(r.x, r.y), 3006), r.precision, r.placement, r."areaId", r.dwelling, r.address, r.outside,
            r."crimeCount", r.sensitive, r.description, r.cleared
       FROM json_to_recordset($6::json) AS r("rowNumber" integer, "incidentId" uuid, "eventKey" text, "sourceIdentity" text, "contentDigest" text,
              category text, subcategory text, severity smallint, "crimeCode" text, "from" timestamptz, "to" timestamptz, "timePrecision" text,
              x float8, y float8, precision text, placement text, "areaId" uuid, dwelling boolean, address text, outside boolean,
              "crimeCount" integer, sensitive boolean, description text, cleared boolean)`,
    [scope.code, scope.id, scope.source, scope.groupCode, scope.organisationId, rows],
  );
}

/** Keeps what became of rows that are not imported; `rows` is an array of `OutcomeLine` as JSON. */
export async function insertOutcomes(
  manager: EntityManager,
  scope: Pick<ImportScope, 'code' | 'id'>,
  rows: string,
): Promise<void> {
  if (rows === '[]') return;
  await manager.query(
    `INSERT INTO import_row (municipality_code, import_id, row_number, outcome, code, field, cells)
     SELECT $1::smallint, $2::uuid, r."rowNumber", r.outcome, r.code, r.field, r.cells
       FROM jsonb_to_recordset($3::jsonb) AS r("rowNumber" integer, outcome text, code text, field text, cells jsonb)`,
    [scope.code, scope.id, rows],
  );
}

/** What a version was, as undo needs it; of a row that has become sensitive neither place, hour nor text is kept. */
const before = `jsonb_build_object(
  'event_key', CASE WHEN s.sensitive THEN i.id::text ELSE i.event_key END, 'content_digest', i.content_digest,
  'category_code', i.category_code, 'subcategory_code', i.subcategory_code, 'severity', i.severity, 'crime_code', i.crime_code,
  'occurred_from', CASE WHEN s.sensitive THEN date_trunc('month', i.occurred_from AT TIME ZONE 'Europe/Stockholm') AT TIME ZONE 'Europe/Stockholm' ELSE i.occurred_from END,
  'occurred_to', CASE WHEN s.sensitive THEN NULL ELSE i.occurred_to END,
  'time_precision', CASE WHEN s.sensitive THEN 'month' ELSE i.time_precision END,
  'x', CASE WHEN s.sensitive THEN NULL ELSE ST_X(i.location) END, 'y', CASE WHEN s.sensitive THEN NULL ELSE ST_Y(i.location) END,
  'precision', CASE WHEN s.sensitive THEN 'area' ELSE i.precision END, 'placement', CASE WHEN s.sensitive THEN 'area' ELSE i.placement END,
  'area_id', i.area_id, 'address', CASE WHEN s.sensitive THEN NULL ELSE i.address END, 'outside', i.outside,
  'dwelling', i.dwelling AND NOT s.sensitive, 'crime_count', i.crime_count, 'sensitive', i.sensitive OR s.sensitive,
  'description', CASE WHEN s.sensitive THEN NULL ELSE i.description END, 'description_cleared', i.description_cleared)`;

const outcomeJoin = `import_stage s JOIN import_row r ON r.municipality_code = s.municipality_code AND r.import_id = s.import_id AND r.row_number = s.row_number`;

/** A reviewer has said that this row and others are one event: a new version of the row does not undo that. */
const mergedByHand = `EXISTS (SELECT 1 FROM incident_merge m WHERE m.municipality_code = i.municipality_code AND m.incident_id = i.id
  AND m.undone_at IS NULL AND m.key_after = i.event_key)`;

/** Fields that a new version of a row brings. */
const broughtFields = [
  'content_digest', 'category_code', 'subcategory_code', 'severity', 'crime_code', 'occurred_from', 'occurred_to',
  'time_precision', 'location', 'precision', 'placement', 'area_id', 'address', 'outside', 'dwelling', 'crime_count',
  'sensitive', 'description',
]; // prettier-ignore

const sameRow = `i.municipality_code = s.municipality_code AND i.source = s.source AND i.source_identity = s.source_identity`;

/**
 * Puts a staged import in its place, in the one transaction of the caller: what is new, what is there already, what has
 * changed (the old version goes to the history), and the outcome of every row that is not imported. Throws when a row
 * of the stage is missing: the stage has no write-ahead log, and a database that fell and rose again has emptied it.
 *
 * @param staged - how many rows were staged
 */
export async function applyStage(manager: EntityManager, scope: ImportScope, staged: number): Promise<void> {
  const own = [scope.code, scope.id];
  await manager.query(`SELECT pg_advisory_xact_lock(1414, $1::int)`, [scope.code]);
  await joinWholeSets(manager);
  const there: { n: number } = only(
    await manager.query(
      `SELECT count(*)::int AS n FROM import_stage WHERE municipality_code = $1 AND import_id = $2`,
      own,
    ),
  );
  if (there.n !== staged) throw new DomainError('import-failed');
  await manager.query(
    `INSERT INTO import_row (municipality_code, import_id, row_number, outcome, code, incident_id)
     SELECT s.municipality_code, s.import_id, s.row_number,
            CASE WHEN i.content_digest = s.content_digest THEN 'duplicate' ELSE 'updated' END,
            CASE WHEN i.content_digest = s.content_digest THEN 'already-stored' END, i.id
       FROM import_stage s JOIN incident i ON ${sameRow}
      WHERE s.municipality_code = $1 AND s.import_id = $2`,
    own,
  );
  await keepOldVersions(manager, scope);
  await manager.query(
    `UPDATE incident i
        SET version = i.version + 1, event_key = CASE WHEN NOT s.sensitive AND ${mergedByHand} THEN i.event_key
                                                      WHEN s.event_key = s.incident_id::text THEN i.id::text ELSE s.event_key END,
            ${broughtFields.map((field) => `${field} = s.${field}`).join(', ')}, description_cleared = s.description_cleared
       FROM ${outcomeJoin}
      WHERE s.municipality_code = $1 AND s.import_id = $2 AND r.outcome = 'updated'
        AND i.municipality_code = s.municipality_code AND i.id = r.incident_id`,
    own,
  );
  await manager.query(
    `INSERT INTO incident (municipality_code, id, import_id, status, event_key, source, group_code, organisation_id, source_identity,
                           description_cleared, ${broughtFields.join(', ')})
     SELECT s.municipality_code, s.incident_id, s.import_id, 'accepted', s.event_key, s.source, s.group_code, s.organisation_id, s.source_identity,
            s.description_cleared, ${broughtFields.map((field) => `s.${field}`).join(', ')}
       FROM import_stage s
      WHERE s.municipality_code = $1 AND s.import_id = $2 AND NOT EXISTS (SELECT 1 FROM incident i WHERE ${sameRow})`,
    own,
  );
}

/**
 * Nobody has counted the rows that were staged a second ago: the planner believes in one row and joins thousands by
 * nested loops, minutes instead of a second. For this transaction it may not.
 */
async function joinWholeSets(manager: EntityManager): Promise<void> {
  await manager.query('SET LOCAL enable_nestloop = off');
}

async function keepOldVersions(manager: EntityManager, scope: ImportScope): Promise<void> {
  const own = [scope.code, scope.id];
  // A row that is sensitive from now on takes the places of its older versions with it, and what ties it to other rows.
  await manager.query(
    `DELETE FROM incident_change c USING ${outcomeJoin}
      WHERE s.municipality_code = $1 AND s.import_id = $2 AND r.outcome = 'updated' AND s.sensitive
        AND c.municipality_code = s.municipality_code AND c.incident_id = r.incident_id`,
    own,
  );
  await manager.query(
    `DELETE FROM incident_merge m USING ${outcomeJoin}
      WHERE s.municipality_code = $1 AND s.import_id = $2 AND r.outcome = 'updated' AND s.sensitive
        AND m.municipality_code = s.municipality_code AND m.incident_id = r.incident_id`,
    own,
  );
  await manager.query(
    `INSERT INTO incident_change (municipality_code, id, incident_id, version, import_id, account_id, what, before)
     SELECT i.municipality_code, s.incident_id, i.id, i.version, s.import_id, $3::uuid, 'import', ${before}
       FROM ${outcomeJoin} JOIN incident i ON i.municipality_code = r.municipality_code AND i.id = r.incident_id
      WHERE s.municipality_code = $1 AND s.import_id = $2 AND r.outcome = 'updated'`,
    [...own, scope.accountId],
  );
}

/** Counts the outcomes, takes the stage away and closes the import. Of imported rows no outcome is kept: they are counted. */
export async function finishImport(
  manager: EntityManager,
  scope: Pick<ImportScope, 'code' | 'id'>,
  facts: { rowCount: number; counts: object },
): Promise<Record<string, unknown>> {
  const own = [scope.code, scope.id];
  const rows: { outcome: string; count: number }[] = await manager.query(
    `SELECT outcome, count(*)::int AS count FROM import_row WHERE municipality_code = $1 AND import_id = $2 GROUP BY outcome`,
    own,
  );
  const told = Object.fromEntries(rows.map((row) => [row.outcome, row.count]));
  const others = rows.reduce((sum, row) => sum + row.count, 0);
  const counts = { imported: facts.rowCount - others, ...facts.counts, ...told };
  await manager.query(`DELETE FROM import_stage WHERE municipality_code = $1 AND import_id = $2`, own);
  await manager.query(
    `UPDATE import SET status = 'done', version = version + 1, row_count = $3, counts = $4, finished_at = now(), error_code = NULL
      WHERE municipality_code = $1 AND id = $2`,
    [...own, facts.rowCount, storedJson(counts)],
  );
  return counts;
}

/**
 * Undoes an import of points: its own incidents go, and those that it changed get their older version back, where nobody
 * has changed them since.
 */
export async function undoPoints(
  manager: EntityManager,
  scope: Pick<ImportScope, 'code' | 'id'>,
): Promise<{ removed: number; restored: number }> {
  const own = [scope.code, scope.id];
  await joinWholeSets(manager);
  const [, removed]: [unknown, number] = await manager.query(
    `DELETE FROM incident WHERE municipality_code = $1 AND import_id = $2`,
    own,
  );
  const fields = `event_key text, content_digest text, category_code text, subcategory_code text, severity smallint, crime_code text,
    occurred_from timestamptz, occurred_to timestamptz, time_precision text, precision text, placement text, area_id uuid, address text,
    outside boolean, dwelling boolean, crime_count integer, sensitive boolean, description text, description_cleared boolean, x float8, y float8`;
  const plain = ['event_key', ...broughtFields.filter((field) => field !== 'location'), 'description_cleared'];
  const [, restored]: [unknown, number] = await manager.query(
    `UPDATE incident i
        SET version = i.version + 1, location = ST_SetSRID(ST_MakePoint(b.x, b.y), 3006), ${plain.map((field) => `${field} = b.${field}`).join(', ')}
       FROM incident_change c, LATERAL jsonb_to_record(c.before) AS b(${fields})
      WHERE c.municipality_code = $1 AND c.import_id = $2 AND c.what = 'import'
        AND i.municipality_code = c.municipality_code AND i.id = c.incident_id AND i.version = c.version + 1`,
    own,
  );
  return { removed, restored };
}

/** Closes an undone import with what was undone. */
export async function markUndone(
  manager: EntityManager,
  scope: Pick<ImportScope, 'code' | 'id'>,
  undone: { removed: number; restored: number },
): Promise<void> {
  await manager.query(
    `UPDATE import SET status = 'undone', version = version + 1, counts = counts || $3::jsonb WHERE municipality_code = $1 AND id = $2`,
    [scope.code, scope.id, storedJson(undone)],
  );
}
