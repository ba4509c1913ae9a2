import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { trueEnd } from './meeting.js';
import { deleteUnkept, takeUp } from './meeting-picture.queries.js';
import { MeetingPlanningService } from './meeting-planning.service.js';
import { type MeetingRow, setStatus } from './meeting.queries.js';
import type { Closing } from './meeting.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

/** Closes a meeting: what was not to be kept goes, and the series gets its next meeting. */
@Injectable()
export class MeetingClosingService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly planning: MeetingPlanningService,
  ) {}

  async close(actor: Actor, meetingId: string, { until }: Closing): Promise<void> {
    await this.writing.write(actor, { meetingId, what: 'closed', while: ['open'] }, async (manager, meeting) => {
      const code = actor.municipalityCode;
      const ended = endOf(meeting, until);
      await deleteUnkept(manager, code, { meetingId });
      await setStatus(manager, code, { id: meetingId, status: 'closed', until: new Date(ended).toISOString() });
      if (meeting.group_kind === 'steering') await takeUp(manager, code, 'steering-group', meetingId);
      if (meeting.kind === 'deepened-est') await takeUp(manager, code, 'deepened-est', meetingId);
      await audit(manager, actor, { action: 'update', subject: 'meeting', subjectId: meetingId, facts: { status: 'closed' } }); // prettier-ignore
      if (meeting.series_id) await this.planning.planNext(manager, actor, meeting.series_id, dayAfter(meeting));
    });
  }
}

function endOf(meeting: MeetingRow, said: string | null): number {
  const times = {
    at: meeting.at.getTime(),
    until: meeting.until.getTime(),
    openedAt: meeting.opened_at?.getTime() ?? null,
  };
  const ended = trueEnd(times, said === null ? null : Date.parse(said), Date.now());
  if (ended === null) throw new DomainError('invalid-request', {}, [{ pointer: '/until', code: 'end-not-possible' }]);
  return ended;
}

/** The next meeting comes after this one's day and never before today. */
function dayAfter(meeting: MeetingRow): string {
  const dayLong = 86_400_000;
  return localDate(Math.max(meeting.at.getTime() + dayLong, Date.now()));
}
