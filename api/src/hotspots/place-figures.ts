import { hourOfWeekWeights, hotTimes, type HotTime } from '../analysis/aoristic.js';
import {
  dateOfDay,
  localDate,
  localTime,
  millisecondsPerDay,
  sameWeeksOfEarlierYears,
  startOfDay,
  type Period,
} from '../analysis/calendar.js';
import type { AnalysedEvent } from '../analysis/hygiene.js';
import { atOnce, type InParts } from '../analysis/parts.js';
import type { PeopleClaim } from '../analysis/people-claim.js';
import { ownHistoryOf, type OwnHistoryClaim, unusualWindows } from '../analysis/own-history.js';
import { recentChange, rhythmOf } from '../analysis/recent-change.js';
import { weeklyCounter, type WeekFigure } from '../analysis/trend.js';
import { pointsInside } from '../geo/point-index.js';
import { areaOf, type MetresMultiPolygon } from '../geo/polygon.js';
import { peopleFacts } from './people-sentence.js';
import type { PlaceFacts, UsualFacts } from './sentence.js';

/** An event as the analysis takes it, with how many crimes it holds; which one it is does not matter. */
export interface CountedEvent extends Omit<AnalysedEvent, 'id'> {
  readonly crimes: number;
  /** Somebody has reviewed a row of it; absent where nobody asks. */
  readonly reviewed?: boolean;
}

export type CategoryNames = ReadonlyMap<string, { readonly sv: string; readonly en: string }>;

/** What is known of one place in one period; the base of its sentence, its page and its document. */
export interface PlaceFigures {
  readonly count: number;
  readonly crimes: number;
  readonly total: number;
  readonly dates: number;
  readonly sources: readonly string[];
  readonly areaSquareMetres: number;
  readonly categories: readonly { readonly code: string; readonly count: number }[];
  readonly ownHistory: OwnHistoryClaim;
  /** Against where people live, work and move; absent when it was not tested. */
  readonly people?: PeopleClaim;
  readonly since: string | null;
  readonly latest28Days: number;
  readonly mean28DaysBefore: number;
  readonly hours: readonly (readonly number[])[];
  readonly hotTimes: readonly HotTime[];
  readonly weeks: readonly WeekFigure[];
}

/** Fewer events than this say nothing about what is usual; the number that is missing is told. */
const fewestToCompare = 10;

/** The twelve months up to and with the local day of `now`. */
export function rollingYear(now: number): Period {
  const tomorrow = localTime(now).day + 1;
  const to = startOfDay(tomorrow);
  const [year, month, day] = dateOfDay(tomorrow).split('-').map(Number) as [number, number, number];
  return { from: startOfDay(Math.floor(Date.UTC(year - 1, month - 1, day) / millisecondsPerDay)), to };
}

/** A period from local dates, both included. */
export function periodOfDates(from: string, to: string): Period {
  return {
    from: startOfDay(Date.parse(from) / millisecondsPerDay),
    to: startOfDay(Date.parse(to) / millisecondsPerDay + 1),
  };
}

export interface FiguresGround {
  /** All events there are, earlier years included; those with area precision count in the total only. */
  readonly events: readonly CountedEvent[];
  readonly period: Period;
  readonly historyFrom: number | null;
  /** How many places are told of together: the more there are, the clearer a rise must be. One when absent. */
  readonly places?: number;
}

export interface CountedPlace {
  readonly polygon: MetresMultiPolygon;
  /** A claim that was tested together with those of other places; absent, it is tested here. */
  readonly ownHistory?: OwnHistoryClaim;
  /** What was found against the baselines; absent where none was asked for. */
  readonly people?: PeopleClaim;
}

/** Counts a place: all its figures are of the same polygon and the same period. */
export function placeFigures(input: FiguresGround & CountedPlace): PlaceFigures {
  return placeCounter(input)(input);
}

/** `placeFigures` for many places among the same events. */
export function placeCounter(ground: FiguresGround): (place: CountedPlace) => PlaceFigures {
  return atOnce(placesAmong(ground));
}

/** `placeCounter`, laid out part by part. */
export function* placesAmong(ground: FiguresGround): InParts<(place: CountedPlace) => PlaceFigures> {
  const { events, period, places } = ground;
  const usable = events.filter((event) => !event.outside && Number.isFinite(event.x) && event.precision !== 'area');
  yield;
  const inPeriod = ({ from }: Pick<CountedEvent, 'from'>) => from >= period.from && from < period.to;
  const all = events.filter((event) => !event.outside && inPeriod(event));
  const total = all.length;
  yield;
  const rhythm = rhythmOf(all, period, places);
  yield;
  const inside = pointsInside(usable);
  yield;
  const weeksOfPlace = weeklyCounter(ground);
  yield;
  const historyOf = onceAsked(() => historyIn(usable, usable.filter(inPeriod), ground));
  return ({ polygon, ownHistory, people }) => {
    const here = inside(polygon);
    const hereNow = here.filter(inPeriod);
    const { weights } = hourOfWeekWeights(hereNow);
    return {
      count: hereNow.length,
      crimes: hereNow.reduce((sum, event) => sum + event.crimes, 0),
      total,
      dates: new Set(hereNow.map((event) => localTime(event.from).day)).size,
      sources: [...new Set(hereNow.map((event) => event.source))].sort(),
      areaSquareMetres: Math.round(areaOf(polygon)),
      categories: countCategories(hereNow),
      ownHistory: ownHistory ?? historyOf()(polygon),
      ...(people ? { people } : {}),
      ...recentChange(hereNow, rhythm),
      hours: weights,
      hotTimes: hotTimes(weights),
      weeks: weeksOfPlace(here.map((event) => event.from)),
    };
  };
}

function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The own-history claim for any polygon; the windows are tested once for all places. */
function historyIn(
  usable: readonly CountedEvent[],
  now: readonly CountedEvent[],
  { period, historyFrom }: FiguresGround,
): (polygon: MetresMultiPolygon) => OwnHistoryClaim {
  const spans = sameWeeksOfEarlierYears(period, historyFrom);
  if (spans.length === 0) return () => ({ status: 'first-year' });
  const earlier = usable.filter((event) => spans.some((span) => event.from >= span.from && event.from < span.to));
  if (now.length < 30 || earlier.length < 30) return () => ({ status: 'too-few' });
  const both = { now, earlier, years: spans.length };
  const windows = unusualWindows(both);
  return (polygon) => ownHistoryOf(polygon, both, windows);
}

function countCategories(events: readonly CountedEvent[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(event.category, (counts.get(event.category) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** The figures as the facts of the sentence. `running` when the period reaches today. */
export function placeFacts(
  figures: Omit<PlaceFigures, 'weeks'>,
  about: { name: string | null; period: Period; names: CategoryNames; running: boolean },
): PlaceFacts {
  const periodFrom = localDate(about.period.from);
  return {
    name: about.name,
    count: figures.count,
    crimeCount: figures.crimes,
    since: about.running ? periodFrom : null,
    periodFrom,
    periodTo: localDate(about.period.to - 1),
    shareOfMunicipality: { numerator: figures.count, denominator: figures.total },
    areaSquareMetres: figures.areaSquareMetres,
    usual: usualFacts(figures),
    baseline: peopleFacts(figures.people),
    categories: figures.categories.map(({ code, count }) => ({
      code,
      count,
      label: about.names.get(code) ?? { sv: code, en: code },
    })),
    hotTimes: figures.hotTimes.map((time) => ({
      weekdays: time.weekdays.map((day) => day + 1),
      fromHour: time.fromHour,
      toHour: time.toHour % 24,
      share: time.share,
    })),
    change: figures.since === null ? null : { direction: 'up', sinceDate: figures.since },
    sources: figures.sources.length,
    dates: figures.dates,
  };
}

function usualFacts({ ownHistory, count }: Pick<PlaceFigures, 'ownHistory' | 'count'>): UsualFacts {
  const nothing = { expected: 0, low: 0, high: 0 };
  if (ownHistory.status === 'too-few' || (ownHistory.status !== 'first-year' && count < fewestToCompare)) {
    return { status: 'too-few', ...nothing, neededMore: Math.max(1, fewestToCompare - count) };
  }
  if (!('expected' in ownHistory)) return { status: 'first-year', ...nothing };
  const { expected, low, high } = ownHistory;
  const status = ownHistory.status === 'more-than-usual' ? 'more' : count < low ? 'fewer' : 'as-usual';
  return { status, expected, low, high };
}
