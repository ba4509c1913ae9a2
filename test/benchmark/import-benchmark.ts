import pg from 'pg';
import { startApi } from '../support/api.js';
import { startCluster } from '../support/cluster.js';
import { importThroughServer, type ImportMeasure } from './import-measure.js';
import { print } from './measures.js';

/**
 * A police extract of a million rows through the product (upload, preview, import) against COPY of the same rows into
 * the same indexed table in the same run. COPY reads from the server's own disk, which is quicker than psql's \copy.
 */
const rows = Number(process.argv[2] ?? 1_000_000);
const wanted = 3;

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

async function main(): Promise<void> {
  const database = await ownDatabase();
  try {
    print(`Import of ${rows.toLocaleString('en')} rows in the point form, with validation, events and deduplication`);
    process.env['TEST_DATABASE_URL'] = database.url;
    const api = await startApi({ LOG_LEVEL: 'error' });
    try {
      const municipality = await api.municipality('Provkommunen');
      const member = await municipality.member('police');
      const task = { databaseUrl: database.url, code: municipality.code, cookie: member.cookie, rows };
      const measure = await importThroughServer(task);
      printMeasure(measure);
      printRatio(measure, await copyBack(database.url));
    } finally {
      await api.close();
    }
  } finally {
    await database.drop();
  }
}

function printRatio(measure: ImportMeasure, copied: Copied): void {
  const ratio = measure.importMilliseconds / copied.milliseconds;
  const whole = (measure.importMilliseconds + measure.previewMilliseconds) / copied.milliseconds;
  print(`  COPY of the same rows        ${seconds(copied.milliseconds)}  (${rate(copied.rows, copied.milliseconds)})`);
  print(`  the import takes ${ratio.toFixed(2)} times as long as COPY (wanted: at most ${wanted}), ${whole.toFixed(2)} times with upload and preview`);
  if (ratio > wanted) process.exitCode = 1;
} // prettier-ignore

/** A database of our own on the server given, else on a throw-away one: the benchmark empties a table in it. */
async function ownDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const given = process.env['BENCHMARK_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'];
  const cluster = given ? null : await startCluster();
  const base = given ?? cluster!.url;
  const name = `narbild_benchmark_${process.pid}`;
  await administer(base, `CREATE DATABASE ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await administer(base, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await cluster?.stop();
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function rate(count: number, milliseconds: number): string {
  return `${Math.round((count / milliseconds) * 1000).toLocaleString('en')} rows a second`;
}

function printMeasure(measure: ImportMeasure): void {
  const { previewMilliseconds, importMilliseconds, counts, health, memory } = measure;
  print(`  upload and preview           ${seconds(previewMilliseconds)}  (${rate(rows, previewMilliseconds)})`);
  print(`  import                       ${seconds(importMilliseconds)}  (${rate(rows, importMilliseconds)})`);
  print(`  outcome                      ${JSON.stringify(counts)}`);
  print(`  memory of the server         ${memory.before} MB before, at most ${memory.most} MB; ${memory.firstTenth} MB after a tenth of the rows`);
  print(`  /health/live meanwhile       ${health.asked} asked, median ${health.median} ms, 99 of 100 within ${health.p99} ms, at most ${health.most} ms`);
} // prettier-ignore

interface Copied {
  readonly rows: number;
  readonly milliseconds: number;
}

/** Empties the table and copies the very same rows back, with every index, constraint and foreign key in place. */
async function copyBack(url: string): Promise<Copied> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'incident' AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const file = `/tmp/narbild-copy-${process.pid}.bin`;
    await client.query(`COPY (SELECT ${names} FROM incident) TO '${file}'`);
    await client.query('TRUNCATE incident CASCADE');
    await client.query('CHECKPOINT');
    const start = performance.now();
    const { rowCount } = await client.query(`COPY incident (${names}) FROM '${file}'`);
    return { rows: rowCount ?? 0, milliseconds: performance.now() - start };
  } finally {
    await client.end();
  }
}

await main();
