import type { EntityManager } from 'typeorm';

export interface JobRow {
  id: string;
  municipality_code: number;
  kind: string;
  payload: Record<string, string | number>;
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: number;
  step: string | null;
  attempts: number;
  account_id: string | null;
  cancel_requested: boolean;
  error_code: string | null;
}

const columns = `id, municipality_code, kind, payload, status, progress, step, attempts, account_id, cancel_requested, error_code`;

/** Stores a job; with `lockSeconds` as one that its maker is doing already. */
export async function insertJob(
  manager: EntityManager,
  job: {
    municipalityCode: number;
    id: string;
    kind: string;
    payload: object;
    accountId: string;
    lockSeconds: number | null;
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO job (municipality_code, id, kind, payload, account_id, status, attempts, locked_until)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6::float8 IS NULL THEN 'queued' ELSE 'running' END, CASE WHEN $6::float8 IS NULL THEN 0 ELSE 1 END,
             now() + make_interval(secs => $6::float8))`,
    [job.municipalityCode, job.id, job.kind, JSON.stringify(job.payload), job.accountId, job.lockSeconds],
  );
}

/** A job that nobody asked for, unless it is there. */
export async function insertJobOnce(
  manager: EntityManager,
  job: { municipalityCode: number; id: string; kind: string; once: string; payload?: JobRow['payload'] },
): Promise<void> {
  await manager.query(
    `INSERT INTO job (municipality_code, id, kind, payload, once) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [job.municipalityCode, job.id, job.kind, JSON.stringify(job.payload ?? {}), job.once],
  );
}

export async function jobRow(
  manager: EntityManager,
  municipalityCode: number,
  id: string,
): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(`SELECT ${columns} FROM job WHERE municipality_code = $1 AND id = $2`, [
    municipalityCode,
    id,
  ]);
  return rows[0];
}

/** Takes the oldest job that is due: new, or left by a process that died (its lock ran out). */
export async function takeJob(
  manager: EntityManager,
  kinds: readonly string[],
  lockSeconds: number,
): Promise<JobRow | undefined> {
  const [rows]: [JobRow[], number] = await manager.query(
    `UPDATE job SET status = 'running', attempts = attempts + 1, locked_until = now() + make_interval(secs => $2)
      WHERE (municipality_code, id) = (
        SELECT municipality_code, id FROM job
         WHERE kind = ANY ($1) AND run_at <= now()
           AND (status = 'queued' OR (status = 'running' AND locked_until < now()))
         ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING ${columns}`,
    [kinds, lockSeconds],
  );
  return rows[0];
}

type JobKey = Pick<JobRow, 'id' | 'municipality_code'>;

/** Tells how far a job is and keeps its lock; answers whether somebody asked to cancel it. */
export async function reportProgress(
  manager: EntityManager,
  job: JobKey,
  now: { progress: number; step: string; lockSeconds: number },
): Promise<boolean> {
  const [rows]: [{ cancel_requested: boolean }[], number] = await manager.query(
    `UPDATE job SET progress = $3, step = $4, locked_until = now() + make_interval(secs => $5)
      WHERE municipality_code = $1 AND id = $2 RETURNING cancel_requested`,
    [job.municipality_code, job.id, now.progress, now.step, now.lockSeconds],
  );
  return rows[0]?.cancel_requested ?? false;
}

export async function finishJob(
  manager: EntityManager,
  job: JobKey,
  end: { status: 'done' | 'failed' | 'cancelled'; code: string | null; payload: JobRow['payload'] },
): Promise<void> {
  await manager.query(
    `UPDATE job SET status = $3, error_code = $4, payload = payload || $5::jsonb, finished_at = now(), locked_until = NULL,
                    progress = CASE WHEN $3 = 'done' THEN 1 ELSE progress END
      WHERE municipality_code = $1 AND id = $2`,
    [job.municipality_code, job.id, end.status, end.code, JSON.stringify(end.payload)],
  );
}

/** Gives a running job back to whoever looks next. */
export async function releaseJob(manager: EntityManager, job: JobKey): Promise<void> {
  await manager.query(
    `UPDATE job SET status = 'queued', locked_until = NULL WHERE municipality_code = $1 AND id = $2 AND status = 'running'`,
    [job.municipality_code, job.id],
  );
}

export async function requestCancel(manager: EntityManager, municipalityCode: number, id: string): Promise<void> {
  await manager.query(`UPDATE job SET cancel_requested = true WHERE municipality_code = $1 AND id = $2`, [
    municipalityCode,
    id,
  ]);
}
