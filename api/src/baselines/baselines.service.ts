import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { baselineKinds, type BaselineWeights, defaultWeights, type KindColumns } from './baseline.js';
import { baselineBody, type BaselineRow, type Draft, previewBody } from './baseline-body.js';
import { readWeights } from './baseline-form.js';
import { baselineRow, currentBaselines, kindSums, pointColumns, removedBaselines } from './baseline.queries.js';
import type { BaselineBody, BaselineList, BaselinePreview, BaselinePreviewRequest } from './baseline.schema.js';
import { type BaselineFile, BaselineReaderService } from './baseline-reader.service.js';
import { surfaceOf } from './baseline-surface.js';

/** A baseline as the analyses take it: point i lies at x[i], y[i] (SWEREF 99 TM) and counts weight[i]. */
export interface LoadedBaseline {
  readonly id: string;
  readonly name: string;
  readonly source: 'register' | 'import';
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

/** Where people live, work and move: what "more than expected" is compared with. */
@Injectable()
export class BaselinesService {
  constructor(
    private readonly database: Database,
    private readonly reader: BaselineReaderService,
  ) {}

  /**
   * The baselines in use, oldest first, with their weights applied, and a hash that changes with any of them. Within the
   * caller's transaction; empty when none is loaded.
   */
  async load(manager: EntityManager, code: number): Promise<{ baselines: LoadedBaseline[]; hash: string }> {
    const digest = createHash('sha256');
    const baselines: LoadedBaseline[] = [];
    for (const { id, name, source, weights } of await currentBaselines(manager, code)) {
      // Points never change under an id; weights and name do.
      digest.update(JSON.stringify([id, name, ...baselineKinds.map((kind) => weights[kind])]));
      const columns = await pointColumns(manager, code, id);
      baselines.push({ id, name, source, ...weighed(columns, weights) });
    }
    return { baselines, hash: digest.digest('hex') };
  }

  async list(actor: Actor): Promise<BaselineList> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const sums = await kindSums(manager, code);
      const today = localDate(Date.now());
      const removed = await removedBaselines(manager, code);
      return {
        baselines: (await currentBaselines(manager, code)).map((row) => baselineBody(row, sums, today)),
        defaultWeights,
        removed: removed.map(({ id, name, removed_at }) => ({ id, name, removedAt: removed_at!.toISOString() })),
      };
    });
  }

  async get(actor: Actor, id: string): Promise<BaselineBody> {
    return this.database.withTenant(actor, (manager) => this.body(manager, actor, id));
  }

  /** The surface of a baseline in use, as squares for the map. */
  async surface(actor: Actor, id: string) {
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.inUse(manager, actor, id);
      const columns = await pointColumns(manager, actor.municipalityCode, id);
      return { type: 'FeatureCollection' as const, features: surfaceOf(columns, row.weights) };
    });
  }

  /** What a file, or the registers, would give; nothing is stored. */
  async preview(
    actor: Actor,
    file: BaselineFile | undefined,
    request: BaselinePreviewRequest,
    language: Language,
  ): Promise<BaselinePreview> {
    const weights = readWeights(request.weights);
    return this.database.withTenant(actor, async (manager) => {
      const draft = await this.draft(manager, actor, file, request.source);
      return previewBody(draft, weights, language);
    });
  }

  /** Reads a file, or the registers, within the caller's transaction. */
  async draft(
    manager: EntityManager,
    actor: Actor,
    file: BaselineFile | undefined,
    source: 'register' | 'import',
  ): Promise<Draft> {
    if (source === 'register') return this.reader.fromRegister(manager, actor.municipalityCode);
    if (!file) throw new DomainError('invalid-request', {}, [{ pointer: '/file', code: 'baseline-file-missing' }]);
    return this.reader.fromFile(manager, actor.municipalityCode, file);
  }

  /** The row of a baseline in use. Throws `not-found` otherwise. */
  async inUse(manager: EntityManager, actor: Actor, id: string): Promise<BaselineRow> {
    const row = await baselineRow(manager, actor.municipalityCode, id);
    if (!row || row.removed_at !== null) throw new DomainError('not-found');
    return row;
  }

  /** A baseline in use as it crosses HTTP. */
  async body(manager: EntityManager, actor: Actor, id: string): Promise<BaselineBody> {
    const row = await this.inUse(manager, actor, id);
    return baselineBody(row, await kindSums(manager, actor.municipalityCode), localDate(Date.now()));
  }
}

function weighed(columns: readonly KindColumns[], weights: BaselineWeights) {
  const { length } = columns.flatMap(({ count }) => count);
  const all = { x: new Float64Array(length), y: new Float64Array(length), weight: new Float64Array(length) };
  let at = 0;
  for (const { kind, x, y, count } of columns) {
    for (const [index, people] of count.entries()) {
      all.x[at] = x[index]!;
      all.y[at] = y[index]!;
      all.weight[at++] = people * weights[kind];
    }
  }
  return all;
}
