import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dbscan } from '../../api/src/analysis/dbscan.js';
import type { Api, Member, TestMunicipality } from '../support/api.js';
import { findServer } from '../support/cluster.js';
import { withApi } from './benchmark-api.js';
import { dayAgo, median, megabytes, once, print, printRow } from './measures.js';

/**
 * A municipality's year of 20,000 incidents through the API, from request to response, uncached and audited, beside the
 * same clustering as bare SQL; then 1.5 million, given up while it calculates. Medians, in one run.
 */
const yearRows = 20_000;
const largeRows = 1_500_000;
const runs = 9;
const warmUps = 8;

interface Town {
  readonly api: Api;
  readonly municipality: TestMunicipality;
  readonly member: Member;
  readonly address: string;
}

async function main(): Promise<void> {
  await withApi(
    'Analyses through the API',
    async (api, port) => {
      await measureYear(await townOf(api, port, yearRows));
      await measureLarge(await townOf(api, port, largeRows));
    },
    { ANALYSIS_THREADS: '2' },
  );
}

/** Half of the incidents anywhere in 8 x 8 km, half in forty places of 60 m, over one year; seeded in the database. */
async function townOf(api: Api, port: number, rows: number): Promise<Town> {
  const municipality = await api.municipality();
  const member = await municipality.member('coordinator');
  const code = Number(municipality.code);
  await api.owner.query(
    `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
     SELECT $1::smallint, gen_random_uuid(), 'Gatan', n::text, false, ST_SetSRID(ST_MakePoint(556000 + (n % 40) * 200, 6596000 + (n / 40) * 200), 3006)
       FROM generate_series(0, 1599) n`,
    [code],
  );
  await api.owner.transaction(async (manager) => {
    await manager.query('SELECT setseed(0.25)');
    await manager.query(
      `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
       SELECT $1::smallint, id, id::text, 'report', 'kommun', $2::uuid, 'SKAD', now() - interval '1 day' - (when_ * 363) * interval '1 day',
              ST_SetSRID(ST_MakePoint(556000 + CASE WHEN n % 2 = 0 THEN a * 8000 ELSE (n / 2 % 8) * 1000 + 500 + (a + b - 1) * 120 END,
                                      6596000 + CASE WHEN n % 2 = 0 THEN b * 8000 ELSE (n / 16 % 5) * 1500 + 500 + (c + a - 1) * 120 END), 3006), 'point', 'tapped'
         FROM (SELECT n, gen_random_uuid() AS id, random() AS a, random() AS b, random() AS c, random() AS when_ FROM generate_series(1, $3::int) n) drawn`,
      [code, municipality.organisations['municipality'], rows],
    );
  });
  await api.owner.query('ANALYZE incident');
  return {
    api,
    municipality,
    member,
    address: `http://127.0.0.1:${port}/api/v1/municipalities/${municipality.code}/analyses`,
  };
}

async function measureYear({ api, municipality, member, address }: Town): Promise<void> {
  print(`\nAnalyses through the API, a municipality's year of ${yearRows} incidents; medians of ${runs} turns`);
  const ask = (body: object) =>
    post(address, member, body) as Promise<{ parameters: { epsMetres: number; minPoints: number } }>;
  // the first request starts the threads; some more and the code is warm, as the tenth of a morning finds it
  const [first] = await once(() => ask({ from: dayAgo(200) }));
  for (let run = 0; run < warmUps; run++) await ask({ from: dayAgo(201 + run) });
  const points = await api.sqlAs<{ x: number; y: number }>(
    member.actor,
    `SELECT ST_X(location) AS x, ST_Y(location) AS y FROM (${eventSql(municipality.code)}) e`,
  );
  const [x, y] = [Float64Array.from(points, (point) => point.x), Float64Array.from(points, (point) => point.y)];
  const times = { whole: [], bare: [], rows: [], drawn: [], ours: [], psql: [], psqlUncompiled: [] } as Record<
    'whole' | 'bare' | 'rows' | 'drawn' | 'ours' | 'psql' | 'psqlUncompiled',
    number[]
  >;
  for (let run = 0; run < runs; run++) {
    // by turns, so that what else the machine does falls on all alike
    const [whole, { parameters }] = await once(() => ask({ from: dayAgo(364 - run) }));
    const sql = yearSql(municipality.code, parameters);
    times.whole.push(whole);
    times.bare.push((await once(() => api.sqlAs(member.actor, sql.bare)))[0]);
    times.rows.push((await once(() => api.sqlAs(member.actor, sql.rows)))[0]);
    times.drawn.push((await once(() => api.sqlAs(member.actor, sql.drawn)))[0]);
    times.psql.push(inPsql(api.databaseUrl, sql.labels));
    times.psqlUncompiled.push(inPsql(api.databaseUrl, sql.labels, ['SET jit = off']));
    times.ours.push((await once(async () => dbscan(x, y, parameters)))[0]);
  }
  const { whole, bare, rows, drawn, ours, psql, psqlUncompiled } = Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, median(values)]),
  ) as Record<keyof typeof times, number>;
  printRow('clustering, Närbild', ours);
  printRow('clustering as SQL in psql, as PostgreSQL comes', psql);
  printRow('clustering as SQL in psql, not compiled (jit off)', psqlUncompiled);
  printRow('counting its clusters in our transaction, over events', bare);
  printRow('counting its clusters in our transaction, over rows', rows);
  printRow('clusters with outline and area as bare SQL', drawn);
  printRow('whole answer: POST analyses, uncached', whole);
  printRow('whole answer, the very first of the process', first);
  print(`  clustering: SQL in psql takes ${ratio(psql, ours)} times as long (promised: at least 3)`);
  print(
    `  whole answer: ${ratio(whole, psql)} times SQL in psql (promised: at most 2), ${ratio(whole, psqlUncompiled)} times it not compiled, ${ratio(whole, bare)} times counting clusters of events, ${ratio(whole, rows)} times that over rows, ${ratio(whole, drawn)} times the one that also draws`,
  );
}

const ratio = (one: number, other: number) => (one / other).toFixed(2);

/**
 * Milliseconds that psql says a statement took (`\\timing`, until its last row is there), for the owner of the table, without
 * policies; NaN where there is no psql. `first`: settings of the session.
 */
function inPsql(databaseUrl: string, sql: string, first: readonly string[] = []): number {
  const commands = [...first, '\\timing on', sql].flatMap((command) => ['-c', command]);
  const arguments_ = ['-X', '-q', '-o', devNull, '-d', databaseUrl, '-v', 'ON_ERROR_STOP=1', ...commands];
  const { stdout, stderr, error, status } = spawnSync(join(findServer() ?? '', 'psql'), arguments_, {
    encoding: 'utf8',
  });
  if (error) return Number.NaN;
  if (status !== 0) throw new Error(stderr);
  return Number(/Time: ([\d.]+) ms/.exec(stdout)?.[1]);
}

/** One row per event, as the reader may see them. */
function eventSql(code: string): string {
  return `SELECT DISTINCT ON (i.event_key) i.id, i.location FROM incident i WHERE i.municipality_code = ${Number(code)} AND i.status <> 'dismissed'
           ORDER BY i.event_key, i.occurred_from, i.id`;
}

/** The same clustering as SQL: over events, over rows, and with outline and area of each cluster. */
function yearSql(code: string, { epsMetres, minPoints }: { epsMetres: number; minPoints: number }) {
  const labelled = (from: string) =>
    `SELECT id, location, ST_ClusterDBSCAN(location, ${epsMetres}, ${minPoints}) OVER () AS label FROM (${from}) e`;
  const clusters = (from: string) => `SELECT count(DISTINCT label)::int AS clusters FROM (${labelled(from)}) labelled`;
  return {
    labels: `SELECT id, label FROM (${labelled(eventSql(code))}) labelled`,
    bare: clusters(eventSql(code)),
    rows: clusters(`SELECT id, location FROM incident WHERE municipality_code = ${Number(code)}`),
    drawn: `SELECT label, count(*)::int AS events, ST_Area(ST_Union(ST_Buffer(location, ${epsMetres / 2}))) AS area
              FROM (${labelled(eventSql(code))}) labelled WHERE label IS NOT NULL GROUP BY label`,
  };
}

async function measureLarge({ api, member, address, municipality }: Town): Promise<void> {
  print(`\n${largeRows} incidents, given up while it calculates`);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const begun = (await post(address, member, { from: dayAgo(364) }, 'wait=0')) as { id: string };
  const state = async () =>
    (await (await fetch(`${address}/${begun.id}`, { headers: { cookie: member.cookie } })).json()) as {
      state: string;
      step: string;
    };
  let most = 0;
  let last = await state();
  while (last.state === 'running' && last.step !== 'Räknar') {
    most = Math.max(most, process.memoryUsage().rss);
    await pause(20);
    last = await state();
  }
  printRow('read from the database', performance.now() - started);
  await pause(500);
  most = Math.max(most, process.memoryUsage().rss);
  const cancelled = performance.now();
  await fetch(`${address}/${begun.id}/cancel`, {
    method: 'POST',
    headers: { cookie: member.cookie, 'sec-fetch-site': 'same-origin' },
  });
  while (last.state === 'running') {
    await pause(5);
    last = await state();
  }
  printRow('given up until it is said to be', performance.now() - cancelled);
  const rows: unknown[] = await api.owner.query('SELECT id FROM analysis_run WHERE municipality_code = $1', [
    Number(municipality.code),
  ]);
  print(
    `  state ${last.state}; runs stored ${rows.length}; memory of the whole process ${megabytes(before)} before, ${megabytes(most)} at most`,
  );
  if (last.state !== 'cancelled' || rows.length > 0) process.exitCode = 1;
  const next = performance.now();
  await post(address, member, { from: '1999-01-01', to: '1999-01-02', question: 'when' });
  printRow('the next question, by the freed thread', performance.now() - next);
}

async function post(address: string, { cookie }: Member, body: object, prefer = 'wait=60'): Promise<unknown> {
  const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', prefer };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

await main();
