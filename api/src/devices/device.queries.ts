import type { EntityManager } from 'typeorm';

export interface DeviceListRow {
  id: string;
  name: string;
  account_id: string;
  account_name: string;
  created_at: Date;
  code_expires_at: Date;
  paired_at: Date | null;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

const columns = `d.id, d.name, d.account_id, a.name AS account_name, d.created_at, d.code_expires_at, d.paired_at, d.last_used_at,
  d.expires_at, d.revoked_at`;

/** Phones, the newest first; of one account or of all. Codes that nobody used are left out after a day, revoked ones after a month. */
export async function deviceRows(
  manager: EntityManager,
  code: number,
  accountId: string | null,
): Promise<DeviceListRow[]> {
  return manager.query(
    `SELECT ${columns} FROM device d JOIN account a ON a.id = d.account_id
      WHERE d.municipality_code = $1 AND ($2::uuid IS NULL OR d.account_id = $2::uuid)
        AND (d.paired_at IS NOT NULL OR d.created_at > now() - interval '1 day')
        AND (d.revoked_at IS NULL OR d.revoked_at > now() - interval '30 days')
      ORDER BY d.created_at DESC, d.id DESC LIMIT 500`,
    [code, accountId],
  );
}

export async function deviceRow(manager: EntityManager, code: number, id: string): Promise<DeviceListRow | undefined> {
  const rows: DeviceListRow[] = await manager.query(
    `SELECT ${columns} FROM device d JOIN account a ON a.id = d.account_id WHERE d.municipality_code = $1 AND d.id = $2`,
    [code, id],
  );
  return rows[0];
}

/** The role of an account in the municipality, and how many phones it has that may be used. */
export async function accountForDevice(
  manager: EntityManager,
  code: number,
  accountId: string,
): Promise<{ role: string; devices: number } | undefined> {
  const rows: { role: string; devices: number }[] = await manager.query(
    `SELECT m.role, (SELECT count(*)::int FROM device d WHERE d.municipality_code = m.municipality_code AND d.account_id = m.account_id
                        AND d.revoked_at IS NULL AND COALESCE(d.expires_at, d.code_expires_at) > now()) AS devices
       FROM membership m WHERE m.municipality_code = $1 AND m.account_id = $2`,
    [code, accountId],
  );
  return rows[0];
}

export async function insertDevice(
  manager: EntityManager,
  code: number,
  row: { id: string; accountId: string; name: string; madeBy: string; codeHash: Buffer; codeMinutes: number },
): Promise<void> {
  await manager.query(
    `INSERT INTO device (municipality_code, id, account_id, name, made_by, code_hash, code_expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(mins => $7))`,
    [code, row.id, row.accountId, row.name, row.madeBy, row.codeHash, row.codeMinutes],
  );
}

/** Revokes a phone; false when it is not there, is revoked already, or is another's and `accountId` says whose it must be. */
export async function revokeDevice(
  manager: EntityManager,
  code: number,
  id: string,
  accountId: string | null,
): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE device SET revoked_at = now(), code_hash = NULL
      WHERE municipality_code = $1 AND id = $2 AND revoked_at IS NULL AND ($3::uuid IS NULL OR account_id = $3::uuid)`,
    [code, id, accountId],
  );
  return count === 1;
}

/** The accounts of the municipality with their roles and organisations, by name. */
export async function accountRows(
  manager: EntityManager,
  code: number,
): Promise<{ id: string; name: string; organisation: string; role: string }[]> {
  return manager.query(
    `SELECT a.id, a.name, o.name AS organisation, m.role FROM membership m
       JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL
       JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE m.municipality_code = $1 ORDER BY a.name, a.id`,
    [code],
  );
}
