import { Injectable } from '@nestjs/common';
import type { Actor } from '../app/database.js';
import type { AreaStatus } from '../situation/area-status.schema.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { weekAround } from '../situation/situation.js';
import type { MeetingColour } from './meeting-part.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

/** The colours of the areas as the group sets them at a meeting. */
@Injectable()
export class MeetingColoursService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly statuses: AreaStatusesService,
  ) {}

  /** Gives an area its colour in the meeting's week; what stood before is kept. */
  async set(actor: Actor, meetingId: string, areaId: string, input: MeetingColour): Promise<AreaStatus> {
    const subjectId = areaId === 'municipality' ? null : areaId;
    return this.writing.write(actor, { meetingId, what: 'area', subjectId, while: ['open'] }, (manager, meeting) =>
      this.statuses.set(manager, actor, { ...input, week: weekAround(meeting.at.getTime()), areaId, meetingId }),
    );
  }
}
