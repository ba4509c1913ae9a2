import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let administrator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  administrator = await municipality.member('administrator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

async function put(id: string, more: object, who: Pick<Member, 'cookie'> = administrator) {
  const list = await api.as(who).get(`${root}/account-list`);
  const row = (list.body.accounts as { id: string; name: string; role: string; organisationId: string; disabled: boolean }[]).find((one) => one.id === id)!; // prettier-ignore
  const { name, role, organisationId, disabled } = row;
  return api.as(who).put(`${root}/account-list/${id}`).set('If-Match', list.headers['etag']!).send({ name, role, organisationId, disabled, ...more }); // prettier-ignore
}

describe('an account', () => {
  test('gets another role, another organisation and another name, from the next call on', async () => {
    const member = await municipality.member('reporter');
    const changed = await put(member.actor.accountId, { name: 'Väktare', role: 'coordinator', organisationId: municipality.organisations['guard'] }); // prettier-ignore
    expect(changed.status).toBe(200);
    const session = await api.as(member).get('/api/v1/session');
    expect(session.body).toMatchObject({ account: { name: 'Väktare' }, memberships: [{ role: 'coordinator', organisation: { kind: 'guard' } }] }); // prettier-ignore
    expect((await put(member.actor.accountId, { organisationId: newId() })).body.errors[0].pointer).toBe(
      '/organisationId',
    );
  });

  test('that is disabled is out at once, and in again when it is enabled', async () => {
    const member = await municipality.member('reporter');
    expect((await put(member.actor.accountId, { disabled: true })).status).toBe(200);
    expect((await api.as(member).get(`${root}/categories`)).status).toBe(401);
    await put(member.actor.accountId, { disabled: false });
    expect((await api.as(member).get(`${root}/categories`)).status).toBe(200);
  });

  test('is not disabled by itself', async () => {
    await municipality.member('administrator');
    expect((await put(administrator.actor.accountId, { disabled: true })).body.code).toBe('account-own');
    expect((await put(administrator.actor.accountId, { role: 'reader' })).body.code).toBe('account-own');
    expect((await put(administrator.actor.accountId, { name: 'Nytt namn' })).status).toBe(200);
  });

  test('of an administrator is changed by another one, and of two who change each other one stays', async () => {
    const other = await api.municipality('Grannen');
    const [one, two] = [await other.member('administrator'), await other.member('administrator')];
    const path = `/api/v1/municipalities/${other.code}/account-list`;
    const tag = (await api.as(one).get(path)).headers['etag']!;
    const edit = { name: 'administrator', role: 'reader', organisationId: other.organisations['municipality'], disabled: false }; // prettier-ignore
    const demote = (who: Member, whom: Member) =>
      api.as(who).put(`${path}/${whom.actor.accountId}`).set('If-Match', tag).send(edit);
    const answers = await Promise.all([demote(one, two), demote(two, one)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows: unknown[] = await api.owner.query(`SELECT 1 FROM membership WHERE municipality_code = $1 AND role = 'administrator' AND account_id = ANY ($2::uuid[])`, [Number(other.code), [one.actor.accountId, two.actor.accountId]]); // prettier-ignore
    expect(rows).toHaveLength(1);
  });

  test('that runs the installation is not disabled by a municipality, but gets its role there', async () => {
    const [founder]: { account_id: string }[] = await api.owner.query(`SELECT m.account_id FROM membership m JOIN account a ON a.id = m.account_id WHERE m.municipality_code = $1 AND a.installation_administrator`, [Number(municipality.code)]); // prettier-ignore
    expect((await put(founder!.account_id, { disabled: true })).body.code).toBe('account-elsewhere');
    expect((await put(founder!.account_id, { role: 'reader' })).status).toBe(200);
  });

  test('of another municipality is not there, and the list is changed over what was read', async () => {
    const stranger = await (await api.municipality('Fjärran')).member('reporter');
    const tag = (await api.as(administrator).get(`${root}/account-list`)).headers['etag']!;
    const body = { name: 'X', role: 'reader', organisationId: municipality.organisations['police'], disabled: true };
    const refused = await api.as(administrator).put(`${root}/account-list/${stranger.actor.accountId}`).set('If-Match', tag).send(body); // prettier-ignore
    expect(refused.status).toBe(404);
    const stale = await api.as(administrator).put(`${root}/account-list/${administrator.actor.accountId}`).set('If-Match', '"99999"').send(body); // prettier-ignore
    expect(stale.status).toBe(412);
    expect((await api.as(stranger).get(`${root}/account-list`)).status).toBe(404);
  });
});
