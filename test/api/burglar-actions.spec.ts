import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionsOf } from '../support/actions.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reader: Member;
let root: string;
let draft: ReturnType<typeof actionsOf>['draft'];
let made: ReturnType<typeof actionsOf>['made'];

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  reader = await municipality.member('reader', 'housing');
  ({ root, draft, made } = actionsOf(api, municipality, coordinator));
}, 60_000);

afterAll(() => api.close());

const secret = { classification: 'may-be-secret', secrecyBasis: 'OSL 18 kap. 1 §' };

describe('A secret action', () => {
  test('needs its section of law; by whom and when is kept', async () => {
    const without = await api
      .as(coordinator)
      .post(`${root}/actions`)
      .send(draft({ classification: 'may-be-secret' }));
    expect(without.body.errors).toMatchObject([{ pointer: '/secrecyBasis', code: 'secrecy-basis-missing' }]);
    const action = await made(secret);
    expect(action.secrecyBasis).toBe('OSL 18 kap. 1 §');
    expect(action.secrecyBy).not.toBe('');
    expect(action.secrecyOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const open = await api
      .as(coordinator)
      .patch(`${root}/actions/${action.id}`)
      .set('If-Match', '"1"')
      .send({ classification: 'open' });
    expect(open.body).toMatchObject({ secrecyBasis: null, secrecyBy: null, secrecyOn: null });
  });

  test('is seen by those who write actions only, not even by its owner’s readers', async () => {
    const { id } = await made(secret);
    const police = await municipality.member('police');
    const analyst = await municipality.member('analyst');
    const sees = async (member: Member) => {
      const one = await api.as(member).get(`${root}/actions/${id}`);
      const listed = await api.as(member).get(`${root}/actions`);
      return [one.status, JSON.stringify(listed.body).includes(id)];
    };
    expect(await sees(coordinator)).toEqual([200, true]);
    expect(await sees(police)).toEqual([200, true]);
    for (const member of [reader, analyst]) {
      expect(await sees(member)).toEqual([404, false]);
      expect((await api.as(member).post(`${root}/actions/${id}/answers`).send({ status: 'done' })).status).toBe(404);
    }
    // Its id cannot be found out by trying to store another with it.
    const again = await api
      .as(coordinator)
      .post(`${root}/actions`)
      .send(draft({ id, what: 'Något annat' }));
    expect(again.status).toBe(409);
  });
});

describe('A burglar', () => {
  test('who reports gets 403 everywhere', async () => {
    const reporter = await municipality.member('reporter', 'housing');
    const { id } = await made();
    const tried = await Promise.all([
      api.as(reporter).get(`${root}/actions`),
      api.as(reporter).get(`${root}/actions/${id}`),
      api.as(reporter).post(`${root}/actions`).send(draft()),
      api.as(reporter).post(`${root}/actions/${id}/answers`).send({ status: 'done' }),
      api.as(reader).post(`${root}/actions`).send(draft()),
      api.as(reader).patch(`${root}/actions/${id}`).set('If-Match', '"1"').send({ what: 'Annat' }),
      api.as(reader).post(`${root}/actions/${id}/withdrawal`),
      api.as(reader).delete(`${root}/actions/${id}/withdrawal`),
    ]);
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 403));
  });

  test('with NUL bytes, 3 MB or a year that does not exist gets a problem and stores nothing', async () => {
    const before = await api.owner.query('SELECT count(*)::int AS n FROM action');
    const { id } = await made();
    const send = (body: object) => api.as(coordinator).post(`${root}/actions`).send(draft(body));
    const note = (text: string) =>
      api.as(coordinator).post(`${root}/actions/${id}/answers`).send({ status: 'done', note: text });
    const all = [
      await send({ what: 'a\u0000b' }),
      await send({ what: 'x'.repeat(3_000_000) }),
      await send({ due: '0000-01-01' }),
      await send({ due: '2026-02-30' }),
      await note('a\u0000b'),
      await note('x'.repeat(3_000_000)),
    ];
    for (const { status, headers } of all) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(headers['content-type']).toContain('application/problem+json');
    }
    const after = await api.owner.query('SELECT count(*)::int AS n FROM action');
    expect(after[0].n).toBe(before[0].n + 1);
  });
});
