import type { EntityManager } from 'typeorm';

/** Makes the feed of an account, or gives it a new address: the old one stops working. */
export async function saveFeed(
  manager: EntityManager,
  code: number,
  { accountId, tokenHash }: { accountId: string; tokenHash: Buffer },
): Promise<Date> {
  const rows: { created_at: Date }[] = await manager.query(
    `INSERT INTO calendar_feed (municipality_code, account_id, token_hash) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT calendar_feed_pk DO UPDATE SET token_hash = EXCLUDED.token_hash, created_at = now()
     RETURNING created_at`,
    [code, accountId, tokenHash],
  );
  return rows[0]!.created_at;
}

export async function feedMadeAt(manager: EntityManager, code: number, accountId: string): Promise<Date | null> {
  const rows: { created_at: Date }[] = await manager.query(
    `SELECT created_at FROM calendar_feed WHERE municipality_code = $1 AND account_id = $2`,
    [code, accountId],
  );
  return rows[0]?.created_at ?? null;
}

export async function deleteFeed(manager: EntityManager, code: number, accountId: string): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `DELETE FROM calendar_feed WHERE municipality_code = $1 AND account_id = $2`,
    [code, accountId],
  );
  return count;
}

/** Whose feed an address is; asked at the door of access. */
export async function feedOf(
  manager: EntityManager,
  hash: Buffer,
): Promise<{ municipality_code: number; account_id: string } | undefined> {
  const rows: { municipality_code: number; account_id: string }[] = await manager.query(
    `SELECT municipality_code, account_id FROM calendar_feed WHERE token_hash = $1`,
    [hash],
  );
  return rows[0];
}
