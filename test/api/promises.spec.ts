import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PromisesService, todayInSweden } from '../../api/src/promises/promises.service.js';
import { Database } from '../../api/src/app/database.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reporter: Member;
let root: string;
const today = todayInSweden();
const year = Number(today.slice(0, 4));
const period = { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };
const checks = {
  text: 'Riktade cykelkontroller',
  form: 'count',
  bound: 'at-least',
  target: 10,
  unit: 'cykelkontroller',
  per: 'period',
};

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  reporter = await municipality.member('reporter');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

/** A promise with commitments, as the API answers it. */
async function written(commitments: object[] = [checks], fields: object = {}) {
  const answer = await api
    .as(coordinator)
    .post(`${root}/promises`)
    .send({ title: 'Tryggare trafik', ...period, ...fields, commitments });
  expect(answer.status).toBe(201);
  return answer.body;
}

const log = (member: Member, commitmentId: string, body: object = { happenedOn: today }) =>
  api.as(member).post(`${root}/commitments/${commitmentId}/occasions`).send(body);

describe('A promise', () => {
  test('is written with its commitments and parties, read back the same, and audited', async () => {
    const parties = [municipality.organisations['police']!, municipality.organisations['municipality']!];
    const promise = await written([{ ...checks, parties }], {
      focusArea: 'Trafik',
      targetGroup: 'De som cyklar',
      objective: 'Fler cyklar säkert',
    });
    const read = await api.as(coordinator).get(`${root}/promises/${promise.id}`);
    expect(read.body).toEqual(promise);
    expect(read.headers['etag']).toBe('"1"');
    expect(promise).toMatchObject({
      title: 'Tryggare trafik',
      focusArea: 'Trafik',
      scope: 'municipality',
      hotspot: null,
      status: 'decided',
      ...period,
    });
    expect(promise.commitments[0]).toMatchObject({
      ...checks,
      parties: [{ name: 'Kommunens förvaltningar' }, { name: 'Polisen' }],
      progress: { done: 0, target: 10 },
    });
    const audited = await api.sqlAs<{ action: string }>(
      coordinator.actor,
      `SELECT action FROM audit WHERE municipality_code = ${Number(municipality.code)} AND subject = 'promise' AND subject_id = $1`,
      [promise.id],
    );
    expect(audited).toEqual([{ action: 'create' }]);
  });

  test('sent twice with the same id is stored once', async () => {
    const id = newId();
    const first = await written([checks], { id });
    const second = await written([checks], { id });
    expect(second).toEqual(first);
    const other = await api
      .as(coordinator)
      .post(`${root}/promises`)
      .send({ id, title: 'Något annat', ...period });
    expect(other.body.code).toBe('promise-id-taken');
  });

  test('is changed only over the version that was read', async () => {
    const promise = await written();
    const path = `${root}/promises/${promise.id}`;
    const change = { title: 'Lugnare trafik', ...period };
    expect((await api.as(coordinator).put(path).send(change)).body.code).toBe('version-needed');
    const changed = await api.as(coordinator).put(path).set('If-Match', '"1"').send(change);
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).toBe('"2"');
    expect(changed.body).toMatchObject({ title: 'Lugnare trafik', version: 2, commitments: promise.commitments });
    const late = await api.as(coordinator).put(path).set('If-Match', '"1"').send(change);
    expect(late.status).toBe(412);
  });

  test('takes a commitment more, which stands last and raises the version', async () => {
    const promise = await written();
    const answer = await api
      .as(coordinator)
      .post(`${root}/promises/${promise.id}/commitments`)
      .send({ text: 'Skriftlig sammanfattning', form: 'delivery', due: `${year + 1}-01-31` });
    expect(answer.status).toBe(201);
    expect(answer.body.version).toBe(2);
    expect(answer.body.commitments.map(({ form }: { form: string }) => form)).toEqual(['count', 'delivery']);
  });

  test('that answers to a hot spot carries its name, and is found by it and by the documents', async () => {
    const hotspotId = newId();
    await api.owner.query(
      `INSERT INTO hotspot (municipality_code, id, name, owner_organisation_id, owner_function, polygon)
       VALUES ($1, $2, 'Stationen', $3, 'säkerhetssamordnare', ST_SetSRID(ST_GeomFromText('MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'), 3006))`,
      [Number(municipality.code), hotspotId, municipality.organisations['municipality']],
    );
    const promise = await written([checks, { text: 'Fler ska trivas', form: 'direction' }], {
      hotspotId,
      scope: 'place',
    });
    await log(reporter, promise.commitments[0].id);
    const list = await api.as(coordinator).get(`${root}/promises?hotspotId=${hotspotId}`);
    expect(list.body.map(({ id }: { id: string }) => id)).toEqual([promise.id]);
    expect(list.body[0].hotspot).toEqual({ id: hotspotId, name: 'Stationen' });
    const service = api.application.get(PromisesService, { strict: false });
    await api.application.get(Database, { strict: false }).withTenant(coordinator.actor, async (manager) => {
      const [found] = await service.forHotspot(manager, coordinator.actor, hotspotId);
      expect(found!.id).toBe(promise.id);
      const progress = await service.progressList(manager, coordinator.actor, today);
      const counted = progress.find(({ id }) => id === promise.id)!;
      expect(counted.commitments).toEqual([
        expect.objectContaining({ done: 1, target: 10, unit: 'cykelkontroller', comparison: 'at-least' }),
      ]);
      expect(
        (await service.progressList(manager, coordinator.actor, `${year + 1}-01-01`)).map(({ id }) => id),
      ).not.toContain(promise.id);
    });
  });
});

describe('A promise that is not right', () => {
  test.each<[string, object, { pointer: string; code: string }]>([
    ['ends before it begins', { periodTo: `${year - 1}-12-31` }, { pointer: '/periodTo', code: 'period-order' }],
    ['has a day that does not exist', { periodFrom: `${year}-02-30` }, { pointer: '/periodFrom', code: 'missing' }],
    ['has no title', { title: '  ' }, { pointer: '/title', code: 'missing' }],
    [
      'points at a hot spot that is not here',
      { hotspotId: newId() },
      { pointer: '/hotspotId', code: 'unknown-hotspot' },
    ],
    ['points at an area that is not here', { areaId: newId() }, { pointer: '/areaId', code: 'unknown-area' }],
    [
      'counts without a number',
      { commitments: [{ ...checks, target: null }] },
      { pointer: '/commitments/0/target', code: 'missing' },
    ],
    [
      'counts nothing',
      { commitments: [{ ...checks, target: 0 }] },
      { pointer: '/commitments/0/target', code: 'target-not-positive' },
    ],
    [
      'does not say what it counts',
      { commitments: [{ ...checks, unit: null }] },
      { pointer: '/commitments/0/unit', code: 'unit-missing' },
    ],
    [
      'is to deliver without a day',
      { commitments: [{ text: 'Rapport', form: 'delivery' }] },
      { pointer: '/commitments/0/due', code: 'missing' },
    ],
    [
      'rises to less than where it starts',
      { commitments: [{ ...checks, form: 'increase', baseline: 12 }] },
      { pointer: '/commitments/0/target', code: 'target-not-above-baseline' },
    ],
    [
      'leans on somebody who is not here',
      { commitments: [{ ...checks, parties: [newId()] }] },
      { pointer: '/commitments/0/parties/0', code: 'unknown-organisation' },
    ],
    ['names a person', { objective: 'Tala med 19811218-9876' }, { pointer: '/objective', code: 'personal-data-found' }],
    [
      'gives a telephone number',
      { commitments: [{ ...checks, text: 'Ring 070-174 06 05' }] },
      { pointer: '/commitments/0/text', code: 'personal-data-found' },
    ],
  ])('because it %s is refused at the field, and nothing is stored', async (_, change, fault) => {
    const id = newId();
    const answer = await api
      .as(coordinator)
      .post(`${root}/promises`)
      .send({ id, title: 'Löfte', ...period, commitments: [], ...change });
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.errors).toEqual([expect.objectContaining(fault)]);
    expect((await api.as(coordinator).get(`${root}/promises/${id}`)).status).toBe(404);
  });
});

test('hints come with the answer and refuse nothing', async () => {
  const promise = await written([{ ...checks, text: 'Verka för fler kontroller' }]);
  expect(promise.hints).toEqual([
    { code: 'owner-missing', commitmentId: promise.commitments[0].id, words: [] },
    { code: 'vague-words', commitmentId: promise.commitments[0].id, words: ['verka för'] },
    { code: 'source-missing', commitmentId: null, words: [] },
    { code: 'follow-up-missing', commitmentId: null, words: [] },
  ]);
});

test('a reader may read and neither write nor log, and another municipality sees nothing', async () => {
  const promise = await written();
  const reader = await municipality.member('reader');
  expect((await api.as(reader).get(`${root}/promises/${promise.id}`)).status).toBe(200);
  expect(
    (
      await api
        .as(reader)
        .post(`${root}/promises`)
        .send({ title: 'x', ...period })
    ).status,
  ).toBe(403);
  expect((await log(reader, promise.commitments[0].id)).status).toBe(403);
  expect(
    (
      await api
        .as(reporter)
        .post(`${root}/promises`)
        .send({ title: 'x', ...period })
    ).status,
  ).toBe(403);
  const neighbour = await (await api.municipality('Grannkommunen')).member('coordinator');
  const elsewhere = `/api/v1/municipalities/${String(neighbour.actor.municipalityCode).padStart(4, '0')}`;
  expect((await api.as(neighbour).get(`${elsewhere}/promises`)).body).toEqual([]);
  expect((await api.as(neighbour).get(`${elsewhere}/promises/${promise.id}`)).status).toBe(404);
  expect(
    (
      await api
        .as(neighbour)
        .post(`${elsewhere}/commitments/${promise.commitments[0].id}/occasions`)
        .send({ happenedOn: today })
    ).status,
  ).toBe(404);
});
