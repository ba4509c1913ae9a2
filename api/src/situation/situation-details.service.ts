import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import { localDate, millisecondsPerDay } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import type { LoadedEvents } from '../hotspots/place-events.service.js';
import { AreaPrioritiesService } from '../meetings/area-priorities.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { clusterChanges } from './cluster-change.js';
import { newestPlaces } from './cluster.queries.js';
import { countedPart, type SituationPeriod } from './period.js';
import { hoursOf, repeatPlaces, weeksOfPeriod } from './period-detail.js';
import type { SituationDetail } from './situation-body.js';

interface Asked {
  readonly period: SituationPeriod;
  readonly loaded: LoadedEvents;
  readonly now: number;
}

/** The search of the week after belongs to a period: its picture is read then. */
const searchedAfter = 7 * millisecondsPerDay;

/** What stands beside the counts of a lägesbild: its weeks, hours, repeated places, changing clusters and areas that come first. */
@Injectable()
export class SituationDetailsService {
  constructor(
    private readonly municipalities: MunicipalitiesService,
    private readonly priorities: AreaPrioritiesService,
  ) {}

  /** Within a transaction of the caller's, who audits. */
  async of(manager: EntityManager, actor: Actor, { period, loaded, now }: Asked): Promise<SituationDetail> {
    const span = countedPart(period, now);
    const { events, historyFrom } = loaded;
    const places = mayRole(actor.role, 'incident:read') ? repeatPlaces(events, span) : [];
    const named = [];
    for (const place of places)
      named.push({ ...place, name: await this.municipalities.nameNear(manager, actor.municipalityCode, place) });
    return {
      hours: hoursOf(events, span),
      weeks: weeksOfPeriod(events, { span, historyFrom }),
      repeatPlaces: named,
      clusters: await this.clusters(manager, actor, period),
      priorities:
        period.kind === 'tertial' ? ((await this.priorities.of(manager, actor, period.text))[0] ?? null) : null,
    };
  }

  private async clusters(manager: EntityManager, actor: Actor, period: SituationPeriod) {
    const { municipalityCode: code, groups } = actor;
    const now = await newestPlaces(manager, code, { before: new Date(period.to + searchedAfter), groups });
    const before = await newestPlaces(manager, code, { before: new Date(period.from), groups });
    if (!now || !before || now.id === before.id) return null;
    const day = (run: { created_at: Date }) => localDate(run.created_at.getTime());
    return { before: day(before), now: day(now), changes: clusterChanges(before, now) };
  }
}
