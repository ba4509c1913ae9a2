import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { SessionsService } from '../access/sessions.service.js';
import { type Actor, Database } from './database.js';
import { DomainError } from './domain-error.js';
import { newId } from './identifier.js';
import { LOGGER } from './injection.js';
import {
  finishJob,
  insertJob,
  insertJobOnce,
  jobRow,
  type JobRow,
  releaseJob,
  reportProgress,
  requestCancel,
  takeJob,
} from './jobs.queries.js';
import { toDomainError } from './problem.js';

const pollMilliseconds = 1000;
const lockSeconds = 60;

export interface RunningJob {
  readonly id: string;
  readonly municipalityCode: number;
  readonly payload: JobRow['payload'];
  /** 1 the first time; more when a process died in the middle. */
  readonly attempt: number;
  /** Whoever started it, with the rights they have now. */
  readonly actor: Actor;
  /** Says how far it is (0 to 1) and what is being done; throws `job-cancelled` when somebody asked to stop. */
  report(progress: number, step: string): Promise<void>;
}

/** A job that nobody started: the clock did. It has no rights of its own and must find an actor for what it reads. */
export type UnattendedJob = Omit<RunningJob, 'actor'>;

export type JobHandler = (job: RunningJob) => Promise<void>;
export type UnattendedHandler = (job: UnattendedJob) => Promise<void>;

interface Lane {
  /** How many jobs of this kind one process runs at a time; a long import never stands in the way of another kind. */
  readonly width: number;
  readonly work: (job: JobRow) => Promise<void>;
  running: number;
}

/** Long work as rows: progress that the page shows, cancel, and another process goes on where one died. */
@Injectable()
export class JobsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly lanes = new Map<string, Lane>();
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Each kind has a lane of its own: `width` jobs at a time, in order, beside all other kinds. */
  register(kind: string, handler: JobHandler, width = 1): void {
    this.lanes.set(kind, {
      width,
      running: 0,
      work: async (job) =>
        handler({
          ...this.seenBy(job),
          actor: await this.sessions.actorFor(job.account_id ?? '', job.municipality_code),
        }),
    });
  }

  registerUnattended(kind: string, handler: UnattendedHandler, width = 1): void {
    this.lanes.set(kind, { width, running: 0, work: (job) => handler(this.seenBy(job)) });
  }

  /** Queues a job within the transaction of what it belongs to. */
  async enqueue(manager: EntityManager, actor: Actor, kind: string, payload: JobRow['payload']): Promise<string> {
    const id = newId();
    await insertJob(manager, { ...ownedBy(actor), id, kind, payload, lockSeconds: null });
    return id;
  }

  /** Queues a job of the clock, once however many processes ask: the same `once` of a kind is one job. */
  async enqueueOnce(
    manager: EntityManager,
    job: { municipalityCode: number; kind: string; once: string; payload?: JobRow['payload'] },
  ): Promise<void> {
    await insertJobOnce(manager, { ...job, id: newId() });
  }

  /** Writes down work that this process is doing already, so that another takes it up if this one dies. */
  async begin(
    manager: EntityManager,
    actor: Actor,
    job: { id: string; kind: string; payload: JobRow['payload'] },
  ): Promise<void> {
    await insertJob(manager, { ...ownedBy(actor), ...job, lockSeconds });
  }

  /** Progress of work that was begun here, which also keeps its lock; answers whether somebody asked to cancel it. */
  async beat(job: Pick<JobRow, 'id' | 'municipality_code'>, progress: number, step: string): Promise<boolean> {
    return this.database.withAccess((manager) => reportProgress(manager, job, { progress, step, lockSeconds }));
  }

  async finish(
    job: Pick<JobRow, 'id' | 'municipality_code'>,
    status: 'done' | 'failed' | 'cancelled',
    about: { code?: string | null; payload?: JobRow['payload'] } = {},
  ): Promise<void> {
    await this.database.withAccess((manager) => finishJob(manager, job, { status, code: null, payload: {}, ...about }));
  }

  /** Lets go of work that was begun here and not ended; another process may take it at once. */
  async release(job: Pick<JobRow, 'id' | 'municipality_code'>): Promise<void> {
    await this.database.withAccess((manager) => releaseJob(manager, job));
  }

  async status(manager: EntityManager, actor: Actor, id: string): Promise<JobRow | undefined> {
    return jobRow(manager, actor.municipalityCode, id);
  }

  async cancel(manager: EntityManager, actor: Actor, id: string): Promise<void> {
    await requestCancel(manager, actor.municipalityCode, id);
  }

  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await Promise.allSettled(this.running);
  }

  /** Looks for work now instead of at the next tick. */
  wake(): void {
    if (!this.looking) this.schedule(0);
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.looking = this.look().finally(() => {
        this.looking = undefined;
        this.schedule(pollMilliseconds);
      });
    }, delay);
  }

  /** Takes jobs as long as there are any in a lane that is not full. */
  private async look(): Promise<void> {
    try {
      while (!this.stopped) {
        const free = [...this.lanes].filter(([, lane]) => lane.running < lane.width).map(([kind]) => kind);
        if (free.length === 0) return;
        const job = await this.database.withAccess((manager) => takeJob(manager, free, lockSeconds));
        if (!job) return;
        this.set(job, this.lanes.get(job.kind)!);
      }
    } catch (error) {
      this.waiting(error);
    }
  }

  private set(job: JobRow, lane: Lane): void {
    lane.running++;
    const done = this.run(job, lane)
      .catch((error: unknown) => this.waiting(error))
      .finally(() => {
        lane.running--;
        this.running.delete(done);
        this.wake();
      });
    this.running.add(done);
  }

  private waiting(error: unknown): void {
    this.logger.warn({ code: toDomainError(error).code }, 'jobs wait for the database');
  }

  private async run(job: JobRow, lane: Lane): Promise<void> {
    const started = Date.now();
    let code: string | null = null;
    try {
      await lane.work(job);
    } catch (error) {
      code = toDomainError(error).code;
      if (code === 'database-away') throw error;
      // the process is ending: another one takes it up at once
      if (code === 'job-interrupted') return this.release(job);
    }
    const status = code === null ? 'done' : code === 'job-cancelled' ? 'cancelled' : 'failed';
    await this.finish(job, status, { code });
    this.logger.info({ job: job.id, kind: job.kind, status, code, milliseconds: Date.now() - started }, 'job');
  }

  private seenBy(job: JobRow): UnattendedJob {
    return {
      id: job.id,
      municipalityCode: job.municipality_code,
      payload: job.payload,
      attempt: job.attempts,
      report: async (progress, step) => {
        if (await this.beat(job, progress, step)) throw new DomainError('job-cancelled');
      },
    };
  }
}

function ownedBy({ municipalityCode, accountId }: Actor) {
  return { municipalityCode, accountId };
}
