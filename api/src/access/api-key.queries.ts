import type { EntityManager } from 'typeorm';

export interface ApiKeyRow {
  id: string;
  name: string;
  scopes: string[];
  organisation_id: string;
  organisation: string;
  created_by: string | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_at: Date | null;
  status: 'valid' | 'revoked' | 'expired';
}

export async function apiKeyRows(manager: EntityManager, code: number): Promise<ApiKeyRow[]> {
  return manager.query(
    `SELECT k.id, k.name, k.scopes, k.organisation_id, o.name AS organisation, k.created_at, k.expires_at, k.revoked_at, k.last_used_at,
            CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= now() THEN 'expired' ELSE 'valid' END AS status,
            (SELECT a.name FROM account a WHERE a.id = k.account_id) AS created_by
       FROM api_key k JOIN organisation o ON o.municipality_code = k.municipality_code AND o.id = k.organisation_id
      WHERE k.municipality_code = $1 ORDER BY k.created_at DESC, k.id DESC LIMIT 200`,
    [code],
  );
}

export async function insertApiKey(
  manager: EntityManager,
  code: number,
  key: { id: string; name: string; hash: Buffer; scopes: readonly string[]; organisationId: string; accountId: string; days: number },
): Promise<void> {
  await manager.query(
    `INSERT INTO api_key (municipality_code, id, name, secret_hash, scopes, organisation_id, account_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))`,
    [code, key.id, key.name, key.hash, key.scopes, key.organisationId, key.accountId, key.days],
  );
} // prettier-ignore

export async function revokeApiKey(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE api_key SET revoked_at = COALESCE(revoked_at, now()) WHERE municipality_code = $1 AND id = $2`,
    [code, id],
  );
  return count === 1;
}

/** A key that is neither revoked nor out of date, with what its organisation may see; notes its use once a minute. */
export async function validApiKey(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<{ secret_hash: Buffer; scopes: string[]; organisation_id: string; groups: string[] } | undefined> {
  const rows: { secret_hash: Buffer; scopes: string[]; organisation_id: string; groups: string[] }[] = await manager.query(
    `SELECT k.secret_hash, k.scopes, k.organisation_id,
            COALESCE((SELECT array_agg(g.group_code ORDER BY g.group_code) FROM organisation_group g
                       WHERE g.municipality_code = k.municipality_code AND g.organisation_id = k.organisation_id), '{}') AS groups
       FROM api_key k WHERE k.municipality_code = $1 AND k.id = $2 AND k.revoked_at IS NULL AND k.expires_at > now()`,
    [code, id],
  );
  return rows[0];
} // prettier-ignore

export async function noteApiKeyUse(manager: EntityManager, code: number, id: string): Promise<void> {
  await manager.query(
    `UPDATE api_key SET last_used_at = now()
      WHERE municipality_code = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    [code, id],
  );
}
