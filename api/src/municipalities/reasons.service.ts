import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { keepBefore, listVersion, takeList } from './list-version.queries.js';
import { ownCode } from './own-code.js';
import { reasonRows, saveReason } from './reason.queries.js';
import type { ReasonEdit, ReasonList } from './reason.schema.js';

const list = 'reasons';

/** Why reports are set aside, in the municipality's own words. A report that was set aside keeps its reason. */
@Injectable()
export class ReasonsService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ReasonList> {
    return this.database.withTenant(actor, (manager) => body(manager, actor.municipalityCode));
  }

  /** Changes the reason with this code; `null` adds one. */
  async save(change: { actor: Actor; version: number }, reason: string | null, edit: ReasonEdit): Promise<ReasonList> {
    refusePersonalData({ '/name/sv': edit.name.sv, '/name/en': edit.name.en });
    const { actor, version } = change;
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      await takeList(manager, code, { list, version });
      const rows = await reasonRows(manager, code);
      const before = rows.find((one) => one.code === reason);
      if (reason !== null && !before) throw new DomainError('not-found');
      if (rows.some((one) => one !== before && one.name.sv.toLowerCase() === edit.name.sv.toLowerCase()))
        throw new DomainError('name-taken', { name: edit.name.sv }, [{ pointer: '/name/sv', code: 'name-is-taken' }]);
      if (edit.hidden && !rows.some((one) => one !== before && !one.hidden)) throw new DomainError('last-reason');
      const subjectId = reason ?? ownCode(edit.name.sv, new Set(rows.map((one) => one.code)));
      await saveReason(manager, code, { ...edit, reason: subjectId });
      await keepBefore(manager, actor, { list, subjectId, before: before ?? { added: true } });
      await audit(manager, actor, { action: before ? 'update' : 'create', subject: 'dismissal-reason', subjectId });
      return body(manager, code);
    });
  }
}

async function body(manager: EntityManager, code: number): Promise<ReasonList> {
  return { version: await listVersion(manager, code, list), reasons: await reasonRows(manager, code) };
}
