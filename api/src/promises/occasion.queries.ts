import type { EntityManager } from 'typeorm';
import type { Form } from './commitment.js';
import type { NewOccasion } from './promise.schema.js';

export interface OccasionRow {
  id: string;
  commitment_id: string;
  happened_on: string;
  count: number;
  minutes: number | null;
  place: string | null;
  note: string | null;
  organisation: string;
  organisation_id: string;
  account_id: string | null;
  withdrawn: boolean;
}

/** A commitment's form and the days within which it can be carried out. */
export interface CommitmentFrame {
  form: Form;
  promise_id: string;
  period_from: string;
  period_to: string;
}

export async function commitmentFrame(
  manager: EntityManager,
  code: number,
  id: string,
): Promise<CommitmentFrame | undefined> {
  const rows: CommitmentFrame[] = await manager.query(
    `SELECT c.form, c.promise_id, p.period_from::text, p.period_to::text
       FROM commitment c JOIN promise p ON p.municipality_code = c.municipality_code AND p.id = c.promise_id
      WHERE c.municipality_code = $1 AND c.id = $2`,
    [code, id],
  );
  return rows[0];
}

const columns = `o.id, o.commitment_id, o.happened_on::text, o.count::float8, o.minutes, o.place, o.note, g.name AS organisation,
            o.organisation_id, o.account_id, o.withdrawn_at IS NOT NULL AS withdrawn`;
const fromOccasion = `FROM occasion o JOIN organisation g ON g.municipality_code = o.municipality_code AND g.id = o.organisation_id`;

/** What was logged on a commitment and not withdrawn, the latest first. */
export async function occasionRows(manager: EntityManager, code: number, commitmentId: string): Promise<OccasionRow[]> {
  return manager.query(
    `SELECT ${columns} ${fromOccasion}
      WHERE o.municipality_code = $1 AND o.commitment_id = $2 AND o.withdrawn_at IS NULL
      ORDER BY o.happened_on DESC, o.created_at DESC, o.id DESC`,
    [code, commitmentId],
  );
}

/** One occasion, withdrawn or not. */
export async function occasionRow(manager: EntityManager, code: number, id: string): Promise<OccasionRow | undefined> {
  const rows: OccasionRow[] = await manager.query(
    `SELECT ${columns} ${fromOccasion} WHERE o.municipality_code = $1 AND o.id = $2`,
    [code, id],
  );
  return rows[0];
}

/** Stores an occasion; `false` when its id is stored already. */
export async function insertOccasion(
  manager: EntityManager,
  row: Omit<NewOccasion, 'id'> & {
    municipalityCode: number;
    id: string;
    commitmentId: string;
    organisationId: string;
    accountId: string;
  },
): Promise<boolean> {
  const stored: unknown[] = await manager.query(
    `INSERT INTO occasion (municipality_code, id, commitment_id, happened_on, count, minutes, place, note, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT ON CONSTRAINT occasion_pk DO NOTHING RETURNING id`,
    [row.municipalityCode, row.id, row.commitmentId, row.happenedOn, row.count, row.minutes, row.place, row.note, row.organisationId, row.accountId], // prettier-ignore
  );
  return stored.length > 0;
}

/** Withdraws an occasion; it stays as a row and is counted no more. */
export async function withdrawOccasion(manager: EntityManager, code: number, id: string): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE occasion SET withdrawn_at = now() WHERE municipality_code = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING id`,
    [code, id],
  );
  return count;
}
