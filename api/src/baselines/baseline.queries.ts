import type { EntityManager } from 'typeorm';
import type { BaselineWeights, KindColumns } from './baseline.js';
import type { BaselineRow, KindSum } from './baseline-body.js';

const columns = `id, version, name, source, file_name, as_of::text, weights, rows_read, rows_rejected, rows_outside, replaced_id, created_at, removed_at`;

/** The baselines in use, oldest first. */
export async function currentBaselines(manager: EntityManager, code: number): Promise<BaselineRow[]> {
  return manager.query(
    `SELECT ${columns} FROM baseline WHERE municipality_code = $1 AND removed_at IS NULL ORDER BY created_at, id`,
    [code],
  );
}

/** Those that were removed and can still be brought back, latest first. */
export async function removedBaselines(manager: EntityManager, code: number): Promise<BaselineRow[]> {
  return manager.query(
    `SELECT ${columns} FROM baseline WHERE municipality_code = $1 AND removed_at IS NOT NULL ORDER BY removed_at DESC, id`,
    [code],
  );
}

export async function baselineRow(manager: EntityManager, code: number, id: string): Promise<BaselineRow | undefined> {
  const [row]: BaselineRow[] = await manager.query(
    `SELECT ${columns} FROM baseline WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return row;
}

/** The points of a baseline, a row of columns per kind. */
export async function pointColumns(manager: EntityManager, code: number, id: string): Promise<KindColumns[]> {
  return manager.query(
    `SELECT kind, x, y, count FROM baseline_point WHERE municipality_code = $1 AND baseline_id = $2 ORDER BY kind`,
    [code, id],
  );
}

/** How many points and people of each kind the baselines in use have. */
export async function kindSums(manager: EntityManager, code: number): Promise<KindSum[]> {
  return manager.query(
    `SELECT p.baseline_id, p.kind, cardinality(p.count) AS points, (SELECT sum(c) FROM unnest(p.count) AS u(c)) AS count
       FROM baseline_point p WHERE p.municipality_code = $1`,
    [code],
  );
}

export interface NewBaselineRow {
  readonly id: string;
  readonly name: string;
  readonly source: 'register' | 'import';
  readonly fileName: string | null;
  readonly asOf: string;
  readonly weights: BaselineWeights;
  readonly rows: number;
  readonly rejected: number;
  readonly outside: number;
  readonly replacedId: string | null;
  readonly accountId: string | null;
}

export async function insertBaseline(manager: EntityManager, code: number, row: NewBaselineRow): Promise<void> {
  await manager.query(
    `INSERT INTO baseline (municipality_code, id, name, source, file_name, as_of, weights, rows_read, rows_rejected, rows_outside, replaced_id, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      code,
      row.id,
      row.name,
      row.source,
      row.fileName,
      row.asOf,
      JSON.stringify(row.weights),
      row.rows,
      row.rejected,
      row.outside,
      row.replacedId,
      row.accountId,
    ],
  );
}

export async function insertPoints(
  manager: EntityManager,
  code: number,
  id: string,
  { kind, x, y, count }: KindColumns,
): Promise<void> {
  await manager.query(
    `INSERT INTO baseline_point (municipality_code, baseline_id, kind, x, y, count) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, id, kind, x, y, count],
  );
}

/** Saves over a version; false when it is another one by now, or removed. */
export async function changeBaseline(
  manager: EntityManager,
  code: number,
  row: {
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly asOf: string;
    readonly weights: BaselineWeights;
  },
): Promise<boolean> {
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE baseline SET name = $4, as_of = $5, weights = $6, version = version + 1
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND removed_at IS NULL`,
    [code, row.id, row.version, row.name, row.asOf, JSON.stringify(row.weights)],
  );
  return changed > 0;
}

/** Takes a baseline out of use; false when it is not in use. */
export async function removeBaseline(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE baseline SET removed_at = now(), version = version + 1 WHERE municipality_code = $1 AND id = $2 AND removed_at IS NULL`,
    [code, id],
  );
  return changed > 0;
}

/** Takes a removed baseline into use again; false when there is none of the id, or it is in use. */
export async function restoreBaseline(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE baseline SET removed_at = NULL, version = version + 1 WHERE municipality_code = $1 AND id = $2 AND removed_at IS NOT NULL`,
    [code, id],
  );
  return changed > 0;
}

/** Deletes for good what was removed more than thirty days ago: figures per house are not kept longer than they are of use. */
export async function purgeRemoved(manager: EntityManager, code: number): Promise<void> {
  await manager.query(`DELETE FROM baseline WHERE municipality_code = $1 AND removed_at < now() - interval '30 days'`, [
    code,
  ]);
}
