import type { EntityManager } from 'typeorm';
import type { AccountRow } from './access.queries.js';

export interface DeviceRow {
  municipality_code: number;
  id: string;
  name: string;
  account_id: string;
  expires_at: Date;
  revoked: boolean;
  expired: boolean;
}

const columns = `municipality_code, id, name, account_id, expires_at, revoked_at IS NOT NULL AS revoked, expires_at <= now() AS expired`;

/** The phone that a token belongs to, also when it may no longer be used. Its last use is moved at most once a minute. */
export async function deviceOfToken(manager: EntityManager, tokenHash: Buffer): Promise<DeviceRow | undefined> {
  const rows: DeviceRow[] = await manager.query(`SELECT ${columns} FROM device WHERE token_hash = $1`, [tokenHash]);
  const [row] = rows;
  if (row && !row.revoked && !row.expired) {
    await manager.query(
      `UPDATE device SET last_used_at = now() WHERE municipality_code = $1 AND id = $2
          AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [row.municipality_code, row.id],
    );
  }
  return row;
}

/** Uses a pairing code, once, while it is good: the phone gets its token and its days. */
export async function pairDevice(
  manager: EntityManager,
  codeHash: Buffer,
  tokenHash: Buffer,
  days: number,
): Promise<DeviceRow | undefined> {
  const [rows]: [DeviceRow[], number] = await manager.query(
    `UPDATE device SET code_hash = NULL, token_hash = $2, paired_at = now(), last_used_at = now(),
                       expires_at = now() + make_interval(days => $3)
      WHERE code_hash = $1 AND code_expires_at > now() AND revoked_at IS NULL
     RETURNING ${columns}`,
    [codeHash, tokenHash, days],
  );
  return rows[0];
}

export async function revokeOwnDevice(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(
    `UPDATE device SET revoked_at = now(), code_hash = NULL WHERE municipality_code = $1 AND id = $2 AND revoked_at IS NULL`,
    [code, id],
  );
}

export async function accountById(manager: EntityManager, id: string): Promise<AccountRow | undefined> {
  const rows: AccountRow[] = await manager.query(
    `SELECT id, email, name, password_hash, language, installation_administrator FROM account WHERE id = $1 AND disabled_at IS NULL`,
    [id],
  );
  return rows[0];
}
