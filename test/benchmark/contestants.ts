import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchmarkDatabase } from './benchmark-database.js';

/** The points of one round and how they are to be clustered. */
export interface Task {
  readonly pointsPath: string;
  readonly points: number;
  readonly epsMetres: number;
  readonly minPoints: number;
}

/** One clustering: how long it took, and the most memory that the process has held so far (null where that cannot be read). */
export interface Turn {
  readonly milliseconds: number;
  readonly peakMegabytes: number | null;
}

/** Whoever clusters the points, told to do it again and again. */
export interface Contestant {
  readonly name: string;
  /** Clusters once; reading the points is not timed. */
  run(): Promise<Turn>;
  /** Ends, and tells the labels of the points, -1 for noise. */
  end(): Promise<Int32Array>;
}

const sources = fileURLToPath(new URL('../../../test/benchmark/', import.meta.url));
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Which programs beside ours can be asked on this machine, and what is not here. */
export function findPrograms(): { readonly name: string; readonly command: readonly string[] | null }[] {
  const version = (words: readonly string[]): string | null => {
    const { status, stdout } = spawnSync(words[0]!, words.slice(1), { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : null;
  };
  const sklearn = version([python, '-c', 'import sklearn; print(sklearn.__version__)']);
  const r = version(['Rscript', '-e', 'cat(as.character(packageVersion("dbscan")))']);
  return [
    { name: `scikit-learn ${sklearn ?? ''}`.trim(), command: sklearn ? [python, `${sources}dbscan-sklearn.py`] : null },
    { name: `R dbscan ${r ?? ''}`.trim(), command: r ? ['Rscript', '--vanilla', `${sources}dbscan-r.R`] : null },
  ];
}

export const ours = {
  name: 'Närbild',
  command: [process.execPath, fileURLToPath(new URL('dbscan-ours.js', import.meta.url))],
};

/** A process of its own that answers each line with one number. */
export function startProgram(name: string, command: readonly string[], task: Task): Contestant {
  const labelsPath = `${task.pointsPath}.${name.replaceAll(/\W/g, '')}`;
  const words = [...command.slice(1), task.pointsPath, labelsPath, String(task.epsMetres), String(task.minPoints)];
  const child = spawn(command[0]!, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (word: string): Promise<string> => {
    child.stdin.write(`${word}\n`);
    const answer = await answers.next();
    if (answer.done) throw new Error(`${name} ended without an answer`);
    return answer.value;
  };
  return {
    name,
    async run() {
      const [milliseconds, peakMegabytes] = (await ask('run')).trim().split(' ').map(Number) as [number, number];
      return { milliseconds, peakMegabytes };
    },
    async end() {
      await ask('end');
      child.stdin.end();
      const bytes = readFileSync(labelsPath);
      return new Int32Array(bytes.buffer, bytes.byteOffset, task.points);
    },
  };
}

/** PostGIS on the points in a table of the session, read in the order given. */
export async function startPostgis(
  database: BenchmarkDatabase,
  { epsMetres, minPoints }: Task,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
): Promise<Contestant> {
  await database.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await database.query('DROP TABLE IF EXISTS benchmark_point');
  await database.query('CREATE TEMPORARY TABLE benchmark_point (id int PRIMARY KEY, geometry geometry(Point, 3006))');
  const atOnce = 100_000;
  for (let from = 0; from < x.length; from += atOnce) {
    await database.query(
      `INSERT INTO benchmark_point
         SELECT $3 + number, ST_SetSRID(ST_MakePoint(x, y), 3006)
           FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS point(x, y, number)`,
      [[...x.subarray(from, from + atOnce)], [...y.subarray(from, from + atOnce)], from],
    );
  }
  await database.query('ANALYZE benchmark_point');
  const labelled = `SELECT id, ST_ClusterDBSCAN(geometry, ${epsMetres}, ${minPoints}) OVER () AS cluster FROM benchmark_point`;
  return {
    name: database.name,
    async run() {
      const start = performance.now();
      await database.query(`SELECT count(DISTINCT cluster) FROM (${labelled}) AS labelled`);
      return { milliseconds: performance.now() - start, peakMegabytes: await peakOfBackend(database) };
    },
    async end() {
      const [row] = await database.query(
        `SELECT string_agg(coalesce(cluster, -1)::text, ' ' ORDER BY id) AS labels FROM (${labelled}) AS labelled`,
      );
      return Int32Array.from(String(row!['labels']).split(' '), Number);
    },
  };
}

/** The most that the server process of our session ever held, less what it shares with the others; null on another machine. */
async function peakOfBackend(database: BenchmarkDatabase): Promise<number | null> {
  if (!database.isServerHere) return null;
  const [row] = await database.query('SELECT pg_backend_pid() AS pid');
  try {
    const status = readFileSync(`/proc/${Number(row!['pid'])}/status`, 'utf8');
    const kilobytesOf = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]);
    return (kilobytesOf('VmHWM') - kilobytesOf('RssShmem')) / 1024;
  } catch {
    return null;
  }
}
