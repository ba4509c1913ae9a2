import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import {
  decisionRows,
  deleteItem,
  deleteParticipant,
  insertItems,
  insertParticipants,
  itemRows,
  orderItems,
  participantRows,
  setAttendance,
  setItemTitle,
} from './meeting-part.queries.js';
import type { AttendanceChange, ItemChange, NewItem, NewParticipant } from './meeting-part.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

const mostItems = 60;
const mostParticipants = 100;

/** The agenda's items and who is there. */
@Injectable()
export class MeetingItemsService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async add(actor: Actor, meetingId: string, input: NewItem): Promise<void> {
    refusePersonalData({ '/title': input.title });
    const id = newId();
    await this.writing.write(actor, { meetingId, what: 'items', subjectId: id }, async (manager) => {
      const code = actor.municipalityCode;
      const ids = (await itemRows(manager, code, meetingId)).map((item) => item.id);
      if (ids.length >= mostItems) throw new DomainError('invalid-request', {}, [{ pointer: '', code: 'too-big' }]);
      const after = input.after === null ? ids.length : placeAfter(ids, input.after);
      await insertItems(manager, code, meetingId, [{ id, kind: 'own', title: input.title }]);
      await orderItems(manager, code, ids.toSpliced(after, 0, id));
      await audit(manager, actor, { action: 'create', subject: 'meeting_item', subjectId: id });
    });
  }

  async change(actor: Actor, meetingId: string, id: string, input: ItemChange): Promise<void> {
    refusePersonalData({ '/title': input.title });
    await this.writing.write(actor, { meetingId, what: 'items', subjectId: id }, async (manager) => {
      const code = actor.municipalityCode;
      const items = await itemRows(manager, code, meetingId);
      const item = items.find((each) => each.id === id);
      if (!item) throw new DomainError('not-found');
      if (input.title === null && item.kind === 'own')
        throw new DomainError('invalid-request', {}, [{ pointer: '/title', code: 'missing' }]);
      if (input.title !== undefined) await setItemTitle(manager, code, id, input.title);
      if (input.after !== undefined) {
        const others = items.map((each) => each.id).filter((each) => each !== id);
        const place = input.after === null ? 0 : placeAfter(others, input.after);
        await orderItems(manager, code, others.toSpliced(place, 0, id));
      }
      await audit(manager, actor, { action: 'update', subject: 'meeting_item', subjectId: id });
    });
  }

  /** Takes away an item that nothing was written or decided at. */
  async remove(actor: Actor, meetingId: string, id: string): Promise<void> {
    await this.writing.write(actor, { meetingId, what: 'items', subjectId: id }, async (manager) => {
      const code = actor.municipalityCode;
      const item = (await itemRows(manager, code, meetingId)).find((each) => each.id === id);
      if (!item) throw new DomainError('not-found');
      const decided = (await decisionRows(manager, code, meetingId)).some((each) => each.item_id === id);
      if (item.revision !== null || decided) throw new DomainError('item-in-use');
      await deleteItem(manager, code, id);
      await audit(manager, actor, { action: 'delete', subject: 'meeting_item', subjectId: id });
    });
  }

  async addParticipant(actor: Actor, meetingId: string, input: NewParticipant): Promise<void> {
    refusePersonalData({ '/function': input.function, '/party': input.party });
    const id = newId();
    await this.writing.write(actor, { meetingId, what: 'participants', subjectId: id }, async (manager) => {
      const code = actor.municipalityCode;
      const organisations = await this.municipalities.organisationsIn(manager, code);
      const pointer = '/organisationId';
      if ((input.organisationId === null) === (input.party === null))
        throw new DomainError('invalid-request', {}, [{ pointer, code: 'party-or-organisation' }]);
      if (input.organisationId !== null && !organisations.some((each) => each.id === input.organisationId))
        throw new DomainError('invalid-request', {}, [{ pointer, code: 'unknown-organisation' }]);
      if ((await participantRows(manager, code, meetingId)).length >= mostParticipants)
        throw new DomainError('invalid-request', {}, [{ pointer: '', code: 'too-big' }]);
      await insertParticipants(manager, code, meetingId, [{ ...input, id, accountId: null }]);
      await audit(manager, actor, { action: 'create', subject: 'meeting_participant', subjectId: id });
    });
  }

  async setAttendance(actor: Actor, meetingId: string, id: string, { attendance }: AttendanceChange): Promise<void> {
    await this.writing.write(actor, { meetingId, what: 'participants', subjectId: id }, async (manager) => {
      const change = { meetingId, id, attendance };
      if ((await setAttendance(manager, actor.municipalityCode, change)) === 0) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'update', subject: 'meeting_participant', subjectId: id, facts: { attendance } }); // prettier-ignore
    });
  }

  async removeParticipant(actor: Actor, meetingId: string, id: string): Promise<void> {
    await this.writing.write(actor, { meetingId, what: 'participants', subjectId: id }, async (manager) => {
      if ((await deleteParticipant(manager, actor.municipalityCode, meetingId, id)) === 0)
        throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'meeting_participant', subjectId: id });
    });
  }
}

function placeAfter(ids: readonly string[], after: string): number {
  const index = ids.indexOf(after);
  if (index < 0) throw new DomainError('invalid-request', {}, [{ pointer: '/after', code: 'unknown-item' }]);
  return index + 1;
}
