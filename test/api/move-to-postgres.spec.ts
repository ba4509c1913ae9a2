import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../db/embedded/start-embedded.js';
import { migrate } from '../../db/migrate.js';
import { copyDatabase } from '../../db/move-to-postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'narbild-move-'));
const target = `narbild_move_${process.pid}`;
const base = process.env['TEST_DATABASE_URL'] ?? '';
const targetUrl = base.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${target}`);
let embedded: Embedded;
let from: pg.Client;
let to: pg.Client;

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

describe('moving the embedded database to PostgreSQL', () => {
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${target}`);
    embedded = await startEmbedded({ folder });
    await migrate(embedded.url);
    await migrate(targetUrl);
    from = new pg.Client({ connectionString: embedded.url });
    to = new pg.Client({ connectionString: targetUrl });
    await from.connect();
    await to.connect();
    const square =
      'MULTIPOLYGON(((400000.123456789 6100000, 400100 6100000, 400100 6100100, 400000.123456789 6100000)))';
    await from.query(
      `INSERT INTO municipality (municipality_code, name, boundary, settings)
       VALUES (1281, 'Lund', ST_GeomFromText($1, 3006), '{"ord": "åäö \\"citat\\" \\\\ tecken"}')`,
      [square],
    );
  }, 90_000);

  afterAll(async () => {
    await from.end();
    await to.end();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
    await onServer(`DROP DATABASE IF EXISTS ${target} WITH (FORCE)`);
  });

  test('copies every table to the last bit and counts them', async () => {
    const moved = await copyDatabase(from, to);
    expect(moved.find(({ table }) => table === 'public.municipality')?.rows).toBe(1);
    const both = 'SELECT municipality_code, name, boundary::text, settings::text, created_at::text FROM municipality';
    const zone = `SET TimeZone = 'UTC'`;
    await from.query(zone);
    await to.query(zone);
    expect((await to.query(both)).rows).toEqual((await from.query(both)).rows);
    expect((await to.query(both)).rows).toHaveLength(1);
  });

  test('refuses a target that has rows, and leaves it as it was', async () => {
    await expect(copyDatabase(from, to)).rejects.toThrow('already has rows in public.municipality');
    expect((await to.query('SELECT count(*)::int AS n FROM municipality')).rows).toEqual([{ n: 1 }]);
  });
});
