import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { clearText } from './cleared-text.queries.js';
import { incidentRow, insertChange } from './incident.queries.js';
import type { IncidentBody } from './incident.schema.js';
import { IncidentsService } from './incidents.service.js';

/** Texts with marks are seen by reviewers alone; here a reviewer who has read one lets the others see it. */
@Injectable()
export class ClearedTextsService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentsService,
  ) {}

  async clear(actor: Actor, id: string, version: number): Promise<IncidentBody> {
    await this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const before = await incidentRow(manager, code, id);
      if (!before) throw new DomainError('not-found');
      if (before.version !== version) throw new DomainError('changed-by-someone-else');
      if (before.description_cleared || before.description === null) throw new DomainError('nothing-to-clear');
      if ((await clearText(manager, code, { id, version })) === 0) throw new DomainError('changed-by-someone-else');
      const { organisation: _, account_id: __, ...kept } = before;
      const change = { id: newId(), incidentId: id, version, accountId: actor.accountId, what: 'text-cleared' };
      await insertChange(manager, code, { ...change, before: kept });
      await audit(manager, actor, { action: 'update', subject: 'incident', subjectId: id, facts: { textCleared: true } });
    });
    return this.incidents.get(actor, id);
  } // prettier-ignore
}
