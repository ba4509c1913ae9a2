import type { EntityManager } from 'typeorm';

export async function insertLink(
  manager: EntityManager,
  code: number,
  row: { id: string; actionId: string; tokenHash: Buffer; accountId: string; days: number },
): Promise<Date> {
  const rows: { expires_at: Date }[] = await manager.query(
    `INSERT INTO action_link (municipality_code, id, action_id, token_hash, account_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) RETURNING expires_at`,
    [code, row.id, row.actionId, row.tokenHash, row.accountId, row.days],
  );
  return rows[0]!.expires_at;
}

/** Every link of an action stops working; how many did. */
export async function revokeLinks(manager: EntityManager, code: number, actionId: string): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE action_link SET revoked_at = now()
      WHERE municipality_code = $1 AND action_id = $2 AND revoked_at IS NULL AND expires_at > now()`,
    [code, actionId],
  );
  return count;
}

export interface LinkRow {
  municipality_code: number;
  action_id: string;
  expires_at: Date;
  expired: boolean;
  revoked: boolean;
}

/** The action that a link belongs to; asked at the door of access. */
export async function linkOf(manager: EntityManager, hash: Buffer): Promise<LinkRow | undefined> {
  const rows: LinkRow[] = await manager.query(
    `SELECT municipality_code, action_id, expires_at, expires_at <= now() AS expired, revoked_at IS NOT NULL AS revoked
       FROM action_link WHERE token_hash = $1`,
    [hash],
  );
  return rows[0];
}

/** Whose action it is: the organisation that answers by the link. Only open ones; a secret action has no link. */
export async function linkedOrganisation(
  manager: EntityManager,
  code: number,
  actionId: string,
): Promise<string | undefined> {
  const rows: { organisation_id: string }[] = await manager.query(
    `SELECT organisation_id FROM action WHERE municipality_code = $1 AND id = $2 AND classification = 'open'`,
    [code, actionId],
  );
  return rows[0]?.organisation_id;
}
