import type { components } from './openapi.js';

type Session = components['schemas']['Session'];

const storageKey = 'narbild.session';
/** As long as a pairing lasts; a phone that has not met the server for longer asks for a sign-in. */
const oldest = 90 * 24 * 3600_000;

/**
 * Who was signed in when the server last said so, for opening the form without a network. It opens no door: what is
 * written waits here until the server knows the sender. Only those who may report are remembered.
 */
export function rememberedSession(now: number): Session | null {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as { at: number; session: Session } | null;
    return kept !== null && now - kept.at < oldest && Array.isArray(kept.session.memberships) ? kept.session : null;
  } catch {
    return null;
  }
}

export function rememberSession(session: Session, now: number): void {
  const reports = session.memberships.some(({ permissions }) => permissions.includes('incident:report'));
  try {
    if (reports) localStorage.setItem(storageKey, JSON.stringify({ at: now, session }));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is closed or full: then the form opens with a network only.
  }
}

export function forgetSession(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // There is nothing to forget.
  }
}
