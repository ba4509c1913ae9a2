import { hourOfWeekWeights, hotTimes, type HotTime } from '../analysis/aoristic.js';
import { dateOfDay, localTime, millisecondsPerDay, type Period, startOfDay } from '../analysis/calendar.js';
import { weeklyFigures, type WeekFigure } from '../analysis/trend.js';
import { cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import { type Metres, toExactPosition } from '../geo/projection.js';
import { isPlaced, rowFlags, severityOf, sourceOf, untilOf } from '../incidents/incident-rows.js';
import type { Selection } from '../incidents/row-selection.js';
import { type Totals, totalsOf } from '../incidents/selection-totals.js';

export interface Count {
  readonly events: number;
  readonly crimes: number;
}

/** A square of 100 m where much happens; homes are left to others. */
export interface BusyPlace extends Count {
  /** South-western corner. */
  readonly x: number;
  readonly y: number;
  readonly centre: Metres;
  /** The filter that shows exactly these events. */
  readonly drawn: string;
}

/** All figures of one period; every one can be asked for again as a list with the filter that it names. */
export interface PeriodFigures {
  readonly totals: Totals;
  /** Events known by their date only: they are spread over the hours of their day. */
  readonly hourUnknown: number;
  readonly hours: readonly (readonly number[])[];
  readonly hotTimes: readonly HotTime[];
  readonly days: readonly (Count & { readonly date: string })[];
  readonly weeks: readonly WeekCount[];
  readonly categories: readonly (Count & { readonly code: string })[];
  readonly sources: readonly (Count & { readonly source: string })[];
  readonly severities: readonly (Count & { readonly severity: number })[];
  /** Null: rows that no organisation of the municipality reported. */
  readonly organisations: readonly (Count & { readonly organisationId: string | null })[];
  /** Null: outside all areas, or a municipality without any. */
  readonly areas: readonly (Count & { readonly areaId: string | null })[];
  readonly places: readonly BusyPlace[];
}

export interface WeekCount extends Count {
  /** `2026-W47` */
  readonly week: string;
  /** Monday. */
  readonly from: string;
  /** The period holds all of it. */
  readonly whole: boolean;
  readonly normal: WeekFigure['normal'];
}

interface FiguresInput {
  readonly selection: Selection;
  /** The same filter without its dates: what is normal is known from the same weeks of earlier years. */
  readonly allYears: Selection;
  readonly period: Period;
  /** From when reports go back. */
  readonly historyFrom: number | null;
}

const longestShown = 20 * 366 * millisecondsPerDay;
const placeSide = 100;
const mostPlaces = 10;
/** More days than this are shown as weeks. */
const mostDays = 400;
/** The corner stands so much below the square's, so that a point on the edge falls where it was counted. */
const edge = 0.005;

/** Counts what a filter holds in one period. */
export function periodFigures({ selection, allYears, period, historyFrom }: FiguresInput): PeriodFigures {
  const { rows, at, count } = selection;
  const spans = Array.from(at, (row) => {
    const until = untilOf(rows, row);
    return { from: rows.from[row]!, to: Number.isNaN(until) ? null : until };
  });
  const { weights } = hourOfWeekWeights(spans);
  const counted = <Key>(keyOf: (row: number) => Key) => countBy(selection, keyOf);
  const byDay = new Map(counted((row) => localTime(rows.from[row]!).day));
  let hourUnknown = 0;
  for (let event = 0; event < count; event++) if ((rows.flags[at[event]!]! & rowFlags.dayOnly) !== 0) hourUnknown++;
  return {
    totals: totalsOf(selection),
    hourUnknown,
    hours: weights.map((day) => day.map((weight) => Math.round(weight * 1000) / 1000)),
    hotTimes: hotTimes(weights),
    days: daysOf(byDay, period),
    weeks: weeksOf(byDay, { allYears, period, historyFrom }),
    categories: mostFirst(counted((row) => rows.categories[rows.category[row]!] ?? '')).map(named('code')),
    sources: mostFirst(counted((row) => sourceOf(rows.flags[row]!))).map(named('source')),
    severities: counted((row) => severityOf(rows.flags[row]!))
      .map(named('severity'))
      .sort((a, b) => b.severity - a.severity),
    organisations: mostFirst(counted((row) => rows.organisations[rows.organisation[row]! - 1] ?? null)).map(
      named('organisationId'),
    ),
    areas: mostFirst(counted((row) => rows.areas[rows.area[row]! - 1] ?? null)).map(named('areaId')),
    places: busyPlaces(selection),
  };
}

function countBy<Key>(selection: Selection, keyOf: (row: number) => Key): [Key, { events: number; crimes: number }][] {
  const counts = new Map<Key, { events: number; crimes: number }>();
  for (let event = 0; event < selection.count; event++) {
    const key = keyOf(selection.at[event]!);
    const crimes = selection.crimes[event]!;
    const there = counts.get(key);
    if (there) {
      there.events++;
      there.crimes += crimes;
    } else counts.set(key, { events: 1, crimes });
  }
  return [...counts];
}

function mostFirst<Key>(counts: readonly [Key, Count][]): [Key, Count][] {
  const words = ([key]: [Key, Count]) => String(key ?? '');
  return counts.toSorted((a, b) => b[1].events - a[1].events || (words(a) < words(b) ? -1 : 1));
}

function named<Name extends string>(name: Name) {
  return <Key>([key, count]: readonly [Key, Count]) => ({ [name]: key, ...count }) as Record<Name, Key> & Count;
}

function daysOf(byDay: ReadonlyMap<number, Count>, { from, to }: Period): (Count & { date: string })[] {
  const [first, last] = [localTime(from).day, localTime(to - 1).day];
  if (last - first >= mostDays) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    date: dateOfDay(first + step),
    ...(byDay.get(first + step) ?? { events: 0, crimes: 0 }),
  }));
}

function weeksOf(byDay: ReadonlyMap<number, Count>, input: Omit<FiguresInput, 'selection'>): WeekCount[] {
  const { allYears, period, historyFrom } = input;
  const instants = Array.from(allYears.at, (row) => allYears.rows.from[row]!);
  return weeklyFigures(instants, { period: lastYears(period, allYears.rows), historyFrom }).map(
    ({ from, week, whole, normal }) => {
      const monday = localTime(from).day;
      const sum = { events: 0, crimes: 0 };
      for (let day = monday; day < monday + 7; day++) {
        sum.events += byDay.get(day)?.events ?? 0;
        sum.crimes += byDay.get(day)?.crimes ?? 0;
      }
      return { week, from: dateOfDay(monday), whole, normal, ...sum };
    },
  );
}

/** So that a slip of the pen in a date does not draw ten thousand weeks: the last twenty years that hold anything. */
function lastYears(period: Period, rows: Selection['rows']): Period {
  if (period.to - period.from <= longestShown) return period;
  const last = rows.from.reduce((latest, instant) => Math.max(latest, instant), period.from);
  const to = Math.min(period.to, startOfDay(localTime(last).day + 1));
  return { from: Math.max(period.from, to - longestShown), to };
}

/** The fullest squares of 100 m with at least two events; one where most happened in a home is left out. */
function busyPlaces(selection: Selection): BusyPlace[] {
  const { rows, at, crimes } = selection;
  const squares = new Map<number, { events: number; crimes: number; homes: number }>();
  for (let event = 0; event < selection.count; event++) {
    const row = at[event]!;
    if (!isPlaced(rows, row)) continue;
    const key = cellKey(cellOf({ x: rows.x[row]! + edge, y: rows.y[row]! + edge }, placeSide));
    const square = squares.get(key) ?? { events: 0, crimes: 0, homes: 0 };
    squares.set(key, square);
    square.events++;
    square.crimes += crimes[event]!;
    if ((rows.flags[row]! & rowFlags.dwelling) !== 0) square.homes++;
  }
  return [...squares]
    .filter(([, { events, homes }]) => events >= 2 && homes <= events / 2)
    .sort(([a, { events: first }], [b, { events: second }]) => second - first || a - b)
    .slice(0, mostPlaces)
    .map(([key, square]) => {
      const { column, row } = cellFromKey(key);
      const [x, y] = [column * placeSide, row * placeSide];
      const centre = { x: x + placeSide / 2, y: y + placeSide / 2 };
      return { x, y, centre, drawn: drawnSquare(x, y), events: square.events, crimes: square.crimes };
    });
}

function drawnSquare(x: number, y: number): string {
  const [west, south, east, north] = [x - edge, y - edge, x + placeSide - edge, y + placeSide - edge];
  const corners = [[west, south], [east, south], [east, north], [west, north]] as const; // prettier-ignore
  return corners.map(([left, up]) => toExactPosition({ x: left, y: up }).join(' ')).join(',');
}

/** How many local days a period has. */
export function daysIn({ from, to }: Period): number {
  return localTime(to - 1).day - localTime(from).day + 1;
}

/** The period of a filter: its dates, or everything there is up to today. */
export function periodOf(
  dates: { from?: string | undefined; to?: string | undefined },
  rows: Selection['rows'],
  now: number,
): Period {
  const today = localTime(now).day;
  const first = earliest(rows);
  const from = dates.from ? Date.parse(dates.from) / millisecondsPerDay : first === null ? today : localTime(first).day;
  const to = dates.to ? Date.parse(dates.to) / millisecondsPerDay : Math.max(today, from);
  return { from: startOfDay(from), to: startOfDay(to + 1) };
}

/** When the first row happened; null without rows. */
export function earliest({ from, count }: Selection['rows']): number | null {
  let first = Infinity;
  for (let at = 0; at < count; at++) if (from[at]! < first) first = from[at]!;
  return count === 0 ? null : first;
}
