import { noteClock } from '../api/clock.js';
import { noteAnswer } from '../api/connection.js';
import { readProblem } from '../api/problem.js';
import { currentLanguage } from '../ui/language.js';
import { type Entry, type Outcome, outcomeOf } from './entry.js';

const patience = 30_000;

/**
 * Sends one report. By hand rather than by the page's client: a sender whom the server no longer knows is not thrown out of
 * the form that they are filling in.
 */
export async function sendEntry(entry: Entry): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(`/api/v1/municipalities/${entry.code}/incidents`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': currentLanguage(),
        'Idempotency-Key': entry.id,
      },
      body: JSON.stringify(entry.body),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return { kind: 'later' };
  }
  const body = (await response.json().catch(() => null)) as { id?: unknown } | null;
  // A café's sign-in page answers 200 too: only our own answer counts as stored.
  if (response.ok) return body?.id === entry.id ? { kind: 'sent' } : { kind: 'later' };
  noteClock(response);
  if (response.status < 500) noteAnswer();
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const problem = readProblem(body, response.status, currentLanguage());
  return outcomeOf(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : null);
}
