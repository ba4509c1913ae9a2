import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { acceptRows, batchRows, keepVersions, readyRows, restoreVersion } from './decision.queries.js';
import { ownChange } from './decisions.service.js';
import { twinRows } from './review.queries.js';
import type { BulkBody } from './review.schema.js';
import { sourceRows } from './source.queries.js';

/** Accepts the reports of a trusted organisation together, and takes that back. */
@Injectable()
export class BulkService {
  constructor(private readonly database: Database) {}

  /** Accepts every waiting report of a trusted organisation that has no marked text and no possible duplicate. */
  async acceptAll(actor: Actor, { organisationId }: BulkBody) {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const source = (await sourceRows(manager, code)).find((one) => one.id === organisationId);
      if (!source) throw new DomainError('not-found');
      if (source.at_once === null) throw new DomainError('not-trusted');
      const ready = (await readyRows(manager, code, organisationId)).map((row) => row.id);
      const doubtful = new Set((await twinRows(manager, code, ready)).map((twin) => twin.of));
      const ids = ready.filter((id) => !doubtful.has(id));
      const batchId = newId();
      await keepVersions(manager, code, ids.map((id) => ({ ...ownChange(actor, id, 'accepted'), batchId }))); // prettier-ignore
      const accepted = await acceptRows(manager, code, { ids, accountId: actor.accountId });
      await audit(manager, actor, {
        action: 'update',
        subject: 'incident',
        count: accepted,
        facts: { batch: batchId },
      });
      return { batchId, accepted, left: source.waiting - accepted };
    });
  }

  /** Takes back what was accepted together, where nobody has changed it since. */
  async undoAll(actor: Actor, batchId: string) {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const rows = await batchRows(manager, code, batchId);
      if (rows.length === 0) throw new DomainError('not-found');
      const mine = rows.filter((row) => row.untouched);
      await keepVersions(manager, code, mine.map((row) => ownChange(actor, row.incident_id, 'undone'))); // prettier-ignore
      let undone = 0;
      for (const row of mine) {
        const back = { changeId: row.change_id, incidentId: row.incident_id, version: row.version };
        undone += await restoreVersion(manager, code, back);
      }
      await audit(manager, actor, { action: 'update', subject: 'incident', count: undone, facts: { undone: batchId } });
      return { undone, kept: rows.length - undone };
    });
  }
}
