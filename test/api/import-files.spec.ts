import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { giveBoundaryOfLund } from '../support/lund.js';

const fixtures = path.join(workspaceRoot, 'test/fixtures/imports');
const shared = path.resolve(workspaceRoot, process.env['NARBILD_SHARED'] ?? '../shared', 'data');
const present = existsSync(shared);
if (!present) process.stderr.write(`NOT RUN: import-files.spec, because ${shared} is not there (set NARBILD_SHARED)\n`);

let api: Api;
let municipality: TestMunicipality;
let police: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Lunds kommun');
  police = await municipality.member('police');
  base = `/api/v1/municipalities/${municipality.code}`;
  if (present) await giveBoundaryOfLund(api, municipality);
}, 60_000);

afterAll(() => api.close());

const upload = (bytes: Buffer, name: string) =>
  api.as(police).post(`${base}/imports`).field('source', 'police').attach('file', bytes, name);

async function bringIn(file: string) {
  const preview = await upload(readFileSync(path.join(shared, 'imports', file)), path.basename(file));
  expect(preview.status).toBe(201);
  await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
  for (let turn = 0; turn < 600; turn += 1) {
    const { body } = await api.as(police).get(`${base}/imports/${preview.body.id}`);
    if (!['queued', 'running'].includes(body.status)) return { preview: preview.body.preview, result: body };
    await wait(100);
  }
  throw new Error('the import did not end');
}

(present ? describe : describe.skip)('the shared files', () => {
  test('polisutdrag_a_lund: all 1,025 rows are stored, 7 of them outside; the second time adds none', async () => {
    const { preview, result } = await bringIn('polisutdrag_a_lund.csv');
    expect(preview).toMatchObject({ rowCount: 1025, rejected: 0, fresh: 1025, outside: 7, sensitive: 0, referenceSystem: 'EPSG:4326', defaultCoordinates: [] }); // prettier-ignore
    expect(result).toMatchObject({
      status: 'done',
      rejections: [],
      counts: { imported: 1025, duplicate: 0, updated: 0, rejected: 0, outside: 7, withoutPlace: 0 },
    });
    const again = await bringIn('polisutdrag_a_lund.csv');
    expect(again.preview).toMatchObject({ fresh: 0, stored: 1025, changed: 0 });
    expect(again.result.counts).toMatchObject({ imported: 0, updated: 0, duplicate: 1025 });
    const undone = await api.as(police).post(`${base}/imports/${result.id}/undo`);
    expect(undone.body.counts.removed).toBe(1025);
  }, 120_000);

  test('the SWEREF file: its coordinates are municipality centres, which are noticed and enter no anhopning', async () => {
    const { preview, result } = await bringIn('derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv');
    expect(preview).toMatchObject({ rowCount: 1720, rejected: 0, fresh: 1720, sensitive: 8, encoding: 'windows-1252', referenceSystem: 'EPSG:3006' }); // prettier-ignore
    expect(preview.defaultCoordinates).toHaveLength(12);
    expect(preview.defaultCoordinates[0].rows).toBeGreaterThan(500);
    expect(preview.notes).toContainEqual(
      expect.objectContaining({ code: 'default-coordinate', sentence: expect.stringMatching(/standardplats/) }),
    );
    expect(result.counts).toMatchObject({
      imported: 1720,
      duplicate: 0,
      rejected: 0,
      sensitive: 8,
      withoutPlace: 1712,
    });
    const run = await api.as(police).post(`${base}/analyses`).send({ from: '2000-01-01', to: '2026-11-01' });
    expect(run.status).toBe(201);
    expect(run.body.clusters).toEqual([]);
    const [row] = await api.owner.query(`SELECT count(*)::int AS n FROM incident WHERE municipality_code = $1 AND location IS NOT NULL`, [Number(municipality.code)]); // prettier-ignore
    expect(row.n).toBe(0);
    const twin = await bringIn('derived-from-real/handelser_svenska_rubriker.xlsx');
    expect(twin.result.counts).toMatchObject({ imported: 0, duplicate: 1720, rejected: 0 });
    const again = await bringIn('derived-from-real/handelser_sweref99tm_cp1252_semikolon.csv');
    expect(again.result.counts).toMatchObject({ imported: 0, updated: 0, duplicate: 1720 });
  }, 120_000);
});

describe('a file that is no table', () => {
  test.each([
    ['empty.csv', 'empty-file', /tom/],
    ['image-named-csv.csv', 'image-file', /bild/],
    ['report.pdf', 'pdf-file', /PDF/],
    ['archive.zip', 'zip-not-excel', /zip/],
    ['password.xlsx', 'password-protected', /lösenord/],
    ['old-excel.xls', 'old-excel', /äldre Excelformat/],
    ['damaged.xlsx', 'file-damaged', /skadad/],
    ['prose.txt', 'not-a-table', /ingen tabell/],
    ['only-header.csv', 'no-rows', /inga rader/],
    ['web-page-named.xls', 'web-page', /webbsida/],
  ])('%s is refused beside the file with %s', async (file, code, sentence) => {
    const answer = await upload(readFileSync(path.join(fixtures, file)), file);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'import-not-usable',
      errors: [{ pointer: '/file', code, detail: expect.stringMatching(sentence) }],
    });
  });

  test('is said in English too, and a missing file is asked for', async () => {
    const english = await upload(Buffer.from(''), 'empty.csv').set('Accept-Language', 'en');
    expect(english.body.errors[0].detail).toMatch(/The file is empty/);
    const none = await api.as(police).post(`${base}/imports`).field('source', 'police');
    expect(none.body.errors).toMatchObject([{ pointer: '/file', code: 'import-file-missing' }]);
  });

  test('leaves no import behind', async () => {
    const list = await api.as(police).get(`${base}/imports`);
    expect((list.body as { status: string }[]).filter((row) => row.status === 'preview')).toEqual([]);
  });
});

describe('bad rows', () => {
  test('are each refused in their field with their reason, and the good ones are kept', async () => {
    const { body } = await upload(readFileSync(path.join(fixtures, 'bad-rows.csv')), 'bad-rows.csv');
    const reasons = (body.preview.rejections as { field: string; code: string; rows: number[] }[]).map(
      ({ field, code }) => `${field} ${code}`,
    );
    for (const reason of [
      'from date-does-not-exist',
      'from time-does-not-exist',
      'to end-before-start',
      'latitude coordinates-swapped',
      'sourceId id-is-personal-number',
    ])
      // prettier-ignore
      expect(reasons).toContain(reason);
    expect(body.preview.fresh).toBeGreaterThan(0);
    await api.as(police).post(`${base}/imports/${body.id}/cancel`);
  });

  test('a file saved with the wrong alphabet says so, one swapped as a whole is read the right way', async () => {
    const garbled = await upload(readFileSync(path.join(fixtures, 'garbled.csv')), 'garbled.csv');
    expect(garbled.body.preview.garbled).toBe(true);
    const swapped = await upload(readFileSync(path.join(fixtures, 'swapped-file.csv')), 'swapped-file.csv');
    expect(swapped.body.preview.rejected).toBe(0);
    for (const { body } of [garbled, swapped]) await api.as(police).post(`${base}/imports/${body.id}/cancel`);
  });

  test('a cell with a formula is escaped in the file to mend', async () => {
    const text = 'ID;Brottskod;Datum;Gata\n1;0825;2026-02-31;"=HYPERLINK(""http://x"")"\n2;0825;2026-03-01;Storgatan\n';
    const { body } = await upload(Buffer.from(text), 'formler.csv');
    await api.as(police).post(`${base}/imports/${body.id}/start`);
    for (let turn = 0; turn < 100; turn += 1) {
      const now = await api.as(police).get(`${base}/imports/${body.id}`);
      if (now.body.status === 'done') break;
      await wait(100);
    }
    const csv = await api.as(police).get(`${base}/imports/${body.id}/rows.csv`);
    expect(csv.text).toContain(`"'=HYPERLINK(""http://x"")"`);
  }, 20_000);
});
