import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOfDay } from '../../api/src/analysis/calendar.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reporter: Member;
let landlord: Member;
let root: string;
let spot: string;
let calm: string;

/** The local day number of so many Fridays ago, 0 for the latest. */
const friday = (weeksAgo: number) => Math.floor(Date.now() / 86_400_000 / 7) * 7 + 1 - 7 * (weeksAgo + 1);

/** Friday nights at nine in one place, by rows of the municipality. */
async function insertFridays(): Promise<void> {
  const rows = Array.from({ length: 24 }, (_, week) => ({
    id: newId(),
    at: new Date(startOfDay(friday(week)) + 21 * 3_600_000).toISOString(),
    x: centre.x + 50 + (week % 5),
    y: centre.y + 50,
  }));
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
     SELECT $1::smallint, id, id::text, 'report', 'kommun', $3::uuid, 'SKAD', at, ST_SetSRID(ST_MakePoint(x, y), 3006), 'point', 'tapped'
       FROM jsonb_to_recordset($2) AS r(id uuid, at timestamptz, x float8, y float8)`,
    [Number(municipality.code), JSON.stringify(rows), municipality.organisations['municipality']],
  );
}

async function hotspotAt(east: number, name: string): Promise<string> {
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
  return answer.body.id as string;
}

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  reporter = await municipality.member('reporter', 'housing');
  landlord = await municipality.member('analyst', 'housing');
  root = `/api/v1/municipalities/${municipality.code}`;
  await insertFridays();
  spot = await hotspotAt(0, 'Parken');
  calm = await hotspotAt(3000, 'Torget');
}, 60_000);

afterAll(() => api.close());

describe('A presence plan', () => {
  test('lies where the events are, in words', async () => {
    const { body } = await api.as(coordinator).get(`${root}/hotspots/${spot}/presence-plan`);
    expect(body).toMatchObject({ enough: true, events: 24, needed: 20 });
    expect(body.share).toBeCloseTo(1, 6);
    expect(
      body.passes.some(
        ({ weekday, hour, hours }: Record<string, number>) => weekday === 5 && hour! <= 21 && hour! + hours! > 21,
      ),
    ).toBe(true);
    expect(body.sentence.sv).toMatch(/^Tre pass i veckan täcker 100 % av händelserna på 4 % av veckans timmar: /);
  });

  test('says so where there are too few events', async () => {
    const { body } = await api.as(coordinator).get(`${root}/hotspots/${calm}/presence-plan`);
    expect(body).toMatchObject({ enough: false, events: 0, passes: [], share: 0 });
    expect(body.sentence.sv).toBe(
      'Det senaste året har 0 händelser en tid på dygnet. Det behövs minst 20 för att föreslå pass.',
    );
  });
});

describe('Being there', () => {
  const log = (member: Member, body: object, id = spot) =>
    api.as(member).post(`${root}/hotspots/${id}/presence`).send(body);
  const overview = async () => (await api.as(coordinator).get(`${root}/hotspots/${spot}/presence`)).body;

  test('is one press, counted once however often it is sent, and taken back', async () => {
    const id = newId();
    const first = await log(coordinator, { id, minutes: 20 });
    expect([first.status, first.body.mine]).toEqual([201, true]);
    expect((await log(coordinator, { id, minutes: 20 })).body).toEqual(first.body);
    expect((await log(reporter, { id, minutes: 20 })).body.code).toBe('presence-id-taken');
    await log(reporter, { minutes: 10 });
    expect(await overview()).toMatchObject({ days: 28, minutes: 30, times: 2, remembered: null });
    expect((await api.as(reporter).delete(`${root}/presence/${id}`)).status).toBe(403);
    expect((await api.as(coordinator).delete(`${root}/presence/${id}`)).status).toBe(204);
    expect((await overview()).sentence.sv).toBe('10 minuters närvaro vid 1 tillfälle under 28 dagar.');
  });

  test('counts as an occasion of the commitment that is chosen, which is remembered, and is withdrawn with it', async () => {
    const year = new Date().getFullYear();
    const promise = await api
      .as(coordinator)
      .post(`${root}/promises`)
      .send({
        title: 'Tryggare park',
        hotspotId: spot,
        periodFrom: `${year}-01-01`,
        periodTo: `${year}-12-31`,
        commitments: [
          { text: 'Vi går förbi parken', form: 'count', bound: 'at-least', target: 40, unit: 'besök' },
          { text: 'Vi lyssnar mer', form: 'direction' },
        ],
      });
    const [counted, direction] = promise.body.commitments as { id: string }[];
    const logged = await log(coordinator, { minutes: 40, commitmentId: counted!.id });
    const done = async () =>
      (await api.as(coordinator).get(`${root}/promises/${promise.body.id}`)).body.commitments[0].progress.done;
    expect(await done()).toBe(1);
    const seen = await overview();
    expect(seen.commitments).toEqual([{ id: counted!.id, text: 'Vi går förbi parken', promise: 'Tryggare park' }]);
    expect(seen.remembered).toBe(counted!.id);
    await api.as(coordinator).delete(`${root}/presence/${logged.body.id}`);
    expect(await done()).toBe(0);
    for (const commitmentId of [direction!.id, newId()]) {
      const refused = await log(coordinator, { minutes: 5, commitmentId });
      expect(refused.body.errors[0]).toMatchObject({ pointer: '/commitmentId', code: 'commitment-not-here' });
    }
  });

  test('is refused for nonsense, and elsewhere', async () => {
    for (const minutes of [0, -5, 721, 1.5, '20', null]) expect((await log(coordinator, { minutes })).status).toBe(400);
    expect((await log(coordinator, { minutes: 20 }, newId())).status).toBe(404);
    const reader = await municipality.member('reader');
    expect((await log(reader, { minutes: 20 })).status).toBe(403);
    const neighbour = await api.municipality('Grannen');
    const stranger = await neighbour.member('coordinator');
    const away = `/api/v1/municipalities/${neighbour.code}`;
    expect((await api.as(stranger).post(`${away}/hotspots/${spot}/presence`).send({ minutes: 20 })).status).toBe(404);
    expect((await api.as(stranger).get(`${away}/hotspots/${spot}/presence-plan`)).status).toBe(404);
  });
});

describe('What was done here before', () => {
  test('tells hot spots, actions and promises within the metres, each in a sentence, and no secret ones', async () => {
    const far = positionAt(900, 900);
    const make = async (what: string, fields: object) =>
      (await api.as(coordinator).post(`${root}/actions`).send({ what, organisationId: municipality.organisations['housing'], ownerFunction: 'områdeschef', ...fields })).body.id as string; // prettier-ignore
    const ofSpot = await make('Byter belysning', {
      hotspotId: spot,
      status: 'done',
      grade: 'green',
      gradeNote: 'Ljusare och lugnare',
    });
    const near = await make('Röjer sly', { position: positionAt(250, 50) });
    await make('Långt bort', { position: far });
    const secret = await make('Hemligt', {
      hotspotId: spot,
      classification: 'may-be-secret',
      secrecyBasis: 'OSL 18 kap. 1 §',
    });
    const [longitude, latitude] = positionAt(150, 50);
    const seenBy = async (member: Member) =>
      (await api.as(member).get(`${root}/place-history?near=${longitude},${latitude}`)).body;
    const seen = await seenBy(coordinator);
    const byId = new Map(seen.map((item: { id: string }) => [item.id, item]));
    expect(byId.get(spot)).toMatchObject({ kind: 'hotspot', title: 'Parken', metres: 50 });
    expect(byId.get(ofSpot)).toMatchObject({
      kind: 'action',
      hotspotId: spot,
      metres: 50,
      sentence: { sv: expect.stringMatching(/^Klar, grön\. Ansvarig: .+, områdeschef\. Ljusare och lugnare\.$/) },
    });
    expect(byId.get(near)).toMatchObject({ metres: 100 });
    expect(byId.get(secret)).toBeDefined();
    expect(seen.some(({ title }: { title: string }) => title === 'Långt bort')).toBe(false);
    expect(seen.find(({ kind }: { kind: string }) => kind === 'promise')).toMatchObject({ title: 'Tryggare park' });
    expect(JSON.stringify(await seenBy(landlord))).not.toContain(secret);
    expect((await api.as(reporter).get(`${root}/place-history?near=${longitude},${latitude}`)).status).toBe(403);
    const wrong = await api.as(coordinator).get(`${root}/place-history?near=hit`);
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([400, 'near-unreadable']);
  });
});

describe('A mobilisation routine', () => {
  let place: string;

  beforeAll(async () => {
    place = newId();
    await api.owner.query(
      `INSERT INTO place (municipality_code, id, name, kind, location) VALUES ($1, $2, 'Ekskolan', 'school', ST_SetSRID(ST_MakePoint($3, $4), 3006))`,
      [Number(municipality.code), place, centre.x, centre.y],
    );
  });

  const routine = (fields: object = {}) => ({
    placeId: place,
    name: 'Bråk vid skolan',
    calls: [
      { function: 'rektor i tjänst', organisation: 'Ekskolan', phone: '0221-250 00' },
      { function: 'fältgruppen', phone: null },
    ],
    steps: ['Möt upp vid entrén', 'Prata med de som står utanför'],
    ...fields,
  });

  test('is written, started by anybody who works there, ticked by two at once, ended and listed', async () => {
    const made = await api.as(coordinator).post(`${root}/mobilisations`).send(routine());
    expect(made.status).toBe(201);
    expect(made.body.calls[0].phone).toBe('0221-250 00');
    const run = (await api.as(reporter).post(`${root}/mobilisations/${made.body.id}/runs`)).body;
    expect(run.lines.map(({ text }: { text: string }) => text)).toEqual([
      'Ekskolan, rektor i tjänst',
      'fältgruppen',
      'Möt upp vid entrén',
      'Prata med de som står utanför',
    ]);
    const tick = (member: Member, line: number, done = true) =>
      api.as(member).post(`${root}/mobilisation-runs/${run.id}/ticks`).send({ line, done });
    await Promise.all([tick(reporter, 0), tick(coordinator, 2)]);
    const after = (await tick(coordinator, 3, false)).body;
    expect(after.lines.map(({ ticked }: { ticked: object | null }) => ticked !== null)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect((await tick(coordinator, 4)).status).toBe(400);
    expect((await api.as(reporter).post(`${root}/mobilisation-runs/${run.id}/end`)).body.endedAt).not.toBeNull();
    expect((await tick(reporter, 1)).body.code).toBe('mobilisation-ended');
    const changed = await api.as(coordinator).put(`${root}/mobilisations/${made.body.id}`).set('If-Match', '"1"').send(routine({ steps: ['Ring föräldrar'] })); // prettier-ignore
    expect([changed.body.version, changed.body.steps]).toEqual([2, ['Ring föräldrar']]);
    // What was started keeps the lines that it had.
    expect(changed.body.runs[0].lines).toHaveLength(4);
    const stale = await api.as(coordinator).put(`${root}/mobilisations/${made.body.id}`).set('If-Match', '"1"').send(routine()); // prettier-ignore
    expect(stale.status).toBe(412);
    expect((await api.as(coordinator).delete(`${root}/mobilisations/${made.body.id}`)).status).toBe(204);
    expect((await api.as(coordinator).get(`${root}/mobilisations`)).body).toEqual([]);
  });

  test('takes numbers of functions only, no names of two at one place, and no place elsewhere', async () => {
    const send = (fields: object) => api.as(coordinator).post(`${root}/mobilisations`).send(routine(fields));
    const mobile = await send({ calls: [{ function: 'jour', phone: '070-174 06 05' }] });
    expect(mobile.body.errors[0]).toMatchObject({ pointer: '/calls/0/phone', code: 'function-number-wrong' });
    expect((await send({ steps: ['Ring 070-174 06 05'] })).body.code).toBe('personal-data-found');
    expect((await send({ placeId: newId() })).body.errors[0].code).toBe('unknown-place');
    expect((await send({})).status).toBe(201);
    expect((await send({})).body.code).toBe('mobilisation-name-taken');
    expect((await api.as(reporter).post(`${root}/mobilisations`).send(routine())).status).toBe(403);
  });
});
