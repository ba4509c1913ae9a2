import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { keepBefore, listVersion, takeList } from './list-version.queries.js';
import { isOfOneMunicipality, memberRows, updateAccount, updateMembership } from './member.queries.js';
import type { MemberEdit, MemberList } from './member.schema.js';
import { organisationRows } from './municipality.queries.js';

const list = 'accounts';

/**
 * Who may sign in, as what. Nobody changes their own role or disables themselves, so that one administrator always stays, and an account
 * that also belongs elsewhere is renamed and disabled by whoever runs the installation only.
 */
@Injectable()
export class MembersService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<MemberList> {
    return this.database.withTenant(actor, (manager) => body(manager, actor.municipalityCode));
  }

  async edit(change: { actor: Actor; version: number }, accountId: string, edit: MemberEdit): Promise<MemberList> {
    const { actor, version } = change;
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await takeList(manager, code, { list, version });
      const before = (await memberRows(manager, code)).find((one) => one.id === accountId);
      if (!before) throw new DomainError('not-found');
      // Whoever changes others is an administrator, so that one is always left.
      if (accountId === actor.accountId && (edit.role !== before.role || edit.disabled))
        throw new DomainError('account-own');
      const organisations: { id: string }[] = await organisationRows(manager, code);
      if (!organisations.some(({ id }) => id === edit.organisationId))
        throw new DomainError('invalid-request', {}, [{ pointer: '/organisationId', code: 'unknown-choice' }]);
      if (edit.name !== before.name || edit.disabled !== before.disabled) await changeAccount(manager, accountId, edit);
      await updateMembership(manager, code, { ...edit, accountId });
      const { role, organisationId, disabled } = before;
      await keepBefore(manager, actor, { list, subjectId: accountId, before: { role, organisationId, disabled } });
      const facts = { role: edit.role, disabled: edit.disabled };
      await audit(manager, actor, { action: 'update', subject: 'account', subjectId: accountId, facts });
      return body(manager, code);
    });
  }
}

/** Accounts have a door of their own; what is left of the transaction goes on under the municipality's. */
async function changeAccount(manager: EntityManager, accountId: string, edit: MemberEdit): Promise<void> {
  await manager.query('SET LOCAL ROLE narbild_access');
  if (!(await isOfOneMunicipality(manager, accountId))) throw new DomainError('account-elsewhere');
  await updateAccount(manager, { accountId, name: edit.name, disabled: edit.disabled });
  await manager.query('SET LOCAL ROLE narbild_app');
}

async function body(manager: EntityManager, code: number): Promise<MemberList> {
  return { version: await listVersion(manager, code, list), accounts: await memberRows(manager, code) };
}
