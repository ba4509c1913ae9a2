import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import type { Actor } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { clipToMask } from '../geo/clip.js';
import { areaOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import {
  deletePicture,
  insertEscalation,
  insertPicture,
  knownSubjects,
  replacePriorities,
} from './meeting-picture.queries.js';
import type { NewEscalation, NewPicture, NewPriorities } from './meeting-part.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

/** What is told and settled besides decisions: the police's oral picture, the order of focus, what is lifted further. */
@Injectable()
export class MeetingPicturesService {
  constructor(
    private readonly writing: MeetingWriting,
    private readonly municipalities: MunicipalitiesService,
    private readonly actions: ActionsService,
  ) {}

  /** A line and an area. What is not to be kept is gone when the meeting closes; the audit holds nothing of it. */
  async tell(actor: Actor, meetingId: string, input: NewPicture): Promise<void> {
    refusePersonalData({ '/text': input.text });
    const drawn = input.polygon && this.municipalities.readPolygon(input.polygon, '/polygon');
    const id = input.id ?? newId();
    await this.writing.write(actor, { meetingId, what: 'pictures', subjectId: id }, async (manager) => {
      const { polygon, clipped } = drawn ? await this.within(manager, actor, drawn) : { polygon: null, clipped: false };
      const { text, keep: kept } = input;
      const row = { id, meetingId, text, polygon, clipped, kept, accountId: actor.accountId };
      await insertPicture(manager, actor.municipalityCode, row);
      await audit(manager, actor, { action: 'create', subject: 'police_picture', subjectId: id, facts: { kept } });
    });
  }

  async forget(actor: Actor, meetingId: string, id: string): Promise<void> {
    await this.writing.write(actor, { meetingId, what: 'pictures', subjectId: id }, async (manager) => {
      if ((await deletePicture(manager, actor.municipalityCode, meetingId, id)) === 0)
        throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'police_picture', subjectId: id });
    });
  }

  async setPriorities(actor: Actor, meetingId: string, { priorities }: NewPriorities): Promise<void> {
    refusePersonalData(Object.fromEntries(priorities.map(({ text }, at) => [`/priorities/${at}/text`, text])));
    await this.writing.write(actor, { meetingId, what: 'priorities' }, async (manager) => {
      await this.refuseUnknown(manager, actor, priorities, '/priorities');
      await replacePriorities(manager, actor.municipalityCode, meetingId, priorities);
      await audit(manager, actor, { action: 'update', subject: 'meeting_priority', subjectId: meetingId, count: priorities.length }); // prettier-ignore
    });
  }

  /** Lifts something to fördjupad EST or to the steering group, whose next agenda lists it. */
  async escalate(actor: Actor, meetingId: string, input: NewEscalation): Promise<void> {
    refusePersonalData({ '/text': input.text });
    const id = newId();
    await this.writing.write(actor, { meetingId, what: 'escalations', subjectId: id }, async (manager) => {
      await this.refuseUnknown(manager, actor, [{ areaId: null, hotspotId: input.hotspotId }], '');
      if (input.actionId !== null) await this.markEscalated(manager, actor, input);
      await insertEscalation(manager, actor.municipalityCode, { ...input, id, meetingId });
      const facts = { target: input.target };
      await audit(manager, actor, { action: 'create', subject: 'meeting_escalation', subjectId: id, facts });
    });
  }

  private async markEscalated(
    manager: EntityManager,
    actor: Actor,
    { actionId, target }: NewEscalation,
  ): Promise<void> {
    const action = await this.actions.get(manager, actor, actionId!).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'not-found')
        throw new DomainError('invalid-request', {}, [{ pointer: '/actionId', code: 'unknown-action' }]);
      throw error;
    });
    if (target !== 'steering-group' || action.escalated) return;
    await this.actions.change(manager, actor, { id: action.id, version: action.version, input: { escalated: true } });
  }

  /** The part of a drawn area that lies within the municipality. */
  private async within(manager: EntityManager, actor: Actor, drawn: MetresMultiPolygon) {
    const { boundary } = await this.municipalities.outline(manager, actor.municipalityCode);
    if (boundary.length === 0) return { polygon: drawn, clipped: false };
    const polygon = clipToMask(drawn, boundary);
    const inside = areaOf(polygon);
    if (inside < 1) throw new DomainError('invalid-request', {}, [{ pointer: '/polygon', code: 'area-outside' }]);
    // A thousandth is what rounding to six decimals can take away.
    return { polygon, clipped: inside < areaOf(drawn) * 0.999 };
  }

  private async refuseUnknown(
    manager: EntityManager,
    actor: Actor,
    named: readonly { readonly areaId: string | null; readonly hotspotId: string | null }[],
    pointer: string,
  ): Promise<void> {
    const known = await knownSubjects(manager, actor.municipalityCode, {
      areas: named.flatMap(({ areaId }) => areaId ?? []),
      hotspots: named.flatMap(({ hotspotId }) => hotspotId ?? []),
    });
    const faults = named.flatMap(({ areaId, hotspotId }, at): FieldFault[] => {
      const place = pointer === '' ? '' : `${pointer}/${at}`;
      if (areaId !== null && !known.areas.has(areaId)) return [{ pointer: `${place}/areaId`, code: 'unknown-area' }];
      if (hotspotId !== null && !known.hotspots.has(hotspotId))
        return [{ pointer: `${place}/hotspotId`, code: 'unknown-hotspot' }];
      return [];
    });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  }
}
