import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { actionsOf } from '../support/actions.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

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

async function hotspotAt(east: number, name = `Plats ${newId()}`) {
  const corners = [[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]].map(([x, y]) => positionAt(east + x!, y!)); // prettier-ignore
  const answer = await api
    .as(coordinator)
    .post(`${root}/hotspots`)
    .send({
      name,
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'samordnare',
      polygon: { type: 'Polygon', coordinates: [corners] },
    });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; name: string };
}

describe('An action', () => {
  test('is written, read back as a sentence, and audited', async () => {
    const action = await made({ due: '2126-11-27', followUpOn: '2126-12-01', position: positionAt(10, 10) });
    expect(action.sentence.sv).toBe(
      'Fältgruppen går förbi parken. Ansvarig: Housing, områdeschef. Klart 27 november 2126, följs upp 1 december 2126.'.replace(
        'Housing',
        action.organisation,
      ),
    );
    expect(action).toMatchObject({ status: 'not-started', overdue: false, mine: false, version: 1, withdrawnAt: null });
    const read = await api.as(coordinator).get(`${root}/actions/${action.id}`);
    expect(read.body).toEqual(action);
    expect(read.headers['etag']).toBe('"1"');
    const [row] = await api.owner.query(
      `SELECT action, account_id FROM audit WHERE subject = 'action' AND subject_id = $1`,
      [action.id],
    );
    expect(row).toEqual({ action: 'create', account_id: coordinator.actor.accountId });
  });

  test('sent twice with its own id is stored once; another with that id is refused', async () => {
    const id = newId();
    const first = await made({ id });
    expect(await made({ id })).toEqual(first);
    const other = await api
      .as(coordinator)
      .post(`${root}/actions`)
      .send(draft({ id, what: 'Något annat' }));
    expect([other.status, other.body.code]).toEqual([409, 'action-id-taken']);
  });

  test('is changed over the version that was read, field by field', async () => {
    const { id, due } = await made({ due: '2026-11-27', cause: 'Mörkt' });
    const change = (version: string, body: object) =>
      api.as(coordinator).patch(`${root}/actions/${id}`).set('If-Match', version).send(body);
    const changed = await change('"1"', { what: 'Fastigheten byter lampan', cause: null });
    expect(changed.body).toMatchObject({ what: 'Fastigheten byter lampan', cause: null, due, version: 2 });
    expect((await change('"1"', { what: 'För sent' })).body.code).toBe('changed-by-someone-else');
    expect((await api.as(coordinator).patch(`${root}/actions/${id}`).send({})).status).toBe(428);
  });

  test('belongs to an organisation and a hot spot of the municipality', async () => {
    const neighbour = await api.municipality('Grannen');
    const stranger = neighbour.organisations['police'];
    const answer = await api
      .as(coordinator)
      .post(`${root}/actions`)
      .send(draft({ organisationId: stranger, hotspotId: newId() }));
    expect(answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/organisationId', 'unknown-organisation'],
      ['/hotspotId', 'unknown-hotspot'],
    ]);
    const theirs = await neighbour.member('coordinator');
    const { id } = await made();
    const away = `/api/v1/municipalities/${neighbour.code}/actions/${id}`;
    expect((await api.as(theirs).get(away)).status).toBe(404);
    expect((await api.as(theirs).post(`${away}/answers`).send({ status: 'done' })).status).toBe(404);
    expect((await api.as(theirs).post(`${away}/withdrawal`)).status).toBe(404);
  });

  test('holds no personal data in any of its texts', async () => {
    const texts = [
      'what',
      'cause',
      'goal',
      'ownerFunction',
      'followUp',
      'gradeNote',
      'secrecyBasis',
      'secrecyBy',
      'registrationNumber',
    ];
    for (const field of texts) {
      const answer = await api
        .as(coordinator)
        .post(`${root}/actions`)
        .send(draft({ [field]: 'Ring 070-174 06 05' }));
      expect([field, answer.body.code, answer.body.errors[0].pointer]).toEqual([
        field,
        'personal-data-found',
        `/${field}`,
      ]);
    }
  });
});

describe('An answer', () => {
  const answer = (member: Member, id: string, body: object) =>
    api.as(member).post(`${root}/actions/${id}/answers`).send(body);

  test('by the owner’s organisation moves the status and is added to the history', async () => {
    const { id } = await made();
    await answer(reader, id, { status: 'doing', note: 'Börjar i dag' });
    const done = await answer(reader, id, { status: 'done', grade: 'green' });
    expect(done.body).toMatchObject({ status: 'done', grade: 'green', mine: true, version: 3 });
    expect(
      done.body.history.map(({ deed, status, note, by }: Record<string, string>) => [deed, status, note, by]),
    ).toEqual([
      ['created', 'not-started', null, 'account'],
      ['answered', 'doing', 'Börjar i dag', 'account'],
      ['answered', 'done', null, 'account'],
    ]);
  });

  test('by another organisation is refused, and so is one to a withdrawn action', async () => {
    const { id } = await made({ organisationId: municipality.organisations['police'] });
    expect((await answer(reader, id, { status: 'done' })).body.code).toBe('action-not-yours');
    await api.as(coordinator).post(`${root}/actions/${id}/withdrawal`);
    expect((await answer(coordinator, id, { status: 'done' })).body.code).toBe('action-withdrawn');
  });

  test('given twenty times at once is twenty rows of history, and none fails', async () => {
    const { id } = await made();
    const all = await Promise.all(Array.from({ length: 20 }, () => answer(coordinator, id, { status: 'doing' })));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const read = await api.as(coordinator).get(`${root}/actions/${id}`);
    expect([read.body.history.length, read.body.version]).toEqual([21, 21]);
  });

  test('history cannot be changed under the role of the application', async () => {
    const { id } = await made();
    const write = `UPDATE action_event SET note = 'annat' WHERE action_id = $1`;
    await expect(api.sqlAs(coordinator.actor, write, [id])).rejects.toThrow(/permission denied/);
  });
});

describe('A withdrawal', () => {
  test('takes the action off the list, and is taken back again', async () => {
    const { id } = await made();
    const listed = async () =>
      (await api.as(coordinator).get(`${root}/actions`)).body.some((one: { id: string }) => one.id === id);
    const withdrawn = await api.as(coordinator).post(`${root}/actions/${id}/withdrawal`);
    expect([withdrawn.status, await listed()]).toEqual([200, false]);
    await api.as(coordinator).post(`${root}/actions/${id}/withdrawal`);
    const restored = await api.as(coordinator).delete(`${root}/actions/${id}/withdrawal`);
    expect([restored.status, restored.body.withdrawnAt, await listed()]).toEqual([200, null, true]);
    expect(restored.body.history.map(({ deed }: { deed: string }) => deed)).toEqual([
      'created',
      'withdrawn',
      'restored',
    ]);
  });
});

describe('The list', () => {
  test('takes those of a hot spot, of an organisation, open or done, due before a day', async () => {
    const spot = await hotspotAt(2000);
    const late = await made({ hotspotId: spot.id, due: '2026-01-10' });
    const later = await made({ hotspotId: spot.id, due: '2126-01-10' });
    const done = await made({
      hotspotId: spot.id,
      status: 'done',
      due: '2026-01-05',
      organisationId: municipality.organisations['police'],
    });
    const ids = async (query: string) =>
      (await api.as(coordinator).get(`${root}/actions?hotspotId=${spot.id}${query}`)).body.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('')).toEqual([late.id, later.id, done.id]);
    expect(await ids('&open=true')).toEqual([late.id, later.id]);
    expect(await ids('&open=false')).toEqual([done.id]);
    expect(await ids('&dueBefore=2026-01-10')).toEqual([done.id]);
    expect(await ids(`&organisationId=${municipality.organisations['police']}`)).toEqual([done.id]);
    expect([late.overdue, later.overdue, done.overdue, late.hotspot]).toEqual([true, false, false, spot.name]);
  });

  test('takes those near a place, by their own position or that of their hot spot', async () => {
    const spot = await hotspotAt(-3000);
    const ofSpot = await made({ hotspotId: spot.id });
    const near = await made({ position: positionAt(-2750, 50) });
    const far = await made({ position: positionAt(-2000, 50) });
    const [longitude, latitude] = positionAt(-2850, 50);
    const found = await api.as(coordinator).get(`${root}/actions?near=${longitude},${latitude},200`);
    const ids = found.body.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([ofSpot.id, near.id]);
    expect(ids).not.toContain(far.id);
    const wrong = await api.as(coordinator).get(`${root}/actions?near=hit`);
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([400, 'near-unreadable']);
  });
});
