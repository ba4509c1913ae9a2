import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { showToast } from '../ui/toast.js';
import { useTexts } from '../ui/language.js';
import { actionTexts } from './texts.js';

type Schemas = components['schemas'];
export type Action = Schemas['Action'];
export type NewAction = Pick<Schemas['NewAction'], 'what' | 'organisationId' | 'ownerFunction'> &
  Partial<Schemas['NewAction']>;
export type ActionChange = Schemas['ActionChange'];
export type ActionAnswer = Pick<Schemas['ActionAnswer'], 'status'> & Partial<Schemas['ActionAnswer']>;
export type ActionStatus = Action['status'];
export type ActionGrade = NonNullable<Action['grade']>;

const root = '/api/v1/municipalities/{code}/actions' as const;

export interface ActionFilter {
  readonly hotspotId?: string;
  readonly meetingId?: string;
  readonly organisationId?: string;
  readonly open?: 'true' | 'false';
  readonly dueBefore?: string;
  readonly near?: string;
}

/** Actions, those not done first, by their last day. Everything that writes one asks them all again. */
export const actionsQuery = (code: string, filter: ActionFilter = {}) =>
  queryOptions({
    queryKey: ['actions', code, filter],
    queryFn: () => answer(api.GET(root, { params: { path: { code }, query: filter } })),
  });

/** Who can be asked to do something. */
export const organisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', { params: { path: { code } } })),
    staleTime: 5 * 60_000,
  });

/** Writes a new action; with the same `id` sent twice it is stored once. */
export function useCreateAction(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAction) =>
      answer(api.POST(root, { params: { path: { code } }, body: body as Schemas['NewAction'] })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['actions', code] }),
  });
}

/** Changes an action over the version that was read. */
export function useChangeAction(code: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, change }: { action: Pick<Action, 'id' | 'version'>; change: ActionChange }) => {
      const headers = ifMatch(`"${action.version}"`);
      return answer(
        api.PATCH(`${root}/{id}`, {
          params: { path: { code, id: action.id }, header: headers },
          body: change,
          headers,
        }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['actions', code] }),
  });
}

/** Answers how an action goes, says so, and offers to take it back. */
export function useAnswerAction(code: string) {
  const t = useTexts(actionTexts);
  const client = useQueryClient();
  const send = (id: string, body: ActionAnswer) =>
    answer(
      api.POST(`${root}/{id}/answers`, {
        params: { path: { code, id } },
        body: body as Schemas['ActionAnswer'],
      }),
    );
  const again = () => client.invalidateQueries({ queryKey: ['actions', code] });
  const failed = () => showToast({ text: t('answerFailed'), tone: 'bad' });
  return useMutation({
    mutationFn: ({ action, answer: given }: { action: Action; answer: ActionAnswer }) => send(action.id, given),
    onSuccess: (_, { action, answer: given }) => {
      const back = { status: action.status, grade: action.grade };
      const undo = () => void send(action.id, back).then(again, failed);
      showToast({ text: t(`said-${given.status}`), tone: 'good', undo: { act: undo } });
    },
    onError: failed,
    onSettled: again,
  });
}

/** Withdraws an action; the toast takes it back. */
export function useWithdrawAction(code: string) {
  const t = useTexts(actionTexts);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['actions', code] });
  const failed = () => showToast({ text: t('withdrawFailed'), tone: 'bad' });
  const path = (id: string) => ({ params: { path: { code, id } } });
  return useMutation({
    mutationFn: (id: string) => answer(api.POST(`${root}/{id}/withdrawal`, path(id))),
    onSuccess: (_, id) => {
      const undo = () => void answer(api.DELETE(`${root}/{id}/withdrawal`, path(id))).then(again, failed);
      showToast({ text: t('withdrawn'), tone: 'plain', undo: { act: undo } });
    },
    onError: failed,
    onSettled: again,
  });
}
