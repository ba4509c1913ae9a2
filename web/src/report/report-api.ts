import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { ReportDraft } from './report-draft.js';
import type { Found } from './report-place.js';
import type { ReportedTime } from './report-time.js';

export type Category = components['schemas']['Category'];

/** The categories that may be reported; they change about once a year. */
export function categoriesQuery(code: string) {
  return queryOptions({
    queryKey: ['categories', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/categories', { params: { path: { code } } })),
    staleTime: 60 * 60_000,
  });
}

export function placesQuery(code: string) {
  return queryOptions({
    queryKey: ['places', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/places', { params: { path: { code } } })),
    staleTime: 60 * 60_000,
  });
}

/** Places, addresses, streets and areas that hold the words. */
export function placeSearchQuery(code: string, text: string) {
  return queryOptions({
    queryKey: ['place-search', code, text],
    queryFn: (): Promise<Found[]> => search(code, { text }),
    staleTime: 10 * 60_000,
    enabled: text.length >= 2,
  });
}

/** What has a name near a position, the nearest first; nothing when the server cannot be asked: a name is a help, no more. */
export async function placesNear(code: string, [longitude, latitude]: readonly [number, number]): Promise<Found[]> {
  try {
    return await search(code, { longitude, latitude });
  } catch {
    return [];
  }
}

function search(code: string, query: { text?: string; longitude?: number; latitude?: number }): Promise<Found[]> {
  return answer(api.GET('/api/v1/municipalities/{code}/place-search', { params: { path: { code }, query } }));
}

/** Sends a report. The same id sent again is the same report. */
export async function sendReport(code: string, draft: ReportDraft, time: ReportedTime): Promise<void> {
  const { place } = draft;
  if (draft.categoryCode === null || place === null) throw new TypeError('a report needs category and place');
  const named = place.placement !== 'position' && place.placement !== 'tapped';
  await answer(
    api.POST('/api/v1/municipalities/{code}/incidents', {
      params: { path: { code } },
      body: {
        id: draft.id,
        categoryCode: draft.categoryCode,
        subcategoryCode: draft.subcategoryCode,
        occurredFrom: time.from,
        occurredTo: time.to,
        timePrecision: time.precision,
        placement: place.placement,
        position: [...place.position],
        accuracyMetres: place.accuracyMetres,
        placeId: place.placeId,
        address: named ? place.name : null,
        setting: draft.setting,
        description: draft.text.trim() === '' ? null : draft.text.trim(),
      },
    }),
  );
}
