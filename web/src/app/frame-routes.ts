import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.js';
import { BrokenPage } from './broken-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';

/** The addresses outside the sign-in, and the frame that all pages of a municipality stand in. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

/** Where to go after signing in: a path of our own, never another site. */
function ownPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logga-in',
  validateSearch: (search: Record<string, unknown>): { tillbaka?: string } => {
    const tillbaka = ownPath(search['tillbaka']);
    return tillbaka === undefined ? {} : { tillbaka };
  },
  component: lazyRouteComponent(() => import('../access/sign-in-page.js'), 'SignInPage'),
});

export const firstAdministrator = createRoute({
  getParentRoute: () => root,
  path: '/forsta-administrator',
  component: lazyRouteComponent(() => import('../access/first-administrator-page.js'), 'FirstAdministratorPage'),
});

/** Where the QR square of a phone leads; the code stands after `#`. */
export const pair = createRoute({
  getParentRoute: () => root,
  path: '/para',
  component: lazyRouteComponent(() => import('../devices/pair-page.js'), 'PairPage'),
});

/** Where the links of a reminder lead; their key stands after `#`. */
export const reminderAnswer = createRoute({
  getParentRoute: () => root,
  path: '/svar',
  component: lazyRouteComponent(() => import('../reminders/answer-page.js'), 'AnswerPage'),
});

/** Where the owner's link of an action leads; its key stands after `#`. */
export const actionAnswer = createRoute({
  getParentRoute: () => root,
  path: '/atgard',
  component: lazyRouteComponent(() => import('../actions/answer-page.js'), 'ActionAnswerPage'),
});

/** Everything behind the sign-in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session !== null) return { session };
    throw redirect({ to: '/logga-in', search: location.href === '/' ? {} : { tillbaka: location.href } });
  },
  component: Layout,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

export const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { kommun?: string } =>
    typeof search['kommun'] === 'string' ? { kommun: search['kommun'] } : {},
  component: lazyRouteComponent(() => import('./start-page.js'), 'StartPage'),
});

/** Everything of one municipality; another one's code is "not found", whether it exists or not. */
export const municipality = createRoute({
  getParentRoute: () => signedIn,
  path: '/$code',
  beforeLoad: ({ context, params }) => {
    const membership = context.session.memberships.find((one) => one.municipality.code === params.code);
    if (membership === undefined) throw notFound();
    return { membership };
  },
  component: Outlet,
  notFoundComponent: NotFoundPage,
});
