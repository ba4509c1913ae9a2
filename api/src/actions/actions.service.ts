import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { toMetres } from '../geo/projection.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { readNear } from './action.js';
import { actionBody } from './action-body.js';
import { revokeLinks } from './action-link.queries.js';
import {
  type ActionChoice,
  actionRows,
  type EventRow,
  eventRows,
  hotspotThere,
  insertAction,
  insertEvent,
  type StoredAction,
  updateAction,
  updateStatus,
  updateWithdrawn,
} from './action.queries.js';
import type { ActionBody, ActionChange, ActionQuery, NewAction, NewAnswer } from './action.schema.js';

/** What a caller must say of a new action; the rest is empty, open, not started. */
export type ActionDraft = Pick<NewAction, 'what' | 'organisationId' | 'ownerFunction'> & Partial<NewAction>;

/** Which actions a caller asks for; in degrees, as they come by the address. */
export type ActionFilter = Pick<ActionQuery, 'hotspotId' | 'meetingId' | 'organisationId' | 'dueBefore' | 'near'> & {
  readonly open?: boolean;
};

/** What shows actions to people who look at it together, such as a meeting, and wants to hear of each change. */
export interface ActionFollower {
  /** Within the transaction that changes the action. */
  changed(manager: EntityManager, actor: Actor, actionId: string): Promise<void>;
  /** When some change has been committed. */
  committed(code: number): Promise<void>;
}

/** Who answers: somebody signed in, or the owner's organisation by its link. */
export type AnsweredBy = 'account' | 'link';

const blank = {
  cause: null,
  goal: null,
  scope: null,
  due: null,
  followUpOn: null,
  followUp: null,
  gradeNote: null,
  hotspotId: null,
  meetingId: null,
  viewId: null,
  causeId: null,
  position: null,
  classification: 'open',
  secrecyBasis: null,
  secrecyBy: null,
  registrationNumber: null,
  escalated: false,
  status: 'not-started',
  grade: null,
} as const;

/**
 * Actions: rows of a hot spot's plan and decisions of a meeting, one table. Whatever may be secret is read only by those
 * who write actions; that is decided here, in `choice`, and nowhere else. Each method joins the caller's transaction.
 */
@Injectable()
export class ActionsService {
  private readonly followers: ActionFollower[] = [];
  /** The transactions under way that have changed an action. */
  private readonly changing = new WeakSet<EntityManager>();

  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** Runs `work` in a transaction of the actor: for the controllers, whose calls are transactions of their own. */
  async within<Result>(actor: Actor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    const { result, changed } = await this.database.withTenant(actor, async (manager) => ({
      result: await work(manager),
      changed: this.changing.has(manager),
    }));
    // Whoever misses this hears of it at the next look.
    if (changed)
      for (const follower of this.followers) await follower.committed(actor.municipalityCode).catch(() => undefined);
    return result;
  }

  follow(follower: ActionFollower): void {
    this.followers.push(follower);
  }

  /** The actions that the actor may see, those not done first, by their last day. Throws `near-unreadable`. */
  async list(manager: EntityManager, actor: Actor, filter: ActionFilter = {}): Promise<ActionBody[]> {
    const near = filter.near === undefined ? undefined : readNear(filter.near);
    if (near === null) throw new DomainError('invalid-request', {}, [{ pointer: '/near', code: 'near-unreadable' }]);
    return this.read(manager, actor, {
      ...filter,
      near: near && { point: toMetres(near.position), metres: near.metres },
    });
  }

  /** One action, withdrawn or not. */
  async get(manager: EntityManager, actor: Actor, id: string): Promise<ActionBody> {
    const [body] = await this.read(manager, actor, { id, withdrawn: true });
    if (!body) throw new DomainError('not-found');
    return body;
  }

  /** Stores an action once, however often it is sent. */
  async create(manager: EntityManager, actor: Actor, draft: ActionDraft): Promise<ActionBody> {
    const { id = newId(), ...input } = { ...blank, ...draft };
    const stored = await insertAction(manager, actor.municipalityCode, {
      ...(await this.checked(manager, actor, input)),
      id,
      accountId: actor.accountId,
    });
    if (stored) {
      await this.tell(manager, actor, { actionId: id, deed: 'created', note: null });
      await audit(manager, actor, { action: 'create', subject: 'action', subjectId: id });
    }
    const [body] = await this.read(manager, actor, { id, withdrawn: true });
    if (!body || (!stored && body.what !== input.what)) throw new DomainError('action-id-taken');
    return body;
  }

  /** Changes an action over the version that was read; what is not named stays. */
  async change(
    manager: EntityManager,
    actor: Actor,
    change: { id: string; version: number; input: ActionChange },
  ): Promise<ActionBody> {
    const { id, version, input } = change;
    const before = await this.get(manager, actor, id);
    if (before.version !== version) throw new DomainError('changed-by-someone-else');
    if (before.withdrawnAt !== null) throw new DomainError('action-withdrawn');
    const given = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    ) as Partial<NewAction>;
    const after = { ...before, position: before.position as NewAction['position'], ...given };
    const row = await this.checked(manager, actor, after, before);
    if ((await updateAction(manager, actor.municipalityCode, { ...row, id, version })) === 0)
      throw new DomainError('changed-by-someone-else');
    // A link tells the sentence to somebody without an account: what has become secret has none.
    if (row.classification !== 'open') await revokeLinks(manager, actor.municipalityCode, id);
    await this.tell(manager, actor, { actionId: id, deed: 'changed', note: null });
    await audit(manager, actor, {
      action: 'update',
      subject: 'action',
      subjectId: id,
      facts: { fields: Object.keys(given) },
    });
    return this.get(manager, actor, id);
  }

  /** Says how an action goes: its own organisation may, and those who write actions. The last answer holds. */
  async answer(
    manager: EntityManager,
    actor: Actor,
    id: string,
    answer: NewAnswer & { readonly by?: AnsweredBy },
  ): Promise<ActionBody> {
    refusePersonalData({ '/note': answer.note });
    const before = await this.get(manager, actor, id);
    if (!before.mine && !mayRole(actor.role, 'action:write')) throw new DomainError('action-not-yours');
    if (before.withdrawnAt !== null) throw new DomainError('action-withdrawn');
    await updateStatus(manager, actor.municipalityCode, { id, status: answer.status, grade: answer.grade });
    await this.tell(manager, actor, { actionId: id, deed: 'answered', note: answer.note, by: answer.by ?? 'account' });
    await audit(manager, actor, {
      action: 'update',
      subject: 'action',
      subjectId: id,
      facts: { status: answer.status, by: answer.by ?? 'account' },
    });
    return this.get(manager, actor, id);
  }

  /** Withdraws an action, or takes that back. Twice is as once. */
  async withdraw(manager: EntityManager, actor: Actor, id: string, withdrawn: boolean): Promise<ActionBody> {
    await this.get(manager, actor, id);
    if ((await updateWithdrawn(manager, actor.municipalityCode, { id, withdrawn })) > 0) {
      await this.tell(manager, actor, { actionId: id, deed: withdrawn ? 'withdrawn' : 'restored', note: null });
      await audit(manager, actor, { action: withdrawn ? 'delete' : 'update', subject: 'action', subjectId: id });
    }
    return this.get(manager, actor, id);
  }

  private async read(
    manager: EntityManager,
    actor: Actor,
    choice: Omit<ActionChoice, 'secret'>,
  ): Promise<ActionBody[]> {
    const secret = mayRole(actor.role, 'action:write');
    const rows = await actionRows(manager, actor.municipalityCode, { ...choice, secret });
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const events = new Map<string, EventRow[]>(ids.map((id) => [id, []]));
    for (const event of await eventRows(manager, actor.municipalityCode, ids)) events.get(event.action_id)?.push(event);
    const today = localDate(Date.now());
    return rows.map((row) => actionBody(row, events.get(row.id) ?? [], { actor, today }));
  }

  /** The row as it is stored: its texts hold no personal data, what it points at is the municipality's. */
  private async checked<Input extends Omit<NewAction, 'id'>>(
    manager: EntityManager,
    actor: Actor,
    input: Input,
    before?: ActionBody,
  ): Promise<Input & Pick<StoredAction, 'point' | 'secrecyOn'>> {
    refusePersonalData({
      '/what': input.what,
      '/cause': input.cause,
      '/goal': input.goal,
      '/ownerFunction': input.ownerFunction,
      '/followUp': input.followUp,
      '/gradeNote': input.gradeNote,
      '/secrecyBasis': input.secrecyBasis,
      '/secrecyBy': input.secrecyBy,
      '/registrationNumber': input.registrationNumber,
    });
    const organisations: { id: string; name: string }[] = await this.municipalities.organisationsIn(
      manager,
      actor.municipalityCode,
    );
    const faults: FieldFault[] = [];
    if (!organisations.some(({ id }) => id === input.organisationId))
      faults.push({ pointer: '/organisationId', code: 'unknown-organisation' });
    if (input.hotspotId !== null && !(await hotspotThere(manager, actor.municipalityCode, input.hotspotId)))
      faults.push({ pointer: '/hotspotId', code: 'unknown-hotspot' });
    const secret = input.classification === 'may-be-secret';
    if (secret && !input.secrecyBasis) faults.push({ pointer: '/secrecyBasis', code: 'secrecy-basis-missing' });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
    const assessed = before?.secrecyBasis === input.secrecyBasis ? before?.secrecyOn : null;
    return {
      ...input,
      point: input.position && toMetres(input.position),
      secrecyBasis: secret ? input.secrecyBasis : null,
      secrecyBy: secret
        ? input.secrecyBy || (organisations.find(({ id }) => id === actor.organisationId)?.name ?? '')
        : null,
      secrecyOn: secret ? (assessed ?? localDate(Date.now())) : null,
    };
  }

  private async tell(
    manager: EntityManager,
    actor: Actor,
    event: {
      actionId: string;
      deed: 'created' | 'changed' | 'answered' | 'withdrawn' | 'restored';
      note: string | null;
      by?: AnsweredBy;
    },
  ): Promise<void> {
    const by = event.by ?? 'account';
    const accountId = by === 'link' ? null : actor.accountId;
    await insertEvent(manager, actor.municipalityCode, {
      ...event,
      id: newId(),
      by,
      organisationId: actor.organisationId,
      accountId,
    });
    if (event.deed === 'created') return;
    for (const follower of this.followers) await follower.changed(manager, actor, event.actionId);
    this.changing.add(manager);
  }
}
