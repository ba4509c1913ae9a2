import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { JobsService } from '../app/jobs.service.js';
import { toDomainError } from '../app/problem.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { auditedFilter } from '../incidents/incident-filter.js';
import { AnalysisInputs, type LoadedTask } from './analysis-inputs.service.js';
import { AnalysisPool } from './analysis-pool.service.js';
import { insertClusters, insertRun, runOfInput } from './analysis.queries.js';
import type { NewAnalysis } from './analysis.schema.js';
import type { Answer, PlacesAnswer } from './answer.js';
import { withNames } from './answer-names.js';
import { placesSentence } from './places-words.js';
import { methodVersions } from './question.js';
import type { RunRows, StoredAnswer, StoredFacts, StoredPlaces } from './analysis-run.js';

/** The kind of job that a long analysis is. */
export const analysisKind = 'analysis';
const beatMilliseconds = 1000;
const mostPerAccount = 4;

export type Step = 'reading' | 'calculating' | 'saving';

export interface DoneRun {
  /** Of the stored run: its own, or that of one that answered the same before. */
  readonly id: string;
  /** What was stored, when it was this run that did. */
  readonly rows: RunRows | null;
}

/** A run that this process is doing. */
export interface RunInHand {
  readonly id: string;
  readonly actor: Actor;
  readonly asked: NewAnalysis;
  readonly controller: AbortController;
  readonly counter: Int32Array<SharedArrayBuffer>;
  readonly done: Promise<DoneRun>;
  step: Step;
}

/** Does the runs: reads, lets a thread calculate, stores. What takes long is a job that survives this process. */
@Injectable()
export class AnalysisRuns implements OnModuleInit, BeforeApplicationShutdown {
  private readonly inHand = new Map<string, RunInHand>();
  /** Those of them that are jobs, with what stops their beating. */
  private readonly jobsInHand = new Map<string, () => void>();
  private leaving = false;

  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly inputs: AnalysisInputs,
    private readonly pool: AnalysisPool,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  onModuleInit(): void {
    // what a process left behind when it died; what this one does itself is not taken from the queue
    this.jobs.register(
      analysisKind,
      async (job) => {
        const run = this.begin(job.actor, JSON.parse(String(job.payload['request'])) as NewAnalysis, job.id);
        const beat = setInterval(() => {
          job.report(progressOf(run), run.step).catch(() => run.controller.abort());
        }, beatMilliseconds);
        const { id: runId } = await run.done
          .catch((error: unknown) => {
            throw this.leaving ? new DomainError('job-interrupted') : error;
          })
          .finally(() => clearInterval(beat));
        if (runId !== job.id) await this.jobs.finish(jobKey(run), 'done', { payload: { runId } });
      },
      2,
    );
  }

  /** Begins a run in this process. Throws `too-many-analyses` when the account has several going already. */
  begin(actor: Actor, asked: NewAnalysis, id: string = newId()): RunInHand {
    const own = [...this.inHand.values()].filter((run) => run.actor.accountId === actor.accountId);
    if (own.length >= mostPerAccount) throw new DomainError('too-many-analyses', { most: mostPerAccount });
    const about = {
      id,
      actor,
      asked,
      controller: new AbortController(),
      counter: new Int32Array(new SharedArrayBuffer(4)),
      step: 'reading' as Step,
    };
    const run: RunInHand = Object.assign(about, { done: this.work(about).finally(() => this.inHand.delete(id)) });
    // whoever waits for it hears of a failure; nobody may be waiting
    run.done.catch(() => undefined);
    this.inHand.set(id, run);
    return run;
  }

  /** Makes a run that goes on after its request a job, so that it is found again and taken up again. */
  async becomeJob(run: RunInHand): Promise<void> {
    await this.database.withTenant(run.actor, async (manager) => {
      await this.jobs.begin(manager, run.actor, {
        id: run.id,
        kind: analysisKind,
        payload: { request: JSON.stringify(run.asked) },
      });
    });
    const timer = setInterval(() => {
      this.jobs.beat(jobKey(run), progressOf(run), run.step).then(
        (cancelled) => cancelled && run.controller.abort(),
        () => undefined,
      );
    }, beatMilliseconds);
    this.jobsInHand.set(run.id, () => clearInterval(timer));
    void run.done.then(
      ({ id: runId }) => this.endJob(run, 'done', { payload: runId === run.id ? {} : { runId } }),
      (error: unknown) => {
        const { code } = toDomainError(error);
        return this.leaving ? undefined : this.endJob(run, code === 'job-cancelled' ? 'cancelled' : 'failed', { code });
      },
    );
  }

  /** The answer to a question on what is there now; nothing is stored. */
  async again(actor: Actor, asked: NewAnalysis): Promise<{ answer: Answer | PlacesAnswer; hash: string }> {
    const { task, hash } = await this.database.withTenant(actor, (manager) => this.inputs.load(manager, actor, asked));
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const answer = await this.pool.answer(task, { counter, signal: new AbortController().signal });
    if ('places' in answer) return { answer, hash };
    return this.database.withTenant(actor, async (manager) => ({
      answer: withNames(answer, await this.namesFor(manager, actor, answer)),
      hash,
    }));
  }

  /** The run with this id, while this process does it. */
  find(id: string): RunInHand | undefined {
    return this.inHand.get(id);
  }

  /** Lets go of what is going on, so that another process takes it up at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    const going = [...this.inHand.values()];
    for (const run of going) run.controller.abort();
    await Promise.allSettled(going.map(({ done }) => done));
    for (const run of going) {
      const stop = this.jobsInHand.get(run.id);
      stop?.();
      if (stop) await this.jobs.release(jobKey(run)).catch(() => undefined);
    }
  }

  private async endJob(
    run: RunInHand,
    status: 'done' | 'failed' | 'cancelled',
    about: { code?: string; payload?: Record<string, string> },
  ): Promise<void> {
    this.jobsInHand.get(run.id)?.();
    this.jobsInHand.delete(run.id);
    // should the database be away now, the lock runs out and the run is taken up again
    await this.jobs.finish(jobKey(run), status, about).catch(() => undefined);
  }

  private async work(run: Omit<RunInHand, 'done'>): Promise<DoneRun> {
    const { actor, asked } = run;
    const { loaded, storedId } = await this.database.withTenant(actor, async (manager) => {
      const read = await this.inputs.load(manager, actor, asked);
      const stored = await runOfInput(manager, actor.municipalityCode, { question: asked.question, hash: read.hash });
      await audit(manager, actor, {
        action: 'run',
        subject: 'analysis',
        subjectId: stored?.id ?? run.id,
        count: read.inputCount,
        facts: { filter: factsOf(asked) },
      });
      return { loaded: read, storedId: stored?.id };
    });
    if (storedId) return { id: storedId, rows: null };
    if (run.controller.signal.aborted) throw new DomainError('job-cancelled');
    run.step = 'calculating';
    const answer = await this.pool.answer(loaded.task, { counter: run.counter, signal: run.controller.signal });
    run.step = 'saving';
    const rows = await this.database.withTenant(actor, async (manager) => {
      const stored = await this.store(manager, { run, loaded, answer });
      // the last moment at which giving up leaves nothing behind
      if (run.controller.signal.aborted) throw new DomainError('job-cancelled');
      return stored;
    });
    return { id: run.id, rows };
  }

  /** What to call the places of an answer, in its order. */
  private namesFor(manager: EntityManager, actor: Actor, answer: Answer | PlacesAnswer): Promise<(string | null)[]> {
    const centres = 'places' in answer ? answer.places.map(({ centre }) => centre) : (answer.centres ?? []);
    return this.municipalities.namesNear(manager, actor.municipalityCode, centres);
  }

  private async store(
    manager: EntityManager,
    { run, loaded, answer }: { run: Omit<RunInHand, 'done'>; loaded: LoadedTask; answer: Answer | PlacesAnswer },
  ): Promise<RunRows> {
    const { actor, asked } = run;
    const about = { period: loaded.task.period, running: loaded.running };
    const names = await this.namesFor(manager, actor, answer);
    const isPlaces = 'places' in answer;
    const stored = await insertRun(manager, actor.municipalityCode, {
      id: run.id,
      question: asked.question,
      groups: actor.groups,
      filters: filtersOf(asked),
      parameters: isPlaces ? answer.result.parametersUsed : answer.parameters,
      seed: loaded.task.seed,
      methodVersion: methodVersions[asked.question],
      inputCount: loaded.inputCount,
      inputHash: loaded.hash,
      result: isPlaces
        ? storedPlaces(answer, names, about)
        : ({ ...about, answer: withNames(answer, names) } satisfies StoredAnswer),
      accountId: actor.accountId,
    });
    if (!isPlaces) return { run: stored, clusters: [] };
    const clusters = answer.places.map(({ number, status, polygon, count, centre, diameterMetres, figures }, at) => {
      const { weeks: _, ...kept } = figures;
      const facts: StoredFacts = { name: names[at] ?? null, diameterMetres: Math.round(diameterMetres), figures: kept };
      return { id: newId(), number, status, polygon, ...centre, count, facts };
    });
    const written = { id: run.id, groups: actor.groups, clusters };
    return { run: stored, clusters: await insertClusters(manager, actor.municipalityCode, written) };
  }
}

function storedPlaces(
  { result, singleHomes, places }: PlacesAnswer,
  names: readonly (string | null)[],
  about: { period: StoredPlaces['period']; running: boolean },
): StoredPlaces {
  const { status, total, clustered, leftOut, defaultCoordinates } = result;
  const sentence = placesSentence(
    status,
    places.map(({ figures }, at) => ({ name: names[at] ?? null, ...figures })),
  );
  return { ...about, status, total, clustered, leftOut, defaultCoordinates, singleHomes, sentence };
}

/** How far a run is, 0 to 1. */
export function progressOf({ counter, step }: Pick<RunInHand, 'counter' | 'step'>): number {
  if (step === 'reading') return 0.02;
  return step === 'saving' ? 0.98 : 0.05 + (0.9 * Atomics.load(counter, 0)) / 1000;
}

function jobKey({ id, actor }: Pick<RunInHand, 'id' | 'actor'>) {
  return { id, municipality_code: actor.municipalityCode };
}

/** What was asked for, as it is stored: everything but the dates, which are the period. */
function filtersOf(asked: NewAnalysis): object {
  const { from: _, to: __, question: ___, ...rest } = asked;
  return rest;
}

/** What the audit keeps: never a drawn area. */
function factsOf({ polygon, ...rest }: NewAnalysis): object {
  return { ...auditedFilter(rest), ...(polygon ? { drawn: true } : {}) };
}
