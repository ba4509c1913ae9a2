const usualSeconds = 25;
const mostSeconds = 60;

/** How many seconds a caller wants to wait (RFC 7240): `wait=5`, at most 60; `respond-async` not at all; 25 when nothing is said. */
export function preferredWait(prefer: string | undefined): number {
  const wait = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(prefer ?? '')?.[1];
  if (wait !== undefined) return Math.min(mostSeconds, Number(wait));
  return /(?:^|[,\s])respond-async\b/i.test(prefer ?? '') ? 0 : usualSeconds;
}
