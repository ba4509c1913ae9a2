import type { Metres } from '../geo/projection.js';
import type { DistanceKind } from './near-pairs.js';
import { createRandom, type Random } from './random.js';
import { circlesAround } from './scan-circles.js';
import { monteCarloP, simulateMaxima, type WatchingMaxima } from './scan-statistic.js';
import {
  createSearch,
  forget,
  largestRatio,
  locate,
  noProducts,
  type Cylinders,
  type FoundCylinder,
} from './space-time-cylinders.js';
import { createMaximum } from './space-time-maximum.js';
import { orderEvents, type DatedEvents, type OrderedEvents } from './space-time-events.js';

/** How far and how long a cluster may reach, and how it is tested. */
export interface SpaceTimeScanOptions extends WatchingMaxima {
  /** The circle reaches at most this far from a place, the rim included. */
  readonly radiusMetres: number;
  /** The span is at most this many days, first and last day included. */
  readonly windowDays: number;
  /** How many times the dates are shuffled; 999 by custom. */
  readonly permutations: number;
  readonly seed: number;
  /** `prospective` looks only for what is still going on: spans that end on the last day. */
  readonly mode: 'retrospective' | 'prospective';
  readonly distance: DistanceKind;
  /** The last day that reports cover, as a number of the same kind as `day`; the latest day of an event when absent. */
  readonly lastDay?: number;
  /** At most this many clusters are told; 20 when absent. */
  readonly maximumClusters?: number;
  /** At most this many places in all circles together, 12 bytes each; 30 million when absent. */
  readonly mostNeighbours?: number;
}

/** A circle and a span of days with more events than place and time apart would give. */
export interface SpaceTimeCluster {
  /** The place in the middle; x and y as in the input. */
  readonly centre: Metres;
  /** To the furthest place in it: 0 for one place. */
  readonly radiusMetres: number;
  /** First and last day, both in the span. */
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** (Events in the circle) x (events in the span) / (all events). */
  readonly expected: number;
  readonly llr: number;
  /** Monte Carlo p, ranked against the largest value of each shuffled map: true for all circles and spans together. */
  readonly p: number;
  /** In a daily prospective run, how often chance alone shows so much: once in 1/p days. Null when retrospective. */
  readonly recurrenceIntervalDays: number | null;
  /** Number of places in the circle, those of weight 0 too. */
  readonly places: number;
  /** The rows of the input that are in the cluster, rising. */
  readonly rows: readonly number[];
}

export interface SpaceTimeScanResult {
  /**
   * `nothing-to-test`: fewer than four usable events, all at one place or on one day, or no span or reach.
   * `too-many-neighbours`: the circles would not fit in memory; take a smaller area or a shorter radius.
   * `stopped`: told to stop; the clusters stand and p comes from the permutations made.
   */
  readonly status: 'tested' | 'nothing-to-test' | 'too-many-neighbours' | 'stopped';
  /** Largest likelihood ratio first; no two share a place. */
  readonly clusters: readonly SpaceTimeCluster[];
  /** What was really used. */
  readonly parameters: {
    readonly method: 'space-time-permutation-scan';
    readonly radiusMetres: number;
    readonly windowDays: number;
    readonly permutations: number;
    readonly seed: number;
    readonly mode: 'retrospective' | 'prospective';
    readonly distance: DistanceKind;
    /** First and last day of the events used; null without events. */
    readonly firstDay: number | null;
    readonly lastDay: number | null;
    readonly events: number;
    readonly places: number;
    /** Rows without a place or a day, or after the last day. */
    readonly droppedRows: number;
    readonly leastCases: 2;
    readonly largestShareOfEventsInCircle: 0.5;
  };
  /** The largest likelihood ratio of each shuffled map, in the order drawn. */
  readonly simulatedMaxima: Float64Array;
}

/**
 * Where and when did more happen than the place's own total and the day's own total would give?
 *
 * Kulldorff's space-time permutation scan (2005, doi 10.1371/journal.pmed.0020059): circles around each event place up to
 * `radiusMetres`, spans of whole days up to `windowDays`; expected = circle total x span total / all; the likelihood ratio
 * ranks; p by shuffling the dates over the events, so neither where people live nor a rise everywhere can make a cluster.
 * A circle holds at most half of all events. A cluster has at least two events. Coordinates are metres (degrees, x
 * longitude, with `great-circle`); events at the same coordinates are one place; rows without place or day are left out and
 * counted. The same seed gives the same p in any order of the input; of circles that are exactly as good as each other
 * around different places, the one is told whose place comes first in the input.
 */
export function spaceTimeScan(input: DatedEvents, options: SpaceTimeScanOptions): SpaceTimeScanResult {
  const events = orderEvents(input, options.lastDay);
  const settings = usable(options);
  const none = new Float64Array(0);
  const answer = (
    status: SpaceTimeScanResult['status'],
    clusters: readonly SpaceTimeCluster[],
    simulatedMaxima: Float64Array,
  ): SpaceTimeScanResult => ({
    status,
    clusters,
    parameters: parametersUsed(events, settings, simulatedMaxima.length),
    simulatedMaxima,
  });
  const testable = events.row.length >= 4 && events.days.length >= 2 && events.places.x.length >= 2;
  const reaches = settings.radiusMetres >= 0 && Number.isFinite(settings.radiusMetres) && settings.windowDays >= 1;
  if (!testable || !reaches) return answer('nothing-to-test', [], none);
  const circles = circlesAround(events.places, { ...settings, reachMetres: settings.radiusMetres });
  if (!circles) return answer('too-many-neighbours', [], none);
  const cylinders = { ...spanLimits(events, settings), events, circles, mode: settings.mode };
  const search = createSearch(cylinders);
  const found = disjointClusters(cylinders, bestOfCentres(cylinders, search), settings.maximumClusters ?? 20);
  const { maxima, stopped } = simulateMaxima(
    settings.permutations,
    shuffledMaximum(cylinders, search, createRandom(settings.seed)),
    settings,
  );
  const clusters = found.map((one) => described(cylinders, one, { maxima, settings }));
  return answer(stopped ? 'stopped' : 'tested', clusters, maxima);
}

function usable(options: SpaceTimeScanOptions): SpaceTimeScanOptions {
  const whole = (value: number): number => (value >= 0 ? Math.floor(value) : 0);
  return { ...options, windowDays: whole(options.windowDays), permutations: whole(options.permutations) };
}

function parametersUsed(
  events: OrderedEvents,
  settings: SpaceTimeScanOptions,
  permutations: number,
): SpaceTimeScanResult['parameters'] {
  return {
    method: 'space-time-permutation-scan',
    radiusMetres: settings.radiusMetres,
    windowDays: settings.windowDays,
    permutations,
    seed: settings.seed,
    mode: settings.mode,
    distance: settings.distance,
    firstDay: events.days[0] ?? null,
    lastDay: settings.lastDay ?? events.days.at(-1) ?? null,
    events: events.row.length,
    places: events.places.x.length,
    droppedRows: events.dropped,
    leastCases: 2,
    largestShareOfEventsInCircle: 0.5,
  };
}

function spanLimits({ days, row }: OrderedEvents, { windowDays, lastDay }: SpaceTimeScanOptions) {
  const latest = new Int32Array(days.length);
  const earliest = new Int32Array(days.length);
  for (let from = 0, to = 0; from < days.length; from++) {
    while (to + 1 < days.length && days[to + 1]! < days[from]! + windowDays) to++;
    latest[from] = to;
  }
  for (let to = 0, from = 0; to < days.length; to++) {
    while (days[from]! <= days[to]! - windowDays) from++;
    earliest[to] = from;
  }
  const alive = (lastDay ?? days.at(-1)!) - windowDays;
  const firstAlive = days.findIndex((day) => day > alive);
  const earliestAlive = firstAlive === -1 ? days.length : firstAlive;
  return { latest, earliest, earliestAlive, mostEvents: Math.floor(row.length / 2) };
}

type Search = ReturnType<typeof createSearch>;
interface Candidate {
  readonly centre: number;
  readonly llr: number;
  readonly cases: number;
  readonly product: number;
}

function bestOfCentres({ events, circles }: Cylinders, search: Search): Candidate[] {
  const least = noProducts(events.row.length);
  const candidates: Candidate[] = [];
  for (let centre = 0; centre + 1 < circles.first.length; centre++) {
    forget(least);
    search(centre, events.rank, least);
    const best = largestRatio(least, events.row.length);
    if (best.llr > 0) candidates.push({ centre, ...best });
  }
  return candidates.sort((a, b) => b.llr - a.llr || events.firstRow[a.centre]! - events.firstRow[b.centre]!);
}

type Found = Candidate & FoundCylinder;

/** The best cluster of any centre, then the best of those that share no place with it, and so on. */
function disjointClusters(cylinders: Cylinders, candidates: Candidate[], most: number): Found[] {
  const { first, members } = cylinders.circles;
  const taken = new Uint8Array(first.length);
  const chosen: Found[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= most) break;
    const cylinder = taken[candidate.centre] === 1 ? undefined : locate(cylinders, candidate.centre, candidate);
    if (!cylinder) continue;
    const places = members.subarray(first[candidate.centre], cylinder.past);
    if (places.some((place) => taken[place] === 1)) continue;
    for (const place of places) taken[place] = 1;
    chosen.push({ ...candidate, ...cylinder });
  }
  return chosen;
}

function shuffledMaximum(cylinders: Cylinders, search: Search, random: Random): () => number {
  const rank = Int32Array.from(cylinders.events.rank);
  const largest = cylinders.mode === 'prospective' ? searchedMaximum(cylinders, search) : createMaximum(cylinders);
  return () => {
    for (let last = rank.length - 1; last > 0; last--) {
      const other = random.integer(last + 1);
      const moved = rank[last]!;
      rank[last] = rank[other]!;
      rank[other] = moved;
    }
    return largest(rank);
  };
}

/** Spans that end on the last day are few: all of them are noted. */
function searchedMaximum({ events, circles }: Cylinders, search: Search): (rank: Int32Array) => number {
  const least = noProducts(events.row.length);
  return (rank) => {
    forget(least);
    for (let centre = 0; centre + 1 < circles.first.length; centre++) search(centre, rank, least);
    return largestRatio(least, events.row.length).llr;
  };
}

function described(
  { events, circles }: Cylinders,
  found: Found,
  { maxima, settings }: { maxima: Float64Array; settings: SpaceTimeScanOptions },
): SpaceTimeCluster {
  const places = circles.members.subarray(circles.first[found.centre], found.past);
  const inside = [...places].flatMap((place) => {
    const range = Array.from(
      { length: events.start[place + 1]! - events.start[place]! },
      (_, k) => events.start[place]! + k,
    );
    return range.filter((event) => events.rank[event]! >= found.fromRank && events.rank[event]! <= found.toRank);
  });
  const p = monteCarloP(found.llr, maxima);
  const prospective = settings.mode === 'prospective';
  return {
    centre: { x: events.places.x[found.centre]!, y: events.places.y[found.centre]! },
    radiusMetres: circles.radius[found.past - 1]!,
    from: events.days[found.fromRank]!,
    to: prospective ? (settings.lastDay ?? events.days.at(-1)!) : events.days[found.toRank]!,
    cases: found.cases,
    expected: found.product / events.row.length,
    llr: found.llr,
    p,
    recurrenceIntervalDays: prospective ? 1 / p : null,
    places: places.length,
    rows: [...new Set(inside.map((event) => events.row[event]!))].sort((a, b) => a - b),
  };
}
