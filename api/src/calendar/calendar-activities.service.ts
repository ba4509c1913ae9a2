import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { activityBody, recurring, saidOf } from './calendar-body.js';
import { occurrencesOf } from './calendar.js';
import {
  type ActivityRow,
  activityRows,
  deleteOccurrence,
  insertActivity,
  isKnown,
  knowsOrganisation,
  occurrenceRows,
  saveOccurrence,
  setRemoved,
  updateActivity,
} from './calendar.queries.js';
import type { CalendarActivity, NewCalendarActivity, NewCalendarOccurrence } from './calendar.schema.js';
import { suggestionOf } from './default-activity.js';
import { firstYear, lastYear } from './feast.js';

/** One time of an activity, by the day on which its rule puts it. */
export interface OneTime {
  readonly id: string;
  readonly plannedOn: string;
}

/** What comes back each year: written, changed, taken away and brought back, and what was said of single times. */
@Injectable()
export class CalendarActivitiesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, language: Language): Promise<CalendarActivity[]> {
    return this.database.withTenant(actor, async (manager) => {
      const bodies = await this.bodies(manager, actor, language);
      await audit(manager, actor, { action: 'read', subject: 'calendar_activity', count: bodies.length });
      return bodies;
    });
  }

  async get(actor: Actor, id: string, language: Language): Promise<CalendarActivity> {
    return this.database.withTenant(actor, (manager) => this.one(manager, actor, id, language));
  }

  async create(actor: Actor, input: NewCalendarActivity, language: Language): Promise<CalendarActivity> {
    return this.database.withTenant(actor, async (manager) => {
      const id = await this.insert(manager, actor, input);
      if (id === null) throw new DomainError('conflict');
      return this.one(manager, actor, id, language);
    });
  }

  /** Stores an activity within the caller's transaction; `null` when its suggestion is taken already. */
  async insert(manager: EntityManager, actor: Actor, input: NewCalendarActivity): Promise<string | null> {
    await this.refuse(manager, actor, input);
    const id = newId();
    const key = { municipalityCode: actor.municipalityCode, id };
    if (!(await insertActivity(manager, key, { ...input, accountId: actor.accountId }))) return null;
    await audit(manager, actor, { action: 'create', subject: 'calendar_activity', subjectId: id });
    return id;
  }

  /** Changes an activity over the version that was read. */
  async change(
    actor: Actor,
    { id, version }: { id: string; version: number },
    input: NewCalendarActivity,
    language: Language,
  ): Promise<CalendarActivity> {
    return this.database.withTenant(actor, async (manager) => {
      await this.row(manager, actor, id);
      await this.refuse(manager, actor, input);
      const changed = await updateActivity(manager, { municipalityCode: actor.municipalityCode, id, version }, input);
      if (changed === 0) throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'calendar_activity', subjectId: id });
      return this.one(manager, actor, id, language);
    });
  }

  /** Takes an activity out of the wheel; it can be brought back. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      await this.row(manager, actor, id);
      await setRemoved(manager, { municipalityCode: actor.municipalityCode, id }, true);
      await audit(manager, actor, { action: 'delete', subject: 'calendar_activity', subjectId: id });
    });
  }

  /** Brings an activity back; one that was never away stays. */
  async restore(actor: Actor, id: string, language: Language): Promise<CalendarActivity> {
    return this.database.withTenant(actor, async (manager) => {
      const key = { municipalityCode: actor.municipalityCode, id };
      if (!(await isKnown(manager, key))) throw new DomainError('not-found');
      if ((await setRemoved(manager, key, false)) > 0)
        await audit(manager, actor, { action: 'update', subject: 'calendar_activity', subjectId: id, facts: { restored: true } }); // prettier-ignore
      return this.one(manager, actor, id, language);
    });
  }

  /**
   * Says of one time that it is done, moved or skipped. On a day that the rule does not give, an extra time is added;
   * what is not there cannot be skipped or moved.
   */
  async say(actor: Actor, { id, plannedOn }: OneTime, said: NewCalendarOccurrence, language: Language) {
    refusePersonalData({ '/note': said.note });
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.row(manager, actor, id);
      const span = { date: `${firstYear}-01-01`, endDate: `${lastYear}-12-31` };
      if (plannedOn < span.date || plannedOn > span.endDate) throw new DomainError('not-found');
      const earlier = saidOf(await occurrenceRows(manager, actor.municipalityCode, id), id);
      const own = earlier.filter((one) => one.plannedOn === plannedOn);
      const known = occurrencesOf(recurring(row), own, around(plannedOn, own[0]?.movedTo ?? null));
      const planned = known.find((one) => one.plannedOn === plannedOn);
      const added = planned === undefined || planned.added;
      if (planned === undefined && (said.status === 'skipped' || said.movedTo !== null))
        throw new DomainError('no-such-occurrence', { date: plannedOn });
      const key = { municipalityCode: actor.municipalityCode, id };
      await saveOccurrence(manager, key, { ...said, plannedOn, added, accountId: actor.accountId });
      const facts = { day: plannedOn, status: said.status, moved: said.movedTo !== null };
      await audit(manager, actor, { action: 'update', subject: 'calendar_occurrence', subjectId: id, facts });
      return this.one(manager, actor, id, language);
    });
  }

  /** Takes back what was said of one time: it is as the rule says, and an extra one is gone. */
  async takeBack(actor: Actor, { id, plannedOn }: OneTime, language: Language): Promise<CalendarActivity> {
    return this.database.withTenant(actor, async (manager) => {
      await this.row(manager, actor, id);
      const key = { municipalityCode: actor.municipalityCode, id };
      if ((await deleteOccurrence(manager, key, plannedOn)) > 0)
        await audit(manager, actor, { action: 'delete', subject: 'calendar_occurrence', subjectId: id, facts: { day: plannedOn } }); // prettier-ignore
      return this.one(manager, actor, id, language);
    });
  }

  /** Activities as they stand today, within the caller's transaction, who audits. */
  async bodies(manager: EntityManager, actor: Actor, language: Language, id?: string): Promise<CalendarActivity[]> {
    const rows = await activityRows(manager, actor.municipalityCode, id);
    const said = await occurrenceRows(manager, actor.municipalityCode, id);
    const today = localDate(Date.now());
    return rows.map((row) => activityBody(row, saidOf(said, row.id), today, language));
  }

  private async one(manager: EntityManager, actor: Actor, id: string, language: Language): Promise<CalendarActivity> {
    const [body] = await this.bodies(manager, actor, language, id);
    if (!body) throw new DomainError('not-found');
    return body;
  }

  private async row(manager: EntityManager, actor: Actor, id: string): Promise<ActivityRow> {
    const [row] = await activityRows(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    return row;
  }

  private async refuse(manager: EntityManager, actor: Actor, input: NewCalendarActivity): Promise<void> {
    const { title, ownerFunction, parts, checklist, organisationId, suggestion } = input;
    refusePersonalData({
      '/title': title,
      '/ownerFunction': ownerFunction,
      '/parts/police': parts.police,
      '/parts/municipality': parts.municipality,
      '/parts/others': parts.others,
      '/checklist': checklist,
    });
    if (suggestion !== null && !suggestionOf(suggestion))
      throw new DomainError('invalid-request', {}, [{ pointer: '/suggestion', code: 'unknown-suggestion' }]);
    if (organisationId !== null && !(await knowsOrganisation(manager, actor.municipalityCode, organisationId)))
      throw new DomainError('invalid-request', {}, [{ pointer: '/organisationId', code: 'unknown-organisation' }]);
  }
}

/** The days between which a time must be looked for: where the rule puts it, and where it was moved. */
function around(plannedOn: string, movedTo: string | null) {
  const days = [plannedOn, movedTo ?? plannedOn].toSorted();
  return { date: days[0]!, endDate: days[1]! };
}
