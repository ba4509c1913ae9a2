import type { AnalysedEvent, Precision } from './hygiene.js';

/**
 * Events by column, one entry per event and in a fixed order, so that a million and a half of them cross to another
 * thread as a few blocks of memory.
 */
export interface EventColumns {
  readonly count: number;
  /** Metres; NaN without a place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Epoch milliseconds; `to` is NaN where no end is known. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** How many crimes each event holds. */
  readonly crimes: Int32Array;
  /** Precision in the lowest two bits (see `precisions`), 8 outside the municipality, 16 at a dwelling. */
  readonly flags: Uint8Array;
  /** Numbers of the entries in the two lists below. */
  readonly category: Uint16Array;
  readonly source: Uint16Array;
  readonly categories: readonly string[];
  readonly sources: readonly string[];
}

/** In the order of the two lowest bits of `flags`. */
export const precisions: readonly Precision[] = ['point', 'address', 'street', 'area'];
export const outsideFlag = 8;
export const dwellingFlag = 16;

export type ColumnEvent = AnalysedEvent & { readonly crimes: number };

/** The memory behind the columns, for moving it to another thread instead of copying it. */
export function buffersOf(columns: EventColumns): ArrayBuffer[] {
  const { x, y, from, to, crimes, flags, category, source } = columns;
  return [x, y, from, to, crimes, flags, category, source].map(({ buffer }) => buffer as ArrayBuffer);
}

/** The events one by one, as most questions take them. Ids are places in the order of the columns, so they sort alike. */
export function eventsOf(columns: EventColumns): ColumnEvent[] {
  const { count, x, y, from, to, crimes, flags, category, source, categories, sources } = columns;
  const events: ColumnEvent[] = [];
  for (let at = 0; at < count; at++) {
    const flag = flags[at]!;
    events.push({
      id: String(at).padStart(8, '0'),
      x: x[at]!,
      y: y[at]!,
      from: from[at]!,
      to: Number.isNaN(to[at]!) ? null : to[at]!,
      category: categories[category[at]!] ?? '',
      source: sources[source[at]!] ?? '',
      precision: precisions[flag & 3]!,
      outside: (flag & outsideFlag) !== 0,
      dwelling: (flag & dwellingFlag) !== 0,
      crimes: crimes[at]!,
    });
  }
  return events;
}
