import { addDays } from '../ui/period.js';

/** Local days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Effort {
  /** First and last day of what was done. */
  readonly from: string;
  readonly to: string;
  /** Last day of the time before, when it should not end as the effort begins. */
  readonly beforeEnds?: string | undefined;
}

const longestDays = 365;

/**
 * The days to compare: after the effort until today, at most a year, and the same days of the year so many whole years
 * earlier that they end before the effort (or before the day that is asked for), so that seasons are compared with themselves.
 *
 * @returns `null` when the effort has not ended before today, or its days are turned round
 */
export function spansOf({ from, to, beforeEnds }: Effort, today: string): { before: Span; after: Span } | null {
  const firstAfter = addDays(to, 1);
  if (to < from || firstAfter >= today) return null;
  const lastWanted = addDays(firstAfter, longestDays - 1);
  const after = { from: firstAfter, to: lastWanted < today ? lastWanted : today };
  const latest = beforeEnds ?? addDays(from, -1);
  const length = daysBetween(after.from, after.to);
  let end = after.to;
  while (end > latest) end = yearEarlier(end);
  return { before: { from: addDays(end, -length), to: end }, after };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The same day a year earlier; the day before for 29 February. */
function yearEarlier(day: string): string {
  const earlier = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return earlier.endsWith('-02-29') ? earlier.replace('-29', '-28') : earlier;
}
