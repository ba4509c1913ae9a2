import { problemName, type Problem } from '../api/problem.js';
import type { components } from '../api/openapi.js';

export type ReportBody = components['schemas']['NewIncident'];

/** A report that waits on this device. Its id is its own from the first moment: however often it is sent, it is one report. */
export interface Entry {
  readonly id: string;
  /** The account that wrote it; nobody else's sign-in sends it. */
  readonly owner: string;
  readonly code: string;
  readonly body: ReportBody;
  /** What the form needs to show it again for mending; the queue does not look into it. */
  readonly draft: unknown;
  /** How its times were said, for working them out again when the device's clock turns out to be wrong; `null`: as written. */
  readonly said: unknown;
  readonly title: string;
  readonly savedAt: number;
  /** The times have been compared with the server's clock; before that nothing is sent. */
  readonly clockSettled: boolean;
  readonly clockMended: boolean;
  readonly attempts: number;
  /** Not before this moment, epoch ms. */
  readonly nextAt: number;
  /** Why the server would not have it; it stays until somebody mends it or throws it away. */
  readonly refusal: Problem | null;
}

/** What became of one try. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'later'; readonly afterMs?: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unknown-sender'; readonly pairing: boolean }
  | { readonly kind: 'revoked' };

const firstPause = 4_000;
const longestPause = 5 * 60_000;

/** How long to wait after so many tries in vain: twice as long each time, never over five minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(longestPause, firstPause * 2 ** Math.min(attempts, 12));
}

/** The reasons for which the same content may be sent anew under another id. */
const idTaken = new Set(['report-differs', 'report-id-taken']);

export function needsNewId(entry: Entry): boolean {
  return entry.refusal !== null && idTaken.has(problemName(entry.refusal));
}

/** What an answer means. Only a refusal of the content stops an entry; everything that may pass by waiting is tried again. */
export function outcomeOf(status: number, problem: Problem, retryAfterSeconds: number | null): Outcome {
  if (status === 401) {
    const name = problemName(problem);
    return name === 'device-revoked'
      ? { kind: 'revoked' }
      : { kind: 'unknown-sender', pairing: name === 'device-expired' };
  }
  if (status >= 500 || status === 408 || status === 425 || status === 429 || status < 400)
    return retryAfterSeconds === null ? { kind: 'later' } : { kind: 'later', afterMs: retryAfterSeconds * 1000 };
  return { kind: 'refused', problem };
}
