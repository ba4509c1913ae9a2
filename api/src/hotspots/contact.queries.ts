import type { EntityManager } from 'typeorm';
import { byColumns, byJoins, type ByRow } from './work.queries.js';

export interface ContactRow extends ByRow {
  id: string;
  kind: 'visit' | 'talk';
  happened_on: string;
  with_whom: string;
  group_size: number | null;
  said: string;
  organisation_id: string;
  organisation: string;
  withdrawn_at: Date | null;
}

/** Visits and talks, the latest first; the withdrawn with them. */
export async function contactRows(manager: EntityManager, code: number, hotspotId: string): Promise<ContactRow[]> {
  return manager.query(
    `SELECT c.id, c.kind, c.happened_on::text, c.with_whom, c.group_size, c.said, c.organisation_id, o.name AS organisation, c.withdrawn_at, ${byColumns}
       FROM hotspot_contact c
       JOIN organisation o ON o.municipality_code = c.municipality_code AND o.id = c.organisation_id ${byJoins('c')}
      WHERE c.municipality_code = $1 AND c.hotspot_id = $2 ORDER BY c.happened_on DESC, c.created_at DESC, c.id`,
    [code, hotspotId],
  );
}

export async function hotspotOfContact(manager: EntityManager, code: number, id: string): Promise<string | undefined> {
  const rows: { hotspot_id: string }[] = await manager.query(
    `SELECT hotspot_id FROM hotspot_contact WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0]?.hotspot_id;
}

/** The same id twice is one row. */
export async function insertContact(
  manager: EntityManager,
  code: number,
  row: Omit<ContactRow, 'organisation' | 'withdrawn_at' | keyof ByRow> & { hotspotId: string; accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO hotspot_contact (municipality_code, id, hotspot_id, kind, happened_on, with_whom, group_size, said, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (municipality_code, id) DO NOTHING`,
    [
      code,
      row.id,
      row.hotspotId,
      row.kind,
      row.happened_on,
      row.with_whom,
      row.group_size,
      row.said,
      row.organisation_id,
      row.accountId,
    ],
  );
}

export async function markContact(
  manager: EntityManager,
  code: number,
  mark: { id: string; withdrawn: boolean },
): Promise<void> {
  await manager.query(
    `UPDATE hotspot_contact SET withdrawn_at = CASE WHEN $3 THEN now() END
      WHERE municipality_code = $1 AND id = $2 AND (withdrawn_at IS NULL) = $3`,
    [code, mark.id, mark.withdrawn],
  );
}
