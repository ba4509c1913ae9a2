import type { EntityManager } from 'typeorm';
import type { SealedFields } from './audit-seal.js';

const fields = `a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, a.account_id AS "accountId", a.action, a.subject,
  a.subject_id AS "subjectId", a.count, a.facts`;

export async function municipalityCodes(manager: EntityManager): Promise<number[]> {
  const rows: { municipality_code: number }[] = await manager.query('SELECT municipality_code FROM municipality');
  return rows.map((row) => row.municipality_code);
}

export async function latestSeal(
  manager: EntityManager,
  code: number,
): Promise<{ number: number; hash: Buffer } | undefined> {
  const rows: { number: string; hash: Buffer }[] = await manager.query(
    `SELECT number, hash FROM audit_seal WHERE municipality_code = $1 ORDER BY number DESC LIMIT 1`,
    [code],
  );
  return rows[0] && { number: Number(rows[0].number), hash: rows[0].hash };
}

/** Rows without a seal, oldest first. Rows of transactions that may still be open are left for the next time. */
export async function unsealedRows(manager: EntityManager, code: number, limit: number): Promise<SealedFields[]> {
  return manager.query(
    `SELECT ${fields} FROM audit a
      WHERE a.municipality_code = $1 AND a.at < now() - interval '1 minute'
        AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.municipality_code = a.municipality_code AND s.audit_id = a.id)
      ORDER BY a.at, a.id LIMIT $2`,
    [code, limit],
  );
}

export async function insertSeals(
  manager: EntityManager,
  code: number,
  seals: readonly { number: number; auditId: string; hash: string }[],
): Promise<void> {
  await manager.query(
    `INSERT INTO audit_seal (municipality_code, number, audit_id, hash)
     SELECT $1::smallint, number, "auditId", decode(hash, 'hex') FROM jsonb_to_recordset($2) AS s(number bigint, "auditId" uuid, hash text)`,
    [code, JSON.stringify(seals)],
  );
}

export async function sealedRows(manager: EntityManager, code: number): Promise<(SealedFields & { hash: Buffer })[]> {
  return manager.query(
    `SELECT ${fields}, s.hash FROM audit_seal s JOIN audit a ON a.municipality_code = s.municipality_code AND a.id = s.audit_id
      WHERE s.municipality_code = $1 ORDER BY s.number`,
    [code],
  );
}

export async function sealCount(manager: EntityManager, code: number): Promise<number> {
  const [row]: { n: number }[] = await manager.query(
    `SELECT count(*)::int AS n FROM audit_seal WHERE municipality_code = $1`,
    [code],
  );
  return row?.n ?? 0;
}
