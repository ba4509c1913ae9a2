import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { todayInSweden } from '../promises/promises.service.js';
import { decidePlan, insertPlan, type PlanRow, planRows, updatePlan } from './action-plan.queries.js';
import type { ActionPlanBody, NewActionPlan, PlanDecision } from './action-plan.schema.js';
import { versionRow } from './edition.queries.js';

/** The åtgärdsplan that the law asks for: what is to be done, built on an approved lägesbild, decided by a body. */
@Injectable()
export class ActionPlansService {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionsService,
  ) {}

  async list(actor: Actor): Promise<ActionPlanBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await this.bodies(manager, actor, null);
      await audit(manager, actor, { action: 'read', subject: 'action_plan', count: rows.length });
      return rows;
    });
  }

  async create(actor: Actor, input: NewActionPlan): Promise<ActionPlanBody> {
    refuseTexts(input);
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      await this.refuseUnknown(manager, actor, input);
      const { organisationId, accountId, municipalityCode } = actor;
      await insertPlan(manager, municipalityCode, { ...input, id, organisationId, accountId });
      await audit(manager, actor, { action: 'create', subject: 'action_plan', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** Changes a draft. Throws `changed-by-someone-else`, and `plan-decided` when it is no draft any more. */
  async change(
    actor: Actor,
    { id, seen, input }: { id: string; seen: number; input: NewActionPlan },
  ): Promise<ActionPlanBody> {
    // prettier-ignore
    refuseTexts(input);
    return this.database.withTenant(actor, async (manager) => {
      await this.refuseDecided(manager, actor, id);
      await this.refuseUnknown(manager, actor, input);
      if ((await updatePlan(manager, actor.municipalityCode, { ...input, id, seen })) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'action_plan', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** Records by whom and when the plan was decided; it is not changed after that. */
  async decide(
    actor: Actor,
    { id, seen, decision }: { id: string; seen: number; decision: PlanDecision },
  ): Promise<ActionPlanBody> {
    refusePersonalData({ '/decidedBy': decision.decidedBy, '/registrationNumber': decision.registrationNumber });
    if (decision.decidedOn > todayInSweden())
      throw new DomainError('invalid-request', {}, [{ pointer: '/decidedOn', code: 'date-to-come' }]);
    return this.database.withTenant(actor, async (manager) => {
      const plan = await this.refuseDecided(manager, actor, id);
      if (plan.rows.length === 0) throw new DomainError('plan-empty');
      if ((await decidePlan(manager, actor.municipalityCode, { id, seen, decision })) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, {
        action: 'update',
        subject: 'action_plan',
        subjectId: id,
        facts: { decided: true },
      });
      return this.one(manager, actor, id);
    });
  }

  /** Within the caller's transaction, who audits. */
  async bodies(manager: EntityManager, actor: Actor, id: string | null): Promise<ActionPlanBody[]> {
    const rows = await planRows(manager, actor.municipalityCode, id);
    const actions = new Map((await this.actions.list(manager, actor, {})).map((action) => [action.id, action]));
    return rows.map((row) => bodyOf(row, actions));
  }

  private async one(manager: EntityManager, actor: Actor, id: string): Promise<ActionPlanBody> {
    const [body] = await this.bodies(manager, actor, id);
    if (!body) throw new DomainError('not-found');
    return body;
  }

  private async refuseDecided(manager: EntityManager, actor: Actor, id: string): Promise<PlanRow> {
    const [plan] = await planRows(manager, actor.municipalityCode, id);
    if (!plan) throw new DomainError('not-found');
    if (plan.status !== 'draft') throw new DomainError('plan-decided');
    return plan;
  }

  private async refuseUnknown(manager: EntityManager, actor: Actor, input: NewActionPlan): Promise<void> {
    const faults: FieldFault[] = [];
    if (input.periodTo < input.periodFrom) faults.push({ pointer: '/periodTo', code: 'period-reversed' });
    const version = input.situationVersionId;
    if (version !== null && !(await versionRow(manager, actor.municipalityCode, version)))
      faults.push({ pointer: '/situationVersionId', code: 'unknown-choice' });
    const known = new Set((await this.actions.list(manager, actor, {})).map(({ id }) => id));
    for (const [index, { actionId }] of input.rows.entries())
      if (actionId !== null && !known.has(actionId))
        faults.push({ pointer: `/rows/${index}/actionId`, code: 'unknown-choice' });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  }
}

function refuseTexts({ title, rows }: NewActionPlan): void {
  refusePersonalData({ '/title': title });
  for (const [index, { problem, goal }] of rows.entries())
    refusePersonalData({ [`/rows/${index}/problem`]: problem, [`/rows/${index}/goal`]: goal });
}

type Actions = ReadonlyMap<
  string,
  { what: string; status: string; due: string | null; ownerFunction: string; organisation: string }
>;

function bodyOf(row: PlanRow, actions: Actions): ActionPlanBody {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    status: row.status,
    situationVersionId: row.situation_version_id,
    situation: row.situation_period === null ? null : { period: row.situation_period, number: row.situation_number! },
    decidedOn: row.decided_on,
    decidedBy: row.decided_by,
    registrationNumber: row.registration_number,
    changedAt: row.changed_at.toISOString(),
    rows: row.rows.map(({ problem, goal, action_id: actionId }) => {
      const action = actionId === null ? undefined : actions.get(actionId);
      const { what, status, due } = action ?? {};
      const owner = action && `${action.ownerFunction}, ${action.organisation}`;
      return {
        problem,
        goal,
        actionId,
        action: action ? { what: what!, status: status!, due: due!, owner: owner! } : null,
      };
    }),
  };
}
