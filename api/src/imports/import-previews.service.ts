import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { countFates } from './area-count.queries.js';
import { importFields } from './column-fields.js';
import { countPreviewBody, type CountFacts } from './count-preview.js';
import { resolveCounts } from './count-cells.js';
import { readCountTable } from './count-table.js';
import { importProblems } from './import.problems.js';
import { storedDigests } from './import.queries.js';
import type { ImportPreview, NewImport } from './import.schema.js';
import { createRegister, type ImportRegister } from './import-register.js';
import { ImportReaderService } from './import-reader.service.js';
import type { RowOwner } from './import-reading.js';
import type { MappingProfile } from './mapping-profile.js';
import { type PreviewFacts, previewBody } from './preview-body.js';
import { type Blocker, blockersOf, type ReadingChoice, type ReadingPlan } from './reading-plan.js';
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
      readonly file: SealedFile; readonly input: NewImport; readonly row: Ownership; readonly profiles: readonly MappingProfile[];
      readonly given: { readonly area?: string | undefined; readonly category?: string | undefined; readonly period?: string | undefined };
    }, // prettier-ignore
  ): Promise<KeptFacts> {
    const { file, row, given, profiles } = upload;
    return upload.input.kind === 'points'
      ? this.ofPoints(actor, { file, row, choice: undecided, profiles })
      : this.ofCounts(actor, { file, row, given });
  }

  async ofPoints(
    actor: Actor,
    input: {
      readonly file: SealedFile; readonly row: Ownership;
      readonly choice: ReadingChoice; readonly profiles: readonly MappingProfile[];
    }, // prettier-ignore
  ): Promise<KeptFacts> {
    const code = actor.municipalityCode;
    const ground = await this.database.withTenant(actor, (manager) => this.reader.ground(manager, code));
    const owner = identityScope(input.row);
    const { file, choice, profiles } = input;
    const read = await this.reader.preview({ file, ground, owner, choice, profiles }, (identities, digests) =>
      this.fates(actor, owner, identities, digests),
    );
    const { plan } = read;
    const columns = plan.header.map((_, at) => importFields.find((field) => plan.mapping[field] === at) ?? null);
    const resolve: ImportRegister['resolve'] = createRegister(ground.register).resolve;
    return {
      kind: 'points',
      plan,
      rowCount: read.tally.rowCount,
      stored: { header: plan.header, columns },
      preview: { ...read, resolve },
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
    const ground = await this.database.withTenant(actor, (manager) => this.reader.ground(manager, code));
    const register = createRegister(ground.register);
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

  /** What would become of each identity: its place in `fateCodes`. */
  private async fates(
    actor: Actor,
    owner: RowOwner,
    identities: readonly string[],
    digests: readonly string[],
  ): Promise<Uint8Array> {
    const stored = await this.database.withTenant(actor, (manager) =>
      storedDigests(manager, actor.municipalityCode, owner.source, identities),
    );
    return Uint8Array.from(identities, (identity, at) => {
      const digest = stored.get(identity);
      return digest === undefined ? 0 : digest === digests[at] ? 1 : 2;
    });
  }
}

/** Nothing was chosen: a profile that fits decides, else the file itself. */
const undecided: ReadingChoice = { mapping: null, dateOrder: null, defaultCoordinates: null };
