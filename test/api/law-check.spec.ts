import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let reader: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  base = `/api/v1/municipalities/${municipality.code}`;
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  reader = await municipality.member('reader');
}, 60_000);

afterAll(() => api.close());

const year = String(new Date().getFullYear() - 1);

interface Point {
  id: string;
  met: boolean;
  source: string;
  due: string | null;
  evidence: { kind: string; name: string; date: string | null } | null;
}

async function point(id: string, who = reader): Promise<Point> {
  const { status, body } = await api.as(who).get(`${base}/law-check`);
  expect(status).toBe(200);
  return (body as { points: Point[] }).points.find((each) => each.id === id)!;
}

const plan = (more: object = {}) => ({
  title: 'Åtgärdsplan',
  periodFrom: `${new Date().getFullYear()}-01-01`,
  periodTo: `${new Date().getFullYear() + 1}-12-31`,
  situationVersionId: null,
  rows: [{ problem: 'Bråk vid torget', goal: 'Färre händelser', actionId: null }],
  ...more,
});

describe('what the law asks for', () => {
  test('is missing at first, and says what has been compared with the statute', async () => {
    const { body } = await api.as(reader).get(`${base}/law-check`);
    expect(body).toMatchObject({ met: 0, wording: { statute: 'SFS 2023:196', checked: ['4 §'] } });
    expect(body.points).toHaveLength(11);
    expect(await point('survey')).toMatchObject({ met: false, source: 'statute', evidence: null });
    expect((await point('amendment')).source).toBe('unchecked');
  });

  test('is shown by the approved lägesbild of a year, under its three headings', async () => {
    const edition = `${base}/situations/${year}/editions/internal`;
    const section = `${edition}/sections/consequences`;
    await api.as(police).put(section).set('If-Match', '"0"').send({ text: 'Butikerna stänger tidigare.' });
    const approved = await api.as(coordinator).post(`${edition}/versions`).send({ after: 0 });
    expect(approved.status).toBe(201);
    for (const id of ['survey', 'other', 'analysis', 'every-second-year'])
      expect(await point(id, coordinator)).toMatchObject({ met: true, evidence: { kind: 'version', name: year } });
    const { due, evidence } = await point('every-second-year', coordinator);
    expect(Number(due!.slice(0, 4))).toBe(Number(evidence!.date!.slice(0, 4)) + 2);
    // Older than two years it is to be made anew.
    await api.owner.query(`UPDATE situation_version SET approved_at = approved_at - interval '25 months' WHERE id = $1`, [approved.body.id]); // prettier-ignore
    expect(await point('survey', coordinator)).toMatchObject({ met: false, evidence: { kind: 'version' } });
    await api.owner.query(`UPDATE situation_version SET approved_at = approved_at + interval '25 months' WHERE id = $1`, [approved.body.id]); // prettier-ignore
  });

  test('is recorded by hand where no record shows it, by the coordinator, without names', async () => {
    const record = (id: string, body: object, who = coordinator) =>
      api.as(who).put(`${base}/law-check/${id}`).send(body);
    const said = { met: true, onDate: '2025-03-21', note: 'Säkerhetssamordnaren', link: 'https://example.org/beslut' };
    expect((await record('coordinator', said)).status).toBe(200);
    expect(await point('coordinator')).toMatchObject({ met: true, evidence: { name: 'Säkerhetssamordnaren', date: '2025-03-21' } }); // prettier-ignore
    await record('coordinator', { met: false });
    expect((await point('coordinator')).met).toBe(false);
    expect((await record('survey', said)).body).toMatchObject({ status: 422, code: 'law-point-shows-itself' });
    expect((await record('council', { met: true, note: 'Ring 19811218-9876' })).body).toMatchObject({ code: 'personal-data-found' }); // prettier-ignore
    expect((await record('council', { met: true, link: 'javascript:alert(1)' })).status).toBe(400);
    expect((await record('council', said, police)).status).toBe(403);
  });
});

describe('an åtgärdsplan', () => {
  test('is written as a draft, decided by a body, and stays as it was decided', async () => {
    const action = await api.as(police).post(`${base}/actions`).send({ what: 'Gemensamma pass fredag kväll', organisationId: municipality.organisations['police'], ownerFunction: 'Kommunpolisen' }); // prettier-ignore
    const versions = await api.as(coordinator).get(`${base}/situation-versions`);
    const rows = [{ problem: 'Bråk vid torget', goal: null, actionId: action.body.id as string }];
    const made = await api.as(police).post(`${base}/action-plans`).send(plan({ rows, situationVersionId: versions.body[0].id })); // prettier-ignore
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ status: 'draft', version: 1, situation: { period: year, number: 1 } });
    expect(made.body.rows[0].action).toMatchObject({ what: 'Gemensamma pass fredag kväll', status: 'not-started' });
    const address = `${base}/action-plans/${made.body.id}`;
    const change = (seen: number) => api.as(police).put(address).set('If-Match', `"${seen}"`).send(plan({ rows, situationVersionId: versions.body[0].id, title: 'Åtgärdsplan för två år' })); // prettier-ignore
    expect((await change(1)).body).toMatchObject({ title: 'Åtgärdsplan för två år', version: 2 });
    expect((await change(1)).body).toMatchObject({ status: 412, code: 'changed-by-someone-else' });
    const decision = { decidedOn: '2026-02-10', decidedBy: 'Kommunstyrelsen', registrationNumber: 'KS 2026/00031' };
    const decide = (who: Member) => api.as(who).put(`${address}/decision`).set('If-Match', '"2"').send(decision);
    expect((await decide(police)).status).toBe(403);
    expect((await decide(coordinator)).body).toMatchObject({ status: 'decided', decidedBy: 'Kommunstyrelsen' });
    expect((await change(3)).body).toMatchObject({ status: 409, code: 'plan-decided' });
    expect(await point('action-plan', coordinator)).toMatchObject({ met: true, evidence: { kind: 'plan', date: '2026-02-10' } }); // prettier-ignore
  });

  test('replaces the one before it when it is decided', async () => {
    const made = await api
      .as(coordinator)
      .post(`${base}/action-plans`)
      .send(plan({ title: 'Ny plan' }));
    const decided = await api
      .as(coordinator)
      .put(`${base}/action-plans/${made.body.id}/decision`)
      .set('If-Match', '"1"')
      .send({ decidedOn: '2026-06-01', decidedBy: 'Kommunfullmäktige', registrationNumber: null });
    expect(decided.status).toBe(200);
    const { body } = await api.as(reader).get(`${base}/action-plans`);
    const statuses = new Map((body as { title: string; status: string }[]).map(({ title, status }) => [title, status]));
    expect(statuses).toEqual(new Map([['Ny plan', 'decided'], ['Åtgärdsplan för två år', 'replaced']])); // prettier-ignore
  });

  test('refuses turned dates, unknown actions, a personnummer and a decision without rows', async () => {
    const send = (body: object) => api.as(coordinator).post(`${base}/action-plans`).send(body);
    const faults = async (body: object) => (await send(body)).body.errors as { pointer: string; code: string }[];
    expect(await faults(plan({ periodTo: '2020-01-01' }))).toMatchObject([{ pointer: '/periodTo', code: 'period-reversed' }]); // prettier-ignore
    const unknown = [{ problem: 'Bråk', goal: null, actionId: '01a1fde2-9646-7226-a5ce-8b2ec365a91d' }];
    expect(await faults(plan({ rows: unknown }))).toMatchObject([{ pointer: '/rows/0/actionId', code: 'unknown-choice' }]); // prettier-ignore
    const named = [{ problem: 'Ring 19811218-9876', goal: null, actionId: null }];
    expect((await send(plan({ rows: named }))).body).toMatchObject({ code: 'personal-data-found' });
    const empty = await send(plan({ rows: [], title: 'Tom' }));
    const decided = await api
      .as(coordinator)
      .put(`${base}/action-plans/${empty.body.id}/decision`)
      .set('If-Match', '"1"')
      .send({ decidedOn: '2026-06-01', decidedBy: 'Kommunstyrelsen', registrationNumber: null });
    expect(decided.body).toMatchObject({ status: 422, code: 'plan-empty' });
  });
});
