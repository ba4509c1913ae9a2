/** Polisen allows a call each ten seconds and 60 an hour; the answer holds about a week, so that we ask four times an hour. */
export const usualMinutes = 15;
const longestMinutes = 6 * 60;

/**
 * How many seconds to wait before the feed is asked again: a quarter of an hour, doubled for every failure in a row up
 * to six hours, never less than the server asked for, and up to a tenth more so that installations do not ask at once.
 * `chance` is a number from 0 up to 1.
 */
export function secondsToWait(after: { failures: number; retryAfterSeconds: number | null; chance: number }): number {
  const minutes = Math.min(longestMinutes, usualMinutes * 2 ** Math.min(after.failures, 10));
  const seconds = Math.max(minutes * 60, Math.min(after.retryAfterSeconds ?? 0, 24 * 3600));
  return Math.round(seconds * (1 + 0.1 * after.chance));
}

/** `Retry-After` in seconds; null when it is a date or nothing. */
export function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null;
}
