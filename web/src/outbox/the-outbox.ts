import { useSyncExternalStore } from 'react';
import { clockDifference } from '../api/clock.js';
import { onRecovery } from '../api/connection.js';
import { Outbox, type OutboxState, type World } from './outbox.js';
import { sendEntry } from './send.js';
import { openStore } from './store.js';

const lockName = 'narbild.outbox';
const everyMinute = 60_000;

const empty: OutboxState = {
  entries: [],
  sending: null,
  sent: new Set(),
  unknownSender: null,
  revoked: false,
  lasting: true,
};

let started: Promise<Outbox> | undefined;
let current: Outbox | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

async function start(retime: World['retime']): Promise<Outbox> {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(lockName) : null;
  const outbox = new Outbox(await openStore(), {
    now: Date.now,
    send: sendEntry,
    // Without locks (old browsers) two tabs may send the same: the server stores it once all the same.
    alone: async (work) => {
      if ('locks' in navigator) await navigator.locks.request(lockName, work);
      else await work();
    },
    tell: () => channel?.postMessage('changed'),
    clockDifference,
    retime,
    later: (act, ms) => {
      clearTimeout(timer);
      timer = setTimeout(act, Math.min(ms, everyMinute));
    },
  });
  channel?.addEventListener('message', () => void outbox.reload());
  await outbox.reload();
  const flush = () => void outbox.flushNow();
  addEventListener('online', flush);
  onRecovery(flush);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush());
  addEventListener('beforeunload', (event) => {
    if (!outbox.state().lasting) event.preventDefault();
  });
  current = outbox;
  outbox.subscribe(changed);
  changed();
  return outbox;
}

/** Opens the queue, once for the page. `retime` works out times anew when the device's clock was wrong. */
export function startOutbox(retime: World['retime']): Promise<Outbox> {
  started ??= start(retime);
  return started;
}

/** The queue, once it is open. */
export async function theOutbox(): Promise<Outbox> {
  if (started === undefined) throw new Error('the outbox is opened by app/start-outbox');
  return started;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What waits on this device, for showing. */
export function useOutbox(): OutboxState {
  return useSyncExternalStore(subscribe, () => current?.state() ?? empty);
}
