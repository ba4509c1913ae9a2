import type { Cause } from './cause-api.js';

/** The causes of one list, as the moves of its buttons see them. */
export interface CauseMoves {
  readonly up?: { parentId: string | null; after: string | null };
  readonly down?: { parentId: string | null; after: string | null };
  /** Below the one above. */
  readonly inwards?: { parentId: string | null; after: string | null };
  /** Beside its parent. */
  readonly outwards?: { parentId: string | null; after: string | null };
}

/** Where a cause can go from where it stands, among those of its own list. */
export function movesOf(list: readonly Cause[], cause: Cause): CauseMoves {
  const beside = list.filter(({ parentId }) => parentId === cause.parentId);
  const at = beside.findIndex(({ id }) => id === cause.id);
  const [before, twoBefore, next] = [beside[at - 1], beside[at - 2], beside[at + 1]];
  const parent = list.find(({ id }) => id === cause.parentId);
  const { parentId } = cause;
  return {
    ...(before === undefined ? {} : { up: { parentId, after: twoBefore?.id ?? null } }),
    ...(next === undefined ? {} : { down: { parentId, after: next.id } }),
    ...(before === undefined || cause.kind !== 'tree' ? {} : { inwards: { parentId: before.id, after: lastBelow(list, before.id) } }),
    ...(parent === undefined ? {} : { outwards: { parentId: parent.parentId, after: parent.id } }),
  };
} // prettier-ignore

function lastBelow(list: readonly Cause[], parentId: string): string {
  return list.filter((cause) => cause.parentId === parentId).at(-1)?.id ?? parentId;
}
