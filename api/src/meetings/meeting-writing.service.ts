import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { LiveMeetings } from './live-meetings.service.js';
import type { ChangeKind, MeetingStatus } from './meeting.js';
import { addChange, lockMeeting, meetingRow, type MeetingRow } from './meeting.queries.js';

export interface MeetingWrite {
  readonly meetingId: string;
  readonly what: ChangeKind;
  readonly subjectId?: string | null;
  /** In which states the meeting may be written to so. */
  readonly while?: readonly MeetingStatus[];
}

/** The one way to write to a meeting: held against others, in the right state, counted, and told to those who look. */
@Injectable()
export class MeetingWriting {
  constructor(
    private readonly database: Database,
    private readonly live: LiveMeetings,
  ) {}

  /** Runs `work` while nobody else writes to the meeting. Throws `not-found`, `meeting-closed`, `meeting-not-open`, `meeting-not-closed`. */
  async write<Result>(
    actor: Actor,
    { meetingId, what, subjectId = null, while: states = ['planned', 'open'] }: MeetingWrite,
    work: (manager: EntityManager, meeting: MeetingRow) => Promise<Result>,
  ): Promise<Result> {
    const code = actor.municipalityCode;
    const result = await this.database.withTenant(actor, async (manager) => {
      if (!(await lockMeeting(manager, code, meetingId))) throw new DomainError('not-found');
      const meeting = await meetingRow(manager, code, actor.accountId, meetingId);
      if (!meeting) throw new DomainError('not-found');
      if (!states.includes(meeting.status)) throw new DomainError(refusal(meeting.status, states));
      const done = await work(manager, meeting);
      await addChange(manager, code, { meetingId, what, subjectId, accountId: actor.accountId });
      return done;
    });
    await this.live.announce(code, meetingId).catch(() => undefined);
    return result;
  }
}

function refusal(status: MeetingStatus, states: readonly MeetingStatus[]): string {
  if (status === 'closed' || status === 'cancelled') return 'meeting-closed';
  return states.includes('closed') ? 'meeting-not-closed' : 'meeting-not-open';
}
