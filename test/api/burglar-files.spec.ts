import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { expectProblem } from '../support/problem.js';

let api: Api;
let ours: TestMunicipality;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  ours = await api.municipality();
  coordinator = await ours.member('coordinator');
  root = `/api/v1/municipalities/${ours.code}`;
}, 60_000);

afterAll(() => api.close());

/** How a started import ended. */
async function endOf(member: Member, address: string): Promise<string> {
  let status = 'queued';
  for (let turn = 0; turn < 200 && ['queued', 'running'].includes(status); turn += 1) {
    await wait(50);
    status = (await api.as(member).get(address)).body.status as string;
  }
  return status;
}

describe('An upload', () => {
  const upload = () => api.as(coordinator).post(`${root}/imports`);
  const csv = Buffer.from('Kategori;Datum;Latitud;Longitud\r\nSKAD;2026-05-01;59.5;16.0\r\n');

  test('that is no file, two files, an empty one, or in another field is refused with words', async () => {
    expectProblem(await upload().field('source', 'external'), 400, 'invalid-request');
    expectProblem(
      await upload().field('source', 'external').attach('file', csv, 'a.csv').attach('file', csv, 'b.csv'),
      400,
    );
    expectProblem(await upload().field('source', 'external').attach('fil', csv, 'a.csv'), 400);
    expectProblem(await upload().attach('file', csv, 'a.csv'), 400, 'invalid-request');
    expectProblem(await upload().send({ source: 'external' }), 400, 'invalid-request');
    expectProblem(await upload().set('Content-Type', 'multipart/form-data').send('x'), 400);
    expectProblem(await upload().set('Content-Type', 'multipart/form-data; boundary=x').send('--x\r\nbroken'), 400);
    const empty = await upload().field('source', 'external').attach('file', Buffer.alloc(0), 'a.csv');
    expect(empty.status).toBeLessThan(500);
    expectProblem(empty, empty.status);
  });

  test('with NUL in its cells or its name never ends in our fault', async () => {
    const bytes = Buffer.from('Kategori;Datum;Adress\r\nSKAD;2026-05-01;Tor\u0000get 1\r\nSKA\u0000D;2026-05-01;x\r\n');
    const answer = await upload().field('source', 'external').attach('file', bytes, 'a%00"b\\..\\..\\c.csv');
    expect(answer.status).toBeLessThan(500);
    if (answer.status !== 201) return expectProblem(answer, answer.status);
    const started = await api.as(coordinator).post(`${root}/imports/${answer.body.id}/start`);
    expect(started.status).toBeLessThan(500);
  });

  test.each([
    ['utf8', 'a NUL here and there'],
    ['utf16le', 'half a surrogate pair'],
  ] as const)(
    'in %s that holds %s, and a text cut in the middle of a sign, is brought in all the same',
    async (encoding, what) => {
      const odd = encoding === 'utf8' ? '\u0000' : '\ud83d';
      const long = `${'x'.repeat(1999)}👮 slut`;
      const line = (day: number, name: string) => `X${day};1201;2026-05-${day} 10:00;${name};1;${long}`;
      const rows = [
        `ID;BROTTSKOD;DATUM;GATA;GATUNR;BESKRIVNING`,
        line(10, `Tor${odd}get`),
        line(11, 'Torget'),
        `X${odd}12;1201;2026-02-31;Tor${odd}get;1;x`,
      ];
      const text = `${encoding === 'utf16le' ? '\ufeff' : ''}${rows.join('\r\n')}`;
      const preview = await upload()
        .field('source', 'external')
        .attach('file', Buffer.from(text, encoding), `${what}.csv`);
      expect([preview.status, preview.body.rowCount]).toEqual([201, 3]);
      const address = `${root}/imports/${preview.body.id}`;
      expect((await api.as(coordinator).post(`${address}/start`)).status).toBe(201);
      expect(await endOf(coordinator, address)).toBe('done');
      expect((await api.as(coordinator).get(`${address}/rows.csv`)).status).toBe(200);
    },
  );
});

test('a slip in the columns stores no place, hour or street of a sensitive row, in words, degrees or metres', async () => {
  const police = await ours.member('police');
  const rows = [
    '0604;59,530191;16,082056;Hemliga gatan;9;2026-01-08 12:34',
    '1201;59,530;16,08;Torget;1;2026-01-08 12:30',
  ];
  const text = ['BROTTSKOD;LATITUDE;LONGITUDE;GATA;GATUNR;BROTTSDATUMTID_START', ...rows].join('\r\n');
  const upload = api.as(police).post(`${root}/imports`).field('source', 'police');
  const preview = await upload.attach('file', Buffer.from(text), 'utdrag.csv');
  expect(preview.status).toBe(201);
  const address = `${root}/imports/${preview.body.id}`;
  const columns = [null, 'latitude', 'longitude', 'category', 'streetNumber', 'from'];
  const changed = await api
    .as(police)
    .put(`${address}/mapping`)
    .set('If-Match', preview.headers['etag'] as string)
    .send({ columns });
  expect(changed.body.preview).toMatchObject({ sensitive: 1 });
  expect((await api.as(police).post(`${address}/start`)).status).toBe(201);
  expect(await endOf(police, address)).toBe('done');
  const tables: { name: string }[] = await api.owner.query(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'municipality_code'`,
  );
  const found = [];
  for (const { name } of tables) {
    const lines: { line: string }[] = await api.owner.query(`SELECT t::text AS line FROM ${name} t WHERE municipality_code = $1`, [Number(ours.code)]); // prettier-ignore
    found.push(...lines.filter(({ line }) => /Hemliga|59[.,]5301|16[.,]0820|12:34|11:34/.test(line)).map(() => name));
  }
  expect(found).toEqual([]);
  const stored = await api.owner.query(
    `SELECT sensitive, location IS NULL AS nowhere, time_precision FROM incident WHERE municipality_code = $1 AND import_id = $2 ORDER BY sensitive`,
    [Number(ours.code), preview.body.id],
  );
  expect(stored).toEqual([
    { sensitive: false, nowhere: expect.any(Boolean), time_precision: expect.any(String) },
    { sensitive: true, nowhere: true, time_precision: 'month' },
  ]);
}, 30_000);
