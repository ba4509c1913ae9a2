import type { StatusTone } from '../ui/status-tag.js';
import type { CitizenPromise, Status } from './promise-api.js';

/** Colour and shape of a status. At work is a diamond, done a circle, behind a triangle, not met a square. */
export const statusTones: Record<Status, StatusTone> = {
  'on-track': 'action',
  behind: 'caution',
  done: 'good',
  'not-met': 'bad',
  'not-started': 'neutral',
};

/** What asks for attention first. */
export const statusOrder: readonly Status[] = ['behind', 'not-met', 'on-track', 'not-started', 'done'];

/** How many commitments stand where, those with a status alone, in the order of attention. */
export function statusCounts(promises: readonly CitizenPromise[]): { status: Status; count: number }[] {
  const all = promises.flatMap(({ commitments }) => commitments.map(({ progress }) => progress.status));
  return statusOrder
    .map((status) => ({ status, count: all.filter((one) => one === status).length }))
    .filter(({ count }) => count > 0);
}

export interface FocusGroup {
  /** `null`: promises without a focus area, which stand last. */
  readonly focusArea: string | null;
  readonly promises: readonly CitizenPromise[];
}

/** Promises by focus area, in the order of the alphabet; what has none stands last. */
export function byFocusArea(promises: readonly CitizenPromise[]): FocusGroup[] {
  const groups = new Map<string | null, CitizenPromise[]>();
  for (const promise of promises) {
    const key = promise.focusArea;
    groups.set(key, [...(groups.get(key) ?? []), promise]);
  }
  return [...groups]
    .map(([focusArea, of]) => ({ focusArea, promises: of }))
    .sort((a, b) => {
      if (a.focusArea === null || b.focusArea === null) return a.focusArea === null ? 1 : -1;
      return a.focusArea.localeCompare(b.focusArea, 'sv');
    });
}
