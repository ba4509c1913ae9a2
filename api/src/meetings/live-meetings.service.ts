import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { mayRole } from '../access/permission.js';
import type { Caller } from '../access/requires.js';
import { SessionsService } from '../access/sessions.service.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { type ChangeRow, changesAfter, meetingRow } from './meeting.queries.js';

/** Where events are written to: the open answer of somebody who listens. */
export interface LiveSink {
  write(text: string): void;
  end(): void;
}

interface Listener {
  readonly actor: Actor;
  readonly tokenHash: Buffer;
  readonly meetingId: string;
  readonly sink: LiveSink;
  /** The latest revision that was sent. */
  revision: number;
}

const mostListeners = 500;
const mostPerAccount = 8;
const pollMilliseconds = 1000;
/** In polls: rights are asked again, and a comment keeps proxies from closing the line. */
const recheckEvery = 3;
const heartbeatEvery = 15;

/**
 * Tells those who look at a meeting what has changed: at once what this process has written, within a second what
 * another has, by asking for revisions while somebody listens (the embedded engine has one session: no LISTEN).
 */
@Injectable()
export class LiveMeetings implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | null = null;
  private polls = 0;
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  /** Before the server waits for open answers to end. */
  beforeApplicationShutdown(): void {
    for (const listener of this.listeners) this.leave(listener);
  }

  /** Begins to tell; what was changed after `known` comes first. Returns how to stop. Throws `not-found`, `too-many-listeners`. */
  async listen(
    who: { readonly actor: Actor; readonly caller: Caller; readonly meetingId: string; readonly known: number | null },
    sink: LiveSink,
  ): Promise<() => void> {
    const { actor, caller, meetingId, known } = who;
    const row = await this.database.withTenant(actor, (manager) =>
      meetingRow(manager, actor.municipalityCode, actor.accountId, meetingId),
    );
    if (!row) throw new DomainError('not-found');
    if (this.listeners.size >= mostListeners) throw new DomainError('too-many-listeners');
    const own = [...this.listeners].filter((each) => each.actor.accountId === actor.accountId);
    if (own.length >= mostPerAccount) this.leave(own[0]!);
    const revision = known === null ? row.revision : Math.min(known, row.revision);
    const listener: Listener = { actor, tokenHash: caller.tokenHash, meetingId, sink, revision };
    this.listeners.add(listener);
    sink.write('retry: 2000\n\n');
    this.send(listener, 'hello', { revision: row.revision, status: row.status });
    this.tellPresence(actor.municipalityCode, meetingId);
    this.timer ??= setInterval(() => void this.tick(), pollMilliseconds);
    if (revision < row.revision) await this.announce(actor.municipalityCode, meetingId);
    return () => this.leave(listener);
  }

  /**
   * Called when a change of a meeting, or of some meeting, has been committed: those in this process hear of it now,
   * not at the next poll.
   */
  async announce(code: number, meetingId?: string): Promise<void> {
    const asked = [...this.listeners].filter(
      (each) => each.actor.municipalityCode === code && (meetingId === undefined || each.meetingId === meetingId),
    );
    if (asked.length > 0) await this.queued(() => this.fetch(asked));
  }

  private async tick(): Promise<void> {
    this.polls += 1;
    if (this.polls % heartbeatEvery === 0) for (const { sink } of this.listeners) sink.write(':\n\n');
    await this.queued(async () => {
      if (this.polls % recheckEvery === 0) await this.recheck();
      await this.fetch([...this.listeners]);
    }).catch(() => undefined);
  }

  /** One at a time: two looks at once would send a change twice. */
  private queued(work: () => Promise<void>): Promise<void> {
    this.working = this.working.catch(() => undefined).then(work);
    return this.working;
  }

  private async fetch(asked: readonly Listener[]): Promise<void> {
    const codes = new Set(asked.map(({ actor }) => actor.municipalityCode));
    for (const code of codes) {
      const those = asked.filter((each) => each.actor.municipalityCode === code && this.listeners.has(each));
      const first = those[0];
      if (!first) continue;
      const known = new Map<string, number>();
      for (const { meetingId, revision } of those)
        known.set(meetingId, Math.min(revision, known.get(meetingId) ?? Infinity));
      const rows = await this.database.withTenant(first.actor, (manager) => changesAfter(manager, code, known));
      for (const listener of those) this.tell(listener, rows);
    }
  }

  private tell(listener: Listener, rows: readonly ChangeRow[]): void {
    for (const row of rows) {
      if (row.meeting_id !== listener.meetingId || row.revision <= listener.revision) continue;
      listener.revision = row.revision;
      this.send(listener, 'changed', { revision: row.revision, what: row.what, id: row.subject_id });
    }
  }

  /** A session that has ended, a role that was taken away: the line ends within seconds. */
  private async recheck(): Promise<void> {
    for (const listener of this.listeners) {
      const membership = await this.sessions.membershipOf(listener.tokenHash, listener.actor);
      if (!membership || !mayRole(membership.role, 'meeting:read')) {
        this.send(listener, 'ended', {});
        this.leave(listener);
      }
    }
  }

  private send(listener: Listener, event: string, data: object): void {
    listener.sink.write(`id: ${listener.revision}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** How many accounts look at the meeting through this process. */
  private tellPresence(code: number, meetingId: string): void {
    const those = [...this.listeners].filter(
      (each) => each.meetingId === meetingId && each.actor.municipalityCode === code,
    );
    const count = new Set(those.map(({ actor }) => actor.accountId)).size;
    for (const listener of those) this.send(listener, 'present', { count });
  }

  private leave(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    listener.sink.end();
    this.tellPresence(listener.actor.municipalityCode, listener.meetingId);
    if (this.listeners.size > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}
