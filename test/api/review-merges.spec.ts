import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, type TestMunicipality, positionAt } from '../support/api.js';
import { ReviewTown } from '../support/reviews.js';

let town: ReviewTown;
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let root: string;

beforeAll(async () => {
  town = await ReviewTown.open();
  ({ api, municipality, coordinator, police, root } = town);
}, 60_000);

afterAll(() => town.api.close());

const hour = 3600_000;
const report: ReviewTown['report'] = (...given) => town.report(...given);
const policeRow: ReviewTown['policeRow'] = (...given) => town.policeRow(...given);
const read: ReviewTown['read'] = (...given) => town.read(...given);
const post: ReviewTown['post'] = (...given) => town.post(...given);
const merge: ReviewTown['merge'] = (...given) => town.merge(...given);
const eventKeys: ReviewTown['eventKeys'] = (...given) => town.eventKeys(...given);

describe('possible duplicates', () => {
  test('are reports of the same category within 50 metres and 48 hours, and no others', async () => {
    const at = (metres: number) => ({ position: positionAt(-3000 + metres, -3000) });
    const before = (hours: number) => ({ occurredFrom: new Date(Date.now() - hours * hour).toISOString() });
    const one = await report({ ...at(0), ...before(5) });
    const near = await report({ ...at(45), ...before(50) });
    await report({ ...at(-60), ...before(5) });
    await report({ ...at(10), ...before(80) });
    await report({ ...at(20), ...before(5), categoryCode: 'BRAND', subcategoryCode: null });
    const { twins } = await read(one);
    expect(twins.map((twin: { id: string }) => twin.id)).toEqual([near]);
    expect(twins[0]).toMatchObject({ distanceMetres: 45, minutesApart: 45 * 60, pair: 'reports' });
  });

  test('are police rows within 150 metres whatever their category, and a landlord never learns of one', async () => {
    const landlord = await municipality.member('coordinator', 'housing');
    const own = await report({ position: positionAt(-2000, -3000) }, landlord);
    const twin = await policeRow(-1860, -3000, { occurredFrom: new Date(Date.now() - 20 * hour).toISOString() });
    const seen = await read(own);
    expect(seen.twins.map((one: { id: string }) => one.id)).toEqual([twin]);
    expect(seen.twins[0]).toMatchObject({ pair: 'police', distanceMetres: 140 });
    const listed = await api.as(landlord).get(`${root}/reviews?limit=200`);
    expect(listed.status).toBe(200);
    expect(listed.text).toContain(own);
    expect(listed.text).not.toContain(twin);
    expect((await merge(landlord, [own, 1], [twin, 1])).status).toBe(404);
    expect((await read(own)).version).toBe(1);
  });

  test('follow the municipality’s own distances, which only a coordinator sets', async () => {
    const a = await report({ position: positionAt(-1000, -3000) });
    await report({ position: positionAt(-920, -3000) });
    expect((await read(a)).twins).toHaveLength(0);
    const rules = (await api.as(coordinator).get(`${root}/reviews/rules`)).body;
    expect(rules).toEqual({
      reports: { metres: 50, hours: 48, sameCategory: true },
      police: { metres: 150, hours: 48, sameCategory: false },
    });
    const wide = { ...rules, reports: { ...rules.reports, metres: 100 } };
    expect((await api.as(police).put(`${root}/reviews/rules`).send(wide)).status).toBe(403);
    expect((await api.as(coordinator).put(`${root}/reviews/rules`).send(wide)).body).toEqual(wide);
    expect((await read(a)).twins).toHaveLength(1);
    await api.as(coordinator).put(`${root}/reviews/rules`).send(rules);
  });
});

describe('a merge', () => {
  test('counts as one event everywhere, keeps all rows, and is taken back whole', async () => {
    const one = await report({ position: positionAt(0, -3000) });
    const two = await report({ position: positionAt(10, -3000) });
    const before = await eventKeys(coordinator);
    const done = await merge(coordinator, [one, 1], [two, 1]);
    expect(done.status).toBe(201);
    expect(done.body.rows).toBe(2);
    expect((await eventKeys(coordinator)).length).toBe(before.length - 1);
    expect(await read(one)).toMatchObject({ status: 'accepted', rowsOfEvent: 2, mergeId: done.body.mergeId });
    expect(await read(two)).toMatchObject({ status: 'merged', rowsOfEvent: 2 });
    const listed = await api.as(coordinator).get(`${root}/incidents?limit=200`);
    expect(listed.text).toContain(one);
    expect(listed.text).toContain(two);
    expect((await merge(coordinator, [one, 2], [two, 2])).body.code).toBe('already-one-event');
    expect((await api.as(coordinator).delete(`${root}/reviews/merges/${done.body.mergeId}`)).status).toBe(204);
    expect((await eventKeys(coordinator)).sort()).toEqual(before.sort());
    expect(await read(two)).toMatchObject({ status: 'received', rowsOfEvent: 1, mergeId: null, reviewedBy: null });
    const { body } = await api.as(coordinator).get(`${root}/reviews/${two}/history`);
    expect(body.map((entry: { what: string }) => entry.what)).toEqual(['separated', 'merged', 'created']);
  });

  test('with what somebody has changed meanwhile is not made', async () => {
    const [one, two] = [await report(), await report()];
    await post(`reviews/${two}/decisions`, { decision: 'accepted' }, 1, police);
    expect((await merge(coordinator, [one, 1], [two, 1])).status).toBe(412);
  });

  test('of three takes both steps back in order, never the first before the second', async () => {
    const [one, two, three] = [await report(), await report(), await report()];
    const first = await merge(coordinator, [one, 1], [two, 1]);
    const second = await merge(coordinator, [three, 1], [one, 2]);
    expect((await read(three)).rowsOfEvent).toBe(3);
    const tooEarly = await api.as(coordinator).delete(`${root}/reviews/merges/${first.body.mergeId}`);
    expect(tooEarly.body.code).toBe('merge-not-undoable');
    expect((await api.as(coordinator).delete(`${root}/reviews/merges/${second.body.mergeId}`)).status).toBe(204);
    expect(await read(two)).toMatchObject({ rowsOfEvent: 2, status: 'merged' });
    expect((await api.as(coordinator).delete(`${root}/reviews/merges/${first.body.mergeId}`)).status).toBe(204);
    expect(await read(two)).toMatchObject({ rowsOfEvent: 1, status: 'received' });
  });

  test('with a police row tells a landlord nothing: not by key, status, history or the sentence', async () => {
    const landlord = await municipality.member('coordinator', 'housing');
    const own = await report({ position: positionAt(1000, -3000) }, landlord);
    const twin = await policeRow(1010, -3000);
    const { version } = await read(twin);
    const done = await merge(coordinator, [twin, version], [own, 1]);
    expect(done.status).toBe(201);
    expect(await read(own)).toMatchObject({ status: 'merged', rowsOfEvent: 2 });
    const seen = await api.as(landlord).get(`${root}/incidents/${own}`);
    expect(seen.body).toMatchObject({ status: 'accepted', eventKey: own });
    expect((await api.as(landlord).get(`${root}/reviews/${own}`)).body).toMatchObject({ status: 'accepted', rowsOfEvent: 1, mergeId: null }); // prettier-ignore
    const history = await api.as(landlord).get(`${root}/reviews/${own}/history`);
    expect(history.body.map((entry: { what: string }) => entry.what)).toEqual(['created']);
    expect(history.text).not.toContain('merged');
    const mine = (await api.as(landlord).get(`${root}/incidents/mine`)).body;
    expect(mine.find((one: { id: string }) => one.id === own).outcome).toBe('accepted');
    expect((await api.as(landlord).delete(`${root}/reviews/merges/${done.body.mergeId}`)).status).toBe(404);
    expect(await eventKeys(landlord)).toContain(own);
    expect(await api.sqlAs(landlord.actor, 'SELECT 1 FROM incident_merge WHERE incident_id = $1', [twin])).toEqual([]);
  });

  test('never takes a sensitive row', async () => {
    const id = await policeRow(2000, -3000, { categoryCode: 'VALD' });
    await api.owner.query(`UPDATE incident SET sensitive = true, location = NULL, address = NULL, time_precision = 'month', precision = 'area' WHERE id = $1`, [id]); // prettier-ignore
    const own = await report();
    expect((await merge(coordinator, [own, 1], [id, 1])).body.code).toBe('merge-sensitive');
  });
});
