import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { columnsByKind, entriesOf, objectionTo } from './baseline.js';
import { draftObjection, inNumbers } from './baseline-body.js';
import { readWeights, refuseFuture } from './baseline-form.js';
import {
  baselineRow,
  changeBaseline,
  currentBaselines,
  insertBaseline,
  insertPoints,
  kindSums,
  pointColumns,
  purgeRemoved,
  removeBaseline,
  restoreBaseline,
} from './baseline.queries.js';
import type { BaselineBody, BaselineChange, BaselineRemoval, NewBaseline } from './baseline.schema.js';
import type { BaselineFile } from './baseline-reader.service.js';
import { BaselinesService } from './baselines.service.js';

/** Scans cost time for each; more than three ways of counting the same people help nobody. */
const mostBaselines = 3;

/** What the municipality does with its baselines: bring in, weigh, remove and bring back. */
@Injectable()
export class BaselineChangesService {
  constructor(
    private readonly database: Database,
    private readonly baselines: BaselinesService,
  ) {}

  /** Saves a baseline whole or not at all; one that it replaces goes out of use in the same moment. */
  async create(actor: Actor, file: BaselineFile | undefined, input: NewBaseline): Promise<BaselineBody> {
    refusePersonalData({ '/name': input.name });
    const weights = readWeights(input.weights);
    refuseFuture(input.asOf, localDate(Date.now()));
    const code = actor.municipalityCode;
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      const draft = await this.baselines.draft(manager, actor, file, input.source);
      const objection = draftObjection(draft, weights);
      if (objection) throw new DomainError('baseline-not-usable', {}, [{ pointer: '/file', code: objection }]);
      if (input.fingerprint !== undefined && input.fingerprint !== draft.fingerprint)
        throw new DomainError('baseline-changed-since-preview');
      await purgeRemoved(manager, code);
      if (input.replaces !== undefined && !(await removeBaseline(manager, code, input.replaces)))
        throw new DomainError('baseline-already-replaced');
      if ((await currentBaselines(manager, code)).length >= mostBaselines) throw new DomainError('baseline-too-many');
      await insertBaseline(manager, code, {
        id,
        name: input.name,
        source: input.source,
        fileName: draft.fileName,
        asOf: input.asOf,
        weights,
        rows: draft.rows,
        rejected: draft.faults.length,
        outside: draft.outside.length,
        replacedId: input.replaces ?? null,
        accountId: actor.accountId,
      });
      for (const columns of columnsByKind(draft.entries)) await insertPoints(manager, code, id, columns);
      const { entries } = draft;
      await audit(manager, actor, { action: 'create', subject: 'baseline', subjectId: id, count: entries.length });
      return this.baselines.body(manager, actor, id);
    });
  }

  /** Changes name, day and weights; what was counted stays. */
  async change(actor: Actor, { id, version }: { id: string; version: number }, change: BaselineChange) {
    refusePersonalData({ '/name': change.name });
    refuseFuture(change.asOf, localDate(Date.now()));
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      await this.baselines.inUse(manager, actor, id);
      const objection = objectionTo(entriesOf(await pointColumns(manager, code, id)), change.weights);
      if (objection) throw new DomainError('invalid-request', {}, [{ pointer: '/weights', code: objection }]);
      if (!(await changeBaseline(manager, code, { id, version, ...change })))
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, {
        action: 'update',
        subject: 'baseline',
        subjectId: id,
        facts: { ...change.weights },
      });
      return this.baselines.body(manager, actor, id);
    });
  }

  /** Takes a baseline out of use, and brings back the one that it replaced; says both in numbers. */
  async remove(actor: Actor, id: string): Promise<BaselineRemoval> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.baselines.inUse(manager, actor, id);
      const sums = await kindSums(manager, code);
      await removeBaseline(manager, code, id);
      const before = row.replaced_id === null ? undefined : await baselineRow(manager, code, row.replaced_id);
      const isBack = before !== undefined && (await restoreBaseline(manager, code, before.id));
      const removed = inNumbers(row, sums);
      await audit(manager, actor, { action: 'delete', subject: 'baseline', subjectId: id, count: removed.points });
      return { removed, restored: before && isBack ? inNumbers(before, sums) : null };
    });
  }

  /** Brings back one that was removed within the last thirty days. */
  async restore(actor: Actor, id: string): Promise<BaselineBody> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      if ((await currentBaselines(manager, code)).length >= mostBaselines) throw new DomainError('baseline-too-many');
      if (!(await restoreBaseline(manager, code, id))) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'update', subject: 'baseline', subjectId: id });
      return this.baselines.body(manager, actor, id);
    });
  }
}
