/** PostgreSQL counts microseconds from 2000-01-01. */
const postgresEpoch = Date.UTC(2000, 0, 1);

/** An instant as `timestamptz_send` writes it, in microseconds from 2000-01-01; NaN for infinity. */
export function microsecondsAt(bytes: DataView, offset: number): number {
  const high = bytes.getInt32(offset);
  return high === 0x7fffffff ? NaN : high * 4_294_967_296 + bytes.getUint32(offset + 4);
}

/** The same in epoch milliseconds. */
export function instantOf(microseconds: number): number {
  return postgresEpoch + Math.floor(microseconds / 1000);
}

/** What the driver hands over, to be read number by number. */
export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
