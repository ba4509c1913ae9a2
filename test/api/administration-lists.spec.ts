import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let administrator: Member;
let reporter: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  administrator = await municipality.member('administrator');
  reporter = await municipality.member('reporter');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

interface Row {
  code: string;
  name: { sv: string; en: string };
  severity: number | null;
  hidden: boolean;
  subcategories: Row[];
}

async function tagOf(list: string, who = coordinator): Promise<string> {
  const answer = await api.as(who).get(`${root}/${list}`);
  expect(answer.status).toBe(200);
  return answer.headers['etag']!;
}

/** Changes what was just read. */
async function put(path: string, body: object, { who = coordinator, list = 'category-list' } = {}) {
  return api.as(who).put(`${root}/${path}`).set('If-Match', await tagOf(list)).send(body); // prettier-ignore
}

const categoryIn = (rows: Row[], code: string) => rows.find((one) => one.code === code)!;

async function report(categoryCode: string, subcategoryCode: string | null = null) {
  const body = { id: newId(), categoryCode, subcategoryCode, occurredFrom: new Date(Date.now() - 3_600_000).toISOString(), position: positionAt(0, 0), placement: 'tapped' }; // prettier-ignore
  return api.as(reporter).post(`${root}/incidents`).send(body);
}

const edit = { name: { sv: 'Klotter och skada', en: 'Graffiti' }, kind: 'crime', severity: 3, placeBound: true, reportable: true, hidden: false }; // prettier-ignore
const subEdit = { name: { sv: 'Kladd', en: 'Scribble' }, kind: 'crime', severity: 3, reportable: true, hidden: false };

describe('the categories', () => {
  test('are changed by coordinator and administrator, by nobody else, and not from another municipality', async () => {
    for (const who of [coordinator, administrator])
      expect((await api.as(who).get(`${root}/category-list`)).status).toBe(200);
    for (const role of ['reporter', 'police', 'analyst', 'reader'] as const) {
      const member = await municipality.member(role);
      expect((await api.as(member).get(`${root}/category-list`)).status).toBe(403);
      expect((await api.as(member).put(`${root}/category-list/SKAD`).set('If-Match', '"0"').send(edit)).status).toBe(
        403,
      );
    }
    const other = await (await api.municipality('Grannen')).member('coordinator');
    expect((await api.as(other).put(`${root}/category-list/SKAD`).set('If-Match', '"0"').send(edit)).status).toBe(404);
    expect(await api.sqlAs(other.actor, `SELECT 1 FROM list_change WHERE municipality_code = $1`, [Number(municipality.code)])).toEqual([]); // prettier-ignore
  });

  test('get a new name and severity; what was reported before keeps its code and its severity', async () => {
    const before = await report('SKAD', 'klotter');
    expect(before.body).toMatchObject({ categoryCode: 'SKAD', severity: 1 });
    expect((await put('category-list/SKAD', edit)).status).toBe(200);
    const changed = await put('category-list/SKAD/subcategories/klotter', subEdit);
    expect(changed.status).toBe(200);
    const row = categoryIn(changed.body.categories, 'SKAD');
    expect(row.name.sv).toBe('Klotter och skada');
    expect(categoryIn(row.subcategories, 'klotter')).toMatchObject({ name: { sv: 'Kladd' }, severity: 3 });
    const old = await api.as(coordinator).get(`${root}/incidents/${before.body.id}`);
    expect(old.body).toMatchObject({ categoryCode: 'SKAD', subcategoryCode: 'klotter', severity: 1 });
    expect((await report('SKAD', 'klotter')).body).toMatchObject({ severity: 3 });
    const shown = await api.as(reporter).get(`${root}/categories`);
    expect(categoryIn(shown.body, 'SKAD').name.sv).toBe('Klotter och skada');
    const [stored]: { severity: number; version: number }[] = await api.owner.query('SELECT severity, version FROM incident WHERE id = $1', [before.body.id]); // prettier-ignore
    expect(stored).toEqual({ severity: 1, version: 1 });
  });

  test('keep what they were before each change', async () => {
    const changes = await api.as(coordinator).get(`${root}/list-changes?list=categories&subjectId=SKAD`);
    expect(changes.body).toMatchObject([
      { subjectId: 'SKAD', before: { name: { sv: 'Skadegörelse och klotter' }, severity: 1 }, accountId: coordinator.actor.accountId }, // prettier-ignore
    ]);
    const log = await api.as(coordinator).get(`${root}/audit`);
    expect(log.body).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'update', subject: 'category', subjectId: 'SKAD' })])); // prettier-ignore
    await expect(api.sqlAs(coordinator.actor, `UPDATE list_change SET before = '{}'`)).rejects.toThrow(/permission denied/); // prettier-ignore
  });

  test('are changed over what was read only, and one of two at the same time wins', async () => {
    const tag = await tagOf('category-list');
    const save = () => api.as(coordinator).put(`${root}/category-list/ORDN`).set('If-Match', tag).send({ ...edit, name: { sv: 'Stök', en: 'Mess' } }); // prettier-ignore
    const [one, two] = await Promise.all([save(), save()]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
    const missing = await api.as(coordinator).put(`${root}/category-list/ORDN`).send(edit);
    expect(missing.body.code).toBe('version-needed');
    const never = await api.as(coordinator).put(`${root}/category-list/ORDN`).set('If-Match', '"99999"').send(edit);
    expect(never.body.code).toBe('changed-by-someone-else');
  });

  test('that are hidden take no new reports, and keep the old ones', async () => {
    const before = await report('ORO');
    expect(before.status).toBe(201);
    await put('category-list/ORO', { ...edit, name: { sv: 'Oro', en: 'Worry' }, hidden: true });
    const shown = await api.as(reporter).get(`${root}/categories`);
    expect(categoryIn(shown.body, 'ORO')).toMatchObject({ reportable: false, hidden: true, name: { sv: 'Oro' } });
    expect((await report('ORO')).body.errors[0]).toMatchObject({
      pointer: '/categoryCode',
      code: 'category-import-only',
    });
    expect((await api.as(coordinator).get(`${root}/incidents/${before.body.id}`)).body.categoryCode).toBe('ORO');
  });

  test('get sub-categories of the municipality’s own, with a code that stays', async () => {
    const add = async (body: object) =>
      api.as(coordinator).post(`${root}/category-list/NARK/subcategories`).set('If-Match', await tagOf('category-list')).send(body); // prettier-ignore
    const added = await add({ ...subEdit, name: { sv: 'Sprutor på lekplats', en: 'Needles' } });
    expect(added.status).toBe(200);
    const last = categoryIn(added.body.categories, 'NARK').subcategories.at(-1);
    expect(last).toMatchObject({ code: 'sprutor-pa-lekplats', own: true });
    expect((await report('NARK', 'sprutor-pa-lekplats')).body).toMatchObject({ severity: 3 });
    const again = await add({ ...subEdit, name: { sv: 'Sprutor på lekplats', en: 'Needles' } });
    expect(again.body).toMatchObject({ status: 409, code: 'name-taken', errors: [{ pointer: '/name/sv' }] });
    await put('category-list/NARK/subcategories/sprutor-pa-lekplats', { ...subEdit, name: { sv: 'Kanyler', en: 'Needles' } }); // prettier-ignore
    expect((await report('NARK', 'sprutor-pa-lekplats')).status).toBe(201);
  });

  test('stand in the order that they are put in, every one of them', async () => {
    const { body } = await api.as(coordinator).get(`${root}/category-list`);
    const codes = (body.categories as Row[]).map((one) => one.code);
    const moved = [codes[1]!, codes[0]!, ...codes.slice(2)];
    expect((await put('category-order', { codes: moved })).status).toBe(200);
    expect(((await api.as(reporter).get(`${root}/categories`)).body as Row[]).map((one) => one.code)).toEqual(moved);
    expect((await put('category-order', { codes: moved.slice(1) })).body.code).toBe('order-incomplete');
    const subs = categoryIn(body.categories, 'BRAND').subcategories.map((one) => one.code).toReversed(); // prettier-ignore
    const turned = await put('category-list/BRAND/subcategory-order', { codes: subs });
    expect(categoryIn(turned.body.categories, 'BRAND').subcategories.map((one) => one.code)).toEqual(subs);
  });

  test('have severities with names of the municipality’s own', async () => {
    const changed = await put('severities/2', { name: { sv: 'Allvarlig', en: 'Serious' }, weight: 4 });
    expect(changed.body.severities[1]).toEqual({ level: 2, name: { sv: 'Allvarlig', en: 'Serious' }, weight: 4 });
    expect((await put('severities/4', { name: { sv: 'X', en: 'X' }, weight: 4 })).status).toBe(400);
  });

  test.each([
    [{ ...edit, name: { sv: ' ', en: 'x' } }, '/name/sv'],
    [{ ...edit, severity: 4 }, '/severity'],
    [{ ...edit, kind: 'murder' }, '/kind'],
    [{ ...edit, name: { sv: 'x'.repeat(81), en: 'x' } }, '/name/sv'],
  ])('are told where %j is wrong', async (body, pointer) => {
    const refused = await put('category-list/VALD', body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });

  test('that are not there are not changed', async () => {
    expect((await put('category-list/NIX', edit)).status).toBe(404);
    expect((await put('category-list/SKAD/subcategories/nix', subEdit)).status).toBe(404);
  });
});
