import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshTown } from './fresh-town.js';
import { startRelay } from './relay.js';

/** The folder that everything is compiled to, seen from the compiled file. */
const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const READY_WITHIN_MS = 60_000;

/** The real application with the built pages and the demo municipality, in a process of its own on a loopback port. */
export interface Site {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  /** Past row-level security, to look at what is really stored. */
  readonly databaseUrl: string;
  loseDatabase(): Promise<void>;
  findDatabaseAgain(): Promise<void>;
  /** Kills the process as a power cut does. */
  kill(): Promise<void>;
  /** Starts it again on the same port and database. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the site on a copy of the database named by TEST_DATABASE_URL; what is missing there is migrated and seeded first. */
export async function startSite(settings: (url: string) => Record<string, string> = () => ({})): Promise<Site> {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (!databaseUrl)
    throw new Error('TEST_DATABASE_URL is not set: run the browser tests by npm test -- --only browser');
  if (!existsSync(join(dist, 'site/index.html')))
    throw new Error('There are no built pages in dist/site: run npm test, which builds them');
  for (const program of ['db/migrate.js', 'db/seed.js']) await ended(start(program, { DATABASE_URL: databaseUrl }));
  const town = await freshTown(databaseUrl);
  const relay = await startRelay(town.url);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = () =>
    start('api/src/main.js', { DATABASE_URL: relay.url, PORT: String(port), DEMO: 'on', ...settings(url) });
  let server = begin();
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await gone;
  };
  const stop = async (): Promise<void> => {
    await end('SIGTERM');
    await relay.stop();
    await town.drop();
  };
  const revive = async (): Promise<void> => {
    server = begin();
    await ready(url, server);
  };
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    databaseUrl: town.url,
    loseDatabase: relay.cut,
    findDatabaseAgain: relay.mend,
    kill: () => end('SIGKILL'),
    revive,
    stop,
  };
}

function start(program: string, settings: Record<string, string>): ChildProcess {
  const { NODE_OPTIONS: _forJest, ...own } = process.env;
  return spawn(process.execPath, [join(dist, program)], {
    env: { ...own, LOG_LEVEL: 'error', HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function ended(program: ChildProcess): Promise<void> {
  const code = await new Promise((done) => program.once('exit', done));
  if (code !== 0) throw new Error(`${program.spawnargs[1]} ended with code ${String(code)}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`The site did not start (code ${server.exitCode})`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`The site was not ready within ${READY_WITHIN_MS / 1000} s`);
}
