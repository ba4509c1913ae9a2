/** One slice of columns: what PostgreSQL's own send functions write, end to end. */
export interface ColumnSlice {
  readonly n: number;
  readonly x: Buffer;
  readonly y: Buffer;
  readonly starts: Buffer;
  readonly ends: Buffer;
  readonly numbers: Buffer;
}

/** PostgreSQL counts microseconds from 2000-01-01. */
const postgresEpoch = Date.UTC(2000, 0, 1);

/** An instant as `timestamptz_send` writes it, in epoch milliseconds; NaN for infinity. */
export function instantAt(bytes: Buffer, offset: number): number {
  const high = bytes.readInt32BE(offset);
  if (high === 0x7fffffff) return NaN;
  return postgresEpoch + Math.floor((high * 4_294_967_296 + bytes.readUInt32BE(offset + 4)) / 1000);
}
