import { createHash } from 'node:crypto';

export interface SealedFields {
  readonly id: string;
  readonly at: string;
  readonly accountId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly count: number | null;
  readonly facts: unknown;
}

/** The hash that stands for everything up to and with a row: SHA-256 of the hash before it and the row's own fields. */
export function sealOf(before: Buffer | null, row: SealedFields): Buffer {
  const fields = [row.id, row.at, row.accountId, row.action, row.subject, row.subjectId, row.count, sorted(row.facts)];
  return createHash('sha256')
    .update(before ?? Buffer.alloc(32))
    .update(JSON.stringify(fields))
    .digest();
}

/** The same value whatever order the database keeps its keys in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
