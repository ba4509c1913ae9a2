import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

export type CitizenPromise = components['schemas']['CitizenPromise'];
export type Commitment = components['schemas']['Commitment'];
export type NewPromise = components['schemas']['NewPromise'];
export type NewCommitment = components['schemas']['NewCommitment'];
export type NewOccasion = components['schemas']['NewOccasion'];
export type Occasion = components['schemas']['Occasion'];
export type Status = NonNullable<Commitment['progress']['status']>;

/** The municipality's promises with their progress today. */
export const promisesQuery = (code: string) =>
  queryOptions({
    queryKey: ['promises', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/promises', { params: { path: { code } } })),
  });

/** What was logged on a commitment, the latest first. */
export const occasionsQuery = (code: string, commitmentId: string) =>
  queryOptions({
    queryKey: ['promises', code, 'occasions', commitmentId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/commitments/{id}/occasions', {
          params: { path: { code, id: commitmentId } },
        }),
      ),
  });

/** Who can answer for a commitment. */
export const organisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

/** The areas that a promise can hold in, by name. */
export const areaNamesQuery = (code: string) =>
  queryOptions({
    queryKey: ['area-names', code],
    queryFn: async () => {
      const areas = await answer(api.GET('/api/v1/municipalities/{code}/areas', { params: { path: { code } } }));
      return areas.features.map(({ properties }) => ({
        id: String(properties['id']),
        name: String(properties['name']),
      }));
    },
    staleTime: 5 * 60_000,
  });

/** What a hot spot is called, for a promise that is written from it. */
export const hotspotNameQuery = (code: string, id: string) =>
  queryOptions({
    queryKey: ['hotspot-name', code, id],
    queryFn: async () => {
      const { name } = await answer(
        api.GET('/api/v1/municipalities/{code}/hotspots/{id}', { params: { path: { code, id } } }),
      );
      return { name };
    },
    staleTime: 5 * 60_000,
  });

/** Writes a promise. */
export function useCreatePromise(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPromise) =>
      answer(api.POST('/api/v1/municipalities/{code}/promises', { params: { path: { code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['promises', code] }),
  });
}

/** Logs that a commitment was carried out; the same id sent twice counts once. */
export function useLogOccasion(code: string, commitmentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewOccasion) =>
      answer(
        api.POST('/api/v1/municipalities/{code}/commitments/{id}/occasions', {
          params: { path: { code, id: commitmentId } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['promises', code] }),
  });
}

/** Withdraws what was logged. */
export function useWithdrawOccasion(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      await answer(api.DELETE('/api/v1/municipalities/{code}/occasions/{id}', { params: { path: { code, id } } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['promises', code] }),
  });
}
