import { Injectable, type OnModuleInit } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { JobsService, type RunningJob } from '../app/jobs.service.js';
import { toDomainError } from '../app/problem.js';
import { findPersonalData } from '../privacy/personal-data.js';
import { applyCounts } from './area-count.queries.js';
import {
  applyStage,
  finishImport,
  insertOutcomes,
  insertStage,
  type OutcomeLine,
  type StagedRow,
} from './import-apply.queries.js';
import { countSource, identityScope, importKind, type KeptFacts } from './import-previews.service.js';
import { ImportReaderService, type ReadingGround, type ReadRow } from './import-reader.service.js';
import { clearImport, importRow, type ImportRow, moveImport } from './import.queries.js';
import { cellsToKeep } from './mending.js';
import type { ReadingPlan } from './reading-plan.js';
import { openTable } from './table-reader.js';
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
    const run = new StagingRun(plan, ground);
    const ownership = { source: row.source, groupCode: row.group_code, organisationId: row.organisation_id };
    const table = await openTable(this.uploads.open(this.uploads.find(row.id)!.file));
    await job.report(0, 'reading');
    for await (const chunk of this.reader.chunks(table, plan, ground, identityScope(ownership))) {
      const { staged, outcomes } = run.take(chunk);
      await this.database.withTenant(actor, async (manager) => {
        await insertStage(manager, { ...scope, ...ownership }, staged);
        await insertOutcomes(manager, scope, outcomes);
      });
      this.uploads.find(row.id);
      await job.report((readingShare * run.rowCount) / Math.max(row.row_count, run.rowCount), 'reading');
    }
    await job.report(readingShare, 'saving');
    await this.database.withTenant(actor, async (manager) => {
      await applyStage(manager, scope, run.marked);
      const counts = await finishImport(manager, scope, { rowCount: run.rowCount, counts: run.counts });
      await audit(manager, actor, { action: 'create', subject: 'incident', subjectId: row.id, count: counts['imported'] ?? 0, facts: counts });
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
      await insertOutcomes(manager, scope, rejected);
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

/** Turns read rows into stage rows and outcomes, and counts along the way. */
class StagingRun {
  rowCount = 0;
  readonly counts = { sensitive: 0, outside: 0, withoutPlace: 0 };
  /** Identities whose text holds marks that a reviewer has to clear. */
  readonly marked: string[] = [];

  constructor(
    private readonly plan: ReadingPlan,
    private readonly ground: ReadingGround,
  ) {}

  take(chunk: readonly ReadRow[]): { staged: StagedRow[]; outcomes: OutcomeLine[] } {
    const staged: StagedRow[] = [];
    const outcomes: OutcomeLine[] = [];
    for (const row of chunk) {
      this.rowCount += 1;
      if (row.outcome.outcome === 'rejected') {
        const { code, field, sensitive } = row.outcome;
        const cells = cellsToKeep({ cells: row.cells, sensitive }, this.plan.header.length, this.plan.mapping);
        outcomes.push({ rowNumber: row.number, outcome: 'rejected', code, field, cells: { cells, sensitive } });
      } else if (row.keys!.repeated) {
        outcomes.push({ rowNumber: row.number, outcome: 'duplicate', code: 'repeated-in-file', field: null, cells: null });
      } else staged.push(this.stage(row));
    }
    return { staged, outcomes };
  } // prettier-ignore

  private stage(row: ReadRow): StagedRow {
    if (row.outcome.outcome === 'rejected') throw new Error('a rejected row is not staged');
    const { incident } = row.outcome;
    const keys = row.keys!;
    const { category, subcategory, severity } = this.ground.register.resolve(incident.categoryCode, incident.subcategory);
    if (incident.sensitive) this.counts.sensitive += 1;
    else if (incident.point === null) this.counts.withoutPlace += 1;
    if (incident.outside) this.counts.outside += 1;
    if (incident.text !== null && findPersonalData(incident.text).length > 0) this.marked.push(keys.identity);
    const incidentId = newId();
    return {
      rowNumber: row.number,
      incidentId,
      eventKey: keys.eventKey ?? incidentId,
      sourceIdentity: keys.identity,
      contentDigest: keys.contentDigest,
      category,
      subcategory,
      severity,
      crimeCode: incident.crimeCode,
      from: new Date(incident.from).toISOString(),
      to: incident.to === null ? null : new Date(incident.to).toISOString(),
      timePrecision: incident.timePrecision,
      x: incident.point?.x ?? null,
      y: incident.point?.y ?? null,
      precision: incident.placement === 'none' ? 'none' : incident.precision,
      placement: incident.placement,
      areaId: incident.areaName === null ? null : this.ground.register.areaId(incident.areaName),
      address: incident.address,
      outside: incident.outside,
      crimeCount: incident.crimeCount,
      sensitive: incident.sensitive,
      description: incident.text,
    };
  } // prettier-ignore
}
