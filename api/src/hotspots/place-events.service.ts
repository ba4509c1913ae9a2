import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { millisecondsPerDay, type Period } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { IncidentFilter } from '../incidents/incident.schema.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { About } from './figures-body.js';
import { type CountedEvent, periodOfDates, rollingYear } from './place-figures.js';

export interface LoadedEvents {
  readonly events: readonly CountedEvent[];
  readonly period: Period;
  /** The period reaches today. */
  readonly running: boolean;
  readonly historyFrom: number | null;
  /** Of everything that the answer depends on; two equal hashes mean the same answer. */
  readonly hash: string;
}

/** Reporting began before its first report: a quiet first week is no reason to lose a whole year of comparison. */
const startSlack = 7 * millisecondsPerDay;

/** Events as the analyses take them: all that the actor may see, earlier years included. */
@Injectable()
export class PlaceEventsService {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Loads what a filter asks for. Its dates are the period; without them it is the rolling year. */
  async load(manager: EntityManager, actor: Actor, filter: IncidentFilter): Promise<LoadedEvents> {
    const { from, to, ...rest } = filter;
    if (from && to && to < from)
      throw new DomainError('invalid-request', {}, [{ pointer: '/to', code: 'period-reversed' }]);
    const year = rollingYear(Date.now());
    const period = {
      from: from ? periodOfDates(from, from).from : year.from,
      to: to ? periodOfDates(to, to).to : year.to,
    };
    const rows = await this.incidents.eventsFor(manager, actor, rest);
    const events = rows.map((row) => ({
      id: row.event_key,
      x: row.x ?? Number.NaN,
      y: row.y ?? Number.NaN,
      from: row.occurred_from.getTime(),
      to: row.occurred_to?.getTime() ?? null,
      category: row.category_code,
      source: row.organisation_id ?? row.source,
      precision: row.x === null || row.precision === 'none' ? ('area' as const) : row.precision,
      outside: row.outside,
      dwelling: row.dwelling,
      crimes: row.crimes,
      reviewed: row.reviewed,
    }));
    const span = await this.incidents.span(manager, actor);
    const historyFrom = span.first === null ? null : span.first.getTime() - startSlack;
    const digest = createHash('sha256').update(JSON.stringify([rest, period, historyFrom, [...actor.groups].sort()]));
    for (const event of events)
      digest.update(
        `${event.id}|${event.x}|${event.y}|${event.from}|${event.to}|${event.category}|${event.precision}|${event.outside}\n`,
      );
    return { events, period, running: period.to >= year.to, historyFrom, hash: digest.digest('hex') };
  }

  /** What the sentence needs besides figures: the period and the categories' names. */
  async about(actor: Actor, loaded: LoadedEvents): Promise<Omit<About, 'name'>> {
    const categories = await this.municipalities.categories(actor);
    return {
      period: loaded.period,
      running: loaded.running,
      names: new Map(categories.map((category) => [category.code, category.name])),
    };
  }
}
