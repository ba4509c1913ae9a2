import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { questions } from '../../api/src/analyses/question.js';
import { metresJson, metresWkb, polygonOfWkb, polygonSql } from '../../api/src/app/polygon-sql.js';
import type { MetresMultiPolygon } from '../../api/src/geo/polygon.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { fillTown, quick } from '../support/analysed-town.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  base = `/api/v1/municipalities/${municipality.code}`;
  await fillTown(api, municipality);
}, 60_000);

afterAll(() => api.close());

const ask = (body: object) => api.as(coordinator).post(`${base}/analyses`).send(body);
const read = (id: string) => api.as(coordinator).get(`${base}/analyses/${id}`);

describe('an answer that has just been stored', () => {
  test.each(questions)('to %s is the one that is read back', async (question) => {
    const answer = await ask({ question, parameters: quick(question), from: '2025-03-02' });
    expect(answer.status).toBe(201);
    expect((await read(answer.body.id)).body).toEqual(answer.body);
  });

  test('keeps of its clusters what runs tell of, and not their weeks', async () => {
    const answer = await ask({ question: 'places', from: '2025-03-05' });
    const rows: { figures: object }[] = await api.owner.query(
      `SELECT facts->'figures' AS figures FROM cluster WHERE run_id = $1`,
      [answer.body.id],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { figures } of rows) {
      expect(figures).toMatchObject({ count: expect.any(Number), ownHistory: expect.any(Object) });
      expect(figures).not.toHaveProperty('weeks');
    }
  });

  test('names the hot spot that lies over a cluster', async () => {
    const before = await ask({ question: 'places', from: '2025-03-03' });
    const { id, number } = before.body.clusters[0];
    const spot = await api.as(coordinator).post(`${base}/hotspots`).send({
      clusterId: id,
      name: 'Torget',
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'samordnare',
    });
    expect(spot.status).toBe(201);
    const after = await ask({ question: 'places', from: '2025-03-04' });
    const over = after.body.clusters.find((cluster: { number: number }) => cluster.number === number);
    expect([over.hotspotId, after.body.id === before.body.id]).toEqual([spot.body.id, false]);
    expect((await read(after.body.id)).body).toEqual(after.body);
  });
});

describe('a polygon as bytes', () => {
  const ring = (x: number, y: number, side: number) =>
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ].map(([right, up]) => [x + right! * side, y + up! * side] as const);
  const polygons: [string, MetresMultiPolygon][] = [
    [
      'two parts, one with a hole',
      [[ring(556_000.0625, 6_596_000.1, 90), ring(556_030, 6_596_030, 20)], [ring(0, 0, 1e-3)]],
    ],
    [
      'that crosses itself',
      [
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 10],
            [0, 0],
          ],
        ],
      ],
    ],
    ['without parts', []],
  ];

  test.each(polygons)('%s is the polygon that its text is', async (_, polygon) => {
    const [row] = await api.owner.query(
      `SELECT ST_AsText(bytes) AS bytes, ST_AsText(words) AS words, ST_SRID(bytes) AS system
         FROM (SELECT ${polygonOfWkb('$1::bytea')} AS bytes, ${polygonSql('$2')} AS words) read`,
      [metresWkb(polygon), metresJson(polygon)],
    );
    expect([row.bytes, row.system]).toEqual([row.words, 3006]);
    expect(row.bytes).toMatch(/^MULTIPOLYGON/);
  });
});
