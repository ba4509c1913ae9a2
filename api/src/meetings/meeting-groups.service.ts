import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError, type FieldFault } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { defaultTemplate } from './agenda-template.js';
import {
  groupRows,
  insertGroup,
  knownAccounts,
  memberRows,
  replaceMembers,
  updateGroup,
} from './meeting-group.queries.js';
import type { MeetingGroupBody, MeetingGroupChange, NewMeetingGroup } from './meeting-group.schema.js';

/** Standing groups with their members by function. */
@Injectable()
export class MeetingGroupsService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async list(actor: Actor): Promise<MeetingGroupBody[]> {
    return this.database.withTenant(actor, (manager) => this.read(manager, actor));
  }

  async get(actor: Actor, id: string): Promise<MeetingGroupBody> {
    return this.database.withTenant(actor, (manager) => this.one(manager, actor, id));
  }

  async create(actor: Actor, input: NewMeetingGroup): Promise<MeetingGroupBody> {
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      await this.refuse(manager, actor, input);
      const { name, kind, agenda = defaultTemplate } = input;
      await insertGroup(manager, actor.municipalityCode, { id, name, kind, agenda, ended: false }, actor.accountId);
      await replaceMembers(manager, actor.municipalityCode, id, withIds(input));
      await audit(manager, actor, { action: 'create', subject: 'meeting_group', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** Puts the group as it is given, over the version that was read. Meetings that are planned keep what they have. */
  async change(actor: Actor, id: string, version: number, input: MeetingGroupChange): Promise<MeetingGroupBody> {
    return this.database.withTenant(actor, async (manager) => {
      const before = await this.one(manager, actor, id);
      await this.refuse(manager, actor, input);
      const { name, kind, ended, agenda = before.agenda } = input;
      const row = { id, name, kind, agenda, ended };
      if ((await updateGroup(manager, actor.municipalityCode, row, version)) === 0)
        throw new DomainError('changed-by-someone-else');
      await replaceMembers(manager, actor.municipalityCode, id, withIds(input));
      await audit(manager, actor, { action: 'update', subject: 'meeting_group', subjectId: id });
      return this.one(manager, actor, id);
    });
  }

  /** One group, within the caller's transaction. Throws `not-found`. */
  async one(manager: EntityManager, actor: Actor, id: string): Promise<MeetingGroupBody> {
    const [group] = await this.read(manager, actor, id);
    if (!group) throw new DomainError('not-found');
    return group;
  }

  private async read(manager: EntityManager, actor: Actor, id: string | null = null): Promise<MeetingGroupBody[]> {
    const members = await memberRows(manager, actor.municipalityCode, id);
    return (await groupRows(manager, actor.municipalityCode, id)).map((group) => {
      const own = members.filter((member) => member.group_id === group.id);
      return {
        ...group,
        mine: own.some((member) => member.account_id === actor.accountId),
        members: own.map((member) => ({
          id: member.id,
          function: member.function,
          organisationId: member.organisation_id,
          organisation: member.organisation,
          party: member.party,
          accountId: member.account_id,
        })),
      };
    });
  }

  private async refuse(manager: EntityManager, actor: Actor, input: NewMeetingGroup): Promise<void> {
    const texts: Record<string, string | null> = { '/name': input.name };
    for (const [at, item] of (input.agenda ?? []).entries()) texts[`/agenda/${at}/title`] = item.title;
    for (const [at, member] of input.members.entries()) {
      texts[`/members/${at}/function`] = member.function;
      texts[`/members/${at}/party`] = member.party;
    }
    refusePersonalData(texts);
    const organisations = await this.municipalities.organisationsIn(manager, actor.municipalityCode);
    const accounts = input.members.flatMap(({ accountId }) => accountId ?? []);
    const known = await knownAccounts(manager, actor.municipalityCode, accounts);
    const faults = input.members.flatMap(({ organisationId, party, accountId }, at): FieldFault[] => {
      if ((organisationId === null) === (party === null))
        return [{ pointer: `/members/${at}/organisationId`, code: 'party-or-organisation' }];
      if (organisationId !== null && !organisations.some(({ id }) => id === organisationId))
        return [{ pointer: `/members/${at}/organisationId`, code: 'unknown-organisation' }];
      if (accountId !== null && !known.has(accountId))
        return [{ pointer: `/members/${at}/accountId`, code: 'unknown-account' }];
      return [];
    });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  }
}

function withIds({ members }: NewMeetingGroup) {
  return members.map((member) => ({ ...member, id: newId() }));
}
