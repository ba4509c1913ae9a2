/**
 * A UUID version 7 (RFC 9562): 48 bits of time, then chance, so that ids made one after another sort that way.
 *
 * @param now milliseconds since 1970
 * @param chance at least ten bytes
 */
export function uuidFrom(now: number, chance: Uint8Array): string {
  if (chance.length < 10) throw new RangeError('ten bytes of chance are needed');
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const tail = Array.from(chance.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((chance[2] ?? 0) & 0x3f) | 0x80;
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${tail.slice(1, 4)}`,
    `${variant.toString(16).padStart(2, '0')}${tail.slice(6, 8)}`,
    tail.slice(8, 20),
  ].join('-');
}

/** A new UUIDv7 of this moment, for ids and idempotency keys made here. */
export function uuidv7(): string {
  return uuidFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
