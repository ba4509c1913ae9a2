import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { besides, periodAt } from '../../api/src/situation/period.js';
import { type Api, type Member, square, startApi, type TestMunicipality } from '../support/api.js';
import { Meetings } from '../support/meetings.js';

interface Ranking {
  readonly version: number;
  readonly figuresOf: { readonly text: string };
  readonly partial: boolean;
  readonly decidedAt: string | null;
  readonly areas: readonly { readonly areaId: string; readonly name: string; readonly count: number; readonly suggestion: { readonly need: number | null; readonly reason: string }; readonly need: number | null; readonly influence: number | null }[];
  readonly chosen: readonly { readonly area: string; readonly reason: string }[];
  readonly earlier: readonly { readonly tertial: string; readonly areas: readonly { readonly area: string }[] }[];
} // prettier-ignore

const current = periodAt('tertial', Date.now());
const tertial = current.text;
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reader: Member;
let url: (path: string) => string;
let north: string;
let centre: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Områdeskommunen');
  coordinator = await municipality.member('coordinator');
  reader = await municipality.member('reader');
  url = (path) => `/api/v1/municipalities/${municipality.code}/${path}`;
  const areas = {
    type: 'FeatureCollection',
    features: ['Centrum', 'Norr'].map((name, at) => ({ type: 'Feature', geometry: square(300, { x: 559_000 + at * 1000, y: 6_600_000 }), properties: { name } })),
  }; // prettier-ignore
  const administrator = await municipality.member('administrator');
  const made = await api.as(administrator).post(url('areas')).send({ areas });
  expect(made.status).toBe(201);
  [centre, north] = (made.body as { features: { id: string }[] }).features.map(({ id }) => id) as [string, string];
}, 60_000);

afterAll(() => api.close());

const get = async (of = tertial, who = coordinator) => (await api.as(who).get(url(`area-priorities/${of}`))).body as Ranking; // prettier-ignore
const put = (body: object, seen: number, of = tertial, who = coordinator) =>
  api
    .as(who)
    .put(url(`area-priorities/${of}`))
    .set('If-Match', `"${seen}"`)
    .send(body);

async function report(areaId: string, at: { x: number; y: number }, count: number): Promise<void> {
  const when = besides(current, -1).from + 40 * 86_400_000;
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, source_identity, group_code, organisation_id, category_code, occurred_from, time_precision, location, precision, placement, status, area_id)
     SELECT $1::smallint, gen_random_uuid(), $2 || n, 'report', $2 || n, 'kommun', $3, 'SKAD', to_timestamp($4::float8 / 1000) + n * interval '1 day', 'minute', ST_SetSRID(ST_MakePoint($5, $6), 3006), 'address', 'register', 'accepted', $2::uuid
       FROM generate_series(1, $7::int) AS n`,
    [Number(municipality.code), areaId, municipality.organisations['municipality'], when, at.x, at.y, count],
  );
}

describe('three areas of a tertial', () => {
  test('are chosen among every area, with its figures and the need that they suggest, which nobody has set yet', async () => {
    await report(north, { x: 560_000, y: 6_600_000 }, 30);
    await report(centre, { x: 559_000, y: 6_600_000 }, 4);
    const before = besides(current, -1).text;
    const { version, figuresOf, areas, chosen, decidedAt } = await get(before);
    expect({ version, figuresOf: figuresOf.text, chosen, decidedAt }).toEqual({ version: 0, figuresOf: before, chosen: [], decidedAt: null }); // prettier-ignore
    expect(areas).toMatchObject([
      { name: 'Norr', count: 30, suggestion: { need: 2, reason: '30 händelser.' }, need: null, influence: null },
      { name: 'Centrum', count: 4, suggestion: { need: null, reason: '4 händelser: för få för ett förslag.' } },
    ]);
  });

  test('stand with reasons and with need and influence, each version over the one that was read', async () => {
    const ratings = [{ areaId: north, need: 3, influence: 2 }, { areaId: centre, need: 1, influence: null }]; // prettier-ignore
    const first = await put({ areas: [{ areaId: centre, reason: 'Mest skadegörelse' }], ratings }, 0);
    expect([first.status, first.headers['etag']]).toEqual([200, '"1"']);
    const areas = [{ areaId: north, reason: 'Ökar' }, { areaId: centre, reason: 'Mest' }]; // prettier-ignore
    const second = await put({ areas }, 1);
    expect(second.body).toMatchObject({ version: 2, chosen: [{ area: 'Norr', reason: 'Ökar' }, { area: 'Centrum' }] });
    expect((await get()).areas.find(({ name }) => name === 'Norr')).toMatchObject({ need: 3, influence: 2 });
    const none = await put({ areas: [], ratings }, 2);
    expect(none.body).toMatchObject({ version: 3, chosen: [], decidedAt: null });
    expect((await api.as(coordinator).get(url(`area-priorities?tertial=${tertial}`))).body).toEqual([]);
    expect((await put({ areas }, 3)).status).toBe(200);
  });

  test('by two at once: one is saved, and the other hears that somebody was first and loses nothing of it', async () => {
    const { version } = await get();
    const answers = await Promise.all(['Den ena', 'Den andra'].map((reason) => put({ areas: [{ areaId: north, reason }] }, version))); // prettier-ignore
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const stored = await get();
    expect(stored.version).toBe(version + 1);
    expect(stored.chosen).toHaveLength(1);
    const without = await api
      .as(coordinator)
      .put(url(`area-priorities/${tertial}`))
      .send({ areas: [] });
    expect(without.status).toBe(428);
  });

  test('refuse what is not there, the same area twice, four of them, an empty reason and a person in it', async () => {
    const { version } = await get();
    const codes = async (body: object, of = tertial) => {
      const { status, body: problem } = await put(body, version, of);
      return [status, (problem.errors as { code: string }[] | undefined)?.map(({ code }) => code) ?? problem.code];
    };
    const one = (areaId: string, reason = 'Ökar') => ({ areas: [{ areaId, reason }] });
    expect(await codes(one(newId()))).toEqual([400, ['unknown-area']]);
    expect(await codes({ areas: [], ratings: [{ areaId: newId(), need: 1, influence: 1 }] })).toEqual([400, ['unknown-area']]); // prettier-ignore
    expect(await codes({ areas: [...one(north).areas, ...one(north).areas] })).toEqual([400, ['area-priority-twice']]);
    expect((await codes({ areas: [1, 2, 3, 4].flatMap(() => one(north).areas) }))[0]).toBe(400);
    expect((await codes({ areas: [], ratings: [{ areaId: north, need: 4, influence: 1 }] }))[0]).toBe(400);
    expect(await codes(one(north, '  '))).toEqual([400, ['missing']]);
    expect((await codes(one(north, 'Ring 19121212-1212')))[0]).toBe(422);
    expect((await codes(one(north), '2026-T4'))[0]).toBe(400);
    expect(await codes({ ...one(north), meetingId: newId() })).toEqual([400, ['unknown-meeting']]);
    expect((await put(one(north), version, tertial, reader)).status).toBe(403);
    expect((await get()).version).toBe(version);
  });

  test('of earlier tertials are kept as history, and this one’s stand on the agenda', async () => {
    const before = besides(current, -1).text;
    await put({ areas: [{ areaId: centre, reason: 'Sommarens plats' }] }, 0, before);
    const { version, earlier } = await get();
    expect(earlier).toMatchObject([{ tertial: before, areas: [{ area: 'Centrum' }] }]);
    await put({ areas: [{ areaId: north, reason: 'Ökar' }, { areaId: centre, reason: 'Mest' }] }, version); // prettier-ignore
    const meetings = new Meetings(api, municipality, coordinator);
    const open = await meetings.open();
    const { body } = await api.as(coordinator).get(meetings.url(`meetings/${open.id}/agenda`));
    const lines = (body.items as { kind: string; lines: { text: string; subject: object }[] }[]).find(({ kind }) => kind === 'priorities')!.lines; // prettier-ignore
    expect(lines).toMatchObject([
      { text: 'Tertialens område 1: Norr. Ökar', subject: { kind: 'tertial', id: tertial } },
      { text: 'Tertialens område 2: Centrum. Mest' },
    ]);
  });

  test('of a municipality without areas are none, and that is an answer', async () => {
    const empty = await api.municipality('Utan områden');
    const member = await empty.member('coordinator');
    const { status, body } = await api
      .as(member)
      .get(`/api/v1/municipalities/${empty.code}/area-priorities/${tertial}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 0, areas: [], chosen: [], earlier: [] });
  });
});
