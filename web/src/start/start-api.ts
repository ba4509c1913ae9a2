import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type StartBody = components['schemas']['Start'];
export type StartCard = StartBody['cards'][number];
export type StartPage = StartCard['page'];

/** What the reader needs now, told by role. */
export const startQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['start', code, language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/start', { params: { path: { code } } })),
    // What waits changes while one works elsewhere.
    staleTime: 0,
  });
