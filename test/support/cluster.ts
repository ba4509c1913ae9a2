import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL cluster of our own for one test run. */
export interface Cluster {
  /** Superuser connection to the database `postgres`; pass another database name to `urlOf`. */
  readonly url: string;
  urlOf(database: string): string;
  /** Stops the server and removes its folder; safe to call twice. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const PORT = 5432;
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/**
 * Where the server's programs are: the newest Debian version that has PostGIS, else the PATH.
 * Null when there are none, or none with PostGIS beside them.
 */
export function findServer(): string | null {
  const debian = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const candidates = debian
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .concat((process.env['PATH'] ?? '').split(':'));
  return candidates.find((folder) => folder !== '' && isServer(folder)) ?? null;
}

function isServer(folder: string): boolean {
  try {
    for (const program of ['initdb', 'postgres', 'pg_config']) accessSync(join(folder, program), constants.X_OK);
    const share = execFileSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' }).trim();
    return existsSync(join(share, 'extension', 'postgis.control'));
  } catch {
    return false;
  }
}

/**
 * Makes and starts a throw-away PostgreSQL with PostGIS: own folder, own Unix socket, no TCP, no fsync. It never uses
 * a server that it merely found. As root it runs as `postgres` or `nobody`, because PostgreSQL refuses root.
 * Throws when the programs are missing or the server does not answer within thirty seconds.
 */
export async function startCluster(): Promise<Cluster> {
  const bin = findServer();
  if (!bin) throw new Error('No PostgreSQL server programs with PostGIS were found (Debian: postgresql-15-postgis-3).');
  const folder = mkdtempSync(join(tmpdir(), 'narbild-pg-'));
  const owner = serverOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const asOwner = { ...owner, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } };
  try {
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...asOwner, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(folder)], {
      ...asOwner,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server, folder);
    return clusterOf(server, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function settings(folder: string): string[] {
  const values = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '128MB',
    max_connections: '60',
    log_min_messages: 'fatal',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The account to run as, or null when we are not root and may run it ourselves. */
function serverOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is neither a postgres nor a nobody account.');
}

/** PostgreSQL writes its status to postmaster.pid; the last line says `ready`. */
async function ready(server: ChildProcess, folder: string): Promise<void> {
  let said = '';
  server.stderr?.on('data', (data: Buffer) => (said += data.toString()));
  const { readFile } = await import('node:fs/promises');
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`The test cluster did not start: ${said}`);
    const status = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '');
    if (/^ready\s*$/m.test(status)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill('SIGKILL');
  throw new Error(`The test cluster was not ready within ${READY_WITHIN_MS / 1000} s: ${said}`);
}

function clusterOf(server: ChildProcess, folder: string): Cluster {
  const urlOf = (database: string): string =>
    `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}&port=${PORT}`;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const removeAtExit = (): void => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', removeAtExit);
  return {
    url: urlOf('postgres'),
    urlOf,
    async stop() {
      process.off('exit', removeAtExit);
      // SIGINT is PostgreSQL's "fast" shutdown: it drops the clients that a failed test left behind.
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT');
      const hard = setTimeout(() => server.kill('SIGQUIT'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(hard);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
