import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';
import { expectProblem } from '../support/problem.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let reader: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  reader = await municipality.member('reader');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

const corner = (east: number, north: number) => positionAt(east, north);

function squareAt(east: number, north: number, side = 200) {
  const ring = [[0, 0], [side, 0], [side, side], [0, side], [0, 0]].map(([x, y]) => corner(east + x!, north + y!)); // prettier-ignore
  return { type: 'Polygon', coordinates: [ring] };
}

async function drawn(name: string, east: number, north: number): Promise<string> {
  const answer = await draw(name, squareAt(east, north));
  expect([answer.status, answer.body.cut]).toEqual([201, false]);
  return answer.body.id as string;
}

const draw = (name: string, polygon: object, who: Member = coordinator) =>
  api.as(who).post(`${base}/hotspots`).send({
    name,
    polygon,
    ownerOrganisationId: municipality.organisations['municipality'],
    ownerFunction: 'EST-samordnare',
  });

const workOf = async (id: string, who: Member = coordinator) =>
  (await api.as(who).get(`${base}/hotspots/${id}/work`)).body as Work;

interface Work {
  version: number;
  stage: string;
  moves: { to: string; missing: { need: string; text: string }[]; reasonNeeded: boolean }[];
  problem: { number: number; what: string } | null;
  followUp: { number: number; effectNote: string | null } | null;
  production: { planned: number; done: number };
  merges: { id: string; other: { id: string } }[];
  mergedInto: { id: string; name: string } | null;
  news: { count: number; mine: boolean };
}

async function move(id: string, stage: string, note: string | null = null) {
  const { version } = await workOf(id);
  return api.as(coordinator).put(`${base}/hotspots/${id}/stage`).set('If-Match', `"${version}"`).send({ stage, note });
}

const lacking = (answer: { body: { errors: { pointer: string }[] } }) =>
  answer.body.errors.map(({ pointer }) => pointer);

const describeProblem = (id: string, version: number, what = 'Skadegörelse och högljudda samlingar') =>
  api.as(coordinator).put(`${base}/hotspots/${id}/problem`).set('If-Match', `"${version}"`).send({ what, when: 'Fredag och lördag kväll' }); // prettier-ignore

const addCause = (id: string, body: object) => api.as(coordinator).post(`${base}/hotspots/${id}/causes`).send(body);

const decide = (id: string, body: object) =>
  api
    .as(coordinator)
    .post(`${base}/actions`)
    .send({
      hotspotId: id,
      organisationId: municipality.organisations['municipality'],
      ownerFunction: 'Gatuchef',
      ...body,
    });

async function insertReports(count: number, at: { x: number; y: number }, group: 'kommun' | 'polis' | 'bostad') {
  const kind = { kommun: 'municipality', polis: 'police', bostad: 'housing' }[group];
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
     SELECT $1::smallint, r.id, r.id::text, $5::text, $2::text, $3::uuid, 'SKAD', now() - interval '3 days', ST_SetSRID(ST_MakePoint($6::float8, $7::float8), 3006), 'point', 'tapped'
       FROM unnest($4::uuid[]) AS r(id)`,
    [Number(municipality.code), group, municipality.organisations[kind], Array.from({ length: count }, newId), group === 'polis' ? 'police' : 'report', centre.x + at.x, centre.y + at.y],
  ); // prettier-ignore
}

describe('A hot spot goes from taken up to closed', () => {
  let id: string;

  test('and each step asks in words for what it lacks', async () => {
    id = await drawn('Stationen', 3000, 0);
    const refused = await move(id, 'analysis');
    expectProblem(refused, 409, 'stage-needs');
    expect(refused.body.errors).toEqual([
      { pointer: '/needs/basis', code: 'need-basis', detail: expect.stringContaining('Underlag saknas') },
    ]);
    const { version } = await workOf(id);
    const source = await api.as(coordinator).patch(`${base}/hotspots/${id}`).set('If-Match', `"${version}"`).send({ statedSource: 'Trygghetsvandring i maj' }); // prettier-ignore
    expect(source.status).toBe(200);
    expect((await move(id, 'analysis')).status).toBe(200);

    expect(lacking(await move(id, 'action'))).toEqual(['/needs/problem', '/needs/cause']);
    expect((await describeProblem(id, 0)).body).toMatchObject({ number: 1, when: 'Fredag och lördag kväll' });
    expect((await addCause(id, { kind: 'bone', bone: 'place', text: 'Mörkt vid cykelparkeringen' })).status).toBe(201);
    expect((await move(id, 'action')).status).toBe(200);

    await decide(id, { what: 'Laga belysningen' });
    expect(lacking(await move(id, 'follow-up'))).toEqual(['/needs/action']);
    const action = await decide(id, { what: 'Röj buskarna', due: '2026-12-01' });
    expect(action.status).toBe(201);
    expect((await move(id, 'follow-up')).status).toBe(200);

    expect(lacking(await move(id, 'closed'))).toEqual(['/needs/production', '/needs/process', '/needs/effect', '/note']);
    const followUp = { production: 'En av två åtgärder gjord', process: 'Gick lätt', effectNote: 'För få händelser att räkna på' };
    const saved = await api.as(coordinator).put(`${base}/hotspots/${id}/follow-up`).set('If-Match', '"0"').send(followUp);
    expect(saved.body).toMatchObject({ number: 1, effectRunId: null, effectNote: followUp.effectNote });
    expect((await move(id, 'closed', 'Inga samlingar sedan i mars')).body.stage).toBe('closed');
  }); // prettier-ignore

  test('and is opened again with a reason only', async () => {
    expect(lacking(await move(id, 'mapping'))).toEqual(['/note']);
    expect((await move(id, 'mapping', 'Samlingarna är tillbaka')).body.stage).toBe('mapping');
  });

  test('and its timeline tells all of it, with who by organisation and role', async () => {
    const timeline = await api.as(reader).get(`${base}/hotspots/${id}/timeline`);
    const kinds = (timeline.body as { kind: string }[]).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['taken-up', 'stage', 'problem', 'cause', 'action', 'follow-up']));
    expect(timeline.body[0]).toMatchObject({ kind: 'stage', stage: 'mapping', text: 'Samlingarna är tillbaka', by: { role: 'coordinator' } });
    expect(JSON.stringify(timeline.body)).not.toContain('@');
  }); // prettier-ignore

  test('and of two who move it at once one is told that the other was first', async () => {
    const { version } = await workOf(id);
    const both = await Promise.all([coordinator, police].map((who) =>
      api.as(who).put(`${base}/hotspots/${id}/stage`).set('If-Match', `"${version}"`).send({ stage: 'closed', note: 'Klart' }),
    )); // prettier-ignore
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('The problem description', () => {
  test('keeps every version, and the second of two who write is told', async () => {
    const id = await drawn('Skolan', -3000, 0);
    await describeProblem(id, 0, 'Först');
    const both = await Promise.all([describeProblem(id, 1, 'Ena'), describeProblem(id, 1, 'Andra')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const versions = await api.as(reader).get(`${base}/hotspots/${id}/problem`);
    expect((versions.body as { number: number }[]).map(({ number }) => number)).toEqual([2, 1]);
    expect(versions.body[1].what).toBe('Först');
  });

  test('holds nobody’s number, and whoever may not decide may not write it', async () => {
    const id = await drawn('Parken', -3000, 500);
    const answer = await api.as(coordinator).put(`${base}/hotspots/${id}/problem`).set('If-Match', '"0"').send({ what: 'Bråk', harmed: 'Ring 070-123 45 67' }); // prettier-ignore
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/harmed', code: 'personal-data-found' })]);
    const refused = await api
      .as(reader)
      .put(`${base}/hotspots/${id}/problem`)
      .set('If-Match', '"0"')
      .send({ what: 'x' });
    expectProblem(refused, 403, 'forbidden');
  });
});

describe('The cause analysis', () => {
  const listed = async (id: string) => (await api.as(reader).get(`${base}/hotspots/${id}/causes`)).body as { id: string; version: number; text: string; depth: number }[]; // prettier-ignore
  const place = (cause: { id: string; version: number }, body: object, who: Member = coordinator) =>
    api.as(who).post(`${base}/causes/${cause.id}/place`).set('If-Match', `"${cause.version}"`).send(body);

  test('keeps both moves of two who order the same list at once', async () => {
    const id = await drawn('Torget', 0, 3000);
    for (const text of ['A', 'B', 'C', 'D']) await addCause(id, { kind: 'chain', text });
    const [a, b, c, d] = await listed(id);
    const moved = await Promise.all([
      place(a!, { parentId: null, after: b!.id }),
      place(d!, { parentId: null, after: b!.id }, police),
    ]);
    expect(moved.map(({ status }) => status)).toEqual([200, 200]);
    const after = (await listed(id)).map(({ text }) => text);
    expect(after.indexOf('A')).toBeGreaterThan(after.indexOf('B'));
    expect(after.indexOf('D')).toBeLessThan(after.indexOf('C'));
    const stale = await api.as(police).patch(`${base}/causes/${a!.id}`).set('If-Match', `"${a!.version}"`).send({ text: 'x' });
    expectProblem(stale, 412, 'changed-by-someone-else');
    expect(c!.depth).toBe(0);
  }); // prettier-ignore

  test('is a tree where nothing stands below itself, and withdrawing a branch loses no leaf', async () => {
    const id = await drawn('Badet', 0, 3500);
    const root = (await addCause(id, { kind: 'tree', text: 'Ingen vuxen kvar efter 16' })).body;
    const branch = (await addCause(id, { kind: 'tree', text: 'Fritidsgården stängd', parentId: root.id, directness: 'indirect' })).body; // prettier-ignore
    await addCause(id, { kind: 'tree', text: 'Ombyggnad till mars', parentId: branch.id });
    expect((await listed(id)).map(({ depth }) => depth)).toEqual([0, 1, 2]);
    const below = await place(root, { parentId: branch.id, after: null });
    expect(below.body.errors).toEqual([expect.objectContaining({ code: 'cause-below-itself' })]);
    expect((await api.as(coordinator).post(`${base}/causes/${branch.id}/withdrawal`)).status).toBe(204);
    expect((await listed(id)).map(({ text, depth }) => [text, depth])).toEqual([
      ['Ingen vuxen kvar efter 16', 0],
      ['Ombyggnad till mars', 1],
    ]);
    expect((await api.as(coordinator).delete(`${base}/causes/${branch.id}/withdrawal`)).status).toBe(204);
    expect((await listed(id)).map(({ depth }) => depth)).toEqual([0, 1, 2]);
  });

  test('names the cause that an action answers, and none of another municipality', async () => {
    const id = await drawn('Bron', 0, -3500);
    const cause = (await addCause(id, { kind: 'bone', bone: 'victim', text: 'Ensamma på väg hem' })).body;
    expect((await decide(id, { what: 'Väktare på kvällen', causeId: cause.id })).body.causeId).toBe(cause.id);
    const neighbour = await (await api.municipality('Grannen')).member('coordinator');
    const there = `/api/v1/municipalities/${String(neighbour.actor.municipalityCode).padStart(4, '0')}`;
    for (const address of [`hotspots/${id}/work`, `hotspots/${id}/causes`, `hotspots/${id}/timeline`, `hotspots/${id}/contacts`])
      expectProblem(await api.as(neighbour).get(`${there}/${address}`), 404, 'not-found');
    expectProblem(await api.as(neighbour).post(`${there}/causes/${cause.id}/withdrawal`), 404, 'not-found');
  }); // prettier-ignore
});

describe('Visits and talks', () => {
  test('are kept once, told by function, withdrawn and taken back', async () => {
    const id = await drawn('Kiosken', 3500, 3500);
    const visit = { id: newId(), kind: 'talk', on: '2026-05-04', withWhom: 'Butiksägare', groupSize: 2, said: 'Stänger tidigare på fredagar' }; // prettier-ignore
    const send = () => api.as(coordinator).post(`${base}/hotspots/${id}/contacts`).send(visit);
    expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
    const list = async () => (await api.as(police).get(`${base}/hotspots/${id}/contacts`)).body as { id: string }[];
    expect(await list()).toEqual([expect.objectContaining({ id: visit.id, withWhom: 'Butiksägare', groupSize: 2 })]);
    await api.as(coordinator).post(`${base}/contacts/${visit.id}/withdrawal`);
    expect(await list()).toEqual([]);
    await api.as(coordinator).delete(`${base}/contacts/${visit.id}/withdrawal`);
    expect(await list()).toHaveLength(1);
    expectProblem(await api.as(reader).get(`${base}/hotspots/${id}/contacts`), 403, 'forbidden');
  });
});

describe('Two hot spots that are one', () => {
  const mergeInto = (kept: { id: string; version: number }, other: { id: string; version: number }) =>
    api.as(coordinator).post(`${base}/hotspots/${kept.id}/merges`).set('If-Match', `"${kept.version}"`).send({ otherId: other.id, otherVersion: other.version }); // prettier-ignore

  test('are merged with all that is written, and parted again as they were', async () => {
    const [kept, other] = [await drawn('Norra', -2000, -2000), await drawn('Södra', -1900, -2000)];
    const area = async (id: string) => (await api.as(coordinator).get(`${base}/hotspots/${id}`)).body.figures.areaSquareMetres as number; // prettier-ignore
    await addCause(other, { kind: 'chain', text: 'Folk samlas' });
    const action = (await decide(other, { what: 'Belysning', due: '2026-12-01' })).body;
    const merged = await mergeInto({ id: kept, version: 1 }, { id: other, version: 1 });
    expect(merged.status).toBe(201);
    expect(await area(kept)).toBeCloseTo(60_000, -2);
    expect((await workOf(kept)).production.planned).toBe(1);
    expect(await workOf(other)).toMatchObject({ stage: 'closed', mergedInto: { id: kept, name: 'Norra' }, moves: [] });
    const late = await describeProblem(other, 0);
    expectProblem(late, 409, 'hotspot-merged');
    expect(late.body.detail).toContain('Norra');
    expect((await api.as(coordinator).delete(`${base}/hotspot-merges/${merged.body.id}`)).status).toBe(204);
    expect(await area(kept)).toBeCloseTo(40_000, -2);
    expect(await workOf(other)).toMatchObject({ stage: 'mapping', mergedInto: null, production: { planned: 1 } });
    expect((await api.as(coordinator).get(`${base}/actions/${action.id}`)).body.hotspotId).toBe(other);
    const told = (await api.as(coordinator).get(`${base}/hotspots/${kept}/timeline`)).body as { kind: string; text: string }[];
    expect(told.filter(({ kind }) => kind.startsWith('merge')).map(({ text }) => text)).toEqual(['Södra', 'Södra']);
  }); // prettier-ignore

  test('are merged once when two do it from either end, and over an edit by nobody', async () => {
    const [one, two] = [await drawn('Östra', 2000, -2000), await drawn('Västra', 2100, -2000)];
    const ends = await Promise.all([
      mergeInto({ id: one, version: 1 }, { id: two, version: 1 }),
      mergeInto({ id: two, version: 1 }, { id: one, version: 1 }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual([201, 409]);
    const third = await drawn('Mellersta', 2200, -2000);
    await api.as(coordinator).patch(`${base}/hotspots/${third}`).set('If-Match', '"1"').send({ ownerFunction: 'Kommunpolis' });
    const kept = ends[0]!.status === 201 ? one : two;
    const stale = await mergeInto({ id: kept, version: 2 }, { id: third, version: 1 });
    expectProblem(stale, 412, 'changed-by-someone-else');
  }); // prettier-ignore
});

describe('One hot spot that is two', () => {
  test('is cut along a line, and a line beside it is refused', async () => {
    const id = await drawn('Hamnen', 4000, -4000);
    const cut = (line: unknown) => api.as(coordinator).post(`${base}/hotspots/${id}/splits`).set('If-Match', '"1"').send({ line, name: 'Kajen' }); // prettier-ignore
    const beside = await cut([corner(4500, -4000), corner(4500, -3800)]);
    expect(beside.body.errors).toEqual([expect.objectContaining({ pointer: '/line', code: 'split-misses' })]);
    const parts = await cut([corner(4050, -4100), corner(4050, -3700)]);
    expect(parts.status).toBe(201);
    const areas = await Promise.all(
      [parts.body.keptId, parts.body.newId].map(async (part: string) => {
        const { body } = await api.as(coordinator).get(`${base}/hotspots/${part}`);
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
    const answer = await draw('Fluga', bow);
    expect(answer.body.errors).toEqual([
      { pointer: '/polygon/coordinates/0', code: 'area-crosses-itself', detail: expect.stringContaining('sidan efter hörn 1 skär sidan efter hörn 3') },
    ]); // prettier-ignore
  });

  test('over the border is cut at it and that is told; all beyond it is refused, and so is more than a place', async () => {
    const over = await draw('Gränsen', squareAt(4900, 0));
    expect([over.status, over.body.cut]).toEqual([201, true]);
    expect(over.body.figures.areaSquareMetres).toBeCloseTo(20_000, -3);
    expect((await draw('Utanför', squareAt(6000, 0))).body.errors[0].code).toBe('area-elsewhere');
    const large = await draw('Hela stan', squareAt(-4000, -4000, 1500));
    expect(large.body.errors[0]).toMatchObject({ code: 'area-too-large', detail: expect.stringContaining('225 hektar') });
  }); // prettier-ignore
});

describe('New reports inside an open hot spot', () => {
  test('are told to its owner until seen: ten thousand in one building, the landlord’s own alone to the landlord', async () => {
    const id = await drawn('Kvarteret', -4500, 4000);
    await insertReports(9_900, { x: -4400, y: 4100 }, 'polis');
    await insertReports(100, { x: -4400, y: 4100 }, 'bostad');
    const landlord = await municipality.member('analyst', 'housing');
    expect((await workOf(id)).news).toMatchObject({ count: 10_000, mine: true });
    expect((await workOf(id, landlord)).news).toMatchObject({ count: 100, mine: false });
    const news = async (who: Member) => (await api.as(who).get(`${base}/hotspot-news`)).body as { id: string; count: number }[]; // prettier-ignore
    expect(await news(coordinator)).toContainEqual(expect.objectContaining({ id, count: 10_000 }));
    expect(await news(landlord)).toEqual([]);
    await api.as(landlord).post(`${base}/hotspots/${id}/seen`);
    expect((await workOf(id)).news.count).toBe(10_000);
    await api.as(coordinator).post(`${base}/hotspots/${id}/seen`);
    expect((await workOf(id)).news.count).toBe(0);
    expect((await move(id, 'analysis')).status).toBe(200);
  }, 60_000);
});

test('An answer that may not be seen, or is none, is no follow-up of an effect', async () => {
  const id = await drawn('Backen', 1000, 1500);
  const save = (body: object) => api.as(coordinator).put(`${base}/hotspots/${id}/follow-up`).set('If-Match', '"0"').send(body); // prettier-ignore
  expect((await save({ effectRunId: newId() })).body.errors[0].code).toBe('unknown-effect');
  const asked = { question: 'effect', hotspotId: id, before: { from: '2025-01-01', to: '2025-02-28' }, after: { from: '2026-01-01', to: '2026-02-28' } }; // prettier-ignore
  const run = await api.as(coordinator).post(`${base}/analyses`).send(asked);
  expect(run.status).toBe(201);
  expect((await save({ effectRunId: run.body.id })).body.errors[0].code).toBe('effect-note-needed');
  const saved = await save({ effectRunId: run.body.id, effectNote: 'För få, vi fortsätter' });
  expect(saved.body).toMatchObject({ effectRunId: run.body.id, effectStatus: run.body.status });
});
