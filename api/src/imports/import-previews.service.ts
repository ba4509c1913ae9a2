import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { toPosition } from '../geo/projection.js';
import { countFates } from './area-count.queries.js';
import { importFields } from './column-fields.js';
import type { ColumnMapping } from './columns.js';
import { countPreviewBody, type CountFacts } from './count-preview.js';
import { resolveCounts } from './count-cells.js';
import { readCountTable } from './count-table.js';
import { importProblems } from './import.problems.js';
import { storedDigests } from './import.queries.js';
import type { ImportPreview, NewImport } from './import.schema.js';
import { ImportReaderService, type ReadingGround, type ReadRow, type RowOwner } from './import-reader.service.js';
import { type PreviewFacts, previewBody } from './preview-body.js';
import { type EvaluatedRow, PreviewTally } from './preview-tally.js';
import { type Blocker, blockersOf, type ReadingPlan } from './reading-plan.js';
import { readWholeTable } from './table-reader.js';
import { TableProblem } from './table-problem.js';
import { type SealedFile, UploadsService } from './uploads.service.js';

/**
 * The kind of this process's import jobs: the key of a file is in the memory of the process that took it in, so no other
 * process takes the job.
 */
export const importKind = `import:${randomBytes(6).toString('hex')}`;

interface KeptBase {
  /** Header and columns, as the import row has them; null for a count table. */
  readonly stored: { readonly header: readonly string[]; readonly columns: readonly (string | null)[] } | null;
  readonly rowCount: number;
}

/** What is known of a file while it is kept; in memory only. */
export type KeptFacts = KeptBase &
  (
    | { readonly kind: 'points'; readonly preview: PreviewFacts; readonly plan: ReadingPlan }
    | { readonly kind: 'counts'; readonly counts: CountFacts }
  );

export interface Ownership {
  readonly source: 'police' | 'external';
  readonly groupCode: string;
  readonly organisationId: string;
}

/** Whose identities the rows of an import are: all police rows are one source, others are their organisation's. */
export function identityScope(row: Ownership): RowOwner {
  return { source: row.source, scope: row.source === 'police' ? 'police' : row.organisationId };
}

/** A table's numbers are kept apart by group, so that no organisation writes over another's. */
export function countSource(row: Ownership): string {
  return row.source === 'police' ? 'police' : `external-${row.groupCode}`;
}

/** Evaluates whole files without storing anything of their rows. */
@Injectable()
export class ImportPreviewsService {
  constructor(
    private readonly database: Database,
    private readonly reader: ImportReaderService,
    private readonly uploads: UploadsService,
  ) {}

  async of(
    actor: Actor,
    upload: {
      readonly file: SealedFile; readonly input: NewImport; readonly row: Ownership;
      readonly given: { readonly area?: string | undefined; readonly category?: string | undefined; readonly period?: string | undefined };
    }, // prettier-ignore
  ): Promise<KeptFacts> {
    const { file, row, given } = upload;
    return upload.input.kind === 'points'
      ? this.ofPoints(actor, { file, row, chosen: null })
      : this.ofCounts(actor, { file, row, given });
  }

  async ofPoints(
    actor: Actor,
    input: { readonly file: SealedFile; readonly row: Ownership; readonly chosen: ColumnMapping | null },
  ): Promise<KeptFacts> {
    const code = actor.municipalityCode;
    const ground = await this.database.withTenant(actor, (manager) => this.reader.ground(manager, code));
    const { table, plan, defaults } = await this.reader.plan(this.uploads.open(input.file), ground, input.chosen);
    const tally = new PreviewTally(plan.mapping, plan.header.length);
    const owner = identityScope(input.row);
    for await (const chunk of this.reader.chunks(table, plan, ground, owner)) {
      for (const row of await this.evaluate(actor, owner, chunk)) tally.add(row);
    }
    const columns = plan.header.map((_, at) => importFields.find((field) => plan.mapping[field] === at) ?? null);
    return {
      kind: 'points',
      plan,
      rowCount: tally.rowCount,
      stored: { header: plan.header, columns },
      preview: previewFacts(table, { plan, tally, ground, defaults }),
    };
  }

  body(facts: KeptFacts, language: Language): ImportPreview {
    return facts.kind === 'points' ? previewBody(facts.preview, language) : countPreviewBody(facts.counts, language);
  }

  blockers(facts: KeptFacts): readonly Blocker[] {
    return facts.kind === 'points' ? blockersOf(facts.plan.mapping) : [];
  }

  /** Why an import ended as it did, in words. */
  explain(code: string, language: Language): string {
    const text = importProblems[code] ?? importProblems['import-failed']!;
    return text.detail[language === 'sv' ? 0 : 1];
  }

  /** A file that is no table is a fault of the field it came in. */
  asProblem(error: unknown, pointer: string): unknown {
    return error instanceof TableProblem
      ? new DomainError('import-not-usable', {}, [{ pointer, code: error.code }])
      : error;
  }

  private async ofCounts(
    actor: Actor,
    input: {
      readonly file: SealedFile; readonly row: Ownership;
      readonly given: { readonly area?: string | undefined; readonly category?: string | undefined; readonly period?: string | undefined };
    }, // prettier-ignore
  ): Promise<KeptFacts> {
    const code = actor.municipalityCode;
    const { register } = await this.database.withTenant(actor, (manager) => this.reader.ground(manager, code));
    const { area, category, period } = input.given;
    const given = { ...(area && { area }), ...(category && { category }), ...(period && { period }) };
    const table = readCountTable(await readWholeTable(this.uploads.open(input.file)), given);
    const resolved = resolveCounts(table, register);
    const fates = await this.database.withTenant(actor, (manager) =>
      countFates(manager, code, countSource(input.row), resolved.cells),
    );
    const rowCount = resolved.cells.length + resolved.rejected.length;
    return { kind: 'counts', stored: null, rowCount, counts: { ...resolved, fates } };
  }

  private async evaluate(actor: Actor, owner: RowOwner, chunk: readonly ReadRow[]): Promise<EvaluatedRow[]> {
    const identities = chunk.flatMap((row) => (row.keys && !row.keys.repeated ? [row.keys.identity] : []));
    const stored = await this.database.withTenant(actor, (manager) =>
      storedDigests(manager, actor.municipalityCode, owner.source, identities),
    );
    return chunk.map(({ number, cells, outcome, keys }) => {
      if (!keys) return { number, cells, outcome, fate: null };
      const digest = stored.get(keys.identity);
      const fate = digest === undefined ? 'new' : digest === keys.contentDigest ? 'stored' : 'changed';
      return { number, cells, outcome, fate: keys.repeated ? 'repeated' : fate };
    });
  }
}

type Table = Awaited<ReturnType<ImportReaderService['plan']>>['table'];

function previewFacts(
  table: Table,
  found: {
    readonly plan: ReadingPlan; readonly tally: PreviewTally; readonly ground: ReadingGround;
    readonly defaults: Awaited<ReturnType<ImportReaderService['plan']>>['defaults'];
  }, // prettier-ignore
): PreviewFacts {
  const { format, encoding, sheet, otherSheets, garbled } = table;
  return {
    table: { format, encoding, sheet, otherSheets, garbled },
    plan: found.plan,
    tally: found.tally,
    resolve: found.ground.register.resolve,
    defaults: found.defaults.map(({ point, rows }) => ({ position: toPosition(point), rows })),
  };
}
