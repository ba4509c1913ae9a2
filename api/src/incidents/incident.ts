/** The rules about one observed event: no Nest, no database, no clock. */

export const placements = ['workplace', 'position', 'tapped', 'place', 'address', 'street', 'area', 'none'] as const;
export const settings = ['outdoors', 'indoors', 'stairwell'] as const;
export const recurrences = ['first', 'recurring', 'constant'] as const;
export const statuses = ['received', 'asked', 'accepted', 'merged', 'dismissed'] as const;
/** Still to be reviewed: counted in figures, and marked there as not yet reviewed. */
export const waitingStatuses = ['received', 'asked'] as const;

export type Placement = (typeof placements)[number];
export type Status = (typeof statuses)[number];
export type Precision = 'point' | 'address' | 'street' | 'area' | 'none';

/** The farthest back that a report may reach: older things are history and come by import. */
const oldestReportDays = 366;
/** Clocks of phones run a little fast. */
const clockSlackMinutes = 10;
const day = 24 * 3600 * 1000;

export type TimeFault = 'end-before-start' | 'in-the-future' | 'too-old';

/** What is wrong with the time of a report, or null. Instants in epoch milliseconds. A coming event may lie ahead. */
export function timeFault(from: number, to: number | null, now: number, categoryKind: string): TimeFault | null {
  if (to !== null && to < from) return 'end-before-start';
  const latest = categoryKind === 'calendar' ? now + oldestReportDays * day : now + clockSlackMinutes * 60_000;
  if (from > latest || (to !== null && to > latest)) return 'in-the-future';
  return from < now - oldestReportDays * day ? 'too-old' : null;
}

/** How exact a placement is for the analysis: what may be clustered and what may only be counted. */
export function precisionOf(placement: Placement, accuracyMetres: number | null): Precision {
  if (placement === 'area' || placement === 'none') return placement;
  if (placement === 'street') return 'street';
  if (placement === 'address') return 'address';
  return accuracyMetres !== null && accuracyMetres > 150 ? 'area' : 'point';
}

/** What a status may become, and why the odd ones are there. */
const nextStatuses: Readonly<Record<Status, readonly Status[]>> = {
  received: ['asked', 'accepted', 'merged', 'dismissed'],
  // The reporter answered (it waits again), or the reviewer decided without an answer.
  asked: ['received', 'accepted', 'merged', 'dismissed'],
  // Accepted too fast: it returns as received, so that somebody looks at it again.
  accepted: ['received', 'asked', 'merged', 'dismissed'],
  // Lies beneath another row; it comes back by undoing the merge.
  merged: [],
  // Dismissed by mistake: it returns as received, so that somebody looks at it again.
  dismissed: ['received'],
};

export function mayBecome(from: Status, to: Status): boolean {
  return from === to || nextStatuses[from].includes(to);
}
