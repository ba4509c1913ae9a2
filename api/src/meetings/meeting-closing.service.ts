import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { MeetingAgendaService } from './meeting-agenda.service.js';
import { trueEnd } from './meeting.js';
import { deleteUnkept, takeUp } from './meeting-picture.queries.js';
import { MeetingPlanningService } from './meeting-planning.service.js';
import { type MeetingRow, setStatus } from './meeting.queries.js';
import type { Closing } from './meeting.schema.js';
import { MeetingsService } from './meetings.service.js';
import { MeetingWriting } from './meeting-writing.service.js';
import { MinutesService } from './minutes.service.js';

/** Closes a meeting: what was not to be kept goes, the series gets its next meeting, the minutes are frozen. */
@Injectable()
export class MeetingClosingService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly meetings: MeetingsService,
    private readonly agendas: MeetingAgendaService,
    private readonly planning: MeetingPlanningService,
    private readonly minutes: MinutesService,
  ) {}

  async close(actor: Actor, meetingId: string, { until }: Closing): Promise<void> {
    const prepared = await this.agendas.prepare(actor, meetingId);
    await this.writing.write(actor, { meetingId, what: 'closed', while: ['open'] }, async (manager, meeting) => {
      const code = actor.municipalityCode;
      const ended = new Date(endOf(meeting, until)).toISOString();
      await deleteUnkept(manager, code, { meetingId });
      if (meeting.series_id) await this.planning.planNext(manager, actor, meeting.series_id, dayAfter(meeting));
      const parts = await this.meetings.parts(manager, actor, meetingId);
      await this.minutes.freeze(manager, actor, await this.agendas.read(manager, actor, { parts, prepared }), ended);
      await setStatus(manager, code, { id: meetingId, status: 'closed', until: ended });
      if (meeting.group_kind === 'steering') await takeUp(manager, code, 'steering-group', meetingId);
      if (meeting.kind === 'deepened-est') await takeUp(manager, code, 'deepened-est', meetingId);
      await audit(manager, actor, { action: 'update', subject: 'meeting', subjectId: meetingId, facts: { status: 'closed' } }); // prettier-ignore
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
