import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { probe } from '../../db/embedded/capabilities.js';
import { type Embedded, startEmbedded } from '../../db/embedded/start-embedded.js';

const folder = mkdtempSync(join(tmpdir(), 'narbild-embedded-'));
const notices: string[] = [];
let embedded: Embedded;

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embedded.url });
  // A client of a killed engine gets an error event; the test looks at its queries instead.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function connectAgain(): Promise<pg.Client> {
  for (const until = Date.now() + 40_000; ;) {
    try {
      return await connect();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe('the embedded database', () => {
  beforeAll(async () => {
    embedded = await startEmbedded({ folder, onNotice: (sentence) => notices.push(sentence) });
  }, 60_000);

  afterAll(async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('transforms between SWEREF 99 TM and WGS 84', async () => {
    const { rows } = await withClient((client) =>
      client.query<{ lon: number; lat: number }>(
        `SELECT ST_X(p) AS lon, ST_Y(p) AS lat
         FROM ST_Transform(ST_SetSRID(ST_MakePoint(674571.866, 6580743.008), 3006), 4326) AS p`,
      ),
    );
    expect(rows[0]?.lon).toBeCloseTo(18.07, 1);
    expect(rows[0]?.lat).toBeCloseTo(59.33, 1);
  });

  test('says what it can do', async () => {
    const capabilities = await probe(embedded.url);
    expect(capabilities.postgis).toMatch(/^3\./);
    expect(capabilities.protobuf).toBe(false);
    expect(capabilities.invalidOverlay).toBe('raises');
    expect(capabilities.swedishCollation).toBe(false);
  });

  test('a geometry that GEOS cannot handle is an error, and undoes the transaction', async () => {
    const overlay = `SELECT ST_Intersection(g, ST_GeomFromText('POLYGON((1 -1, 9 -1, 9 11, 1 11, 1 -1))', 3006))
      FROM (VALUES (ST_GeomFromText('POLYGON((0 0, 4 0, 4 4, 0 4, 0 0))', 3006)),
                   (ST_GeomFromText('POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))', 3006))) AS shapes (g)`;
    await withClient(async (client) => {
      await client.query('CREATE TABLE overlays (g geometry)');
      await expect(client.query(`INSERT INTO overlays ${overlay} WHERE $1::int = 1`, [1])).rejects.toThrow('GEOS');
      for (const statement of [overlay, `INSERT INTO overlays ${overlay}`]) {
        for (const parameters of [undefined, []]) {
          await client.query('BEGIN');
          await client.query('INSERT INTO overlays VALUES (NULL)');
          await expect(client.query(statement, parameters)).rejects.toThrow('ST_MakeValid');
          await expect(client.query('SELECT 1')).rejects.toThrow('current transaction is aborted');
          await client.query('COMMIT');
        }
      }
      expect((await client.query('SELECT count(*)::int AS n FROM overlays')).rows).toEqual([{ n: 0 }]);
    });
  });

  test('refuses COPY FROM STDIN instead of dying of it', async () => {
    const before = embedded.pid;
    await withClient(async (client) => {
      await expect(client.query('COPY spatial_ref_sys FROM STDIN')).rejects.toThrow('COPY');
      expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
    expect(embedded.pid).toBe(before);
  });

  test('is opened by TypeORM with the same address', async () => {
    const source = await new DataSource({ type: 'postgres', url: embedded.url, installExtensions: false }).initialize();
    const rows: unknown = await source.query('SELECT $1::int + 1 AS sum', [41]);
    await source.destroy();
    expect(rows).toEqual([{ sum: 42 }]);
  });

  test('gives each of many clients its own answer, also when the parameters are large', async () => {
    const large = 'x'.repeat(300_000);
    const clients = await Promise.all([1, 2, 3].map(() => connect()));
    const answers = await Promise.all(
      clients.map(async (client, own) => {
        const wrong = [];
        for (let i = 0; i < 30; i++) {
          const { rows } = await client.query<{ v: number; k: number }>(
            `SELECT $1::int AS v, ${own} AS k, length($2::text) AS n`,
            [own * 1000 + i, large],
          );
          if (rows[0]?.v !== own * 1000 + i || rows[0].k !== own) wrong.push(rows[0]);
        }
        return wrong;
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(answers).toEqual([[], [], []]);
  }, 30_000);

  test('lets one transaction finish before another begins', async () => {
    await withClient((client) => client.query('CREATE TABLE counter AS SELECT 0 AS n'));
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withClient(async (client) => {
          await client.query('BEGIN');
          const { rows } = await client.query<{ n: number }>('SELECT n FROM counter');
          await new Promise((resolve) => setTimeout(resolve, 10));
          await client.query('UPDATE counter SET n = $1', [(rows[0]?.n ?? 0) + 1]);
          await client.query('COMMIT');
        }),
      ),
    );
    const { rows } = await withClient((client) => client.query('SELECT n FROM counter'));
    expect(rows).toEqual([{ n: 8 }]);
  });

  test('rolls back a client that goes away in a transaction, and serves the next', async () => {
    await withClient((client) => client.query('CREATE TABLE gone (n int)'));
    const leaver = await connect();
    await leaver.query('BEGIN');
    await leaver.query('INSERT INTO gone VALUES (1)');
    (leaver as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const { rows } = await withClient((client) => client.query('SELECT count(*)::int AS n FROM gone'));
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('an error in a transaction harms neither that client afterwards nor the others', async () => {
    await withClient(async (client) => {
      await client.query('BEGIN');
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
      await client.query('ROLLBACK');
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
      for (let n = 0; n < 3; n++) expect((await client.query('SELECT $1::int AS n', [n])).rows).toEqual([{ n }]);
    });
  });

  test('row-level security under SET LOCAL ROLE shows the rows of the chosen municipality only', async () => {
    await withClient(async (client) => {
      await client.query(
        `DO $$ BEGIN CREATE ROLE spec_reader NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      );
      await client.query('CREATE TABLE guarded (municipality_code smallint, note text)');
      await client.query(`INSERT INTO guarded VALUES (1281, 'a'), (1960, 'b')`);
      await client.query('ALTER TABLE guarded ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
      await client.query(`CREATE POLICY own ON guarded USING (municipality_code::text = ANY (
        string_to_array(current_setting('app.tenants', true), ',')))`);
      await client.query('GRANT SELECT ON guarded TO spec_reader');
      const seen = async (tenants: string): Promise<unknown[]> => {
        await client.query('BEGIN');
        await client.query('SET LOCAL ROLE spec_reader');
        if (tenants !== '') await client.query(`SET LOCAL app.tenants = '${tenants}'`);
        const { rows } = await client.query('SELECT note FROM guarded ORDER BY note');
        await client.query('COMMIT');
        return rows;
      };
      expect(await seen('1960')).toEqual([{ note: 'b' }]);
      expect(await seen('1281,1960')).toEqual([{ note: 'a' }, { note: 'b' }]);
      expect(await seen('')).toEqual([]);
    });
  });

  test('refuses a folder that a living process holds, and says which process', async () => {
    await expect(startEmbedded({ folder })).rejects.toThrow(`process ${embedded.pid}`);
  }, 30_000);

  test('kill -9 in the middle of inserts loses no acknowledged row, and the engine comes back by itself', async () => {
    const client = await connect();
    await client.query('CREATE TABLE kept (n int PRIMARY KEY)');
    const killed = embedded.pid;
    let acknowledged = 0;
    const writing = (async () => {
      for (let n = 1; ; n++) {
        await client.query('INSERT INTO kept VALUES ($1)', [n]);
        acknowledged = n;
      }
    })().catch(() => undefined);
    while (acknowledged < 200) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(killed, 'SIGKILL');
    await writing;
    const again = await connectAgain();
    const { rows } = await again.query<{ n: number; top: number }>(
      'SELECT count(*)::int AS n, max(n) AS top FROM kept',
    );
    await again.end();
    expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged);
    expect(rows[0]?.top).toBe(rows[0]?.n);
    expect(embedded.pid).not.toBe(killed);
    expect(notices.join(' ')).toContain('starting it again');
  }, 60_000);

  test('takes over the lock of a dead process, and keeps the rows', async () => {
    await embedded.stop();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    const dead = await deadPid();
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: dead, host: hostname(), started: null }));
    embedded = await startEmbedded({ folder });
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: embedded.pid });
    const { rows } = await withClient((client) => client.query('SELECT count(*)::int > 0 AS kept FROM kept'));
    expect(rows).toEqual([{ kept: true }]);
  }, 60_000);
});

function deadPid(): Promise<number> {
  const child = fork(join(folder, 'no-such-file.js'), { stdio: 'ignore', execArgv: [] });
  return new Promise((resolve) => child.once('exit', () => resolve(child.pid ?? 0)));
}
