import { localTime, startOfDay } from '../analysis/calendar.js';

/**
 * All rows that somebody may see, by column. The rows of an event stand together, the one that stands for all first
 * (best placed, then tightest in time), so that any filter on rows finds its events in one pass.
 */
export interface IncidentRows {
  readonly count: number;
  /** Metres; NaN without a place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Epoch milliseconds; `to` is NaN where no end is known. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly crimes: Int32Array;
  /** See `rowFlags`. */
  readonly flags: Uint16Array;
  /** Numbers of the entries in the lists below; of organisations and areas one more, with 0 for none. */
  readonly category: Uint16Array;
  readonly organisation: Uint16Array;
  readonly area: Uint16Array;
  /** The row's id in 16 bytes. */
  readonly ids: Uint8Array;
  readonly categories: readonly string[];
  readonly organisations: readonly string[];
  readonly areas: readonly string[];
}

/** Bits of `flags`. Precision: 0 point, 1 address, 2 street, 3 area or none. Severity: 0 where it is not graded. */
export const rowFlags = {
  precision: 3,
  outside: 4,
  dwelling: 8,
  /** A date without an hour, and no end. */
  dayOnly: 16,
  reviewed: 32,
  /** The first row of its event. */
  first: 64,
  sourceShift: 7,
  severityShift: 9,
} as const;

/** In the order of the two bits of the source. */
export const rowSources = ['report', 'police', 'external', 'other'] as const;

export function sourceOf(flags: number): (typeof rowSources)[number] {
  return rowSources[sourceNumberOf(flags)]!;
}

/** Its place in `rowSources`. */
export function sourceNumberOf(flags: number): number {
  return (flags >> rowFlags.sourceShift) & 3;
}

/** 1 to 3; 0 where it is not graded. */
export function severityOf(flags: number): number {
  return (flags >> rowFlags.severityShift) & 3;
}

/** Known well enough to be drawn as a point: better than by its area. */
export function isPlaced(rows: IncidentRows, at: number): boolean {
  return Number.isFinite(rows.x[at]!) && (rows.flags[at]! & rowFlags.precision) !== 3;
}

/** Until when a row may have happened, NaN when that is not known: a date without an hour lasts until midnight. */
export function untilOf(rows: IncidentRows, at: number): number {
  if ((rows.flags[at]! & rowFlags.dayOnly) === 0) return rows.to[at]!;
  return startOfDay(localTime(rows.from[at]!).day + 1);
}

/** When the first row happened; null without rows. */
export function earliest({ from, count }: IncidentRows): number | null {
  let first = Infinity;
  for (let at = 0; at < count; at++) if (from[at]! < first) first = from[at]!;
  return count === 0 ? null : first;
}

/** The id of a row as it is written. */
export function idOf(rows: IncidentRows, at: number): string {
  const hex = Array.from(rows.ids.subarray(16 * at, 16 * at + 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The last 48 bits of a row's id: a whole number that a vector tile and JavaScript can both hold. */
export function shortIdOf({ ids }: IncidentRows, at: number): number {
  const start = 16 * at + 10;
  return ids.subarray(start, start + 6).reduce((number, byte) => number * 256 + byte, 0);
}
