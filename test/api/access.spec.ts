import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditSealService } from '../../api/src/access/audit-seal.service.js';
import { type Api, type Member, startApi, type TestMunicipality, testPassword } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;

beforeAll(async () => {
  api = await startApi({ TRUST_PROXY: 'on' });
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
}, 60_000);

afterAll(() => api.close());

const ownSite = { 'Sec-Fetch-Site': 'same-origin' };

describe('signing in', () => {
  test('gives a session whose cookie is bound to the host, secure and out of reach of scripts', async () => {
    const answer = await api
      .as(null)
      .post('/api/v1/session')
      .send({ email: coordinator.email, password: testPassword });
    expect(answer.status).toBe(200);
    expect(answer.body.memberships[0]).toMatchObject({
      role: 'coordinator',
      municipality: { code: municipality.code },
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-narbild=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=28800$/);
    const again = await api.as({ cookie: cookie.split(';')[0]! }).get('/api/v1/session');
    expect(again.body.account.email).toBe(coordinator.email);
  });

  test('says in Swedish that address or password is wrong, without telling which', async () => {
    const wrongPassword = await api
      .as(null)
      .post('/api/v1/session')
      .send({ email: coordinator.email, password: 'fel' });
    const unknown = await api.as(null).post('/api/v1/session').send({ email: 'ingen@example.org', password: 'fel' });
    expect(wrongPassword.status).toBe(401);
    expect(wrongPassword.body).toEqual({ ...unknown.body, instance: wrongPassword.body.instance });
    expect(wrongPassword.body.detail).toBe('E-postadressen eller lösenordet stämmer inte.');
  });

  test('is slowed down after eight wrong attempts, and says how long to wait', async () => {
    const from = `2001:db8::${Math.floor(Math.random() * 65_536).toString(16)}`;
    const attempt = () =>
      api
        .as(null)
        .post('/api/v1/session')
        .set('X-Forwarded-For', from)
        .send({ email: 'envis@example.org', password: 'fel' });
    for (let count = 0; count < 8; count++) expect((await attempt()).status).toBe(401);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
    expect(refused.body.code).toBe('too-many-attempts');
  });

  test('is not slowed down for a whole office that signs in rightly from one address', async () => {
    const from = `2001:db8:1::${Math.floor(Math.random() * 65_536).toString(16)}`;
    const { email } = await municipality.member('reader');
    for (let count = 0; count < 70; count++) {
      const answer = await api
        .as(null)
        .post('/api/v1/session')
        .set('X-Forwarded-For', from)
        .send({ email, password: testPassword });
      expect(answer.status).toBe(200);
    }
  });

  test('stores neither the token nor the password', async () => {
    const [row]: { n: number }[] = await api.owner.query(
      `SELECT count(*)::int AS n FROM session WHERE encode(token_hash, 'escape') LIKE $1`,
      [`%${coordinator.cookie.slice(15)}%`],
    );
    expect(row!.n).toBe(0);
  });

  test('ends everywhere when somebody signs out', async () => {
    const guest = await municipality.member('reader');
    expect((await api.as(guest).get('/api/v1/session')).status).toBe(200);
    expect((await api.as(guest).delete('/api/v1/session')).status).toBe(204);
    expect((await api.as(guest).get('/api/v1/session')).status).toBe(401);
  });
});

describe('a call from another site', () => {
  test('is refused although it carries the cookie', async () => {
    const path = `/api/v1/municipalities/${municipality.code}/organisations`;
    const call = api.as({ cookie: coordinator.cookie }).post(path).set('Sec-Fetch-Site', 'cross-site').send({});
    expect((await call).body.code).toBe('cross-site');
  });

  test('is refused when it hides where it comes from', async () => {
    const { default: request } = await import('supertest');
    const answer = await request(api.server).delete('/api/v1/session').set('Cookie', coordinator.cookie);
    expect(answer.status).toBe(403);
    const own = await request(api.server).get('/api/v1/session').set('Cookie', coordinator.cookie).set(ownSite);
    expect(own.status).toBe(200);
  });
});

describe('another municipality', () => {
  test('is not there, for somebody who is no member', async () => {
    const other = await api.municipality('Grannkommunen');
    for (const path of ['', '/categories', '/places', '/base-map', '/organisations']) {
      const answer = await api.as(coordinator).get(`/api/v1/municipalities/${other.code}${path}`);
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe('not-found');
    }
  });

  test('stays hidden in the database itself when application code forgets every filter', async () => {
    await api.municipality('Tredje kommunen');
    const rows = await api.sqlAs<{ municipality_code: number }>(
      coordinator.actor,
      'SELECT DISTINCT municipality_code FROM category',
    );
    expect(rows).toEqual([{ municipality_code: Number(municipality.code) }]);
  });

  test('cannot be written to under the application role', async () => {
    const other = await api.municipality('Fjärde kommunen');
    const write = api.sqlAs(
      coordinator.actor,
      `INSERT INTO source_group VALUES (${Number(other.code)}, 'smyg', 'Smyg')`,
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

test('without an actor the application role sees nothing at all', async () => {
  const rows = await api.owner.transaction(async (manager) => {
    await manager.query('SET LOCAL ROLE narbild_app');
    return (await manager.query('SELECT * FROM category')) as unknown[];
  });
  expect(rows).toEqual([]);
});

test('what is written in the audit log is neither changed nor removed by the application', async () => {
  for (const statement of ['UPDATE audit SET action = action', 'DELETE FROM audit']) {
    await expect(api.sqlAs(coordinator.actor, statement)).rejects.toThrow(/permission denied/);
  }
});

test('a row of the audit log that is changed behind our back breaks the chain of seals', async () => {
  const seals = api.application.get(AuditSealService);
  const code = Number(municipality.code);
  await api.as(coordinator).get(`/api/v1/municipalities/${municipality.code}/audit`);
  await api.as(coordinator).get(`/api/v1/municipalities/${municipality.code}/hotspots`);
  await api.owner.query(`UPDATE audit SET at = at - interval '2 minutes' WHERE municipality_code = $1`, [code]);
  expect(await seals.seal(code)).toBeGreaterThan(0);
  const path = `/api/v1/municipalities/${municipality.code}/audit/verification`;
  expect((await api.as(coordinator).get(path)).body).toMatchObject({ intact: true });
  await api.owner.query(
    `UPDATE audit SET count = 999 WHERE municipality_code = $1 AND id = (SELECT audit_id FROM audit_seal WHERE municipality_code = $1 ORDER BY number LIMIT 1)`,
    [code],
  );
  expect((await api.as(coordinator).get(path)).body).toMatchObject({ intact: false });
});

test('a cooperation area reads its members and writes none of them', async () => {
  const member = await api.municipality('Medlemskommunen');
  const area = 10_000 + Math.floor(Math.random() * 20_000);
  await api.owner.query(
    `INSERT INTO municipality (municipality_code, name, kind) VALUES ($1, 'Samverkan', 'cooperation-area')`,
    [area],
  );
  await api.owner.query(`INSERT INTO cooperation_member VALUES ($1, $2)`, [area, Number(member.code)]);
  const actor = { ...coordinator.actor, municipalityCode: area, tenants: [area, Number(member.code)] };
  const rows = await api.sqlAs<{ municipality_code: number }>(actor, 'SELECT DISTINCT municipality_code FROM category');
  expect(rows).toEqual([{ municipality_code: Number(member.code) }]);
  const write = api.sqlAs(
    actor,
    `UPDATE category SET name_sv = 'x' WHERE municipality_code = ${Number(member.code)} RETURNING 1`,
  );
  expect(await write).toEqual([[], 0]);
});
