import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { periodAt } from '../../api/src/situation/period.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { weekTown } from '../support/week-town.js';

let api: Api;
let coordinator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  ({ coordinator, base } = await weekTown(api));
}, 60_000);

afterAll(() => api.close());

async function situation(period: string) {
  const { status, body } = await api.as(coordinator).get(`${base}/situations/${period}`);
  expect(status).toBe(200);
  return body as { areas: { id: string; name: string }[]; priorities: unknown };
}

test('the lägesbild of a tertial tells the areas that come first, in order and with their reasons; a year does not', async () => {
  const tertial = periodAt('tertial', Date.now()).text;
  const { areas, priorities } = await situation(tertial);
  expect(priorities).toBeNull();
  const id = (name: string) => areas.find((area) => area.name === name)!.id;
  const chosen = [
    { areaId: id('Hamnen'), reason: 'Skadegörelsen vid kajen ökar.' },
    { areaId: id('Centrum'), reason: 'Flest händelser i kommunen.' },
  ];
  const put = await api
    .as(coordinator)
    .put(`${base}/area-priorities/${tertial}`)
    .set('If-Match', '"0"')
    .send({ areas: chosen });
  expect(put.status).toBe(200);
  expect((await situation(tertial)).priorities).toEqual({
    decidedAt: expect.any(String),
    areas: [
      { ...chosen[0], area: 'Hamnen' },
      { ...chosen[1], area: 'Centrum' },
    ],
  });
  expect((await situation(tertial.slice(0, 4))).priorities).toBeNull();
});
