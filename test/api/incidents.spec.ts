import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let reporter: Member;
let coordinator: Member;
let path: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  reporter = await municipality.member('reporter');
  coordinator = await municipality.member('coordinator');
  path = `/api/v1/municipalities/${municipality.code}/incidents`;
}, 60_000);

afterAll(() => api.close());

const report = (more: object = {}) => ({
  id: newId(),
  categoryCode: 'SKAD',
  subcategoryCode: 'klotter',
  occurredFrom: new Date(Date.now() - 3600_000).toISOString(),
  placement: 'tapped',
  position: positionAt(100, 100),
  ...more,
});

describe('a report', () => {
  test('is stored with the severity of its sub-category', async () => {
    const answer = await api
      .as(reporter)
      .post(path)
      .send(report({ categoryCode: 'TRAF', subcategoryCode: 'buskorning' }));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ severity: 2, precision: 'point', status: 'received', source: 'report' });
  });

  test('that is sent twice is one report', async () => {
    const body = report();
    const [first, second] = await Promise.all([
      api.as(reporter).post(path).send(body),
      api.as(reporter).post(path).send(body),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    const [row]: { n: number }[] = await api.owner.query('SELECT count(*)::int AS n FROM incident WHERE id = $1', [
      body.id,
    ]);
    expect(row!.n).toBe(1);
  });

  test('cannot take the id of somebody else’s', async () => {
    const body = report();
    await api.as(reporter).post(path).send(body);
    const answer = await api.as(coordinator).post(path).send(body);
    expect(answer.body.code).toBe('report-id-taken');
  });

  test('is corrected over the version that was read, and not over an older one', async () => {
    const body = report();
    await api.as(reporter).post(path).send(body);
    const read = await api.as(coordinator).get(`${path}/${body.id}`);
    const save = (tag: string, status: string) =>
      api.as(coordinator).patch(`${path}/${body.id}`).set('If-Match', tag).send({ status });
    const [one, two] = await Promise.all([
      save(read.headers['etag']!, 'accepted'),
      save(read.headers['etag']!, 'dismissed'),
    ]);
    expect([one.status, two.status].sort((a, b) => a - b)).toEqual([200, 412]);
    const missing = await api.as(coordinator).patch(`${path}/${body.id}`).send({ status: 'accepted' });
    expect(missing.body.code).toBe('version-needed');
    const [row]: { n: number }[] = await api.owner.query(
      'SELECT count(*)::int AS n FROM incident_change WHERE incident_id = $1',
      [body.id],
    );
    expect(row!.n).toBe(1);
  });
});

describe('a report with a fault gets a Swedish sentence at the field, and nothing is saved', () => {
  const cases: [string, object, string, RegExp][] = [
    ['unknown category', { categoryCode: 'FINNSEJ', subcategoryCode: null }, '/categoryCode', /Kategorin finns inte/],
    [
      'a category that only comes by import',
      { categoryCode: 'RELA', subcategoryCode: null },
      '/categoryCode',
      /polisens uppgifter/,
    ],
    ['an end before the start', { occurredTo: '2020-01-01T00:00:00Z' }, '/occurredTo', /före starttiden/],
    ['a time ahead of us', { occurredFrom: '2099-01-01T00:00:00Z' }, '/occurredFrom', /framåt/],
    ['31 February', { occurredFrom: '2026-02-31T12:00:00+01:00' }, '/occurredFrom', /fel form/],
    ['a place outside the municipality', { position: positionAt(9000, 0) }, '/position', /utanför kommunen/],
    ['swapped coordinates', { position: [...positionAt(0, 0)].reverse() }, '/position', /bytt plats/],
    ['no place', { position: undefined }, '/position', /Välj var/],
    ['a personal identity number', { description: 'Han heter 19811218-9876 tror jag' }, '/description', /personnummer/],
  ];
  test.each(cases)('%s', async (_name, more, pointer, sentence) => {
    const body = report(more);
    const answer = await api.as(reporter).post(path).send(body);
    expect([400, 422]).toContain(answer.status);
    const field = answer.body.errors.find((error: { pointer: string }) => error.pointer === pointer);
    expect(field.detail).toMatch(sentence);
    const rows: unknown[] = await api.owner.query('SELECT 1 FROM incident WHERE id = $1', [body.id]);
    expect(rows).toEqual([]);
  });

  test('what was found is repeated neither in the answer nor in the database', async () => {
    const answer = await api
      .as(reporter)
      .post(path)
      .send(report({ description: 'ring 070-123 45 67 om det' }));
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('070');
  });
});

describe('a text with marks that are not cleared', () => {
  test('is seen by its writer and by reviewers, and by others once it is cleared', async () => {
    const analyst = await municipality.member('analyst');
    const body = report({ description: 'Bilen ABC123 stod kvar' });
    const own = await api.as(reporter).post(path).send(body);
    expect(own.body.description).toContain('stod kvar');
    const hidden = await api.as(analyst).get(`${path}/${body.id}`);
    expect(hidden.body).toMatchObject({ description: null, descriptionHidden: true });
    const cleared = { description: 'En mörk bil stod kvar' };
    await api.as(coordinator).patch(`${path}/${body.id}`).set('If-Match', '"1"').send(cleared);
    expect((await api.as(analyst).get(`${path}/${body.id}`)).body.description).toBe('En mörk bil stod kvar');
  });
});

describe('visibility by source', () => {
  test('a police row is invisible to a landlord, in the API and in SQL under the application role', async () => {
    const police = await municipality.member('police');
    const landlord = await municipality.member('analyst', 'housing');
    const body = report();
    await api.as(police).post(path).send(body);
    expect((await api.as(coordinator).get(`${path}/${body.id}`)).status).toBe(200);
    expect((await api.as(landlord).get(`${path}/${body.id}`)).status).toBe(404);
    const listed = await api.as(landlord).get(`${path}?limit=200`);
    expect(listed.body.items.map((item: { id: string }) => item.id)).not.toContain(body.id);
    const events = await api.as(landlord).get(`/api/v1/municipalities/${municipality.code}/events`);
    expect(JSON.stringify(events.body)).not.toContain(body.id);
    expect(await api.sqlAs(landlord.actor, 'SELECT id FROM incident WHERE id = $1', [body.id])).toEqual([]);
    expect(await api.sqlAs(coordinator.actor, 'SELECT id FROM incident WHERE id = $1', [body.id])).toHaveLength(1);
  });

  test('every read is in the audit log', async () => {
    await api.as(coordinator).get(`${path}?limit=1&category=SKAD`);
    const trail = await api.as(coordinator).get(`/api/v1/municipalities/${municipality.code}/audit`);
    expect(trail.body[0]).toMatchObject({
      action: 'read',
      subject: 'incident',
      accountId: coordinator.actor.accountId,
    });
  });
});

test('pages follow one another without a gap or a repeat', async () => {
  const quiet = await api.municipality('Sidkommunen');
  const member = await quiet.member('coordinator');
  const at = `/api/v1/municipalities/${quiet.code}/incidents`;
  for (let count = 0; count < 7; count++)
    await api
      .as(member)
      .post(at)
      .send(report({ occurredFrom: '2026-10-05T10:00:00Z' }));
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: { items: { id: string }[]; nextCursor: string | null; total: number } } = await api
      .as(member)
      .get(`${at}?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    expect(page.body.total).toBe(7);
    seen.push(...page.body.items.map((item) => item.id));
    cursor = page.body.nextCursor;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen).toHaveLength(7);
});
