import type { EntityManager } from 'typeorm';
import type { NewActionPlan, PlanDecision } from './action-plan.schema.js';

export interface PlanRow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly period_from: string;
  readonly period_to: string;
  readonly status: 'draft' | 'decided' | 'replaced';
  readonly situation_version_id: string | null;
  readonly situation_period: string | null;
  readonly situation_number: number | null;
  readonly decided_on: string | null;
  readonly decided_by: string | null;
  readonly registration_number: string | null;
  readonly changed_at: Date;
  readonly rows: readonly {
    readonly problem: string;
    readonly goal: string | null;
    readonly action_id: string | null;
  }[];
}

/** The plans, the latest first; with an id, that one. */
export async function planRows(manager: EntityManager, code: number, id: string | null): Promise<PlanRow[]> {
  return manager.query(
    `SELECT p.id, p.version, p.title, p.period_from::text AS period_from, p.period_to::text AS period_to, p.status,
            p.situation_version_id, v.period AS situation_period, v.number AS situation_number,
            p.decided_on::text AS decided_on, p.decided_by, p.registration_number, p.changed_at,
            COALESCE((SELECT jsonb_agg(jsonb_build_object('problem', r.problem, 'goal', r.goal, 'action_id', r.action_id) ORDER BY r.position)
                        FROM action_plan_row r WHERE r.municipality_code = p.municipality_code AND r.plan_id = p.id), '[]') AS rows
       FROM action_plan p LEFT JOIN situation_version v ON v.municipality_code = p.municipality_code AND v.id = p.situation_version_id
      WHERE p.municipality_code = $1 AND ($2::uuid IS NULL OR p.id = $2::uuid)
      ORDER BY p.period_from DESC, p.created_at DESC LIMIT 100`,
    [code, id],
  );
}

export async function insertPlan(
  manager: EntityManager,
  code: number,
  plan: NewActionPlan & { readonly id: string; readonly organisationId: string; readonly accountId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO action_plan (municipality_code, id, title, period_from, period_to, status, situation_version_id, organisation_id, account_id)
     VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8)`,
    [
      code,
      plan.id,
      plan.title,
      plan.periodFrom,
      plan.periodTo,
      plan.situationVersionId,
      plan.organisationId,
      plan.accountId,
    ],
  );
  await insertRows(manager, code, plan);
}

/** How many plans were changed: 0 when somebody else changed it, or it is decided. */
export async function updatePlan(
  manager: EntityManager,
  code: number,
  plan: NewActionPlan & { readonly id: string; readonly seen: number },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE action_plan SET title = $4, period_from = $5, period_to = $6, situation_version_id = $7, version = version + 1, changed_at = now()
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND status = 'draft'`,
    [code, plan.id, plan.seen, plan.title, plan.periodFrom, plan.periodTo, plan.situationVersionId],
  );
  if (count === 0) return 0;
  await manager.query(`DELETE FROM action_plan_row WHERE municipality_code = $1 AND plan_id = $2`, [code, plan.id]);
  await insertRows(manager, code, plan);
  return count;
}

async function insertRows(manager: EntityManager, code: number, plan: NewActionPlan & { readonly id: string }) {
  await manager.query(
    `INSERT INTO action_plan_row (municipality_code, plan_id, position, problem, goal, action_id)
     SELECT $1::smallint, $2::uuid, r.position, r.problem, r.goal, r."actionId"
       FROM jsonb_to_recordset($3::jsonb) AS r(position smallint, problem text, goal text, "actionId" uuid)`,
    [code, plan.id, JSON.stringify(plan.rows.map((row, position) => ({ ...row, position })))],
  );
}

/** Decides a draft; plans that were decided for any of the same days are replaced by it. How many drafts: 0 or 1. */
export async function decidePlan(
  manager: EntityManager,
  code: number,
  { id, seen, decision }: { readonly id: string; readonly seen: number; readonly decision: PlanDecision },
): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE action_plan SET status = 'decided', decided_on = $4, decided_by = $5, registration_number = $6, version = version + 1, changed_at = now()
      WHERE municipality_code = $1 AND id = $2 AND version = $3 AND status = 'draft'`,
    [code, id, seen, decision.decidedOn, decision.decidedBy, decision.registrationNumber],
  );
  if (count > 0)
    await manager.query(
      `UPDATE action_plan o SET status = 'replaced', version = o.version + 1, changed_at = now() FROM action_plan p
        WHERE p.municipality_code = $1 AND p.id = $2 AND o.municipality_code = $1 AND o.id <> p.id AND o.status = 'decided'
          AND o.period_from <= p.period_to AND o.period_to >= p.period_from`,
      [code, id],
    );
  return count;
}
