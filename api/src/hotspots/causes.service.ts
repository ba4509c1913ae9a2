import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { deepestCause, inTreeOrder, mayStandBelow } from './cause.js';
import {
  type CauseRow,
  causeRows,
  hotspotOfCause,
  insertCause,
  markCause,
  orderCauses,
  updateCause,
} from './cause.queries.js';
import type { CauseBody, CauseChange, CausePlace, NewCause } from './cause.schema.js';
import { byOf } from './by.js';
import { OpenHotspotService } from './open-hotspot.service.js';

const mostCauses = 150;

/** Why it happens here: three bones, a tree and a chain of events, each an ordered list. */
@Injectable()
export class CausesService {
  constructor(
    private readonly database: Database,
    private readonly open: OpenHotspotService,
  ) {}

  async list(actor: Actor, hotspotId: string): Promise<CauseBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      await this.open.known(manager, actor, hotspotId);
      await audit(manager, actor, { action: 'read', subject: 'cause', subjectId: hotspotId });
      return bodies(await causeRows(manager, actor.municipalityCode, hotspotId));
    });
  }

  async add(actor: Actor, hotspotId: string, input: NewCause): Promise<CauseBody> {
    refusePersonalData({ '/text': input.text, '/evidence': input.evidence });
    const { kind, text, evidence } = input;
    if (kind === 'bone' && input.bone === null) throw fault('/bone', 'missing');
    const bone = kind === 'bone' ? input.bone : null;
    const parentId = kind === 'tree' ? input.parentId : null;
    const directness = kind === 'tree' ? input.directness : null;
    return this.write(actor, hotspotId, async (manager, rows) => {
      if (rows.filter((row) => row.withdrawn_at === null).length >= mostCauses)
        throw new DomainError('too-many-causes');
      const id = newId();
      const row = { id, hotspot_id: hotspotId, kind, bone, parent_id: parentId, directness, text, evidence };
      this.refusePlace(rows, row);
      await insertCause(manager, actor.municipalityCode, { ...row, accountId: actor.accountId });
      await this.order(manager, actor, [...rows, row], { id, after: input.after });
      await audit(manager, actor, { action: 'create', subject: 'cause', subjectId: id });
      return id;
    });
  }

  async change(actor: Actor, id: string, version: number, input: CauseChange): Promise<CauseBody> {
    refusePersonalData({ '/text': input.text, '/evidence': input.evidence });
    return this.write(actor, await this.ownerOf(actor, id), async (manager, rows) => {
      const row = standing(rows, id);
      const next = {
        ...row,
        version,
        text: input.text ?? row.text,
        evidence: input.evidence === undefined ? row.evidence : input.evidence,
        bone: row.kind === 'bone' ? (input.bone ?? row.bone) : null,
        directness: row.kind !== 'tree' || input.directness === undefined ? row.directness : input.directness,
      };
      await this.save(manager, actor, next);
      return id;
    });
  }

  /** Puts it after another, below the same or another cause. Who moves two others at the same time loses nothing. */
  async place(actor: Actor, id: string, version: number, input: CausePlace): Promise<CauseBody> {
    return this.write(actor, await this.ownerOf(actor, id), async (manager, rows) => {
      const row = standing(rows, id);
      const next = { ...row, version, parent_id: row.kind === 'tree' ? input.parentId : null };
      this.refusePlace(rows, next);
      await this.save(manager, actor, next);
      const others = rows.map((other) => (other.id === id ? next : other));
      await this.order(manager, actor, others, { id, after: input.after });
      return id;
    });
  }

  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.mark(actor, id, true);
  }

  async restore(actor: Actor, id: string): Promise<void> {
    await this.mark(actor, id, false);
  }

  private async mark(actor: Actor, id: string, withdrawn: boolean): Promise<void> {
    const hotspotId = await this.ownerOf(actor, id);
    await this.database.withTenant(actor, async (manager) => {
      await this.open.locked(manager, actor, hotspotId);
      await markCause(manager, actor.municipalityCode, { id, withdrawn });
      await audit(manager, actor, { action: 'update', subject: 'cause', subjectId: id, facts: { withdrawn } });
    });
  }

  private async write(
    actor: Actor,
    hotspotId: string,
    deed: (manager: EntityManager, rows: CauseRow[]) => Promise<string>,
  ): Promise<CauseBody> {
    return this.database.withTenant(actor, async (manager) => {
      await this.open.locked(manager, actor, hotspotId);
      const id = await deed(manager, await causeRows(manager, actor.municipalityCode, hotspotId));
      return bodies(await causeRows(manager, actor.municipalityCode, hotspotId)).find((body) => body.id === id)!;
    });
  }

  private async save(manager: EntityManager, actor: Actor, row: CauseRow): Promise<void> {
    if ((await updateCause(manager, actor.municipalityCode, row)) === 0)
      throw new DomainError('changed-by-someone-else');
    await audit(manager, actor, { action: 'update', subject: 'cause', subjectId: row.id });
  }

  private async ownerOf(actor: Actor, id: string): Promise<string> {
    const found = await this.database.withTenant(actor, (manager) =>
      hotspotOfCause(manager, actor.municipalityCode, id),
    );
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  private refusePlace(rows: readonly CauseRow[], row: Pick<CauseRow, 'id' | 'kind' | 'parent_id'>): void {
    if (row.parent_id === null) return;
    const tree = rows.filter(({ kind, withdrawn_at }) => kind === 'tree' && withdrawn_at === null);
    const parent = tree.find(({ id }) => id === row.parent_id);
    if (!parent) throw fault('/parentId', 'unknown-cause');
    const plain = tree.map(({ id, parent_id }) => ({ id, parentId: parent_id }));
    if (!mayStandBelow(plain, row.id, row.parent_id)) throw fault('/parentId', 'cause-below-itself');
    const moved = plain.filter(({ id }) => id !== row.id).concat([{ id: row.id, parentId: row.parent_id }]);
    if (inTreeOrder(moved).some(({ depth }) => depth >= deepestCause)) throw fault('/parentId', 'cause-too-deep');
  }

  /** Renumbers the ones beside it; `after` undefined puts it last. */
  private async order(
    manager: EntityManager,
    actor: Actor,
    rows: readonly (Pick<CauseRow, 'id' | 'kind' | 'bone' | 'parent_id'> & { withdrawn_at?: Date | null })[],
    { id, after }: { id: string; after: string | null | undefined },
  ): Promise<void> {
    const row = rows.find((one) => one.id === id)!;
    const beside = rows.filter((one) => one.kind === row.kind && one.bone === row.bone && one.id !== id);
    const at =
      after === undefined ? beside.length : after === null ? 0 : beside.findIndex((one) => one.id === after) + 1;
    if (after && at === 0) throw fault('/after', 'unknown-cause');
    const ids = beside.map((one) => one.id).toSpliced(at, 0, id);
    await orderCauses(manager, actor.municipalityCode, ids);
  }
}

function standing(rows: readonly CauseRow[], id: string): CauseRow {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new DomainError('not-found');
  if (row.withdrawn_at !== null) throw new DomainError('changed-by-someone-else');
  return row;
}

function fault(pointer: string, code: string): DomainError {
  return new DomainError('invalid-request', {}, [{ pointer, code }]);
}

function bodies(rows: readonly CauseRow[]): CauseBody[] {
  const there = rows.filter((row) => row.withdrawn_at === null);
  const gone = new Map(rows.filter((row) => row.withdrawn_at !== null).map((row) => [row.id, row.parent_id]));
  return inTreeOrder(
    there.map((row) => ({ ...row, parentId: row.parent_id })),
    gone,
  ).map(({ row, depth, parentId }) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    bone: row.bone,
    parentId,
    depth,
    directness: row.directness,
    text: row.text,
    evidence: row.evidence,
    createdAt: row.created_at.toISOString(),
    by: byOf(row),
  }));
}
