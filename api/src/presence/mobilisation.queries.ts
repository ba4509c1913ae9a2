import type { EntityManager } from 'typeorm';
import type { Line, Routine, Ticks } from './mobilisation.js';

export interface MobilisationRow extends Routine {
  id: string;
  version: number;
  place_id: string;
  place: string;
  place_kind: string;
  name: string;
}

export async function mobilisationRows(
  manager: EntityManager,
  code: number,
  id: string | null,
): Promise<MobilisationRow[]> {
  return manager.query(
    `SELECT m.id, m.version, m.place_id, p.name AS place, p.kind AS place_kind, m.name, m.calls, m.steps
       FROM mobilisation m JOIN place p ON p.municipality_code = m.municipality_code AND p.id = m.place_id
      WHERE m.municipality_code = $1 AND ($2::uuid IS NULL OR m.id = $2) ORDER BY p.name, m.name`,
    [code, id],
  );
}

export async function placeThere(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM place WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
  ]);
  return rows.length > 0;
}

interface Written extends Routine {
  readonly id: string;
  readonly placeId: string;
  readonly name: string;
}

export async function insertMobilisation(
  manager: EntityManager,
  code: number,
  row: Written & { readonly accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO mobilisation (municipality_code, id, place_id, name, calls, steps, account_id) VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [code, row.id, row.placeId, row.name, JSON.stringify(row.calls), row.steps, row.accountId],
  );
}

/** Changes a routine over the version that was read; 0 when it has another. */
export async function updateMobilisation(
  manager: EntityManager,
  code: number,
  row: Written & { readonly version: number },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE mobilisation SET version = version + 1, place_id = $4, name = $5, calls = $6::jsonb, steps = $7
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, row.id, row.version, row.placeId, row.name, JSON.stringify(row.calls), row.steps],
  );
  return count;
}

/** Removes a routine with its log. */
export async function deleteMobilisation(manager: EntityManager, code: number, id: string): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM mobilisation WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return count;
}

export interface RunRow {
  id: string;
  version: number;
  mobilisation_id: string;
  organisation: string;
  lines: Line[];
  ticks: Ticks;
  started_at: Date;
  ended_at: Date | null;
}

const selectRun = `SELECT r.id, r.version, r.mobilisation_id, o.name AS organisation, r.lines, r.ticks, r.started_at, r.ended_at
       FROM mobilisation_run r JOIN organisation o ON o.municipality_code = r.municipality_code AND o.id = r.organisation_id`;

/** The uses of routines, the latest first. */
export async function runRows(
  manager: EntityManager,
  code: number,
  mobilisationIds: readonly string[],
): Promise<RunRow[]> {
  return manager.query(
    `${selectRun} WHERE r.municipality_code = $1 AND r.mobilisation_id = ANY ($2::uuid[]) ORDER BY r.started_at DESC, r.id DESC LIMIT 500`,
    [code, mobilisationIds],
  );
}

export async function runRow(manager: EntityManager, code: number, id: string): Promise<RunRow | undefined> {
  const rows: RunRow[] = await manager.query(`${selectRun} WHERE r.municipality_code = $1 AND r.id = $2`, [code, id]);
  return rows[0];
}

export async function insertRun(
  manager: EntityManager,
  code: number,
  row: { id: string; mobilisationId: string; organisationId: string; accountId: string; lines: readonly Line[] },
): Promise<void> {
  await manager.query(
    `INSERT INTO mobilisation_run (municipality_code, id, mobilisation_id, organisation_id, account_id, lines) VALUES ($1, $2, $3, $4, $5, $6::jsonb)`,
    [code, row.id, row.mobilisationId, row.organisationId, row.accountId, JSON.stringify(row.lines)],
  );
}

/** Ticks a line, or takes the tick away; two who tick different lines at once both keep theirs. 0 when it has ended. */
export async function tickLine(
  manager: EntityManager,
  code: number,
  tick: { id: string; line: number; done: boolean; organisationId: string },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE mobilisation_run r SET version = version + 1,
            ticks = CASE WHEN $4::boolean
                         THEN ticks || jsonb_build_object($3::text, jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                              'organisation', (SELECT o.name FROM organisation o WHERE o.municipality_code = $1 AND o.id = $5::uuid)))
                         ELSE ticks - $3::text END
      WHERE municipality_code = $1 AND id = $2 AND ended_at IS NULL`,
    [code, tick.id, String(tick.line), tick.done, tick.organisationId],
  );
  return count;
}

export async function endRun(manager: EntityManager, code: number, id: string): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE mobilisation_run SET version = version + 1, ended_at = now() WHERE municipality_code = $1 AND id = $2 AND ended_at IS NULL`,
    [code, id],
  );
  return count;
}
