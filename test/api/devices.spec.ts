import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { devicePermissions } from '../../api/src/access/permission.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { addressIn, endpointsOf } from '../architecture/endpoints.js';

let api: Api;
let municipality: TestMunicipality;
let reporter: Member;
let coordinator: Member;
let root: string;

type Phone = Pick<Member, 'cookie'>;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  reporter = await municipality.member('reporter');
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

const report = (more: object = {}) => ({
  id: newId(),
  categoryCode: 'SKAD',
  occurredFrom: new Date(Date.now() - 3600_000).toISOString(),
  placement: 'tapped',
  position: positionAt(100, 100),
  ...more,
});

async function codeFor(member: Member): Promise<{ id: string; code: string }> {
  const made = await api.as(member).post(`${root}/devices`).send({ name: 'Min telefon' });
  expect(made.status).toBe(201);
  return { id: made.body.device.id as string, code: made.body.code as string };
}

const pair = (code: string) => api.as(null).post('/api/v1/device-session').send({ code });

async function pairedPhone(member: Member): Promise<{ id: string; phone: Phone }> {
  const { id, code } = await codeFor(member);
  const paired = await pair(code);
  expect(paired.status).toBe(200);
  return { id, phone: { cookie: paired.get('Set-Cookie')![0]!.split(';')[0]! } };
}

describe('a pairing code', () => {
  test('pairs one phone once, for 90 days, with a cookie that no script reads', async () => {
    const { code } = await codeFor(reporter);
    const first = await pair(code);
    expect(first.body).toMatchObject({
      device: { name: 'Min telefon' },
      memberships: [{ permissions: [...devicePermissions] }],
    });
    expect(first.get('Set-Cookie')![0]).toMatch(
      /^__Host-narbild-phone=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=7776000$/,
    );
    expect((await pair(code)).body).toMatchObject({ status: 410, code: 'pairing-code-used' });
  });

  test('works for a quarter of an hour', async () => {
    const { id, code } = await codeFor(reporter);
    await api.owner.query(`UPDATE device SET code_expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await pair(code)).status).toBe(410);
  });

  test('is stored as a hash only, and so is what the phone carries', async () => {
    const { id, phone } = await pairedPhone(reporter);
    const token = Buffer.from(phone.cookie.split('=')[1]!, 'base64url');
    const [row]: { token_hash: Buffer; code_hash: Buffer | null }[] = await api.owner.query(
      'SELECT token_hash, code_hash FROM device WHERE id = $1',
      [id],
    );
    expect(row!.token_hash.equals(token)).toBe(false);
    expect(row!.code_hash).toBeNull();
  });

  test('of two who use it at once is won by one', async () => {
    const { code } = await codeFor(reporter);
    const answers = await Promise.all([pair(code), pair(code)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 410]));
  });
});

describe('a paired phone', () => {
  test('reports in the name of its account, and sees what it needs for that', async () => {
    const { phone } = await pairedPhone(reporter);
    expect((await api.as(phone).post(`${root}/incidents`).send(report())).status).toBe(201);
    for (const path of ['categories', 'places', 'areas', 'incidents/mine'])
      expect({ path, status: (await api.as(phone).get(`${root}/${path}`)).status }).toEqual({ path, status: 200 });
    expect((await api.as(phone).get('/api/v1/session')).body.account.id).toBe(reporter.actor.accountId);
  });

  test('of a coordinator may no more than that of a reporter, at any door', async () => {
    const { phone } = await pairedPhone(coordinator);
    const astray: string[] = [];
    for (const endpoint of endpointsOf(api.application)) {
      const { rule } = endpoint;
      if (!rule || rule.kind === 'public') continue;
      const may =
        rule.kind === 'permission'
          ? devicePermissions.includes(rule.permission)
          : rule.kind === 'signed-in' && rule.devices === true;
      if (may) continue;
      const { status } = await api
        .as(phone)
        [endpoint.verb](addressIn(municipality.code, endpoint))
        .set('If-Match', '"1"');
      // A door for keys of machines does not look at sessions at all.
      if (status !== (rule.kind === 'key' ? 401 : 403)) astray.push(`${endpoint.name} ${status}`);
    }
    expect(astray).toEqual([]);
  }, 60_000);

  test('opens no other municipality, and no text that waits for a reviewer', async () => {
    const { phone } = await pairedPhone(coordinator);
    const other = await api.municipality();
    expect((await api.as(phone).get(`/api/v1/municipalities/${other.code}/categories`)).status).toBe(404);
    expect((await api.as(phone).get(`${root}/incidents`)).status).toBe(403);
  });

  test('that is revoked hears so at once, and the list says it', async () => {
    const { id, phone } = await pairedPhone(reporter);
    expect((await api.as(coordinator).delete(`${root}/all-devices/${id}`)).status).toBe(204);
    const answer = await api.as(phone).post(`${root}/incidents`).send(report());
    expect(answer.body).toMatchObject({ status: 401, code: 'device-revoked' });
    const list = (await api.as(reporter).get(`${root}/devices`)).body as { id: string; state: string }[];
    expect(list.find((one) => one.id === id)?.state).toBe('revoked');
  });

  test('whose pairing has run out hears that, and sends the same report after it is paired again', async () => {
    const { id, phone } = await pairedPhone(reporter);
    await api.owner.query(`UPDATE device SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    const body = report();
    expect((await api.as(phone).post(`${root}/incidents`).send(body)).body.code).toBe('device-expired');
    const again = await pairedPhone(reporter);
    expect((await api.as(again.phone).post(`${root}/incidents`).send(body)).status).toBe(201);
  });

  test('gives its pairing up when it signs out', async () => {
    const { phone } = await pairedPhone(reporter);
    expect((await api.as(phone).delete('/api/v1/session')).status).toBe(204);
    expect((await api.as(phone).get('/api/v1/session')).body.code).toBe('device-revoked');
  });

  test('stops with the account that it belongs to', async () => {
    const member = await municipality.member('reporter');
    const { phone } = await pairedPhone(member);
    await api.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [member.actor.accountId]);
    expect((await api.as(phone).get('/api/v1/session')).status).toBe(401);
  });
});

describe('the phones of others', () => {
  test('are neither seen nor revoked by a reporter', async () => {
    const { id } = await codeFor(coordinator);
    const seen = (await api.as(reporter).get(`${root}/devices`)).body as { own: boolean }[];
    expect(seen.every(({ own }) => own)).toBe(true);
    expect((await api.as(reporter).delete(`${root}/devices/${id}`)).status).toBe(404);
  });

  test('are paired by the coordinator, for those who may report only', async () => {
    const made = await api
      .as(coordinator)
      .post(`${root}/all-devices`)
      .send({ name: 'Fritidsgården', accountId: reporter.actor.accountId });
    expect(made.body.device).toMatchObject({ accountId: reporter.actor.accountId, state: 'waiting', own: false });
    const reader = await municipality.member('reader');
    const refused = await api
      .as(coordinator)
      .post(`${root}/all-devices`)
      .send({ name: 'Chefen', accountId: reader.actor.accountId });
    expect(refused.body.code).toBe('account-may-not-report');
    const stranger = await (await api.municipality()).member('reporter');
    const away = await api
      .as(coordinator)
      .post(`${root}/all-devices`)
      .send({ name: 'x', accountId: stranger.actor.accountId });
    expect(away.status).toBe(404);
  });

  test('are at most ten for one account', async () => {
    const member = await municipality.member('reporter');
    for (let count = 0; count < 10; count++) await codeFor(member);
    expect((await api.as(member).post(`${root}/devices`).send({ name: 'En till' })).body.code).toBe('too-many-devices');
  });
});

describe('a report that is sent again', () => {
  test('with other content from another phone is refused in clear words, and the first stays', async () => {
    const [one, two] = [await pairedPhone(reporter), await pairedPhone(reporter)];
    const body = report({ description: 'Rutan är krossad' });
    const answers = await Promise.all([
      api.as(one.phone).post(`${root}/incidents`).send(body),
      api
        .as(two.phone)
        .post(`${root}/incidents`)
        .send({ ...body, description: 'Två rutor är krossade' }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('report-differs');
    const same = await api
      .as(two.phone)
      .post(`${root}/incidents`)
      .send(answers[0].status === 201 ? body : { ...body, description: 'Två rutor är krossade' });
    expect(same.status).toBe(201);
  });

  test('gets its answer also when it would not be taken today', async () => {
    const body = report();
    await api.as(reporter).post(`${root}/incidents`).send(body);
    await api.owner.query(`UPDATE category SET reportable = false WHERE municipality_code = $1 AND code = 'SKAD'`, [
      Number(municipality.code),
    ]);
    try {
      expect((await api.as(reporter).post(`${root}/incidents`).send(body)).status).toBe(201);
    } finally {
      await api.owner.query(`UPDATE category SET reportable = true WHERE municipality_code = $1 AND code = 'SKAD'`, [
        Number(municipality.code),
      ]);
    }
  });
});

describe('a report without a place', () => {
  test('is taken in a category that is not bound to one, and in no other', async () => {
    const placeless = { placement: 'none', position: null };
    const taken = await api
      .as(reporter)
      .post(`${root}/incidents`)
      .send(report({ categoryCode: 'BEDR', ...placeless }));
    expect(taken.body).toMatchObject({ position: null, precision: 'none' });
    const refused = await api.as(reporter).post(`${root}/incidents`).send(report(placeless));
    expect(refused.body.errors).toMatchObject([{ pointer: '/position', code: 'place-missing' }]);
  });

  test('and one inside a home are told apart: homes are refused', async () => {
    await api.owner.query(
      `INSERT INTO address (municipality_code, id, street, number, dwelling, location) SELECT $1, $2, 'Björkvägen', '4', true, ST_SetSRID(ST_MakePoint(560100, 6600100), 3006)`,
      [Number(municipality.code), newId()],
    );
    const home = report({ placement: 'address', address: 'Björkvägen 4', setting: 'indoors' });
    expect((await api.as(reporter).post(`${root}/incidents`).send(home)).body.errors).toMatchObject([
      { code: 'inside-dwelling' },
    ]);
    const stairs = { ...home, id: newId(), setting: 'stairwell' };
    expect((await api.as(reporter).post(`${root}/incidents`).send(stairs)).status).toBe(201);
  });
});

describe('reports nearby', () => {
  test('tell what and when within 50 m and 48 h of the same category, and nothing else', async () => {
    const here = positionAt(2000, 2000);
    const body = report({ position: here, description: 'Hemligt' });
    await api.as(coordinator).post(`${root}/incidents`).send(body);
    const ask = (east: number, category = 'SKAD') =>
      api
        .as(reporter)
        .get(`${root}/nearby-reports`)
        .query({ longitude: positionAt(2000 + east, 2000)[0], latitude: positionAt(2000 + east, 2000)[1], category });
    const near = await ask(20);
    expect(near.body).toEqual([
      {
        id: body.id,
        categoryCode: 'SKAD',
        subcategoryCode: null,
        occurredFrom: body.occurredFrom,
        distanceMetres: 20,
        own: false,
      },
    ]);
    expect((await ask(60)).body).toEqual([]);
    expect((await ask(20, 'PLATS')).body).toEqual([]);
  });

  test('of a group that one’s organisation does not see stay hidden', async () => {
    const guard = await municipality.member('reporter', 'guard');
    const at = positionAt(-2000, 2000);
    await api
      .as(guard)
      .post(`${root}/incidents`)
      .send(report({ position: at }));
    const landlord = await municipality.member('reporter', 'housing');
    const answer = await api
      .as(landlord)
      .get(`${root}/nearby-reports`)
      .query({ longitude: at[0], latitude: at[1], category: 'SKAD' });
    expect(answer.body).toEqual([]);
  });
});
