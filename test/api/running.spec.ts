import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { migrate } from '../../db/migrate.js';
import { type Relay, startRelay } from '../support/relay.js';

/** The product as a process of its own: what it answers while the database comes and goes, and what it writes to its log. */
let relay: Relay;
let child: ChildProcess;
let address: string;
let output = '';

beforeAll(async () => {
  const databaseUrl = process.env['TEST_DATABASE_URL']!;
  await migrate(databaseUrl);
  relay = await startRelay(databaseUrl);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  address = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, [path.join(workspaceRoot, 'dist/api/src/main.js')], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: relay.url,
      PORT: String(port),
      LOG_LEVEL: 'trace',
      DATABASE_CONNECTIONS: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await until(async () => (await status('/health/ready')) === 200);
}, 60_000);

afterAll(async () => {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  await relay.stop();
});

async function status(at: string): Promise<number> {
  try {
    return (await fetch(`${address}${at}`)).status;
  } catch {
    return 0;
  }
}

async function until(true_: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await true_()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen within 15 seconds');
}

const signIn = (email: string) =>
  fetch(`${address}/api/v1/session?email=${encodeURIComponent(email)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'Pernillas telefon' },
    body: JSON.stringify({ email, password: 'hemligt-lösenord' }),
  });

test('a lost database is said by health and by every answer, and it recovers by itself', async () => {
  expect(await status('/health/live')).toBe(200);
  await relay.cut();
  await until(async () => (await status('/health/ready')) === 503);
  const refused = await signIn('nagon@example.org');
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    code: 'database-away',
    detail: expect.stringContaining('Det du skrivit finns kvar'),
  });
  expect(await status('/health/live')).toBe(200);
  await relay.mend();
  await until(async () => (await status('/health/ready')) === 200);
  expect((await signIn('nagon@example.org')).status).toBe(401);
}, 60_000);

test('the log has a line for each request, with neither addresses, passwords, bodies nor queries', async () => {
  await signIn('pernilla.persson@example.org');
  await until(async () => output.includes('"path":"/api/v1/session"'));
  for (const secret of ['pernilla', 'hemligt', 'Pernillas', 'email=', 'narbild=']) expect(output).not.toContain(secret);
  const line = output.split('\n').find((text) => text.includes('"path":"/api/v1/session"'))!;
  expect(JSON.parse(line)).toMatchObject({ req: { method: 'POST', path: '/api/v1/session' } });
});
