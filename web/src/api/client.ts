import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../ui/language.js';
import { noteClock } from './clock.js';
import { noteAnswer, noteFailure } from './connection.js';
import type { paths } from './openapi.js';
import { noContactProblem, ProblemError, problemName, readProblem } from './problem.js';
import { uuidv7 } from './uuid.js';

const sessionLost = new Set<() => void>();

/** Does something when the server no longer knows us (401). Returns how to stop. */
export function onSessionLost(act: () => void): () => void {
  sessionLost.add(act);
  return () => void sessionLost.delete(act);
}

const pairingRevoked = new Set<() => void>();

/** Does something when the server says that this phone's pairing was revoked, whichever call it was that asked. */
export function onPairingRevoked(act: () => void): void {
  pairingRevoked.add(act);
}

async function saysRevoked(response: Response): Promise<boolean> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return problemName(readProblem(body, response.status, currentLanguage())) === 'device-revoked';
}

/** Statuses by which the server, or what stands before it, says "not now". */
const notNow = new Set([502, 503, 504]);

const everyCall: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
  async onResponse({ response }) {
    if (notNow.has(response.status)) noteFailure('unavailable');
    else noteAnswer();
    noteClock(response);
    if (response.status === 401 && (await saysRevoked(response))) for (const act of pairingRevoked) act();
    if (response.status === 401) for (const act of sessionLost) act();
    return undefined;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    noteFailure('lost');
    return new ProblemError(noContactProblem(currentLanguage()));
  },
};

/** The API, typed from its OpenAPI document. Give what it returns to {@link answer}. */
export const api = createClient<paths>({
  baseUrl: typeof location === 'undefined' ? 'http://localhost' : location.origin,
});
api.use(everyCall);

interface Result<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The body of a good answer: `const session = await answer(api.GET('/api/v1/session'))`.
 *
 * @throws ProblemError with the API's own words, or ours when no answer came
 */
export async function answer<Data>(call: Promise<Result<Data>>): Promise<Data> {
  return (await answerWithTag(call)).data;
}

/** As {@link answer}, with the version (`ETag`) to send back in {@link ifMatch} when saving. */
export async function answerWithTag<Data>(call: Promise<Result<Data>>): Promise<{ data: Data; etag: string | null }> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(readProblem(error, response.status, currentLanguage()));
  return { data: data as Data, etag: response.headers.get('ETag') };
}

/** Saves only if nobody else has saved since: the API answers 412 otherwise. */
export function ifMatch(etag: string): { 'If-Match': string } {
  return { 'If-Match': etag };
}

/**
 * Makes a create safe to send again. Make one key per thing the user wants to create (`useState(uuidv7)`), not per call.
 */
export function idempotent(key: string = uuidv7()): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}
