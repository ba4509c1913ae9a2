/** The rules about causes: three ways to tell why something happens, in one list each. */

export const causeKinds = ['bone', 'tree', 'chain'] as const;
export type CauseKind = (typeof causeKinds)[number];
export const bones = ['victim', 'offender', 'place'] as const;
export type Bone = (typeof bones)[number];

interface Ordered {
  readonly id: string;
  readonly parentId: string | null;
}

/**
 * Rows with the depth at which they stand, parents before their children, in the order in which they come. A row whose
 * parent is gone stands where its parent stood: withdrawing a cause loses none of those below it.
 */
export function inTreeOrder<Row extends Ordered>(
  rows: readonly Row[],
  gone: ReadonlyMap<string, string | null> = new Map(),
): { row: Row; depth: number; parentId: string | null }[] {
  const known = new Set(rows.map(({ id }) => id));
  const parentOf = ({ parentId }: Row): string | null => {
    let at = parentId;
    for (let steps = 0; at !== null && !known.has(at) && steps < 1000; steps++) at = gone.get(at) ?? null;
    return at !== null && known.has(at) ? at : null;
  };
  const below = new Map<string | null, Row[]>();
  for (const row of rows) below.set(parentOf(row), [...(below.get(parentOf(row)) ?? []), row]);
  const walk = (parentId: string | null, depth: number): { row: Row; depth: number; parentId: string | null }[] =>
    (below.get(parentId) ?? []).flatMap((row) => [{ row, depth, parentId }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
}

/** Whether a row may stand below another: not below itself, nor below what stands below it. */
export function mayStandBelow(rows: readonly Ordered[], id: string, parentId: string | null): boolean {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const seen = new Set<string>();
  for (let at = parentId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === id) return false;
    seen.add(at);
  }
  return true;
}

/** How deep a cause tree may grow; deeper than this nobody reads it. */
export const deepestCause = 5;
