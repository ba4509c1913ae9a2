import type { EntityManager } from 'typeorm';
import type { Role } from '../access/permission.js';
import type { ViewFigures } from './view.js';

export interface ViewRow {
  readonly id: string;
  readonly version: number;
  readonly account_id: string;
  readonly organisation: string;
  readonly role: Role;
  readonly name: string | null;
  readonly search: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly bounds: number[];
  readonly layers: string[];
  readonly shared: boolean;
  readonly frozen: boolean;
  readonly figures: ViewFigures | null;
  readonly has_picture: boolean;
  readonly at: Date;
}

export interface NewViewRow {
  readonly id: string;
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly groups: readonly string[];
  readonly name: string | null;
  readonly search: string;
  readonly from: string;
  readonly to: string;
  readonly bounds: readonly number[];
  readonly layers: readonly string[];
  readonly shared: boolean;
  readonly frozen: boolean;
  readonly figures: ViewFigures | null;
  readonly picture: string | null;
}

const columns = `v.id, v.version, v.account_id, o.name AS organisation, v.role, v.name, v.search, v.period_from::text, v.period_to::text, v.bounds,
  v.layers, v.shared, v.frozen, v.figures, v.picture IS NOT NULL AS has_picture, v.at`;
const source = `view v JOIN organisation o ON o.municipality_code = v.municipality_code AND o.id = v.organisation_id`;

/** The views with names that the actor may open: own ones first, then by name. */
export async function savedViews(manager: EntityManager, code: number, accountId: string): Promise<ViewRow[]> {
  return manager.query(
    `SELECT ${columns} FROM ${source} WHERE v.municipality_code = $1 AND NOT v.frozen
      ORDER BY v.account_id <> $2::uuid, v.name, v.id LIMIT 1000`,
    [code, accountId],
  );
}

export async function viewRow(manager: EntityManager, code: number, id: string): Promise<ViewRow | undefined> {
  const rows: ViewRow[] = await manager.query(
    `SELECT ${columns} FROM ${source} WHERE v.municipality_code = $1 AND v.id = $2`,
    [code, id],
  );
  return rows[0];
}

export async function viewPicture(manager: EntityManager, code: number, id: string): Promise<string | null> {
  const rows: { picture: string | null }[] = await manager.query(
    `SELECT picture FROM view WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0]?.picture ?? null;
}

export async function countSaved(manager: EntityManager, code: number, accountId: string): Promise<number> {
  const [row]: { n: number }[] = await manager.query(
    `SELECT count(*)::int AS n FROM view WHERE municipality_code = $1 AND account_id = $2 AND NOT frozen`,
    [code, accountId],
  );
  return row?.n ?? 0;
}

export async function insertView(manager: EntityManager, code: number, row: NewViewRow): Promise<void> {
  await manager.query(
    `INSERT INTO view (municipality_code, id, account_id, organisation_id, role, group_codes, name, search, period_from, period_to, bounds, layers, shared, frozen, figures, picture)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      code,
      row.id,
      row.accountId,
      row.organisationId,
      row.role,
      row.groups,
      row.name,
      row.search,
      row.from,
      row.to,
      row.bounds,
      row.layers,
      row.shared,
      row.frozen,
      row.figures === null ? null : JSON.stringify(row.figures),
      row.picture,
    ],
  );
}

/** Writes what is given over that version; whether it was that version still. */
export async function updateView(
  manager: EntityManager,
  code: number,
  row: Pick<ViewRow, 'id' | 'version' | 'name' | 'search' | 'bounds' | 'layers' | 'shared'>,
): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE view SET name = $4, search = $5, bounds = $6, layers = $7, shared = $8, version = version + 1, at = now()
      WHERE municipality_code = $1 AND id = $2 AND version = $3`,
    [code, row.id, row.version, row.name, row.search, row.bounds, row.layers, row.shared],
  );
  return count === 1;
}

export async function deleteView(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(`DELETE FROM view WHERE municipality_code = $1 AND id = $2`, [code, id]);
}
