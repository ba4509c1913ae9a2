import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

/** What the questions are asked of: the municipality, its categories, areas, hot spots and baselines. */

export const municipalityQuery = (code: string) =>
  queryOptions({
    queryKey: ['municipality', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}', { params: { path: { code } } })),
    staleTime: 60_000,
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

export const hotspotsQuery = (code: string, language: string) =>
  queryOptions({
    queryKey: ['hotspots', code, 'list', language],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/hotspots', { params: { path: { code } } })),
    staleTime: 60_000,
  });

export const baselinesQuery = (code: string) =>
  queryOptions({
    queryKey: ['baselines', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/baselines', { params: { path: { code } } })),
  });
