import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { uuidv7 } from '../api/uuid.js';
import { useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { presenceTexts } from './presence-texts.js';

type Schemas = components['schemas'];
export type PresenceOverview = Schemas['PresenceOverview'];
export type PresencePlan = Schemas['PresencePlan'];
export type PlaceHistoryItem = Schemas['PlaceHistoryItem'];

const root = '/api/v1/municipalities/{code}' as const;

/** What was done and promised near a place; `near` is longitude,latitude,metres. */
export const placeHistoryQuery = (code: string, near: string) =>
  queryOptions({
    queryKey: ['actions', code, 'place-history', near],
    queryFn: () => answer(api.GET(`${root}/place-history`, { params: { path: { code }, query: { near } } })),
  });

export const presenceQuery = (code: string, hotspotId: string) =>
  queryOptions({
    queryKey: ['presence', code, hotspotId],
    queryFn: () => answer(api.GET(`${root}/hotspots/{id}/presence`, { params: { path: { code, id: hotspotId } } })),
  });

/** When in the week being there covers most; counted over the rolling year. */
export const presencePlanQuery = (code: string, hotspotId: string) =>
  queryOptions({
    queryKey: ['presence-plan', code, hotspotId],
    queryFn: () =>
      answer(api.GET(`${root}/hotspots/{id}/presence-plan`, { params: { path: { code, id: hotspotId } } })),
    staleTime: 5 * 60_000,
  });

/** Says that one was there; the toast takes it back. One press is stored once, however often it is sent. */
export function useLogPresence(code: string, hotspotId: string) {
  const t = useTexts(presenceTexts);
  const client = useQueryClient();
  const again = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['presence', code, hotspotId] }),
      client.invalidateQueries({ queryKey: ['promises', code] }),
    ]);
  const failed = () => showToast({ text: t('failed'), tone: 'bad' });
  return useMutation({
    mutationFn: ({ minutes, commitmentId }: { minutes: number; commitmentId: string | null }) =>
      answer(
        api.POST(`${root}/hotspots/{id}/presence`, {
          params: { path: { code, id: hotspotId } },
          body: { id: uuidv7(), minutes, commitmentId },
        }),
      ),
    onSuccess: ({ id, minutes }) => {
      const undo = () =>
        void answer(api.DELETE(`${root}/presence/{id}`, { params: { path: { code, id } } })).then(again, failed);
      showToast({ text: t('logged', { minutes }), tone: 'good', undo: { act: undo } });
    },
    onError: failed,
    onSettled: again,
  });
}
