import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { feastName, freeDay } from './free-day.js';
import { insertSeries, type SeriesRow, seriesRows, updateSeries } from './meeting-group.queries.js';
import type { MeetingSeriesBody, NewMeetingSeries } from './meeting-group.schema.js';
import { MeetingGroupsService } from './meeting-groups.service.js';
import { MeetingPlanningService, upcoming } from './meeting-planning.service.js';
import { occurrences } from './rhythm.js';
import { rhythmText } from './rhythm-words.js';

/** Series: how often a group meets. The next meeting of each is always planned; later ones are told as days. */
@Injectable()
export class MeetingSeriesService {
  constructor(
    private readonly database: Database,
    private readonly groups: MeetingGroupsService,
    private readonly planning: MeetingPlanningService,
  ) {}

  async list(actor: Actor, language: Language): Promise<MeetingSeriesBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await seriesRows(manager, actor.municipalityCode);
      return rows.map((row) => seriesBody(row, language));
    });
  }

  async create(actor: Actor, input: NewMeetingSeries, language: Language): Promise<MeetingSeriesBody> {
    refuse(input);
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      await this.groups.one(manager, actor, input.groupId);
      await insertSeries(manager, actor.municipalityCode, { ...input, id }, actor.accountId);
      await audit(manager, actor, { action: 'create', subject: 'meeting_series', subjectId: id });
      await this.planning.planNext(manager, actor, id, localDate(Date.now()));
      return this.one(manager, actor, id, language);
    });
  }

  /** Puts the series as it is given, over the version that was read. A meeting that is planned stays as it is. */
  async change(
    actor: Actor,
    change: { id: string; version: number; input: NewMeetingSeries },
    language: Language,
  ): Promise<MeetingSeriesBody> {
    const { id, version, input } = change;
    refuse(input);
    return this.database.withTenant(actor, async (manager) => {
      const before = await this.one(manager, actor, id, language);
      const row = { ...input, id, groupId: before.groupId };
      if ((await updateSeries(manager, actor.municipalityCode, row, version)) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'meeting_series', subjectId: id });
      await this.planning.planNext(manager, actor, id, localDate(Date.now()));
      return this.one(manager, actor, id, language);
    });
  }

  private async one(manager: EntityManager, actor: Actor, id: string, language: Language): Promise<MeetingSeriesBody> {
    const [row] = await seriesRows(manager, actor.municipalityCode, id);
    if (!row) throw new DomainError('not-found');
    return seriesBody(row, language);
  }
}

function refuse(input: NewMeetingSeries): void {
  refusePersonalData({ '/name': input.name, '/place': input.place });
  const first = occurrences({ ...input, from: input.firstOn, count: 1 }, freeDay);
  if (first.length === 0) throw new DomainError('invalid-request', {}, [{ pointer: '/lastOn', code: 'never-meets' }]);
}

function seriesBody(row: SeriesRow, language: Language): MeetingSeriesBody {
  return {
    id: row.id,
    version: row.version,
    groupId: row.group_id,
    group: row.group_name,
    name: row.name,
    kind: row.kind,
    rhythm: row.rhythm,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    firstOn: row.first_on,
    lastOn: row.last_on,
    rhythmText: rhythmText(row.rhythm, row.starts_at, language),
    upcoming: upcoming(row, localDate(Date.now()), 5).map(({ day, movedFor }) => ({
      day,
      movedFor: feastName(movedFor, language),
    })),
    nextMeetingId: row.next_meeting_id,
  };
}
