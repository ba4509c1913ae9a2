import { setTimeout as after } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { JobsService } from '../app/jobs.service.js';
import { problemText } from '../app/problem.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { clusterRows, runPage, runRow } from './analysis.queries.js';
import type {
  AnalysisListBody,
  AnalysisQuery,
  AnalysisRunBody,
  NewAnalysis,
  RunningAnalysisBody,
} from './analysis.schema.js';
import { holdsAnswer, type RunRow } from './analysis-run.js';
import { isComparableHash } from './analysis-inputs.service.js';
import { canonical } from './canonical.js';
import { analysisKind, AnalysisRuns, type DoneRun, progressOf, type RunInHand } from './analysis-runs.service.js';
import { methodVersions } from './question.js';
import { type Reader, runBody, runLine } from './run-body.js';
import { stepWords } from './step-words.js';

export interface Waiting {
  readonly language: Language;
  /** How long the caller waits for a whole answer. */
  readonly waitSeconds: number;
  /** The caller has gone: what nobody waits for is given up. */
  readonly gone?: AbortSignal;
}

/** Asking, reading and giving up analyses. */
@Injectable()
export class AnalysesService {
  constructor(
    private readonly database: Database,
    private readonly runs: AnalysisRuns,
    private readonly jobs: JobsService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** The answer, however long it takes. */
  async run(actor: Actor, asked: Partial<NewAnalysis>, language: Language): Promise<AnalysisRunBody> {
    const run = this.runs.begin(actor, { question: 'places', ...asked });
    const reader = this.readerMeanwhile(actor, language);
    return this.stored(actor, await run.done, reader);
  }

  /** The answer when it is there within the wait, else a run that goes on as a job. */
  async start(actor: Actor, asked: NewAnalysis, waiting: Waiting): Promise<AnalysisRunBody | RunningAnalysisBody> {
    const run = this.runs.begin(actor, asked);
    const reader = this.readerMeanwhile(actor, waiting.language);
    const giveUp = () => run.controller.abort();
    waiting.gone?.addEventListener('abort', giveUp);
    const done = await within(run.done, waiting.waitSeconds * 1000);
    waiting.gone?.removeEventListener('abort', giveUp);
    if (done !== undefined) return this.stored(actor, done, reader);
    await this.runs.becomeJob(run);
    return runningBody(run, waiting.language);
  }

  /** A stored run, or how far a run of one's own is. */
  async get(actor: Actor, id: string, language: Language): Promise<AnalysisRunBody | RunningAnalysisBody> {
    const reader = await this.reader(actor, language);
    return this.database.withTenant(actor, async (manager) => {
      const run = await runRow(manager, actor.municipalityCode, id);
      if (run) return this.read(manager, actor, run, reader);
      const job = await this.ownJob(manager, actor, id);
      const other =
        job.status === 'done' ? await runRow(manager, actor.municipalityCode, String(job.payload['runId'])) : undefined;
      if (other) return this.read(manager, actor, other, reader);
      const going = this.runs.find(id);
      if (going) return runningBody(going, language);
      const { question = 'places' } = JSON.parse(String(job.payload['request'])) as Partial<NewAnalysis>;
      const state = job.status === 'failed' || job.status === 'cancelled' ? job.status : 'running';
      const problem = state === 'failed' ? problemText(job.error_code ?? 'unexpected', {}, language).detail : null;
      return { id, state, question, progress: job.progress, step: stepWords(job.step, language), problem };
    });
  }

  async list(actor: Actor, query: AnalysisQuery, language: Language): Promise<AnalysisListBody> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await runPage(manager, actor.municipalityCode, {
        question: query.question ?? null,
        limit: query.limit,
        after: readCursor(query.cursor),
      });
      await audit(manager, actor, { action: 'read', subject: 'analysis', count: rows.length });
      const last = rows.length === query.limit ? rows.at(-1) : undefined;
      return {
        items: rows.map((row) => runLine(row, language)),
        nextCursor: last ? `${last.at}_${last.id}` : null,
      };
    });
  }

  /** Gives up a run of one's own: its thread is freed at once and no run is stored. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (await runRow(manager, actor.municipalityCode, id)) throw new DomainError('analysis-finished');
      const job = await this.ownJob(manager, actor, id);
      if (job.status === 'done' || job.status === 'failed') throw new DomainError('analysis-finished');
      await this.jobs.cancel(manager, actor, id);
      await audit(manager, actor, { action: 'update', subject: 'analysis', subjectId: id, facts: { cancelled: true } });
    });
    this.runs.find(id)?.controller.abort();
  }

  /** Runs a stored analysis again on what is there now, and says whether data or answer differ. Nothing is stored. */
  async reproduce(actor: Actor, id: string, language: Language) {
    const run = await this.database.withTenant(actor, (manager) => this.mustExist(manager, actor, id));
    const { answer, hash } = await this.runs.again(actor, askedBefore(run));
    return this.database.withTenant(actor, async (manager) => {
      const before = holdsAnswer(run.result)
        ? run.result.answer
        : (await clusterRows(manager, actor.municipalityCode, id)).map(({ number, facts }) => [
            number,
            facts.figures.count,
          ]);
      const now = 'places' in answer ? answer.places.map(({ number, count }) => [number, count]) : answer;
      const same = canonical(before) === canonical(now);
      const olderVersion = run.method_version !== methodVersions[run.kind] || !isComparableHash(run.input_hash);
      const dataChanged = !olderVersion && hash !== run.input_hash;
      await audit(manager, actor, { action: 'run', subject: 'analysis', subjectId: id, facts: { reproduced: same } });
      const sentence = reproductionSentence({ same, dataChanged, olderVersion }, language);
      return { same, dataChanged, olderVersion, inputHash: hash, sentence };
    });
  }

  /** A run that the actor may see, within the caller's transaction. Throws `not-found`. */
  async mustExist(manager: EntityManager, actor: Actor, id: string): Promise<RunRow> {
    const run = await runRow(manager, actor.municipalityCode, id);
    if (!run) throw new DomainError('not-found');
    return run;
  }

  /** What has just been done: answered from what was stored, or read when it was stored before. */
  private async stored(actor: Actor, { id, rows }: DoneRun, reader: Promise<Reader>): Promise<AnalysisRunBody> {
    if (rows) return runBody(rows.run, rows.clusters, await reader);
    const read = await this.database.withTenant(actor, async (manager) => {
      const run = await this.mustExist(manager, actor, id);
      return { run, clusters: await clustersOf(manager, actor, run) };
    });
    return runBody(read.run, read.clusters, await reader);
  }

  private async read(manager: EntityManager, actor: Actor, run: RunRow, reader: Reader): Promise<AnalysisRunBody> {
    await audit(manager, actor, { action: 'read', subject: 'analysis', subjectId: run.id });
    return runBody(run, await clustersOf(manager, actor, run), reader);
  }

  /** The job of a run that is not stored; only its own maker knows of it. Throws `not-found`. */
  private async ownJob(manager: EntityManager, actor: Actor, id: string) {
    const job = await this.jobs.status(manager, actor, id);
    if (!job || job.kind !== analysisKind || job.account_id !== actor.accountId) throw new DomainError('not-found');
    return job;
  }

  /** The reader while a run goes on, which may fail before anybody asks for it. */
  private readerMeanwhile(actor: Actor, language: Language): Promise<Reader> {
    const reader = this.reader(actor, language);
    reader.catch(() => undefined);
    return reader;
  }

  private async reader(actor: Actor, language: Language): Promise<Reader> {
    const names = await this.municipalities.categories(actor);
    return { language, names: new Map(names.map((category) => [category.code, category.name])) };
  }
}

async function clustersOf(manager: EntityManager, actor: Actor, run: RunRow) {
  return run.kind === 'places' ? clusterRows(manager, actor.municipalityCode, run.id) : [];
}

/** What a stored run asked, with its period as dates, so that a rolling year is the same year again. */
export function askedBefore(run: RunRow): NewAnalysis {
  const { period } = run.result;
  return { ...run.filters, question: run.kind, from: localDate(period.from), to: localDate(period.to - 1) };
}

/** The result, or undefined when it has not come within the time; a failure is thrown in both cases that it comes. */
async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  const stop = new AbortController();
  const late = after(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
  }
}

function runningBody(run: RunInHand, language: Language): RunningAnalysisBody {
  const { id, asked, step } = run;
  return {
    id,
    state: 'running',
    question: asked.question,
    progress: progressOf(run),
    step: stepWords(step, language),
    problem: null,
  };
}

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [at, id] = cursor.split('_');
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at ?? '') ||
    Number.isNaN(Date.parse(at!)) ||
    !/^[0-9a-f-]{36}$/.test(id ?? '')
  )
    throw new DomainError('invalid-request');
  return { at: at!, id: id! };
}

function reproductionSentence(
  { same, dataChanged, olderVersion }: { same: boolean; dataChanged: boolean; olderVersion: boolean },
  language: Language,
): string {
  const sv = language === 'sv';
  if (dataChanged)
    return sv ? 'Uppgifterna har ändrats sedan analysen gjordes.' : 'The data has changed since the analysis was made.';
  if (same) return sv ? 'Analysen ger samma svar igen.' : 'The analysis gives the same answer again.';
  if (olderVersion)
    return sv
      ? 'Analysen gjordes med en äldre version av metoden. Svaret blir ett annat nu, av metoden eller för att uppgifterna har ändrats.'
      : 'The analysis was made with an older version of the method. The answer differs now, because of the method or because the data has changed.';
  return sv
    ? 'Analysen ger ett annat svar på samma uppgifter. Hör av dig till oss.'
    : 'The analysis gives another answer on the same data. Please tell us.';
}
