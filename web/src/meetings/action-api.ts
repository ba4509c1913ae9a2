import { queryOptions } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';

type Schemas = components['schemas'];
export type Action = Schemas['Action'];

const root = '/api/v1/municipalities/{code}/actions/{id}';
const at = (code: string, id: string) => ({ params: { path: { code, id } } });

export function withdrawDecision(code: string, id: string): Promise<Action> {
  return answer(api.POST(`${root}/withdrawal`, at(code, id)));
}

export function restoreDecision(code: string, id: string): Promise<Action> {
  return answer(api.DELETE(`${root}/withdrawal`, at(code, id)));
}

export function answerAction(code: string, id: string, status: Action['status']): Promise<Action> {
  return answer(api.POST(`${root}/answers`, { ...at(code, id), body: { status, note: null } }));
}

export function changeAction(code: string, { id, version }: Action, body: Schemas['ActionChange']): Promise<Action> {
  const header = ifMatch(`"${version}"`);
  return answer(api.PATCH(root, { params: { path: { code, id }, header }, body }));
}

/** A link by which the owner answers without an account; its key is told once. */
export function makeOwnerLink(code: string, id: string): Promise<Schemas['ActionLink']> {
  return answer(api.POST(`${root}/links`, { ...at(code, id), body: { mailTo: null } }));
}

/** Every action that the reader may see, the done ones too. */
export const actionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code, 'actions'],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/actions', { params: { path: { code } } })),
  });
