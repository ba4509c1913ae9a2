import { hourOfWeekCounter, hotTimes, type HotTime } from '../analysis/aoristic.js';
import { dateOfDay, localTime, millisecondsPerDay, type Period, startOfDay } from '../analysis/calendar.js';
import { type InParts, inParts } from '../analysis/parts.js';
import { type WeekFigure, weeklySlots } from '../analysis/trend.js';
import { cellFromKey, cellKey, cellOf } from '../geo/grid.js';
import { type Metres, toExactPosition } from '../geo/projection.js';
import {
  earliest,
  isPlaced,
  rowFlags,
  rowSources,
  severityOf,
  sourceNumberOf,
  untilOf,
} from '../incidents/incident-rows.js';
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
export function* periodFigures({ selection, allYears, period, historyFrom }: FiguresInput): InParts<PeriodFigures> {
  const { rows } = selection;
  const { hourUnknown, weights } = yield* hoursOf(selection);
  const byDay = yield* countDays(selection);
  const categories = yield* countBy(selection, rows.categories.length, (row) => rows.category[row]!);
  const sources = yield* countBy(selection, rowSources.length, (row) => sourceNumberOf(rows.flags[row]!));
  const severities = yield* countBy(selection, 4, (row) => severityOf(rows.flags[row]!));
  const organisations = yield* countBy(selection, rows.organisations.length + 1, (row) => rows.organisation[row]!);
  const areas = yield* countBy(selection, rows.areas.length + 1, (row) => rows.area[row]!);
  return {
    totals: yield* totalsOf(selection),
    hourUnknown,
    hours: weights.map((day) => day.map((weight) => Math.round(weight * 1000) / 1000)),
    hotTimes: hotTimes(weights),
    days: daysOf(byDay, period),
    weeks: yield* weeksOf(byDay, { allYears, period, historyFrom }),
    categories: mostFirst(categories, (number) => rows.categories[number] ?? '').map(named('code')),
    sources: mostFirst(sources, (number) => rowSources[number] ?? '').map(named('source')),
    severities: severities.map(named('severity')).sort((a, b) => b.severity - a.severity),
    organisations: mostFirst(organisations, (number) => rows.organisations[number - 1] ?? null).map(
      named('organisationId'),
    ),
    areas: mostFirst(areas, (number) => rows.areas[number - 1] ?? null).map(named('areaId')),
    places: yield* busyPlaces(selection),
  };
}

function* hoursOf({ rows, at, count }: Selection): InParts<{ hourUnknown: number; weights: number[][] }> {
  const counter = hourOfWeekCounter();
  let hourUnknown = 0;
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event++) {
      const row = at[event]!;
      counter.add(rows.from[row]!, untilOf(rows, row));
      if ((rows.flags[row]! & rowFlags.dayOnly) !== 0) hourUnknown++;
    }
  });
  return { hourUnknown, weights: counter.result().weights.map((day) => [...day]) };
}

function* countDays({ rows, at, count, crimes }: Selection): InParts<Map<number, Count>> {
  const days = new Map<number, { events: number; crimes: number }>();
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event++) {
      const { day } = localTime(rows.from[at[event]!]!);
      const there = days.get(day);
      if (there) {
        there.events++;
        there.crimes += crimes[event]!;
      } else days.set(day, { events: 1, crimes: crimes[event]! });
    }
  });
  return days;
}

/** What there is of each of so many numbers, those with nothing left out. */
function* countBy(
  selection: Selection,
  numbers: number,
  numberOf: (row: number) => number,
): InParts<[number, Count][]> {
  const events = new Int32Array(numbers);
  const crimes = new Float64Array(numbers);
  yield* inParts(selection.count, (from, to) => {
    for (let event = from; event < to; event++) {
      const number = numberOf(selection.at[event]!);
      events[number]!++;
      crimes[number]! += selection.crimes[event]!;
    }
  });
  return Array.from(events, (count, number): [number, Count] => [
    number,
    { events: count, crimes: crimes[number]! },
  ]).filter(([, count]) => count.events > 0);
}

/** Under the names of the numbers; the same name stands once. */
function mostFirst<Key>(counts: readonly [number, Count][], nameOf: (number: number) => Key): [Key, Count][] {
  const words = ([key]: [Key, Count]) => String(key ?? '');
  return counts
    .map(([number, count]): [Key, Count] => [nameOf(number), count])
    .sort((a, b) => b[1].events - a[1].events || (words(a) < words(b) ? -1 : 1));
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

function* weeksOf(byDay: ReadonlyMap<number, Count>, input: Omit<FiguresInput, 'selection'>): InParts<WeekCount[]> {
  const { allYears, period, historyFrom } = input;
  const { rows, at, count } = allYears;
  const { slots, slotOf, figures } = weeklySlots({ period: lastYears(period, rows), historyFrom });
  yield;
  const counts = new Int32Array(slots);
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event++) counts[slotOf(rows.from[at[event]!]!)]!++;
  });
  return figures(counts).map(({ from, week, whole, normal }) => {
    const monday = localTime(from).day;
    const sum = { events: 0, crimes: 0 };
    for (let day = monday; day < monday + 7; day++) {
      sum.events += byDay.get(day)?.events ?? 0;
      sum.crimes += byDay.get(day)?.crimes ?? 0;
    }
    return { week, from: dateOfDay(monday), whole, normal, ...sum };
  });
}

/** So that a slip of the pen in a date does not draw ten thousand weeks: the last twenty years that hold anything. */
function lastYears(period: Period, rows: Selection['rows']): Period {
  if (period.to - period.from <= longestShown) return period;
  const last = rows.from.reduce((latest, instant) => Math.max(latest, instant), period.from);
  const to = Math.min(period.to, startOfDay(localTime(last).day + 1));
  return { from: Math.max(period.from, to - longestShown), to };
}

/** The fullest squares of 100 m with at least two events; one where most happened in a home is left out. */
function* busyPlaces(selection: Selection): InParts<BusyPlace[]> {
  const { rows, at, crimes } = selection;
  const squares = new Map<number, { events: number; crimes: number; homes: number }>();
  yield* inParts(selection.count, (from, to) => {
    for (let event = from; event < to; event++) {
      const row = at[event]!;
      if (!isPlaced(rows, row)) continue;
      const key = cellKey(cellOf({ x: rows.x[row]! + edge, y: rows.y[row]! + edge }, placeSide));
      const square = squares.get(key) ?? { events: 0, crimes: 0, homes: 0 };
      if (square.events === 0) squares.set(key, square);
      square.events++;
      square.crimes += crimes[event]!;
      if ((rows.flags[row]! & rowFlags.dwelling) !== 0) square.homes++;
    }
  });
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
