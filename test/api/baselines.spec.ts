import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../api/src/app/database.js';
import { defaultWeights } from '../../api/src/baselines/baseline.js';
import { BaselinesService } from '../../api/src/baselines/baselines.service.js';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.close());

/** Each test has a municipality of its own: three baselines is the most. */
async function freshTown(): Promise<void> {
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  base = `/api/v1/municipalities/${municipality.code}/baselines`;
}

/** A table of twenty squares, 100 m apart, with residents and jobs; `per` residents in each. */
function table(per = 10, lines: readonly string[] = []): string {
  const rows = Array.from(
    { length: 20 },
    (_, index) => `${centre.y + 50};${centre.x + 50 + 100 * index};${per};${index % 2}`,
  );
  return ['N;E;Boende;Arbetsplatser', ...rows, ...lines].join('\r\n');
}

interface Form {
  readonly name?: string;
  readonly replaces?: string;
  readonly weights?: string;
  readonly fingerprint?: string;
  readonly asOf?: string;
}

function send(path: string, bytes: Buffer | string | null, form: Form & { source?: string } = {}, who = coordinator) {
  const call = api
    .as(who)
    .post(`${base}${path}`)
    .field('source', form.source ?? 'import');
  for (const [key, value] of Object.entries(form)) if (key !== 'source') call.field(key, value);
  return bytes === null ? call : call.attach('file', Buffer.from(bytes), 'människor.csv');
}

const preview = (bytes: Buffer | string | null, form: Form & { source?: string } = {}) =>
  send('/previews', bytes, form);
const save = (bytes: Buffer | string, form: Form = {}) =>
  send('', bytes, { name: 'Boende', asOf: '2026-01-01', ...form });
const codesOf = (answer: { body: { errors?: { code: string }[] } }) => answer.body.errors?.map(({ code }) => code);

const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

function load() {
  const database = api.application.get(Database);
  const service = api.application.get(BaselinesService);
  return database.withTenant(coordinator.actor, (manager) => service.load(manager, coordinator.actor.municipalityCode));
}

describe('a table of where people are', () => {
  test('is previewed with what was read, what was not and why, and nothing is stored', async () => {
    await freshTown();
    const bad = ['6600050;560050;-4;1', '6600050;560050;x;1', '6700050;560050;7;1'];
    const answer = await preview(table(10, bad));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ rows: 23, rejected: 2, outside: 1, outsideRows: [24], objection: null });
    expect(answer.body.rejections).toEqual([
      expect.objectContaining({ code: 'baseline-count-negative', count: 1, rows: [22] }),
      expect.objectContaining({ code: 'baseline-count-not-a-number', sentence: expect.stringContaining('inget tal') }),
    ]);
    expect(answer.body.kinds).toEqual([
      { kind: 'residents', points: 20, count: 200, weighted: 200, share: 200 / 210 },
      { kind: 'workplaces', points: 10, count: 10, weighted: 10, share: 10 / 210 },
    ]);
    expect(answer.body.surface.features).toHaveLength(20);
    expect((await api.as(coordinator).get(base)).body).toMatchObject({ baselines: [], removed: [], defaultWeights });
  });

  test('is saved whole, listed with its totals, and loaded for the analyses with its weights', async () => {
    await freshTown();
    const { fingerprint } = (await preview(table())).body as { fingerprint: string };
    const saved = await save(table(), { fingerprint, weights: JSON.stringify({ ...defaultWeights, workplaces: 3 }) });
    expect(saved.status).toBe(201);
    expect(saved.headers['etag']).toBe('"1"');
    expect(saved.body).toMatchObject({
      name: 'Boende',
      source: 'import',
      fileName: 'människor.csv',
      points: 30,
      old: false,
    });
    const { baselines, hash } = await load();
    expect(baselines).toHaveLength(1);
    expect(baselines[0]!.weight.reduce((sum, one) => sum + one, 0)).toBe(200 + 30);
    expect(baselines[0]!.x[0]).toBe(centre.x + 50);
    const changed = await api
      .as(coordinator)
      .put(`${base}/${saved.body.id}`)
      .set('If-Match', '"1"')
      .send({ name: 'Boende 2026', asOf: '2022-01-01', weights: defaultWeights });
    expect(changed.body).toMatchObject({ version: 2, name: 'Boende 2026', old: true });
    const after = await load();
    expect(after.baselines[0]!.weight.reduce((sum, one) => sum + one, 0)).toBe(210);
    expect(after.hash).not.toBe(hash);
    expect((await load()).hash).toBe(after.hash);
    const surface = await api.as(coordinator).get(`${base}/${saved.body.id}/surface`);
    expect(surface.body.features).toHaveLength(20);
    const audited: { action: string }[] = await api.owner.query(
      `SELECT action FROM audit WHERE municipality_code = $1 AND subject = 'baseline' ORDER BY at, id`,
      [Number(municipality.code)],
    );
    expect(audited.map(({ action }) => action)).toEqual(['create', 'update']);
  });

  test('takes the place of another and gives it back when it is removed, both told in numbers', async () => {
    await freshTown();
    const first = (await save(table(10))).body as { id: string };
    const second = (await save(table(20), { name: 'Boende', replaces: first.id })).body as {
      id: string;
      canRestore: boolean;
    };
    expect(second.canRestore).toBe(true);
    expect((await load()).baselines.map(({ id }) => id)).toEqual([second.id]);
    const removed = await api.as(coordinator).delete(`${base}/${second.id}`);
    expect(removed.status).toBe(200);
    expect(removed.body).toEqual({
      removed: { id: second.id, name: 'Boende', points: 30, people: 410 },
      restored: { id: first.id, name: 'Boende', points: 30, people: 210 },
    });
    expect((await load()).baselines.map(({ id }) => id)).toEqual([first.id]);
    // The name is in use by the first; undoing the undo is told as such.
    expect((await api.as(coordinator).post(`${base}/${second.id}/restorations`)).body.code).toBe('baseline-name-taken');
    await api.as(coordinator).delete(`${base}/${first.id}`);
    const back = await api.as(coordinator).post(`${base}/${second.id}/restorations`);
    expect([back.status, back.body.points]).toEqual([201, 30]);
  });

  test('is drawn from the address register and the places, and says what is assumed', async () => {
    await freshTown();
    await api.owner.query(
      `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
       SELECT $1::smallint, gen_random_uuid(), 'Storgatan', n::text, n % 4 > 0, ST_SetSRID(ST_MakePoint($2 + 100 * n, $3), 3006)
         FROM generate_series(1, 40) AS n`,
      [Number(municipality.code), centre.x, centre.y],
    );
    await api.owner.query(
      `INSERT INTO place (municipality_code, id, name, kind, location) VALUES ($1, gen_random_uuid(), 'Skolan', 'school', ST_SetSRID(ST_MakePoint($2, $3), 3006))`,
      [Number(municipality.code), centre.x, centre.y],
    );
    const answer = await preview(null, { source: 'register' });
    expect(answer.status).toBe(200);
    expect(answer.body.kinds.map(({ kind, count }: { kind: string; count: number }) => [kind, count])).toEqual([
      ['residents', 60],
      ['workplaces', 50],
      ['school', 300],
    ]);
    expect(answer.body.notices[0]).toContain('vanliga tal');
    const saved = await send('', null, { source: 'register', name: 'Ur registren', asOf: '2026-01-01' });
    expect(saved.body).toMatchObject({ source: 'register', fileName: null, points: 41 });
  });

  test('in Windows-1252 finds the addresses with å, ä and ö', async () => {
    await freshTown();
    await api.owner.query(
      `INSERT INTO address (municipality_code, id, street, number, dwelling, location)
       SELECT $1::smallint, gen_random_uuid(), 'Ågatan', n::text, true, ST_SetSRID(ST_MakePoint($2 + 100 * n, $3), 3006)
         FROM generate_series(1, 12) AS n`,
      [Number(municipality.code), centre.x, centre.y],
    );
    const lines = Array.from({ length: 12 }, (_, index) => `Ågatan;${index + 1};4`).join('\n');
    const answer = await preview(Buffer.from(`Gata;Nummer;Invånare\n${lines}`, 'latin1'));
    expect(answer.body).toMatchObject({ rows: 12, rejected: 0, points: 12, objection: null });
  });
});

describe('what cannot be a baseline', () => {
  test.each([
    ['an empty file', '', 'empty-file'],
    ['a sentence', 'Detta är ingen tabell', 'not-a-table'],
    ['a table without counts', 'N;E;Namn\n6600050;560050;Torget\n6600150;560150;Bron', 'baseline-without-counts'],
    ['counts of nobody', table(0).replaceAll(/;1\r/g, ';0\r').replace(/;1$/, ';0'), 'baseline-without-people'],
    ['everybody in one place', `N;E;Boende\n${'6600050;560050;40\n'.repeat(15)}`, 'baseline-in-one-place'],
    ['mostly negative counts', table(-5), 'baseline-mostly-rejected'],
    ['mostly counts of 1e9', table(1e9), 'baseline-mostly-rejected'],
    ['mostly NaN', table(Number.NaN), 'baseline-mostly-rejected'],
    ['people elsewhere in Sweden', table().replaceAll(`${centre.y + 50}`, '6400050'), 'baseline-without-people'],
  ])('%s is refused with a reason, and nothing is stored', async (_, bytes, code) => {
    await freshTown();
    const answer = await save(bytes);
    expect([answer.status, codesOf(answer)]).toEqual([422, [code]]);
    expect(answer.body.errors[0].pointer).toBe('/file');
    const rows: unknown[] = await api.owner.query(`SELECT 1 FROM baseline WHERE municipality_code = $1`, [
      Number(municipality.code),
    ]);
    expect(rows).toEqual([]);
  });

  test('weights that weigh nothing, are negative, too large or no JSON are refused', async () => {
    await freshTown();
    for (const weights of [
      'x',
      '{}',
      '[]',
      'null',
      JSON.stringify({ ...defaultWeights, residents: -1 }),
      JSON.stringify({ ...defaultWeights, school: 1e9 }),
    ])
      expect(codesOf(await save(table(), { weights }))).toEqual(['baseline-weights-unreadable']);
    const nothing = Object.fromEntries(Object.keys(defaultWeights).map((kind) => [kind, 0]));
    expect(codesOf(await save(table(), { weights: JSON.stringify(nothing) }))).toEqual(['baseline-without-people']);
    const saved = await save(table());
    const change = (weights: object) =>
      api
        .as(coordinator)
        .put(`${base}/${saved.body.id}`)
        .set('If-Match', '"1"')
        .send({ name: 'A', asOf: '2026-01-01', weights });
    expect(codesOf(await change(nothing))).toEqual(['baseline-without-people']);
    expect((await change({ ...defaultWeights, residents: Number.POSITIVE_INFINITY })).status).toBe(400);
    expect((await change({ ...defaultWeights, extra: 1 })).status).toBe(400);
  });

  test('a form without a file, without a name, of tomorrow or of another preview is refused', async () => {
    await freshTown();
    expect(codesOf(await preview(null))).toEqual(['baseline-file-missing']);
    expect((await send('', table(), { asOf: '2026-01-01' })).status).toBe(400);
    expect(codesOf(await save(table(), { asOf: '2999-01-01' }))).toEqual(['in-the-future']);
    expect((await save(table(), { fingerprint: 'another' })).body.code).toBe('baseline-changed-since-preview');
    expect((await api.as(coordinator).get(base)).body.baselines).toEqual([]);
  });

  test('two uploads at once: one of a name is saved, one replaces, the other is told', async () => {
    await freshTown();
    const both = await Promise.all([save(table(10)), save(table(20))]);
    expect(statuses(both)).toEqual([201, 409]);
    const { id } = both.find(({ status }) => status === 201)!.body as { id: string };
    const again = await Promise.all([
      save(table(30), { name: 'Ny', replaces: id }),
      save(table(40), { name: 'Nyare', replaces: id }),
    ]);
    expect(statuses(again)).toEqual([201, 409]);
    expect(again.find(({ status }) => status === 409)!.body.code).toBe('baseline-already-replaced');
    expect((await load()).baselines).toHaveLength(1);
  });

  test('a fourth is refused', async () => {
    await freshTown();
    for (const name of ['A', 'B', 'C']) expect((await save(table(), { name })).status).toBe(201);
    expect((await save(table(), { name: 'D' })).body.code).toBe('baseline-too-many');
  });
});

describe('who may', () => {
  test('read: those with the map; write: coordinator, analyst and administrator', async () => {
    await freshTown();
    const { id } = (await save(table())).body as { id: string };
    for (const role of ['analyst', 'administrator'] as const) {
      const member = await municipality.member(role);
      expect((await send('/previews', table(), {}, member)).status).toBe(200);
      expect((await api.as(member).get(base)).status).toBe(200);
    }
    for (const role of ['police', 'reader', 'reporter'] as const) {
      const member = await municipality.member(role);
      expect((await send('/previews', table(), {}, member)).status).toBe(403);
      expect((await api.as(member).delete(`${base}/${id}`)).status).toBe(403);
      expect((await api.as(member).get(base)).status).toBe(role === 'reporter' ? 403 : 200);
    }
  });

  test('another municipality finds none of it, and cannot replace it', async () => {
    await freshTown();
    const { id } = (await save(table())).body as { id: string };
    const before = base;
    await freshTown();
    expect((await api.as(coordinator).get(`${before}/${id}`)).status).toBe(404);
    expect((await api.as(coordinator).get(`${base}/${id}`)).status).toBe(404);
    expect((await api.as(coordinator).delete(`${base}/${id}`)).status).toBe(404);
    expect((await save(table(), { replaces: id })).body.code).toBe('baseline-already-replaced');
    expect((await load()).baselines).toEqual([]);
    for (const name of ['baseline', 'baseline_point'])
      expect(await api.sqlAs(coordinator.actor, `SELECT 1 FROM ${name}`)).toEqual([]);
  });
});
