import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { weekAround } from '../../api/src/situation/situation.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let reporter: Member;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  reporter = await municipality.member('reporter', 'housing');
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

interface Cell {
  week: string;
  state: string;
  reports: number;
  late: boolean;
  by: string | null;
}

const week = (away = 0) => weekAround(Date.now(), away).text;
const say = (who: Pick<Member, 'cookie'>, text: string) => api.as(who).put(`${root}/null-reports/${text}`);
const takeBack = (who: Pick<Member, 'cookie'>, text: string) => api.as(who).delete(`${root}/null-reports/${text}`);

async function cells(who: Member, organisation: string): Promise<Cell[]> {
  const answer = await api.as(who).get(`${root}/coverage`);
  expect(answer.status).toBe(200);
  const rows = answer.body.organisations as { id: string; cells: Cell[] }[];
  return rows.find(({ id }) => id === municipality.organisations[organisation])!.cells;
}

const cell = async (who: Member, organisation: string, text: string) =>
  (await cells(who, organisation)).find((one) => one.week === text)!;

describe('nothing to report', () => {
  test('is said with one call, once however often it is pressed, and can be taken back', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => say(reporter, week())));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers[0]!.body).toMatchObject({ organisation: 'Bostadsbolaget', expected: true });
    expect(await cell(coordinator, 'housing', week())).toMatchObject({ state: 'nothing', late: false });
    const [{ n }]: [{ n: number }] = await api.owner.query(
      `SELECT count(*)::int AS n FROM audit WHERE municipality_code = $1 AND subject = 'null_report'`,
      [Number(municipality.code)],
    );
    expect(n).toBe(1);
    expect((await takeBack(reporter, week())).body.weeks[1]).toMatchObject({
      week: week(),
      state: 'waiting',
      nothing: false,
    });
    expect((await takeBack(reporter, week())).status).toBe(200);
  });

  test('for a week whose deadline has passed is marked late', async () => {
    await say(reporter, week(-3));
    expect(await cell(coordinator, 'housing', week(-3))).toMatchObject({ state: 'nothing', late: true });
    expect(await cell(coordinator, 'housing', week(-4))).toMatchObject({ state: 'silent', late: false });
  });

  test.each([
    ['a week that does not exist', '2025-W53', 400, 'week-unknown'],
    ['other words', 'nu', 400, 'week-unknown'],
    ['a week to come', week(1), 422, 'week-to-come'],
    ['a week of last year', week(-60), 422, 'week-too-old'],
  ])('is not said for %s', async (_, text, status, code) => {
    expect((await say(reporter, text)).body).toMatchObject({ status, code });
    expect((await takeBack(reporter, text)).body).toMatchObject({ status, code });
  });

  test('is said for one’s own municipality only', async () => {
    const stranger = await (await api.municipality()).member('reporter');
    expect((await say(stranger, week())).status).toBe(404);
    const own = await (await api.municipality()).member('coordinator');
    const rows = await api.sqlAs(own.actor, 'SELECT 1 FROM null_report WHERE municipality_code = $1', [
      Number(municipality.code),
    ]);
    expect(rows).toEqual([]);
  });

  test('is said from a paired phone too', async () => {
    const made = await api.as(reporter).post(`${root}/devices`).send({ name: 'Min telefon' });
    const paired = await api.as(null).post('/api/v1/device-session').send({ code: made.body.code });
    const phone = { cookie: paired.get('Set-Cookie')![0]!.split(';')[0]! };
    expect((await say(phone, week(-1))).status).toBe(200);
    expect((await api.as(phone).get(`${root}/coverage`)).status).toBe(403);
  });
});

describe('who has reported', () => {
  const report = () => ({
    id: newId(),
    categoryCode: 'SKAD',
    occurredFrom: new Date(Date.now() - 3600_000).toISOString(),
    placement: 'tapped',
    position: positionAt(100, 100),
  });

  test('is the same for those who may not see the rows', async () => {
    const guard = await municipality.member('reporter', 'guard');
    expect((await api.as(guard).post(`${root}/incidents`).send(report())).status).toBe(201);
    const landlord = await municipality.member('analyst', 'housing');
    const seen: unknown[] = await api.sqlAs(
      landlord.actor,
      `SELECT 1 FROM incident WHERE municipality_code = $1 AND organisation_id = $2`,
      [Number(municipality.code), municipality.organisations['guard']],
    );
    expect(seen).toEqual([]);
    for (const who of [landlord, coordinator])
      expect(await cell(who, 'guard', week())).toMatchObject({ state: 'reported', reports: 1 });
  });

  test('names the person to coordinator and reviewer, and to nobody else', async () => {
    await say(reporter, week());
    for (const [role, name] of [
      ['coordinator', 'reporter'],
      ['police', 'reporter'],
      ['analyst', null],
      ['reader', null],
      ['administrator', null],
    ] as const)
      expect({ role, by: (await cell(await municipality.member(role), 'housing', week())).by }).toEqual({
        role,
        by: name,
      });
  });

  test('waits for everybody but the police, and no more for those who are not asked', async () => {
    const path = `${root}/coverage-organisations/${municipality.organisations['municipality']}`;
    const now = async () =>
      (await api.as(coordinator).get(`${root}/coverage/${week()}`)).body as Record<string, unknown>;
    expect(await now()).toMatchObject({
      week: week(),
      expected: 4,
      reported: 1,
      nothing: 1,
      waiting: 2,
      silent: 0,
      sentence: '1 av 4 organisationer har rapporterat, 1 hade inget att rapportera och 2 har inte svarat än.',
    });
    expect((await api.as(coordinator).put(path).send({ expected: false })).status).toBe(204);
    expect(await now()).toMatchObject({ expected: 3, waiting: 1 });
    expect((await api.as(coordinator).put(path).send({ expected: true })).status).toBe(204);
    expect((await api.as(reporter).put(path).send({ expected: false })).status).toBe(403);
    expect(
      (await api.as(coordinator).put(`${root}/coverage-organisations/${newId()}`).send({ expected: false })).status,
    ).toBe(404);
    expect((await api.as(coordinator).put(path).send({ expected: 'nej' })).status).toBe(400);
  });

  test('stands beside the figures of the week', async () => {
    const answer = await api.as(coordinator).get(`${root}/situations/${week(-1)}`);
    expect(answer.body.coverage.expected).toBe(4);
    expect(answer.body.notices.join(' ')).toMatch(/av 4 organisationer har rapporterat/);
  });
});
