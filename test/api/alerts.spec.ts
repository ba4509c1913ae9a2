import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NightlyScans } from '../../api/src/analyses/nightly-scans.service.js';
import { latestNight } from '../../api/src/analyses/night.js';
import { createRandom } from '../../api/src/analysis/random.js';
import { fillTown, type TownEvent } from '../support/analysed-town.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let landlord: Member;
let reader: Member;
let administrator: Member;
let base: string;

const search = () =>
  api.application
    .get(NightlyScans)
    .search({ municipalityCode: Number(municipality.code), report: async () => undefined });

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  landlord = await municipality.member('analyst', 'housing');
  reader = await municipality.member('reader');
  administrator = await municipality.member('administrator');
  base = `/api/v1/municipalities/${municipality.code}`;
  const random = createRandom(3);
  const scattered = Array.from({ length: 120 }, (): TownEvent => ({
    daysAgo: 3 + random.integer(350),
    x: random.normal() * 1500,
    y: random.normal() * 1500,
    police: true,
  }));
  const gathered = Array.from({ length: 12 }, (): TownEvent => ({
    daysAgo: 2 + random.integer(5),
    x: 2500 + random.normal() * 40,
    y: 2500 + random.normal() * 40,
    police: true,
  }));
  await fillTown(api, municipality, [...scattered, ...gathered]);
  await search();
}, 60_000);

afterAll(() => api.close());

describe('what the nightly search finds', () => {
  test('is told once to those whose groups may see the rows, in a sentence that names its comparison', async () => {
    const alerts = await api.as(coordinator).get(`${base}/alerts`);
    expect(alerts.body).toHaveLength(1);
    expect(alerts.body[0]).toMatchObject({ level: 'alert', category: { code: 'SKAD' }, seenAt: null, note: null });
    expect(alerts.body[0].cases).toBeGreaterThanOrEqual(10);
    expect(alerts.body[0].recurrenceDays).toBeGreaterThanOrEqual(365);
    expect(alerts.body[0].sentence).toMatch(
      /^Skadegörelse.*: \d+ händelser .* var att vänta\. .* med datumen omblandade\./,
    );
    const english = await api.as(coordinator).get(`${base}/alerts`).set('Accept-Language', 'en');
    expect(english.body[0].sentence).toMatch(/with the dates shuffled/);
  });

  test('is nothing to a landlord, who may not see the rows of the police, and nothing to a reader', async () => {
    expect((await api.as(landlord).get(`${base}/alerts`)).body).toEqual([]);
    expect((await api.as(reader).get(`${base}/alerts`)).status).toBe(403);
    const rows = await api.sqlAs(landlord.actor, 'SELECT id FROM alert WHERE municipality_code = $1', [
      Number(municipality.code),
    ]);
    expect(rows).toEqual([]);
    const [alert] = (await api.as(coordinator).get(`${base}/alerts`)).body;
    expect((await api.as(landlord).post(`${base}/alerts/${alert.id}/seen`).send({})).status).toBe(404);
  });

  test('is the same alert the night after, and stays seen with its note', async () => {
    const [alert] = (await api.as(coordinator).get(`${base}/alerts`)).body;
    const refused = await api
      .as(coordinator)
      .post(`${base}/alerts/${alert.id}/seen`)
      .send({ note: 'Ring 070-174 06 05' });
    expect(refused.body.code).toBe('personal-data-found');
    const seen = await api.as(coordinator).post(`${base}/alerts/${alert.id}/seen`).send({ note: 'Tas upp på mötet' });
    expect([seen.status, seen.body.note]).toEqual([201, 'Tas upp på mötet']);
    await search();
    const after = await api.as(coordinator).get(`${base}/alerts`);
    expect(after.body).toHaveLength(1);
    expect(after.body[0]).toMatchObject({ id: alert.id, note: 'Tas upp på mötet', seenAt: expect.any(String) });
    expect((await api.as(coordinator).get(`${base}/alerts?seen=no`)).body).toEqual([]);
  }, 30_000);

  test('was read under just the groups that members may see, and says so in the audit', async () => {
    const rows: { facts: { night: string }; account_id: string }[] = await api.owner.query(
      `SELECT facts, account_id FROM audit WHERE municipality_code = $1 AND subject = 'alert' AND action = 'run'`,
      [Number(municipality.code)],
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.every(({ facts }) => facts.night === latestNight(Date.now()))).toBe(true);
  });
});

describe('the night', () => {
  test('is planned once however many processes plan it, and run by whoever is first', async () => {
    const scans = api.application.get(NightlyScans);
    const nights = () =>
      api.owner.query(`SELECT status FROM job WHERE municipality_code = $1 AND kind = 'nightly-scan'`, [
        Number(municipality.code),
      ]);
    await Promise.all([scans.plan(Date.now()), scans.plan(Date.now()), scans.plan(Date.now())]);
    expect(await nights()).toHaveLength(1);
  });
});

describe('its thresholds', () => {
  test('are read by all, changed by those who may, and not over somebody else’s change', async () => {
    const before = await api.as(administrator).get(`${base}/alerts/settings`);
    expect(before.body).toEqual({ version: 0, enabled: true, alertDays: 365, reviewDays: 100, fewestEvents: 30 });
    const change = { enabled: true, alertDays: 730, reviewDays: 200, fewestEvents: 20 };
    const put = (as: Member, tag: string, body: object = change) =>
      api.as(as).put(`${base}/alerts/settings`).set('If-Match', tag).send(body);
    expect((await put(landlord, '"0"')).status).toBe(403);
    expect((await put(administrator, '"0"')).body).toEqual({ version: 1, ...change });
    expect((await put(coordinator, '"0"')).status).toBe(412);
    const senseless = await put(coordinator, '"1"', { ...change, reviewDays: 1000 });
    expect(senseless.body.errors[0]).toMatchObject({ pointer: '/reviewDays', code: 'review-after-alert' });
  });
});
