import type { EntityManager } from 'typeorm';
import type { Bone, CauseKind } from './cause.js';
import { byColumns, byJoins, type ByRow } from './work.queries.js';

export interface CauseRow extends ByRow {
  id: string;
  version: number;
  hotspot_id: string;
  kind: CauseKind;
  bone: Bone | null;
  parent_id: string | null;
  directness: 'direct' | 'indirect' | null;
  text: string;
  evidence: string | null;
  created_at: Date;
  withdrawn_at: Date | null;
}

/** All that were ever written for a hot spot, the withdrawn too, in their order. */
export async function causeRows(manager: EntityManager, code: number, hotspotId: string): Promise<CauseRow[]> {
  return manager.query(
    `SELECT c.id, c.version, c.hotspot_id, c.kind, c.bone, c.parent_id, c.directness, c.text, c.evidence, c.created_at, c.withdrawn_at, ${byColumns}
       FROM cause c ${byJoins('c')}
      WHERE c.municipality_code = $1 AND c.hotspot_id = $2 ORDER BY c.kind, c.bone, c.position, c.created_at, c.id`,
    [code, hotspotId],
  );
}

/** The hot spot that a cause belongs to; undefined when there is no such cause. */
export async function hotspotOfCause(manager: EntityManager, code: number, id: string): Promise<string | undefined> {
  const rows: { hotspot_id: string }[] = await manager.query(
    `SELECT hotspot_id FROM cause WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return rows[0]?.hotspot_id;
}

export async function insertCause(
  manager: EntityManager,
  code: number,
  row: Pick<CauseRow, 'id' | 'hotspot_id' | 'kind' | 'bone' | 'parent_id' | 'directness' | 'text' | 'evidence'> & {
    accountId: string;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO cause (municipality_code, id, hotspot_id, kind, bone, parent_id, directness, text, evidence, position, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)`,
    [
      code,
      row.id,
      row.hotspot_id,
      row.kind,
      row.bone,
      row.parent_id,
      row.directness,
      row.text,
      row.evidence,
      row.accountId,
    ],
  );
}

/** Writes over the version that was read; the number of rows says whether it was that still. */
export async function updateCause(
  manager: EntityManager,
  code: number,
  row: Pick<CauseRow, 'id' | 'version' | 'bone' | 'parent_id' | 'directness' | 'text' | 'evidence'>,
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE cause SET version = version + 1, bone = $4, parent_id = $5, directness = $6, text = $7, evidence = $8
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND withdrawn_at IS NULL`,
    [code, row.id, row.version, row.bone, row.parent_id, row.directness, row.text, row.evidence],
  );
  return count;
}

/** Gives rows their order; what they say is not changed by it, so neither is their version. */
export async function orderCauses(manager: EntityManager, code: number, ids: readonly string[]): Promise<void> {
  await manager.query(
    `UPDATE cause c SET position = o.n FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, n)
      WHERE c.municipality_code = $1 AND c.id = o.id`,
    [code, ids],
  );
}

export async function markCause(
  manager: EntityManager,
  code: number,
  mark: { id: string; withdrawn: boolean },
): Promise<void> {
  await manager.query(
    `UPDATE cause SET version = version + 1, withdrawn_at = CASE WHEN $3 THEN now() END
      WHERE municipality_code = $1 AND id = $2 AND (withdrawn_at IS NULL) = $3`,
    [code, mark.id, mark.withdrawn],
  );
}
