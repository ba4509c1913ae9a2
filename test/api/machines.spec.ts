import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let administrator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Maskinkommunen');
  administrator = await municipality.member('administrator');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

async function makeKey(more: object = {}): Promise<{ id: string; secret: string }> {
  const input = { name: 'Bevakningssystemet', scopes: ['incident:write'], organisationId: municipality.organisations['guard'], ...more }; // prettier-ignore
  const made = await api.as(administrator).post(`${base}/api-keys`).send(input);
  expect(made.status).toBe(201);
  return made.body as { id: string; secret: string };
}

const send = (secret: string | null, reports: unknown[], at = base) => {
  const call = request(api.server).post(`${at}/incidents/batches`);
  if (secret) call.set('Authorization', `Bearer ${secret}`);
  return call.send({ reports });
};

const report = (more: object = {}) => ({
  id: newId(),
  categoryCode: 'SKAD',
  occurredFrom: new Date(Date.now() - 3_600_000).toISOString(),
  placement: 'tapped',
  position: positionAt(20, 30),
  ...more,
});

describe('a key', () => {
  test('is made by an administrator, shown once, and kept as a hash only', async () => {
    const { id, secret } = await makeKey();
    expect(secret).toMatch(/^narbild_[0-9a-f]{32}_[\w-]{43}$/);
    const hidden = secret.slice('narbild_'.length + 33);
    expect(hidden).toHaveLength(43);
    const list = await api.as(administrator).get(`${base}/api-keys`);
    expect(list.body.find((key: { id: string }) => key.id === id)).toMatchObject({ name: 'Bevakningssystemet', revokedAt: null, createdBy: 'administrator' }); // prettier-ignore
    expect(list.text).not.toContain(hidden);
    const [row] = await api.owner.query(`SELECT secret_hash, api_key::text AS line FROM api_key WHERE id = $1`, [id]);
    expect(row.secret_hash).toHaveLength(32);
    expect(row.line).not.toContain(hidden);
  });

  test('is nobody else’s to make, and another municipality’s key is no key here', async () => {
    const coordinator = await municipality.member('coordinator');
    expect((await api.as(coordinator).get(`${base}/api-keys`)).status).toBe(403);
    const other = await api.municipality('En annan kommun');
    const { secret } = await makeKey();
    const elsewhere = await send(secret, [report()], `/api/v1/municipalities/${other.code}`);
    expect(elsewhere.body).toMatchObject({ status: 401, code: 'api-key-invalid' });
  });

  test('that is missing, wrong, revoked or out of date opens nothing, and a cookie does not help', async () => {
    const { id, secret } = await makeKey();
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const each of [null, wrong, 'narbild_x', secret.toUpperCase()])
      expect((await send(each, [report()])).status).toBe(401);
    const withCookie = await api
      .as(administrator)
      .post(`${base}/incidents/batches`)
      .send({ reports: [report()] });
    expect(withCookie.status).toBe(401);
    await api.owner.query(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
    expect((await send(secret, [report()])).status).toBe(401);
    await api.owner.query(`UPDATE api_key SET expires_at = now() + interval '1 day' WHERE id = $1`, [id]);
    expect((await send(secret, [report()])).status).toBe(200);
    expect((await api.as(administrator).delete(`${base}/api-keys/${id}`)).status).toBe(204);
    expect((await send(secret, [report()])).body).toMatchObject({ code: 'api-key-invalid' });
  });

  test('reads nothing at all', async () => {
    const { secret } = await makeKey();
    for (const address of ['incidents', 'places', 'imports', 'api-keys'])
      expect((await request(api.server).get(`${base}/${address}`).set('Authorization', `Bearer ${secret}`)).status).toBe(401); // prettier-ignore
  });
});

describe('a batch', () => {
  test('answers for each report: stored, refused with the reason, and sent again added nothing', async () => {
    const { id, secret } = await makeKey();
    const good = report({ description: 'Krossad ruta vid entrén' });
    const reports = [
      good,
      report({ categoryCode: 'FINNSINTE' }),
      report({ description: 'Ring Anna på 811228-9874' }),
      { id: 'inget id', categoryCode: 'SKAD' },
      report({ position: [0, 0] }),
      good,
      null,
    ];
    const first = await send(secret, reports);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ stored: 1, alreadyStored: 1, refused: 5 });
    const { results } = first.body as { results: { index: number; outcome: string; code: string | null; errors: { pointer: string }[] }[] }; // prettier-ignore
    expect(results.map((line) => line.outcome)).toEqual(['stored', 'refused', 'refused', 'refused', 'refused', 'already-stored', 'refused']); // prettier-ignore
    expect(results[1]!.errors).toMatchObject([{ pointer: '/categoryCode', code: 'unknown-category' }]);
    expect(results[2]).toMatchObject({ code: 'personal-data-found', errors: [{ pointer: '/description' }] });
    expect(JSON.stringify(results[2])).not.toContain('811228');
    expect(results[3]!.errors.map((error) => error.pointer)).toContain('/id');
    const again = await send(secret, reports);
    expect(again.body).toMatchObject({ stored: 0, alreadyStored: 2, refused: 5 });
    const rows = await api.owner.query(`SELECT organisation_id, group_code, account_id FROM incident WHERE municipality_code = $1 AND id = $2`, [Number(municipality.code), good.id]); // prettier-ignore
    expect(rows).toEqual([
      { organisation_id: municipality.organisations['guard'], group_code: 'vakt', account_id: id },
    ]);
    const [audited] = await api.owner.query(`SELECT count(*)::int AS n FROM audit WHERE municipality_code = $1 AND account_id = $2 AND action = 'create' AND subject = 'incident'`, [Number(municipality.code), id]); // prettier-ignore
    expect(audited.n).toBe(1);
  });

  test('of more than a thousand, of none, or of something else is refused whole', async () => {
    const { secret } = await makeKey();
    const tooMany = await send(
      secret,
      Array.from({ length: 1001 }, () => ({})),
    );
    expect(tooMany.body).toMatchObject({ status: 400, errors: [{ pointer: '/reports', code: 'too-big' }] });
    expect((await send(secret, [])).body.errors).toMatchObject([{ pointer: '/reports', code: 'missing' }]);
    const text = await request(api.server).post(`${base}/incidents/batches`).set('Authorization', `Bearer ${secret}`).set('Content-Type', 'application/json').send('{"reports": 3}'); // prettier-ignore
    expect(text.status).toBe(400);
  });
});
