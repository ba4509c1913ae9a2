import type { EntityManager } from 'typeorm';

export interface SettingRow {
  organisation_id: string;
  enabled: boolean;
  weekday: number;
  hour: number;
  emails: string[];
  phones: string[];
}

export async function settingRows(manager: EntityManager, code: number): Promise<SettingRow[]> {
  return manager.query(
    `SELECT organisation_id, enabled, weekday, hour, emails, phones FROM reminder_setting WHERE municipality_code = $1`,
    [code],
  );
}

/** Saves the setting. The time of change moves only with the schedule, so that a new address does not skip a reminder. */
export async function saveSetting(manager: EntityManager, code: number, row: SettingRow): Promise<void> {
  await manager.query(
    `INSERT INTO reminder_setting (municipality_code, organisation_id, enabled, weekday, hour, emails, phones)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT ON CONSTRAINT reminder_setting_pk DO UPDATE SET enabled = EXCLUDED.enabled, weekday = EXCLUDED.weekday,
       hour = EXCLUDED.hour, emails = EXCLUDED.emails, phones = EXCLUDED.phones,
       changed_at = CASE WHEN (reminder_setting.enabled, reminder_setting.weekday, reminder_setting.hour) = (EXCLUDED.enabled, EXCLUDED.weekday, EXCLUDED.hour)
                         THEN reminder_setting.changed_at ELSE now() END`,
    [code, row.organisation_id, row.enabled, row.weekday, row.hour, row.emails, row.phones],
  );
  // Whoever is no longer reminded has no key any more.
  await manager.query(
    `UPDATE reminder SET expires_at = now() WHERE municipality_code = $1 AND organisation_id = $2 AND expires_at > now()
        AND NOT recipient = ANY ($3::text[])`,
    [code, row.organisation_id, [...row.emails, ...row.phones]],
  );
}

/** Every schedule of the installation that is switched on; asked at the door of access, without addresses. */
export async function schedules(
  manager: EntityManager,
): Promise<{ municipality_code: number; organisation_id: string; weekday: number; hour: number; changed_at: Date }[]> {
  return manager.query(
    `SELECT municipality_code, organisation_id, weekday, hour, changed_at FROM reminder_setting WHERE enabled
      ORDER BY municipality_code, organisation_id`,
  );
}

export async function smsRow(
  manager: EntityManager,
  code: number,
): Promise<{ url: string; secret: string } | undefined> {
  const rows: { url: string; secret: string }[] = await manager.query(
    `SELECT url, secret FROM reminder_sms WHERE municipality_code = $1`,
    [code],
  );
  return rows[0];
}

export async function saveSms(
  manager: EntityManager,
  code: number,
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO reminder_sms (municipality_code, url, secret) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT reminder_sms_pk DO UPDATE SET url = EXCLUDED.url, secret = EXCLUDED.secret`,
    [code, url, secret],
  );
}

export async function deleteSms(manager: EntityManager, code: number): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(`DELETE FROM reminder_sms WHERE municipality_code = $1`, [
    code,
  ]);
  return count === 1;
}

export interface NewReminder {
  readonly id: string;
  readonly organisationId: string;
  readonly monday: string;
  /** What makes it one: the week of a reminder by the clock, the instant of a pressed one. */
  readonly occasion: string;
  readonly channel: 'mail' | 'sms';
  readonly recipient: string;
  readonly accountId: string | null;
  readonly reportHash: Buffer;
  readonly nothingHash: Buffer;
  readonly linkDays: number;
}

/**
 * Takes one reminder in hand; false when it has been sent or is on its way (what was left on its way by a process that
 * died is taken up after two minutes).
 */
export async function claimReminder(manager: EntityManager, code: number, row: NewReminder): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    `INSERT INTO reminder (municipality_code, id, organisation_id, monday, occasion, channel, recipient, account_id, status, report_hash, nothing_hash, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'sending', $9, $10, now() + make_interval(days => $11))
     ON CONFLICT ON CONSTRAINT reminder_once DO UPDATE SET status = 'sending', at = now(), report_hash = EXCLUDED.report_hash,
       nothing_hash = EXCLUDED.nothing_hash, expires_at = EXCLUDED.expires_at
      WHERE reminder.status = 'failed' OR (reminder.status = 'sending' AND reminder.at < now() - interval '2 minutes')
     RETURNING id`,
    [
      code,
      row.id,
      row.organisationId,
      row.monday,
      row.occasion,
      row.channel,
      row.recipient,
      row.accountId,
      row.reportHash,
      row.nothingHash,
      row.linkDays,
    ],
  );
  return rows[0]?.id ?? null;
}

export async function finishReminder(
  manager: EntityManager,
  code: number,
  id: string,
  status: 'sent' | 'failed',
): Promise<void> {
  await manager.query(`UPDATE reminder SET status = $3, at = now() WHERE municipality_code = $1 AND id = $2`, [
    code,
    id,
    status,
  ]);
}

/** Whether an organisation was reminded, or is being reminded, within the last hour. */
export async function justReminded(manager: EntityManager, code: number, organisationId: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM reminder WHERE municipality_code = $1 AND organisation_id = $2 AND status <> 'failed' AND at > now() - interval '1 hour' LIMIT 1`,
    [code, organisationId],
  );
  return rows.length > 0;
}

export interface SentRow {
  id: string;
  organisation: string;
  monday: string;
  channel: 'mail' | 'sms';
  recipient: string;
  status: 'sending' | 'sent' | 'failed';
  at: Date;
  weekly: boolean;
  answered: boolean;
}

export async function sentRows(manager: EntityManager, code: number, limit: number): Promise<SentRow[]> {
  return manager.query(
    `SELECT r.id, o.name AS organisation, r.monday::text AS monday, r.channel, r.recipient, r.status, r.at,
            r.account_id IS NULL AS weekly, r.used_at IS NOT NULL AS answered
       FROM reminder r JOIN organisation o ON o.municipality_code = r.municipality_code AND o.id = r.organisation_id
      WHERE r.municipality_code = $1 ORDER BY r.at DESC, r.id LIMIT $2`,
    [code, limit],
  );
}

/** Who was reminded when is kept for a year. */
export async function deleteOldReminders(manager: EntityManager, code: number): Promise<void> {
  await manager.query(`DELETE FROM reminder WHERE municipality_code = $1 AND at < now() - interval '1 year'`, [code]);
}

export interface LinkRow {
  municipality_code: number;
  id: string;
  organisation_id: string;
  monday: string;
  purpose: 'report' | 'nothing';
  expired: boolean;
  used: boolean;
}

/** The reminder that a link belongs to, and which of its two links it is; asked at the door of access. */
export async function linkOf(manager: EntityManager, hash: Buffer): Promise<LinkRow | undefined> {
  const rows: LinkRow[] = await manager.query(
    `SELECT municipality_code, id, organisation_id, monday::text AS monday, expires_at <= now() AS expired, used_at IS NOT NULL AS used,
            CASE WHEN nothing_hash = $1 THEN 'nothing' ELSE 'report' END AS purpose
       FROM reminder WHERE nothing_hash = $1 OR report_hash = $1`,
    [hash],
  );
  return rows[0];
}

/** Marks a link as used; false when it was. */
export async function useLink(manager: EntityManager, code: number, id: string): Promise<boolean> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE reminder SET used_at = now() WHERE municipality_code = $1 AND id = $2 AND used_at IS NULL AND expires_at > now()`,
    [code, id],
  );
  return count === 1;
}

export async function ownEmail(manager: EntityManager, accountId: string): Promise<string | undefined> {
  const rows: { email: string }[] = await manager.query(`SELECT email FROM account WHERE id = $1`, [accountId]);
  return rows[0]?.email;
}
