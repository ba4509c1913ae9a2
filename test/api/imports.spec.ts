import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { town } from '../../db/demo/town.js';
import { extract as own, furnish, secrets } from '../support/alvhamn.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let police: Member;
let landlord: Member;
let base: string;

const upload = (member: Member, bytes: Buffer | string, name = 'utdrag.csv', fields: Record<string, string> = {}) => {
  const call = api.as(member).post(`${base}/imports`).field('source', fields['source'] ?? 'police');
  for (const [field, value] of Object.entries(fields)) if (field !== 'source') call.field(field, value);
  return call.attach('file', Buffer.from(bytes), name);
}; // prettier-ignore

async function ended(id: string, member = police) {
  for (let turn = 0; turn < 300; turn += 1) {
    const answer = await api.as(member).get(`${base}/imports/${id}`);
    if (!['queued', 'running'].includes(answer.body.status)) return answer.body;
    await wait(100);
  }
  throw new Error('the import did not end');
}

async function bringIn(bytes: Buffer | string, fields: Record<string, string> = {}) {
  const preview = await upload(police, bytes, 'utdrag.csv', fields);
  expect(preview.status).toBe(201);
  const started = await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
  expect(started.status).toBe(201);
  return ended(preview.body.id as string);
}

const stored = async (where = 'true') =>
  (await api.owner.query(`SELECT count(*)::int AS n FROM incident WHERE municipality_code = $1 AND ${where}`, [Number(municipality.code)]))[0].n as number; // prettier-ignore

/** Every table of this municipality as one text, like a dump. */
async function dump(): Promise<string> {
  const tables: { table_name: string }[] = await api.owner.query(
    `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'municipality_code'
        AND table_name NOT IN ('address', 'base_map_layer', 'place', 'area', 'municipality')`,
  );
  let text = '';
  for (const { table_name: table } of tables) {
    const rows = await api.owner.query(`SELECT t::text AS line FROM ${table} t WHERE municipality_code = $1`, [Number(municipality.code)]); // prettier-ignore
    text += (rows as { line: string }[]).map((row) => row.line).join('\n');
  }
  return text;
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Älvhamns kommun');
  await furnish(api, municipality);
  police = await municipality.member('police');
  landlord = await municipality.member('coordinator', 'housing');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 120_000);

afterAll(() => api.close());

describe('a police file', () => {
  let id: string;

  test('is shown as what it would become before anything of it is stored', async () => {
    const answer = await upload(police, own, 'Polisutdrag vecka 46.csv');
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    id = answer.body.id;
    const { preview, ...rest } = answer.body;
    expect(rest).toMatchObject({ status: 'preview', fileName: 'Polisutdrag vecka 46.csv', source: 'police' });
    expect(preview).toMatchObject({
      rowCount: 119, rejected: 3, repeated: 1, stored: 0, changed: 0, fresh: 115, sensitive: 2, outside: 1,
      referenceSystem: 'EPSG:4326', swapped: false, garbled: false, defaultCoordinates: [], blockers: [],
      unknown: [{ name: '9999', count: 2 }],
    }); // prettier-ignore
    expect(preview.rejections.map((each: { code: string }) => each.code).sort()).toEqual([
      'date-does-not-exist',
      'end-before-start',
      'time-does-not-exist',
    ]);
    expect(preview.columns[1]).toMatchObject({ header: 'BROTTSKOD', field: 'crimeCode', confidence: 'sure' });
    expect(preview.rows).toHaveLength(20);
    expect(await stored()).toBe(0);
  });

  test('becomes incidents in one go, its crimes counted as events, its rejected rows explained', async () => {
    const started = await api.as(police).post(`${base}/imports/${id}/start`);
    expect(started.body).toMatchObject({ status: 'queued', progress: 0 });
    const done = await ended(id);
    expect(done).toMatchObject({
      status: 'done',
      rowCount: 119,
      counts: { imported: 115, updated: 0, duplicate: 1, rejected: 3, sensitive: 2, outside: 1, withoutPlace: 1 },
    });
    expect(await stored()).toBe(115);
    expect(await stored('sensitive')).toBe(2);
    expect(await stored(`placement = 'address'`)).toBe(8);
    expect(await stored('outside')).toBe(1);
    expect(await stored(`crime_count = 6`)).toBe(1);
    expect(await stored(`category_code = 'OVR' AND crime_code = '9999'`)).toBe(2);
    expect(await stored('area_id IS NOT NULL AND NOT sensitive')).toBeGreaterThan(90);
    expect(await stored('dwelling')).toBeGreaterThan(0);
    const [autumn] = await api.owner.query(`SELECT occurred_from FROM incident WHERE municipality_code = $1 AND occurred_from = '2026-10-25T00:30:00Z'`, [Number(municipality.code)]); // prettier-ignore
    expect(autumn).toBeDefined();
  });

  test('leaves nothing of where and when its sensitive rows happened, in no table and in no file', async () => {
    const text = await dump();
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    const rows = await api.owner.query(`SELECT location, address, time_precision, area_id FROM incident WHERE municipality_code = $1 AND sensitive`, [Number(municipality.code)]); // prettier-ignore
    expect(rows).toHaveLength(2);
    for (const row of rows as { area_id: string | null }[]) {
      expect(row).toMatchObject({ location: null, address: null, time_precision: 'month' });
      expect(row.area_id).not.toBeNull();
    }
    const kept = await upload(police, own);
    expect(filesOf(tmpdir()).filter((file) => holds(file, secrets))).toEqual([]);
    await api.as(police).post(`${base}/imports/${kept.body.id}/cancel`);
  });

  test('adds nothing the second time', async () => {
    const again = await bringIn(own);
    expect(again.counts).toMatchObject({ imported: 0, updated: 0, duplicate: 116, rejected: 3 });
    expect(await stored()).toBe(115);
  });

  test('gives a changed row a new version, and undo gives the old one back', async () => {
    const changed = own.toString('utf8').replace(/(ÄH-K041002-26);1201/, '$1;0841');
    const preview = await upload(police, changed);
    expect(preview.body.preview).toMatchObject({ fresh: 0, changed: 1, stored: 114 });
    await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
    expect((await ended(preview.body.id)).counts).toMatchObject({ imported: 0, updated: 1 });
    expect(await stored(`version = 2 AND crime_code = '0841'`)).toBe(1);
    const undone = await api.as(police).post(`${base}/imports/${preview.body.id}/undo`);
    expect(undone.body).toMatchObject({ status: 'undone', counts: { removed: 0, restored: 1 } });
    expect(await stored(`version = 3 AND crime_code = '1201'`)).toBe(1);
  });

  test('takes the place of a row away from its older versions too when it turns out to be sensitive', async () => {
    const [row] = await api.owner.query(`SELECT id, address FROM incident WHERE municipality_code = $1 AND version = 3`, [Number(municipality.code)]); // prettier-ignore
    const changed = await bringIn(own.toString('utf8').replace(/(ÄH-K041002-26);1201/, '$1;0411'));
    expect(changed.counts).toMatchObject({ updated: 1 });
    const history = await api.owner.query(`SELECT before::text AS before FROM incident_change WHERE incident_id = $1`, [row.id]); // prettier-ignore
    expect(history).toHaveLength(1);
    expect(history[0].before).not.toContain(row.address);
    expect(JSON.parse(history[0].before)).toMatchObject({ x: null, y: null, address: null, time_precision: 'month' });
  });

  test('hands back its rejected rows as a file to mend, and tells what became of each row', async () => {
    const csv = await api.as(police).get(`${base}/imports/${id}/rows.csv`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.text.split('\r\n')).toHaveLength(5);
    expect(csv.text).toMatch(/Varför/);
    expect(csv.text).toMatch(/2026-02-31 22:00/);
    const page = await api.as(police).get(`${base}/imports/${id}/rows?outcome=rejected&limit=2`);
    expect(page.body.items).toHaveLength(2);
    const next = await api.as(police).get(`${base}/imports/${id}/rows?outcome=rejected&limit=2&cursor=${page.body.nextCursor}`); // prettier-ignore
    expect(next.body).toMatchObject({ items: [{ outcome: 'rejected' }], nextCursor: null });
  });

  test('is nowhere to be seen for a landlord, in the API and in SQL, and no landlord may bring one in', async () => {
    expect((await api.as(landlord).get(`${base}/imports/${id}`)).status).toBe(404);
    expect((await api.as(landlord).get(`${base}/imports/${id}/rows`)).status).toBe(404);
    expect((await api.as(landlord).get(`${base}/imports`)).body).toEqual([]);
    for (const table of ['import', 'import_row', 'incident'])
      expect(await api.sqlAs(landlord.actor, `SELECT 1 FROM ${table}`)).toEqual([]);
    const refused = await upload(landlord, own);
    expect(refused.body.errors).toMatchObject([{ pointer: '/source', code: 'import-source-not-yours' }]);
  });

  test('is undone whole', async () => {
    const undone = await api.as(police).post(`${base}/imports/${id}/undo`);
    expect(undone.body).toMatchObject({ status: 'undone', counts: { removed: 115 } });
    expect(await stored()).toBe(0);
    expect((await api.as(police).post(`${base}/imports/${id}/undo`)).body.code).toBe('import-wrong-status');
  });
});

describe('the columns', () => {
  test('are corrected over the version that was read, and the whole file is read again', async () => {
    const first = await upload(police, own);
    const { id, version, preview } = first.body;
    const columns = preview.columns.map((column: { field: string | null }) => column.field);
    const send = (tag: number, body: object) =>
      api.as(police).put(`${base}/imports/${id}/mapping`).set('If-Match', `"${tag}"`).send(body);
    expect((await send(version + 7, { columns })).body.code).toBe('changed-by-someone-else');
    const twice = await send(version, { columns: columns.map((field: string | null, at: number) => (at === 4 ? 'crimeCode' : field)) }); // prettier-ignore
    expect(twice.body.errors).toMatchObject([{ pointer: '/columns/4', code: 'field-twice' }]);
    const without = await send(version, { columns: columns.map((field: string | null) => (field === 'crimeCode' ? null : field)) }); // prettier-ignore
    expect(without.body).toMatchObject({
      version: version + 1,
      preview: { blockers: [{ code: 'kind-column-missing' }] },
    });
    const start = await api.as(police).post(`${base}/imports/${id}/start`);
    expect(start.body).toMatchObject({ code: 'import-not-ready', errors: [{ code: 'kind-column-missing' }] });
    const back = await send(version + 1, { columns });
    expect(back.body.preview).toMatchObject({ blockers: [], fresh: 115 });
    await api.as(police).post(`${base}/imports/${id}/cancel`);
  });
});

describe('rows of the own organisation', () => {
  test('are the own group’s: a landlord sees them, and the ids never meet those of another organisation', async () => {
    const answer = await upload(landlord, own, 'egen.csv', { source: 'external' });
    await api.as(landlord).post(`${base}/imports/${answer.body.id}/start`);
    expect((await ended(answer.body.id, landlord)).counts.imported).toBe(115);
    const again = await upload(police, own, 'egen.csv', { source: 'external' });
    expect(again.body.preview.fresh).toBe(115);
    expect(await stored(`group_code = 'bostad' AND source = 'external'`)).toBe(115);
    await api.as(landlord).post(`${base}/imports/${answer.body.id}/undo`);
  });
});

describe('a table area x category x period', () => {
  const table = (count: number) => `Område\tKategori\t2026-09\t2026-10\n${town().areas[0]!.name}\tSkadegörelse\t${count}\t4\nAtlantis\tStöld\t1\t2\n${town().areas[1]!.name}\tEnhörningar\t1\t\n`; // prettier-ignore
  const paste = (count: number) => api.as(police).post(`${base}/imports/tables`).send({ source: 'police', text: table(count) }); // prettier-ignore
  const counts = async () => (await api.owner.query(`SELECT count FROM area_count WHERE municipality_code = $1 ORDER BY period_from`, [Number(municipality.code)])).map((row: { count: number }) => row.count); // prettier-ignore

  test('is stored by area and category; what is unknown is rejected with its reason', async () => {
    const answer = await paste(12);
    expect(answer.body.preview).toMatchObject({ fresh: 2, rejected: 3, rowCount: 5 });
    expect(answer.body.preview.unknown).toEqual([{ name: 'Atlantis', count: 2 }, { name: 'Enhörningar', count: 1 }]); // prettier-ignore
    await api.as(police).post(`${base}/imports/${answer.body.id}/start`);
    expect((await ended(answer.body.id)).counts).toMatchObject({ imported: 2, rejected: 3 });
    expect(await counts()).toEqual([12, 4]);
  });

  test('brought in again with another number changes that number, and undo gives the old one back', async () => {
    const answer = await paste(15);
    expect(answer.body.preview).toMatchObject({ fresh: 0, changed: 1, stored: 1 });
    await api.as(police).post(`${base}/imports/${answer.body.id}/start`);
    await ended(answer.body.id);
    expect(await counts()).toEqual([15, 4]);
    const undone = await api.as(police).post(`${base}/imports/${answer.body.id}/undo`);
    expect(undone.body.counts).toMatchObject({ removed: 0, restored: 1 });
    expect(await counts()).toEqual([12, 4]);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('narbild-import-'))
    .flatMap((entry) => readdirSync(path.join(folder, entry.name)).map((file) => path.join(folder, entry.name, file)));
}

function holds(file: string, texts: readonly string[]): boolean {
  const bytes = readFileSync(file);
  return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'latin1')));
}
