import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { EntityManager } from 'typeorm';
import { SessionsService } from '../access/sessions.service.js';
import { type Actor, Database } from './database.js';
import { DomainError } from './domain-error.js';
import { newId } from './identifier.js';
import { LOGGER } from './injection.js';
import { finishJob, insertJob, jobRow, type JobRow, reportProgress, requestCancel, takeJob } from './jobs.queries.js';
import { toDomainError } from './problem.js';

const pollMilliseconds = 1000;
const lockSeconds = 60;

export interface RunningJob {
  readonly id: string;
  readonly payload: JobRow['payload'];
  /** 1 the first time; more when a process died in the middle. */
  readonly attempt: number;
  /** Whoever started it, with the rights they have now. */
  readonly actor: Actor;
  /** Says how far it is (0 to 1) and what is being done; throws `job-cancelled` when somebody asked to stop. */
  report(progress: number, step: string): Promise<void>;
}

export type JobHandler = (job: RunningJob) => Promise<void>;

/** Long work as rows: progress that the page shows, cancel, and another process goes on where one died. */
@Injectable()
export class JobsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers = new Map<string, JobHandler>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  register(kind: string, handler: JobHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Queues a job within the transaction of what it belongs to. */
  async enqueue(manager: EntityManager, actor: Actor, kind: string, payload: JobRow['payload']): Promise<string> {
    const id = newId();
    await insertJob(manager, {
      municipalityCode: actor.municipalityCode,
      id,
      kind,
      payload,
      accountId: actor.accountId,
    });
    return id;
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
    await this.running;
  }

  /** Looks for work now instead of at the next tick. */
  wake(): void {
    if (!this.running) this.schedule(0);
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.drain().finally(() => {
        this.running = undefined;
        this.schedule(pollMilliseconds);
      });
    }, delay);
  }

  private async drain(): Promise<void> {
    try {
      while (!this.stopped && this.handlers.size > 0) {
        const job = await this.database.withAccess((manager) =>
          takeJob(manager, [...this.handlers.keys()], lockSeconds),
        );
        if (!job) return;
        await this.run(job);
      }
    } catch (error) {
      this.logger.warn({ code: toDomainError(error).code }, 'jobs wait for the database');
    }
  }

  private async run(job: JobRow): Promise<void> {
    const started = Date.now();
    let code: string | null = null;
    try {
      const actor = await this.sessions.actorFor(job.account_id, job.municipality_code);
      await this.handlers.get(job.kind)!({
        id: job.id,
        payload: job.payload,
        attempt: job.attempts,
        actor,
        report: (progress, step) => this.report(job, progress, step),
      });
    } catch (error) {
      code = toDomainError(error).code;
      if (code === 'database-away') throw error;
    }
    const status = code === null ? 'done' : code === 'job-cancelled' ? 'cancelled' : 'failed';
    await this.database.withAccess((manager) => finishJob(manager, job, status, code));
    this.logger.info({ job: job.id, kind: job.kind, status, code, milliseconds: Date.now() - started }, 'job');
  }

  private async report(job: JobRow, progress: number, step: string): Promise<void> {
    const cancelled = await this.database.withAccess((manager) =>
      reportProgress(manager, job, progress, step, lockSeconds),
    );
    if (cancelled) throw new DomainError('job-cancelled');
  }
}
