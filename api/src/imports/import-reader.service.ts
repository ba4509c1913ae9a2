import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { EntityManager } from 'typeorm';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import type { GroundRows, RowOwner } from './import-reading.js';
import { categoryLines, digestKey } from './import.queries.js';
import type { FromReading, PreviewResult, ReadingEnd, ReadingWork, ToReading } from './import-work.js';
import type { MappingProfile } from './mapping-profile.js';
import { PortInbox } from './port-inbox.js';
import type { ReadingChoice, ReadingPlan } from './reading-plan.js';
import type { SealedFile } from './sealed-file.js';
import type { StagingCounts } from './staging-run.js';
import { TableProblem } from './table-problem.js';

const idleMilliseconds = 30_000;

/** What `Omit` on a union keeps apart. */
type Asked = ReadingWork extends infer Work ? (Work extends ReadingWork ? Omit<Work, 'port'> : never) : never;

/** Reads uploaded files in threads of their own, so that pages are answered while a large file is read. */
@Injectable()
export class ImportReaderService implements OnApplicationShutdown {
  private pool: Piscina<ReadingWork, ReadingEnd> | undefined;

  constructor(private readonly municipalities: MunicipalitiesService) {}

  /** What the municipality knows: boundary, areas, addresses, places, categories, and its secret. */
  async ground(manager: EntityManager, code: number): Promise<GroundRows> {
    const { boundary } = await this.municipalities.outline(manager, code);
    const rows = await this.municipalities.register(manager, code);
    const lines = await categoryLines(manager, code);
    const key = await digestKey(manager, code, randomBytes(32).toString('base64url'));
    return { register: { boundary, ...rows, ...lines }, digestKey: key };
  }

  /** Evaluates a whole file; `fates` says for identities and digests which are new (0), stored (1) or changed (2). */
  async preview(
    work: { readonly file: SealedFile; readonly ground: GroundRows; readonly owner: RowOwner; readonly choice: ReadingChoice; readonly profiles: readonly MappingProfile[] },
    fates: (identities: readonly string[], digests: readonly string[]) => Promise<Uint8Array>,
  ): Promise<PreviewResult> {
    const end = await this.run({ ...work, kind: 'preview' }, async (message) =>
      message.kind === 'identities'
        ? { kind: 'fates', fates: await fates(message.identities, message.digests) }
        : { kind: 'go' },
    );
    return end.preview!;
  } // prettier-ignore

  /** Reads a whole file for the stage; `rows` is called with each chunk as JSON, in order, while the next is read. */
  async rows(
    work: { readonly file: SealedFile; readonly ground: GroundRows; readonly owner: RowOwner; readonly plan: ReadingPlan },
    rows: (chunk: Extract<FromReading, { kind: 'rows' }>) => Promise<void>,
  ): Promise<StagingCounts> {
    const end = await this.run({ ...work, kind: 'import' }, async (message) => {
      if (message.kind === 'rows') await rows(message);
      return { kind: 'go' };
    });
    return end.counts!;
  } // prettier-ignore

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run(
    asked: Asked,
    answer: (message: FromReading) => Promise<ToReading>,
  ): Promise<Extract<ReadingEnd, { ok: true }>> {
    const { port1: own, port2: port } = new MessageChannel();
    const stop = new AbortController();
    const done = this.threads().run({ ...asked, port }, { transferList: [port], signal: stop.signal });
    // Heard below; without this a thread that dies while a chunk is written would be an unhandled rejection.
    done.catch(() => own.close());
    try {
      await converse(own, answer);
    } catch (error) {
      stop.abort();
      throw error;
    } finally {
      own.close();
    }
    const end = await done;
    if (!end.ok) throw new TableProblem(end.problem);
    return end;
  }

  private threads(): Piscina<ReadingWork, ReadingEnd> {
    this.pool ??= new Piscina<ReadingWork, ReadingEnd>({
      filename: new URL('./import-worker.js', import.meta.url).href,
      name: 'read',
      minThreads: 0,
      maxThreads: Math.max(2, Math.min(4, availableParallelism() - 1)),
      idleTimeout: idleMilliseconds,
      atomics: 'disabled',
      execArgv: [],
      env: {},
    });
    return this.pool;
  }
}

async function converse(own: MessagePort, answer: (message: FromReading) => Promise<ToReading>): Promise<void> {
  const inbox = new PortInbox<FromReading>(own);
  for (let message = await inbox.next(); message !== null; message = await inbox.next())
    own.postMessage(await answer(message));
}
