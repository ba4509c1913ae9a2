/** The rules about a paired phone: no Nest, no database, no clock. */

export type DeviceState = 'waiting' | 'paired' | 'expired' | 'revoked';

/** A pairing code is shown on one screen and read by another at once. */
export const codeMinutes = 15;
/** More phones than this for one account is a mistake, or somebody at play. */
export const mostDevices = 10;

/** What a phone's dates amount to at `now` (epoch ms); a code that nobody used in time is `expired` too. */
export function stateOf(
  dates: { readonly revokedAt: Date | null; readonly expiresAt: Date | null; readonly codeExpiresAt: Date },
  now: number,
): DeviceState {
  if (dates.revokedAt !== null) return 'revoked';
  if (dates.expiresAt === null) return dates.codeExpiresAt.getTime() > now ? 'waiting' : 'expired';
  return dates.expiresAt.getTime() > now ? 'paired' : 'expired';
}
