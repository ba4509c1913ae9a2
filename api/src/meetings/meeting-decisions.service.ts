import { Injectable } from '@nestjs/common';
import { ActionsService } from '../actions/actions.service.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { ViewsService } from '../views/views.service.js';
import { decisionRows, insertDecision, itemRows } from './meeting-part.queries.js';
import type { NewDecision } from './meeting-part.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

/** Decisions: each is an action with who and when, kept in the order in which they were made, with the map it was made on. */
@Injectable()
export class MeetingDecisionsService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly actions: ActionsService,
    private readonly views: ViewsService,
  ) {}

  /** Stores a decision once, however often it is sent; two at once both stand. */
  async decide(actor: Actor, meetingId: string, { view, itemId, ...input }: NewDecision): Promise<void> {
    const id = input.id ?? newId();
    await this.writing.write(
      actor,
      { meetingId, what: 'decisions', subjectId: id, while: ['open'] },
      async (manager) => {
        const code = actor.municipalityCode;
        if (itemId !== null && !(await itemRows(manager, code, meetingId)).some((item) => item.id === itemId))
          throw new DomainError('invalid-request', {}, [{ pointer: '/itemId', code: 'unknown-item' }]);
        if ((await decisionRows(manager, code, meetingId)).some((each) => each.action_id === id)) return;
        const viewId = view && (await this.views.freeze(manager, actor, view)).id;
        await this.actions.create(manager, actor, { ...input, id, meetingId, viewId });
        await insertDecision(manager, code, { actionId: id, meetingId, itemId });
      },
    );
  }
}
