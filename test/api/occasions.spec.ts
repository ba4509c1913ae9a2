import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { todayInSweden } from '../../api/src/promises/promises.service.js';
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

async function progressOf(promiseId: string, query = '') {
  const { body } = await api.as(coordinator).get(`${root}/promises${query}`);
  return (
    body as { id: string; commitments: { progress: object; sentence: { sv: string }; occasionCount: number }[] }[]
  ).find(({ id }) => id === promiseId)!.commitments[0]!;
}

describe('An occasion', () => {
  test('moves the promise to 1 of at least 10, and withdrawing it moves it back', async () => {
    const promise = await written();
    const commitmentId = promise.commitments[0].id as string;
    const answer = await log(reporter, commitmentId, {
      happenedOn: today,
      place: 'Stationen',
      note: 'Tio cyklister fick lyse',
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      happenedOn: today,
      count: 1,
      place: 'Stationen',
      organisation: 'Kommunens förvaltningar',
      mine: true,
    });
    const after = await progressOf(promise.id as string);
    expect(after.progress).toMatchObject({ done: 1, target: 10 });
    expect(after.sentence.sv).toMatch(/^1 av minst 10 cykelkontroller\. /);
    expect((await api.as(reporter).delete(`${root}/occasions/${answer.body.id}`)).status).toBe(204);
    expect((await api.as(reporter).delete(`${root}/occasions/${answer.body.id}`)).status).toBe(204);
    expect(await progressOf(promise.id as string)).toMatchObject({ progress: { done: 0 }, occasionCount: 0 });
    expect((await api.as(reporter).get(`${root}/commitments/${commitmentId}/occasions`)).body).toEqual([]);
    const kept: { withdrawn: boolean }[] = await api.owner.query(
      `SELECT withdrawn_at IS NOT NULL AS withdrawn FROM occasion WHERE id = $1`,
      [answer.body.id],
    );
    expect(kept).toEqual([{ withdrawn: true }]);
  });

  test('sent twice with the same id counts once', async () => {
    const promise = await written();
    const body = { id: newId(), happenedOn: today };
    const [first, second] = [
      await log(reporter, promise.commitments[0].id, body),
      await log(reporter, promise.commitments[0].id, body),
    ];
    expect(second.body).toEqual(first.body);
    expect((await progressOf(promise.id as string)).occasionCount).toBe(1);
    const elsewhere = await written();
    expect((await log(reporter, elsewhere.commitments[0].id, body)).body.code).toBe('occasion-id-taken');
  });

  test('counts on the days up to the one that is asked about', async () => {
    const promise = await written([checks], { periodFrom: `${year - 1}-01-01`, periodTo: `${year - 1}-12-31` });
    const commitmentId = promise.commitments[0].id as string;
    await log(reporter, commitmentId, { happenedOn: `${year - 1}-03-01`, count: 2 });
    await log(reporter, commitmentId, { happenedOn: `${year - 1}-12-31`, count: 1 });
    expect(await progressOf(promise.id as string)).toMatchObject({ progress: { done: 3, status: 'not-met' } });
    expect(await progressOf(promise.id as string, `?onDate=${year - 1}-03-01`)).toMatchObject({
      progress: { done: 2, status: 'on-track' },
    });
  });

  test.each<[string, object, { pointer: string; code: string }]>([
    ['tomorrow', { happenedOn: `${year + 2}-01-01` }, { pointer: '/happenedOn', code: 'occasion-ahead' }],
    [
      'before the promise',
      { happenedOn: `${year - 1}-12-31` },
      { pointer: '/happenedOn', code: 'occasion-outside-period' },
    ],
    ['on a day that does not exist', { happenedOn: `${year}-02-30` }, { pointer: '/happenedOn', code: 'missing' }],
    ['no times at all', { happenedOn: today, count: 0 }, { pointer: '/count', code: 'target-not-positive' }],
    [
      'with a telephone number in the note',
      { happenedOn: today, note: 'Ring 070-174 06 05' },
      { pointer: '/note', code: 'personal-data-found' },
    ],
  ])('%s is refused at the field', async (_, body, fault) => {
    const promise = await written();
    const answer = await log(reporter, promise.commitments[0].id, body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.errors).toEqual([expect.objectContaining(fault)]);
    expect((await progressOf(promise.id as string)).occasionCount).toBe(0);
  });

  test('of what is counted in hours must say how long it lasted', async () => {
    const promise = await written([{ text: 'Fältarbete', form: 'hours', bound: 'at-least', target: 100 }]);
    const commitmentId = promise.commitments[0].id as string;
    expect((await log(reporter, commitmentId)).body.errors[0]).toMatchObject({
      pointer: '/minutes',
      code: 'minutes-missing',
    });
    await log(reporter, commitmentId, { happenedOn: today, minutes: 150 });
    const after = await progressOf(promise.id as string);
    expect(after.progress).toMatchObject({ done: 2.5, target: 100 });
    expect(after.sentence.sv).toMatch(/^2,5 av minst 100 timmar\. /);
  });

  test('of somebody else is withdrawn by those who write promises, and by no other', async () => {
    const promise = await written();
    const { body } = await log(coordinator, promise.commitments[0].id);
    expect((await api.as(reporter).delete(`${root}/occasions/${body.id}`)).status).toBe(403);
    const own = await log(reporter, promise.commitments[0].id);
    expect((await api.as(coordinator).delete(`${root}/occasions/${own.body.id}`)).status).toBe(204);
  });
});

test('Two real promises are held without loss and counted: Överkalix 2018 and Lund 2015', async () => {
  const count = (text: string, target: number, more: object = {}) => ({
    text,
    form: 'count',
    bound: 'at-least',
    unit: 'insatser',
    target,
    per: 'period',
    ...more,
  });
  const overkalix = [
    count('Polis i tjänst på helgen', 1, { unit: 'helger', per: 'three-weeks' }),
    { text: 'Fotpatruller och besök', form: 'ongoing' },
    count('Samtal med invånare', 1, { unit: 'medborgarkontakter', per: 'week' }),
    count('Insatser mot narkotika', 2),
    { text: 'Pröva att stoppa narkotika som beställs på nätet', form: 'direction' },
    count('Insatser riskkvällar', 2),
    count('Aktivitetsdag för årskurs 7', 1),
    count('Trafikinsatser', 4),
    { text: 'Trafikinsatser där problem uppstår', form: 'when-needed' },
    { text: 'Skriftlig sammanfattning', form: 'delivery', due: '2019-01-31' },
  ];
  const lund = [
    count('Cykelkontroller', 10),
    count('Taxikontroller', 2),
    count('Möten', 2, { bound: 'exactly' }),
    count('Samverkan', 1, { bound: 'about', per: 'month' }),
  ];
  const north = await written(overkalix, { periodFrom: '2018-01-01', periodTo: '2018-12-31' });
  const south = await written(lund, { periodFrom: '2015-01-01', periodTo: '2015-12-31' });
  const totals = (promise: { commitments: { progress: { target: number | null } }[] }) =>
    promise.commitments.map(({ progress }) => progress.target);
  expect(totals(north)).toEqual([17, null, 52, 2, null, 2, 1, 4, null, 1]);
  expect(totals(south)).toEqual([10, 2, 2, 12]);
  const late = await log(reporter, north.commitments[9].id as string, { happenedOn: '2019-01-30' });
  expect(late.status).toBe(201);
  const read = await api.as(coordinator).get(`${root}/promises/${north.id}`);
  expect(read.body.commitments[9].sentence.sv).toBe('Klart 30 januari 2019, i tid till 31 januari 2019.');
});
