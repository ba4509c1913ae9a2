import { type Entry, type Outcome, pauseAfter, type ReportBody } from './entry.js';
import type { Store } from './store.js';

/** What the queue needs of the world, so that it can be tried without one. */
export interface World {
  readonly now: () => number;
  readonly send: (entry: Entry) => Promise<Outcome>;
  /** Runs alone among all tabs of this device. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that the store has changed. */
  readonly tell: () => void;
  /** How far the server's clock is ahead, in ms; `null` when it cannot be asked. */
  readonly clockDifference: () => Promise<number | null>;
  /** Works out the times anew for a clock that was `ahead` ms slow; `null` when they stand as they are written. */
  readonly retime: (said: unknown, ahead: number) => Promise<Partial<ReportBody> | null>;
  /** Calls back after so long. */
  readonly later: (act: () => void, ms: number) => void;
}

/** What is shown. A new object each time something changes, the same one while nothing does. */
export interface OutboxState {
  readonly entries: readonly Entry[];
  readonly sending: string | null;
  /** Those that went while this page was open. */
  readonly sent: ReadonlySet<string>;
  /** The server did not know the sender: sign in, or pair the phone again. */
  readonly unknownSender: 'sign-in' | 'pair' | null;
  /** The pairing was revoked, and what waited is gone. */
  readonly revoked: boolean;
  readonly lasting: boolean;
}

const oldestClock = 5 * 60_000;

/** Reports on their way: kept, sent once, one at a time, in the order in which they were written. */
export class Outbox {
  private current: OutboxState = {
    entries: [],
    sending: null,
    sent: new Set(),
    unknownSender: null,
    revoked: false,
    lasting: true,
  };
  private owner: string | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private urgent = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: Store,
    private readonly world: World,
  ) {}

  readonly state = (): OutboxState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Whose entries are sent from here on; nobody's while nobody is signed in. */
  async become(owner: string | null): Promise<void> {
    this.owner = owner;
    if (owner !== null) this.change({ unknownSender: null, revoked: false });
    await this.flushNow();
  }

  /** Removes what waited in the name of somebody whose pairing of this device was revoked. */
  async revoke(owner: string | null): Promise<void> {
    for (const entry of await this.store.all()) if (entry.owner === owner) await this.store.remove(entry.id);
    await this.reload();
    this.change({ revoked: true });
    this.world.tell();
  }

  /** Keeps an entry; it is on the device when this returns. One with the same id is replaced. */
  async add(entry: Entry): Promise<void> {
    await this.store.put(entry);
    await this.reload();
    this.world.tell();
  }

  async discard(id: string): Promise<void> {
    await this.store.remove(id);
    await this.reload();
    this.world.tell();
  }

  /** Sends what was refused for its id as a report of its own. */
  async sendAs(entry: Entry, id: string): Promise<void> {
    await this.store.put({ ...entry, id, body: { ...entry.body, id }, refusal: null, attempts: 0, nextAt: 0 });
    await this.store.remove(entry.id);
    await this.reload();
    await this.flush();
  }

  /** Tries everything now, also what waits for its turn: the contact is back, or somebody asks for it. */
  async flushNow(): Promise<void> {
    this.urgent = true;
    await this.flush();
  }

  /** Sends what is due. Called from everywhere and at any time; only one runs, in one tab. */
  async flush(): Promise<void> {
    this.again = true;
    this.running ??= this.world.alone(() => this.run()).finally(() => (this.running = null));
    await this.running;
  }

  /** Reads what another tab has changed. */
  async reload(): Promise<void> {
    const entries = (await this.store.all()).sort((a, b) => a.savedAt - b.savedAt || (a.id < b.id ? -1 : 1));
    this.change({ entries, lasting: this.store.lasting });
  }

  private async run(): Promise<void> {
    while (this.again) {
      const { urgent } = this;
      this.again = false;
      this.urgent = false;
      await this.reload();
      const tried = new Set<string>();
      const due = () => this.mine().find(({ id, nextAt }) => !tried.has(id) && (urgent || nextAt <= this.world.now()));
      for (let entry = due(); entry !== undefined; entry = due()) {
        tried.add(entry.id);
        if (!(await this.attempt(entry))) break;
        await this.reload();
      }
    }
    await this.reload();
    this.world.tell();
    const next = Math.min(...this.mine().map(({ nextAt }) => nextAt));
    if (Number.isFinite(next) && this.current.unknownSender === null)
      this.world.later(() => void this.flush(), Math.max(1_000, next - this.world.now()));
  }

  private mine(): Entry[] {
    return this.current.entries.filter((entry) => entry.owner === this.owner && entry.refusal === null);
  }

  /** One try; false when the others had better wait too. */
  private async attempt(entry: Entry): Promise<boolean> {
    this.change({ sending: entry.id });
    try {
      const ready = await this.settleClock(entry);
      if (ready === null) return await this.postpone(entry, undefined);
      return await this.act(ready, await this.world.send(ready));
    } finally {
      this.change({ sending: null });
    }
  }

  private async act(entry: Entry, outcome: Outcome): Promise<boolean> {
    switch (outcome.kind) {
      case 'sent':
        this.change({ sent: new Set([...this.current.sent, entry.id]), unknownSender: null });
        await this.store.remove(entry.id);
        return true;
      case 'refused':
        await this.store.put({ ...entry, refusal: outcome.problem });
        return true;
      case 'later':
        return this.postpone(entry, outcome.afterMs);
      case 'unknown-sender':
        this.change({ unknownSender: outcome.pairing ? 'pair' : 'sign-in' });
        await this.postpone(entry, undefined);
        return false;
      case 'revoked':
        await this.revoke(this.owner);
        return false;
    }
  }

  private async postpone(entry: Entry, afterMs: number | undefined): Promise<boolean> {
    const nextAt = this.world.now() + Math.max(afterMs ?? 0, pauseAfter(entry.attempts));
    await this.store.put({ ...entry, attempts: entry.attempts + 1, nextAt });
    return false;
  }

  /**
   * Before the first try the times are compared with the server's clock. What is mended is stored before it is sent: a
   * second try carries the same content, whatever the clock says then.
   */
  private async settleClock(entry: Entry): Promise<Entry | null> {
    if (entry.clockSettled) return entry;
    const ahead = await this.world.clockDifference();
    if (ahead === null) return null;
    const wrong = Math.abs(ahead) > oldestClock;
    const times = wrong && entry.said !== null ? await this.world.retime(entry.said, ahead) : null;
    const settled = { ...entry, body: { ...entry.body, ...times }, clockSettled: true, clockMended: times !== null };
    await this.store.put(settled);
    return settled;
  }

  private change(part: Partial<OutboxState>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
