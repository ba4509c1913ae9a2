import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../api/problem.js';
import { type Entry, type Outcome, outcomeOf, pauseAfter, type ReportBody } from './entry.js';
import { Outbox, type World } from './outbox.js';
import { FallingBackStore, MemoryStore, type Store } from './store.js';

const problem = (code: string, status: number): Problem => ({
  type: `https://x/problems#${code}`,
  title: code,
  status,
});

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  owner: 'me',
  code: '9901',
  body: { id, occurredFrom: '2026-05-05T08:00:00Z' } as unknown as ReportBody,
  draft: {},
  said: { kind: 'now' },
  title: 'Klotter',
  savedAt: Number(id),
  clockSettled: false,
  clockMended: false,
  attempts: 0,
  nextAt: 0,
  refusal: null,
  ...more,
});

/** A phone with a network that answers as told; two of them may share a store and a lock, as two tabs do. */
function phone(
  answers: (entry: Entry) => Outcome | Promise<Outcome>,
  more: Partial<World> = {},
  store: Store = new MemoryStore(),
) {
  const sent: Entry[] = [];
  let now = 0;
  const outbox = new Outbox(store, {
    now: () => now,
    send: async (one) => {
      sent.push(one);
      return answers(one);
    },
    alone: (work) => work(),
    tell: () => undefined,
    clockDifference: () => Promise.resolve(0),
    retime: () => Promise.resolve(null),
    later: () => undefined,
    ...more,
  });
  return { outbox, store, sent, pass: (ms: number) => (now += ms) };
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

describe('the queue', () => {
  test('is sent in the order in which it was written, each once', async () => {
    const { outbox, sent } = phone(() => ({ kind: 'sent' }));
    for (const id of ['2', '1', '3']) await outbox.add(entry(id));
    await outbox.become('me');
    await Promise.all([outbox.flush(), outbox.flushNow(), outbox.flush()]);
    expect(ids(sent)).toEqual(['1', '2', '3']);
    expect(outbox.state().entries).toEqual([]);
    expect([...outbox.state().sent]).toEqual(['1', '2', '3']);
  });

  test('of somebody else waits for them', async () => {
    const { outbox, sent } = phone(() => ({ kind: 'sent' }));
    await outbox.add(entry('1', { owner: 'you' }));
    await outbox.become('me');
    expect(sent).toEqual([]);
    await outbox.become('you');
    expect(ids(sent)).toEqual(['1']);
  });

  test('waits longer after each try in vain, and goes at once when the contact is back', async () => {
    let answer: Outcome = { kind: 'later' };
    const { outbox, sent, pass } = phone(() => answer);
    await outbox.add(entry('1'));
    await outbox.become('me');
    await outbox.flush();
    expect(sent).toHaveLength(1);
    pass(pauseAfter(0));
    await outbox.flush();
    expect(sent).toHaveLength(2);
    answer = { kind: 'sent' };
    await outbox.flushNow();
    expect(outbox.state().entries).toEqual([]);
    expect(pauseAfter(40)).toBe(5 * 60_000);
  });

  test('is not stopped by a report that the server cannot take just now', async () => {
    const { outbox, sent, pass } = phone(({ id }) => (id === '1' ? { kind: 'later' } : { kind: 'sent' }));
    for (const id of ['1', '2']) await outbox.add(entry(id));
    await outbox.become('me');
    pass(1000);
    await outbox.flush();
    expect(ids(sent)).toEqual(['1', '2']);
    expect(ids(outbox.state().entries)).toEqual(['1']);
  });

  test('keeps what was refused, with the reason, and sends the rest', async () => {
    const { outbox } = phone(({ id }) =>
      id === '1' ? { kind: 'refused', problem: problem('report-differs', 409) } : { kind: 'sent' },
    );
    for (const id of ['1', '2']) await outbox.add(entry(id));
    await outbox.become('me');
    expect(outbox.state().entries).toMatchObject([{ id: '1', refusal: { title: 'report-differs' } }]);
    await outbox.sendAs(outbox.state().entries[0]!, '9');
    expect(outbox.state().entries).toEqual([]);
    expect([...outbox.state().sent]).toEqual(['2', '9']);
  });

  test('is kept when the server does not know the sender, and gone when the pairing was revoked', async () => {
    let outcome: Outcome = { kind: 'unknown-sender', pairing: true };
    const { outbox, sent } = phone(() => outcome);
    for (const id of ['1', '2']) await outbox.add(entry(id));
    await outbox.become('me');
    expect(sent).toHaveLength(1);
    expect(outbox.state()).toMatchObject({ unknownSender: 'pair', entries: [{ id: '1' }, { id: '2' }] });
    outcome = { kind: 'revoked' };
    await outbox.flushNow();
    expect(outbox.state()).toMatchObject({ revoked: true, entries: [] });
  });

  test('is gone when another call than its own told of the revocation; what others wrote here stays', async () => {
    const { outbox } = phone(() => ({ kind: 'unknown-sender', pairing: false }));
    await outbox.add(entry('1'));
    await outbox.add({ ...entry('2'), owner: 'somebody else' });
    await outbox.become('me');
    await outbox.become(null);
    await outbox.revoke('me');
    expect(outbox.state()).toMatchObject({ revoked: true, entries: [{ id: '2' }] });
  });
});

describe('a clock that is wrong', () => {
  test('is settled before the first try, and a second try carries the same', async () => {
    let lost = true;
    const mended = { occurredFrom: '2026-05-06T08:00:00Z' };
    const { outbox, sent } = phone(() => (lost ? { kind: 'later' } : { kind: 'sent' }), {
      clockDifference: () => Promise.resolve(24 * 3600_000),
      retime: () => Promise.resolve(mended),
    });
    await outbox.add(entry('1'));
    await outbox.become('me');
    lost = false;
    await outbox.flushNow();
    expect(sent.map(({ body }) => body.occurredFrom)).toEqual([mended.occurredFrom, mended.occurredFrom]);
    expect(sent[1]!.clockMended).toBe(true);
  });

  test('that nobody can be asked about waits, for a wrong time cannot be taken back', async () => {
    const { outbox, sent } = phone(() => ({ kind: 'sent' }), { clockDifference: () => Promise.resolve(null) });
    await outbox.add(entry('1'));
    await outbox.become('me');
    expect(sent).toEqual([]);
    expect(ids(outbox.state().entries)).toEqual(['1']);
  });
});

test('a device that keeps nothing is said to, until what it would not keep has gone', async () => {
  const broken: Store = {
    lasting: true,
    all: () => Promise.reject(new Error('closed')),
    put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    remove: () => Promise.reject(new Error('closed')),
  };
  const { outbox } = phone(() => ({ kind: 'sent' }), {}, new FallingBackStore(broken));
  await outbox.add(entry('1'));
  expect(outbox.state()).toMatchObject({ lasting: false, entries: [{ id: '1' }] });
  await outbox.become('me');
  expect(outbox.state()).toMatchObject({ lasting: true, entries: [] });
});

test('an answer is a refusal only when waiting will not help', () => {
  const kind = (status: number, code = 'x') => outcomeOf(status, problem(code, status), null).kind;
  expect([400, 403, 404, 409, 413, 422].map((status) => kind(status))).toEqual(Array(6).fill('refused'));
  expect([302, 408, 425, 429, 500, 502, 503].map((status) => kind(status))).toEqual(Array(7).fill('later'));
  expect(outcomeOf(429, problem('x', 429), 30)).toEqual({ kind: 'later', afterMs: 30_000 });
  expect(outcomeOf(401, problem('device-expired', 401), null)).toEqual({ kind: 'unknown-sender', pairing: true });
  expect(kind(401, 'not-signed-in')).toBe('unknown-sender');
  expect(kind(401, 'device-revoked')).toBe('revoked');
});
