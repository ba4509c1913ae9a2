import { localTime, millisecondsPerHour, millisecondsPerMinute, startOfDay } from '../analysis/calendar.js';
import { type InParts, inParts } from '../analysis/parts.js';
import { containment } from '../geo/polygon.js';
import { circleOf, drawnArea, hourMask } from './incident-filter.js';
import { type IncidentRows, rowFlags, severityOf, sourceOf, untilOf } from './incident-rows.js';
import type { IncidentFilter } from './incident.schema.js';

/** The events of a filter: the row that stands for each, with what all of its rows in the filter hold. */
export interface Selection {
  readonly rows: IncidentRows;
  readonly count: number;
  /** The place of its row in `rows`. */
  readonly at: Uint32Array;
  readonly crimes: Int32Array;
  /** How many reports and imported rows the event has in the filter. */
  readonly reports: Int32Array;
  /** 1 when somebody has reviewed one of them. */
  readonly reviewed: Uint8Array;
}

type Test = (at: number) => boolean;

const minutesPerWeek = 10_080;
const dayLength = 86_400_000;

/**
 * What a filter lets through, the same as `where` of incident-filter.queries.ts does in SQL: rows are tested, and of the
 * rows of one event that pass the best one stands for all. Throws `drawn-area-crosses`.
 */
export function* select(rows: IncidentRows, filter: IncidentFilter): InParts<Selection> {
  const tests = testsFor(rows, filter);
  const at = new Uint32Array(rows.count);
  const crimes = new Int32Array(rows.count);
  const reports = new Int32Array(rows.count);
  const reviewed = new Uint8Array(rows.count);
  let events = 0;
  let isOpen = false;
  yield* inParts(rows.count, (from, to) => {
    for (let row = from; row < to; row++) {
      const flags = rows.flags[row]!;
      if ((flags & rowFlags.first) !== 0) isOpen = false;
      if (!passes(tests, row)) continue;
      if (!isOpen) {
        at[events] = row;
        events++;
        isOpen = true;
      }
      crimes[events - 1]! += rows.crimes[row]!;
      reports[events - 1]!++;
      if ((flags & rowFlags.reviewed) !== 0) reviewed[events - 1] = 1;
    }
  });
  return {
    rows,
    count: events,
    at: at.slice(0, events),
    crimes: crimes.slice(0, events),
    reports: reports.slice(0, events),
    reviewed: reviewed.slice(0, events),
  };
}

function passes(tests: readonly Test[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false;
  return true;
}

/** The cheap ones first. */
function testsFor(rows: IncidentRows, filter: IncidentFilter): Test[] {
  return [
    ...timeTests(rows, filter),
    ...listTests(rows, filter),
    ...placeTests(rows, filter),
    ...(filter.weekday?.length || filter.hour?.length ? [hoursTest(rows, hourMask(filter))] : []),
  ];
}

function timeTests(rows: IncidentRows, { from, to }: IncidentFilter): Test[] {
  const tests: Test[] = [];
  if (from) {
    const start = startOfDay(Date.parse(from) / dayLength);
    tests.push((row) => rows.from[row]! >= start);
  }
  if (to) {
    const end = startOfDay(Date.parse(to) / dayLength + 1);
    tests.push((row) => rows.from[row]! < end);
  }
  return tests;
}

function listTests(rows: IncidentRows, filter: IncidentFilter): Test[] {
  const tests: Test[] = [];
  const { category, source, severity, organisation, area } = filter;
  if (category?.length) {
    const wanted = rows.categories.map((code) => category.includes(code));
    tests.push((row) => wanted[rows.category[row]!]!);
  }
  if (source?.length) tests.push((row) => source.includes(sourceOf(rows.flags[row]!)));
  if (severity?.length) tests.push((row) => severity.includes(severityOf(rows.flags[row]!)));
  if (organisation) {
    const number = rows.organisations.indexOf(organisation.toLowerCase()) + 1 || -1;
    tests.push((row) => rows.organisation[row] === number);
  }
  if (area) {
    const number = rows.areas.indexOf(area.toLowerCase()) + 1 || -1;
    tests.push((row) => rows.area[row] === number);
  }
  return tests;
}

function placeTests(rows: IncidentRows, { near, drawn }: IncidentFilter): Test[] {
  const tests: Test[] = [];
  const isPlaced = (row: number) => (rows.flags[row]! & rowFlags.precision) !== 3 && Number.isFinite(rows.x[row]!);
  if (near) {
    const { x, y, metres } = circleOf(near);
    tests.push((row) => isPlaced(row) && Math.hypot(rows.x[row]! - x, rows.y[row]! - y) <= metres);
  }
  if (drawn) {
    const isInside = containment(drawnArea(drawn));
    tests.push((row) => isPlaced(row) && isInside({ x: rows.x[row]!, y: rows.y[row]! }));
  }
  return tests;
}

/** Touches a wanted hour of the week, by the rules of `hourOfWeekWeights`. */
function hoursTest(rows: IncidentRows, mask: string): Test {
  return (row) => {
    const from = rows.from[row]!;
    const until = untilOf(rows, row);
    const whole = Number.isNaN(until) ? 0 : Math.floor((until - from) / millisecondsPerMinute);
    if (whole >= minutesPerWeek) return mask.includes('1');
    const end = whole <= 1 ? from + 1 : from + whole * millisecondsPerMinute;
    for (let instant = from; instant < end; instant = nextHour(instant)) {
      const { weekday, hour } = localTime(instant);
      if (mask[weekday * 24 + hour] === '1') return true;
    }
    return false;
  };
}

function nextHour(instant: number): number {
  return (Math.floor(instant / millisecondsPerHour) + 1) * millisecondsPerHour;
}
