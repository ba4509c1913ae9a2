import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { toMetres } from '../geo/projection.js';
import { type Corrected, correctionFaults, timeAfter } from './correction.js';
import { updateIncident } from './correction.queries.js';
import { toBody } from './incident-body.js';
import { personalDataFaults } from './incident-text.js';
import { mayBecome } from './incident.js';
import { incidentRow, type IncidentRow, insertChange } from './incident.queries.js';
import type { IncidentBody, IncidentCorrection } from './incident.schema.js';
import { reportContext } from './report.queries.js';

/** A reviewer's corrections: over the version that was read, and what was before is kept. */
@Injectable()
export class CorrectionsService {
  constructor(private readonly database: Database) {}

  async correct(actor: Actor, id: string, version: number, input: IncidentCorrection): Promise<IncidentBody> {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const before = await incidentRow(manager, code, id);
      if (!before) throw new DomainError('not-found');
      // Somebody else was first, whatever the status has become since.
      if (before.version !== version) throw new DomainError('changed-by-someone-else');
      const status = input.status ?? before.status;
      if (!mayBecome(before.status, status))
        throw new DomainError('status-not-allowed', { from: before.status, to: status });
      const description = input.description === undefined ? before.description : input.description;
      const written = input.description === undefined ? [] : personalDataFaults(description, '/description');
      if (written.length > 0) throw new DomainError('personal-data-found', {}, written);
      const { from, to } = timeAfter(observedIn(before), input);
      const change = {
        ...(await this.kindAfter(manager, actor, before, input)),
        id,
        version,
        description,
        // A reviewer who has read the text and saved it has cleared its marks.
        descriptionCleared: input.description === undefined ? before.description_cleared : true,
        status,
        occurredFrom: from,
        occurredTo: to,
        timePrecision: input.occurredFrom === undefined ? before.time_precision : 'minute',
        movedTo: input.position === undefined ? null : toMetres(input.position as [number, number]),
      };
      if ((await updateIncident(manager, code, change)) === 0) throw new DomainError('changed-by-someone-else');
      await this.keep(manager, actor, before);
      return toBody((await incidentRow(manager, code, id))!, actor);
    });
  }

  /** Category and severity after the correction; throws for what is wrong with category, time or place. */
  private async kindAfter(manager: EntityManager, actor: Actor, before: IncidentRow, input: IncidentCorrection) {
    const categoryCode = input.categoryCode ?? before.category_code;
    const subcategoryCode =
      input.subcategoryCode === undefined ? sameCategory(before, categoryCode) : input.subcategoryCode;
    const point =
      input.position === undefined
        ? { x: before.x ?? 0, y: before.y ?? 0 }
        : toMetres(input.position as [number, number]);
    const context = await reportContext(manager, actor.municipalityCode, {
      organisationId: actor.organisationId,
      categoryCode,
      subcategoryCode,
      point,
    });
    const faults =
      context.kind === null || !context.known_sub ? [{ pointer: '/categoryCode', code: 'unknown-category' }] : [];
    const kind = context.kind ?? 'other';
    faults.push(...correctionFaults(observedIn(before), input, { kind, inside: context.inside, now: Date.now() }));
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
    const usual = severityAfter(before, categoryCode, subcategoryCode, context.severity);
    return { categoryCode, subcategoryCode, severity: input.severity === undefined ? usual : input.severity };
  }

  private async keep(manager: EntityManager, actor: Actor, before: IncidentRow): Promise<void> {
    const { organisation: _, account_id: __, ...kept } = before;
    await insertChange(manager, actor.municipalityCode, {
      id: newId(),
      incidentId: before.id,
      version: before.version,
      accountId: actor.accountId,
      what: 'corrected',
      before: kept,
    });
    await audit(manager, actor, { action: 'update', subject: 'incident', subjectId: before.id });
  }
}

function observedIn(row: IncidentRow): Corrected {
  const { source, sensitive, occurred_from: occurredFrom, occurred_to: occurredTo } = row;
  return { source, sensitive, occurredFrom, occurredTo };
}

/** A level that a reviewer has set stays, until the kind of event is another. */
function severityAfter(before: IncidentRow, category: string, subcategory: string | null, usual: number | null) {
  return before.category_code === category && before.subcategory_code === subcategory ? before.severity : usual;
}

function sameCategory(before: IncidentRow, categoryCode: string): string | null {
  return before.category_code === categoryCode ? before.subcategory_code : null;
}
