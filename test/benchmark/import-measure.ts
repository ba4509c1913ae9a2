import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { extractOf } from './import-rows.js';

export interface ImportMeasure {
  readonly previewMilliseconds: number;
  readonly importMilliseconds: number;
  readonly counts: Readonly<Record<string, unknown>>;
  /** Latency of a small request, asked all the while, in milliseconds. */
  readonly health: { readonly asked: number; readonly median: number; readonly p99: number; readonly most: number };
  /** Resident megabytes of the server's process, threads and all. */
  readonly memory: { readonly before: number; readonly most: number; readonly firstTenth: number };
}

interface Task {
  readonly databaseUrl: string;
  readonly code: string;
  readonly cookie: string;
  readonly rows: number;
}

/** Starts the compiled product in a process of its own, sends it an extract, and watches it until the import is done. */
export async function importThroughServer(task: Task): Promise<ImportMeasure> {
  const folder = mkdtempSync(path.join(tmpdir(), 'narbild-rows-'));
  const file = path.join(folder, 'utdrag.csv');
  await pipeline(Readable.from(extractOf(task.rows)), createWriteStream(file));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = startServer(task.databaseUrl, port);
  try {
    const root = `http://127.0.0.1:${port}`;
    await answering(root, server);
    return await measured(task, { root, server, file });
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  task: Task,
  run: { readonly root: string; readonly server: ChildProcess; readonly file: string },
): Promise<ImportMeasure> {
  const headers = { Cookie: task.cookie, 'Sec-Fetch-Site': 'same-origin' };
  const imports = `${run.root}/api/v1/municipalities/${task.code}/imports`;
  const watch = new Watch(run.root, run.server.pid!);
  let start = performance.now();
  const made = await upload(imports, headers, run.file);
  const previewMilliseconds = performance.now() - start;
  start = performance.now();
  await fetch(`${imports}/${made.id}/start`, { method: 'POST', headers });
  for (;;) {
    const now = (await (await fetch(`${imports}/${made.id}`, { headers })).json()) as Progress;
    if (now.progress !== null && now.progress >= 0.08) watch.markTenth();
    if (now.status === 'done') {
      const importMilliseconds = performance.now() - start;
      return { previewMilliseconds, importMilliseconds, counts: now.counts, ...(await watch.end()) };
    }
    if (!['queued', 'running'].includes(now.status)) throw new Error(`the import ended ${now.status}`);
    await wait(200);
  }
}

/** A multipart upload without fetch's limit of five minutes for an answer. */
async function upload(url: string, headers: Record<string, string>, file: string): Promise<{ id: string }> {
  const boundary = 'narbild-benchmark';
  const field = (name: string, more = '') => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const body = async function* () {
    yield `${field('source')}police\r\n${field('file', '; filename="utdrag.csv"')}`;
    yield* createReadStream(file);
    yield `\r\n--${boundary}--\r\n`;
  };
  const call = request(url, { method: 'POST', headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` } });
  const answered = once(call, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(body()), call);
  const [answer] = await answered;
  let text = '';
  for await (const part of answer) text += String(part);
  if (answer.statusCode !== 201) throw new Error(`the upload was answered with ${answer.statusCode} ${text.slice(0, 300)}`);
  return JSON.parse(text) as { id: string };
} // prettier-ignore

interface Progress {
  readonly status: string;
  readonly progress: number | null;
  readonly counts: Readonly<Record<string, unknown>>;
}

/** Asks for /health/live and reads the memory ten times a second. */
class Watch {
  private readonly latencies: number[] = [];
  private readonly before: number;
  private most = 0;
  private firstTenth = 0;
  private stopped = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly root: string,
    private readonly pid: number,
  ) {
    this.before = residentMegabytes(pid);
    this.done = this.watch();
  }

  markTenth(): void {
    this.firstTenth ||= residentMegabytes(this.pid);
  }

  async end(): Promise<Pick<ImportMeasure, 'health' | 'memory'>> {
    this.stopped = true;
    await this.done;
    const sorted = [...this.latencies].sort((a, b) => a - b);
    const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    const health = { asked: sorted.length, median: at(0.5), p99: at(0.99), most: at(1) };
    return { health, memory: { before: this.before, most: this.most, firstTenth: this.firstTenth } };
  } // prettier-ignore

  private async watch(): Promise<void> {
    while (!this.stopped) {
      const start = performance.now();
      // A kept connection that the server has just let go is asked again; the time goes on counting.
      const ask = async () => (await fetch(`${this.root}/health/live`)).text();
      await ask().catch(ask);
      this.latencies.push(performance.now() - start);
      this.most = Math.max(this.most, residentMegabytes(this.pid));
      await wait(100);
    }
  }
}

function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(line ?? 0) / 1024);
}

function startServer(databaseUrl: string, port: number): ChildProcess {
  const main = path.join(workspaceRoot, 'dist/api/src/main.js');
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'warn', DEMO: 'off' };
  return spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
} // prettier-ignore

async function answering(root: string, server: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (await fetch(`${root}/health/ready`).then((answer) => answer.ok, () => false)) return; // prettier-ignore
    if (server.exitCode !== null) break;
    await wait(100);
  }
  throw new Error('the server did not answer');
}
