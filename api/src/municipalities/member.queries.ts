import type { EntityManager } from 'typeorm';
import type { MemberEdit, MemberList } from './member.schema.js';

export async function memberRows(manager: EntityManager, code: number): Promise<MemberList['accounts']> {
  return manager.query(
    `SELECT a.id, a.name, a.email, m.role, m.organisation_id AS "organisationId", o.name AS "organisationName",
            a.disabled_at IS NOT NULL AS disabled
       FROM membership m
       JOIN account a ON a.id = m.account_id
       JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE m.municipality_code = $1 ORDER BY a.name, a.id`,
    [code],
  );
}

/** Whether an account is of this municipality alone. Asked by the door of accounts, which sees all memberships. */
export async function isOfOneMunicipality(manager: EntityManager, accountId: string): Promise<boolean> {
  const rows: { alone: boolean }[] = await manager.query(
    `SELECT NOT a.installation_administrator AND (SELECT count(*) FROM membership m WHERE m.account_id = a.id) = 1 AS alone
       FROM account a WHERE a.id = $1`,
    [accountId],
  );
  return rows[0]?.alone ?? false;
}

/** By the door of accounts: the name, and whether somebody may sign in. */
export async function updateAccount(
  manager: EntityManager,
  row: { accountId: string; name: string; disabled: boolean },
): Promise<void> {
  await manager.query(
    `UPDATE account SET name = $2, disabled_at = CASE WHEN $3::boolean THEN COALESCE(disabled_at, now()) END WHERE id = $1`,
    [row.accountId, row.name, row.disabled],
  );
}

export async function updateMembership(
  manager: EntityManager,
  code: number,
  row: Pick<MemberEdit, 'role' | 'organisationId'> & { accountId: string },
): Promise<void> {
  await manager.query(
    `UPDATE membership SET role = $3, organisation_id = $4 WHERE municipality_code = $1 AND account_id = $2`,
    [code, row.accountId, row.role, row.organisationId],
  );
}
