import { hourOfWeekWeights } from '../analysis/aoristic.js';
import { dateOfDay } from '../analysis/calendar.js';
import { nearRepeat } from '../analysis/near-repeat.js';
import type { DistanceKind } from '../analysis/near-pairs.js';
import { spaceTimeScan } from '../analysis/space-time-scan.js';
import type { Answer } from './answer.js';
import {
  beginnings,
  clockOf,
  columnName,
  daysOf,
  endings,
  placesOf,
  timesOf,
  weightsOf,
  type Times,
} from './input-events.js';
import type { Task } from './place-methods.js';
import { UsageError } from './usage-error.js';

/** Clusters in space and time. */
export function scanAnswer({ table, options, tell }: Task): Answer {
  const { places, times, days, distance } = datedRows({ table, options });
  const weights = weightsOf(table, options);
  const result = spaceTimeScan(
    { ...places, day: days, ...(weights ? { weights } : {}) },
    {
      radiusMetres: options.number('radius-metres', 1000),
      windowDays: options.number('window-days', 28),
      permutations: options.number('permutations', 999),
      seed: options.number('seed', 1),
      mode: options.text('mode') === 'prospective' ? 'prospective' : 'retrospective',
      distance,
      onProgress: byTenths(tell, 'shuffled maps'),
    },
  );
  const dayText = (day: number): string | number => (times.kind === 'instants' ? dateOfDay(day) : day);
  const best = result.clusters[0];
  return {
    columns: [
      'cluster',
      'x',
      'y',
      'radius_metres',
      'from',
      'to',
      'cases',
      'expected',
      'llr',
      'p',
      'recurrence_interval_days',
      'places',
    ],
    rows: result.clusters.map((cluster, rank) => [
      rank + 1,
      cluster.centre.x,
      cluster.centre.y,
      cluster.radiusMetres,
      dayText(cluster.from),
      dayText(cluster.to),
      cluster.cases,
      cluster.expected,
      cluster.llr,
      cluster.p,
      cluster.recurrenceIntervalDays,
      cluster.places,
    ]),
    parameters: { ...result.parameters, status: result.status, clusters: result.clusters.length },
    sentence: best
      ? {
          sv: `Tydligaste anhopningen har ${best.cases} händelser där ${rounded(best.expected, 2).replace('.', ',')} var att vänta (p = ${rounded(best.p, 3).replace('.', ',')}).`,
          en: `The clearest cluster has ${best.cases} events where ${rounded(best.expected, 2)} were to be expected (p = ${rounded(best.p, 3)}).`,
        }
      : { sv: 'Inget kunde prövas eller inget stack ut.', en: 'Nothing could be tested or nothing stood out.' },
    notes: unreadableNotes(times),
    map: { x: 'x', y: 'y', degrees: distance === 'great-circle' },
  };
}

function rounded(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** The near-repeat table, one row a cell. */
export function knoxAnswer({ table, options, tell }: Task): Answer {
  if (options.has('weight')) throw new UsageError('knox counts pairs of rows and takes no --weight.');
  const { places, times, days, distance } = datedRows({ table, options });
  const result = nearRepeat(
    { ...places, day: days },
    {
      bandsMetres: options.numbers('bands-metres', [1, 100, 200, 400]),
      bandsDays: options.numbers('bands-days', [7, 14, 28]),
      permutations: options.number('permutations', 999),
      seed: options.number('seed', 1),
      distance,
      onProgress: byTenths(tell, 'shuffles'),
    },
  );
  return {
    columns: [
      'metres',
      'days',
      'metres_from',
      'metres_to',
      'days_from',
      'days_to',
      'observed',
      'expected',
      'ratio',
      'p',
      'p_adjusted',
      'p_poisson',
      'events',
    ],
    rows: result.cells.map((cell) => [
      cell.metres.label.en,
      cell.days.label.en,
      cell.metres.from,
      finite(cell.metres.to),
      cell.days.from,
      finite(cell.days.to),
      cell.observed,
      cell.expected,
      cell.ratio,
      cell.p,
      cell.adjustedP,
      cell.poissonP,
      cell.events,
    ]),
    parameters: { ...result.parameters, status: result.status },
    sentence: null,
    notes: unreadableNotes(times),
    map: null,
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function datedRows({ table, options }: Pick<Task, 'table' | 'options'>) {
  const clock = clockOf(options);
  const times = timesOf(table, columnName(table, options, 'from', beginnings), clock);
  const distance = (options.text('distance') as DistanceKind | undefined) ?? 'euclidean';
  return { places: placesOf(table, options), times, days: daysOf(times, clock), distance };
}

function unreadableNotes(times: Times): string[] {
  return times.unreadable > 0 ? [`${times.unreadable} times could not be read; those rows are left out.`] : [];
}

function byTenths(tell: (line: string) => void, what: string): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const tenths = Math.floor((10 * done) / all);
    if (tenths === told) return;
    told = tenths;
    tell(`${done} of ${all} ${what}`);
  };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 168 rows: how many events each hour of the week, as expected numbers. */
export function aoristicAnswer({ table, options }: Task): Answer {
  const clock = clockOf(options);
  const from = timesOf(table, columnName(table, options, 'from', beginnings), clock);
  const endName = options.text('to') ?? endings.find((name) => table.names.includes(name));
  const to = endName === undefined ? null : timesOf(table, endName, clock);
  if (from.kind !== 'instants' || to?.kind === 'day-numbers') {
    throw new UsageError('aoristic needs dates with times of day, such as 2026-11-21 14:30.');
  }
  const spans = Array.from(from.values, (start, row) => {
    const end = to?.values[row] ?? NaN;
    return { from: start, to: Number.isNaN(end) ? null : end };
  });
  const result = hourOfWeekWeights(spans, clock);
  return {
    columns: ['weekday', 'weekday_name', 'hour', 'weight'],
    rows: result.weights.flatMap((hours, day) => hours.map((weight, hour) => [day + 1, weekdays[day]!, hour, weight])),
    parameters: {
      timeZone: clock,
      events: result.events,
      total: result.weights.flat().reduce((sum, weight) => sum + weight, 0),
      endedBeforeStart: result.endedBeforeStart,
      spreadOverWeek: result.spreadOverWeek,
      from: options.text('from') ?? null,
      to: endName ?? null,
    },
    sentence: null,
    notes: [
      ...unreadableNotes(from),
      ...(to ? unreadableNotes(to) : ['There is no column of ends; every event counts in its first hour.']),
    ],
    map: null,
  };
}
