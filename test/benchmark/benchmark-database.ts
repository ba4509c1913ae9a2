import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEngine } from '../../db/embedded/engine.js';
import { findServer, startCluster } from '../support/cluster.js';

/** A database with PostGIS for one benchmark, in one session. */
export interface BenchmarkDatabase {
  readonly name: string;
  /** Its processes are on this machine, so that their memory can be read. */
  readonly isServerHere: boolean;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A given database, else a throw-away server of our own, else the embedded engine. */
export async function openDatabase(): Promise<BenchmarkDatabase> {
  const given = process.env['BENCHMARK_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'];
  if (given) return connect('PostGIS (the server given)', given, async () => undefined);
  if (findServer() === null) return openEmbedded();
  const cluster = await startCluster();
  return connect('PostGIS (a throw-away server)', cluster.url, () => cluster.stop());
}

async function connect(name: string, url: string, stop: () => Promise<void>): Promise<BenchmarkDatabase> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (problem) {
    await stop();
    throw problem;
  }
  return {
    name,
    isServerHere: client.host.startsWith('/') || client.host === 'localhost' || client.host === '127.0.0.1',
    query: async (sql, values) => (await client.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      await client.end();
      await stop();
    },
  };
}

async function openEmbedded(): Promise<BenchmarkDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'narbild-benchmark-'));
  const engine = await openEngine(folder, null);
  return {
    name: 'PostGIS (embedded: slower than a server)',
    isServerHere: false,
    query: async (sql, values) => (await engine.query<Record<string, unknown>>(sql, values)).rows,
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
