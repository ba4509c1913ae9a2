/** How far the server's clock is ahead of this device's, in ms; `null` until an answer has told. */
let ahead: number | null = null;

/** A clock that is this much off is wrong, not just late: the `Date` header has whole seconds and networks are slow. */
export const tolerance = 5 * 60_000;

/** Learns the difference from the `Date` header of an answer that came straight from the server. */
export function noteClock(response: Response): void {
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isFinite(date)) ahead = date + 500 - Date.now();
}

export function knownDifference(): number | null {
  return ahead;
}

/** The difference, asked for when it is not known yet; `null` when nobody answers. */
export async function clockDifference(): Promise<number | null> {
  if (ahead !== null) return ahead;
  try {
    noteClock(await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(10_000) }));
  } catch {
    return null; // Without contact there is nothing to compare with.
  }
  return ahead;
}

/** How wrong this device's clock is, when it is wrong; otherwise `null`. Positive: it is slow. */
export function clockFault(): number | null {
  return ahead !== null && Math.abs(ahead) > tolerance ? ahead : null;
}
