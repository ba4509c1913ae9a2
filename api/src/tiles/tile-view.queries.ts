import type { EntityManager } from 'typeorm';
import type { IncidentFilter } from '../incidents/incident.schema.js';

export interface TileViewRow {
  readonly id: string;
  readonly account_id: string;
  readonly group_codes: string[];
  readonly filter: IncidentFilter;
  readonly expires_at: Date;
}

/** Stores a key and takes away the account's own that have run out. */
export async function insertTileView(manager: EntityManager, code: number, row: TileViewRow): Promise<void> {
  await manager.query(`DELETE FROM tile_view WHERE municipality_code = $1 AND account_id = $2 AND expires_at < now()`, [
    code,
    row.account_id,
  ]);
  await manager.query(
    `INSERT INTO tile_view (municipality_code, id, account_id, group_codes, filter, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [code, row.id, row.account_id, row.group_codes, JSON.stringify(row.filter), row.expires_at],
  );
}

/** Of this account only, whatever the policy lets through. */
export async function tileViewRow(
  manager: EntityManager,
  code: number,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<TileViewRow | undefined> {
  const rows: TileViewRow[] = await manager.query(
    `SELECT id, account_id, group_codes, filter, expires_at FROM tile_view WHERE municipality_code = $1 AND id = $2 AND account_id = $3`,
    [code, id, accountId],
  );
  return rows[0];
}
