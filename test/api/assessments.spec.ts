import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, type Member, square, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;
let areas: { id: string; properties: { name: string } }[];

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

const week = (away = 0) => weekAround(Date.now(), away).text;
const codes = ['skadegorelse', 'nedskrapning', 'samlingar', 'berusning', 'brak', 'trafik', 'morker', 'stamning'];
const all = (answer: string) => codes.map((factor) => ({ factor, answer }));
const assess = (who: Pick<Member, 'cookie'>, answers: object[], at = areas[0]!.id, text = week()) =>
  api.as(who).put(`${root}/areas/${at}/assessments/${text}`).send({ answers });
const results = async (text = week(), who: Pick<Member, 'cookie'> = coordinator) =>
  (await api.as(who).get(`${root}/assessments/${text}`)).body as {
    sentence: string;
    areas: {
      id: string;
      name: string;
      people: number;
      verdict: string;
      factors: { code: string; worse: number; unknown: number }[];
      weeks: { week: string; verdict: string; people: number }[];
    }[];
  };

async function town(): Promise<void> {
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
  const features = ['Centrum', 'Norr'].map((name, index) => ({
    type: 'Feature',
    properties: { name },
    geometry: square(1000, { x: 558_000 + 3000 * index, y: 6_600_000 }),
  }));
  const made = await api
    .as(await municipality.member('administrator'))
    .post(`${root}/areas`)
    .send({ areas: { type: 'FeatureCollection', features } });
  if (made.status !== 201) throw new Error(made.text);
  areas = made.body.features;
}

beforeAll(town);

describe('a veckobedömning', () => {
  test('of three people becomes a word, the number of them, and the answers to each question; never who', async () => {
    const people = await Promise.all(
      (['reporter', 'analyst', 'police'] as const).map((role) => municipality.member(role)),
    );
    for (const [index, person] of people.entries())
      expect((await assess(person, all(index < 2 ? 'worse' : 'usual'))).status).toBe(200);
    const { sentence, areas: found } = await results();
    expect(found).toMatchObject([
      { name: 'Centrum', people: 3, verdict: 'worse', factors: codes.map((code) => ({ code, worse: 2, usual: 1 })) },
      { name: 'Norr', people: 0, verdict: 'none' },
    ]);
    expect(sentence).toBe('Veckobedömning: Centrum oroligare än vanligt (3 svar). Ingen har bedömt Norr.');
    expect(found[0]!.weeks).toHaveLength(12);
    expect(found[0]!.weeks.at(-1)).toEqual({ week: week(), verdict: 'worse', people: 3 });
    const said = JSON.stringify(await results());
    for (const { actor } of people) expect(said).not.toContain(actor.accountId);
  });

  test('is changed by answering again and taken back, one’s own only', async () => {
    await town();
    const [one, other] = [await municipality.member('reporter'), await municipality.member('reporter', 'housing')];
    await assess(one, all('worse'));
    await assess(other, all('calmer'));
    expect((await results()).areas[0]!.verdict).toBe('mixed');
    const answers = [{ factor: 'brak', answer: 'calmer' }];
    expect((await assess(one, answers)).body.areas[0]).toMatchObject({ name: 'Centrum', answers });
    expect((await results()).areas[0]).toMatchObject({ people: 2, verdict: 'calmer' });
    const path = `${root}/areas/${areas[0]!.id}/assessments/${week()}`;
    for (let times = 0; times < 2; times++) expect((await api.as(one).delete(path)).status).toBe(200);
    expect((await results()).areas[0]).toMatchObject({ people: 1 });
  });

  test('is one however often it is sent', async () => {
    await town();
    const person = await municipality.member('reporter');
    const sent = await Promise.all(Array.from({ length: 20 }, () => assess(person, all('usual'))));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await results()).areas[0]).toMatchObject({ people: 1, verdict: 'usual' });
  });

  test('counts as having looked, so that a week without reports is not a silent one', async () => {
    await town();
    const person = await municipality.member('reporter', 'housing');
    await assess(person, all('unknown'));
    const coverage = async () => (await api.as(coordinator).get(`${root}/coverage/${week()}`)).body as object;
    expect(await coverage()).toMatchObject({ assessed: 0, waiting: 4 });
    await assess(person, [{ factor: 'brak', answer: 'usual' }], areas[1]!.id);
    expect(await coverage()).toMatchObject({
      assessed: 1,
      waiting: 3,
      sentence: '0 av 4 organisationer har rapporterat, 1 har bedömt veckan och 3 har inte svarat än.',
    });
  });

  test('stands in the lägesbild of the week', async () => {
    const answer = await api.as(coordinator).get(`${root}/situations/${week()}`);
    expect(answer.body.assessments).toMatchObject([
      { name: 'Centrum', verdict: 'none', people: 1 },
      { name: 'Norr', verdict: 'usual', people: 1 },
    ]);
  });

  test('is made on a paired phone too, which may not see what others said', async () => {
    const person = await municipality.member('reporter');
    const made = await api.as(person).post(`${root}/devices`).send({ name: 'Min telefon' });
    const paired = await api.as(null).post('/api/v1/device-session').send({ code: made.body.code });
    const phone = { cookie: paired.get('Set-Cookie')![0]!.split(';')[0]! };
    expect((await assess(phone, all('calmer'))).status).toBe(200);
    expect((await api.as(phone).get(`${root}/own-assessments/${week()}`)).status).toBe(200);
    expect((await api.as(phone).get(`${root}/assessments/${week()}`)).status).toBe(403);
  });

  test('stays within its municipality', async () => {
    const stranger = await (await api.municipality()).member('coordinator');
    expect((await assess(stranger, all('worse'))).status).toBe(404);
    for (const table of ['assessment', 'assessment_factor'])
      expect(await api.sqlAs(stranger.actor, `SELECT 1 FROM ${table} WHERE municipality_code = $1`, [Number(municipality.code)])).toEqual([]); // prettier-ignore
  });

  test.each([
    ['a week long past', () => week(-2), 422, 'assessment-too-late'],
    ['a week to come', () => week(1), 422, 'week-to-come'],
    ['week 53 of a year without one', () => '2025-W53', 400, 'week-unknown'],
  ])('is not made for %s', async (_, text, status, code) => {
    expect((await assess(coordinator, all('usual'), areas[0]!.id, text())).body).toMatchObject({ status, code });
  });

  test.each([
    ['no answers', [], '/answers', 'missing'],
    ['a question that is not asked', [{ factor: 'vader', answer: 'usual' }], '/answers/0/factor', 'unknown-factor'],
    ['two answers to one', [...all('usual').slice(0, 2), all('worse')[0]!], '/answers/2/factor', 'answered-twice'],
  ])('is not made of %s', async (_, answers, pointer, code) => {
    expect((await assess(coordinator, answers)).body.errors).toMatchObject([{ pointer, code }]);
  });

  test('is not made of other words, nor for an area that is not there', async () => {
    expect((await assess(coordinator, [{ factor: 'brak', answer: 'hemskt' }])).status).toBe(400);
    expect((await assess(coordinator, all('usual'), newId())).status).toBe(404);
  });
});

describe('what is asked', () => {
  const path = () => `${root}/assessment-factors`;
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ code: null, name: { sv: `Fråga ${index}`, en: `Question ${index}` }, active: true })); // prettier-ignore

  test('is five to twelve questions, changed by the coordinator', async () => {
    expect((await api.as(await municipality.member('reporter')).get(path())).status).toBe(403);
    for (const count of [0, 4, 13])
      expect((await api.as(coordinator).put(path()).send({ factors: names(count) })).body.errors).toMatchObject([{ code: 'factor-count' }]); // prettier-ignore
    expect((await api.as(coordinator).put(path()).send({ factors: [{ ...names(1)[0]!, code: 'finns-inte' }, ...names(5)] })).body.errors).toMatchObject([{ pointer: '/factors/0/code' }]); // prettier-ignore
  });

  test('changes what is asked from now on, and never what was answered', async () => {
    await town();
    const person = await municipality.member('reporter');
    await assess(person, all('worse'));
    const before = (await api.as(coordinator).get(path())).body as { code: string; name: object; active: boolean }[];
    const factors = [...before.slice(1), ...names(1)];
    const after = (await api.as(coordinator).put(path()).send({ factors })).body as typeof before;
    expect(after.filter(({ active }) => active)).toHaveLength(8);
    expect(after.find(({ code }) => code === 'skadegorelse')).toMatchObject({ active: false });
    const asked = (await api.as(person).get(`${root}/own-assessments/${week()}`)).body.factors as { code: string }[];
    expect(asked.map(({ code }) => code)).not.toContain('skadegorelse');
    const [area] = (await results()).areas;
    expect(area!.factors.find(({ code }) => code === 'skadegorelse')).toMatchObject({ worse: 1 });
    expect((await assess(person, [{ factor: 'skadegorelse', answer: 'usual' }])).body.errors).toMatchObject([{ code: 'unknown-factor' }]); // prettier-ignore
  });
});
