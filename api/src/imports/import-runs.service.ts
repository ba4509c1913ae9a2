import { Injectable, type OnModuleInit } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { JobsService, type RunningJob } from '../app/jobs.service.js';
import { toDomainError } from '../app/problem.js';
import { applyCounts } from './area-count.queries.js';
import { applyStage, finishImport, insertOutcomes, insertStage } from './import-apply.queries.js';
import type { OutcomeLine } from './import-stage.js';
import { storedJson } from './stored-json.js';
import { countSource, identityScope, importKind, type KeptFacts } from './import-previews.service.js';
import { ImportReaderService } from './import-reader.service.js';
import { clearImport, importRow, type ImportRow, moveImport } from './import.queries.js';
import { UploadsService } from './uploads.service.js'; // prettier-ignore

type PointFacts = Extract<KeptFacts, { kind: 'points' }>;
type CountTableFacts = Extract<KeptFacts, { kind: 'counts' }>;

/** Share of the progress that reading takes; the rest is the one transaction that puts everything in its place. */
const readingShare = 0.8;

/** Runs imports: rows to the stage in chunks, then everything in its place at once, or nothing. */
@Injectable()
export class ImportRunsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly reader: ImportReaderService,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register(importKind, (job) => this.run(job));
  }

  private async run(job: RunningJob): Promise<void> {
    const { actor } = job;
    const id = String(job.payload['importId']);
    const code = actor.municipalityCode;
    const row = await this.database.withTenant(actor, async (manager) => {
      await moveImport(manager, code, id, { from: ['queued'], to: 'running' });
      return importRow(manager, code, id);
    });
    if (row?.status !== 'running') return;
    try {
      const kept = this.uploads.find<KeptFacts>(id);
      if (!kept) throw new DomainError('import-interrupted');
      if (kept.facts.kind === 'points') await this.points(job, row, kept.facts);
      else await this.counts(job, row, kept.facts);
    } catch (error) {
      await this.end(actor, id, toDomainError(error).code);
      throw error;
    } finally {
      await this.uploads.forget(id);
    }
  }

  private async points(job: RunningJob, row: ImportRow, { plan }: PointFacts): Promise<void> {
    const { actor } = job;
    const code = actor.municipalityCode;
    const ground = await this.database.withTenant(actor, (manager) => this.reader.ground(manager, code));
    const scope = { code, id: row.id, source: row.source, accountId: actor.accountId };
    const ownership = { source: row.source, groupCode: row.group_code, organisationId: row.organisation_id };
    const { file } = this.uploads.find(row.id)!;
    const work = { file, ground, owner: identityScope(ownership), plan };
    const progress = new Progress(job, row.row_count);
    await job.report(0, 'reading');
    const counts = await this.reader.rows(work, async (chunk) => {
      await this.database.withTenant(actor, async (manager) => {
        await insertStage(manager, { ...scope, ...ownership }, chunk.staged);
        await insertOutcomes(manager, scope, chunk.outcomes);
      });
      this.uploads.find(row.id);
      await progress.at(chunk.counts.rowCount);
    });
    await job.report(readingShare, 'saving');
    await this.database.withTenant(actor, async (manager) => {
      await applyStage(manager, scope, counts.staged);
      const { rowCount, staged: _, ...told } = counts;
      const done = await finishImport(manager, scope, { rowCount, counts: told });
      await audit(manager, actor, { action: 'create', subject: 'incident', subjectId: row.id, count: Number(done['imported']), facts: done });
    }); // prettier-ignore
  }

  private async counts(job: RunningJob, row: ImportRow, { counts }: CountTableFacts): Promise<void> {
    const { actor } = job;
    await job.report(readingShare, 'saving');
    const ownership = { source: row.source, groupCode: row.group_code, organisationId: row.organisation_id };
    const scope = {
      code: actor.municipalityCode,
      id: row.id,
      source: countSource(ownership),
      groupCode: row.group_code,
      accountId: actor.accountId,
    };
    await this.database.withTenant(actor, async (manager) => {
      await applyCounts(
        manager,
        scope,
        counts.cells.map((cell) => ({ ...cell, id: newId() })),
      );
      const rejected = counts.rejected.map((each, index): OutcomeLine => ({
        rowNumber: counts.cells.length + index + 1,
        outcome: 'rejected',
        code: each.code,
        field: null,
        cells: { cells: [String(each.row), each.area ?? '', each.category ?? ''], sensitive: false },
      }));
      await insertOutcomes(manager, scope, storedJson(rejected));
      const done = await finishImport(manager, scope, { rowCount: row.row_count, counts: {} });
      await audit(manager, actor, { action: 'create', subject: 'area-count', subjectId: row.id, facts: done });
    });
  }

  /** Nothing of an import that did not finish remains. */
  private async end(actor: Actor, id: string, code: string): Promise<void> {
    const to = code === 'job-cancelled' ? 'cancelled' : code === 'import-interrupted' ? 'interrupted' : 'failed';
    const errorCode = to === 'cancelled' ? null : to === 'interrupted' ? code : 'import-failed';
    await this.database.withTenant(actor, async (manager) => {
      await clearImport(manager, actor.municipalityCode, id);
      await moveImport(manager, actor.municipalityCode, id, { from: ['running'], to, errorCode, finished: true });
      await audit(manager, actor, { action: 'run', subject: 'import', subjectId: id, facts: { ended: to } });
    });
  }
}

const reportMilliseconds = 400;

/** Tells how far a reading is, a few times a second at most: each telling is a transaction. */
class Progress {
  private told = 0;

  constructor(
    private readonly job: RunningJob,
    private readonly expected: number,
  ) {}

  async at(rows: number): Promise<void> {
    if (Date.now() - this.told < reportMilliseconds) return;
    this.told = Date.now();
    await this.job.report((readingShare * rows) / Math.max(this.expected, rows), 'reading');
  }
}
