import { localTime, type Clock } from '../analysis/calendar.js';
import { fromSystem, type ReferenceSystem } from '../geo/projection.js';
import { readWritten, toInstant } from '../imports/instants.js';
import { numberColumn, numberOf, textColumn, type InputTable } from './input-table.js';
import type { OptionName, Options } from './options.js';
import { UsageError } from './usage-error.js';

/** Coordinates by column, in metres, or in degrees for great-circle distance. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Reads the coordinates; with --reference-system they become metres of SWEREF 99 TM. */
export function placesOf(table: InputTable, options: Options): Places {
  const degrees = options.text('distance') === 'great-circle';
  const system = options.text('reference-system') as ReferenceSystem | undefined;
  if (degrees && system) throw new UsageError('Take --distance great-circle or --reference-system, not both.');
  const asDegrees = degrees || system === 'EPSG:4326';
  const x = numberColumn(
    table,
    columnName(table, options, 'x', asDegrees ? ['lon', 'longitude', 'x', '1'] : ['x', '1']),
  );
  const y = numberColumn(
    table,
    columnName(table, options, 'y', asDegrees ? ['lat', 'latitude', 'y', '2'] : ['y', '2']),
  );
  if (asDegrees) refuseWhatIsNotDegrees({ x, y }, table.file);
  else refuseDegrees({ x, y }, table.file);
  if (!system) return { x, y };
  const metres = Array.from(x, (easting, row) =>
    Number.isFinite(easting) && Number.isFinite(y[row]!) ? fromSystem(system, easting, y[row]!) : { x: NaN, y: NaN },
  );
  return { x: Float64Array.from(metres, (point) => point.x), y: Float64Array.from(metres, (point) => point.y) };
}

function refuseWhatIsNotDegrees({ x, y }: Places, file: string): void {
  if (x.some((longitude) => Math.abs(longitude) > 180) || y.some((latitude) => Math.abs(latitude) > 90)) {
    throw new UsageError(`${file} does not hold degrees: longitude is at most 180 and latitude at most 90.`);
  }
}

/** Thousands of places in Sweden within one degree square would all be "within 100 metres" of each other. */
function refuseDegrees({ x, y }: Places, file: string): void {
  const finite = [...x.keys()].filter((row) => Number.isFinite(x[row]!) && Number.isFinite(y[row]!));
  const swedish = finite.filter((row) => x[row]! > 10 && x[row]! < 25 && y[row]! > 55 && y[row]! < 70);
  if (finite.length > 0 && swedish.length === finite.length) {
    throw new UsageError(
      `${file} seems to hold degrees; add --reference-system EPSG:4326 (or --distance great-circle for scan and knox).`,
    );
  }
}

/** The column that an option names, or the first of the usual names that the table has. */
export function columnName(table: InputTable, options: Options, option: OptionName, usual: readonly string[]): string {
  const named = options.text(option) ?? usual.find((name) => table.names.includes(name));
  if (named === undefined) {
    throw new UsageError(`--${option} must name a column of ${table.file}, which has ${table.names.join(', ')}.`);
  }
  return named;
}

/** Weights of the rows, undefined when none are named. Throws a UsageError for a negative one. */
export function weightsOf(table: InputTable, options: Options): Float64Array | undefined {
  const name = options.text('weight');
  if (name === undefined) return undefined;
  const weights = numberColumn(table, name);
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative !== -1) throw new UsageError(`Row ${negative + 1} of ${table.file} has a negative weight.`);
  return weights;
}

export const beginnings = ['from', 'start', 'date', 't', 'day', '3'];
export const endings = ['to', 'end', '4'];

/** Times as they were written: days that are only numbers, or instants in epoch milliseconds; NaN where unreadable. */
export interface Times {
  readonly kind: 'day-numbers' | 'instants';
  readonly values: Float64Array;
  readonly unreadable: number;
}

/** Reads a column of times. Throws a UsageError when not one of them can be read. */
export function timesOf(table: InputTable, name: string, clock: Clock): Times {
  const written = textColumn(table, name);
  const filled = written.filter((text) => text !== '' && !/^na$/i.test(text));
  if (filled.length > 0 && filled.every((text) => (numberOf(text) ?? Infinity) < 1e6)) {
    return { kind: 'day-numbers', values: numberColumn(table, name), unreadable: 0 };
  }
  const values = Float64Array.from(written, (text) => instantOf(text, clock) ?? NaN);
  const unreadable = filled.length - values.filter((value) => !Number.isNaN(value)).length;
  if (filled.length > 0 && unreadable === filled.length) {
    throw new UsageError(
      `No time in column ${name} of ${table.file} can be read; the first is "${filled[0]}". Write 2026-11-21 14:30.`,
    );
  }
  return { kind: 'instants', values, unreadable };
}

/** Epoch milliseconds of a written time; a date alone is its midnight. Null when it cannot be read. */
export function instantOf(text: string, clock: Clock): number | null {
  const time = readWritten(text);
  if (typeof time === 'string') return null;
  if (time.instant !== null) return time.instant;
  const { year, month, day } = time.date;
  if (clock === 'UTC') return Date.UTC(year, month - 1, day) + (time.minutes ?? 0) * 60_000;
  const instant = toInstant(time.date, time.minutes ?? 0);
  return typeof instant === 'number' ? instant : null;
}

/** Whole days: the local date as days since 1970-01-01, or the day numbers as they are. */
export function daysOf(times: Times, clock: Clock): Float64Array {
  if (times.kind === 'day-numbers') return times.values;
  return times.values.map((instant) => (Number.isNaN(instant) ? NaN : localTime(instant, clock).day));
}

export function clockOf(options: Options): Clock {
  return (options.text('time-zone') as Clock | undefined) ?? 'Europe/Stockholm';
}
