import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { hasChosenLanguage, setLanguage } from '../ui/language.js';
import { answer, api } from './client.js';
import type { components, paths } from './openapi.js';
import { forgetDrafts } from './drafts.js';
import { forgetKept } from './kept.js';
import { ProblemError } from './problem.js';
import { forgetSession, rememberedSession, rememberSession } from './remembered-session.js';

export type Session = components['schemas']['Session'];
export type Membership = Session['memberships'][number];
export type Permission = Membership['permissions'][number];
type DemoAccounts = paths['/api/v1/demo-accounts']['get']['responses'][200]['content']['application/json'];
export type DemoAccount = DemoAccounts['accounts'][number];

/** With somebody remembered, a page waits no longer than this to hear who is signed in. */
const patience = 3_000;

async function askSession(): Promise<Session | null> {
  try {
    const session = await answer(api.GET('/api/v1/session'));
    if (!hasChosenLanguage()) setLanguage(session.account.language, { remember: false });
    rememberSession(session, Date.now());
    return session;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

/** Who is signed in, as the server says; without contact, who was when it last said so. */
async function fetchSession(): Promise<Session | null> {
  const remembered = rememberedSession(Date.now());
  if (remembered === null) return askSession();
  const late = new Promise<Session>((resolve) => setTimeout(resolve, patience, remembered));
  return Promise.race([askSession().catch(() => remembered), late]);
}

/** Who is signed in; `null`: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
  retry: false,
});

/** Who is signed in; for pages behind the sign-in, which the router does not show without one. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** The membership in the municipality of the present address (`/$code/…`), or `null` outside one. */
export function useMembership(): Membership | null {
  const session = useSession();
  const { code } = useParams({ strict: false });
  return session?.memberships.find((membership) => membership.municipality.code === code) ?? null;
}

/** Whether a membership gives a permission. The API decides; this only spares the user buttons that would be refused. */
export function may(membership: Membership | null, permission: Permission): boolean {
  return membership?.permissions.includes(permission) ?? false;
}

/** Whether the organisation is shown the police's rows: the municipality and the police are, others see a part. */
export function seesPoliceData(membership: Membership | null): boolean {
  return membership === null || ['municipality', 'police'].includes(membership.organisation.kind);
}

function become(client: QueryClient, session: Session | null): void {
  if (session === null) forgetSession();
  else rememberSession(session, Date.now());
  void forgetKept();
  forgetDrafts(session?.account.id ?? null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  client.setQueryData(sessionQuery.queryKey, session);
}

/** Signs in with e-mail and password; nothing fetched for an earlier account stays. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => answer(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => become(client, session),
  });
}

/** Signs out; everything fetched is forgotten. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await answer(api.DELETE('/api/v1/session'));
    },
    onSuccess: () => become(client, null),
  });
}

/** Makes the first administrator of an installation with the one-time link, and signs in as that person. */
export function useFirstAdministrator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { token: string; name: string; email: string; password: string }) => {
      await answer(api.POST('/api/v1/first-administrator', { body }));
      return answer(api.POST('/api/v1/session', { body: { email: body.email, password: body.password } }));
    },
    onSuccess: (session) => become(client, session),
  });
}

/** Pairs this phone by the code of a QR square: from here on it reports, and nothing else. */
export function usePairing() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => answer(api.POST('/api/v1/device-session', { body: { code } })),
    onSuccess: (session) => become(client, session),
  });
}

/** The accounts to try with; empty when this is not a demonstration. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: async (): Promise<DemoAccount[]> => {
    try {
      return (await answer(api.GET('/api/v1/demo-accounts'))).accounts;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 404) return [];
      throw error;
    }
  },
  staleTime: Infinity,
  retry: false,
});
