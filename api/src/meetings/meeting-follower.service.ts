import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ActionFollower, ActionsService } from '../actions/actions.service.js';
import type { Actor } from '../app/database.js';
import { LiveMeetings } from './live-meetings.service.js';
import { meetingsShowing } from './meeting-part.queries.js';
import { addChange } from './meeting.queries.js';

/** A decision that is withdrawn, changed or answered elsewhere: the meetings that show it count the change and tell it. */
@Injectable()
export class MeetingFollower implements ActionFollower, OnModuleInit {
  constructor(
    private readonly actions: ActionsService,
    private readonly live: LiveMeetings,
  ) {}

  onModuleInit(): void {
    this.actions.follow(this);
  }

  async changed(manager: EntityManager, actor: Actor, actionId: string): Promise<void> {
    const { municipalityCode: code, accountId } = actor;
    for (const meetingId of await meetingsShowing(manager, code, actionId))
      await addChange(manager, code, { meetingId, what: 'decisions', subjectId: actionId, accountId });
  }

  committed(code: number): Promise<void> {
    return this.live.announce(code);
  }
}
