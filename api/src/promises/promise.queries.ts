import type { EntityManager } from 'typeorm';
import type { PerUnit } from './calendar-units.js';
import type { Bound, Form } from './commitment.js';
import type { PromiseStatus, Scope } from './promise.js';
import type { NewCommitment, PromiseChange } from './promise.schema.js';

export interface PromiseRow {
  id: string;
  version: number;
  title: string;
  objective: string | null;
  target_group: string | null;
  focus_area: string | null;
  scope: Scope;
  hotspot_id: string | null;
  hotspot_name: string | null;
  area_id: string | null;
  area_name: string | null;
  period_from: string;
  period_to: string;
  status: PromiseStatus;
  registration_number: string | null;
}

export interface CommitmentRow {
  id: string;
  promise_id: string;
  text: string;
  form: Form;
  bound: Bound | null;
  target: number | null;
  unit: string | null;
  per: PerUnit | null;
  baseline: number | null;
  due: string | null;
  parties: { id: string; name: string }[];
  done_count: number;
  done_minutes: number;
  first_on: string | null;
  occasion_count: number;
}

/** Which promises are asked for; all of the municipality's unless narrowed. */
export interface PromiseChoice {
  readonly id?: string | undefined;
  readonly hotspotId?: string | undefined;
}

export async function promiseRows(manager: EntityManager, code: number, choice: PromiseChoice): Promise<PromiseRow[]> {
  return manager.query(
    `SELECT p.id, p.version, p.title, p.objective, p.target_group, p.focus_area, p.scope, p.hotspot_id, h.name AS hotspot_name,
            p.area_id, a.name AS area_name, p.period_from::text, p.period_to::text, p.status, p.registration_number
       FROM promise p
       LEFT JOIN hotspot h ON h.municipality_code = p.municipality_code AND h.id = p.hotspot_id
       LEFT JOIN area a ON a.municipality_code = p.municipality_code AND a.id = p.area_id
      WHERE p.municipality_code = $1 AND ($2::uuid IS NULL OR p.id = $2) AND ($3::uuid IS NULL OR p.hotspot_id = $3)
      ORDER BY p.period_to DESC, p.created_at, p.id`,
    [code, choice.id ?? null, choice.hotspotId ?? null],
  );
}

/**
 * The commitments of some promises with what was done until a day. Only what lies in the promise's period counts,
 * except that a delivery may come late.
 */
export async function commitmentRows(
  manager: EntityManager,
  code: number,
  { promiseIds, onDate }: { promiseIds: readonly string[]; onDate: string },
): Promise<CommitmentRow[]> {
  return manager.query(
    `SELECT c.id, c.promise_id, c.text, c.form, c.bound, c.target::float8, c.unit, c.per, c.baseline::float8, c.due::text,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.name)
                        FROM commitment_party cp
                        JOIN organisation o ON o.municipality_code = cp.municipality_code AND o.id = cp.organisation_id
                       WHERE cp.municipality_code = c.municipality_code AND cp.commitment_id = c.id), '[]') AS parties,
            d.done_count, d.done_minutes, d.first_on, d.occasion_count
       FROM commitment c
       JOIN promise p ON p.municipality_code = c.municipality_code AND p.id = c.promise_id,
            LATERAL (SELECT COALESCE(sum(o.count), 0)::float8 AS done_count, COALESCE(sum(o.minutes), 0)::int AS done_minutes,
                            min(o.happened_on)::text AS first_on, count(*)::int AS occasion_count
                       FROM occasion o
                      WHERE o.municipality_code = c.municipality_code AND o.commitment_id = c.id AND o.withdrawn_at IS NULL
                        AND o.happened_on BETWEEN p.period_from AND $3::date
                        AND (c.form = 'delivery' OR o.happened_on <= p.period_to)) d
      WHERE c.municipality_code = $1 AND c.promise_id = ANY ($2::uuid[])
      ORDER BY c.position, c.id`,
    [code, promiseIds, onDate],
  );
}

interface OwnedRow {
  readonly municipalityCode: number;
  readonly id: string;
  readonly accountId: string;
}

/** Stores a promise; `false` when its id is stored already. */
export async function insertPromise(manager: EntityManager, row: PromiseChange & OwnedRow): Promise<boolean> {
  const stored: unknown[] = await manager.query(
    `INSERT INTO promise (municipality_code, id, account_id, title, objective, target_group, focus_area, scope, hotspot_id, area_id,
                          period_from, period_to, status, registration_number)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT ON CONSTRAINT promise_pk DO NOTHING RETURNING id`,
    [row.municipalityCode, row.id, row.accountId, ...promiseValues(row)],
  );
  return stored.length > 0;
}

/** Changes a promise over the version that was read; the number of rows that were changed. */
export async function updatePromise(
  manager: EntityManager,
  row: PromiseChange & { municipalityCode: number; id: string; version: number },
): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE promise SET version = version + 1, title = $4, objective = $5, target_group = $6, focus_area = $7, scope = $8,
            hotspot_id = $9, area_id = $10, period_from = $11, period_to = $12, status = $13, registration_number = $14
      WHERE municipality_code = $1 AND id = $2 AND version = $3 RETURNING id`,
    [row.municipalityCode, row.id, row.version, ...promiseValues(row)],
  );
  return count;
}

function promiseValues(row: PromiseChange): unknown[] {
  const { title, objective, targetGroup, focusArea, scope, hotspotId, areaId } = row;
  return [
    title,
    objective,
    targetGroup,
    focusArea,
    scope,
    hotspotId,
    areaId,
    row.periodFrom,
    row.periodTo,
    row.status,
    row.registrationNumber,
  ];
}

/** Adds a commitment with its parties after those that the promise has. */
export async function insertCommitment(
  manager: EntityManager,
  row: NewCommitment & { municipalityCode: number; id: string; promiseId: string },
): Promise<void> {
  const rated = row.form === 'count' || row.form === 'hours';
  await manager.query(
    `INSERT INTO commitment (municipality_code, id, promise_id, position, text, form, bound, target, unit, per, baseline, due)
     SELECT $1::smallint, $2::uuid, $3::uuid,
            COALESCE((SELECT max(position) FROM commitment WHERE municipality_code = $1::smallint AND promise_id = $3::uuid), 0) + 1,
            $4::text, $5::text, $6::text, $7::numeric, $8::text, $9::text, $10::numeric, $11::date`,
    [row.municipalityCode, row.id, row.promiseId, row.text, row.form, row.bound, row.target, row.unit ?? (row.form === 'hours' ? 'timmar' : null), rated ? row.per : null, row.baseline, row.due], // prettier-ignore
  );
  await manager.query(
    `INSERT INTO commitment_party SELECT DISTINCT $1::smallint, $2::uuid, party FROM unnest($3::uuid[]) party`,
    [row.municipalityCode, row.id, row.parties],
  );
}

/** Marks a promise as changed by what was added to it. */
export async function touchPromise(manager: EntityManager, code: number, id: string): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query(
    `UPDATE promise SET version = version + 1 WHERE municipality_code = $1 AND id = $2 RETURNING id`,
    [code, id],
  );
  return count;
}

/** Which of these ids the municipality has. */
export async function knownIds(
  manager: EntityManager,
  code: number,
  ids: { organisations: readonly string[]; hotspotId: string | null; areaId: string | null },
): Promise<{ organisations: string[]; hotspot: boolean; area: boolean }> {
  const [row]: { organisations: string[]; hotspot: boolean; area: boolean }[] = await manager.query(
    `SELECT ARRAY(SELECT id FROM organisation WHERE municipality_code = $1 AND id = ANY ($2::uuid[])) AS organisations,
            EXISTS (SELECT 1 FROM hotspot WHERE municipality_code = $1 AND id = $3::uuid) AS hotspot,
            EXISTS (SELECT 1 FROM area WHERE municipality_code = $1 AND id = $4::uuid) AS area`,
    [code, ids.organisations, ids.hotspotId, ids.areaId],
  );
  return row!;
}
