import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import type { EventColumns } from '../analysis/event-columns.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { MetresMultiPolygon } from '../geo/polygon.js';
import { toMetres } from '../geo/projection.js';
import { check } from '../privacy/check.js';
import { eventColumns } from './incident-columns.queries.js';
import { isPersonalDataFault, personalDataFaults } from './incident-text.js';
import { toBody, toFeature } from './incident-body.js';
import { precisionOf } from './incident.js';
import { auditedFilter } from './incident-filter.js';
import {
  eventRows,
  type EventRow,
  incidentPage,
  incidentRow,
  type IncidentRow,
  incidentSpan,
  placedEvents,
  rowsOfEvent,
} from './incident.queries.js';
import type { IncidentBody, IncidentFilter, ListQuery, NewIncident } from './incident.schema.js';
import { reportFaults } from './report-check.js';
import { insertReport, reportContext, reportDigest } from './report.queries.js';

/** A browser draws this many points without losing frames; beyond it the answer says that it was cut. */
const pointLimit = 10_000;

/** Reports and the rows that came by import: written, listed, counted as events, corrected. */
@Injectable()
export class IncidentsService {
  constructor(private readonly database: Database) {}

  /**
   * Stores a report once, however often it is sent. The same id with the same content gets the same answer, also when the
   * rules have changed since; with other content `report-differs`, and of somebody else `report-id-taken`.
   */
  async report(actor: Actor, input: NewIncident): Promise<IncidentBody> {
    const point = input.position === null ? null : toMetres(input.position as [number, number]);
    const contentDigest = digestOf(input);
    return this.database.withTenant(actor, async (manager) => {
      const there = await incidentRow(manager, actor.municipalityCode, input.id);
      if (there) return this.sentAgain(manager, actor, there, contentDigest);
      const context = await reportContext(manager, actor.municipalityCode, {
        ...input,
        organisationId: actor.organisationId,
        point,
      });
      const written = [
        ...personalDataFaults(input.description, '/description'),
        ...personalDataFaults(input.address, '/address'),
      ];
      const faults = [...reportFaults(input, context, Date.now()), ...written];
      if (faults.length > 0)
        throw new DomainError(isPersonalDataFault(faults[0]!) ? 'personal-data-found' : 'invalid-request', {}, faults);
      const stored = await insertReport(manager, {
        ...input,
        municipalityCode: actor.municipalityCode,
        accountId: actor.accountId,
        organisationId: actor.organisationId,
        groupCode: context.group_code,
        severity: context.severity,
        point,
        precision: point === null ? 'none' : precisionOf(input.placement, input.accuracyMetres),
        descriptionCleared: check(input.description ?? '').length === 0,
        contentDigest,
      });
      const row = await incidentRow(manager, actor.municipalityCode, input.id);
      if (!row) throw new DomainError('report-id-taken');
      if (!stored) return this.sentAgain(manager, actor, row, contentDigest);
      await audit(manager, actor, { action: 'create', subject: 'incident', subjectId: input.id });
      return toBody(row, actor);
    });
  }

  private async sentAgain(
    manager: EntityManager,
    actor: Actor,
    row: IncidentRow,
    digest: string,
  ): Promise<IncidentBody> {
    if (row.account_id !== actor.accountId) throw new DomainError('report-id-taken');
    const stored = await reportDigest(manager, actor.municipalityCode, row.id);
    if (stored !== null && stored !== digest) throw new DomainError('report-differs');
    return toBody(row, actor);
  }

  async get(actor: Actor, id: string): Promise<IncidentBody> {
    return this.database.withTenant(actor, async (manager) => {
      const row = await incidentRow(manager, actor.municipalityCode, id);
      if (!row) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'read', subject: 'incident', subjectId: id, count: 1 });
      return toBody(row, actor);
    });
  }

  async list(actor: Actor, query: ListQuery) {
    return this.database.withTenant(actor, (manager) => this.page(manager, actor, query, null));
  }

  /** The rows inside a polygon (metres), for a hot spot's page; audited like any read. */
  async page(manager: EntityManager, actor: Actor, query: ListQuery, within: MetresMultiPolygon | null) {
    const after = readCursor(query.cursor);
    const { rows, total } = await incidentPage(manager, actor.municipalityCode, query, {
      limit: query.limit,
      after,
      within,
    });
    const { limit: _, cursor: __, ...filter } = query;
    await audit(manager, actor, {
      action: 'read',
      subject: 'incident',
      count: rows.length,
      facts: { filter: auditedFilter(filter) },
    });
    const last = rows.length === query.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => toBody(row, actor)),
      nextCursor: last ? `${last.occurred_from.toISOString()}_${last.id}` : null,
      total,
    };
  }

  /** Events as points for the map, with the counts of what cannot be drawn. */
  async events(actor: Actor, filter: IncidentFilter) {
    return this.database.withTenant(actor, async (manager) => {
      const { sum, rows } = await placedEvents(manager, actor.municipalityCode, { filter, most: pointLimit });
      await audit(manager, actor, {
        action: 'read',
        subject: 'event',
        count: sum.total,
        facts: { filter: auditedFilter(filter) },
      });
      return {
        type: 'FeatureCollection' as const,
        total: sum.total,
        crimes: sum.all_crimes,
        outside: sum.all_outside,
        withoutPlace: sum.total - sum.placed,
        unreviewed: sum.unreviewed,
        truncated: sum.placed > pointLimit,
        features: rows.map(toFeature),
      };
    });
  }

  /** The rows of the event that a row belongs to, for whoever pointed at it on the map. Throws `not-found`. */
  async ofEvent(actor: Actor, id: string): Promise<{ eventKey: string; reports: IncidentBody[] }> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await rowsOfEvent(manager, actor.municipalityCode, id);
      if (!rows[0]) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'read', subject: 'incident', subjectId: id, count: rows.length });
      return { eventKey: rows[0].event_key, reports: rows.map((row) => toBody(row, actor)) };
    });
  }

  /** Events with metres and instants, for analyses and figures, within the caller's transaction. The caller audits. */
  async eventsFor(manager: EntityManager, actor: Actor, filter: IncidentFilter): Promise<EventRow[]> {
    return eventRows(manager, actor.municipalityCode, filter);
  }

  /** The same by column, for analyses of any size: rows of the actor's groups only. The caller audits. */
  async columnsFor(manager: EntityManager, actor: Actor, filter: IncidentFilter): Promise<EventColumns> {
    return eventColumns(manager, actor.municipalityCode, { filter, groups: actor.groups, breathe: () => turn() });
  }

  /** The first and the latest incident that the actor may see. */
  async span(manager: EntityManager, actor: Actor) {
    return incidentSpan(manager, actor.municipalityCode);
  }
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = cursor.split('_');
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new DomainError('invalid-request');
  return { at, id: id! };
}

/** What was sent, in one form: a field that is not filled in counts as not there, so that a newer version agrees with an older. */
function digestOf(input: NewIncident): string {
  const filled = Object.entries(input).filter(([, value]) => value !== null);
  return createHash('sha256')
    .update(JSON.stringify(filled.toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');
}
