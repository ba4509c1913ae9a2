import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../support/api.js';
import { expectProblem } from '../support/problem.js';
import { corner, squareAt, statuses, WorkedTown } from '../support/worked-town.js';

let town: WorkedTown;

beforeAll(async () => {
  town = await WorkedTown.open();
}, 60_000);

afterAll(() => town?.api.close());

describe('Two hot spots that are one', () => {
  const mergeInto = (kept: { id: string; version: number }, other: { id: string; version: number }) =>
    town.api.as(town.coordinator).post(`${town.base}/hotspots/${kept.id}/merges`).set('If-Match', `"${kept.version}"`).send({ otherId: other.id, otherVersion: other.version }); // prettier-ignore

  test('are merged with all that is written, and parted again as they were', async () => {
    const [kept, other] = [await town.drawn('Norra', -2000, -2000), await town.drawn('Södra', -1900, -2000)];
    const area = async (id: string) => (await town.api.as(town.coordinator).get(`${town.base}/hotspots/${id}`)).body.figures.areaSquareMetres as number; // prettier-ignore
    await town.addCause(other, { kind: 'chain', text: 'Folk samlas' });
    const action = (await town.decide(other, { what: 'Belysning', due: '2026-12-01' })).body;
    const merged = await mergeInto({ id: kept, version: 1 }, { id: other, version: 1 });
    expect(merged.status).toBe(201);
    expect(await area(kept)).toBeCloseTo(60_000, -2);
    expect((await town.workOf(kept)).production.planned).toBe(1);
    expect(await town.workOf(other)).toMatchObject({ stage: 'closed', mergedInto: { id: kept, name: 'Norra' }, moves: [] });
    const late = await town.describeProblem(other, 0);
    expectProblem(late, 409, 'hotspot-merged');
    expect(late.body.detail).toContain('Norra');
    expect((await town.api.as(town.coordinator).delete(`${town.base}/hotspot-merges/${merged.body.id}`)).status).toBe(204);
    expect(await area(kept)).toBeCloseTo(40_000, -2);
    expect(await town.workOf(other)).toMatchObject({ stage: 'mapping', mergedInto: null, production: { planned: 1 } });
    expect((await town.api.as(town.coordinator).get(`${town.base}/actions/${action.id}`)).body.hotspotId).toBe(other);
    const told = (await town.api.as(town.coordinator).get(`${town.base}/hotspots/${kept}/timeline`)).body as { kind: string; text: string }[];
    expect(told.filter(({ kind }) => kind.startsWith('merge')).map(({ text }) => text)).toEqual(['Södra', 'Södra']);
  }); // prettier-ignore

  test('are merged once when two do it from either end, and over an edit by nobody', async () => {
    const [one, two] = [await town.drawn('Östra', 2000, -2000), await town.drawn('Västra', 2100, -2000)];
    const ends = await Promise.all([
      mergeInto({ id: one, version: 1 }, { id: two, version: 1 }),
      mergeInto({ id: two, version: 1 }, { id: one, version: 1 }),
    ]);
    expect(statuses(ends)).toEqual([201, 409]);
    const third = await town.drawn('Mellersta', 2200, -2000);
    await town.api.as(town.coordinator).patch(`${town.base}/hotspots/${third}`).set('If-Match', '"1"').send({ ownerFunction: 'Kommunpolis' });
    const kept = ends[0]!.status === 201 ? one : two;
    const stale = await mergeInto({ id: kept, version: 2 }, { id: third, version: 1 });
    expectProblem(stale, 412, 'changed-by-someone-else');
  }); // prettier-ignore
});

describe('One hot spot that is two', () => {
  test('is cut along a line, and a line beside it is refused', async () => {
    const id = await town.drawn('Hamnen', 4000, -4000);
    const cut = (line: unknown) => town.api.as(town.coordinator).post(`${town.base}/hotspots/${id}/splits`).set('If-Match', '"1"').send({ line, name: 'Kajen' }); // prettier-ignore
    const beside = await cut([corner(4500, -4000), corner(4500, -3800)]);
    expect(beside.body.errors).toEqual([expect.objectContaining({ pointer: '/line', code: 'split-misses' })]);
    const parts = await cut([corner(4050, -4100), corner(4050, -3700)]);
    expect(parts.status).toBe(201);
    const areas = await Promise.all(
      [parts.body.keptId, parts.body.newId].map(async (part: string) => {
        const { body } = await town.api.as(town.coordinator).get(`${town.base}/hotspots/${part}`);
        return body.figures.areaSquareMetres as number;
      }),
    );
    expect(areas[0]).toBeCloseTo(30_000, -3);
    expect(areas[1]).toBeCloseTo(10_000, -3);
  });
});

describe('A drawing', () => {
  test('that crosses itself is refused with the sides that do', async () => {
    const bow = { type: 'Polygon', coordinates: [[corner(0, 0), corner(200, 200), corner(200, 0), corner(0, 200), corner(0, 0)]] }; // prettier-ignore
    const answer = await town.draw('Fluga', bow);
    expect(answer.body.errors).toEqual([
      { pointer: '/polygon/coordinates/0', code: 'area-crosses-itself', detail: expect.stringContaining('sidan efter hörn 1 skär sidan efter hörn 3') },
    ]); // prettier-ignore
  });

  test('over the border is cut at it and that is told; all beyond it is refused, and so is more than a place', async () => {
    const over = await town.draw('Gränsen', squareAt(4900, 0));
    expect([over.status, over.body.cut]).toEqual([201, true]);
    expect(over.body.figures.areaSquareMetres).toBeCloseTo(20_000, -3);
    expect((await town.draw('Utanför', squareAt(6000, 0))).body.errors[0].code).toBe('area-elsewhere');
    const large = await town.draw('Hela stan', squareAt(-4000, -4000, 1500));
    expect(large.body.errors[0]).toMatchObject({ code: 'area-too-large', detail: expect.stringContaining('225 hektar') });
  }); // prettier-ignore
});

describe('New reports inside an open hot spot', () => {
  test('are told to its owner until seen: ten thousand in one building, the landlord’s own alone to the landlord', async () => {
    const id = await town.drawn('Kvarteret', -4500, 4000);
    await town.report(9_900, { x: -4400, y: 4100 }, 'polis');
    await town.report(100, { x: -4400, y: 4100 }, 'bostad');
    const landlord = await town.municipality.member('analyst', 'housing');
    expect((await town.workOf(id)).news).toMatchObject({ count: 10_000, mine: true });
    expect((await town.workOf(id, landlord)).news).toMatchObject({ count: 100, mine: false });
    const news = async (who: Member) => (await town.api.as(who).get(`${town.base}/hotspot-news`)).body as { id: string; count: number }[]; // prettier-ignore
    expect(await news(town.coordinator)).toContainEqual(expect.objectContaining({ id, count: 10_000 }));
    expect(await news(landlord)).toEqual([]);
    await town.api.as(landlord).post(`${town.base}/hotspots/${id}/seen`);
    expect((await town.workOf(id)).news.count).toBe(10_000);
    await town.api.as(town.coordinator).post(`${town.base}/hotspots/${id}/seen`);
    expect((await town.workOf(id)).news.count).toBe(0);
    expect((await town.move(id, 'analysis')).status).toBe(200);
  }, 60_000);
});
