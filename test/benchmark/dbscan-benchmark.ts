import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dbscan } from '../../api/src/analysis/dbscan.js';
import { createRandom } from '../../api/src/analysis/random.js';
import { openEngine } from '../../db/embedded/engine.js';
import { findServer, startCluster } from '../support/cluster.js';

const pointCount = 200_000;
const runs = 5;
const settings = { epsMetres: 100, minPoints: 20 };

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What a database answered: which groups it found, and how long each run took in milliseconds. */
interface Timed {
  readonly clusters: number;
  readonly noise: number;
  readonly milliseconds: number[];
}

interface Database {
  readonly name: string;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Half of the points anywhere in 20 x 20 km, half in two hundred centres of 100 m: a busy region's year, always the same. */
function seededPoints(): Points {
  const random = createRandom(1);
  const x = new Float64Array(pointCount);
  const y = new Float64Array(pointCount);
  for (let index = 0; index < pointCount; index++) {
    const anywhere = random.next() < 0.5;
    const centre = random.integer(200);
    x[index] = 500_000 + (anywhere ? random.next() * 20_000 : (centre % 20) * 1_000 + random.normal() * 100);
    y[index] =
      6_500_000 + (anywhere ? random.next() * 20_000 : Math.floor(centre / 20) * 2_000 + random.normal() * 100);
  }
  return { x, y };
}

function timeOurs({ x, y }: Points): Timed {
  const milliseconds: number[] = [];
  let result = dbscan(x, y, settings);
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    result = dbscan(x, y, settings);
    milliseconds.push(performance.now() - start);
  }
  return { clusters: result.clusters, noise: result.labels.filter((label) => label === -1).length, milliseconds };
}

async function timeDatabase(database: Database, { x, y }: Points): Promise<Timed> {
  await database.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await database.query('CREATE TEMPORARY TABLE benchmark_point (geometry geometry(Point, 3006))');
  await database.query(
    'INSERT INTO benchmark_point SELECT ST_SetSRID(ST_MakePoint(x, y), 3006) FROM unnest($1::float8[], $2::float8[]) AS point(x, y)',
    [[...x], [...y]],
  );
  await database.query('ANALYZE benchmark_point');
  const sql = `SELECT count(DISTINCT cluster)::int AS clusters, count(*) FILTER (WHERE cluster IS NULL)::int AS noise
                 FROM (SELECT ST_ClusterDBSCAN(geometry, ${settings.epsMetres}, ${settings.minPoints}) OVER () AS cluster
                         FROM benchmark_point) AS labelled`;
  let [answer] = await database.query(sql);
  const milliseconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    [answer] = await database.query(sql);
    milliseconds.push(performance.now() - start);
  }
  return { clusters: Number(answer?.['clusters']), noise: Number(answer?.['noise']), milliseconds };
}

/** A given database, else a throw-away server of our own, else the embedded engine. */
async function openDatabase(): Promise<Database> {
  const given = process.env['BENCHMARK_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'];
  if (given) return connect('the given PostgreSQL', given, async () => undefined);
  if (findServer() === null) return openEmbedded();
  const cluster = await startCluster();
  return connect('a throw-away PostgreSQL', cluster.url, () => cluster.stop());
}

async function connect(name: string, url: string, stop: () => Promise<void>): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (problem) {
    await stop();
    throw problem;
  }
  return {
    name,
    query: async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      await client.end();
      await stop();
    },
  };
}

async function openEmbedded(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'narbild-benchmark-'));
  const engine = await openEngine(folder, null);
  return {
    name: 'the embedded engine (not a server: slower than one)',
    query: async (sql, values) => (await engine.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printRow(name: string, { clusters, noise, milliseconds }: Timed): void {
  print(
    `  ${name.padEnd(34)} median ${median(milliseconds).toFixed(0).padStart(6)} ms   ${clusters} clusters, ${noise} noise`,
  );
}

async function main(): Promise<void> {
  const points = seededPoints();
  print(
    `DBSCAN, ${pointCount} seeded points, eps ${settings.epsMetres} m, at least ${settings.minPoints}; ${runs} runs each, one process`,
  );
  const ours = timeOurs(points);
  printRow('Närbild (TypeScript, exact grid)', ours);
  const database = await openDatabase().catch((problem: unknown) => {
    print(
      `  NOT COMPARED: no database could be opened (${problem instanceof Error ? problem.message : String(problem)}).`,
    );
    print('  Only our own side was timed. Set BENCHMARK_DATABASE_URL to a PostgreSQL with PostGIS.');
    return null;
  });
  if (!database) return;
  try {
    const theirs = await timeDatabase(database, points);
    printRow('PostGIS ST_ClusterDBSCAN', theirs);
    print(
      `  in ${database.name}, in the same run: PostGIS takes ${(median(theirs.milliseconds) / median(ours.milliseconds)).toFixed(1)} times as long`,
    );
    if (theirs.clusters !== ours.clusters || theirs.noise !== ours.noise) {
      print('  THE ANSWERS DIFFER: the comparison is worth nothing until they agree.');
      process.exitCode = 1;
    }
  } finally {
    await database.close();
  }
}

await main();
