import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, Database } from '../app/database.js';
import { breathe } from '../app/turns.js';
import type { IncidentRows } from './incident-rows.js';
import { hasRowsBeyond, incidentRows, rowsRevision } from './incident-rows.queries.js';

/** The rows as they were at a revision; equal revisions are the same rows for the same eyes. */
export interface RevisedRows {
  readonly rows: IncidentRows;
  readonly revision: string;
}

interface Kept {
  loaded: RevisedRows | null;
  loading: Promise<RevisedRows> | null;
  revision: string;
  /** Until when the revision is taken as known. */
  freshUntil: number;
}

/** Together about 300 MB. */
const mostRows = 4_000_000;
const mostSets = 24;
/** So many rows take seconds to read: a reader gets those of a moment ago while the new ones come. */
const manyRows = 500_000;
/** A change is seen after this long at most, and after thirty times what it takes to look. */
const looksApart = 1000;

/**
 * The rows of a municipality in memory, for what is asked many times a minute with changing filters: map, squares and
 * figures. One set for all who see the same, read anew when a row has changed. The caller audits.
 */
@Injectable()
export class IncidentRowsService {
  /** By who sees what, the one longest unused first. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly database: Database) {}

  /** What the actor may see, as it was a moment ago at worst. Opens a transaction of its own when it has to look. */
  async of(actor: Actor): Promise<RevisedRows> {
    const known = this.kept.get(keyOf(actor, true)) ?? this.kept.get(keyOf(actor, false));
    if (known?.loaded && Date.now() < known.freshUntil) return known.loaded;
    return this.database.withTenant(actor, (manager) => this.within(manager, actor));
  }

  /** What the actor may see now, within the caller's transaction. */
  async within(manager: EntityManager, actor: Actor): Promise<RevisedRows> {
    const own = await hasRowsBeyond(manager, actor.municipalityCode, actor);
    const key = keyOf(actor, own);
    const kept = this.keep(key);
    const began = Date.now();
    kept.revision = `${key}|${await rowsRevision(manager, actor.municipalityCode)}`;
    const now = Date.now();
    kept.freshUntil = now + Math.max(looksApart, 30 * (now - began));
    if (kept.loaded?.revision === kept.revision) return kept.loaded;
    if (kept.loaded && kept.loaded.rows.count > manyRows) {
      this.loadAside(kept, actor);
      return kept.loaded;
    }
    return this.load(manager, kept, actor);
  }

  private keep(key: string): Kept {
    const kept = this.kept.get(key) ?? { loaded: null, loading: null, revision: '', freshUntil: 0 };
    this.kept.delete(key);
    this.kept.set(key, kept);
    let rows = 0;
    for (const [index, [each, set]] of [...this.kept].toReversed().entries()) {
      rows += set.loaded?.rows.count ?? 0;
      if (index > 0 && (index >= mostSets || rows > mostRows)) this.kept.delete(each);
    }
    return kept;
  }

  /** Never waits for another transaction: on an engine with one session that one might be waiting for ours. */
  private async load(manager: EntityManager, kept: Kept, actor: Actor): Promise<RevisedRows> {
    const revision = kept.revision;
    const rows = await incidentRows(manager, actor.municipalityCode, breathe);
    const loaded = { rows, revision };
    kept.loaded = loaded;
    return loaded;
  }

  private loadAside(kept: Kept, actor: Actor): void {
    kept.loading ??= this.database
      .withTenant(actor, (manager) => this.load(manager, kept, actor))
      .finally(() => {
        kept.loading = null;
      });
    kept.loading.catch(() => undefined);
  }
}

function keyOf({ municipalityCode, groups, accountId }: Actor, own: boolean): string {
  return [municipalityCode, [...groups].sort().join(), own ? accountId : ''].join('|');
}
