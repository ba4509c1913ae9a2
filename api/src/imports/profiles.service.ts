import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import type { ImportProfile, NewImportProfile } from './import.schema.js';
import type { KeptFacts } from './import-previews.service.js';
import { importRow } from './import.queries.js';
import { type MappingProfile, profileColumns } from './mapping-profile.js';
import { deleteProfile, markProfileUsed, type ProfileRow, profileRows, saveProfile } from './profile.queries.js';
import { importFields } from './column-fields.js';
import { UploadsService } from './uploads.service.js'; // prettier-ignore

/** What a municipality once said that the columns of a source's files are, by name; it holds headers and no rows. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadsService,
  ) {}

  async list(actor: Actor): Promise<ImportProfile[]> {
    const rows = await this.database.withTenant(actor, (manager) => profileRows(manager, actor.municipalityCode, null));
    return rows.map(profileBody);
  }

  /** Saves how an import that is being looked at reads its file. */
  async save(actor: Actor, { importId, name }: NewImportProfile): Promise<ImportProfile[]> {
    refusePersonalData({ '/name': name });
    const code = actor.municipalityCode;
    const kept = this.uploads.find<KeptFacts>(importId);
    await this.database.withTenant(actor, async (manager) => {
      const row = await importRow(manager, code, importId);
      if (!row) throw new DomainError('not-found');
      if (kept?.facts.kind !== 'points') throw new DomainError('import-wrong-status');
      const { plan } = kept.facts;
      const columns = plan.header.map((_, at) => importFields.find((field) => plan.mapping[field] === at) ?? null);
      await saveProfile(manager, code, {
        id: newId(),
        name,
        source: row.source,
        columns: profileColumns(plan.header, columns),
        dateOrder: plan.chosenOrder,
        defaultCoordinates: plan.defaultChoice,
        accountId: actor.accountId,
      });
      await audit(manager, actor, { action: 'update', subject: 'mapping-profile', count: 1 });
    });
    return this.list(actor);
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (!(await deleteProfile(manager, actor.municipalityCode, id))) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'mapping-profile', subjectId: id });
    });
  }

  /** The profiles of a source, the last used first, for the reading of a new file. */
  async ofSource(manager: EntityManager, code: number, source: string): Promise<MappingProfile[]> {
    return (await profileRows(manager, code, source)).map(profileBody);
  }

  /** Remembers that the profile of a started import was of use. */
  async used(manager: EntityManager, code: number, facts: KeptFacts): Promise<void> {
    const profile = facts.kind === 'points' ? facts.plan.profile : null;
    if (profile) await markProfileUsed(manager, code, profile.profile.id);
  }
}

function profileBody({ date_order: dateOrder, default_coordinates: defaultCoordinates, used_at: usedAt, ...row }: ProfileRow): ImportProfile {
  return { ...row, dateOrder, defaultCoordinates, usedAt: usedAt?.toISOString() ?? null };
} // prettier-ignore
