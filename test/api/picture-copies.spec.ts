import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let reader: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  reader = await municipality.member('reader');
  root = `/api/v1/municipalities/${municipality.code}/picture-copies`;
}, 60_000);
afterAll(() => api.close());

test('a copy of the map is written down as an export by whom and of what, and says where the picture comes from', async () => {
  const answer = await api.as(reader).post(root).send({ what: 'map' });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ demo: false, municipality: expect.any(String) });
  const rows: object[] = await api.owner.query(
    `SELECT action, account_id, facts FROM audit WHERE municipality_code = $1 AND subject = 'picture'`,
    [Number(municipality.code)],
  );
  expect(rows).toEqual([{ action: 'export', account_id: reader.actor.accountId, facts: { what: 'map' } }]);
});

test.each([{}, { what: 'text' }, { what: 3 }, null])('%j is no picture', async (body) => {
  const answer = await api
    .as(reader)
    .post(root)
    .send(body as object);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

test('nobody copies in a municipality that is not theirs', async () => {
  const other = await (await api.municipality()).member('coordinator');
  expect((await api.as(other).post(root).send({ what: 'chart' })).status).toBeGreaterThanOrEqual(403);
});
