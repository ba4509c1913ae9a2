/**
 * `npm test`: installs and builds like `npm start`, then runs everything that this machine can run, and says loudly
 * what it did not run. With REQUIRE_EVERYTHING=1 whatever was not run is a failure. The last line is always
 * `N passed, N failed`.
 *
 *   npm test -- --only check|unit|reference|architecture|api|browser|time   only these (repeatable)
 *   npm test -- --only api imports                                         the rest goes to Jest
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, install, root, run, runNx, step } from '../api/prepare.mjs';

const TIME_TESTS = '(calendar|aoristic|instants|trend)[^/]*\\.spec\\.js$';
const results = join(root, 'dist/test-results');
const shared = resolve(root, process.env.NARBILD_SHARED || '../shared');
const strict = process.env.REQUIRE_EVERYTHING === '1';
const { only, jestArgs } = readArguments(process.argv.slice(2));
const total = { passed: 0, failed: 0 };
const notRun = [];
const failures = [];
const endings = [];

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void finish(130));

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
await finish();

async function main() {
  checkNode();
  await install();
  mkdirSync(results, { recursive: true });
  const built = await attempt('Building', () => runNx(['run-many', '-t', 'build', 'types']));
  if (wants('check')) {
    await attempt('Formatting (prettier)', () => run(bin('prettier'), ['--check', '--log-level', 'warn', '.']));
    await attempt('Lint (oxlint, type-aware)', () => run(bin('oxlint'), ['--type-aware', '--deny-warnings', '.']));
  }
  if (!built) return;
  if (wants('unit')) await jest('unit', 'unit');
  if (wants('time'))
    await jest('time tests in Auckland', 'unit', { TZ: 'Pacific/Auckland' }, ['--testPathPatterns', TIME_TESTS]);
  if (wants('reference')) {
    if (existsSync(shared)) await jest('reference', 'reference');
    else skip('reference sets', `there is no ${shared} (set NARBILD_SHARED)`);
  }
  if (wants('architecture') || wants('api') || wants('browser')) await withEngines();
}

/** What needs a database: the rules of the house and the API suite on each engine, the browser journey on the best one. */
async function withEngines() {
  if (!(await attempt('Preparing the embedded database', () => runNx(['run', 'db:template'])))) return;
  if (wants('architecture') || wants('api')) {
    const embedded = await startEmbeddedDatabase();
    const engine = { TEST_ENGINE: 'embedded', TEST_DATABASE_URL: embedded.url };
    if (wants('architecture'))
      await jest('architecture on the embedded engine', 'architecture', engine, ['--maxWorkers=1']);
    // Moving out needs both engines; it is run with the suite on PostgreSQL.
    if (wants('api')) {
      await jest('api on the embedded engine', 'api', engine, [
        '--maxWorkers=1',
        '--testPathIgnorePatterns',
        'api/move-to-postgres\\.spec',
      ]);
    }
    await embedded.stop();
  }
  const postgres = await postgresServer();
  if (wants('architecture') || wants('api')) {
    if (postgres) {
      const database = await postgres.create('api');
      const engine = { TEST_ENGINE: 'postgres', TEST_DATABASE_URL: database.url };
      if (wants('architecture')) {
        const asked = ['--maxWorkers=1', '--testPathPatterns', 'architecture/(tenancy|access)\\.spec'];
        await jest('architecture on PostgreSQL', 'architecture', engine, asked);
      }
      // embedded.spec has the other engine as its subject and has just been run.
      if (wants('api')) {
        await jest('api on PostgreSQL', 'api', engine, [
          '--maxWorkers=1',
          '--testPathIgnorePatterns',
          'api/embedded\\.spec',
        ]);
      }
      await database.drop();
    } else
      skip(
        'the suites on PostgreSQL',
        'no server programs with PostGIS (Debian: postgresql-15-postgis-3) and no TEST_DATABASE_URL',
      );
  }
  if (wants('browser')) await browser(postgres);
  await postgres?.stop();
}

async function browser(postgres) {
  const { findChromium } = await load('dist/test/support/chromium.js');
  const chromium = findChromium();
  if (!chromium) return skip('the browser journey', 'no Chromium (set CHROMIUM, or Debian: chromium)');
  const database = postgres ? await postgres.create('browser') : await startEmbeddedDatabase();
  const engine = postgres ? 'postgres' : 'embedded';
  await jest(
    `browser (${engine})`,
    'browser',
    { CHROMIUM: chromium, TEST_ENGINE: engine, TEST_DATABASE_URL: database.url },
    ['--maxWorkers=1'],
  );
  await (database.drop ?? database.stop).call(database);
}

async function startEmbeddedDatabase() {
  const { startEmbedded } = await load('dist/db/embedded/start-embedded.js');
  const { migrate } = await load('dist/db/migrate.js');
  const folder = mkdtempSync(join(tmpdir(), 'narbild-test-'));
  const embedded = await startEmbedded({ folder, onNotice: (sentence) => console.error(sentence) });
  await migrate(embedded.url);
  const stop = once(async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  endings.push(stop);
  return { url: embedded.url, stop };
}

/** The server named by TEST_DATABASE_URL, else a throw-away cluster of our own; null when neither can be had. */
async function postgresServer() {
  const { findServer, startCluster } = await load('dist/test/support/cluster.js');
  const given = process.env.TEST_DATABASE_URL;
  if (!given && !findServer()) return null;
  const cluster = given ? null : await startCluster();
  const stop = once(async () => cluster?.stop());
  endings.push(stop);
  const base = given ?? cluster.url;
  return { stop, create: (purpose) => createDatabase(base, `narbild_test_${purpose}_${process.pid}`) };
}

/** A new database with all migrations on a server that we were given or made. */
async function createDatabase(base, name) {
  const { default: pg } = await import('pg');
  const { migrate } = await load('dist/db/migrate.js');
  const administer = async (sql) => {
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const drop = once(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  endings.unshift(drop);
  const url = base.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
  await migrate(url);
  return { url, drop };
}

/** One Jest run; its counts are added up from its JSON report, and a run without a report is one failure. */
async function jest(name, project, env = {}, args = []) {
  const report = join(results, `${name.replace(/[^a-z]+/gi, '-')}.json`);
  rmSync(report, { force: true });
  console.log(`\n=== ${name} ===`);
  const code = await exitOf(
    process.execPath,
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      '--config=jest.config.mjs',
      `--selectProjects=${project}`,
      '--passWithNoTests',
      // A loaded machine is no failure; a test that hangs still is.
      '--testTimeout=30000',
      '--json',
      `--outputFile=${report}`,
      ...args,
      ...jestArgs,
    ],
    { TZ: 'UTC', ...env },
  );
  if (!existsSync(report)) return fail(`${name}: Jest ended without a report (code ${code})`);
  count(name, JSON.parse(readFileSync(report, 'utf8')), code);
}

function count(name, report, code) {
  const crashed = report.numRuntimeErrorTestSuites;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests + crashed;
  if (report.numFailedTests + crashed > 0)
    failures.push(`${name}: ${report.numFailedTests} tests failed, ${crashed} files did not run`);
  else if (code !== 0) fail(`${name}: Jest ended with code ${code}`);
  if (report.numPendingTests + report.numTodoTests > 0)
    skip(`${report.numPendingTests + report.numTodoTests} tests of ${name}`, 'they are skipped in the code');
  if (report.numTotalTestSuites === 0 && jestArgs.length === 0) skip(name, 'there are no such tests');
}

function exitOf(program, args, env) {
  const options =
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  return new Promise((resolveExit) => {
    const child = spawn(program, args, {
      cwd: join(root, 'test'),
      // With --json Jest prints the report on stdout too; what people read comes on stderr.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        NODE_OPTIONS: options,
        NARBILD_SHARED: shared,
        FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
        ...env,
      },
    });
    child.once('exit', (code) => resolveExit(code ?? 1));
    child.once('error', () => resolveExit(1));
  });
}

async function attempt(name, work) {
  try {
    await step(name, work);
    return true;
  } catch (error) {
    fail(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function fail(what) {
  total.failed++;
  failures.push(what);
  console.error(what);
}

function skip(what, why) {
  notRun.push(`${what}: ${why}`);
}

async function finish(code) {
  for (const ending of endings.splice(0)) await ending().catch((error) => console.error(error.message));
  if (strict) total.failed += notRun.length;
  for (const line of failures) console.log(`FAILED   ${line}`);
  for (const line of notRun) console.log(`NOT RUN  ${line}`);
  if (only.length > 0) console.log(`ONLY     ${only.join(', ')} was asked for`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(code ?? (total.failed > 0 ? 1 : 0));
}

function readArguments(args) {
  const chosen = [];
  const rest = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--only') chosen.push(args[++i]);
    else if (args[i] !== '--') rest.push(args[i]);
  }
  return { only: chosen, jestArgs: rest };
}

function wants(part) {
  return only.length === 0 || only.includes(part);
}

function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

function load(path) {
  return import(pathToFileURL(join(root, path)).href);
}

function once(work) {
  let done;
  return () => (done ??= work());
}
