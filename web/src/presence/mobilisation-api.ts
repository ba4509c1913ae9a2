import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type Mobilisation = Schemas['Mobilisation'];
export type MobilisationRun = Schemas['MobilisationRun'];
export type NewMobilisation = Schemas['NewMobilisation'];

const root = '/api/v1/municipalities/{code}' as const;

/** The routines with each use of them; asked again now and then, since several tick at once. */
export const mobilisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['mobilisations', code],
    queryFn: () => answer(api.GET(`${root}/mobilisations`, { params: { path: { code } } })),
    refetchInterval: 10_000,
  });

/** The places of the register, for a routine to belong to. */
export const placesQuery = (code: string) =>
  queryOptions({
    queryKey: ['places', code],
    queryFn: () => answer(api.GET(`${root}/places`, { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

function useAgain(code: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['mobilisations', code] });
}

/** Writes a routine, or changes one over the version that was read. */
export function useSaveMobilisation(code: string, routine?: Mobilisation) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (body: NewMobilisation) => {
      if (routine === undefined) return answer(api.POST(`${root}/mobilisations`, { params: { path: { code } }, body }));
      const headers = ifMatch(`"${routine.version}"`);
      const params = { path: { code, id: routine.id }, header: headers };
      return answer(api.PUT(`${root}/mobilisations/{id}`, { params, body, headers }));
    },
    onSettled: again,
  });
}

export function useRemoveMobilisation(code: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: async (id: string) => {
      await answer(api.DELETE(`${root}/mobilisations/{id}`, { params: { path: { code, id } } }));
    },
    onSettled: again,
  });
}

export function useStart(code: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (id: string) => answer(api.POST(`${root}/mobilisations/{id}/runs`, { params: { path: { code, id } } })),
    onSettled: again,
  });
}

export function useTick(code: string, runId: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: (body: Schemas['MobilisationTick']) =>
      answer(api.POST(`${root}/mobilisation-runs/{id}/ticks`, { params: { path: { code, id: runId } }, body })),
    onSettled: again,
  });
}

export function useEnd(code: string, runId: string) {
  const again = useAgain(code);
  return useMutation({
    mutationFn: () => answer(api.POST(`${root}/mobilisation-runs/{id}/end`, { params: { path: { code, id: runId } } })),
    onSettled: again,
  });
}
