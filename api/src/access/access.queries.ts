import type { EntityManager } from 'typeorm';

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  password_hash: string;
  language: 'sv' | 'en';
  installation_administrator: boolean;
}

export interface MembershipRow {
  municipality_code: number;
  municipality_name: string;
  municipality_kind: string;
  demo: boolean;
  organisation_id: string;
  organisation_name: string;
  organisation_kind: string;
  role: string;
  groups: string[];
  members: number[];
}

export async function accountByEmail(manager: EntityManager, email: string): Promise<AccountRow | undefined> {
  const rows: AccountRow[] = await manager.query(
    `SELECT id, email, name, password_hash, language, installation_administrator
       FROM account WHERE email = $1 AND disabled_at IS NULL`,
    [email],
  );
  return rows[0];
}

/** The account of a session that is neither idle nor old; its last-seen time is moved at most once a minute. */
export async function accountOfSession(
  manager: EntityManager,
  tokenHash: Buffer,
  idleMinutes: number,
): Promise<AccountRow | undefined> {
  const rows: (AccountRow & { was_seen_long_ago: boolean })[] = await manager.query(
    `SELECT a.id, a.email, a.name, a.password_hash, a.language, a.installation_administrator,
            s.last_seen_at < now() - interval '1 minute' AS was_seen_long_ago
       FROM session s JOIN account a ON a.id = s.account_id
      WHERE s.token_hash = $1 AND a.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)`,
    [tokenHash, idleMinutes],
  );
  if (rows[0]?.was_seen_long_ago) {
    await manager.query(
      `UPDATE session SET last_seen_at = now() WHERE token_hash = $1 AND last_seen_at < now() - interval '1 minute'`,
      [tokenHash],
    );
  }
  return rows[0];
}

/** The account of a session that still holds; looking is no sign of life of whoever has it. */
export async function accountStillSignedIn(
  manager: EntityManager,
  tokenHash: Buffer,
  idleMinutes: number,
): Promise<string | undefined> {
  const rows: { id: string }[] = await manager.query(
    `SELECT a.id FROM session s JOIN account a ON a.id = s.account_id
      WHERE s.token_hash = $1 AND a.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(mins => $2)`,
    [tokenHash, idleMinutes],
  );
  return rows[0]?.id;
}

export async function membershipsOf(manager: EntityManager, accountId: string): Promise<MembershipRow[]> {
  return manager.query(
    `SELECT m.municipality_code, u.name AS municipality_name, u.kind AS municipality_kind, u.demo,
            o.id AS organisation_id, o.name AS organisation_name, o.kind AS organisation_kind, m.role,
            COALESCE((SELECT array_agg(g.group_code ORDER BY g.group_code) FROM organisation_group g
                       WHERE g.municipality_code = m.municipality_code AND g.organisation_id = m.organisation_id), '{}') AS groups,
            COALESCE((SELECT array_agg(c.member_code ORDER BY c.member_code) FROM cooperation_member c
                       WHERE c.municipality_code = m.municipality_code), '{}') AS members
       FROM membership m
       JOIN municipality u ON u.municipality_code = m.municipality_code
       JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE m.account_id = $1
      ORDER BY u.name`,
    [accountId],
  );
}

export async function insertSession(
  manager: EntityManager,
  tokenHash: Buffer,
  accountId: string,
  hours: number,
): Promise<void> {
  await manager.query(`DELETE FROM session WHERE expires_at < now()`);
  await manager.query(
    `INSERT INTO session (token_hash, account_id, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3))`,
    [tokenHash, accountId, hours],
  );
}

export async function deleteSession(manager: EntityManager, tokenHash: Buffer): Promise<void> {
  await manager.query(`DELETE FROM session WHERE token_hash = $1`, [tokenHash]);
}

export async function insertAccount(
  manager: EntityManager,
  row: { id: string; email: string; name: string; passwordHash: string; installationAdministrator: boolean },
): Promise<void> {
  await manager.query(
    `INSERT INTO account (id, email, name, password_hash, installation_administrator) VALUES ($1, $2, $3, $4, $5)`,
    [row.id, row.email, row.name, row.passwordHash, row.installationAdministrator],
  );
}

export async function insertMembership(
  manager: EntityManager,
  row: { municipalityCode: number; id: string; accountId: string; organisationId: string; role: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO membership (municipality_code, id, account_id, organisation_id, role) VALUES ($1, $2, $3, $4, $5)`,
    [row.municipalityCode, row.id, row.accountId, row.organisationId, row.role],
  );
}

export async function accountsOfMunicipality(manager: EntityManager, municipalityCode: number) {
  return manager.query(
    `SELECT a.id, a.name, a.email, m.role, m.organisation_id AS "organisationId", o.name AS "organisationName",
            a.disabled_at IS NOT NULL AS disabled
       FROM membership m
       JOIN account a ON a.id = m.account_id
       JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE m.municipality_code = $1
      ORDER BY a.name`,
    [municipalityCode],
  );
}

export async function anyAdministrator(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query(`SELECT 1 FROM account WHERE installation_administrator LIMIT 1`);
  return rows.length > 0;
}

/** A new link makes the unused ones before it worthless. */
export async function insertFirstAdministratorLink(manager: EntityManager, tokenHash: Buffer): Promise<void> {
  await manager.query(`UPDATE first_administrator_link SET used_at = now() WHERE used_at IS NULL`);
  await manager.query(`INSERT INTO first_administrator_link (token_hash) VALUES ($1)`, [tokenHash]);
}

/** Uses the link, once: whoever comes second gets false. */
export async function useFirstAdministratorLink(manager: EntityManager, tokenHash: Buffer): Promise<boolean> {
  const [rows]: [unknown[], number] = await manager.query(
    `UPDATE first_administrator_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL RETURNING token_hash`,
    [tokenHash],
  );
  return rows.length === 1;
}

export async function demoAccountRows(manager: EntityManager) {
  return manager.query(
    `SELECT a.email, a.name, m.role, o.name AS organisation, o.kind
       FROM account a
       JOIN membership m ON m.account_id = a.id
       JOIN municipality u ON u.municipality_code = m.municipality_code AND u.demo
       JOIN organisation o ON o.municipality_code = m.municipality_code AND o.id = m.organisation_id
      WHERE a.demo AND a.disabled_at IS NULL
      ORDER BY a.email`,
  );
}

export async function insertAudit(
  manager: EntityManager,
  row: {
    municipalityCode: number;
    id: string;
    accountId: string | null;
    action: string;
    subject: string;
    subjectId: string | null;
    count: number | null;
    facts: object;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO audit (municipality_code, id, account_id, action, subject, subject_id, count, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.municipalityCode,
      row.id,
      row.accountId,
      row.action,
      row.subject,
      row.subjectId,
      row.count,
      JSON.stringify(row.facts),
    ],
  );
}

export async function auditEntries(manager: EntityManager, municipalityCode: number, limit: number) {
  return manager.query(
    `SELECT at, account_id AS "accountId", action, subject, subject_id AS "subjectId", count
       FROM audit WHERE municipality_code = $1 ORDER BY at DESC, id DESC LIMIT $2`,
    [municipalityCode, limit],
  );
}
