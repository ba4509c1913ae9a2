import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let reporter: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  reporter = await municipality.member('reporter');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

interface Place {
  id: string;
  name: string;
  aliases: string[];
  position: number[];
  mergedInto: string | null;
}

const tag = async () => (await api.as(coordinator).get(`${root}/place-list`)).headers['etag']!;
const place = (name: string, more: object = {}) => ({ name, kind: 'torg', aliases: [], position: positionAt(0, 0), organisationId: null, ...more }); // prettier-ignore
const add = async (body: object) => api.as(coordinator).post(`${root}/place-list`).set('If-Match', await tag()).send(body); // prettier-ignore
const put = async (path: string, body: object) => api.as(coordinator).put(`${root}/place-list/${path}`).set('If-Match', await tag()).send(body); // prettier-ignore
const named = (places: Place[], name: string) => places.find((one) => one.name === name)!;
const search = async (text: string) =>
  ((await api.as(reporter).get(`${root}/place-search?text=${encodeURIComponent(text)}`)).body as { name: string; placeId: string }[]).map(({ name }) => name); // prettier-ignore

describe('the places', () => {
  test('are added, renamed and moved; a report keeps the place where it was made', async () => {
    const added = await add(place('Stortorget', { aliases: ['Torget'], organisationId: municipality.organisations['housing'] })); // prettier-ignore
    expect(added.status).toBe(200);
    const { id } = named(added.body.places, 'Stortorget');
    expect(await search('Torget')).toEqual(['Stortorget']);
    const body = { id: newId(), categoryCode: 'SKAD', occurredFrom: new Date(Date.now() - 3_600_000).toISOString(), placement: 'place', position: positionAt(0, 0), placeId: id }; // prettier-ignore
    const before = await api.as(reporter).post(`${root}/incidents`).send(body);
    expect(before.status).toBe(201);
    const moved = await put(id, place('Medborgarplatsen', { aliases: ['Stortorget'], position: positionAt(300, 0) }));
    expect(named(moved.body.places, 'Medborgarplatsen')).toMatchObject({ id, aliases: ['Stortorget'] });
    expect(await search('Stortorget')).toEqual(['Medborgarplatsen']);
    const [stored]: { x: number; version: number; place_id: string }[] = await api.owner.query('SELECT ST_X(location) AS x, version, place_id FROM incident WHERE id = $1', [body.id]); // prettier-ignore
    expect(stored).toMatchObject({ version: 1, place_id: id });
    const [now]: { x: number }[] = await api.owner.query('SELECT ST_X(location) AS x FROM place WHERE id = $1', [id]);
    expect(Math.round(now!.x - stored!.x)).toBe(300);
  });

  test('that are one are merged: found by both names, offered once, and parted again', async () => {
    const one = named((await add(place('Sporthallen'))).body.places, 'Sporthallen');
    const two = named((await add(place('Idrottshallen', { aliases: ['Hallen'] }))).body.places, 'Idrottshallen');
    const merged = await put(`${two.id}/merge`, { into: one.id });
    expect(named(merged.body.places, 'Idrottshallen').mergedInto).toBe(one.id);
    expect(await search('Idrottshallen')).toEqual(['Sporthallen']);
    const offered = (await api.as(reporter).get(`${root}/places`)).body as Place[];
    expect(named(offered, 'Sporthallen').aliases).toEqual(['Idrottshallen', 'Hallen']);
    expect(offered.map(({ name }) => name)).not.toContain('Idrottshallen');
    expect((await put(`${one.id}/merge`, { into: two.id })).status).toBe(400);
    const third = named((await add(place('Simhallen'))).body.places, 'Simhallen');
    expect((await put(`${one.id}/merge`, { into: third.id })).body.code).toBe('place-holds-others');
    await put(`${two.id}/merge`, { into: null });
    expect(await search('Idrottshallen')).toEqual(['Idrottshallen']);
    const changes = await api.as(coordinator).get(`${root}/list-changes?list=places&subjectId=${two.id}`);
    expect(changes.body).toHaveLength(3);
  });

  test.each([
    [() => place('Stort', { position: positionAt(40_000, 0) }), 422, '/position'],
    [() => place(''), 400, '/name'],
    [() => place('Plats', { organisationId: newId() }), 400, '/organisationId'],
    [() => place('Plats', { position: [200, 0] }), 400, '/position/0'],
    [() => place('sporthallen'), 409, '/name'],
  ])('are told what is wrong (%#)', async (body, status, pointer) => {
    const refused = await add(body());
    expect(refused.status).toBe(status);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  test('are changed over what was read, by those who may, in the own municipality', async () => {
    const stale = await api.as(coordinator).post(`${root}/place-list`).set('If-Match', '"0"').send(place('X'));
    expect(stale.status).toBe(412);
    expect((await api.as(reporter).get(`${root}/place-list`)).status).toBe(403);
    const neighbour = await api.municipality('Grannen');
    const other = await neighbour.member('coordinator');
    expect((await api.as(other).get(`${root}/place-list`)).status).toBe(404);
    const [mine] = (await api.as(coordinator).get(`${root}/place-list`)).body.places as Place[];
    const foreign = await api.as(other).put(`/api/v1/municipalities/${neighbour.code}/place-list/${mine!.id}`).set('If-Match', '"0"').send(place('Stulen')); // prettier-ignore
    expect(foreign.status).toBe(404);
  });
});
