import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRandom } from '../../api/src/analysis/random.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let landlord: Member;
let base: string;

const day = 24 * 3600_000;

/** Two years of scattered events and a gathering in the latest months, from municipality and police. */
async function insertEvents(): Promise<void> {
  const random = createRandom(7);
  const rows: object[] = [];
  const add = (daysAgo: number, x: number, y: number, police: boolean) =>
    rows.push({
      id: newId(),
      at: new Date(Date.now() - daysAgo * day).toISOString(),
      x: centre.x + x,
      y: centre.y + y,
      source: police ? 'police' : 'report',
      group: police ? 'polis' : 'kommun',
      organisation: municipality.organisations[police ? 'police' : 'municipality'],
    });
  for (let index = 0; index < 500; index++)
    add(1 + random.integer(1000), random.normal() * 1200, random.normal() * 1200, index % 3 === 0);
  for (let index = 0; index < 40; index++)
    add(1 + random.integer(80), 2500 + random.normal() * 35, 2500 + random.normal() * 35, index % 2 === 0);
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
     SELECT $1::smallint, id, id::text, source, "group", organisation, 'SKAD', at, ST_SetSRID(ST_MakePoint(x, y), 3006), 'point', 'tapped'
       FROM jsonb_to_recordset($2) AS r(id uuid, at timestamptz, x float8, y float8, source text, "group" text, organisation uuid)`,
    [Number(municipality.code), JSON.stringify(rows)],
  );
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  landlord = await municipality.member('analyst', 'housing');
  base = `/api/v1/municipalities/${municipality.code}`;
  await insertEvents();
}, 60_000);

afterAll(() => api.close());

type Cluster = {
  id: string;
  number: number;
  hotspotId: string | null;
  figures: { count: number; sentence: string; usual: { status: string } };
  polygon: object;
};

describe('an analysis', () => {
  test('finds the gathering, says what it compares with, and is stored once for the same input', async () => {
    const first = await api.as(coordinator).post(`${base}/analyses`).send({});
    expect(first.status).toBe(201);
    const [top]: Cluster[] = first.body.clusters;
    expect(top!.figures.count).toBeGreaterThanOrEqual(30);
    expect(top!.figures.usual.status).toBe('more');
    expect(top!.figures.sentence).toMatch(/Här brukar det vara/);
    const second = await api.as(coordinator).post(`${base}/analyses`).send({});
    expect(second.body).toEqual(first.body);
  });

  test('gives the same answer when it is run again', async () => {
    const run = await api.as(coordinator).post(`${base}/analyses`).send({});
    const again = await api.as(coordinator).post(`${base}/analyses/${run.body.id}/reproductions`);
    expect(again.body).toMatchObject({ same: true, dataChanged: false, sentence: 'Analysen ger samma svar igen.' });
  });

  test('of police rows is invisible to a landlord, whose own counts hold none of them', async () => {
    const police = await api.as(coordinator).post(`${base}/analyses`).send({});
    expect((await api.as(landlord).get(`${base}/analyses/${police.body.id}`)).status).toBe(404);
    const own = await api.as(landlord).post(`${base}/analyses`).send({});
    expect(own.body.total).toBeLessThan(police.body.total);
    expect(own.body.sourceMix).toBe('Rapporter som din organisation får se.');
    expect(await api.sqlAs(landlord.actor, 'SELECT id FROM cluster WHERE run_id = $1', [police.body.id])).toEqual([]);
  });

  test('of a period that ends before it starts is refused at the field', async () => {
    const answer = await api.as(coordinator).post(`${base}/analyses`).send({ from: '2026-05-01', to: '2026-04-01' });
    expect(answer.body.errors).toEqual([
      { pointer: '/to', code: 'period-reversed', detail: expect.stringContaining('Byt plats') },
    ]);
  });

  test('of a category without events says so', async () => {
    const answer = await api
      .as(coordinator)
      .post(`${base}/analyses`)
      .send({ category: ['BRAND'] });
    expect(answer.body).toMatchObject({ status: 'no-events', clusters: [], notices: ['Inga händelser i perioden.'] });
  });
});

describe('a hot spot', () => {
  let id: string;
  const adopt = (clusterId: string, name = 'Gränden') =>
    api.as(coordinator).post(`${base}/hotspots`).send({
      clusterId,
      name,
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'EST-samordnare',
    });

  test('is taken up from a cluster, once even when two do it at the same time', async () => {
    const run = await api.as(coordinator).post(`${base}/analyses`).send({});
    const [top]: Cluster[] = run.body.clusters;
    const [one, two] = await Promise.all([adopt(top!.id), adopt(top!.id, 'Samma plats')]);
    expect([one.status, two.status].sort((a, b) => a - b)).toEqual([201, 409]);
    const made = one.status === 201 ? one : two;
    id = made.body.id;
    expect(made.body).toMatchObject({
      stage: 'mapping',
      polygon: top!.polygon,
      figures: { count: top!.figures.count },
    });
    const after = await api.as(coordinator).get(`${base}/analyses/${run.body.id}`);
    expect((after.body.clusters as Cluster[])[0]!.hotspotId).toBe(id);
  });

  test('opens to as many reports as its figure says', async () => {
    const spot = await api.as(coordinator).get(`${base}/hotspots/${id}`);
    const { periodFrom, periodTo, count } = spot.body.figures;
    const reports = await api
      .as(coordinator)
      .get(`${base}/hotspots/${id}/incidents?from=${periodFrom}&to=${periodTo}&limit=200`);
    expect(reports.body.total).toBe(count);
    expect(spot.body.weeks.reduce((sum: number, week: { count: number }) => sum + week.count, 0)).toBe(count);
  });

  test('shows a landlord the place with the landlord’s own count, not with the police’s rows', async () => {
    const all = await api.as(coordinator).get(`${base}/hotspots/${id}`);
    const some = await api.as(landlord).get(`${base}/hotspots/${id}`);
    expect(some.body.figures.count).toBeLessThan(all.body.figures.count);
    expect(some.body.foundBy).toBeNull();
  });

  test('moves one stage at a time, over the version that was read', async () => {
    const move = (stage: string, version: number) =>
      api.as(coordinator).put(`${base}/hotspots/${id}/stage`).set('If-Match', `"${version}"`).send({ stage });
    expect((await move('follow-up', 1)).body.code).toBe('stage-not-next');
    expect((await move('analysis', 1)).body).toMatchObject({ stage: 'analysis', version: 2 });
    expect((await move('action', 1)).body.code).toBe('changed-by-someone-else');
    expect((await move('analysis', 1)).body.code).toBe('changed-by-someone-else');
  });

  test('may be drawn from knowledge, and a drawing that cannot be used is refused with the reason', async () => {
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [16.06, 59.52],
          [16.07, 59.52],
          [16.07, 59.53],
          [16.06, 59.53],
          [16.06, 59.52],
        ],
      ],
    };
    const owner = { ownerOrganisationId: municipality.organisations['police'], ownerFunction: 'Kommunpolis' };
    const drawn = await api
      .as(coordinator)
      .post(`${base}/hotspots`)
      .send({ name: 'Ritad', polygon: square, ...owner });
    expect(drawn.status).toBe(201);
    const open = { type: 'Polygon', coordinates: [square.coordinates[0]!.slice(0, 4)] };
    const refused = await api
      .as(coordinator)
      .post(`${base}/hotspots`)
      .send({ name: 'Öppen', polygon: open, ...owner });
    expect(refused.body.code).toBe('boundary-unusable');
    const neither = await api
      .as(coordinator)
      .post(`${base}/hotspots`)
      .send({ name: 'Ingen', ...owner });
    expect(neither.body.errors[0].code).toBe('cluster-or-area');
  });
});
