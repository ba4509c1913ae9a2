import { noPlaced } from './placed.js';
import type { ImportCounts, ImportSummary } from './import.schema.js';

/** An import as the database has it, as far as a summary tells. */
export interface StoredImport {
  readonly id: string;
  readonly version: number;
  readonly kind: 'points' | 'counts';
  readonly file_name: string;
  readonly byte_count: string;
  readonly status: ImportSummary['status'];
  readonly source: 'police' | 'external';
  readonly imported_by: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly row_count: number;
  readonly counts: Partial<ImportCounts>;
}

const noCounts: ImportCounts = {
  imported: 0, updated: 0, duplicate: 0, rejected: 0, sensitive: 0, outside: 0, withoutPlace: 0, placed: noPlaced(), removed: 0, restored: 0,
}; // prettier-ignore

/** An import in a list. */
export function summaryBody(row: StoredImport): ImportSummary {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    fileName: row.file_name,
    byteCount: Number(row.byte_count),
    status: row.status,
    source: row.source,
    importedBy: row.imported_by,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    rowCount: row.row_count,
    counts: { ...noCounts, ...row.counts },
  };
}

/** A file's own name, short, without folders and without what could be a personal number. */
export function shownFileName(name: string, refused: (text: string) => boolean): string {
  const last = (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim();
  const spoken = last.replace(/[_.]/g, ' ');
  const shown = last === '' || refused(last) || refused(spoken) ? 'fil' : last;
  return shown.length <= 120 ? shown : `${shown.slice(0, 100)}…${shown.slice(-15)}`;
}
