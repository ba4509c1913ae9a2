import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import type { Actor } from '../app/database.js';
import { newId } from '../app/identifier.js';
import { type SeriesRow, seriesRows } from './meeting-group.queries.js';
import { MeetingGroupsService } from './meeting-groups.service.js';
import { templateFor } from './agenda-template.js';
import { insertItems, insertParticipants } from './meeting-part.queries.js';
import { insertMeeting, type StoredMeeting } from './meeting.queries.js';
import { freeDay } from './free-day.js';
import { instantOf, type Occurrence, occurrences } from './rhythm.js';

/** Puts meetings in the calendar: with the group's members as participants and its agenda. Joins the caller's transaction. */
@Injectable()
export class MeetingPlanningService {
  constructor(private readonly groups: MeetingGroupsService) {}

  /** Makes one meeting; false when it is there already. */
  async make(manager: EntityManager, actor: Actor, meeting: Omit<StoredMeeting, 'accountId'>): Promise<boolean> {
    const code = actor.municipalityCode;
    const group = await this.groups.one(manager, actor, meeting.groupId);
    if (!(await insertMeeting(manager, code, { ...meeting, accountId: actor.accountId }))) return false;
    const participants = group.members.map((member) => ({ ...member, id: newId(), attendance: 'expected' as const }));
    await insertParticipants(manager, code, meeting.id, participants);
    const form = { kind: meeting.kind, groupKind: group.kind };
    const items = templateFor(group.agenda, form).map((item) => ({ ...item, id: newId() }));
    await insertItems(manager, code, meeting.id, items);
    await audit(manager, actor, { action: 'create', subject: 'meeting', subjectId: meeting.id });
    return true;
  }

  /** Makes the next meeting of a series after a day (`YYYY-MM-DD`), unless one is planned; its id, or null when the series has ended. */
  async planNext(manager: EntityManager, actor: Actor, seriesId: string, after: string): Promise<string | null> {
    const [series] = await seriesRows(manager, actor.municipalityCode, seriesId);
    if (!series) return null;
    if (series.next_meeting_id !== null) return series.next_meeting_id;
    // A few, since a day may have had its meeting moved or cancelled.
    for (const next of upcoming(series, after, 4)) {
      const id = newId();
      const at = instantOf(next.day, series.starts_at);
      const made = await this.make(manager, actor, {
        id,
        groupId: series.group_id,
        seriesId,
        occasion: next.occasion,
        kind: series.kind,
        title: series.name,
        at: new Date(at).toISOString(),
        until: new Date(at + series.minutes * 60_000).toISOString(),
        place: series.place,
        movedBecause: next.movedFor,
      });
      if (made) return id;
    }
    return null;
  }
}

/** The next days of a series from a day on. */
export function upcoming(series: SeriesRow, from: string, count: number): Occurrence[] {
  const { rhythm, first_on: firstOn, last_on: lastOn } = series;
  return occurrences({ rhythm, firstOn, lastOn, from, count }, freeDay);
}
