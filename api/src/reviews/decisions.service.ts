import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { mayBecome, type Status } from '../incidents/incident.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { insertMessage, keepVersions, type NewChange, restoreVersion, updateStatus } from './decision.queries.js';
import { MergesService } from './merges.service.js';
import { mayBeUndone, statusAfter } from './review.js';
import { changeRows } from './history.queries.js';
import { reasonRows, reviewRow, type ReviewRow } from './review.queries.js';
import type { DecisionBody, ReviewBody, TextBody } from './review.schema.js';
import { ReviewsService } from './reviews.service.js';

/** What a reviewer does with a report, and what its reporter answers. What was before is always kept. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly merges: MergesService,
  ) {}

  /** Accepts, dismisses with a reason, or takes a report up again, over the version that was read. */
  async decide(actor: Actor, id: string, version: number, input: DecisionBody): Promise<ReviewBody> {
    return this.database.withTenant(actor, async (manager) => {
      const status = statusAfter(input.decision);
      const reason = status === 'dismissed' ? input.reason : null;
      if (status === 'dismissed') await this.checkReason(manager, actor, reason);
      refusePersonalData(input.note, '/note');
      const row = await this.changeable(manager, actor, { id, version, status });
      await this.keep(manager, actor, row, { what: input.decision, reason, note: input.note });
      const accountId = status === 'received' ? null : actor.accountId;
      const change = { id, version, status, reason, note: status === 'dismissed' ? input.note : null, accountId };
      if ((await updateStatus(manager, actor.municipalityCode, change)) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'incident', subjectId: id, facts: { status } });
      return this.reviews.body(manager, actor, id);
    });
  }

  /** Asks whoever reported; the report waits for the answer. */
  async ask(actor: Actor, id: string, version: number, input: TextBody): Promise<ReviewBody> {
    return this.database.withTenant(actor, async (manager) => {
      refusePersonalData(input.text, '/text');
      const row = await this.changeable(manager, actor, { id, version, status: 'asked' });
      if (row.account_id === null || row.source !== 'report') throw new DomainError('nobody-to-ask');
      await this.keep(manager, actor, row, { what: 'asked', reason: null, note: null });
      await this.say(manager, actor, id, { kind: 'question', text: input.text });
      const change = { id, version, status: 'asked', reason: null, note: null, accountId: null };
      if ((await updateStatus(manager, actor.municipalityCode, change)) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'incident', subjectId: id, facts: { status: 'asked' } });
      return this.reviews.body(manager, actor, id);
    });
  }

  /** The reporter's answer; the report is back in the inbox. */
  async answer(actor: Actor, id: string, input: TextBody) {
    await this.database.withTenant(actor, async (manager) => {
      refusePersonalData(input.text, '/text');
      const row = await reviewRow(manager, actor.municipalityCode, id);
      if (!row || row.account_id !== actor.accountId) throw new DomainError('not-found');
      if (row.status !== 'asked') throw new DomainError('no-open-question');
      await this.keep(manager, actor, row, { what: 'answered', reason: null, note: null });
      await this.say(manager, actor, id, { kind: 'answer', text: input.text });
      const change = { id, version: row.version, status: 'received', reason: null, note: null, accountId: null };
      if ((await updateStatus(manager, actor.municipalityCode, change)) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'incident', subjectId: id, facts: { answered: true } });
    });
  }

  /** Takes back what the actor did last with a report; a merge is taken back whole. */
  async undo(actor: Actor, id: string, version: number): Promise<ReviewBody> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const row = await reviewRow(manager, code, id);
      if (!row) throw new DomainError('not-found');
      if (row.version !== version) throw new DomainError('changed-by-someone-else');
      const last = (await changeRows(manager, code, id)).at(-1);
      if (!last || last.version !== version - 1) throw new DomainError('nothing-to-undo');
      if (last.what === 'merged' && last.batch_id !== null && last.account_id === actor.accountId) {
        await this.merges.undo(manager, actor, last.batch_id);
        return this.reviews.body(manager, actor, id);
      }
      if (!mayBeUndone({ what: last.what, accountId: last.account_id }, actor.accountId))
        throw new DomainError('nothing-to-undo');
      await this.keep(manager, actor, row, { what: 'undone', reason: null, note: null });
      const back = { changeId: last.id, incidentId: id, version };
      if ((await restoreVersion(manager, code, back)) === 0) throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, {
        action: 'update',
        subject: 'incident',
        subjectId: id,
        facts: { undone: last.what },
      });
      return this.reviews.body(manager, actor, id);
    });
  }

  private async checkReason(manager: EntityManager, actor: Actor, reason: string | null): Promise<void> {
    const pointer = '/reason';
    if (reason === null) throw new DomainError('invalid-request', {}, [{ pointer, code: 'reason-missing' }]);
    const known = await reasonRows(manager, actor.municipalityCode);
    if (!known.some((one) => one.code === reason))
      throw new DomainError('invalid-request', {}, [{ pointer, code: 'unknown-reason' }]);
  }

  private async changeable(
    manager: EntityManager,
    actor: Actor,
    wanted: { id: string; version: number; status: Status },
  ): Promise<ReviewRow> {
    const row = await reviewRow(manager, actor.municipalityCode, wanted.id);
    if (!row) throw new DomainError('not-found');
    if (row.version !== wanted.version) throw new DomainError('changed-by-someone-else');
    if (row.status === wanted.status || !mayBecome(row.status, wanted.status))
      throw new DomainError('status-not-allowed', { from: row.status, to: wanted.status });
    return row;
  }

  private async keep(
    manager: EntityManager,
    actor: Actor,
    row: ReviewRow,
    change: Pick<NewChange, 'what' | 'reason' | 'note'>,
  ): Promise<void> {
    await keepVersions(manager, actor.municipalityCode, [{ ...ownChange(actor, row.id, change.what), ...change }]);
  }

  private async say(
    manager: EntityManager,
    actor: Actor,
    incidentId: string,
    message: { kind: 'question' | 'answer'; text: string },
  ): Promise<void> {
    await insertMessage(manager, actor.municipalityCode, {
      id: newId(),
      incidentId,
      accountId: actor.accountId,
      ...message,
    });
  }
}

/** A change of a row by the actor, with nothing more to say about it. */
export function ownChange(actor: Actor, incidentId: string, what: string): NewChange {
  return { id: newId(), incidentId, accountId: actor.accountId, what, reason: null, note: null, batchId: null };
}

function refusePersonalData(text: string | null, pointer: string): void {
  if (mustBeRefused(text ?? ''))
    throw new DomainError('personal-data-found', {}, [{ pointer, code: 'personal-data-found' }]);
}
