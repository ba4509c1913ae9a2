import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { JobsService } from '../app/jobs.service.js';
import type { Language } from '../app/language.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { undoCounts } from './area-count.queries.js';
import { shownFileName, summaryBody } from './import-body.js';
import { markUndone, undoPoints } from './import-apply.queries.js';
import { importKind, ImportPreviewsService, type KeptFacts, type Ownership } from './import-previews.service.js';
import {
  clearImport,
  importList,
  importRow,
  type ImportRow,
  insertImport,
  moveImport,
  outcomePage,
  ownOrganisation,
  rejectionTallies,
  saveMapping,
} from './import.queries.js';
import type { ColumnChoice, ImportDetail, ImportSummary, NewImport, NewTable, RowsQuery } from './import.schema.js';
import type { ImportField } from './column-fields.js';
import { toCsvForMending } from './mending.js';
import { explainOutcome, nameOfField, type OutcomeCode } from './outcomes.js';
import { rejectionBody } from './preview-body.js';
import { readChoice } from './reading-plan.js';
import { ProfilesService } from './profiles.service.js';
import type { RejectionCode } from './row.js';
import { type ReceivedFile, type SealedFile, UploadsService } from './uploads.service.js';

const unfinished = ['preview', 'queued', 'running'];
const steps = ['queued', 'reading', 'saving'] as const;

/** Imports from the upload to the undo. What a file holds is seen by nobody but its readers; see `UploadsService`. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly uploads: UploadsService,
    private readonly previews: ImportPreviewsService,
    private readonly profiles: ProfilesService,
  ) {}

  /** Reads an uploaded file as a preview; nothing of its rows is stored. */
  async create(actor: Actor, file: ReceivedFile | undefined, input: NewImport, language: Language): Promise<ImportDetail> {
    if (!file) throw new DomainError('invalid-request', {}, [{ pointer: '/file', code: 'import-file-missing' }]);
    const name = shownFileName(Buffer.from(file.originalname, 'latin1').toString('utf8'), mustBeRefused);
    return this.begin(actor, { file: file.sealed, name, input, given: input, pointer: '/file' }, language);
  } // prettier-ignore

  /** Reads a pasted table area x category x period as a preview. */
  async createTable(actor: Actor, input: NewTable, language: Language): Promise<ImportDetail> {
    const file = await this.uploads.sealText(input.text);
    const name = language === 'sv' ? 'Inklistrad tabell' : 'Pasted table';
    const { area, category, period } = input;
    const given = { area, category, period };
    return this.begin(actor, { file, name, input: { source: input.source, kind: 'counts' }, given, pointer: '/text' }, language);
  } // prettier-ignore

  async list(actor: Actor): Promise<ImportSummary[]> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      for (const row of await importList(manager, code)) await this.settle(manager, code, row);
      const rows = await importList(manager, code);
      await audit(manager, actor, { action: 'read', subject: 'import', count: rows.length });
      return rows.map(summaryBody);
    });
  }

  async get(actor: Actor, id: string, language: Language): Promise<ImportDetail> {
    return this.database.withTenant(actor, async (manager) => {
      const body = await this.detail(manager, actor, id, language);
      await audit(manager, actor, { action: 'read', subject: 'import', subjectId: id });
      return body;
    });
  }

  /** Reads the whole file once more with the columns that the user chose. */
  async changeMapping(
    actor: Actor,
    change: { id: string; version: number; choice: ColumnChoice },
    language: Language,
  ): Promise<ImportDetail> {
    const { id, version, choice } = change;
    const code = actor.municipalityCode;
    const row = await this.database.withTenant(actor, (manager) => this.present(manager, code, id));
    if (row.version !== version) throw new DomainError('changed-by-someone-else');
    const kept = this.uploads.find<KeptFacts>(id);
    if (row.status !== 'preview' || row.kind !== 'points') throw new DomainError('import-wrong-status');
    if (!kept) throw new DomainError('import-interrupted');
    const chosen = readChoice(choice.columns, row.mapping?.header.length ?? 0);
    if ('fault' in chosen) {
      const { column, code: fault } = chosen.fault;
      throw new DomainError('invalid-request', {}, [{ pointer: `/columns/${column}`, code: fault }]);
    }
    const { dateOrder, defaultCoordinates } = choice;
    const facts = await this.previews.ofPoints(actor, {
      file: kept.file,
      row: ownerOf(row),
      choice: { mapping: chosen.mapping, dateOrder, defaultCoordinates },
      profiles: [],
    });
    return this.database.withTenant(actor, async (manager) => {
      if (!(await saveMapping(manager, code, { id, version, mapping: facts.stored ?? {} })))
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'import', subjectId: id });
      kept.facts = facts;
      return this.detail(manager, actor, id, language);
    });
  }

  /** Queues the import; its progress is on the import itself. */
  async start(actor: Actor, id: string, language: Language): Promise<ImportDetail> {
    const code = actor.municipalityCode;
    const body = await this.database.withTenant(actor, async (manager) => {
      const row = await this.present(manager, code, id);
      const kept = this.uploads.find<KeptFacts>(id);
      if (row.status === 'interrupted' || !kept) throw new DomainError('import-interrupted');
      const [blocker] = this.previews.blockers(kept.facts);
      if (blocker) throw new DomainError('import-not-ready', {}, [{ pointer: '/columns', code: blocker }]);
      const jobId = await this.jobs.enqueue(manager, actor, importKind, { importId: id });
      if (!(await moveImport(manager, code, id, { from: ['preview'], to: 'queued', jobId })))
        throw new DomainError('import-wrong-status');
      await this.profiles.used(manager, code, kept.facts);
      await audit(manager, actor, { action: 'run', subject: 'import', subjectId: id });
      return this.detail(manager, actor, id, language);
    });
    this.jobs.wake();
    return body;
  }

  /** Stops an import that is not finished; nothing of it remains. */
  async cancel(actor: Actor, id: string, language: Language): Promise<ImportDetail> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.present(manager, code, id);
      if (!unfinished.includes(row.status)) throw new DomainError('import-wrong-status');
      if (row.status === 'preview') {
        await moveImport(manager, code, id, { from: ['preview'], to: 'cancelled', finished: true });
        await this.uploads.forget(id);
      } else if (row.job_id) await this.jobs.cancel(manager, actor, row.job_id);
      await audit(manager, actor, { action: 'update', subject: 'import', subjectId: id, facts: { cancelled: true } });
      return this.detail(manager, actor, id, language);
    });
  }

  /** Takes a whole import back: what it added goes, what it changed gets its older version. */
  async undo(actor: Actor, id: string, language: Language): Promise<ImportDetail> {
    const scope = { code: actor.municipalityCode, id };
    return this.database.withTenant(actor, async (manager) => {
      const row = await this.present(manager, scope.code, id);
      if (row.status !== 'done') throw new DomainError('import-wrong-status');
      const undone = row.kind === 'points' ? await undoPoints(manager, scope) : await undoCounts(manager, scope);
      await markUndone(manager, scope, undone);
      await audit(manager, actor, { action: 'delete', subject: 'import', subjectId: id, count: undone.removed, facts: undone });
      return this.detail(manager, actor, id, language);
    });
  } // prettier-ignore

  /** What became of each row. */
  async rows(actor: Actor, id: string, query: RowsQuery, language: Language) {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      await this.present(manager, code, id);
      const after = query.cursor ?? 0;
      const rows = await outcomePage(manager, code, id, { outcome: query.outcome ?? null, after, limit: query.limit });
      await audit(manager, actor, { action: 'read', subject: 'import-row', subjectId: id, count: rows.length });
      return {
        items: rows.map((row) => ({
          row: row.row_number,
          outcome: row.outcome,
          code: row.code,
          fieldName: row.field ? nameOfField(row.field as ImportField, language) : null,
          sentence: row.code ? explainOutcome(row.code as OutcomeCode, language) : null,
          incidentId: row.incident_id,
        })),
        nextCursor: rows.length === query.limit ? String(rows.at(-1)!.row_number) : null,
      };
    });
  }

  /** The rejected rows as a CSV to mend and send again. */
  async rejectedCsv(actor: Actor, id: string, language: Language): Promise<string> {
    const code = actor.municipalityCode;
    return this.database.withTenant(actor, async (manager) => {
      const { mapping } = await this.present(manager, code, id);
      const rows = await outcomePage(manager, code, id, { outcome: 'rejected', after: 0, limit: 2_000_000 });
      await audit(manager, actor, { action: 'export', subject: 'import-row', subjectId: id, count: rows.length });
      const choice = readChoice((mapping?.columns ?? []) as (ImportField | null)[], Infinity);
      return toCsvForMending({
        header: mapping?.header ?? [],
        mapping: 'mapping' in choice ? choice.mapping : {},
        language,
        rows: rows.map((row) => ({
          number: row.row_number,
          cells: row.cells?.cells ?? [],
          sensitive: row.cells?.sensitive ?? false,
          field: (row.field ?? 'from') as ImportField,
          code: row.code as RejectionCode,
        })),
      });
    });
  }

  private async begin(actor: Actor, upload: Upload, language: Language): Promise<ImportDetail> {
    const code = actor.municipalityCode;
    const id = newId();
    try {
      const [row, profiles] = await this.database.withTenant(actor, async (manager) => [
        await this.owner(manager, actor, upload.input.source),
        await this.profiles.ofSource(manager, code, upload.input.source),
      ]);
      const facts = await this.previews.of(actor, { ...upload, row, profiles });
      return await this.database.withTenant(actor, async (manager) => {
        await insertImport(manager, code, {
          id,
          kind: upload.input.kind,
          fileName: upload.name,
          byteCount: upload.file.size,
          source: row.source,
          groupCode: row.groupCode,
          organisationId: row.organisationId,
          accountId: actor.accountId,
          mapping: facts.stored,
          rowCount: facts.rowCount,
        });
        await audit(manager, actor, { action: 'create', subject: 'import', subjectId: id, count: facts.rowCount });
        this.uploads.keep(id, upload.file, facts);
        return this.detail(manager, actor, id, language);
      });
    } catch (error) {
      await this.uploads.discard(upload.file);
      throw this.previews.asProblem(error, upload.pointer);
    }
  }

  /** Police rows belong to the police's group, all others to the own organisation's; nobody brings in what they may not see. */
  private async owner(manager: EntityManager, actor: Actor, source: 'police' | 'external'): Promise<Ownership> {
    const own = await ownOrganisation(manager, actor.municipalityCode, actor.organisationId);
    if (source === 'external') return { source, groupCode: own.group_code, organisationId: actor.organisationId };
    if (!actor.groups.includes('polis'))
      throw new DomainError('invalid-request', {}, [{ pointer: '/source', code: 'import-source-not-yours' }]);
    return { source, groupCode: 'polis', organisationId: own.police_id ?? actor.organisationId };
  }

  /** The import, settled; throws `not-found` for one that the actor may not see. */
  private async present(manager: EntityManager, code: number, id: string): Promise<ImportRow> {
    const row = await importRow(manager, code, id);
    if (!row) throw new DomainError('not-found');
    await this.settle(manager, code, row);
    return (await importRow(manager, code, id))!;
  }

  /** An unfinished import whose file nobody holds any longer was interrupted: what it had put down goes. */
  private async settle(manager: EntityManager, code: number, row: ImportRow): Promise<void> {
    if (!unfinished.includes(row.status) || this.uploads.has(row.id)) return;
    await clearImport(manager, code, row.id);
    const ended = { from: unfinished, to: 'interrupted', errorCode: 'import-interrupted', finished: true };
    await moveImport(manager, code, row.id, ended);
  }

  private async detail(manager: EntityManager, actor: Actor, id: string, language: Language): Promise<ImportDetail> {
    const code = actor.municipalityCode;
    const row = await this.present(manager, code, id);
    const works = row.status === 'queued' || row.status === 'running';
    const job = works && row.job_id ? await this.jobs.status(manager, actor, row.job_id) : undefined;
    const kept = row.status === 'preview' ? this.uploads.find<KeptFacts>(id) : undefined;
    const tallies = row.status === 'done' ? await rejectionTallies(manager, code, id) : [];
    return {
      ...summaryBody(row),
      progress: job?.progress ?? (works ? 0 : null),
      step: works ? (steps.find((step) => step === job?.step) ?? 'queued') : null,
      explanation: row.error_code ? this.previews.explain(row.error_code, language) : null,
      rejections: tallies.map((each) => rejectionBody(each, language)),
      preview: kept ? this.previews.body(kept.facts, language) : null,
    };
  }
}

interface Upload {
  readonly file: SealedFile;
  readonly name: string;
  readonly input: NewImport;
  readonly given: { readonly area?: string | undefined; readonly category?: string | undefined; readonly period?: string | undefined };
  /** Where in the request the file stands. */
  readonly pointer: '/file' | '/text';
} // prettier-ignore

function ownerOf(row: ImportRow): Ownership {
  return { source: row.source, groupCode: row.group_code, organisationId: row.organisation_id };
}
