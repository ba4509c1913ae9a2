import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, type TestMunicipality, positionAt } from '../support/api.js';
import { ReviewTown } from '../support/reviews.js';

let town: ReviewTown;
let api: Api;
let municipality: TestMunicipality;
let reporter: Member;
let coordinator: Member;
let police: Member;
let root: string;

beforeAll(async () => {
  town = await ReviewTown.open();
  ({ api, municipality, reporter, coordinator, police, root } = town);
}, 60_000);

afterAll(() => town.api.close());

const hour = 3600_000;
const report: ReviewTown['report'] = (...given) => town.report(...given);
const policeRow: ReviewTown['policeRow'] = (...given) => town.policeRow(...given);
const read: ReviewTown['read'] = (...given) => town.read(...given);
const post: ReviewTown['post'] = (...given) => town.post(...given);
const eventKeys: ReviewTown['eventKeys'] = (...given) => town.eventKeys(...given);

describe('the inbox', () => {
  test('holds what waits, the oldest first, with the reporter’s name, and nobody but a reviewer may open it', async () => {
    const first = await report();
    const second = await report();
    const { body } = await api.as(coordinator).get(`${root}/reviews?limit=200`);
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
    expect(body.items[0]).toMatchObject({ status: 'received', reporter: 'reporter', twins: [] });
    for (const member of [reporter, await municipality.member('analyst'), await municipality.member('reader')])
      expect((await api.as(member).get(`${root}/reviews`)).status).toBe(403);
  });

  test('filters by status, source, category and area, and pages without a gap', async () => {
    const quiet = await api.municipality('Sidkommunen');
    const member = await quiet.member('coordinator');
    const at = `/api/v1/municipalities/${quiet.code}`;
    const sent = [];
    for (let count = 0; count < 5; count++) {
      const id = newId();
      sent.push(id);
      await api.as(member).post(`${at}/incidents`).send({ id, categoryCode: count === 0 ? 'BRAND' : 'SKAD', occurredFrom: new Date(Date.now() - hour).toISOString(), placement: 'tapped', position: positionAt(count * 300, 0) }); // prettier-ignore
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await api
        .as(member)
        .get(`${at}/reviews?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      cursor = page.body.nextCursor;
      seen.push(...page.body.items.map((item) => item.id));
    }
    expect(seen).toEqual(sent);
    const count = async (query: string) => (await api.as(member).get(`${at}/reviews?${query}`)).body.total;
    expect(await count('category=BRAND')).toBe(1);
    expect(await count('source=police')).toBe(0);
    expect(await count('status=accepted')).toBe(0);
    expect(await count(`area=${newId()}`)).toBe(0);
    expect((await api.as(member).get(`${at}/reviews/count`)).body).toEqual({ waiting: 5, asked: 0, answered: 0 });
  });
});

describe('a decision', () => {
  test('accepts over the version that was read; a second reviewer learns of the first and nothing is lost', async () => {
    const id = await report();
    const accepted = await post(`reviews/${id}/decisions`, { decision: 'accepted' }, 1);
    expect(accepted.status).toBe(201);
    expect(accepted.headers['etag']).toBe('"2"');
    expect(accepted.body).toMatchObject({ status: 'accepted', reviewedBy: 'coordinator', version: 2 });
    const late = await post(`reviews/${id}/decisions`, { decision: 'dismissed', reason: 'test' }, 1, police);
    expect(late.status).toBe(412);
    expect(late.body.code).toBe('changed-by-someone-else');
    expect(await read(id, police)).toMatchObject({ status: 'accepted', reviewedBy: 'coordinator' });
    expect((await post(`reviews/${id}/decisions`, { decision: 'accepted' })).body.code).toBe('version-needed');
  });

  test('to dismiss needs one of the municipality’s reasons, and a dismissed report counts in no figure', async () => {
    const id = await report();
    const before = (await eventKeys(coordinator)).length;
    const without = await post(`reviews/${id}/decisions`, { decision: 'dismissed' }, 1);
    expect(without.body.errors[0]).toMatchObject({ pointer: '/reason', code: 'reason-missing' });
    const unknown = await post(`reviews/${id}/decisions`, { decision: 'dismissed', reason: 'tycke' }, 1);
    expect(unknown.body.errors[0].code).toBe('unknown-reason');
    const reason = { decision: 'dismissed', reason: 'wrong-place', note: 'Ligger i grannkommunen' };
    expect((await post(`reviews/${id}/decisions`, reason, 1)).body).toMatchObject({ status: 'dismissed', reason: 'wrong-place' }); // prettier-ignore
    expect((await eventKeys(coordinator)).length).toBe(before - 1);
    expect((await post(`reviews/${id}/decisions`, { decision: 'accepted' }, 2)).body.code).toBe('status-not-allowed');
    expect((await post(`reviews/${id}/decisions`, { decision: 'reopened' }, 2)).body).toMatchObject({ status: 'received', reason: null, reviewedBy: null }); // prettier-ignore
  });

  test('with a personal identity number in its note is refused', async () => {
    const id = await report();
    const answer = await post(`reviews/${id}/decisions`, { decision: 'dismissed', reason: 'test', note: '19811218-9876' }, 1); // prettier-ignore
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('9876');
  });

  test('is undone by the one who made it, and by nobody else', async () => {
    const id = await report();
    await post(`reviews/${id}/decisions`, { decision: 'accepted' }, 1);
    expect((await post(`reviews/${id}/undo`, {}, 2, police)).body.code).toBe('nothing-to-undo');
    expect((await post(`reviews/${id}/undo`, {}, 2)).body).toMatchObject({ status: 'received', reviewedBy: null, version: 3 }); // prettier-ignore
    expect((await post(`reviews/${id}/undo`, {}, 3)).body.code).toBe('nothing-to-undo');
  });

  test('on time and place is a correction that moves the report, is told in the history and can be undone', async () => {
    const id = await report({
      occurredFrom: new Date(Date.now() - 7_200_000).toISOString(),
      description: 'Klotter på vägg',
    });
    const before = await read(id);
    const patch = (body: object, version: number) =>
      api.as(coordinator).patch(`${root}/incidents/${id}`).set('If-Match', `"${version}"`).send(body);
    const earlier = new Date(Date.now() - 86_400_000).toISOString();
    const position = positionAt(55, 44);
    const moved = await patch({ occurredFrom: earlier, occurredTo: new Date(Date.now() - 80_000_000).toISOString(), position }, 1); // prettier-ignore
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ occurredFrom: earlier, precision: 'point', placement: 'tapped', address: null });
    expect(moved.body.position[0]).toBeCloseTo(position[0]!, 5);
    const { body: told } = await api.as(coordinator).get(`${root}/reviews/${id}/history`);
    expect(told[0].changes.map(({ field }: { field: string }) => field)).toEqual(['from', 'to', 'place']);
    const back = (await post(`reviews/${id}/undo`, {}, 2)).body;
    expect(back).toMatchObject({ occurredFrom: before.occurredFrom, occurredTo: null, position: before.position, areaId: before.areaId }); // prettier-ignore
    const faults = async (body: object) => (await patch(body, 3)).body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]); // prettier-ignore
    expect(await faults({ position: [18.07, 59.33] })).toEqual([['/position', 'outside-municipality']]);
    expect(await faults({ occurredFrom: new Date(Date.now() + 86_400_000).toISOString() })).toEqual([['/occurredFrom', 'in-the-future']]); // prettier-ignore
    expect(await faults({ occurredTo: '2020-01-01T00:00:00Z' })).toEqual([['/occurredTo', 'end-before-start']]);
  });

  test('and a correction leave a history of who, when, before and after', async () => {
    const id = await report({ description: 'Klotter på vägg' });
    const correction = { categoryCode: 'ORDN', subcategoryCode: 'nedskrapning', severity: 3 };
    await api.as(coordinator).patch(`${root}/incidents/${id}`).set('If-Match', '"1"').send(correction);
    await post(`reviews/${id}/decisions`, { decision: 'dismissed', reason: 'not-ours', note: 'Gäller staten' }, 2, police); // prettier-ignore
    await post(`reviews/${id}/undo`, {}, 3, police);
    const { body } = await api.as(coordinator).get(`${root}/reviews/${id}/history`);
    expect(body.map((entry: { what: string; who: string }) => [entry.what, entry.who])).toEqual([
      ['undone', 'police'],
      ['dismissed', 'police'],
      ['corrected', 'coordinator'],
      ['created', 'reporter'],
    ]);
    expect(body[1]).toMatchObject({ reason: { sv: 'Inte en fråga för oss' }, note: 'Gäller staten' });
    expect(body[2].changes).toContainEqual({ field: 'category', before: 'SKAD', after: 'ORDN' });
    expect(body[2].changes).toContainEqual({ field: 'severity', before: '1', after: '3' });
    expect(body[0].changes).toContainEqual({ field: 'status', before: 'dismissed', after: 'received' });
    expect((await read(id)).severity).toBe(3);
  });
});

describe('a question to the reporter', () => {
  test('is seen by the reporter, whose answer comes back to the inbox', async () => {
    const id = await report();
    const asked = await post(`reviews/${id}/questions`, { text: 'På vilken sida om huset?' }, 1);
    expect(asked.body).toMatchObject({ status: 'asked', messages: [{ kind: 'question', who: 'coordinator' }] });
    const mine = async () =>
      (await api.as(reporter).get(`${root}/incidents/mine`)).body.find((one: { id: string }) => one.id === id);
    expect(await mine()).toMatchObject({ outcome: 'asked', mayAnswer: true, messages: [{ text: 'På vilken sida om huset?' }] }); // prettier-ignore
    const answer = { text: 'På norra sidan' };
    expect((await post(`incidents/${id}/answers`, answer, undefined, police)).status).toBe(404);
    expect((await post(`incidents/${id}/answers`, answer, undefined, reporter)).status).toBe(204);
    expect((await post(`incidents/${id}/answers`, answer, undefined, reporter)).body.code).toBe('no-open-question');
    expect(await mine()).toMatchObject({ outcome: 'waiting', mayAnswer: false });
    expect(await read(id)).toMatchObject({ status: 'received', messages: [{ kind: 'question' }, { kind: 'answer', text: 'På norra sidan' }] }); // prettier-ignore
    const { answered } = (await api.as(coordinator).get(`${root}/reviews/count`)).body;
    expect(answered).toBeGreaterThan(0);
  });

  test('cannot be put to an import, nor hold a telephone number', async () => {
    const row = await policeRow(3000, -3000);
    const { version } = await read(row);
    expect((await post(`reviews/${row}/questions`, { text: 'Var?' }, version)).body.code).toBe('nobody-to-ask');
    const id = await report();
    expect((await post(`reviews/${id}/questions`, { text: 'Ring 070-123 45 67' }, 1)).status).toBe(422);
  });
});

test('a reporter reads what became of the report: the reason, and that it led to action when its place is a hot spot', async () => {
  const [here, away] = [await report({ position: positionAt(4000, 4600) }), await report()];
  await post(`reviews/${here}/decisions`, { decision: 'accepted' }, 1);
  await post(`reviews/${away}/decisions`, { decision: 'dismissed', reason: 'wrong-place' }, 1);
  const mine = async (id: string, language = 'sv') =>
    (await api.as(reporter).get(`${root}/incidents/mine`).set('Accept-Language', language)).body.find(
      (one: { id: string }) => one.id === id,
    );
  expect(await mine(here)).toMatchObject({ outcome: 'accepted' });
  expect((await mine(away)).sentence).toContain('Skäl: fel plats');
  expect((await mine(away, 'en')).sentence).toContain('wrong place');
  const corners = [positionAt(3900, 4500), positionAt(4100, 4500), positionAt(4000, 4800), positionAt(3900, 4500)];
  const spot = { name: 'Hörnet', ownerOrganisationId: municipality.organisations['municipality'], ownerFunction: 'samordnare', polygon: { type: 'Polygon', coordinates: [corners] } }; // prettier-ignore
  expect((await post('hotspots', spot)).status).toBe(201);
  expect((await mine(here)).sentence).toContain('Ledde till åtgärd');
});

describe('a trusted organisation', () => {
  test('has its reports accepted together, except marked texts and possible duplicates; and back again', async () => {
    const guard = await municipality.member('reporter', 'guard');
    const organisationId = municipality.organisations['guard']!;
    const [one, two] = [await report({}, guard), await report({}, guard)];
    const marked = await report({ description: 'Bilen ABC123 stod kvar' }, guard);
    const beside = { position: positionAt(-4000, 4600) };
    const doubtful = [await report(beside, guard), await report(beside, guard)];
    const put = (member: Member, trust: string) =>
      api.as(member).put(`${root}/reviews/sources/${organisationId}`).send({ trust });
    expect((await post('reviews/acceptances', { organisationId })).body.code).toBe('not-trusted');
    expect((await put(police, 'together')).status).toBe(403);
    expect((await put(coordinator, 'together')).status).toBe(204);
    const sources = (await api.as(coordinator).get(`${root}/reviews/sources`)).body;
    expect(sources.find((source: { organisationId: string }) => source.organisationId === organisationId)).toMatchObject({ trust: 'together', waiting: 5, ready: 2 }); // prettier-ignore
    const done = await post('reviews/acceptances', { organisationId });
    expect(done.body).toMatchObject({ accepted: 2, left: 3 });
    expect(await read(one)).toMatchObject({ status: 'accepted', trusted: true });
    for (const id of [marked, ...doubtful]) expect((await read(id)).status).toBe('received');
    await post(`reviews/${two}/decisions`, { decision: 'dismissed', reason: 'test' }, 2, police);
    const undone = await api.as(coordinator).delete(`${root}/reviews/acceptances/${done.body.batchId}`);
    expect(undone.body).toEqual({ undone: 1, kept: 1 });
    expect((await read(one)).status).toBe('received');
    expect((await read(two)).status).toBe('dismissed');
    await put(coordinator, 'at-once');
    expect((await read(await report({}, guard))).status).toBe('accepted');
    expect((await read(await report({ description: 'Bilen ABC123 igen' }, guard))).status).toBe('received');
    await put(coordinator, 'no');
    expect((await read(await report({}, guard))).status).toBe('received');
  });
});

test('an unreviewed report counts, and every figure says that it is not reviewed', async () => {
  const before = (await api.as(coordinator).get(`${root}/events`)).body;
  const id = await report();
  const after = (await api.as(coordinator).get(`${root}/events`)).body;
  expect([after.total, after.unreviewed]).toEqual([before.total + 1, before.unreviewed + 1]);
  await post(`reviews/${id}/decisions`, { decision: 'accepted' }, 1);
  expect((await api.as(coordinator).get(`${root}/events`)).body.unreviewed).toBe(before.unreviewed);
});

test('another municipality’s reports do not exist for a reviewer', async () => {
  const other = await (await api.municipality('Grannkommunen')).member('coordinator');
  const id = await report();
  const elsewhere = `/api/v1/municipalities/${String(other.actor.municipalityCode).padStart(4, '0')}/reviews/${id}`;
  expect((await api.as(other).get(elsewhere)).status).toBe(404);
  expect((await api.as(other).get(`${root}/reviews/${id}`)).status).toBe(404);
  expect(await api.sqlAs(other.actor, 'SELECT 1 FROM incident_change WHERE incident_id = $1', [id])).toEqual([]);
});

test('the reporter’s name is for reviewers alone: no other reading of reports holds it', async () => {
  const analyst = await municipality.member('analyst');
  await api.owner.query(`UPDATE account SET name = 'Rapportören Själv' WHERE id = $1`, [reporter.actor.accountId]);
  const id = await report();
  expect((await read(id)).reporter).toBe('Rapportören Själv');
  for (const path of [`incidents/${id}`, 'incidents?limit=200', 'events', `situations/weeks/2026-W40`]) {
    const answer = await api.as(analyst).get(`${root}/${path}`);
    expect(answer.text).not.toContain('Själv');
    expect(answer.text).not.toContain(reporter.actor.accountId);
  }
});
