import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { onSessionLost } from '../api/client.js';
import { onRecovery } from '../api/connection.js';
import { ProblemError } from '../api/problem.js';
import { sessionQuery } from '../api/session.js';
import { BrokenPage } from './broken-page.js';
import { routeTree } from './routes.js';
import { parseSearch, stringifySearch } from './search.js';

/** Only what may pass by waiting is asked for again; a refusal is a refusal. */
function retry(failures: number, error: Error): boolean {
  const status = error instanceof ProblemError ? error.problem.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

export const queryClient = new QueryClient({
  // Whether there is a network is found out by asking: a device that believes it has none still opens what it keeps.
  defaultOptions: {
    queries: { retry, staleTime: 30_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  search: { strict: true }, // A page is given what its own `*-search.ts` has read and nothing else of the address.
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

// Whichever call is told first, also the one that only asks who is signed in: the pages behind draw nothing without a session.
onSessionLost(() => {
  const known = queryClient.getQueryData(sessionQuery.queryKey);
  if (known === undefined || known === null) return;
  queryClient.setQueryData(sessionQuery.queryKey, null);
  void router.navigate({ to: '/logga-in', search: { tillbaka: router.state.location.href } });
});

onRecovery(() => void queryClient.invalidateQueries());

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
