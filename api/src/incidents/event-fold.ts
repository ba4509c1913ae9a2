/** Rows of one or several events each, by column and in any order. */
export interface FoldedRows {
  /** The key of each row's event, as 64 bits in two halves. */
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
  /** How exactly the place is known; 0 is the most exact. */
  readonly rank: Uint8Array;
  /** Microseconds; `to` is NaN where no end is known. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly crimes: Int32Array;
  /** Sixteen bytes each. */
  readonly ids: Uint8Array;
}

export interface FoldedEvents {
  /** The row that stands for each event, by the event's key. */
  readonly rows: Uint32Array;
  /** The crimes of all its rows together. */
  readonly crimes: Int32Array;
}

/**
 * Which row stands for each event?
 *
 * The one with the most exact place, then the shortest interval, then the earliest, then the lowest id: the rule that
 * `eventRows` has in SQL. Events come in the order of their keys, whatever order the rows were in.
 */
export function foldEvents(rows: FoldedRows): FoldedEvents {
  const order = byHighHalf(rows.keyHigh);
  const { keyHigh } = rows;
  const events = { rows: new Uint32Array(order.length), crimes: new Int32Array(order.length) };
  let count = 0;
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && keyHigh[order[end]!] === keyHigh[order[first]!]) end++;
    if (end - first > 1) order.subarray(first, end).sort((a, b) => byRule(rows, a, b));
    for (; first < end; first++) {
      const row = order[first]!;
      if (count === 0 || !isSameEvent(rows, events.rows[count - 1]!, row)) events.rows[count++] = row;
      events.crimes[count - 1]! += rows.crimes[row]!;
    }
  }
  return { rows: events.rows.subarray(0, count), crimes: events.crimes.subarray(0, count) };
}

function isSameEvent({ keyHigh, keyLow }: FoldedRows, a: number, b: number): boolean {
  return keyHigh[a] === keyHigh[b] && keyLow[a] === keyLow[b];
}

function byRule({ keyLow, rank, from, to, ids }: FoldedRows, a: number, b: number): number {
  const lasting = (row: number) => (Number.isNaN(to[row]!) ? 0 : to[row]! - from[row]!);
  return (
    keyLow[a]! - keyLow[b]! ||
    rank[a]! - rank[b]! ||
    lasting(a) - lasting(b) ||
    from[a]! - from[b]! ||
    compareIds(ids, a, b)
  );
}

function compareIds(ids: Uint8Array, a: number, b: number): number {
  for (let byte = 0; byte < 16; byte++) {
    const difference = ids[16 * a + byte]! - ids[16 * b + byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

const digitBits = 11;

/** Radix sort of the row numbers, three digits of eleven bits, the lowest first. */
function byHighHalf(keyHigh: Uint32Array): Uint32Array {
  let from = new Uint32Array(keyHigh.length).map((_, row) => row);
  let to = new Uint32Array(from.length);
  const digits = 2 ** digitBits;
  for (let shift = 0; shift < 32; shift += digitBits) {
    const places = new Uint32Array(digits + 1);
    for (let row = 0; row < keyHigh.length; row++) places[((keyHigh[row]! >>> shift) & (digits - 1)) + 1]!++;
    for (let digit = 1; digit < digits; digit++) places[digit]! += places[digit - 1]!;
    for (let place = 0; place < from.length; place++) {
      const row = from[place]!;
      to[places[(keyHigh[row]! >>> shift) & (digits - 1)]!++] = row;
    }
    [from, to] = [to, from];
  }
  return from;
}
