import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { actionsSearch } from '../actions/actions-search.js';
import { adminSearch } from '../admin/admin-search.js';
import { analysisSearch } from '../analysis/analysis-search.js';
import { calendarSearch } from '../calendar/calendar-search.js';
import { hotspotSearch } from '../hotspots/hotspot-search.js';
import { mapSearch } from '../map-view/map-search.js';
import { promisesSearch } from '../promises/promises-search.js';
import { reviewSearch } from '../review/review-search.js';
import { situationSearch } from '../situation/situation-search.js';
import {
  root,
  signIn,
  firstAdministrator,
  pair,
  reminderAnswer,
  actionAnswer,
  signedIn,
  start,
  municipality,
} from './frame-routes.js';

/**
 * The table of all addresses. A page is one line here and one in the list at the end; its component comes with its own
 * chunk from its feature's folder, and its typed search parameters from `<feature>-search.ts` beside it.
 */

const map = createRoute({
  getParentRoute: () => municipality,
  path: '/karta',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('../map-view/map-page.js'), 'MapPage'),
});

const analysis = createRoute({
  getParentRoute: () => municipality,
  path: '/analys',
  validateSearch: analysisSearch,
  component: lazyRouteComponent(() => import('../analysis/analysis-page.js'), 'AnalysisPage'),
});

const drawHotspot = createRoute({ getParentRoute: () => municipality, path: '/hotspots/ny', component: lazyRouteComponent(() => import('../hotspots/draw-page.js'), 'DrawPage') }); // prettier-ignore

const hotspot = createRoute({
  getParentRoute: () => municipality,
  path: '/hotspots/$id',
  validateSearch: hotspotSearch,
  component: lazyRouteComponent(() => import('../hotspots/hotspot-page.js'), 'HotspotPage'),
});

const promises = createRoute({
  getParentRoute: () => municipality,
  path: '/loften',
  validateSearch: promisesSearch,
  component: lazyRouteComponent(() => import('../promises/promises-page.js'), 'PromisesPage'),
});

const report = createRoute({
  getParentRoute: () => municipality,
  path: '/rapportera',
  component: lazyRouteComponent(() => import('../report/report-page.js'), 'ReportPage'),
});

const myReports = createRoute({
  getParentRoute: () => municipality,
  path: '/mina-rapporter',
  component: lazyRouteComponent(() => import('../report/my-reports-page.js'), 'MyReportsPage'),
});

const devices = createRoute({
  getParentRoute: () => municipality,
  path: '/telefoner',
  component: lazyRouteComponent(() => import('../devices/devices-page.js'), 'DevicesPage'),
});

const review = createRoute({
  getParentRoute: () => municipality,
  path: '/granska',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../review/review-page.js'), 'ReviewPage'),
});

const situation = createRoute({
  getParentRoute: () => municipality,
  path: '/lagesbild',
  validateSearch: situationSearch,
  component: lazyRouteComponent(() => import('../situation/situation-page.js'), 'SituationPage'),
});

const law = createRoute({
  getParentRoute: () => municipality,
  path: '/lagens-krav',
  component: lazyRouteComponent(() => import('../situation/law-page.js'), 'LawPage'),
});

const week = createRoute({
  getParentRoute: () => municipality,
  path: '/veckan',
  component: lazyRouteComponent(() => import('../coverage/week-page.js'), 'WeekPage'),
});

const coverage = createRoute({
  getParentRoute: () => municipality,
  path: '/tackning',
  component: lazyRouteComponent(() => import('../coverage/coverage-page.js'), 'CoveragePage'),
});

const reminders = createRoute({
  getParentRoute: () => municipality,
  path: '/paminnelser',
  component: lazyRouteComponent(() => import('../reminders/reminders-page.js'), 'RemindersPage'),
});

const assess = createRoute({
  getParentRoute: () => municipality,
  path: '/bedom',
  component: lazyRouteComponent(() => import('../assessments/assess-page.js'), 'AssessPage'),
});

const assessments = createRoute({
  getParentRoute: () => municipality,
  path: '/bedomningar',
  component: lazyRouteComponent(() => import('../assessments/assessments-page.js'), 'AssessmentsPage'),
});

const assessmentFactors = createRoute({
  getParentRoute: () => municipality,
  path: '/bedomningsfragor',
  component: lazyRouteComponent(() => import('../assessments/factors-page.js'), 'FactorsPage'),
});

const administration = createRoute({
  getParentRoute: () => municipality,
  path: '/administration',
  validateSearch: adminSearch,
  component: lazyRouteComponent(() => import('../admin/admin-page.js'), 'AdminPage'),
});

const municipalities = createRoute({
  getParentRoute: () => signedIn,
  path: '/kommuner',
  component: lazyRouteComponent(() => import('../admin/municipalities-page.js'), 'MunicipalitiesPage'),
});

const imports = createRoute({
  getParentRoute: () => municipality,
  path: '/importera',
  component: lazyRouteComponent(() => import('../imports/imports-page.js'), 'ImportsPage'),
});

const registers = createRoute({
  getParentRoute: () => municipality,
  path: '/register',
  component: lazyRouteComponent(() => import('../registers/register-page.js'), 'RegisterPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => municipality,
  path: '/api-nycklar',
  component: lazyRouteComponent(() => import('../api-keys/api-keys-page.js'), 'ApiKeysPage'),
});

const baselines = createRoute({
  getParentRoute: () => municipality,
  path: '/manniskor',
  component: lazyRouteComponent(() => import('../baselines/baselines-page.js'), 'BaselinesPage'),
});

const oneImport = createRoute({
  getParentRoute: () => municipality,
  path: '/importera/$id',
  component: lazyRouteComponent(() => import('../imports/import-page.js'), 'ImportPage'),
});

/** What waits for somebody in one municipality. */
const municipalityStart = createRoute({
  getParentRoute: () => municipality,
  path: '/',
  component: lazyRouteComponent(() => import('./start-page.js'), 'MunicipalityStartPage'),
});

const calendar = createRoute({
  getParentRoute: () => municipality,
  path: '/arshjul',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../calendar/calendar-page.js'), 'CalendarPage'),
});

const actions = createRoute({
  getParentRoute: () => municipality,
  path: '/atgarder',
  validateSearch: actionsSearch,
  component: lazyRouteComponent(() => import('../actions/actions-page.js'), 'ActionsPage'),
});

const mobilisations = createRoute({
  getParentRoute: () => municipality,
  path: '/mobilisering',
  component: lazyRouteComponent(() => import('../presence/mobilisation-page.js'), 'MobilisationPage'),
});

const meetings = createRoute({
  getParentRoute: () => municipality,
  path: '/moten',
  component: lazyRouteComponent(() => import('../meetings/meetings-page.js'), 'MeetingsPage'),
});

const meeting = createRoute({
  getParentRoute: () => municipality,
  path: '/moten/$id',
  component: lazyRouteComponent(() => import('./meeting-place.js'), 'MeetingPlace'),
});

export const routeTree = root.addChildren([
  signIn,
  firstAdministrator,
  pair,
  reminderAnswer,
  actionAnswer,
  signedIn.addChildren([
    start,
    municipalities,
    municipality.addChildren([
      report,
      review,
      myReports,
      devices,
      week,
      coverage,
      administration,
      map,
      analysis,
      drawHotspot,
      hotspot,
      promises,
      situation,
      law,
      registers,
      apiKeys,
      imports,
      baselines,
      oneImport,
      reminders,
      assess,
      assessments,
      assessmentFactors,
      calendar,
      municipalityStart,
      actions,
      mobilisations,
      meetings,
      meeting,
    ]),
  ]),
]);
