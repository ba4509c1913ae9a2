import { useSyncExternalStore } from 'react';

/** Whether the server answers: `lost` when nothing came back, `unavailable` when it says that it cannot work just now. */
export type Connection = 'working' | 'lost' | 'unavailable';

const firstPause = 2_000;
const longestPause = 15_000;

let state: Connection = 'working';
let timer: ReturnType<typeof setTimeout> | undefined;
let pause = firstPause;
const listeners = new Set<() => void>();
const recoveries = new Set<() => void>();

function become(next: Connection): void {
  if (next === state) return;
  const recovered = next === 'working';
  state = next;
  for (const listener of listeners) listener();
  if (recovered) for (const act of recoveries) act();
}

function askLater(): void {
  if (timer !== undefined) return;
  timer = setTimeout(() => void ask(), pause);
  pause = Math.min(longestPause, pause * 1.5);
}

/** Asks the server whether it can be used, now; the page's button does it too. */
export async function ask(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  try {
    const answer = await fetch('/health/ready', { cache: 'no-store' });
    if (answer.ok) return noteAnswer();
    become('unavailable');
  } catch {
    become('lost');
  }
  askLater();
}

/** A call got an answer: all is well. */
export function noteAnswer(): void {
  clearTimeout(timer);
  timer = undefined;
  pause = firstPause;
  become('working');
}

/** A call got no answer, or one that says "not now": from here on the server is asked until it is back. */
export function noteFailure(kind: 'lost' | 'unavailable'): void {
  become(kind);
  askLater();
}

/** Does something each time the contact comes back. Returns how to stop. */
export function onRecovery(act: () => void): () => void {
  recoveries.add(act);
  return () => void recoveries.delete(act);
}

/** Whether the server answers, for the notice in the layout and the state beside *Spara*. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => state,
  );
}
