import { isInstant, type Period } from './calendar.js';

/** How well the place of an event is known; a row from a register of areas says nothing about a spot. */
export type Precision = 'point' | 'address' | 'street' | 'area';

/** One event (not one crime row), in metres, as the analysis takes it. */
export interface AnalysedEvent {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number | null;
  readonly category: string;
  /** The reporting organisation. */
  readonly source: string;
  readonly precision: Precision;
  /** Outside the municipality: used for the edges only. */
  readonly outside: boolean;
  /** The coordinate is that of a home. */
  readonly dwelling?: boolean;
}

/** A coordinate that stands for "somewhere", such as a police station or the middle of the municipality. */
export interface DefaultCoordinate {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** One suspicious point of mixed events, or a handful of points that hold nearly everything. */
  readonly reason: 'mixed-events' | 'few-points-hold-most';
}

/** Why events did not take part, in numbers. Every event of the input is in exactly one of these or in `usable`. */
export interface LeftOut {
  readonly withoutPosition: number;
  readonly withoutTime: number;
  readonly otherPeriod: number;
  /** Counted in all totals, never clustered. */
  readonly areaPrecision: number;
  readonly defaultCoordinate: number;
  /** Took part as neighbours over the border; counted in nothing. */
  readonly outside: number;
}

export interface CleanEvents {
  /** In the period, inside, with a place that can be clustered. */
  readonly usable: readonly AnalysedEvent[];
  /** In the period, outside the municipality, with a place: for the edges. */
  readonly neighbours: readonly AnalysedEvent[];
  /** Before the period, inside, with a place that can be clustered: the place's own history. */
  readonly earlier: readonly AnalysedEvent[];
  /** All events inside in the period, whatever their place: what shares are shares of. */
  readonly total: number;
  readonly leftOut: LeftOut;
  readonly defaultCoordinates: readonly DefaultCoordinate[];
}

const rules = {
  /** One point with more events than this, and than the share below, and of mixed categories. */
  mostAtOnePoint: 10,
  mostShareAtOnePoint: 0.05,
  fewestCategories: 3,
  largestCategoryShare: 0.6,
  /** This few points with this share of at least this many events are default coordinates whatever they hold. */
  handful: 5,
  handfulShare: 0.8,
  handfulEvents: 100,
};

/**
 * Sorts events into those that can be clustered, those that count only at the edges, the earlier ones and the rest, and
 * says how many were left out and why. `known` are default coordinates found before a filter took categories away.
 */
export function cleanEvents(
  events: readonly AnalysedEvent[],
  period: Period,
  known: readonly DefaultCoordinate[] = [],
): CleanEvents {
  const inside = events.filter((event) => !event.outside);
  const current = inside.filter((event) => isIn(period, event.from));
  const everKnown = current.length === inside.length ? [] : findDefaultCoordinates(inside);
  const defaultCoordinates = merged([...known, ...findDefaultCoordinates(current), ...everKnown]);
  const places = new Set(defaultCoordinates.map(placeKey));
  const groups = { usable: [] as AnalysedEvent[], neighbours: [] as AnalysedEvent[], earlier: [] as AnalysedEvent[] };
  const leftOut = {
    withoutPosition: 0,
    withoutTime: 0,
    otherPeriod: 0,
    areaPrecision: 0,
    defaultCoordinate: 0,
    outside: 0,
  };
  let total = 0;
  for (const event of events) {
    if (isIn(period, event.from) && !event.outside) total++;
    const fate = fateOf(event, period, places);
    if (fate === 'usable') groups.usable.push(event);
    else leftOut[fate]++;
    if (fate === 'outside' && hasPosition(event) && event.precision !== 'area') groups.neighbours.push(event);
    if (fate === 'otherPeriod' && event.from < period.from && fateOfPlace(event, places) === 'usable')
      groups.earlier.push(event);
  }
  return { ...groups, total, leftOut, defaultCoordinates };
}

function fateOf(event: AnalysedEvent, period: Period, places: ReadonlySet<number | string>): 'usable' | keyof LeftOut {
  if (!isInstant(event.from)) return 'withoutTime';
  if (!isIn(period, event.from)) return 'otherPeriod';
  return fateOfPlace(event, places);
}

function fateOfPlace(event: AnalysedEvent, places: ReadonlySet<number | string>): 'usable' | keyof LeftOut {
  if (event.outside) return 'outside';
  if (event.precision === 'area') return 'areaPrecision';
  if (!hasPosition(event)) return 'withoutPosition';
  return places.size > 0 && places.has(placeKey(event)) ? 'defaultCoordinate' : 'usable';
}

/**
 * Which exact coordinates are probably not places? A point with more than max(10, 5 % of all) events of mixed categories,
 * or a handful of points that hold nearly all of at least a hundred events (municipality centres in national files).
 * A suspicion to show, in numbers; run it before filtering by category, which hides the mixture.
 */
export function findDefaultCoordinates(events: readonly AnalysedEvent[]): DefaultCoordinate[] {
  const placed = events.filter((event) => hasPosition(event) && event.precision !== 'area');
  const limit = Math.max(rules.mostAtOnePoint, rules.mostShareAtOnePoint * placed.length);
  const crowded = placesOfMore(placed, limit).sort((a, b) => b.length - a.length);
  const handful = crowded.slice(0, rules.handful);
  const inHandful = handful.reduce((sum, group) => sum + group.length, 0);
  const fewHoldMost = placed.length >= rules.handfulEvents && inHandful >= rules.handfulShare * placed.length;
  const found: DefaultCoordinate[] = [];
  for (const group of crowded) {
    const reason = fewHoldMost && handful.includes(group) ? 'few-points-hold-most' : 'mixed-events';
    if (reason === 'mixed-events' && !isMixed(group)) continue;
    found.push({ x: group[0]!.x, y: group[0]!.y, count: group.length, reason });
  }
  return found;
}

/** The events of each place with more than so many, in the order in which the places first appear; counted before they are gathered. */
function placesOfMore(events: readonly AnalysedEvent[], limit: number): AnalysedEvent[][] {
  const inBucket = new Uint32Array(buckets);
  for (const event of events) inBucket[bucketOf(event)]!++;
  if (inBucket.every((count) => count <= limit)) return [];
  const groups = new Map<number | string, AnalysedEvent[]>();
  for (const event of events) {
    // a place has no more events than the bucket that it shares with others
    if (inBucket[bucketOf(event)]! <= limit) continue;
    const group = groups.get(placeKey(event));
    if (group) group.push(event);
    else groups.set(placeKey(event), [event]);
  }
  return [...groups.values()].filter((group) => group.length > limit);
}

const buckets = 2 ** 14;

/** Events at one place are in one bucket; which other places are in it too is left to chance. */
function bucketOf({ x, y }: AnalysedEvent): number {
  return (Math.imul(Math.round(x * 10), 0x9e3779b1) ^ Math.imul(Math.round(y * 10), 0x85ebca6b)) >>> 18;
}

function isMixed(events: readonly AnalysedEvent[]): boolean {
  const counts = countBy(events, (event) => event.category);
  return (
    counts.size >= rules.fewestCategories && Math.max(...counts.values()) <= rules.largestCategoryShare * events.length
  );
}

/** How many of the items carry each key, in the order in which the keys first appear. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function merged(found: readonly DefaultCoordinate[]): DefaultCoordinate[] {
  const byPlace = new Map<number | string, DefaultCoordinate>();
  for (const place of found) if (!byPlace.has(placeKey(place))) byPlace.set(placeKey(place), place);
  return [...byPlace.values()];
}

/** Coordinates from one register agree to the decimetre, however they were rounded on the way. */
function placeKey({ x, y }: { readonly x: number; readonly y: number }): number | string {
  const [across, up] = [Math.round(x * 10), Math.round(y * 10)];
  // one number while it is exact, which it is everywhere in Sweden
  return across >= 0 && across < 2 ** 25 && up >= 0 && up < 2 ** 27 ? across * 2 ** 27 + up : `${across} ${up}`;
}

function hasPosition({ x, y }: AnalysedEvent): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

function isIn(period: Period, instant: number): boolean {
  return instant >= period.from && instant < period.to;
}
