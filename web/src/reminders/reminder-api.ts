import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { ProblemError } from '../api/problem.js';

export type Reminders = components['schemas']['Reminders'];
export type ReminderLink = components['schemas']['ReminderLink'];
export type ReminderSetting = components['schemas']['NewReminderSetting'];
export type RemindedOrganisation = Reminders['organisations'][number];

const root = '/api/v1/municipalities/{code}' as const;

export const remindersQuery = (code: string) =>
  queryOptions({
    queryKey: ['reminders', code],
    queryFn: () => answer(api.GET(`${root}/reminders`, { params: { path: { code } } })),
  });

export function saveSetting(code: string, id: string, body: ReminderSetting): Promise<Reminders> {
  return answer(api.PUT(`${root}/reminders/{id}`, { params: { path: { code, id } }, body }));
}

export function remindNow(code: string, id: string): Promise<Reminders> {
  return answer(api.POST(`${root}/reminders/{id}`, { params: { path: { code, id } } }));
}

export function saveSms(code: string, body: components['schemas']['NewSmsWebhook']): Promise<Reminders> {
  return answer(api.PUT(`${root}/reminder-sms`, { params: { path: { code } }, body }));
}

export async function removeSms(code: string): Promise<void> {
  await answer(api.DELETE(`${root}/reminder-sms`, { params: { path: { code } } }));
}

/** A letter to oneself, or an SMS to a number. */
export async function tryOut(code: string, to: string | null): Promise<void> {
  await answer(api.POST(`${root}/reminder-tests`, { params: { path: { code } }, body: { to } }));
}

/** What a link is for; the key goes in the body, so that it stands in no address and no log. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['reminder-link', token],
    queryFn: () => answer(api.POST('/api/v1/reminder-link', { body: { token } })),
    retry: false,
    staleTime: Infinity,
  });

export function sayNothing(token: string): Promise<ReminderLink> {
  return answer(api.POST('/api/v1/reminder-link/nothing', { body: { token } }));
}

/** What the API says of one field of a form, whichever of its lines it means. */
export function faultOf(error: Error | null, pointer: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.problem.errors?.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`))?.detail;
}
