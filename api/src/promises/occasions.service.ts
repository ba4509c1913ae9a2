import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import {
  type CommitmentFrame,
  commitmentFrame,
  insertOccasion,
  occasionRow,
  occasionRows,
  type OccasionRow,
  withdrawOccasion,
} from './occasion.queries.js';
import type { NewOccasion, OccasionBody } from './promise.schema.js';
import { refuse, textFaults, todayInSweden } from './promises.service.js';

/** The times that commitments were carried out: logged, listed, withdrawn. */
@Injectable()
export class OccasionsService {
  constructor(private readonly database: Database) {}

  /** Logs one time once, however often it is sent. Withdrawn and sent again, it stays withdrawn. */
  async log(actor: Actor, commitmentId: string, input: NewOccasion): Promise<OccasionBody> {
    return this.database.withTenant(actor, (manager) => this.logWithin(manager, actor, commitmentId, input));
  }

  /** As `log`, within the caller's transaction. */
  async logWithin(
    manager: EntityManager,
    actor: Actor,
    commitmentId: string,
    { id = newId(), ...input }: NewOccasion,
  ): Promise<OccasionBody> {
    const code = actor.municipalityCode;
    const frame = await commitmentFrame(manager, code, commitmentId);
    if (!frame) throw new DomainError('not-found');
    refuse(occasionFaults(input, frame, todayInSweden()));
    const { accountId, organisationId } = actor;
    const row = { ...input, municipalityCode: code, id, commitmentId, organisationId, accountId };
    const stored = await insertOccasion(manager, row);
    if (stored) await audit(manager, actor, { action: 'create', subject: 'occasion', subjectId: id });
    const found = await occasionRow(manager, code, id);
    if (!found || found.commitment_id !== commitmentId || found.account_id !== accountId)
      throw new DomainError('occasion-id-taken');
    return toBody(found, actor);
  }

  /** What was logged on a commitment, the latest first. */
  async list(actor: Actor, commitmentId: string): Promise<OccasionBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      if (!(await commitmentFrame(manager, actor.municipalityCode, commitmentId))) throw new DomainError('not-found');
      const rows = await occasionRows(manager, actor.municipalityCode, commitmentId);
      return rows.map((row) => toBody(row, actor));
    });
  }

  /** Withdraws what one has logged, or, for those who write promises, what anybody has. Twice is as once. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, (manager) => this.withdrawWithin(manager, actor, id));
  }

  /** As `withdraw`, within the caller's transaction. */
  async withdrawWithin(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    const row = await occasionRow(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    if (row.account_id !== actor.accountId && !mayRole(actor.role, 'promise:write')) throw new DomainError('forbidden');
    const withdrawn = await withdrawOccasion(manager, actor.municipalityCode, id);
    if (withdrawn > 0) await audit(manager, actor, { action: 'delete', subject: 'occasion', subjectId: id });
  }
}

function occasionFaults(input: Omit<NewOccasion, 'id'>, frame: CommitmentFrame, today: string): FieldFault[] {
  const { happenedOn, minutes, place, note } = input;
  const faults: FieldFault[] = textFaults({ '/place': place, '/note': note });
  const late = happenedOn > frame.period_to && frame.form !== 'delivery';
  if (happenedOn > today) faults.push({ pointer: '/happenedOn', code: 'occasion-ahead' });
  else if (happenedOn < frame.period_from || late) {
    const facts = { from: frame.period_from, to: frame.period_to };
    faults.push({ pointer: '/happenedOn', code: 'occasion-outside-period', facts });
  }
  if (frame.form === 'hours' && minutes === null) faults.push({ pointer: '/minutes', code: 'minutes-missing' });
  return faults;
}

function toBody(row: OccasionRow, actor: Actor): OccasionBody {
  return {
    id: row.id,
    commitmentId: row.commitment_id,
    happenedOn: row.happened_on,
    count: row.count,
    minutes: row.minutes,
    place: row.place,
    note: row.note,
    organisation: row.organisation,
    mine: row.account_id === actor.accountId,
  };
}
