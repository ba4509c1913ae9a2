import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillTown } from '../support/analysed-town.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let root: string;
let coordinator: Member;
let police: Member;
let guard: Member;
let reader: Member;

const [west, south] = positionAt(-2000, -2000);
const [east, north] = positionAt(2000, 2000);
const saved = {
  name: 'Torget om kvällen',
  search: 'from=2026-10-01&to=2026-10-31&veckodag=5,6&nara=16.1%2C59.5%2C200',
  from: '2026-10-01',
  to: '2026-10-31',
  bounds: [west, south, east, north],
  layers: ['events', 'hotspots'],
};
const localDay = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
const frozen = { ...saved, name: null, frozen: true, from: localDay(30), to: localDay(0) };

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  root = `/api/v1/municipalities/${municipality.code}/views`;
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  guard = await municipality.member('analyst', 'guard');
  reader = await municipality.member('reader');
  const place = (x: number, isPolice: boolean) => ({ daysAgo: 5, x, y: 100, police: isPolice });
  await fillTown(api, municipality, [place(0, false), place(50, false), place(400, true), place(450, true)]);
}, 60_000);

afterAll(() => api.close());

const create = async (body: object, as = coordinator) => {
  const answer = await api.as(as).post(root).send(body);
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body as { id: string; version: number };
};

describe('a saved view', () => {
  test('comes back as it was saved, to its owner alone until it is shared', async () => {
    const { id } = await create(saved);
    const own = await api.as(coordinator).get(root);
    expect(own.body).toMatchObject([{ ...saved, id, own: true, shared: false, figures: null, hasPicture: false }]);
    expect(own.body[0].by).toEqual({ organisation: 'Kommunens förvaltningar', function: 'coordinator' });
    expect((await api.as(police).get(root)).body).toEqual([]);
    expect((await api.as(police).get(`${root}/${id}`)).status).toBe(404);
    const shared = await api.as(coordinator).patch(`${root}/${id}`).set('If-Match', '"1"').send({ shared: true });
    expect([shared.status, shared.headers['etag']]).toEqual([200, '"2"']);
    expect((await api.as(police).get(root)).body).toMatchObject([{ id, own: false, name: saved.name }]);
  });

  test('is changed and removed by its owner alone, over the version that was read', async () => {
    const { id } = await create({ ...saved, name: 'Delad', shared: true });
    const change = (as: Member, version: string, body: object = { name: 'Ny' }) =>
      api.as(as).patch(`${root}/${id}`).set('If-Match', version).send(body);
    expect((await change(police, '"1"')).body.code).toBe('view-of-somebody-else');
    expect((await api.as(police).delete(`${root}/${id}`)).status).toBe(403);
    expect((await change(coordinator, '"7"')).body.code).toBe('changed-by-someone-else');
    expect((await change(coordinator, '"1"')).body).toMatchObject({ name: 'Ny', version: 2, search: saved.search });
    expect((await api.as(coordinator).delete(`${root}/${id}`)).status).toBe(204);
    expect((await api.as(coordinator).get(`${root}/${id}`)).status).toBe(404);
  });

  test('is refused with the reason', async () => {
    const faultOf = async (body: object) => {
      const answer = await api.as(coordinator).post(root).send(body);
      return [answer.status, answer.body.code, answer.body.errors?.[0]?.code];
    };
    expect(await faultOf({ ...saved, name: null })).toEqual([400, 'invalid-request', 'missing']);
    expect(await faultOf({ ...saved, name: 'Ring 19121212-1212' })).toEqual([
      422,
      'personal-data-found',
      'personal-data-found',
    ]);
    expect(await faultOf({ ...saved, search: 'q=hej hej' })).toEqual([400, 'invalid-request', 'wrong-form']);
    expect(await faultOf({ ...saved, to: '2026-09-01' })).toEqual([400, 'invalid-request', 'period-reversed']);
    expect(await faultOf({ ...saved, bounds: [east, south, west, north] })).toEqual([
      400,
      'invalid-request',
      'bounds-wrong',
    ]);
    expect(await faultOf({ ...saved, bounds: [south, west, north, east] })).toEqual([
      400,
      'invalid-request',
      'swapped-position',
    ]);
    expect((await api.as(reader).post(root).send(saved)).status).toBe(403);
  });
});

describe('a frozen view', () => {
  test('keeps figures and picture as they were when rows come and go', async () => {
    const { id } = await create({ ...frozen, filter: { category: 'SKAD' } });
    const before = await api.as(coordinator).get(`${root}/${id}`);
    expect(before.body.figures).toEqual({ events: 4, crimes: 4, categories: [{ code: 'SKAD', count: 4 }] });
    const picture = await api.as(coordinator).get(`${root}/${id}/picture`);
    expect(picture.headers['content-type']).toMatch(/^image\/svg\+xml/);
    const svg = (picture.body as Buffer).toString();
    expect(svg).toContain('4 händelser');
    await fillTown(api, municipality, [{ daysAgo: 3, x: 10, y: 10, police: false }]);
    expect((await api.as(coordinator).get(`${root}/${id}`)).body).toEqual(before.body);
    expect(((await api.as(coordinator).get(`${root}/${id}/picture`)).body as Buffer).toString()).toBe(svg);
  });

  test('is neither listed, changed nor removed', async () => {
    const { id } = await create(frozen);
    const list = await api.as(coordinator).get(root);
    expect((list.body as { id: string }[]).map((view) => view.id)).not.toContain(id);
    const change = await api.as(coordinator).patch(`${root}/${id}`).set('If-Match', '"1"').send({ name: 'Ny' });
    expect(change.body.code).toBe('view-frozen');
    expect((await api.as(coordinator).delete(`${root}/${id}`)).body.code).toBe('view-frozen');
  });

  test('of the police is hidden from whoever may not see police rows, by the database too', async () => {
    const { id } = await create(frozen, police);
    expect((await api.as(guard).get(`${root}/${id}`)).status).toBe(404);
    expect((await api.as(guard).get(`${root}/${id}/picture`)).status).toBe(404);
    expect(await api.sqlAs(guard.actor, 'SELECT picture FROM view WHERE id = $1', [id])).toEqual([]);
    expect((await api.as(reader).get(`${root}/${id}/picture`)).status).toBe(200);
  });

  test('by a guard company holds no police row', async () => {
    const { id } = await create(frozen, guard);
    const seen = await api.as(guard).get(`${root.replace('views', 'events')}?from=${frozen.from}`);
    const sources = (seen.body.features as { properties: { source: string } }[]).map((each) => each.properties.source);
    expect(sources).not.toContain('police');
    const { body } = await api.as(coordinator).get(`${root}/${id}`);
    expect(body.figures.events).toBe(seen.body.total);
    const svg = ((await api.as(coordinator).get(`${root}/${id}/picture`)).body as Buffer).toString();
    const ofLegend = 1;
    expect(svg.split('<circle').length - 1 - ofLegend).toBe(new Set(seen.body.features.map(positionOf)).size);
  });

  test('draws the layers that were shown: areas with colour and word, hot spots by number, actions, what was drawn', async () => {
    const base = root.replace('/views', '');
    const ring = [[-300, -300], [300, -300], [300, 300], [-300, 300], [-300, -300]].map(([x, y]) => positionAt(x!, y!)); // prettier-ignore
    const corners = [[-1000, -1000], [1000, -1000], [1000, 1000], [-1000, 1000], [-1000, -1000]].map(([x, y]) => positionAt(x!, y!)); // prettier-ignore
    const centrum = { type: 'Feature', properties: { name: 'Centrum' }, geometry: { type: 'Polygon', coordinates: [corners] } }; // prettier-ignore
    const administrator = await municipality.member('administrator');
    const added = await api.as(administrator).post(`${base}/areas`).send({ areas: { type: 'FeatureCollection', features: [centrum] } }); // prettier-ignore
    expect(added.status).toBe(201);
    const areas = (await api.as(coordinator).get(`${base}/areas`)).body as { features: { id: string }[] };
    const week = (await api.as(coordinator).get(`${base}/area-statuses`)).body as { week: string };
    const level = { level: 'serious', sentence: null };
    expect((await api.as(coordinator).put(`${base}/area-statuses/${week.week}/${areas.features[0]!.id}`).send(level)).status).toBe(200); // prettier-ignore
    const organisations = (await api.as(coordinator).get(`${base}/organisations`)).body as { id: string }[];
    const spot = { name: 'Torget', ownerOrganisationId: organisations[0]!.id, ownerFunction: 'samordnare', polygon: { type: 'Polygon', coordinates: [ring] } }; // prettier-ignore
    expect((await api.as(coordinator).post(`${base}/hotspots`).send(spot)).status).toBe(201);
    const action = { what: 'Ljus', organisationId: organisations[0]!.id, ownerFunction: 'drift', position: positionAt(900, 900) }; // prettier-ignore
    expect((await api.as(coordinator).post(`${base}/actions`).send(action)).status).toBe(201);
    const hidden = { ...action, what: 'Dolt', classification: 'may-be-secret', secrecyBasis: '18 kap. 1 § OSL', position: positionAt(-900, 900) }; // prettier-ignore
    expect((await api.as(coordinator).post(`${base}/actions`).send(hidden)).status).toBe(201);

    const near = `${positionAt(0, 0).join(',')},800`;
    const picture = async (layers: string[], language: string) => {
      const { id } = await create({ ...frozen, layers, filter: { near } });
      const answer = await api.as(coordinator).get(`${root}/${id}/picture`).set('Accept-Language', language);
      return (answer.body as Buffer).toString();
    };
    const all = await picture(['punkter', 'platser', 'omraden', 'atgarder'], 'sv');
    for (const word of [
      'Allvarligt',
      'Hot spots',
      'Åtgärder',
      'Ritat område',
      'Händelser',
      '>1</text>',
      'url(#serious)',
      'url(#hatch)',
      '>N</text>',
    ])
      // prettier-ignore
      expect(all).toContain(word);
    expect(all).toMatch(/(\d+ k?m)<\/text>/);
    expect(all).not.toMatch(/Serious|Incidents|<g lang/);
    // The diamond on the map and the one in the legend: the action that may be secret has none.
    expect(all.split('l5 5l-5 5l-5 -5Z').length - 1).toBe(1);
    const english = await picture(['punkter', 'platser', 'omraden', 'atgarder'], 'en');
    for (const word of ['Serious', 'Incidents', 'Drawn area']) expect(english).toContain(word);
    expect(english).not.toMatch(/Allvarligt|Ritat/);
    const points = await picture(['punkter'], 'sv');
    expect(points).toContain('Händelser');
    expect(points).not.toMatch(/Allvarligt|Hot spots|Åtgärder/);
  });

  test('of a self-crossing area is refused, and nothing is kept', async () => {
    const drawn = [positionAt(0, 0), positionAt(100, 100), positionAt(100, 0), positionAt(0, 100)]
      .map((position) => position.join(' '))
      .join(',');
    const answer = await api
      .as(coordinator)
      .post(root)
      .send({ ...frozen, filter: { drawn } });
    expect([answer.status, answer.body.code]).toEqual([422, 'drawn-area-crosses']);
  });

  test('of another municipality is not there', async () => {
    const { id } = await create(frozen);
    const other = await api.municipality();
    const stranger = await other.member('coordinator');
    const away = `/api/v1/municipalities/${other.code}/views/${id}`;
    expect((await api.as(stranger).get(away)).status).toBe(404);
    expect((await api.as(stranger).get(`${root}/${id}`)).status).toBe(404);
  });

  test('is read and frozen under audit', async () => {
    const { id } = await create(frozen);
    await api.as(reader).get(`${root}/${id}/picture`);
    const rows: { action: string; account_id: string }[] = await api.owner.query(
      `SELECT action, account_id FROM audit WHERE subject = 'view' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['create', 'read']);
    expect(rows[1]!.account_id).toBe(reader.actor.accountId);
  });
});

const positionOf = (feature: { geometry: { coordinates: number[] } }) => feature.geometry.coordinates.join();
