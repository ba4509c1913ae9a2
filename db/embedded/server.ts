/**
 * The embedded database's own process: `server.js <folder> <template or ''> <port or 0>`. Started by start-embedded.ts
 * with an IPC channel; says `ready` or `refused` on it, and ends itself when the channel closes (its parent is gone).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openEngine } from './engine.js';
import { takeLock } from './lock.js';
import { WireServer } from './wire-server.js';

export type ServerReport =
  | { readonly kind: 'ready'; readonly host: string; readonly port: number }
  | { readonly kind: 'refused'; readonly message: string };

/** The kernel's limit on a socket path is 108 bytes on Linux and 104 on macOS, the final zero included. */
const LONGEST_SOCKET_PATH = 103;
const SOCKET_NAME = '.s.PGSQL.5432';
const ENGINE_BROKEN = 70;

async function main(): Promise<void> {
  const [folderArgument, template, port] = process.argv.slice(2);
  if (!folderArgument) throw new Error('Usage: server.js <folder> [template] [port]');
  const folder = resolve(folderArgument);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = takeLock(join(folder, 'lock'));
  process.on('exit', release);
  const engine = await openEngine(folder, template ? template : null);
  const server = new WireServer({ engine, onBroken: breakDown });
  const where = await listen(server, folder, Number(port ?? 0));
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= server
      .stop()
      .then(() => engine.close())
      .then(() => process.exit(0), breakDown);
  };
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  // Ctrl-C reaches every process of the terminal; the launcher decides the order in which they end.
  process.on('SIGINT', () => undefined);
  report({ kind: 'ready', ...where });
}

async function listen(server: WireServer, folder: string, port: number): Promise<{ host: string; port: number }> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await server.listen(port) };
  const path = join(socketFolder(folder), SOCKET_NAME);
  rmSync(path, { force: true });
  await server.listen(path);
  return { host: dirname(path), port: 5432 };
}

/** Inside the data folder; where that path is too long for the kernel, a private folder named after it. */
function socketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return folder;
  const short = join(tmpdir(), `narbild-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  return short;
}

/** The WebAssembly engine cannot be trusted after an abort: end at once, the launcher starts a new process. */
function breakDown(error: unknown): void {
  process.stderr.write(`The embedded database broke: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(ENGINE_BROKEN);
}

function report(message: ServerReport): void {
  process.send?.(message);
}

process.on('uncaughtException', breakDown);
process.on('unhandledRejection', breakDown);
main().catch((error: unknown) => {
  report({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
});
