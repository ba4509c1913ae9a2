import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { byOf } from './by.js';
import { type ContactRow, contactRows, hotspotOfContact, insertContact, markContact } from './contact.queries.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import type { ContactBody, NewContact } from './work.schema.js';

/** Visits to and talks with those who are affected: with whom by function, what was said, never who. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
  ) {}

  async list(actor: Actor, hotspotId: string): Promise<ContactBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      await this.open.known(manager, actor, hotspotId);
      const rows = await contactRows(manager, actor.municipalityCode, hotspotId);
      await audit(manager, actor, { action: 'read', subject: 'contact', subjectId: hotspotId, count: rows.length });
      return rows.filter(({ withdrawn_at }) => withdrawn_at === null).map(contactBody);
    });
  }

  async add(actor: Actor, hotspotId: string, input: NewContact): Promise<ContactBody> {
    refusePersonalData({ '/withWhom': input.withWhom, '/said': input.said });
    const id = input.id ?? newId();
    return this.database.withTenant(actor, async (manager) => {
      await this.open.locked(manager, actor, hotspotId);
      await insertContact(manager, actor.municipalityCode, {
        id,
        hotspotId,
        kind: input.kind,
        happened_on: input.on,
        with_whom: input.withWhom,
        group_size: input.groupSize,
        said: input.said,
        organisation_id: actor.organisationId,
        accountId: actor.accountId,
      });
      await audit(manager, actor, { action: 'create', subject: 'contact', subjectId: id });
      const row = (await contactRows(manager, actor.municipalityCode, hotspotId)).find((one) => one.id === id);
      // The id is that of a row of another hot spot.
      if (!row) throw new DomainError('conflict');
      return contactBody(row);
    });
  }

  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.mark(actor, id, true);
  }

  async restore(actor: Actor, id: string): Promise<void> {
    await this.mark(actor, id, false);
  }

  private async mark(actor: Actor, id: string, withdrawn: boolean): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      const hotspotId = await hotspotOfContact(manager, actor.municipalityCode, id);
      if (hotspotId === undefined) throw new DomainError('not-found');
      await this.open.locked(manager, actor, hotspotId);
      await markContact(manager, actor.municipalityCode, { id, withdrawn });
      await audit(manager, actor, { action: 'update', subject: 'contact', subjectId: id, facts: { withdrawn } });
    });
  }
}

function contactBody(row: ContactRow): ContactBody {
  return {
    id: row.id,
    kind: row.kind,
    on: row.happened_on,
    withWhom: row.with_whom,
    groupSize: row.group_size,
    said: row.said,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    withdrawn: row.withdrawn_at !== null,
    by: byOf(row),
  };
}
