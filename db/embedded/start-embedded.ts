import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServerReport } from './server.js';

/** The dump that `nx run db:template` writes: PostGIS, the roles and the migrations, ready to be restored. */
export const TEMPLATE = fileURLToPath(new URL('../template.tar.gz', import.meta.url));

export interface EmbeddedOptions {
  /** Where the data live. Made when missing. */
  readonly folder: string;
  /** Dump to restore a new folder from; null for an empty cluster. */
  readonly template?: string | null;
  /** Told about a crash and what is done about it, one English sentence at a time. */
  readonly onNotice?: (sentence: string) => void;
}

export interface Embedded {
  /** For `pg` (connectionString) and TypeORM (url) alike; stays the same when the engine is started again. */
  readonly url: string;
  /** Process number of the engine as it runs now. */
  readonly pid: number;
  /** Ends the engine in good order and waits for it. */
  stop(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('./server.js', import.meta.url));
const STOP_WITHIN_MS = 10_000;
const MOST_RESTARTS = 5;
const CALM_AFTER_MS = 10 * 60_000;

/**
 * Starts the embedded database in a child process and resolves when it answers. When the engine crashes it is started
 * again on the same address, at most five times in ten minutes; meanwhile connections fail and /health/ready says so.
 * Rejects with the child's own message, for instance when another living process holds the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const keeper = new Keeper(options);
  await keeper.start();
  return keeper;
}

class Keeper implements Embedded {
  url = '';
  private child: ChildProcess | undefined;
  private port = 0;
  private stopping = false;
  private crashes: number[] = [];

  constructor(private readonly options: EmbeddedOptions) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const template = this.options.template === undefined ? TEMPLATE : this.options.template;
    const child = fork(SERVER, [this.options.folder, template ?? '', String(this.port)], {
      // Jest's flags and the like are the parent's business.
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child = child;
    const ready = await firstReport(child);
    this.port = ready.port;
    this.url = urlOf(ready);
    child.once('exit', (code, signal) => this.crashed(signal ?? `code ${code}`));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }

  private crashed(how: string): void {
    if (this.stopping) return;
    const now = Date.now();
    this.crashes = [...this.crashes.filter((at) => now - at < CALM_AFTER_MS), now];
    if (this.crashes.length > MOST_RESTARTS) {
      this.notice(`The embedded database ended (${how}) for the sixth time in ten minutes; it is not started again.`);
      return;
    }
    this.notice(`The embedded database ended unexpectedly (${how}); starting it again.`);
    setTimeout(() => void this.restart(), 250 * 2 ** (this.crashes.length - 1));
  }

  private async restart(): Promise<void> {
    if (this.stopping) return;
    try {
      await this.start();
      this.notice('The embedded database answers again.');
    } catch (error) {
      this.crashed(error instanceof Error ? error.message : String(error));
    }
  }

  private notice(sentence: string): void {
    this.options.onNotice?.(sentence);
  }
}

function firstReport(child: ChildProcess): Promise<Extract<ServerReport, { kind: 'ready' }>> {
  return new Promise((resolve, reject) => {
    const early = (code: number | null): void => {
      reject(new Error(`The embedded database ended before it answered (code ${code}).`));
    };
    child.once('error', reject);
    child.once('exit', early);
    child.once('message', (message) => {
      child.off('exit', early);
      const report = message as ServerReport;
      if (report.kind === 'ready') resolve(report);
      else reject(new Error(report.message));
    });
  });
}

/** The host in the query part is what pg takes for a socket folder; TypeORM reads only user and database before it. */
function urlOf({ host, port }: { readonly host: string; readonly port: number }): string {
  if (!host.startsWith('/')) return `postgresql://postgres@${host}:${port}/postgres`;
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(host)}&port=${port}`;
}
