import type { EntityManager } from 'typeorm';

/** Which of these ids are reports that this account has sent before. */
export async function sentBefore(
  manager: EntityManager,
  code: number,
  accountId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM incident WHERE municipality_code = $1 AND account_id = $2 AND id = ANY ($3::uuid[])`,
    [code, accountId, ids],
  );
  return new Set(rows.map((row) => row.id));
}
