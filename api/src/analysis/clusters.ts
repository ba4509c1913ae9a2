import { squaredDistance, weightedCentre } from '../geo/distance.js';
import { pointsInside } from '../geo/point-index.js';
import { containment, type MetresMultiPolygon } from '../geo/polygon.js';
import type { Metres } from '../geo/projection.js';
import { dateOfDay, isPeriod, localTime, sameWeeksOfEarlierYears, type Period } from './calendar.js';
import {
  concentrationOf,
  countsPerCell,
  generalisedGini,
  shareOfPlacesHolding,
  type Concentration,
} from './concentration.js';
import { minPointsRule } from './dbscan.js';
import { delineate, type DenseArea, type Place } from './delineate.js';
import {
  cleanEvents,
  countBy,
  type AnalysedEvent,
  type CleanEvents,
  type DefaultCoordinate,
  type LeftOut,
} from './hygiene.js';
import { cellMetres, ownHistoryOf, unusualWindows, type History, type OwnHistoryClaim } from './own-history.js';
import { peopleClaimOf, peopleScanRules, scanPeople, type Baseline, type PeopleClaim } from './people-claim.js';
import { recentChange, rhythmOf, type RecentChange, type Rhythm } from './recent-change.js';
import type { Watching } from './scan-statistic.js';

export interface ClusterOptions extends Watching {
  /** Epoch milliseconds; usually the rolling twelve months. */
  readonly period: Period;
  /** When the first event was ever reported; null when unknown, which counts as the first year. */
  readonly historyFrom: number | null;
  /** 0 when unknown: then the share of area is null and the threshold its floor of five. */
  readonly builtUpAreaSquareMetres: number;
  /** Outlines are cut to this, in metres. */
  readonly mask?: MetresMultiPolygon;
  /** 100; 150 when most places are known only to the street, which then draw too. */
  readonly epsMetres?: number;
  readonly minPoints?: number;
  readonly maxAreaSquareMetres?: number;
  readonly maxDiameterMetres?: number;
  /** Default coordinates found before a filter took categories away. */
  readonly defaultCoordinates?: readonly DefaultCoordinate[];
  /** Where people live, work and move; without one nothing is said about more than expected. */
  readonly baselines?: readonly Baseline[];
  /** Of the maps drawn from the baselines; 1 when absent. Nothing else here is left to chance. */
  readonly seed?: number;
  /** Maps drawn from each baseline; 999 when absent. */
  readonly permutations?: number;
}

/** What an anhopning rests on: enough for the list, one reporter or too few dates, or one home. */
export type ClusterStatus = 'found' | 'single-source' | 'single-home';

export interface FoundCluster {
  /** From 1: by status, then most events, then lowest event id. */
  readonly number: number;
  readonly status: ClusterStatus;
  /** Ids of the events inside the polygon, sorted. */
  readonly members: readonly string[];
  readonly count: number;
  /** Local dates on which events began, sorted, each once. */
  readonly dates: readonly string[];
  readonly sources: readonly string[];
  readonly centre: Metres;
  readonly polygon: MetresMultiPolygon;
  readonly areaSquareMetres: number;
  readonly diameterMetres: number;
  readonly shareOfEvents: number;
  /** Most common first. */
  readonly categories: readonly { readonly category: string; readonly count: number }[];
  readonly claims: {
    readonly concentration: Concentration;
    readonly ownHistory: OwnHistoryClaim;
    readonly people: PeopleClaim;
  };
  readonly change: RecentChange;
  /** Events known only to the street that stand within 150 m of a core of the place but outside its polygon: told, counted in nothing. */
  readonly streetEventsNear: number;
  /** The dense area that it stands out from, as an index in `denseAreas`; null when it stands alone. */
  readonly within: number | null;
  readonly drawnWith: { readonly epsMetres: number; readonly minPoints: number };
}

export interface ClusterResult {
  readonly status: 'ok' | 'no-events' | 'too-few' | 'invalid-period';
  readonly clusters: readonly FoundCluster[];
  readonly denseAreas: readonly DenseArea[];
  readonly concentration: {
    readonly generalisedGini: number;
    readonly shareOfPlacesHolding: { readonly quarter: number; readonly half: number; readonly fourFifths: number };
  };
  readonly inputCount: number;
  /** Events inside in the period, whatever their place. */
  readonly total: number;
  /** Those of them that could be clustered. */
  readonly clustered: number;
  readonly leftOut: LeftOut & { readonly thinPlaces: number; readonly areasWithoutPlace: number };
  readonly defaultCoordinates: readonly DefaultCoordinate[];
  readonly parametersUsed: ParametersUsed;
}

export interface ParametersUsed {
  readonly algorithm: 'narbild-clusters-4';
  readonly period: Period;
  readonly earlierPeriods: readonly Period[];
  readonly epsMetres: number;
  /** Rows known only to the street took part in the drawing; false when most rows are exact, and those alone drew. */
  readonly streetRowsDraw: boolean;
  readonly minPoints: number;
  readonly maxAreaSquareMetres: number;
  readonly maxDiameterMetres: number;
  readonly builtUpAreaSquareMetres: number;
  readonly fewestEventsToTest: number;
  readonly fewestSources: number;
  readonly fewestDates: number;
  readonly windowCells: number;
  readonly cellMetres: number;
  /** How the people claim was tested; null without a baseline. */
  readonly people: {
    readonly baselines: readonly { readonly id: string; readonly name: string }[];
    readonly permutations: number;
    readonly seed: number;
    readonly placeRadiusMetres: number;
    readonly radiusMetres: number;
    readonly level: number;
  } | null;
}

const fewestEventsToTest = 30;
const fewestEventsInPlace = 5;
const fewestSources = 2;
const fewestDates = 3;
const homeReachMetres = 5;
/** A row that is known only to the street may have happened this far from where it stands. */
const streetReachMetres = 150;
const statusOrder: readonly ClusterStatus[] = ['found', 'single-source', 'single-home'];

/**
 * Where do events gather, and what can be said of each place?
 *
 * Pure: the same events in any order give the same answer; only the claim against a baseline draws maps, from `seed`.
 * Takes all events that are known, earlier years included; `period` says which are "now". Method:
 * docs/methods/place-size.md, own-history.md, people-claim.md, concentration.md.
 * Never throws for data: an empty or upside-down period, no events or too few for a test are answered by `status`.
 */
export function findClusters(events: readonly AnalysedEvent[], options: ClusterOptions): ClusterResult {
  const sorted = events.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const clean = cleanEvents(sorted, options.period, options.defaultCoordinates);
  const used = parametersFor(clean, options);
  const drawing = [...clean.usable, ...clean.neighbours].filter(
    ({ precision }) => used.streetRowsDraw || precision !== 'street',
  );
  const { places, denseAreas, areasWithoutPlace } = delineate(drawing, {
    ...used,
    ...(options.mask ? { mask: options.mask } : {}),
  });
  const people = scanPeople(clean.usable, options.baselines ?? [], options);
  const context: Context = {
    clean,
    used,
    inside: pointsInside(clean.usable),
    rhythm: rhythmOf(clean.usable, options.period, places.length),
    streets: clean.usable.filter(({ precision }) => precision === 'street'),
    judge: judgeFor(clean, used),
    judgePeople: (polygon) => peopleClaimOf(polygon, people),
  };
  const drawn = places.flatMap((place) => describePlace(place, context) ?? []);
  return {
    status: statusOf(clean, options.period),
    clusters: numbered(drawn),
    denseAreas,
    // reckoned for those who ask: the lists of places do not
    get concentration() {
      return concentrationOfAll(clean, used);
    },
    inputCount: events.length,
    total: clean.total,
    clustered: clean.usable.length,
    leftOut: { ...clean.leftOut, thinPlaces: places.length - drawn.length, areasWithoutPlace },
    defaultCoordinates: clean.defaultCoordinates,
    parametersUsed: used,
  };
}

function concentrationOfAll({ usable }: CleanEvents, used: ParametersUsed): ClusterResult['concentration'] {
  const counts = countsPerCell(usable, cellMetres);
  const cells = Math.round(used.builtUpAreaSquareMetres / cellMetres ** 2);
  return {
    generalisedGini: generalisedGini(counts, cells),
    shareOfPlacesHolding: shareOfPlacesHolding(counts, cells),
  };
}

function statusOf(clean: CleanEvents, period: Period): ClusterResult['status'] {
  if (!isPeriod(period)) return 'invalid-period';
  if (clean.total === 0) return 'no-events';
  return clean.usable.length < fewestEventsToTest ? 'too-few' : 'ok';
}

function parametersFor({ usable }: CleanEvents, options: ClusterOptions): ParametersUsed {
  const streets = usable.filter((event) => event.precision === 'street').length;
  const streetRowsDraw = 2 * streets > usable.length;
  const epsMetres = options.epsMetres ?? (streetRowsDraw ? streetReachMetres : 100);
  const area = options.builtUpAreaSquareMetres;
  const builtUpAreaSquareMetres = Number.isFinite(area) && area > 0 ? area : 0;
  return {
    algorithm: 'narbild-clusters-4',
    period: options.period,
    earlierPeriods: sameWeeksOfEarlierYears(options.period, options.historyFrom),
    epsMetres,
    streetRowsDraw,
    minPoints:
      options.minPoints ??
      minPointsRule(streetRowsDraw ? usable.length : usable.length - streets, epsMetres, builtUpAreaSquareMetres),
    maxAreaSquareMetres: options.maxAreaSquareMetres ?? 100_000,
    maxDiameterMetres: options.maxDiameterMetres ?? 400,
    builtUpAreaSquareMetres,
    fewestEventsToTest,
    fewestSources,
    fewestDates,
    windowCells: 3,
    cellMetres,
    people: peopleUsed(options),
  };
}

function peopleUsed({ baselines = [], seed, permutations }: ClusterOptions): ParametersUsed['people'] {
  if (baselines.length === 0) return null;
  const { placeRadiusMetres, radiusMetres, level } = peopleScanRules;
  return {
    baselines: baselines.map(({ id, name }) => ({ id, name })),
    permutations: permutations ?? peopleScanRules.permutations,
    seed: seed ?? peopleScanRules.seed,
    placeRadiusMetres,
    radiusMetres,
    level,
  };
}

interface Context {
  readonly clean: CleanEvents;
  readonly used: ParametersUsed;
  readonly inside: (polygon: MetresMultiPolygon) => AnalysedEvent[];
  readonly rhythm: Rhythm;
  /** The usable events that are known only to the street. */
  readonly streets: readonly AnalysedEvent[];
  readonly judge: (polygon: MetresMultiPolygon) => OwnHistoryClaim;
  readonly judgePeople: (polygon: MetresMultiPolygon) => PeopleClaim;
}

/** The own-history claim for a polygon; the windows are tested once for all places. */
function judgeFor(clean: CleanEvents, used: ParametersUsed): Context['judge'] {
  if (clean.usable.length < fewestEventsToTest) return () => ({ status: 'too-few' });
  if (used.earlierPeriods.length === 0) return () => ({ status: 'first-year' });
  const earlier = clean.earlier.filter(({ from }) =>
    used.earlierPeriods.some((span) => from >= span.from && from < span.to),
  );
  if (earlier.length < fewestEventsToTest) return () => ({ status: 'too-few' });
  const history: History = { now: clean.usable, earlier, years: used.earlierPeriods.length };
  const windows = unusualWindows(history);
  return (polygon) => ownHistoryOf(polygon, history, windows);
}

type Drawn = Omit<FoundCluster, 'number'>;

/** Everything is counted again inside the polygon, so that count and area belong together. Undefined when too thin. */
function describePlace(place: Place, context: Context): Drawn | undefined {
  const { clean, used, judge, judgePeople } = context;
  const { polygon, areaSquareMetres, diameterMetres } = place.outline;
  const inside = context.inside(polygon);
  const centre = weightedCentre(inside);
  if (!centre || inside.length < fewestEventsInPlace) return undefined;
  const days = new Set(inside.map((event) => localTime(event.from).day));
  // in order already but for years of five digits, so that the words are hardly sorted
  const dates = Array.from(Float64Array.from(days).sort(), dateOfDay).sort();
  const sources = [...new Set(inside.map((event) => event.source))].sort();
  const periodMilliseconds = used.period.to - used.period.from;
  const { builtUpAreaSquareMetres } = used;
  const figures = {
    count: inside.length,
    total: clean.total,
    areaSquareMetres,
    builtUpAreaSquareMetres,
    periodMilliseconds,
  };
  const concentration = concentrationOf(figures);
  return {
    status: isOneHome(inside)
      ? 'single-home'
      : sources.length >= fewestSources && dates.length >= fewestDates
        ? 'found'
        : 'single-source',
    members: inside.map((event) => event.id),
    count: inside.length,
    dates,
    sources,
    centre,
    polygon,
    areaSquareMetres,
    diameterMetres,
    shareOfEvents: concentration.shareOfEvents,
    categories: categoriesOf(inside),
    claims: { concentration, ownHistory: judge(polygon), people: judgePeople(polygon) },
    change: recentChange(inside, context.rhythm),
    streetEventsNear: streetEventsNear(place, context.streets),
    within: place.within,
    drawnWith: { epsMetres: place.epsMetres, minPoints: place.minPoints },
  };
}

function streetEventsNear({ cores, outline }: Place, streets: readonly AnalysedEvent[]): number {
  if (streets.length === 0) return 0;
  const isInside = containment(outline.polygon);
  const reach = streetReachMetres ** 2;
  return streets.filter((event) => !isInside(event) && cores.some((core) => squaredDistance(core, event) <= reach))
    .length;
}

export function isOneHome(events: readonly AnalysedEvent[]): boolean {
  const first = events[0]!;
  return events.every(
    (event) => event.dwelling === true && Math.hypot(event.x - first.x, event.y - first.y) <= homeReachMetres,
  );
}

function categoriesOf(events: readonly AnalysedEvent[]): FoundCluster['categories'] {
  const counts = [...countBy(events, (event) => event.category)].map(([category, count]) => ({ category, count }));
  return counts.sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
}

function numbered(drawn: readonly Drawn[]): FoundCluster[] {
  const byRank = (a: Drawn, b: Drawn): number =>
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    b.count - a.count ||
    (a.members[0]! < b.members[0]! ? -1 : 1);
  return drawn.toSorted(byRank).map((cluster, index) => ({ number: index + 1, ...cluster }));
}
