import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { freshOrKept } from '../api/kept.js';
import type { components } from '../api/openapi.js';
import { ProblemError } from '../api/problem.js';
import type { ReportBody } from '../outbox/entry.js';
import { findKept, nearKept, type NamedArea } from './kept-places.js';
import type { ReportDraft } from './report-draft.js';
import type { Found, NamedPlace } from './report-place.js';
import type { ReportedTime } from './report-time.js';

export type Category = components['schemas']['Category'];

/** The categories that may be reported; they change about once a year. */
export function categoriesQuery(code: string) {
  return queryOptions({
    queryKey: ['categories', code],
    queryFn: () =>
      freshOrKept(`categories.${code}`, () =>
        answer(api.GET('/api/v1/municipalities/{code}/categories', { params: { path: { code } } })),
      ),
    staleTime: 60 * 60_000,
    retry: false,
  });
}

export function placesQuery(code: string) {
  return queryOptions({
    queryKey: ['places', code],
    queryFn: () =>
      freshOrKept(`places.${code}`, () =>
        answer(api.GET('/api/v1/municipalities/{code}/places', { params: { path: { code } } })),
      ),
    staleTime: 60 * 60_000,
    retry: false,
  });
}

/** The areas' outlines, kept for naming and finding without a network. */
export function areasQuery(code: string) {
  return queryOptions({
    queryKey: ['areas', code],
    queryFn: () =>
      freshOrKept(`areas.${code}`, () =>
        answer(api.GET('/api/v1/municipalities/{code}/areas', { params: { path: { code } } })),
      ),
    staleTime: 60 * 60_000,
    retry: false,
  });
}

/** What is kept of a municipality's names, for when the server cannot be asked. */
export interface KeptNames {
  readonly places: readonly NamedPlace[];
  readonly areas: readonly NamedArea[];
}

/** Places, addresses, streets and areas that hold the words; without contact the places and areas that are kept. */
export function placeSearchQuery(code: string, text: string, kept: KeptNames) {
  return queryOptions({
    queryKey: ['place-search', code, text],
    queryFn: async (): Promise<Found[]> => {
      try {
        return await search(code, { text });
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500) throw error;
        return findKept(text, kept.places, kept.areas);
      }
    },
    staleTime: 60_000,
    retry: false,
    enabled: text.length >= 2,
  });
}

/** What has a name near a position, the nearest first; from what is kept when the server cannot be asked: a name is a help, no more. */
export async function placesNear(
  code: string,
  [longitude, latitude]: readonly [number, number],
  kept: KeptNames,
): Promise<Found[]> {
  try {
    return await search(code, { longitude, latitude });
  } catch {
    return nearKept([longitude, latitude], kept.places);
  }
}

/** Open reports of the same kind close by; none when the server cannot be asked. */
export function nearbyQuery(code: string, place: readonly [number, number] | null, category: string | null) {
  return queryOptions({
    queryKey: ['nearby', code, place, category],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/nearby-reports', {
          params: {
            path: { code },
            query: { longitude: place![0], latitude: place![1], category: category! },
          },
        }),
      ),
    enabled: place !== null && category !== null,
    staleTime: 60_000,
    retry: false,
  });
}

function search(code: string, query: { text?: string; longitude?: number; latitude?: number }): Promise<Found[]> {
  return answer(api.GET('/api/v1/municipalities/{code}/place-search', { params: { path: { code }, query } }));
}

/** The report as the API takes it. */
export function reportBody(draft: ReportDraft, time: ReportedTime, placeBound: boolean): ReportBody {
  const { place } = draft;
  if (draft.categoryCode === null) throw new TypeError('a report needs a category');
  const where = placeBound ? place : null;
  const named = where !== null && where.placement !== 'position' && where.placement !== 'tapped';
  return {
    id: draft.id,
    categoryCode: draft.categoryCode,
    subcategoryCode: draft.subcategoryCode,
    ...timesOf(time),
    placement: where?.placement ?? 'none',
    position: where === null ? null : [...where.position],
    accuracyMetres: where?.accuracyMetres ?? null,
    placeId: where?.placeId ?? null,
    address: named ? where.name : null,
    setting: where === null ? null : draft.setting,
    description: draft.text.trim() === '' ? null : draft.text.trim(),
    policeCalled: draft.policeCalled || null,
    policeReported: draft.policeReported || null,
    recurrence: draft.recurrence,
  };
}

export function timesOf(time: ReportedTime): Pick<ReportBody, 'occurredFrom' | 'occurredTo' | 'timePrecision'> {
  return { occurredFrom: time.from, occurredTo: time.to, timePrecision: time.precision };
}
