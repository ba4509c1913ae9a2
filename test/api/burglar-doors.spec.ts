import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { problems } from '../../api/src/app/problem.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { expectProblem } from '../support/problem.js';

let api: Api;
let ours: TestMunicipality;
let coordinator: Member;
let root: string;
const period = { periodFrom: '2026-01-01', periodTo: '2026-12-31' };
const polygon = {
  type: 'Polygon',
  coordinates: [[positionAt(0, 0), positionAt(200, 0), positionAt(0, 200), positionAt(0, 0)]],
};
const owner = () => ({ ownerOrganisationId: ours.organisations['municipality'], ownerFunction: 'samordnare' });

beforeAll(async () => {
  api = await startApi();
  ours = await api.municipality();
  coordinator = await ours.member('coordinator');
  root = `/api/v1/municipalities/${ours.code}`;
}, 60_000);

afterAll(() => api.close());

async function made(address: string, body: object): Promise<string> {
  const answer = await api.as(coordinator).post(`${root}/${address}`).send(body);
  expect(answer.status).toBe(201);
  return answer.body.id as string;
}

describe('Headers and addresses', () => {
  test.each(['*', '1', '"x"', '"-1"', '"99999999999999999999"', '"1", "2"', '""', "'1'"])(
    'If-Match %s is no version that was read',
    async (header) => {
      const promise = await made('promises', { title: 'Löfte', ...period });
      const change = api.as(coordinator).put(`${root}/promises/${promise}`).set('If-Match', header);
      expectProblem(await change.send({ title: 'Annat', ...period }), 428, 'version-needed');
    },
  );

  test('paths do not lead out of the folders that are served', async () => {
    const steps = ['..%2f', '%2e%2e%2f', '..%5c', '%252e%252e%252f', '....//', '%00', '.%00./'];
    for (const folder of ['docs', 'assets']) {
      for (const step of steps) {
        const answer = await api.as(null).get(`/${folder}/${step}${step}package.json`);
        expect(answer.text).not.toMatch(/"workspaces"|"dependencies"/);
        expect(answer.status).toBeLessThan(500);
      }
    }
    expectProblem(await api.as(null).get('/api/v1/municipalities/%E0%A4%A/hotspots'), 400);
    expectProblem(await api.as(null).get('/api/v1/%2e%2e/%2e%2e/health'), 404);
  });

  test('every language header gives Swedish or English, never a fault', async () => {
    for (const header of ['*', 'xx', ';;;q=9', 'en;q=0', 'sv,en', 'x'.repeat(4000), 'en-GB', 'SV']) {
      const answer = await api.as(null).get('/api/v1/session').set('Accept-Language', header);
      expect([problems['not-signed-in']!.title[0], problems['not-signed-in']!.title[1]]).toContain(answer.body.title);
    }
  });

  test('a registration number breaks no header, and a document is refused across the border', async () => {
    const own = await made('hotspots', { name: 'Parken', ...owner(), polygon });
    for (const number of ['x%0d%0aSet-Cookie:a=b', '"; filename=evil.exe', '{{#eval}}']) {
      const answer = await api.as(coordinator).get(`${root}/hotspots/${own}/document?registrationNumber=${number}`);
      expectProblem(answer, 400, 'invalid-request');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('unsafe calls from elsewhere are refused, and signed cookies of others do nothing', async () => {
    const bare = api.as(coordinator).post(`${root}/promises`).unset('Sec-Fetch-Site');
    expectProblem(await bare.set('Sec-Fetch-Site', 'cross-site').send({ title: 'x', ...period }), 403, 'cross-site');
    const fixed = { cookie: `__Host-narbild=${'A'.repeat(43)}` };
    expectProblem(await api.as(fixed).get('/api/v1/session'), 401, 'not-signed-in');
  });
});

describe('A session', () => {
  const idle = (member: Member, change: string) =>
    api.owner.query(`UPDATE session SET ${change} WHERE account_id = $1`, [member.actor.accountId]);

  test.each([
    ['expired', `expires_at = now() - interval '1 second'`],
    ['idle for a day', `last_seen_at = now() - interval '1 day'`],
  ])('that has been %s opens nothing', async (_, change) => {
    const member = await ours.member('reader');
    expect((await api.as(member).get('/api/v1/session')).status).toBe(200);
    await idle(member, change);
    expectProblem(await api.as(member).get('/api/v1/session'), 401, 'not-signed-in');
  });

  test('is said to have been seen again once a minute at most', async () => {
    const member = await ours.member('reader');
    const seconds = async (ago: number) => {
      await idle(member, `last_seen_at = now() - interval '${ago} seconds'`);
      expect((await api.as(member).get('/api/v1/session')).status).toBe(200);
      const [row] = await api.owner.query(
        'SELECT round(extract(epoch FROM now() - last_seen_at))::int AS ago FROM session WHERE account_id = $1',
        [member.actor.accountId],
      );
      return row.ago as number;
    };
    expect(await seconds(30)).toBeGreaterThanOrEqual(30);
    expect(await seconds(90)).toBeLessThan(30);
  });

  test('of a disabled account, and the right of a lost membership, end at once', async () => {
    const [disabled, moved] = [await ours.member('reader'), await ours.member('reader')];
    await api.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.actor.accountId]);
    await api.owner.query('DELETE FROM membership WHERE account_id = $1', [moved.actor.accountId]);
    expectProblem(await api.as(disabled).get(`${root}/hotspots`), 401, 'not-signed-in');
    expectProblem(await api.as(moved).get(`${root}/hotspots`), 404, 'not-found');
  });

  test('that was signed out is worthless to whoever kept the cookie', async () => {
    const member = await ours.member('reader');
    expect((await api.as(member).delete('/api/v1/session')).status).toBe(204);
    expectProblem(await api.as(member).get('/api/v1/session'), 401, 'not-signed-in');
  });
});

test('two who save the same promise at once: one is stored, the other hears it', async () => {
  const promise = await made('promises', { title: 'Löfte', ...period });
  const save = (title: string) =>
    api
      .as(coordinator)
      .put(`${root}/promises/${promise}`)
      .set('If-Match', '"1"')
      .send({ title, ...period });
  const answers = await Promise.all(['A', 'B', 'C', 'D'].map((title) => save(title)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
});
