import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addresses, town } from '../../db/demo/town.js';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let police: Member;
let landlord: Member;
let base: string;

const fixtures = path.join(workspaceRoot, 'test/fixtures/imports');
const own = readFileSync(path.join(fixtures, 'alvhamn-polisutdrag.csv'));
/** Where and when the two sensitive rows of the fixture happened. */
const secrets = own
  .toString('utf8')
  .split('\r\n')
  .map((line) => line.split(';'))
  .filter(([, code]) => code === '0604' || code === '0411')
  .flatMap(([, , north, east, street, number, , from]) => [
    ...[north!, east!].flatMap((text) => [text, text.replace(',', '.')]),
    `${street} ${number}`,
    from!,
  ]);

/** Gives a test municipality the demo town's boundary, areas and some of its addresses. */
async function furnish(place: TestMunicipality): Promise<void> {
  const code = Number(place.code);
  const ring = [...town().municipality.boundary, town().municipality.boundary[0]!];
  await api.owner.query(`UPDATE municipality SET boundary = ST_Multi(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($2), 3006))) WHERE municipality_code = $1`, [code, JSON.stringify({ type: 'Polygon', coordinates: [ring] })]); // prettier-ignore
  for (const area of town().areas) {
    await api.owner.query(
      `INSERT INTO area (municipality_code, id, name, geometry) VALUES ($1, $2, $3, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_SetSRID(ST_GeomFromGeoJSON($4), 3006)), 3)))`,
      [code, newId(), area.name, JSON.stringify({ type: 'MultiPolygon', coordinates: area.polygons.map((rings) => rings.map((each) => [...each, each[0]!])) })],
    ); // prettier-ignore
  }
  const register = addresses().map(({ street, number, x, y, isDwelling }) => ({ id: newId(), street, number, x, y, dwelling: isDwelling })); // prettier-ignore
  await api.owner.query(
    `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
     SELECT $1::smallint, id, street, number, dwelling, ST_SetSRID(ST_MakePoint(x, y), 3006)
       FROM jsonb_to_recordset($2) AS a(id uuid, street text, number text, dwelling boolean, x float8, y float8) ON CONFLICT DO NOTHING`,
    [code, JSON.stringify(register)],
  );
}

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
  await furnish(municipality);
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
      rowCount: 119, rejected: 4, repeated: 1, stored: 0, changed: 0, fresh: 114, sensitive: 2, outside: 1,
      referenceSystem: 'EPSG:4326', swapped: false, garbled: false, defaultCoordinates: [], blockers: [],
      unknown: [{ name: '9999', count: 2 }],
    }); // prettier-ignore
    expect(preview.rejections.map((each: { code: string }) => each.code).sort()).toEqual([
      'coordinates-swapped',
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
      counts: { imported: 114, updated: 0, duplicate: 1, rejected: 4, sensitive: 2, outside: 1, withoutPlace: 1 },
    });
    expect(await stored()).toBe(114);
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
    expect(again.counts).toMatchObject({ imported: 0, updated: 0, duplicate: 115, rejected: 4 });
    expect(await stored()).toBe(114);
  });

  test('gives a changed row a new version, and undo gives the old one back', async () => {
    const changed = own.toString('utf8').replace(/(ÄH-K041002-26);1201/, '$1;0841');
    const preview = await upload(police, changed);
    expect(preview.body.preview).toMatchObject({ fresh: 0, changed: 1, stored: 113 });
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
    expect(csv.text.split('\r\n')).toHaveLength(6);
    expect(csv.text).toMatch(/Varför/);
    expect(csv.text).toMatch(/2026-02-31 22:00/);
    const page = await api.as(police).get(`${base}/imports/${id}/rows?outcome=rejected&limit=3`);
    expect(page.body.items).toHaveLength(3);
    const next = await api.as(police).get(`${base}/imports/${id}/rows?outcome=rejected&limit=3&cursor=${page.body.nextCursor}`); // prettier-ignore
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
    expect(undone.body).toMatchObject({ status: 'undone', counts: { removed: 114 } });
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
    expect(back.body.preview).toMatchObject({ blockers: [], fresh: 114 });
    await api.as(police).post(`${base}/imports/${id}/cancel`);
  });
});

describe('rows of the own organisation', () => {
  test('are the own group’s: a landlord sees them, and the ids never meet those of another organisation', async () => {
    const answer = await upload(landlord, own, 'egen.csv', { source: 'external' });
    await api.as(landlord).post(`${base}/imports/${answer.body.id}/start`);
    expect((await ended(answer.body.id, landlord)).counts.imported).toBe(114);
    const again = await upload(police, own, 'egen.csv', { source: 'external' });
    expect(again.body.preview.fresh).toBe(114);
    expect(await stored(`group_code = 'bostad' AND source = 'external'`)).toBe(114);
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

describe('an import that does not finish', () => {
  const large = () => {
    const [header, ...rows] = own.toString('utf8').trim().split('\r\n');
    const many = Array.from({ length: 200 }, (_, turn) => rows.map((row) => row.replace('ÄH-K', `T${turn}-K`)));
    return [header, ...many.flat()].join('\r\n');
  };

  test('leaves nothing when it is cancelled', async () => {
    const preview = await upload(police, large());
    await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
    await api.as(police).post(`${base}/imports/${preview.body.id}/cancel`);
    expect(await ended(preview.body.id)).toMatchObject({ status: 'cancelled', counts: { imported: 0 } });
    expect(await stored()).toBe(0);
    expect(await leftovers(preview.body.id)).toEqual([0, 0]);
  }, 60_000);

  test('leaves nothing when its process is killed in the middle, says so, and the logs tell no place', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const child = startServer(port);
    try {
      await answering(port, child);
      const form = new FormData();
      form.set('source', 'police');
      form.set('file', new Blob([large()]), 'stor.csv');
      const headers = { Cookie: police.cookie, 'Sec-Fetch-Site': 'same-origin' };
      const url = `http://127.0.0.1:${port}${base}/imports`;
      const made = (await (await fetch(url, { method: 'POST', headers, body: form })).json()) as { id: string; rowCount: number }; // prettier-ignore
      expect(made.rowCount).toBe(23_800);
      await fetch(`${url}/${made.id}/start`, { method: 'POST', headers });
      for (let turn = 0; turn < 500 && (await leftovers(made.id))[0] === 0; turn += 1) await wait(20);
      child.process.kill('SIGKILL');
      await child.gone;
      expect((await leftovers(made.id))[0]).toBeGreaterThan(0);
      const after = await api.as(police).get(`${base}/imports/${made.id}`);
      expect(after.body).toMatchObject({
        status: 'interrupted',
        explanation: expect.stringMatching(/Välj filen igen/),
      });
      expect(await leftovers(made.id)).toEqual([0, 0]);
      expect(await stored()).toBe(0);
      expect(child.output().length).toBeGreaterThan(0);
      expect(secrets.filter((secret) => child.output().includes(secret))).toEqual([]);
    } finally {
      child.process.kill('SIGKILL');
    }
  }, 120_000);
});

async function leftovers(id: string): Promise<number[]> {
  const [row] = await api.owner.query(
    `SELECT (SELECT count(*)::int FROM import_stage WHERE import_id = $1) AS staged, (SELECT count(*)::int FROM import_row WHERE import_id = $1) AS rows`,
    [id],
  );
  return [row.staged as number, row.rows as number];
}

interface Server {
  readonly process: ChildProcess;
  readonly gone: Promise<unknown>;
  output(): string;
}

function startServer(port: number): Server {
  const main = path.join(workspaceRoot, 'dist/api/src/main.js');
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: api.databaseUrl, PORT: String(port), LOG_LEVEL: 'trace', DATABASE_CONNECTIONS: '3' }; // prettier-ignore
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { process: child, gone: new Promise((resolve) => child.once('exit', resolve)), output: () => text };
}

async function answering(port: number, server: Server): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null);
    if (answer) return;
    await wait(100);
  }
  throw new Error(`the server did not answer: ${server.output().slice(-500)}`);
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('narbild-import-'))
    .flatMap((entry) => readdirSync(path.join(folder, entry.name)).map((file) => path.join(folder, entry.name, file)));
}

function holds(file: string, texts: readonly string[]): boolean {
  const bytes = readFileSync(file);
  return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'latin1')));
}
