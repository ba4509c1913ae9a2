import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, answerWithTag, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { Paper } from '../ui/paper.js';
import type { Stage } from './stage.js';

export type HotspotDetail = components['schemas']['HotspotDetail'];
export type Incident = components['schemas']['Incident'];

/** A hot spot with the version that a change is written over. */
export const hotspotQuery = (code: string, id: string, language: string) =>
  queryOptions({
    queryKey: ['hotspots', code, id, language],
    queryFn: () =>
      answerWithTag(api.GET('/api/v1/municipalities/{code}/hotspots/{id}', { params: { path: { code, id } } })),
  });

/** The reports within it over the period of its figures, the latest first, a page at a time. */
export const hotspotIncidentsQuery = (code: string, { id, figures }: Pick<HotspotDetail, 'id' | 'figures'>) => {
  const period = { from: figures.periodFrom, to: figures.periodTo };
  return infiniteQueryOptions({
    queryKey: ['hotspots', code, id, 'incidents', period],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/municipalities/{code}/hotspots/{id}/incidents', {
          params: {
            path: { code, id },
            query: { ...period, limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
};

/** The promises that answer to it. */
export const hotspotPromisesQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['promises', code, 'hotspot', id],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/promises', { params: { path: { code }, query: { hotspotId: id } } }),
      ),
  });

export const categoryNamesQuery = (code: string) =>
  queryOptions({
    queryKey: ['categories', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/categories', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

/** Moves it to another stage, only if nobody else has changed it since it was read. */
export function useMoveStage(code: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ stage, note, etag }: { stage: Stage; note: string | null; etag: string }) =>
      answer(
        api.PUT('/api/v1/municipalities/{code}/hotspots/{id}/stage', {
          params: { path: { code, id }, header: ifMatch(etag) },
          body: { stage, note },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['hotspots', code] }),
  });
}

/** The hot spot's platsunderlag as a file: for those inside and as PDF unless something else is chosen. */
export function placeDocument(code: string, id: string, paper?: Paper): Promise<Blob> {
  return answer(
    api.GET('/api/v1/municipalities/{code}/hotspots/{id}/document', {
      params: { path: { code, id }, query: paper ?? {} },
      parseAs: 'blob',
    }),
  ) as Promise<Blob>;
}

/** Takes up an area that somebody has drawn. */
export function useDraw(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['NewHotspot']) =>
      answer(api.POST('/api/v1/municipalities/{code}/hotspots', { params: { path: { code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['hotspots', code] }),
  });
}
