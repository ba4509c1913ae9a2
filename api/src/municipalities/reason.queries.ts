import type { EntityManager } from 'typeorm';
import type { ReasonEdit, ReasonList } from './reason.schema.js';

export async function reasonRows(manager: EntityManager, code: number): Promise<ReasonList['reasons']> {
  return manager.query(
    `SELECT code, jsonb_build_object('sv', name_sv, 'en', name_en) AS name, hidden
       FROM dismissal_reason WHERE municipality_code = $1 ORDER BY position, code`,
    [code],
  );
}

/** Changes a reason, or adds it last where there is none of that code. */
export async function saveReason(
  manager: EntityManager,
  code: number,
  row: ReasonEdit & { reason: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO dismissal_reason (municipality_code, code, name_sv, name_en, hidden, position)
     SELECT $1::smallint, $2::text, $3::text, $4::text, $5::boolean, COALESCE(max(position) + 1, 0)
       FROM dismissal_reason WHERE municipality_code = $1
     ON CONFLICT ON CONSTRAINT dismissal_reason_pk
     DO UPDATE SET name_sv = EXCLUDED.name_sv, name_en = EXCLUDED.name_en, hidden = EXCLUDED.hidden`,
    [code, row.reason, row.name.sv, row.name.en, row.hidden],
  );
}
