import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '../../api/src/app/environment.js';
import { toPosition } from '../../api/src/geo/projection.js';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';

const fixtures = path.join(workspaceRoot, 'test/fixtures/imports');
const shared = path.resolve(workspaceRoot, process.env['NARBILD_SHARED'] ?? '../shared', 'data');
const present = existsSync(shared);
if (!present) process.stderr.write(`NOT RUN: registers.spec (shared files), because ${shared} is not there (set NARBILD_SHARED)\n`); // prettier-ignore

let scb: Server;
let scbAnswers: (url: URL) => { status: number; body: string } | null;
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let base: string;

beforeAll(async () => {
  scb = createServer((request, response) => {
    const answer = scbAnswers(new URL(request.url ?? '/', 'http://scb'));
    if (!answer) return; // keeps whoever asks waiting
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((ready) => scb.listen(0, '127.0.0.1', ready));
  const { port } = scb.address() as AddressInfo;
  api = await startApi({ SCB_WFS_URL: `http://127.0.0.1:${port}/geoserver/stat/wfs` });
  municipality = await api.municipality('Registerkommunen');
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(async () => {
  await api.close();
  scb.closeAllConnections();
  await new Promise((closed) => scb.close(closed));
});

const bring = (kind: string, bytes: Buffer | string, options: { name?: string; store?: boolean; as?: Member } = {}) =>
  api
    .as(options.as ?? coordinator)
    .post(`${base}/registers/${kind}`)
    .field('store', String(options.store ?? true))
    .attach('file', Buffer.from(bytes), options.name ?? 'register.csv');

const at = (east: number, north: number) => `${centre.x + east};${centre.y + north}`;

/** A register in the form of Lantmäteriet's belägenhetsadress, with a village that has a street of the same name. */
const register = [
  'Adressområdesnamn;Adressplatsnummer;Bokstavstillägg;Postort;Byggnadsändamål;E;N',
  `STORGATAN;1;;Kungsby;Verksamhet;${at(0, 0)}`,
  `STORGATAN;12;A;Kungsby;Bostad;${at(120, 0)}`,
  `STORGATAN;12;B;Kungsby;Bostad;${at(130, 0)}`,
  `STORGATAN;1;;Valby;Bostad;${at(3000, 3000)}`,
  `Östra Vallgatan;60;;Kungsby;;${at(0, 400)}`,
  `Östra Vallgatan;64;;Kungsby;;${at(40, 400)}`,
  `Utomvägen;3;;Annanstad;;${at(90_000, 0)}`,
  `;7;;Kungsby;;${at(5, 5)}`,
  `Parkvägen;;;Kungsby;;${at(5, 5)}`,
  `Parkvägen;4;;Kungsby;;;`,
  `STORGATAN;1;;Kungsby;Verksamhet;${at(0, 0)}`,
].join('\r\n');

describe('an address register', () => {
  test('is shown as what it would become before anything of it is stored', async () => {
    const { status, body } = await bring('addresses', register, { store: false });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'addresses', stored: false, format: 'csv', system: 'EPSG:3006', systemName: 'SWEREF 99 TM', rowCount: 11,
      added: 6, changed: 0, unchanged: 0, outside: 1, rejected: 4,
    }); // prettier-ignore
    expect(body.rejections.map((each: { code: string }) => each.code).sort()).toEqual([
      'number-missing',
      'position-missing',
      'repeated',
      'street-missing',
    ]);
    expect(body.columns).toContainEqual({ field: 'street', column: 'Adressområdesnamn' });
    const states = await api.as(coordinator).get(`${base}/registers`);
    expect(states.body[0]).toEqual({ kind: 'addresses', count: 0, latest: null });
  });

  test('is stored once, and read again changes what has moved', async () => {
    expect((await bring('addresses', register, { name: 'adresser.csv' })).body).toMatchObject({
      stored: true,
      added: 6,
    });
    expect((await bring('addresses', register)).body).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
    const moved = register.replace(at(40, 400), at(80, 400));
    expect((await bring('addresses', moved)).body).toMatchObject({ added: 0, changed: 1, unchanged: 5 });
    const states = await api.as(coordinator).get(`${base}/registers`);
    expect(states.body[0]).toMatchObject({ count: 6, latest: { changed: 1, by: 'coordinator' } });
    const rows = await api.owner.query(`SELECT street, number, dwelling FROM address WHERE municipality_code = $1 AND locality = 'Valby'`, [Number(municipality.code)]); // prettier-ignore
    expect(rows).toEqual([{ street: 'Storgatan', number: '1', dwelling: true }]);
  });

  test('is brought in by those who may, and refused when it is no table', async () => {
    const reporter = await municipality.member('reporter');
    expect((await bring('addresses', register, { as: reporter })).status).toBe(403);
    expect((await api.as(reporter).get(`${base}/registers`)).status).toBe(200);
    const photo = await bring('addresses', readFileSync(path.join(fixtures, 'image-named-csv.csv')));
    expect(photo.body).toMatchObject({ code: 'import-not-usable', errors: [{ pointer: '/file', code: 'image-file' }] });
    const none = await api.as(coordinator).post(`${base}/registers/addresses`).field('store', 'true');
    expect(none.body.errors).toMatchObject([{ pointer: '/file', code: 'import-file-missing' }]);
    expect((await bring('persons', register)).status).toBe(400);
  });
});

describe('places and streets', () => {
  test('are placed by coordinates or by the address register, with the names that people use', async () => {
    const places = `Namn;Alias;Typ;Gata;Nummer;Lat;Lon\r\nKonsum;Konsumparkeringen, Coop;butik;Storgatan;12 A;;\r\nLjusterparken;;park;;;${[...toPosition({ x: centre.x + 50, y: centre.y })].reverse().join(';').replaceAll('.', ',')}\r\nÅttan;;;Okända gatan;8;;\r\n`; // prettier-ignore
    const { body } = await bring('places', places);
    expect(body).toMatchObject({ added: 2, rejected: 1, rejections: [{ code: 'address-not-found', rows: [4] }] });
    const [alias] = (await api.as(coordinator).get(`${base}/place-search?text=konsumpark`)).body;
    expect(alias).toMatchObject({ kind: 'place', name: 'Konsum' });
  });

  test('streets may come as lines', async () => {
    const line = { type: 'LineString', coordinates: [[centre.x, centre.y + 900], [centre.x + 50, centre.y + 900], [centre.x + 200, centre.y + 900]] }; // prettier-ignore
    const file = { type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }, features: [{ type: 'Feature', properties: { namn: 'Skogsstigen' }, geometry: line }] }; // prettier-ignore
    expect((await bring('streets', JSON.stringify(file), { name: 'gator.geojson' })).body).toMatchObject({ added: 1, format: 'geojson' }); // prettier-ignore
    const [street] = (await api.as(coordinator).get(`${base}/place-search?text=skogsstig`)).body;
    expect(street).toMatchObject({ kind: 'street', name: 'Skogsstigen' });
  });
});

describe('the reporter’s search', () => {
  const first = async (text: string) =>
    (await api.as(coordinator).get(`${base}/place-search?text=${encodeURIComponent(text)}`)).body[0];

  test.each([
    ['storg. 12 b', 'address', 'Storgatan 12B (Kungsby)'],
    ['STOR-GATA 12a', 'address', 'Storgatan 12A (Kungsby)'],
    ['östra vallg', 'street', 'Östra Vallgatan (Kungsby)'],
    ['ostra vallgatan 60', 'address', 'Östra Vallgatan 60 (Kungsby)'],
  ])('%s finds the %s %s', async (text, kind, name) => {
    expect(await first(text)).toMatchObject({ kind, name });
  });
});

describe('rows with street and number but no coordinates (form B)', () => {
  const rows = [
    'Inskrivningsdatum;Näpo;Basområde;Gata;Brottskod;Antal;Brottsdag start;Brottsdag slut;Brottstid start;Brottstid slut',
    '2026-03-02;Centrum;Kungsby;STORG. 12 B;0825;1;2026-03-01;2026-03-02;22:00;06:00',
    '2026-03-02;Centrum;Kungsby;Östra Vallgatan 60;0825;2;2026-03-01;;23:15;',
    '2026-03-02;Centrum;Kungsby;Östra Vallgatan;0857;1;2026-03-01;;23:15;',
    '2026-03-03;Centrum;Valby;Storgatan 1;0825;1;2026-03-02;;01:00;',
    '2026-03-03;Centrum;;Storgatan 1;0825;1;2026-03-02;;01:00;',
    '2026-03-03;Centrum;Kungsby;Okända vägen 5;0825;1;2026-03-02;;01:00;',
    '2026-03-03;Centrum;Kungsby;Konsumparkeringen;0857;1;2026-03-02;;01:00;',
    '2026-03-03;Centrum;Kungsby;;0857;1;2026-03-02;;01:00;',
  ].join('\r\n');

  test('are placed by the register; the share of each precision is stated before and after', async () => {
    const preview = await api.as(police).post(`${base}/imports`).field('source', 'police').attach('file', Buffer.from(rows), 'form-b.csv'); // prettier-ignore
    expect(preview.body.preview).toMatchObject({ rowCount: 8, rejected: 0, crimes: 9 });
    const placed = { point: 0, address: 4, street: 1, area: 2, none: 1, removed: 0 };
    expect(preview.body.preview.placed).toEqual(placed);
    expect(preview.body.preview.notes).toContainEqual(expect.objectContaining({ code: 'address-ambiguous', count: 1 }));
    await api.as(police).post(`${base}/imports/${preview.body.id}/start`);
    for (let turn = 0; turn < 100; turn += 1) {
      const { body } = await api.as(police).get(`${base}/imports/${preview.body.id}`);
      if (body.status === 'done') {
        expect(body.counts).toMatchObject({ imported: 8, placed });
        break;
      }
      await wait(100);
    }
    const stored = await api.owner.query(`SELECT precision, count(*)::int AS n FROM incident WHERE municipality_code = $1 GROUP BY 1 ORDER BY 1`, [Number(municipality.code)]); // prettier-ignore
    expect(stored).toEqual([{ precision: 'address', n: 4 }, { precision: 'area', n: 2 }, { precision: 'none', n: 1 }, { precision: 'street', n: 1 }]); // prettier-ignore
  }, 30_000);
});

describe('areas from SCB', () => {
  const square = (east: number, north: number, half: number) => ({
    type: 'Polygon',
    coordinates: [[[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => [centre.x + east + x! * half, centre.y + north + y! * half])],
  }); // prettier-ignore
  const collection = (features: object[]) =>
    JSON.stringify({ type: 'FeatureCollection', totalFeatures: features.length, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }, features }); // prettier-ignore
  const asked: URL[] = [];

  test('come with residents, for this municipality only', async () => {
    scbAnswers = (url) => {
      asked.push(url);
      const squares = url.searchParams.get('typeNames') === 'stat:befolkning_1km_2025';
      const areas = [
        { type: 'Feature', id: 'RegSO_2025.1', geometry: square(-1000, 0, 900), properties: { regsokod: '1960R001', regsonamn: 'Kungsby norra', kommunkod: '1960' } },
        { type: 'Feature', id: 'RegSO_2025.2', geometry: square(1000, 0, 900), properties: { regsokod: '1960R002', regsonamn: 'Kungsby södra', kommunkod: '1960' } },
      ]; // prettier-ignore
      const homes = [
        { type: 'Feature', geometry: square(-1400, 0, 500), properties: { rutid_scb: '1', beftotalt: 310 } },
        { type: 'Feature', geometry: square(-400, 0, 500), properties: { rutid_scb: '2', beftotalt: 45 } },
        { type: 'Feature', geometry: square(900, 0, 500), properties: { rutid_scb: '3', beftotalt: 12 } },
      ];
      return { status: 200, body: collection(squares ? homes : areas) };
    };
    const { status, body } = await api.as(coordinator).post(`${base}/registers/scb-areas`).send({ layer: 'regso', store: true }); // prettier-ignore
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'areas', stored: true, added: 2, withPopulation: 2, rejected: 0 });
    expect(asked[0]!.searchParams.get('CQL_FILTER')).toBe(`kommunkod='${municipality.code}'`);
    expect(asked[0]!.searchParams.get('typeNames')).toBe('stat:RegSO_2025');
    const areas = await api.as(coordinator).get(`${base}/areas`);
    expect(areas.body.features.map((each: { properties: { name: string; population: number } }) => [each.properties.name, each.properties.population])).toEqual([['Kungsby norra', 355], ['Kungsby södra', 12]]); // prettier-ignore
  });

  test('are fetched without residents when that layer is not there, and an answer that is none is said to be so', async () => {
    scbAnswers = (url) =>
      url.searchParams.get('typeNames')!.startsWith('stat:befolkning')
        ? { status: 404, body: '{}' }
        : { status: 200, body: collection([{ type: 'Feature', geometry: square(0, 0, 400), properties: { desokod: '1960A0010' } }]) }; // prettier-ignore
    const deso = await api.as(coordinator).post(`${base}/registers/scb-areas`).send({ layer: 'deso' });
    expect(deso.body).toMatchObject({ stored: false, added: 1, withPopulation: 0 });
    scbAnswers = () => ({ status: 200, body: '<ServiceExceptionReport/>' });
    const odd = await api.as(coordinator).post(`${base}/registers/scb-areas`).send({ layer: 'deso' });
    expect(odd.body).toMatchObject({ status: 502, code: 'scb-answer-unusable' });
    scbAnswers = () => ({ status: 500, body: '' });
    const away = await api.as(coordinator).post(`${base}/registers/scb-areas`).send({ layer: 'deso' });
    expect(away.body).toMatchObject({ status: 503, code: 'scb-away', detail: expect.stringMatching(/geodata\.scb\.se/) }); // prettier-ignore
  });
});
