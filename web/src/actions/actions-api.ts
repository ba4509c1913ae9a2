import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type ActionLink = Schemas['ActionLink'];
export type LinkedAction = Schemas['LinkedAction'];

const root = '/api/v1/municipalities/{code}' as const;

/** Makes a link for the owner; with an address a letter goes too. */
export function useMakeLink(code: string, id: string) {
  return useMutation({
    mutationFn: (mailTo: string | null) =>
      answer(api.POST(`${root}/actions/{id}/links`, { params: { path: { code, id } }, body: { mailTo } })),
  });
}

export function useRevokeLinks(code: string, id: string) {
  return useMutation({
    mutationFn: async () => {
      await answer(api.DELETE(`${root}/actions/{id}/links`, { params: { path: { code, id } } }));
    },
  });
}

/** The calendar that one's phone or computer subscribes to; its address is told only when it is made. */
export function useFeed(code: string) {
  const client = useQueryClient();
  const params = { path: { code } };
  const key = ['calendar-feed', code];
  const again = () => client.invalidateQueries({ queryKey: key });
  const feed = useQuery({ queryKey: key, queryFn: () => answer(api.GET(`${root}/calendar-feed`, { params })) });
  const make = useMutation({
    mutationFn: () => answer(api.POST(`${root}/calendar-feed`, { params })),
    onSuccess: again,
  });
  const revoke = useMutation({
    mutationFn: async () => {
      await answer(api.DELETE(`${root}/calendar-feed`, { params }));
    },
    onSuccess: () => {
      make.reset();
      return again();
    },
  });
  return { feed, make, revoke };
}

/** What a link is for; the key goes in the body, so that it stands in no address and no log. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['action-link', token],
    queryFn: () => answer(api.POST('/api/v1/action-links/read', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });

export function answerByLink(body: Schemas['ActionLinkAnswer']): Promise<LinkedAction> {
  return answer(api.POST('/api/v1/action-links/answer', { body }));
}
