import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { todayInSweden } from '../promises/promises.service.js';
import type { NewPublishingDecision, PublishingDecision } from './edition.schema.js';
import type { SituationPeriod } from './period.js';
import { periodWhen } from './period-words.js';
import { publication, publicationText } from './publication.js';
import { type DecisionRow, decisionRow, insertDecision, publicAreas, publicEventRows } from './publication.queries.js';

/** What of a period everybody may read, and whether the municipality has decided so. */
@Injectable()
export class PublicationsService {
  constructor(private readonly database: Database) {}

  async decision(actor: Actor): Promise<{ decision: PublishingDecision | null }> {
    return this.database.withTenant(actor, async (manager) => ({ decision: await this.standing(manager, actor) }));
  }

  /** The decision that stands; null where there is none or it was withdrawn. Within the caller's transaction. */
  async standing(manager: EntityManager, actor: Actor): Promise<PublishingDecision | null> {
    const row = await decisionRow(manager, actor.municipalityCode);
    return row && !row.withdrawn ? decisionBody(row) : null;
  }

  /** Records the decision; an earlier one is kept. Throws where it is dated ahead. */
  async decide(actor: Actor, input: NewPublishingDecision): Promise<{ decision: PublishingDecision | null }> {
    refusePersonalData({ '/decidedBy': input.decidedBy, '/registrationNumber': input.registrationNumber });
    if (input.decidedOn > todayInSweden())
      throw new DomainError('invalid-request', {}, [{ pointer: '/decidedOn', code: 'date-to-come' }]);
    return this.say(actor, {
      withdrawn: false,
      decided_on: input.decidedOn,
      decided_by: input.decidedBy,
      registration_number: input.registrationNumber,
    });
  }

  /** Withdraws the decision: from now on nothing below the municipality is published. */
  async withdraw(actor: Actor): Promise<{ decision: PublishingDecision | null }> {
    const row = await this.database.withTenant(actor, (manager) => decisionRow(manager, actor.municipalityCode));
    return row && !row.withdrawn ? this.say(actor, { ...row, withdrawn: true }) : { decision: null };
  }

  /** The figures that everybody may read, in words. Within the caller's transaction, who audits. */
  async text(
    manager: EntityManager,
    actor: Actor,
    { period, names, language }: { period: SituationPeriod; names: ReadonlyMap<string, string>; language: Language },
  ): Promise<string> {
    const code = actor.municipalityCode;
    const rows = await publicEventRows(manager, code, { from: new Date(period.from), to: new Date(period.to) });
    const areas = await publicAreas(manager, code);
    const told = publication({
      kind: period.kind,
      events: rows.map(({ month, ...row }) => ({ ...row, tertial: Math.floor((month - 1) / 4) })),
      areas,
      decided: (await this.standing(manager, actor)) !== null,
    });
    const all = new Map([...names, ...areas.map(({ id, name }) => [id, name] as const)]);
    return publicationText(told, { when: periodWhen(period)[language], names: all, language });
  }

  private async say(actor: Actor, row: DecisionRow): Promise<{ decision: PublishingDecision | null }> {
    return this.database.withTenant(actor, async (manager) => {
      const { municipalityCode, accountId } = actor;
      const id = newId();
      await insertDecision(manager, municipalityCode, { ...row, id, accountId });
      const action = row.withdrawn ? 'delete' : 'create';
      await audit(manager, actor, { action, subject: 'publishing_decision', subjectId: id });
      return { decision: row.withdrawn ? null : decisionBody(row) };
    });
  }
}

function decisionBody(row: DecisionRow): PublishingDecision {
  return { decidedOn: row.decided_on, decidedBy: row.decided_by, registrationNumber: row.registration_number };
}
