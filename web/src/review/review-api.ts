import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type Review = components['schemas']['Review'];
export type Twin = components['schemas']['PossibleDuplicate'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type ReportSource = components['schemas']['ReportSource'];
export type Category = components['schemas']['Category'];
type Merge = components['schemas']['Merge'];

/** What a reviewer does with a report. */
export type Act =
  | { kind: 'accept' | 'reopen' }
  | { kind: 'dismiss'; reason: string; note: string | null }
  | { kind: 'ask'; text: string }
  | { kind: 'merge'; twin: Twin };

/** What a correction changes. */
export type Correction = components['schemas']['IncidentCorrection'];

/** The most rows that the inbox holds at once; as they are handled, the next come. */
export const inboxSize = 200;

export const inboxQuery = (code: string, filter: Record<string, string>) =>
  queryOptions({
    queryKey: ['reviews', code, 'inbox', filter],
    queryFn: () => {
      const query = { ...filter, limit: inboxSize } as never;
      return answer(api.GET('/api/v1/municipalities/{code}/reviews', { params: { path: { code }, query } }));
    },
    refetchInterval: 60_000,
  });

export const historyQuery = (code: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['reviews', code, 'history', id, version],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/reviews/{id}/history', { params: { path: { code, id } } })),
    staleTime: Infinity,
  });

export const reasonsQuery = (code: string) =>
  queryOptions({
    queryKey: ['reviews', code, 'reasons'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/reviews/reasons', { params: { path: { code } } })),
    staleTime: Infinity,
  });

export const sourcesQuery = (code: string) =>
  queryOptions({
    queryKey: ['reviews', code, 'sources'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/reviews/sources', { params: { path: { code } } })),
    staleTime: 30_000,
  });

export const categoriesQuery = (code: string) =>
  queryOptions({
    queryKey: ['categories', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/categories', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

export const areasQuery = (code: string) =>
  queryOptions({
    queryKey: ['areas', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/areas', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

const over = (code: string, id: string, version: number) => {
  const tag = ifMatch(`"${version}"`);
  return { params: { path: { code, id }, header: tag }, headers: tag };
};

/** One report as it is now. */
export function readReview(code: string, id: string): Promise<Review> {
  return answer(api.GET('/api/v1/municipalities/{code}/reviews/{id}', { params: { path: { code, id } } }));
}

/** Does one of the acts over the version that was read; the version afterwards, and the merge where it was one. */
export async function send(code: string, item: { id: string; version: number }, act: Act): Promise<Sent> {
  const to = over(code, item.id, item.version);
  if (act.kind === 'merge') return sendMerge(code, item, act.twin);
  if (act.kind === 'ask') {
    const body = { text: act.text };
    const asked = await answer(api.POST('/api/v1/municipalities/{code}/reviews/{id}/questions', { ...to, body }));
    return { version: asked.version, mergeId: null };
  }
  const decision = { accept: 'accepted', reopen: 'reopened', dismiss: 'dismissed' } as const;
  const { reason, note } = act.kind === 'dismiss' ? act : { reason: null, note: null };
  const body = { decision: decision[act.kind], reason, note };
  const decided = await answer(api.POST('/api/v1/municipalities/{code}/reviews/{id}/decisions', { ...to, body }));
  return { version: decided.version, mergeId: null };
}

/** What an act has led to; `mergeId` only when the act was a merge. */
export interface Sent {
  version: number;
  mergeId: string | null;
}

/** The row that is reviewed already stands for the event; else the one that is looked at. */
async function sendMerge(code: string, item: { id: string; version: number }, twin: Twin): Promise<Sent> {
  const pair = [
    { id: item.id, version: item.version },
    { id: twin.id, version: twin.version },
  ];
  const rows = twin.status === 'accepted' ? pair.toReversed() : pair;
  const merge: Merge = await answer(
    api.POST('/api/v1/municipalities/{code}/reviews/merges', { params: { path: { code } }, body: { rows } }),
  );
  return { version: merge.items.find(({ id }) => id === item.id)?.version ?? 0, mergeId: merge.mergeId };
}

export async function separate(code: string, mergeId: string): Promise<void> {
  await answer(
    api.DELETE('/api/v1/municipalities/{code}/reviews/merges/{id}', { params: { path: { code, id: mergeId } } }),
  );
}

export function takeBack(code: string, item: { id: string; version: number }): Promise<Review> {
  return answer(api.POST('/api/v1/municipalities/{code}/reviews/{id}/undo', over(code, item.id, item.version)));
}

/** Corrects a report; a text that is sent has been read, so its marks are cleared. */
export async function correct(code: string, item: { id: string; version: number }, body: Correction): Promise<Review> {
  await answer(
    api.PATCH('/api/v1/municipalities/{code}/incidents/{id}', { ...over(code, item.id, item.version), body }),
  );
  return readReview(code, item.id);
}

/** Lets others see a text with marks as it stands. */
export async function clearText(code: string, item: { id: string; version: number }): Promise<Review> {
  await answer(api.POST('/api/v1/municipalities/{code}/incidents/{id}/clear-text', over(code, item.id, item.version)));
  return readReview(code, item.id);
}

export function acceptTogether(code: string, organisationId: string) {
  const body = { organisationId };
  return answer(api.POST('/api/v1/municipalities/{code}/reviews/acceptances', { params: { path: { code } }, body }));
}

export function undoTogether(code: string, id: string) {
  return answer(
    api.DELETE('/api/v1/municipalities/{code}/reviews/acceptances/{id}', { params: { path: { code, id } } }),
  );
}

export async function setTrust(code: string, organisationId: string, trust: ReportSource['trust']): Promise<void> {
  await answer(
    api.PUT('/api/v1/municipalities/{code}/reviews/sources/{organisationId}', {
      params: { path: { code, organisationId } },
      body: { trust },
    }),
  );
}
