import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { showToast } from '../ui/toast.js';
import { useTexts } from '../ui/language.js';
import { causeTexts } from './cause-texts.js';

type Schemas = components['schemas'];
export type Cause = Schemas['Cause'];
export type NewCause = Pick<Schemas['NewCause'], 'kind' | 'text'> & Partial<Schemas['NewCause']>;
export type CauseChange = Schemas['CauseChange'];
export type CausePlace = Schemas['CausePlace'];

const one = '/api/v1/municipalities/{code}/causes/{id}' as const;
const over = (code: string, { id, version }: Pick<Cause, 'id' | 'version'>) => {
  const headers = ifMatch(`"${version}"`);
  return { params: { path: { code, id }, header: headers }, headers };
};

/** Why it happens here, in the order that the group has given. */
export const causesQuery = (code: string, hotspotId: string) =>
  queryOptions({
    queryKey: ['hotspots', code, hotspotId, 'causes'],
    queryFn: () =>
      answer(
        api.GET('/api/v1/municipalities/{code}/hotspots/{id}/causes', { params: { path: { code, id: hotspotId } } }),
      ),
  });

function useWrite<Input>(code: string, write: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: ['hotspots', code] }),
  });
}

export function useAddCause(code: string, hotspotId: string) {
  return useWrite(code, (body: NewCause) =>
    answer(
      api.POST('/api/v1/municipalities/{code}/hotspots/{id}/causes', {
        params: { path: { code, id: hotspotId } },
        body: body as Schemas['NewCause'],
      }),
    ),
  );
}

export function useChangeCause(code: string) {
  return useWrite(code, ({ cause, change }: { cause: Cause; change: CauseChange }) =>
    answer(api.PATCH(one, { ...over(code, cause), body: change })),
  );
}

export function usePlaceCause(code: string) {
  return useWrite(code, ({ cause, place }: { cause: Cause; place: CausePlace }) =>
    answer(api.POST(`${one}/place`, { ...over(code, cause), body: place })),
  );
}

/** Withdraws a cause; the toast takes it back. */
export function useWithdrawCause(code: string) {
  const t = useTexts(causeTexts);
  const path = (id: string) => ({ params: { path: { code, id } } });
  const restore = useWrite(code, (id: string) => answer(api.DELETE(`${one}/withdrawal`, path(id))));
  return useWrite(code, async ({ id }: Cause) => {
    await answer(api.POST(`${one}/withdrawal`, path(id)));
    showToast({ text: t('withdrawn'), tone: 'plain', undo: { act: () => restore.mutate(id) } });
  });
}
