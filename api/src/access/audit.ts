import type { EntityManager } from 'typeorm';
import type { Actor } from '../app/database.js';
import { newId } from '../app/identifier.js';
import { insertAudit } from './access.queries.js';

export interface Deed {
  readonly action: 'read' | 'create' | 'update' | 'delete' | 'export' | 'run';
  /** The table's noun: `incident`, `hotspot`, … */
  readonly subject: string;
  readonly subjectId?: string;
  /** How many rows were read or written. */
  readonly count?: number;
  /** Filters and the like; never free text, names or positions. */
  readonly facts?: object;
}

/** Writes who did what, in the transaction in which it is done: either both happen or neither. */
export async function audit(manager: EntityManager, actor: Actor, deed: Deed): Promise<void> {
  await insertAudit(manager, {
    municipalityCode: actor.municipalityCode,
    id: newId(),
    accountId: actor.accountId,
    action: deed.action,
    subject: deed.subject,
    subjectId: deed.subjectId ?? null,
    count: deed.count ?? null,
    facts: deed.facts ?? {},
  });
}
