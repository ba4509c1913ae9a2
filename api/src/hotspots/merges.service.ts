import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { toMetres } from '../geo/projection.js';
import { leftOf } from './half-plane.js';
import { insertStage } from './hotspot.queries.js';
import { carryBack, carryOver, cutAreas, cutOff, insertMerge, mergeRow, mergeRows } from './merge.queries.js';
import { OpenHotspotService } from './open-hotspot.service.js';
import type { NewMerge, NewSplit } from './work.schema.js';

/** Parts smaller than this are slips of the hand. */
const smallestPart = 25;

/** Two hot spots that turn out to be one, and one that turns out to be two. */
@Injectable()
export class MergesService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
  ) {}

  /** The other's area, causes, actions, promises, visits and talks follow; it ends as merged. Nothing is lost. */
  async merge(actor: Actor, keptId: string, version: number, input: NewMerge) {
    const { otherId, otherVersion } = input;
    if (otherId === keptId) throw new DomainError('invalid-request', {}, [{ pointer: '/otherId', code: 'merge-two' }]);
    const id = newId();
    await this.database.withTenant(actor, async (manager) => {
      // Always in the same order: two that merge the same pair from either end wait for each other, never both.
      const [first, second] = [keptId, otherId].sort() as [string, string];
      const rows = [await this.open.locked(manager, actor, first), await this.open.locked(manager, actor, second)];
      const [kept, other] = [rows.find((row) => row.id === keptId)!, rows.find((row) => row.id === otherId)!];
      if (kept.version !== version || other.version !== otherVersion) throw new DomainError('changed-by-someone-else');
      if (kept.stage === 'closed') throw new DomainError('merge-into-closed');
      await insertMerge(manager, actor.municipalityCode, { id, keptId, otherId, accountId: actor.accountId });
      await carryOver(manager, actor.municipalityCode, id);
      await audit(manager, actor, {
        action: 'update',
        subject: 'hotspot',
        subjectId: keptId,
        facts: { merged: otherId },
      });
    });
    return { id, keptId, otherId };
  }

  /** Takes a merge back, the latest first: what came over goes back, what is new stays. */
  async undo(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      const row = await mergeRow(manager, actor.municipalityCode, id);
      if (!row) throw new DomainError('not-found');
      await this.open.locked(manager, actor, row.kept_id);
      const [latest] = await mergeRows(manager, actor.municipalityCode, row.kept_id);
      if (latest?.id !== id) throw new DomainError('merge-not-latest');
      if (row.cut_since) throw new DomainError('merge-cut-since');
      await carryBack(manager, actor.municipalityCode, id);
      const facts = { unmerged: row.other_id };
      await audit(manager, actor, { action: 'update', subject: 'hotspot', subjectId: row.kept_id, facts });
    });
  }

  /** Cuts along a straight line. What lies to its left begins anew at mapping; all that is written stays with the first. */
  async split(actor: Actor, id: string, version: number, input: NewSplit) {
    refusePersonalData({ '/name': input.name });
    const [from, to] = input.line;
    const ground = leftOf(toMetres(from), toMetres(to));
    const misses = () => new DomainError('invalid-request', {}, [{ pointer: '/line', code: 'split-misses' }]);
    if (!ground) throw misses();
    const made = newId();
    const code = actor.municipalityCode;
    await this.database.withTenant(actor, async (manager) => {
      const row = await this.open.locked(manager, actor, id);
      if (row.version !== version) throw new DomainError('changed-by-someone-else');
      const { left, right } = await cutAreas(manager, code, { id, ground });
      if (left < smallestPart || right < smallestPart) throw misses();
      const stage = 'mapping' as const;
      const { accountId } = actor;
      await cutOff(manager, code, { id, newId: made, name: input.name, ground, accountId, stage });
      await insertStage(manager, code, { id: newId(), hotspotId: made, stage, note: null, accountId });
      await audit(manager, actor, { action: 'update', subject: 'hotspot', subjectId: id, facts: { split: made } });
    });
    return { keptId: id, newId: made };
  }
}
