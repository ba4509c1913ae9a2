import type { QueryClient } from '@tanstack/react-query';
import { onPairingRevoked } from '../api/client.js';
import { rememberedSession } from '../api/remembered-session.js';
import { sessionQuery, type Session } from '../api/session.js';
import { startOutbox } from '../outbox/the-outbox.js';
import type { TimeChoice } from '../report/report-time.js';

/** Times as they would have been said by a clock that was right; from the form's own rules, fetched when they are needed. */
async function retime(said: unknown, ahead: number) {
  const { resolveTime, saidByClock } = await import('../report/report-time.js');
  const mended = saidByClock(said as TimeChoice, ahead);
  const time = mended === null ? null : resolveTime(mended);
  if (time === null || typeof time === 'string') return null;
  return { occurredFrom: time.from, occurredTo: time.to, timePrecision: time.precision };
}

/** Opens the queue of reports and lets it follow who is signed in: everybody's reports are sent by their own sign-in only. */
export async function openOutbox(client: QueryClient): Promise<void> {
  let owner: string | null | undefined;
  // Any call may be the first to be told, while the queue is still being opened: what waited is removed all the same.
  onPairingRevoked(() => {
    const whose = owner ?? rememberedSession(Date.now())?.account.id ?? null;
    void startOutbox(retime).then((opened) => opened.revoke(whose));
  });
  const outbox = await startOutbox(retime);
  const follow = () => {
    const next = client.getQueryData<Session | null>(sessionQuery.queryKey)?.account.id ?? null;
    if (next === owner) return;
    owner = next;
    void outbox.become(next);
  };
  client.getQueryCache().subscribe(({ query }) => query.queryKey[0] === 'session' && follow());
  follow();
}
