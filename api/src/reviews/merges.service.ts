import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { keepVersions } from './decision.queries.js';
import { joinRows, type MergeableRow, rowsOfEvents, rowsOfMerge, separateRows } from './merge.queries.js';
import { keptKey, mergeFault } from './review.js';
import type { MergeBody } from './review.schema.js';

/** Makes rows one event and takes that back. All rows stay; the event is what is counted. */
@Injectable()
export class MergesService {
  constructor(private readonly database: Database) {}

  /** Merges the rows that the actor sees and has read; the first stands for the event, the others lie beneath it. */
  async merge(actor: Actor, input: MergeBody) {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const ids = input.rows.map((row) => row.id);
      const found = new Map((await rowsOfEvents(manager, code, ids)).map((row) => [row.id, row]));
      const wanted = [...new Set(ids)].map((id) => found.get(id));
      if (wanted.some((row) => row === undefined)) throw new DomainError('not-found');
      if (input.rows.some((row) => found.get(row.id)!.version !== row.version))
        throw new DomainError('changed-by-someone-else');
      const chosen = wanted as MergeableRow[];
      const rules = chosen.map(toMergeable);
      const fault = mergeFault(rules);
      if (fault) throw new DomainError(fault);
      const mergeId = newId();
      const rows = [...found.values()];
      await keepVersions(manager, code, rows.map((row) => change(actor, row.id, { what: 'merged', mergeId }))); // prettier-ignore
      await joinRows(manager, code, {
        id: mergeId,
        key: keptKey(rules),
        accountId: actor.accountId,
        rows: rows.map((row) => ({
          id: row.id,
          keyBefore: row.event_key,
          statusBefore: row.status,
          status: statusOf(row, chosen),
        })),
      });
      await audit(manager, actor, {
        action: 'update',
        subject: 'incident',
        subjectId: chosen[0]!.id,
        count: rows.length,
        facts: { merge: mergeId },
      });
      return { mergeId, rows: rows.length, items: rows.map((row) => ({ id: row.id, version: row.version + 1 })) };
    });
  }

  /** Takes a merge back. */
  async separate(actor: Actor, mergeId: string): Promise<void> {
    await this.database.withTenant(actor, (manager) => this.undo(manager, actor, mergeId));
  }

  /** The same within the caller's transaction. */
  async undo(manager: EntityManager, actor: Actor, mergeId: string): Promise<void> {
    const code = actor.municipalityCode;
    const rows = await rowsOfMerge(manager, code, mergeId);
    const [first] = rows;
    // Whoever does not see all of it can neither take it back nor be told that it is there.
    if (!first || rows.length < 2) throw new DomainError('not-found');
    if (rows.length !== first.row_count || rows.some((row) => !row.untouched))
      throw new DomainError('merge-not-undoable');
    await keepVersions(manager, code, rows.map((row) => change(actor, row.incident_id, { what: 'separated', mergeId }))); // prettier-ignore
    await separateRows(manager, code, mergeId);
    await audit(manager, actor, {
      action: 'update',
      subject: 'incident',
      count: rows.length,
      facts: { separated: mergeId },
    });
  }
}

function toMergeable(row: MergeableRow) {
  const { id, source, status, sensitive } = row;
  return { id, source, status, sensitive, eventKey: row.event_key, mergedBefore: row.merged_before };
}

/** The first stands for the event and is accepted by that; the other chosen ones lie beneath; what hangs on to them stays as it is. */
function statusOf(row: MergeableRow, chosen: readonly MergeableRow[]): string {
  if (row.id === chosen[0]!.id) return 'accepted';
  return chosen.some((one) => one.id === row.id) ? 'merged' : row.status;
}

function change(actor: Actor, incidentId: string, done: { what: string; mergeId: string }) {
  return {
    id: newId(),
    incidentId,
    accountId: actor.accountId,
    what: done.what,
    reason: null,
    note: null,
    batchId: done.mergeId,
  };
}
