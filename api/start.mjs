/**
 * `npm start`: from a clean clone to a running product. Only what Node itself brings may be used here, because this
 * file runs before anything is installed. See docs/decisions/launchers.md.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, install, root, runNx, step } from './prepare.mjs';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const READY_WITHIN_MS = 60_000;

const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
const began = Date.now();
/** What must end when we end, in this order. */
const endings = [];
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  await end(1);
}

async function main() {
  checkNode();
  await refuseTakenPort();
  await install();
  await step('Building', () => runNx(['run-many', '-t', 'build', '-p', 'api,db,web']));
  const external = databaseUrlOf(process.env);
  const embedded = external ? null : await startDatabase();
  const url = external ?? embedded.url;
  if (external) await sayPending(url);
  await startProduct(url, embedded !== null);
}

/** A port of 0 lets the system choose one; any other must be free before minutes are spent on building. */
async function refuseTakenPort() {
  if (port === 0) return;
  const code = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === 'EADDRINUSE') {
    throw new Error(`Port ${port} on ${host} is taken by another program. Choose another: PORT=3001 npm start`);
  }
  if (code) throw new Error(`${host}:${port} cannot be used (${code}). The settings are HOST and PORT.`);
}

function databaseUrlOf(environment) {
  return environment.DATABASE_URL || (environment.DATABASE_URL_FILE ? 'file' : null);
}

async function startDatabase() {
  await step('Preparing the embedded database', () => runNx(['run', 'db:template']));
  const { startEmbedded } = await load('dist/db/embedded/start-embedded.js');
  const folder = process.env.NARBILD_DATA || join(root, '.narbild', 'database');
  const embedded = await step('Starting the embedded database', () =>
    startEmbedded({ folder, onNotice: (sentence) => console.error(sentence) }),
  );
  endings.push(() => embedded.stop());
  const { migrate } = await load('dist/db/migrate.js');
  const applied = await step('Migrating', () => migrate(embedded.url));
  if (applied.length > 0) console.log(`  applied: ${applied.join(', ')}`);
  if (LOOPBACK.has(host)) {
    const { seedDemo } = await load('dist/db/seed.js');
    await step('Filling the demo municipality', () => seedDemo(embedded.url));
  }
  return embedded;
}

/** With a database of its own the operator decides when it is migrated; here it is only said. */
async function sayPending(url) {
  if (url === 'file') return;
  const { pending } = await load('dist/db/migrate.js');
  const names = pending ? await pending(url) : [];
  if (names.length > 0) console.log(`The database lacks ${names.length} migrations. Run: npm run migrate`);
}

async function startProduct(url, isEmbedded) {
  const env = { ...process.env, HOST: host, PORT: String(port) };
  if (isEmbedded) {
    env.DATABASE_URL = url;
    if (LOOPBACK.has(host)) env.DEMO = 'on';
  }
  const child = fork(join(root, 'dist/api/src/main.js'), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  endings.unshift(() => stopped(child));
  child.once('exit', (code) => {
    if (ending) return;
    console.error(`The product ended unexpectedly (code ${code}).`);
    void end(code || 1);
  });
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  await step('Starting the product', () => ready(address));
  await sayWhere(process.env.PUBLIC_URL || address, address);
}

async function ready(address) {
  let last = 'no answer';
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until && !ending;) {
    try {
      const answer = await fetch(`${address}/health/ready`);
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`;
    } catch (error) {
      last = String(error.cause?.code ?? error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  if (!ending) throw new Error(`The product was not ready within ${READY_WITHIN_MS / 1000} s: ${last}`);
}

async function sayWhere(shown, address) {
  console.log(`\nNärbild runs at ${shown}  (${seconds(began)} s, Ctrl-C ends it)`);
  const answer = await fetch(`${address}/api/v1/demo-accounts`).catch(() => null);
  if (!answer?.ok) return;
  const { accounts } = await answer.json();
  if (accounts.length === 0) return;
  console.log('\nDemo accounts (invented people, this computer only):');
  for (const { email, password, description } of accounts) {
    console.log(`  ${email.padEnd(36)} ${password.padEnd(20)} ${description}`);
  }
}

function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  return exit.finally(() => clearTimeout(hard));
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const finish of endings) await finish();
  process.exit(code);
}

function load(path) {
  const file = join(root, path);
  if (!existsSync(file)) throw new Error(`${path} was not built. Remove the folders dist and .nx and start again.`);
  return import(pathToFileURL(file).href);
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
