import type { MessagePort } from 'node:worker_threads';
import type { GroundRows, RowOwner } from './import-reading.js';
import type { MappingProfile } from './mapping-profile.js';
import type { PreviewFacts } from './preview-body.js';
import type { ReadingChoice, ReadingPlan } from './reading-plan.js';
import type { StagingCounts } from './staging-run.js';
import type { TableProblemCode } from './table-problem.js';

/** A sealed file as it crosses to the reading thread. */
export interface WorkFile {
  readonly path: string;
  readonly size: number;
  readonly key: Uint8Array;
  readonly start: Uint8Array;
}

interface WorkBase {
  readonly file: WorkFile;
  readonly ground: GroundRows;
  readonly owner: RowOwner;
  /** Questions and rows go out on it, answers and permission to go on come back. */
  readonly port: MessagePort;
}

/** What a reading thread is asked to do. */
export type ReadingWork =
  | (WorkBase & {
      readonly kind: 'preview';
      readonly choice: ReadingChoice;
      readonly profiles: readonly MappingProfile[];
    })
  | (WorkBase & { readonly kind: 'import'; readonly plan: ReadingPlan });

/** What of a preview can cross between threads: everything but the register's functions. */
export type PreviewResult = Omit<PreviewFacts, 'resolve'>;

/** What the thread says on the port. */
export type FromReading =
  | { readonly kind: 'identities'; readonly identities: readonly string[]; readonly digests: readonly string[] }
  | { readonly kind: 'rows'; readonly staged: string; readonly outcomes: string; readonly counts: StagingCounts };

/** What it hears: the fate of each identity in their order (`fateCodes`), or leave to go on. */
export type ToReading = { readonly kind: 'fates'; readonly fates: Uint8Array } | { readonly kind: 'go' };

export const fateCodes = ['new', 'stored', 'changed'] as const;

/** How the work ended. A `TableProblem` loses its class between threads and travels as its code. */
export type ReadingEnd =
  | { readonly ok: true; readonly preview: PreviewResult | null; readonly counts: StagingCounts | null }
  | { readonly ok: false; readonly problem: TableProblemCode };
