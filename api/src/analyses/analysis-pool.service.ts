import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';
import { buffersOf } from '../analysis/event-columns.js';
import type { DatedEvents } from '../analysis/space-time-events.js';
import type { SpaceTimeScanOptions, SpaceTimeScanResult } from '../analysis/space-time-scan.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { ENVIRONMENT } from '../app/injection.js';
import type { Answer, PlacesAnswer, Task } from './answer.js';
import type { Explanation, ExplanationInput } from './explanation.js';

/** More than this waiting for a thread, and the next is asked to come back later. */
const mostWaiting = 50;

/**
 * Threads that calculate, so that the process keeps answering. A run that is given up is stopped by ending its thread,
 * which takes milliseconds however deep in a calculation it is; the pool starts another.
 */
@Injectable()
export class AnalysisPool implements OnModuleDestroy {
  private pool: Piscina | undefined;
  /** The night's searches, minutes long: nobody who asks something stands behind them. */
  private nightPool: Piscina | undefined;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Answers a task; its columns are moved to the thread and empty afterwards. Throws `job-cancelled` when given up. */
  async answer(
    task: Task,
    about: { counter: Int32Array<SharedArrayBuffer>; signal: AbortSignal },
  ): Promise<Answer | PlacesAnswer> {
    const blocks = [...buffersOf(task.events), ...(task.unfiltered ? buffersOf(task.unfiltered) : [])];
    return this.run('answer', { task, counter: about.counter }, { blocks, signal: about.signal });
  }

  async explain(input: ExplanationInput): Promise<Explanation> {
    return this.run('explain', input, { blocks: buffersOf(input.task.events) });
  }

  async scan(
    input: { events: DatedEvents; options: Omit<SpaceTimeScanOptions, 'onProgress' | 'shouldStop'> },
    signal: AbortSignal,
  ): Promise<SpaceTimeScanResult> {
    this.nightPool ??= this.start(1);
    return this.run('scan', input, { blocks: [], signal, pool: this.nightPool });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.pool?.destroy(), this.nightPool?.destroy()]);
  }

  private async run<Result>(
    name: string,
    work: object,
    { blocks, signal, pool }: { blocks: readonly ArrayBuffer[]; signal?: AbortSignal; pool?: Piscina },
  ): Promise<Result> {
    const threads = pool ?? (this.pool ??= this.start(this.environment.analysisThreads));
    if (threads.queueSize >= mostWaiting) throw new DomainError('analysis-busy');
    try {
      return (await threads.run(work, {
        name,
        // the same block twice, or one of no bytes shared by all, cannot be moved
        transferList: [...new Set(blocks)].filter(({ byteLength }) => byteLength > 0),
        ...(signal ? { signal } : {}),
      })) as Result;
    } catch (error) {
      if (signal?.aborted) throw new DomainError('job-cancelled');
      throw error;
    }
  }

  private start(most: number): Piscina {
    return new Piscina({
      filename: new URL('./analysis.worker.js', import.meta.url).href,
      minThreads: 1,
      maxThreads: most,
      idleTimeout: 60_000,
      // a thread that sleeps on a lock cannot be told from one that works
      atomics: 'disabled',
    });
  }
}
