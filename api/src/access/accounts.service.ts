import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import {
  accountsOfMunicipality,
  anyAdministrator,
  auditEntries,
  insertAccount,
  insertAudit,
  insertFirstAdministratorLink,
  insertMembership,
  membershipsOf,
  useFirstAdministratorLink,
} from './access.queries.js';
import type { FirstAdministrator, NewAccount } from './access.schema.js';
import { audit } from './audit.js';
import { accountById } from './device.queries.js';
import { hashPassword } from './password.js';
import type { Role } from './permission.js';
import { toActor } from './requires.js';

/** Accounts, and the one-time link by which an installation gets its first administrator. */
@Injectable()
export class AccountsService {
  constructor(private readonly database: Database) {}

  /** An account as an actor in a municipality, without its being signed in; null once it is disabled or no member. */
  async actorOf(accountId: string, code: number): Promise<Actor | null> {
    return this.database.withAccess(async (manager) => {
      if (!(await accountById(manager, accountId))) return null;
      const memberships = await membershipsOf(manager, accountId);
      const membership = memberships.find((row) => row.municipality_code === code);
      return membership === undefined ? null : toActor(accountId, membership);
    });
  }

  /** A fresh token while nobody administers the installation; null once somebody does. */
  async firstAdministratorToken(): Promise<string | null> {
    const token = randomBytes(24).toString('base64url');
    return this.database.withAccess(async (manager) => {
      if (await anyAdministrator(manager)) return null;
      await insertFirstAdministratorLink(manager, hashOf(token));
      return token;
    });
  }

  async createFirstAdministrator(input: FirstAdministrator): Promise<void> {
    const passwordHash = await hashPassword(input.password);
    await this.database.withAccess(async (manager) => {
      if ((await anyAdministrator(manager)) || !(await useFirstAdministratorLink(manager, hashOf(input.token)))) {
        throw new DomainError('link-used');
      }
      const id = newId();
      await insertAccount(manager, {
        id,
        email: input.email.toLowerCase(),
        name: input.name,
        passwordHash,
        installationAdministrator: true,
      });
      await insertAudit(manager, {
        municipalityCode: 0,
        id: newId(),
        accountId: id,
        action: 'create',
        subject: 'account',
        subjectId: id,
        count: null,
        facts: {},
      });
    });
  }

  async list(actor: Actor) {
    return this.database.withTenant(actor, (manager) => accountsOfMunicipality(manager, actor.municipalityCode));
  }

  /** Makes an account and its place in the municipality; the account is removed again if the place is refused. */
  async create(actor: Actor, input: NewAccount) {
    const passwordHash = await hashPassword(input.password);
    const id = newId();
    await this.database.withTenant(actor, async (manager) => {
      await manager.query('SET LOCAL ROLE narbild_access');
      await insertAccount(manager, {
        id,
        email: input.email.toLowerCase(),
        name: input.name,
        passwordHash,
        installationAdministrator: false,
      });
      await manager.query('SET LOCAL ROLE narbild_app');
      await this.addMember(manager, actor, { accountId: id, organisationId: input.organisationId, role: input.role });
      await audit(manager, actor, { action: 'create', subject: 'account', subjectId: id, facts: { role: input.role } });
    });
    const accounts: { id: string }[] = await this.list(actor);
    return accounts.find((account) => account.id === id)!;
  }

  /** Gives an account its place in the actor's municipality, in a transaction of the caller's. */
  async addMember(
    manager: EntityManager,
    actor: Actor,
    member: { accountId: string; organisationId: string; role: Role },
  ): Promise<void> {
    await insertMembership(manager, { municipalityCode: actor.municipalityCode, id: newId(), ...member });
  }

  async auditTrail(actor: Actor) {
    return this.database.withTenant(actor, (manager) => auditEntries(manager, actor.municipalityCode, 200));
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
