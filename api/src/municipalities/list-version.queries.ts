import type { EntityManager } from 'typeorm';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';

/** The lists that a municipality keeps; each has one version, so that nobody writes over what they have not seen. */
export type ListName = 'categories' | 'crime-codes' | 'places' | 'areas' | 'organisations' | 'accounts' | 'reasons';

/** The version of a list; 0 before anybody has changed it. */
export async function listVersion(manager: EntityManager, code: number, list: ListName): Promise<number> {
  const rows: { version: number }[] = await manager.query(
    `SELECT version FROM list_version WHERE municipality_code = $1 AND list = $2`,
    [code, list],
  );
  return rows[0]?.version ?? 0;
}

/** Takes a list for a change of what was read as `version`; throws `changed-by-someone-else` when it has changed since. */
export async function takeList(
  manager: EntityManager,
  code: number,
  taken: { list: ListName; version: number },
): Promise<void> {
  const values = [code, taken.list];
  const changed: boolean =
    taken.version === 0
      ? (
          (await manager.query(
            `INSERT INTO list_version (municipality_code, list) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING version`,
            values,
          )) as unknown[]
        ).length === 1
      : (
          (await manager.query(
            `UPDATE list_version SET version = version + 1 WHERE municipality_code = $1 AND list = $2 AND version = $3`,
            [...values, taken.version],
          )) as [unknown, number]
        )[1] === 1;
  if (!changed) throw new DomainError('changed-by-someone-else');
}

/** Keeps what a row was before it is changed: the history of the lists is only added to. */
export async function keepBefore(
  manager: EntityManager,
  actor: Actor,
  change: { list: ListName; subjectId: string; before: object },
): Promise<void> {
  await manager.query(
    `INSERT INTO list_change (municipality_code, id, list, subject_id, before, account_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [actor.municipalityCode, newId(), change.list, change.subjectId, JSON.stringify(change.before), actor.accountId],
  );
}

export interface ListChangeRow {
  subjectId: string;
  before: Record<string, unknown>;
  accountId: string;
  changedAt: Date;
}

/** What the rows of a list were before their latest changes, the latest first. */
export async function listChanges(
  manager: EntityManager,
  code: number,
  asked: { list: ListName; subjectId: string | null },
): Promise<ListChangeRow[]> {
  return manager.query(
    `SELECT subject_id AS "subjectId", before, account_id AS "accountId", changed_at AS "changedAt"
       FROM list_change WHERE municipality_code = $1 AND list = $2 AND ($3::text IS NULL OR subject_id = $3)
      ORDER BY changed_at DESC, id DESC LIMIT 100`,
    [code, asked.list, asked.subjectId],
  );
}
