import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { millisecondsPerDay, type Period } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { inTurns } from '../app/turns.js';
import { Underway } from '../app/underway.js';
import { WeightedCache } from '../app/weighted-cache.js';
import { earliest } from '../incidents/incident-rows.js';
import { IncidentRowsService } from '../incidents/incident-rows.service.js';
import { select } from '../incidents/row-selection.js';
import { type LoadedEvent, loadedEvents } from './loaded-event.js';
import { rollingYear } from './place-figures.js';

export interface LoadedEvents {
  readonly events: readonly LoadedEvent[];
  /** The rolling year. */
  readonly period: Period;
  /** From when reports go back; null without any. */
  readonly historyFrom: number | null;
}

/** Reporting began before its first report: a quiet first week is no reason to lose a whole year of comparison. */
const startSlack = 7 * millisecondsPerDay;

/** Events of those who asked last: half a million weigh about 100 MB. */
const mostKept = 500_000;

/** Events as the figures of places and periods take them: all that the actor may see, earlier years included. */
@Injectable()
export class PlaceEventsService {
  private readonly kept = new WeightedCache<LoadedEvent[]>(mostKept, ({ length }) => length + 1000);
  private readonly making = new Underway<LoadedEvent[]>();

  constructor(private readonly rows: IncidentRowsService) {}

  /** From the rows in memory, the same as the map's. The caller audits. */
  async load(manager: EntityManager, actor: Actor): Promise<LoadedEvents> {
    const { rows, revision } = await this.rows.within(manager, actor);
    const events =
      this.kept.get(revision) ??
      (await this.making.of(revision, async () =>
        this.kept.set(revision, await inTurns(loadedEvents(await inTurns(select(rows, {}))))),
      ));
    const first = earliest(rows);
    const historyFrom = first === null ? null : first - startSlack;
    return { events, period: rollingYear(Date.now()), historyFrom };
  }
}
