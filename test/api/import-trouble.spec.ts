import { deflateRawSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSystem, toPosition } from '../../api/src/geo/projection.js';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let police: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Provkommunen');
  police = await municipality.member('police');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

const upload = (bytes: Buffer | string, name = 'utdrag.csv') =>
  api.as(police).post(`${base}/imports`).field('source', 'police').attach('file', Buffer.from(bytes), name);

async function previewOf(bytes: Buffer | string) {
  const { status, body } = await upload(bytes);
  expect(status).toBe(201);
  return body.preview;
}

const [longitude, latitude] = toPosition(centre);
const at = (north: number | string, east: number | string) => `${north};${east}`.replaceAll('.', ',');
const rows = (...lines: string[]) => ['ID;Brottskod;Lat;Lon;Datum', ...lines].join('\r\n');

function dms(value: number): string {
  const minutes = (value % 1) * 60;
  return `${Math.floor(value)}° ${Math.floor(minutes)}' ${((minutes % 1) * 60).toFixed(2)}"`;
}

describe('coordinates as they come', () => {
  test('degrees with minutes and seconds are read and land where they should', async () => {
    const preview = await previewOf(rows(`1;0825;${dms(latitude)} N;${dms(longitude)} E;2026-03-01 10:00`, `2;0825;N ${dms(latitude)};E ${dms(longitude)};2026-03-02 10:00`)); // prettier-ignore
    expect(preview).toMatchObject({
      referenceSystem: 'EPSG:4326',
      referenceSystemName: 'WGS 84',
      rejected: 0,
      outside: 0,
    });
    expect(preview.points[0][0]).toBeCloseTo(longitude, 4);
    expect(preview.points[0][1]).toBeCloseTo(latitude, 4);
  });

  test('north and east swapped in some rows only are turned round where that is certain, and refused where it is not', async () => {
    const preview = await previewOf(
      rows(
        ...Array.from({ length: 6 }, (_, n) => `${n};0825;${at(latitude, longitude)};2026-03-0${n + 1} 10:00`),
        `7;0825;${at(longitude, latitude)};2026-03-08 10:00`,
        `8;0825;${at(11.97, 57.7)};2026-03-09 10:00`,
      ),
    );
    expect(preview.notes).toContainEqual(expect.objectContaining({ code: 'coordinates-mended', count: 1 }));
    expect(preview.rejections).toMatchObject([{ code: 'coordinates-swapped', count: 1, rows: [9] }]);
    expect(preview).toMatchObject({ swapped: false, outside: 0, fresh: 7 });
  });

  test.each([
    ['EPSG:3006', 'SWEREF 99 TM'],
    ['EPSG:3021', 'RT 90 2,5 gon V'],
    ['EPSG:3010', 'SWEREF 99 16 30'],
    ['EPSG:3009', 'SWEREF 99 15 00'],
  ] as const)('%s is recognised from the numbers', async (system, name) => {
    const { north, east } = inSystem(system);
    const file = ['ID;Brottskod;N;E;Datum', ...Array.from({ length: 5 }, (_, n) => `${n};0825;${at((north + n * 40).toFixed(2), (east + n * 40).toFixed(2))};2026-03-0${n + 1}`)]; // prettier-ignore
    const preview = await previewOf(file.join('\r\n'));
    expect(preview).toMatchObject({ referenceSystem: system, referenceSystemName: name, outside: 0, fresh: 5 });
    expect(preview.points[0][0]).toBeCloseTo(longitude, 4);
  });
});

/** The centre in another system, found by halving: `fromSystem` goes one way only. */
function inSystem(system: 'EPSG:3006' | 'EPSG:3021' | 'EPSG:3010' | 'EPSG:3009'): { north: number; east: number } {
  let [east, north] = system === 'EPSG:3021' ? [1_500_000, 6_600_000] : [150_000, 6_600_000];
  for (let turn = 0; turn < 60; turn += 1) {
    const { x, y } = fromSystem(system, east, north);
    east += centre.x - x;
    north += centre.y - y;
  }
  return { north, east };
}

describe('a table that is hard to read', () => {
  test('two header rows: the second is no row of data that would be stored', async () => {
    const preview = await previewOf(`Händelse;;Plats;;När\r\n${rows(`1;0825;${at(latitude, longitude)};2026-03-01 10:00`)}`); // prettier-ignore
    expect(preview).toMatchObject({ fresh: 1 });
  });

  test('a column named twice is told apart and its content decides', async () => {
    const preview = await previewOf(`ID;Brottskod;Lat;Lon;Datum;Datum\r\n1;0825;${at(latitude, longitude)};2026-03-01 10:00;2026-03-01 11:00\r\n`); // prettier-ignore
    expect(preview.columns.map((column: { header: string }) => column.header)).toEqual(['ID', 'Brottskod', 'Lat', 'Lon', 'Datum', 'Datum (2)']); // prettier-ignore
    expect(preview.fresh).toBe(1);
  });

  test('mixed forms of dates in one column: what can be read is, the user is asked for the order, and may say it', async () => {
    const file = rows(`1;0825;${at(latitude, longitude)};2026-03-01 10:00`, `2;0825;${at(latitude, longitude)};3/4/2026`, `3;0825;${at(latitude, longitude)};5 mars 2026`, `4;0825;${at(latitude, longitude)};i går`); // prettier-ignore
    const { body } = await upload(file);
    expect(body.preview).toMatchObject({ ambiguousDates: true, dateOrder: 'dmy', fresh: 3, rejected: 1 });
    expect(body.preview.rows[1].from).toBe('2026-04-02T22:00:00.000Z');
    const columns = body.preview.columns.map((column: { field: string | null }) => column.field);
    const said = await api.as(police).put(`${base}/imports/${body.id}/mapping`).set('If-Match', '"1"').send({ columns, dateOrder: 'mdy' }); // prettier-ignore
    expect(said.body.preview).toMatchObject({ ambiguousDates: false, dateOrder: 'mdy' });
    expect(said.body.preview.rows[1].from).toBe('2026-03-03T23:00:00.000Z');
  });

  test('a quote that is never closed costs its own row at most, NUL bytes cost nothing', async () => {
    const lines = [`1;0825;${at(latitude, longitude)};2026-03-01 10:00`, `"2;0825;${at(latitude, longitude)};2026-03-02 10:00`, `3;0825;${at(latitude, longitude)};2026-03-03 10:00`]; // prettier-ignore
    const quoted = await previewOf(rows(...lines));
    expect(quoted.rowCount).toBe(3);
    expect(quoted.fresh).toBeGreaterThanOrEqual(2);
    const nul = await previewOf(rows(`1;08\0${''}25;${at(latitude, longitude)};2026-03-01 10:00`));
    expect(nul).toMatchObject({ fresh: 1, rejected: 0 });
    expect(nul.rows[0].crimeCode).toBe('0825');
  });

  test('UTF-16 with and without its mark is read', async () => {
    const text = rows(`1;0825;${at(latitude, longitude)};2026-03-01 10:00`).replace('Brottskod', 'Brottskod å');
    expect((await previewOf(Buffer.from(`\ufeff${text}`, 'utf16le'))).encoding).toBe('utf-16le');
    expect((await previewOf(Buffer.from(text, 'utf16le'))).fresh).toBe(1);
  });

  test('a zip bomb in a workbook’s clothes is refused with the limit in words', async () => {
    const { status, body } = await upload(bomb(), 'bok.xlsx');
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ code: 'sheet-too-large', detail: expect.stringMatching(/200 000 rader/) }]);
  }, 90_000);
});

/** A zip with a workbook of 320 MB of zeros in a megabyte, whose directory says that it is small. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(320 * 1024 * 1024), { level: 1 });
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1000, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1000, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('a saved mapping profile', () => {
  const odd = (header: string, code = '0825') => `${header}\r\n1;${code};${at(latitude, longitude)};03/04/2026\r\n2;${code};${at(latitude, longitude)};05/04/2026\r\n`; // prettier-ignore
  const listed = async () =>
    (await api.as(police).get(`${base}/import-profiles`)).body as { id: string; name: string }[];

  test('is used again by itself when the headers fit, with its order of dates', async () => {
    const { body } = await upload(odd('A;B;C;D;E'));
    const columns = ['sourceId', 'crimeCode', 'latitude', 'longitude', 'from'];
    await api
      .as(police)
      .put(`${base}/imports/${body.id}/mapping`)
      .set('If-Match', '"1"')
      .send({ columns, dateOrder: 'mdy' });
    const saved = await api.as(police).post(`${base}/import-profiles`).send({ importId: body.id, name: 'Veckoutdrag' });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject([{ name: 'Veckoutdrag', source: 'police', dateOrder: 'mdy' }]);
    const preview = await previewOf(odd('E2;A;B;C;D;E').replaceAll('\r\n1', '\r\nx;1').replaceAll('\r\n2', '\r\nx;2'));
    expect(preview).toMatchObject({
      profile: { name: 'Veckoutdrag', missing: [] },
      dateOrder: 'mdy',
      ambiguousDates: false,
    });
    expect(preview.columns.map((column: { field: string | null }) => column.field)).toEqual([null, ...columns]);
  });

  test('that no longer fits says which column is missing and keeps the rest', async () => {
    const preview = await previewOf(odd('A;Brottskod;C;D;E'));
    expect(preview.profile).toMatchObject({ name: 'Veckoutdrag', missing: [{ header: 'B', fieldName: 'Brottskod' }] });
    expect(preview.columns.map((column: { field: string | null }) => column.field)).toEqual(['sourceId', 'crimeCode', 'latitude', 'longitude', 'from']); // prettier-ignore
    expect(preview.fresh).toBe(2);
  });

  test('is removed by name, seen by nobody of another municipality, and not saved from an import that is gone', async () => {
    const [profile] = await listed();
    const other = await (await api.municipality('Grannkommunen')).member('police');
    expect(await api.sqlAs(other.actor, 'SELECT 1 FROM mapping_profile')).toEqual([]);
    const gone = await api.as(police).post(`${base}/import-profiles`).send({ importId: profile!.id, name: 'x' });
    expect(gone.status).toBe(404);
    expect((await api.as(police).delete(`${base}/import-profiles/${profile!.id}`)).status).toBe(204);
    expect(await listed()).toEqual([]);
  });
});

describe('rejected rows', () => {
  test('are mended in their file, sent again, and then only they are new', async () => {
    const file = rows(`k1;0825;${at(latitude, longitude)};2026-02-31`, `k2;0825;${at(latitude, longitude)};2026-03-02`, `k3;0825;${at(latitude, '')};2026-03-03`); // prettier-ignore
    const done = await bringIn(file);
    expect(done.counts).toMatchObject({ imported: 1, rejected: 2 });
    const csv = (await api.as(police).get(`${base}/imports/${done.id}/rows.csv`)).text;
    expect(csv).toMatch(/2026-02-31/);
    const mended = csv.replace('2026-02-31', '2026-02-28').replace(/(k3;0825;[^;]+;);/, `$1${String(longitude).replace('.', ',')};`).replace(/(k3;0825;[^;]+);;/, `$1;${String(longitude).replace('.', ',')};`); // prettier-ignore
    const again = await bringIn(mended);
    expect(again.counts).toMatchObject({ imported: 2, rejected: 0, duplicate: 0 });
  }, 30_000);
});

async function bringIn(file: string) {
  const { body } = await upload(file);
  await api.as(police).post(`${base}/imports/${body.id}/start`);
  for (let turn = 0; turn < 200; turn += 1) {
    const now = await api.as(police).get(`${base}/imports/${body.id}`);
    if (!['queued', 'running'].includes(now.body.status)) return now.body;
    await wait(100);
  }
  throw new Error('the import did not end');
}
