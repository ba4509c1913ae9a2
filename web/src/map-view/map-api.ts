import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import type { MapSearch } from './map-search.js';
import { mapDays } from './map-period.js';

export type AnalysisRun = components['schemas']['AnalysisRun'];
export type Cluster = components['schemas']['Cluster'];
export type PlaceFigures = components['schemas']['PlaceFigures'];
export type Hotspot = components['schemas']['Hotspot'];
export type EventCollection = components['schemas']['EventCollection'];
export type Category = components['schemas']['Category'];
export type NewHotspot = components['schemas']['NewHotspot'];

/** The filter as the API takes it. */
export interface EventFilter {
  from?: string;
  to?: string;
  category?: string[];
  source?: string[];
  area?: string;
  severity?: string[];
  organisation?: string;
  weekday?: string[];
  hour?: string[];
  near?: string;
  drawn?: string;
}

const sources = { polis: 'police', personal: 'report' } as const;
const lists = { category: 'kategori', severity: 'allvar', weekday: 'veckodag', hour: 'timme' } as const;
const words = { area: 'omrade', organisation: 'aktor', near: 'nara', drawn: 'ritat' } as const;

/** The filter of an address; the same address gives the same key all day. */
export function filterOf(search: MapSearch, today: string): EventFilter {
  const filter: EventFilter = { ...mapDays(search.period ?? '12m', today, search) };
  for (const [name, part] of Object.entries(lists) as [keyof typeof lists, (typeof lists)[keyof typeof lists]][]) {
    const values = search[part];
    if (values !== undefined) filter[name] = [...values];
  }
  for (const [name, part] of Object.entries(words) as [keyof typeof words, (typeof words)[keyof typeof words]][]) {
    const value = search[part];
    if (value !== undefined) filter[name] = value;
  }
  if (search.kalla !== undefined) filter.source = [sources[search.kalla]];
  return filter;
}

/** A filter as query parameters: lists are joined by comma. */
export function queryOf(filter: EventFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );
}

/** The anhopningar of a filter; the one shown stays until the next has come. */
export const analysisQuery = (code: string, filter: EventFilter, language: string) =>
  queryOptions({
    queryKey: ['map', code, 'analysis', filter, language],
    queryFn: ({ signal }) => clustersOf(code, filter, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

const askAgainMilliseconds = 1000;

/** Asks, and asks again while a large municipality is still being calculated. A run that ended without an answer is a problem. */
async function clustersOf(code: string, filter: EventFilter, signal: AbortSignal): Promise<AnalysisRun> {
  const path = { code };
  let state = await answer(
    api.POST('/api/v1/municipalities/{code}/analyses', { params: { path }, body: filter as never, signal }),
  );
  while (state.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, askAgainMilliseconds));
    const { id } = state;
    state = await answer(
      api.GET('/api/v1/municipalities/{code}/analyses/{id}', { params: { path: { code, id } }, signal }),
    );
  }
  if (state.state !== 'done') throw new Error(state.problem ?? state.step);
  return state;
}

/** The events of a filter as points. */
export const eventsQuery = (code: string, filter: EventFilter) =>
  queryOptions({
    queryKey: ['map', code, 'events', filter],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/events', {
          params: { path: { code }, query: queryOf(filter) as never },
        }),
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export type TileView = components['schemas']['TileView'];

/** More events than this come as tiles: a telephone draws so many points without a stutter, and no more. */
export const mostPoints = 5000;

/** How many events a filter has, and the key under which its tiles are fetched. */
export const tileViewQuery = (code: string, filter: EventFilter) =>
  queryOptions({
    queryKey: ['map', code, 'tiles', filter],
    queryFn: () =>
      answer(
        api.POST('/api/v1/municipalities/{code}/tiles/views', {
          params: { path: { code } },
          body: { filter: filter as never },
        }),
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** The squares of a filter, counted where all its rows are. */
export const squaresQuery = (code: string, filter: EventFilter, side: number) =>
  queryOptions({
    queryKey: ['map', code, 'squares', filter, side],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/squares', {
          params: { path: { code }, query: { ...queryOf(filter), side: String(side) } as never },
        }),
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** The hot spots with their figures over the latest twelve months. */
export const hotspotsQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['hotspots', code, 'list', language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/hotspots', { params: { path: { code } } })),
    staleTime: 60_000,
  });

/** Polisen's public notices of a week; the running one when none is named. */
export const policeWeekQuery = (code: string, week: string | null) =>
  queryOptions({
    queryKey: ['map', code, 'police', week],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/police-events', {
          params: { path: { code }, query: week === null ? {} : { week } },
        }),
      ),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
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

export const municipalityQuery = (code: string) =>
  queryOptions({
    queryKey: ['municipality', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}', { params: { path: { code } } })),
    staleTime: 60_000,
  });

/** The colours that the group has set for a week. */
export const statusesQuery = (code: string, week: string) =>
  queryOptions({
    queryKey: ['area-statuses', code, week],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/area-statuses', { params: { path: { code }, query: { week } } })),
    staleTime: 60_000,
  });

/** Places of the municipality's own register. */
export const placesQuery = (code: string) =>
  queryOptions({
    queryKey: ['places', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/places', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

/** Actions that are not done yet. */
export const openActionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['actions', code, 'open'],
    queryFn: () =>
      answer(api.GET('/api/v1/municipalities/{code}/actions', { params: { path: { code }, query: { open: 'true' } } })),
    staleTime: 60_000,
  });

/** The reports and rows of a filter, page by page. */
export const reportsQuery = (code: string, filter: EventFilter) =>
  infiniteQueryOptions({
    queryKey: ['map', code, 'reports', filter],
    queryFn: ({ pageParam }) => {
      const page = { limit: '25', ...(pageParam === '' ? {} : { cursor: pageParam }) };
      const query = { ...queryOf(filter), ...page } as never;
      return answer(api.GET('/api/v1/municipalities/{code}/incidents', { params: { path: { code }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 60_000,
  });

export type Figures = components['schemas']['Figures'];

/** Everything that can be counted of a filter, and of a second period when one is given. */
export const figuresQuery = (code: string, filter: EventFilter, against?: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['map', code, 'figures', filter, against ?? null],
    queryFn: () => {
      const second = against === undefined ? {} : { compareFrom: against.from, compareTo: against.to };
      const query = { ...queryOf(filter), ...second } as never;
      return answer(api.GET('/api/v1/municipalities/{code}/figures', { params: { path: { code }, query } }));
    },
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export type SavedView = components['schemas']['View'];

/** The views that the reader has saved, and those that others share. */
export const savedViewsQuery = (code: string) =>
  queryOptions({
    queryKey: ['views', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/views', { params: { path: { code } } })),
    staleTime: 60_000,
  });

export const ownersQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

/** Takes up an anhopning as a hot spot. */
export function useAdopt(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewHotspot) =>
      answer(api.POST('/api/v1/municipalities/{code}/hotspots', { params: { path: { code } }, body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['hotspots', code] }),
        client.invalidateQueries({ queryKey: ['map', code, 'analysis'] }),
      ]),
  });
}

/** Runs a stored analysis again and says whether the answer is the same. */
export function useReproduction(code: string, id: string) {
  return useMutation({
    mutationFn: () =>
      answer(api.POST('/api/v1/municipalities/{code}/analyses/{id}/reproductions', { params: { path: { code, id } } })),
  });
}
