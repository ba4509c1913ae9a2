import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { worldOf } from '../../api/src/geo/projection.js';
import { fillTown, type TownEvent } from '../support/analysed-town.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { layersOf, type TileFeature, tileAt } from '../support/vector-tiles.js';

let api: Api;
let municipality: TestMunicipality;
let root: string;
let coordinator: Member;
let guard: Member;

/** The tile of a zoom that holds the middle of the town. */
const middle = (z: number) => {
  const { x, y } = worldOf(positionAt(20, 20));
  return `${z}/${Math.floor(x * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
};
const town: TownEvent[] = [
  { daysAgo: 5, x: 10, y: 10, police: false },
  { daysAgo: 5, x: 30, y: 30, police: true },
  { daysAgo: 40, x: 30, y: 30, police: true, category: 'BRAND' },
  { daysAgo: 5, x: 10, y: 10, police: false, precision: 'area' },
  { daysAgo: 5, x: 2500, y: 2500, police: false },
];

beforeAll(async () => {
  api = await startApi();
}, 60_000);

beforeEach(async () => {
  municipality = await api.municipality();
  root = `/api/v1/municipalities/${municipality.code}`;
  coordinator = await municipality.member('coordinator');
  guard = await municipality.member('analyst', 'guard');
  await fillTown(api, municipality, town);
});

afterAll(() => api.close());

async function open(
  as: Member,
  filter: object = {},
): Promise<{ view: string; events: number; pointsFromZoom: number }> {
  const answer = await api.as(as).post(`${root}/tiles/views`).send({ filter });
  expect([answer.status, answer.body.code]).toEqual([201, undefined]);
  return answer.body;
}

async function featuresIn(as: Member, view: string, tile: string): Promise<TileFeature[]> {
  const answer = await tileAt(api, as, `${root}/tiles/events/${tile}?view=${view}`);
  expect(answer.status).toBe(200);
  return layersOf(answer.body as Buffer)['events'] ?? [];
}

/** A change is seen within a second or two; this is how a test waits for it. */
async function until(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('it never came');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('a tile', () => {
  test('holds the events in it with what the legend needs, where they lie', async () => {
    const { view, events } = await open(coordinator);
    expect(events).toBe(5);
    const features = await featuresIn(coordinator, view, middle(15));
    expect(
      features.map(({ properties }) => String(properties['category'])).toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['BRAND', 'SKAD', 'SKAD']);
    expect(features[0]!.properties).toMatchObject({ crimes: 1, reviewed: false, severity: 0 });
    const [z, x, y] = middle(15).split('/').map(Number) as [number, number, number];
    const world = worldOf(positionAt(10, 10));
    const report = features.find(({ properties }) => properties['source'] === 'report')!;
    expect(Math.abs(report.points[0]!.x - (world.x * 2 ** z - x) * 4096)).toBeLessThan(2);
    expect(Math.abs(report.points[0]!.y - (world.y * 2 ** z - y) * 4096)).toBeLessThan(2);
  });

  test('says which points have room for a mark: of those on one spot one, of those near each other from where they part', async () => {
    const { view } = await open(coordinator);
    const withRoom = async (z: number) => {
      const features = await featuresIn(coordinator, view, middle(z));
      return [features.filter(({ properties }) => properties['room'] === 1).length, features.length];
    };
    expect(await withRoom(14)).toEqual([1, 3]);
    expect(await withRoom(15)).toEqual([2, 3]);
    expect((await withRoom(18))[0]).toBeLessThanOrEqual(2);
  });

  test('is narrowed by the filter of its key', async () => {
    const { view, events } = await open(coordinator, { category: 'BRAND', source: ['police'] });
    expect(events).toBe(1);
    expect(await featuresIn(coordinator, view, middle(15))).toHaveLength(1);
  });

  test('never holds rows that its reader may not see', async () => {
    const { view, events } = await open(guard);
    const seen = await api.as(guard).get(`${root}/events`);
    expect(events).toBe(seen.body.total);
    const sources = (await featuresIn(guard, view, middle(10))).map(({ properties }) => properties['source']);
    expect(sources).not.toContain('police');
  });

  test('of nothing is empty, and far away is no fault', async () => {
    const { view } = await open(coordinator, { from: '1999-01-01', to: '1999-12-31' });
    expect(await featuresIn(coordinator, view, middle(12))).toEqual([]);
    expect(await featuresIn(coordinator, view, '3/0/0')).toEqual([]);
  });

  test('is not sent again while it holds, and is another when a report comes', async () => {
    const { view } = await open(coordinator);
    const address = `${root}/tiles/events/${middle(15)}?view=${view}`;
    const first = await tileAt(api, coordinator, address);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const etag = first.headers['etag']!;
    const again = await api.as(coordinator).get(address).set('If-None-Match', etag);
    expect(again.status).toBe(304);
    const report = {
      id: newId(),
      categoryCode: 'SKAD',
      occurredFrom: new Date().toISOString(),
      placement: 'tapped',
      position: positionAt(15, 15),
    };
    expect((await api.as(coordinator).post(`${root}/incidents`).send(report)).status).toBe(201);
    await until(async () => (await featuresIn(coordinator, view, middle(15))).length === 4);
    const dismissal = { status: 'dismissed' };
    await api.as(coordinator).patch(`${root}/incidents/${report.id}`).set('If-Match', '"1"').send(dismissal);
    await until(async () => (await featuresIn(coordinator, view, middle(15))).length === 3);
  });

  test('is audited once for the key, not for each tile', async () => {
    const { view } = await open(coordinator, { category: 'SKAD' });
    for (const z of [12, 13, 14, 15]) await featuresIn(coordinator, view, middle(z));
    const rows: { count: number; facts: object }[] = await api.owner.query(
      `SELECT count, facts FROM audit WHERE municipality_code = $1 AND account_id = $2 ORDER BY id`,
      [Number(municipality.code), coordinator.actor.accountId],
    );
    expect(rows).toEqual([{ count: 4, facts: { filter: { category: ['SKAD'] }, tiles: true } }]);
  });

  test('leads from its feature to the reports behind it', async () => {
    const { view } = await open(coordinator, { category: 'BRAND' });
    const [feature] = await featuresIn(coordinator, view, middle(15));
    const event = await api.as(coordinator).get(`${root}/tiles/views/${view}/events/${feature!.id}`);
    expect([event.status, event.body.reports.length]).toEqual([200, 1]);
    expect(event.body.reports[0]).toMatchObject({ categoryCode: 'BRAND', source: 'police' });
    expect((await api.as(coordinator).get(`${root}/tiles/views/${view}/events/17`)).status).toBe(404);
  });
});

describe('too many for points', () => {
  test('are counted in squares of the national grid that add up, with at most 10,000 features and 300 kB', async () => {
    const crowd = Array.from({ length: 10_500 }, (_, at) => ({
      daysAgo: 3,
      x: (at % 100) * 3,
      y: Math.floor(at / 100) * 3,
      police: false,
    }));
    await fillTown(api, municipality, crowd);
    const { view, events, pointsFromZoom } = await open(coordinator);
    expect(events).toBe(10_505);
    expect(pointsFromZoom).toBe(14);
    const counts = new Map<unknown, number>();
    const [z, x, y] = middle(13).split('/').map(Number) as [number, number, number];
    for (const [column, row] of [-1, 0, 1].flatMap((left) => [-1, 0, 1].map((up) => [x + left, y + up] as const))) {
      const answer = await tileAt(api, coordinator, `${root}/tiles/events/${z}/${column}/${row}?view=${view}`);
      expect(answer.headers['x-tile-content']).toBe('squares;side=100');
      expect((answer.body as Buffer).length).toBeLessThanOrEqual(300_000);
      const { squares, events: points } = layersOf(answer.body as Buffer);
      expect(points).toBeUndefined();
      for (const { properties } of squares ?? []) counts.set(properties['square'], Number(properties['count']));
    }
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(10_504);
    expect(counts.get(`${centre.x}${centre.y}`)).toBe(34 * 34 + 3);
  });

  test('in one building are one square at every zoom, with all of them in its number', async () => {
    const crowd = Array.from({ length: 10_050 }, () => ({ daysAgo: 3, x: 12, y: 12, police: false }));
    await fillTown(api, municipality, crowd);
    const { view } = await open(coordinator);
    for (const z of [12, 13, 14, 17, 20]) {
      const answer = await tileAt(api, coordinator, `${root}/tiles/events/${tileOf(z)}?view=${view}`);
      expect(answer.headers['x-tile-content']).toBe(z === 12 ? 'squares;side=250' : 'squares;side=100');
      expect((answer.body as Buffer).length).toBeLessThan(1000);
      const { squares, events } = layersOf(answer.body as Buffer);
      expect(events).toBeUndefined();
      const building = squares!.find(({ properties }) => Number(properties['count']) > 10_000);
      expect(building!.properties['count']).toBe(10_053);
    }
  });
});

const tileOf = (z: number) => {
  const { x, y } = worldOf(positionAt(12, 12));
  return `${z}/${Math.floor(x * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
};

describe('squares', () => {
  test('of 100 and 250 metres are named as SCB names them and hold every placed event once', async () => {
    for (const side of [100, 250]) {
      const { body } = await api.as(coordinator).get(`${root}/squares?side=${side}`);
      expect([body.side, body.events, body.inSquares]).toEqual([side, 5, 4]);
      const counts = (body.features as { id: string; properties: { count: number } }[]).map(
        ({ id, properties }) => [id, properties.count] as const,
      );
      expect(counts[0]).toEqual([`${centre.x}${centre.y}`, 3]);
      const corner = 2500;
      expect(counts[1]).toEqual([`${centre.x + corner}${centre.y + corner}`, 1]);
    }
  });

  test('are tiles too, and never hold rows that their reader may not see', async () => {
    const { view } = await open(coordinator);
    const answer = await tileAt(api, coordinator, `${root}/tiles/squares/250/${middle(14)}?view=${view}`);
    expect(answer.headers['x-tile-content']).toBe('squares;side=250');
    expect(layersOf(answer.body as Buffer)['squares']![0]!.properties).toMatchObject({ count: 3, side: 250 });
    const seen = await api.as(guard).get(`${root}/events`);
    const { body } = await api.as(guard).get(`${root}/squares`);
    expect(body.events).toBe(seen.body.total);
    expect(body.inSquares).toBe(seen.body.features.length);
  });
});

describe('a key', () => {
  test('is of no use to a colleague, a stranger or anybody when it is tampered with', async () => {
    const { view } = await open(coordinator);
    const colleague = await municipality.member('coordinator');
    const other = await api.municipality();
    const stranger = await other.member('coordinator');
    const statusOf = async (as: Member, key: string, at = root) =>
      (await api.as(as).get(`${at}/tiles/events/${middle(12)}?view=${key}`)).status;
    expect(await statusOf(coordinator, view)).toBe(200);
    expect(await statusOf(colleague, view)).toBe(404);
    expect(await statusOf(stranger, view)).toBe(404);
    expect(await statusOf(stranger, view, `/api/v1/municipalities/${other.code}`)).toBe(404);
    const last = view.endsWith('0') ? '1' : '0';
    expect(await statusOf(coordinator, view.slice(0, -1) + last)).toBe(404);
    expect(await statusOf(coordinator, 'x')).toBe(400);
    const none = await api.as(coordinator).get(`${root}/tiles/events/${middle(12)}`);
    expect(none.body.errors[0].code).toBe('missing');
  });

  test('runs out, and ends when what its owner may see has changed', async () => {
    const { view } = await open(coordinator);
    const second = await open(coordinator);
    const codeOf = async (key: string) => {
      const answer = await api.as(coordinator).get(`${root}/tiles/events/${middle(12)}?view=${key}`);
      return [answer.status, answer.body.code];
    };
    await api.owner.query(`UPDATE tile_view SET expires_at = now() - interval '1 second' WHERE id = $1`, [view]);
    expect(await codeOf(view)).toEqual([410, 'tile-view-expired']);
    await api.owner.query(
      `DELETE FROM organisation_group WHERE municipality_code = $1 AND organisation_id = $2 AND group_code = 'polis'`,
      [Number(municipality.code), municipality.organisations['municipality']],
    );
    const [status] = await codeOf(second.view);
    expect([404, 410]).toContain(status);
  });

  test('is made from a filter that holds, and refused in words otherwise', async () => {
    const codeOf = async (filter: unknown) => {
      const answer = await api.as(coordinator).post(`${root}/tiles/views`).send({ filter });
      return [answer.status, answer.body.errors?.[0]?.code ?? answer.body.code];
    };
    const corners = (...list: (readonly [number, number])[]) => list.map((each) => each.join(' ')).join(',');
    expect(
      await codeOf({ drawn: corners(positionAt(0, 0), positionAt(9, 9), positionAt(9, 0), positionAt(0, 9)) }),
    ).toEqual([422, 'drawn-area-crosses']);
    expect(await codeOf({ category: Array.from({ length: 61 }, (_, at) => `K${at}`) })).toEqual([400, 'too-big']);
    expect(await codeOf({ drawn: '16.1 59.5,'.repeat(103) })).toEqual([400, 'drawn-corners']);
    expect(await codeOf({ near: '59.5,16.1,100' })).toEqual([400, 'swapped-position']);
  });
});

test('a tile that does not exist is refused by its name', async () => {
  const { view } = await open(coordinator);
  const statusOf = async (tile: string) =>
    (await api.as(coordinator).get(`${root}/tiles/events/${tile}?view=${view}`)).status;
  for (const tile of ['21/0/0', '-1/0/0', '1.5/0/0', '3/a/0', '3/1e9/0', '3/NaN/0'])
    expect(await statusOf(tile)).toBe(400);
  expect(await statusOf('3/8/0')).toBe(200);
  const side = await api.as(coordinator).get(`${root}/tiles/squares/137/${middle(12)}?view=${view}`);
  expect(side.status).toBe(400);
});
