import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../app/database.js';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT, LOGGER } from '../app/injection.js';
import { toDomainError } from '../app/problem.js';
import { retryAfter, secondsToWait } from './feed-schedule.js';
import { type PoliceEvent, readPoliceEvent } from './police-event.js';
import { claimFeed, type FeedClaim, removeOldEvents, settleFeed, storeEvents } from './police-event.queries.js';

const lookEveryMilliseconds = 60_000;
const leaseSeconds = 120;
const answerMilliseconds = 30_000;
const mostBytes = 10 * 1024 * 1024;
/** The same week last year, and a little. */
const keptDays = 400;

type FeedFault = 'away' | 'refused' | 'too-many-calls' | 'unusable';

type Answer =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'events'; readonly events: readonly unknown[]; readonly etag: string | null }
  | { readonly kind: 'fault'; readonly fault: FeedFault; readonly retryAfterSeconds: number | null };

export type PollOutcome =
  | 'not-due'
  | 'unchanged'
  | { readonly added: number; readonly changed: number; readonly unread: number }
  | { readonly fault: FeedFault };

/**
 * Asks Polisen's public feed, where the setting says so: one address, one process at a time by a row in the database,
 * within Polisen's limits, with If-None-Match and gzip, a limit of time and size, and longer pauses after failures.
 */
@Injectable()
export class PoliceFeedService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly ending = new AbortController();
  private polling: Promise<unknown> | undefined;

  constructor(
    private readonly database: Database,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.environment.policeFeed) return;
    const look = () => {
      this.polling ??= this.poll()
        .catch((error: unknown) => this.logger.warn({ code: toDomainError(error).code }, 'the police feed waits'))
        .finally(() => {
          this.polling = undefined;
        });
    };
    this.timer = setInterval(look, lookEveryMilliseconds);
    look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.ending.abort();
    await this.polling;
  }

  /** Asks once, if it is time and nobody else does. */
  async poll(): Promise<PollOutcome> {
    const claim = await this.database.withAccess((manager) => claimFeed(manager, leaseSeconds));
    if (!claim) return 'not-due';
    const answer = await this.ask(claim.etag);
    const outcome = await this.keep(answer, claim);
    this.logger.info({ outcome }, 'police feed');
    return outcome;
  }

  private async keep(answer: Answer, claim: FeedClaim): Promise<PollOutcome> {
    const failed = answer.kind === 'fault';
    const end = {
      waitSeconds: secondsToWait({
        failures: failed ? claim.failures + 1 : 0,
        retryAfterSeconds: failed ? answer.retryAfterSeconds : null,
        chance: Math.random(),
      }),
      etag: answer.kind === 'events' ? answer.etag : claim.etag,
      failures: failed ? claim.failures + 1 : 0,
      fault: failed ? answer.fault : null,
    };
    const { events, unread } = readable(answer.kind === 'events' ? answer.events : []);
    return this.database.withAccess(async (manager) => {
      await settleFeed(manager, end);
      if (failed) return { fault: answer.fault };
      if (answer.kind === 'unchanged') return 'unchanged';
      const stored = await storeEvents(manager, events);
      await removeOldEvents(manager, keptDays);
      return { ...stored, unread };
    });
  }

  private async ask(etag: string | null): Promise<Answer> {
    const { policeFeedUrl, publicUrl } = this.environment;
    const contact = publicUrl === undefined ? 'open source, for Swedish municipalities' : `+${publicUrl}`;
    try {
      const answer = await fetch(policeFeedUrl, {
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(answerMilliseconds), this.ending.signal]),
        headers: {
          Accept: 'application/json',
          'User-Agent': `Narbild (${contact})`,
          ...(etag === null ? {} : { 'If-None-Match': etag }),
        },
      });
      if (answer.status === 304) return { kind: 'unchanged' };
      const retryAfterSeconds = retryAfter(answer.headers.get('retry-after'));
      if (answer.status === 429) return { kind: 'fault', fault: 'too-many-calls', retryAfterSeconds };
      if (!answer.ok) return { kind: 'fault', fault: 'refused', retryAfterSeconds };
      return await eventsIn(answer);
    } catch {
      return { kind: 'fault', fault: 'away', retryAfterSeconds: null };
    }
  }
}

async function eventsIn(answer: Response): Promise<Answer> {
  const unusable = { kind: 'fault', fault: 'unusable', retryAfterSeconds: null } as const;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostBytes) return unusable;
    parts.push(part);
  }
  try {
    const events: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    return Array.isArray(events) ? { kind: 'events', events, etag: answer.headers.get('etag') } : unusable;
  } catch {
    return unusable;
  }
}

function readable(raw: readonly unknown[]): { events: PoliceEvent[]; unread: number } {
  const readings = raw.map(readPoliceEvent);
  const events = readings.flatMap((reading) => (reading.ok ? [reading.event] : []));
  return { events, unread: raw.length - events.length };
}
