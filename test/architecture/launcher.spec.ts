import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workspaceRoot } from '../../api/src/app/environment.js';

let folder: string;
const running: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narbild-launcher-'));
});

afterEach(() => Promise.all(running.splice(0).map((child) => ended(child, 'SIGTERM'))));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` as a person types it, but with a database folder of its own and nothing of the test's surroundings. */
function start(port: number) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['api/start.mjs'], {
    cwd: workspaceRoot,
    env: { PATH, HOME, PORT: String(port), NARBILD_DATA: path.join(folder, 'database'), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { text: '' };
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said.text += String(chunk);
      for (const listener of listeners) listener();
    });
  }
  /** Waits until a text has been said, or the program has ended. */
  const until = (form: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => form.test(said.text) && resolve();
      listeners.add(look);
      child.once('exit', (code) =>
        form.test(said.text) ? resolve() : reject(new Error(`ended with ${code}:\n${said.text}`)),
      );
      look();
    });
  return { child, said, until };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exit;
}

function listen(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const { server, port } = await listen();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('npm start', () => {
  test('reaches a product that one can sign in to with a demo account, and ends with everything it started', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const { child, said, until } = start(port);
    await until(/Närbild runs at [\s\S]*Demo accounts[\s\S]*@[\s\S]*\n/);
    expect(said.text).toContain(`Närbild runs at ${address}`);

    const { accounts } = (await (await fetch(`${address}/api/v1/demo-accounts`)).json()) as {
      accounts: { email: string; password: string; role: string }[];
    };
    const coordinator = accounts.find((account) => account.role === 'coordinator')!;
    const session = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address },
      body: JSON.stringify({ email: coordinator.email, password: coordinator.password }),
    });
    expect(session.status).toBe(200);
    const page = await fetch(address);
    expect(await page.text()).toMatch(/<title>[^<]*Närbild/);
    expect((await (await fetch(`${address}/health/ready`)).json()) as object).toMatchObject({
      status: 'ready',
      database: { embedded: true },
    });

    expect(await ended(child, 'SIGINT')).toBe(0);
    await expect(fetch(`${address}/health/live`)).rejects.toThrow(/fetch failed/);
  }, 300_000);

  test('names a port that is taken, says what to type, and ends before it builds anything', async () => {
    const { server, port } = await listen();
    const { child, said } = start(port);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    server.close();
    expect(code).toBe(1);
    expect(said.text).toMatch(new RegExp(`Port ${port} .* is taken .*PORT=3001 npm start`));
    expect(said.text).not.toMatch(/Building/);
  }, 60_000);
});
