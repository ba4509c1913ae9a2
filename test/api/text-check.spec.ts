import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let reporter: Member;
let coordinator: Member;
let analyst: Member;
let incidents: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  reporter = await municipality.member('reporter');
  coordinator = await municipality.member('coordinator');
  analyst = await municipality.member('analyst');
  incidents = `/api/v1/municipalities/${municipality.code}/incidents`;
}, 60_000);

afterAll(() => api.close());

const report = (more: object = {}) => ({
  id: newId(),
  categoryCode: 'SKAD',
  subcategoryCode: 'klotter',
  occurredFrom: new Date(Date.now() - 3600_000).toISOString(),
  placement: 'tapped',
  position: positionAt(100, 100),
  ...more,
});

const send = (body: object, language = 'sv') =>
  api.as(reporter).post(incidents).set('Accept-Language', language).send(body);

/** How many rows of the whole database hold the words, in whatever column. */
async function rowsHolding(words: string): Promise<number> {
  const tables: { name: string }[] = await api.owner.query(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  let rows = 0;
  for (const { name } of tables) {
    const [{ n }] = (await api.owner.query(`SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE $1`, [
      `%${words}%`,
    ])) as [{ n: number }];
    rows += n;
  }
  return rows;
}

function madeUpName(): string {
  const letters = Array.from({ length: 12 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26)));
  return `Q${letters.join('')}`;
}

describe('a text that may not be stored', () => {
  const cases = [
    ['Han heter 19811228-9874 tror jag', 'personnummer-in-text', /personnummer/, '9874'],
    ['Numret är 701063-2391', 'samordningsnummer-in-text', /samordningsnummer/, '2391'],
    ['Ring 070-174 06 05 om det', 'phone-in-text', /telefonnummer/, '174 06'],
    ['Skriv till okand (at) example.se', 'email-in-text', /e-postadress/, 'okand'],
  ] as const;

  test.each(cases)('%s is refused with its kind in words', async (description, code, words, secret) => {
    const answer = await send(report({ description }));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'personal-data-found', errors: [{ pointer: '/description', code }] });
    expect(answer.body.errors[0].detail).toMatch(words);
    expect(answer.text).not.toContain(secret);
  });

  test('is refused for each kind that it holds, also in English and in the address', async () => {
    const body = report({ description: '811228-9874 eller a.b@example.se', address: 'ring 070-174 06 05' });
    const answer = await send(body, 'en');
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ pointer: '/description', detail: expect.stringContaining('personal identity number') }),
      expect.objectContaining({ pointer: '/description', detail: expect.stringContaining('e-mail address') }),
      expect.objectContaining({ pointer: '/address', detail: expect.stringContaining('telephone number') }),
    ]);
  });

  test('is refused when a reviewer writes it too', async () => {
    const body = report();
    await send(body);
    const answer = await api
      .as(coordinator)
      .patch(`${incidents}/${body.id}`)
      .set('If-Match', '"1"')
      .send({ description: 'Numret är 811228-9874' });
    expect([answer.status, answer.body.code]).toEqual([422, 'personal-data-found']);
  });
});

describe('a text with marks', () => {
  const marked = ['Bilen ABC123 stod kvar', 'Killen heter Zebulon', 'Skrik från lgh 1203', 'Ett gäng invandrare', 'Från 192.0.2.7', 'Numret 811228-9875']; // prettier-ignore

  test.each(marked)('%s is stored and seen by writer and reviewer alone', async (description) => {
    const body = report({ description });
    expect((await send(body)).status).toBe(201);
    expect((await api.as(coordinator).get(`${incidents}/${body.id}`)).body.description).toBe(description);
    const hidden = await api.as(analyst).get(`${incidents}/${body.id}`);
    expect(hidden.body).toMatchObject({ description: null, descriptionHidden: true });
  });

  test('is in no answer that an analyst, a reader or a landlord gets', async () => {
    await send(report({ description: 'Bilen XYZ987 stod vid kiosken' }));
    const readers = [analyst, await municipality.member('reader'), await municipality.member('reporter', 'housing')];
    const base = `/api/v1/municipalities/${municipality.code}`;
    for (const reader of readers) {
      for (const at of [
        'incidents?limit=200',
        'events',
        'hotspots',
        'situation',
        'incidents/mine',
        'reviews',
        'audit',
      ]) {
        expect((await api.as(reader).get(`${base}/${at}`)).text).not.toContain('XYZ987');
      }
    }
  });

  test('is cleared by a reviewer over the version that was read, and kept as it was', async () => {
    const body = report({ description: 'Mannen heter Zebulon' });
    await send(body);
    const clear = (version: number, who = coordinator) =>
      api.as(who).post(`${incidents}/${body.id}/clear-text`).set('If-Match', `"${version}"`);
    expect((await clear(7)).status).toBe(412);
    expect((await clear(1, analyst)).status).toBe(403);
    expect((await clear(1, reporter)).status).toBe(403);
    expect((await api.as(coordinator).post(`${incidents}/${body.id}/clear-text`)).status).toBe(428);
    const cleared = await clear(1);
    expect([cleared.status, cleared.headers['etag']]).toEqual([200, '"2"']);
    expect((await api.as(analyst).get(`${incidents}/${body.id}`)).body.description).toBe('Mannen heter Zebulon');
    expect((await clear(2)).body.code).toBe('nothing-to-clear');
    const changes: { what: string; before: { description_cleared: boolean } }[] = await api.owner.query(
      'SELECT what, before FROM incident_change WHERE incident_id = $1',
      [body.id],
    );
    expect(changes).toEqual([
      { what: 'text-cleared', before: expect.objectContaining({ description_cleared: false }) },
    ]);
  });

  test('stays hidden when a reviewer corrects something else', async () => {
    const body = report({ description: 'Mannen heter Zebulon' });
    await send(body);
    await api.as(coordinator).patch(`${incidents}/${body.id}`).set('If-Match', '"1"').send({ status: 'accepted' });
    expect((await api.as(analyst).get(`${incidents}/${body.id}`)).body.descriptionHidden).toBe(true);
  });
});

test('what was refused stands nowhere in the database, and what was pointed out only in the report itself', async () => {
  // The database may hold what an earlier run has stored: the names are of this run alone.
  const [refused, pointedOut] = [madeUpName(), madeUpName()];
  await send(report({ description: `Ring ${refused} på 070-174 06 29` }));
  await send(report({ description: `Mannen heter ${pointedOut}` }));
  expect(await rowsHolding(refused)).toBe(0);
  expect(await rowsHolding('174 06 29')).toBe(0);
  expect(await rowsHolding(pointedOut)).toBe(1);
}, 60_000);

test('the log of the product holds neither', async () => {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  let output = '';
  const child: ChildProcess = spawn(process.execPath, [path.join(workspaceRoot, 'dist/api/src/main.js')], {
    env: { PATH: process.env['PATH'], DATABASE_URL: api.databaseUrl, PORT: String(port), LOG_LEVEL: 'trace', DATABASE_CONNECTIONS: '2' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }); // prettier-ignore
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const post = async (description: string) =>
    (
      await fetch(`http://127.0.0.1:${port}${incidents}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', Cookie: reporter.cookie },
        body: JSON.stringify(report({ description })),
      }).catch(() => null)
    )?.status ?? 0;
  try {
    for (let tries = 0; tries < 200 && (await post('Klotter på muren')) !== 201; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await post('Ring Klevtorp på 070-174 06 29')).toBe(422);
    expect(await post('Mannen heter Ragnvaldor, bil ABC 123')).toBe(201);
    for (let tries = 0; tries < 50 && !output.includes('"status":422'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(output).toContain('"status":422');
    for (const secret of ['Klevtorp', '174 06', 'Ragnvaldor', 'ABC 123']) expect(output).not.toContain(secret);
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
}, 60_000);
