import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}/crime-codes`;
}, 60_000);

afterAll(() => api.close());

const tag = async () => (await api.as(coordinator).get(root)).headers['etag']!;
const put = async (code: string, body: object) => api.as(coordinator).put(`${root}/${code}`).set('If-Match', await tag()).send(body); // prettier-ignore
const remove = async (code: string) =>
  api
    .as(coordinator)
    .delete(`${root}/${code}`)
    .set('If-Match', await tag());
const bring = async (text: string) => api.as(coordinator).post(`${root}/file`).set('If-Match', await tag()).send({ text }); // prettier-ignore
const row = { category: 'SKAD', subcategory: 'klotter', sensitive: false };

describe('the crime codes', () => {
  test('belong where the municipality says, and else where the standard table says', async () => {
    const saved = await put('1201', row);
    expect(saved.status).toBe(200);
    expect(saved.body.codes).toEqual([
      { code: '1201', ...row, alwaysSensitive: false, standard: { category: 'SKAD', subcategory: expect.anything() } },
    ]);
    const removed = await remove('1201');
    expect(removed.body.codes).toEqual([]);
    expect((await remove('1201')).status).toBe(404);
  });

  test('that are marked as sensitive lose the mark with a reason only, and the reason is kept', async () => {
    await put('1201', { ...row, sensitive: true });
    const refused = await put('1201', row);
    expect(refused.body).toMatchObject({ status: 422, code: 'sensitive-needs-reason', errors: [{ pointer: '/reason' }] }); // prettier-ignore
    expect((await remove('1201')).body.code).toBe('sensitive-stays');
    expect((await bring('1201;SKAD')).body.code).toBe('sensitive-stays-in-file');
    expect((await put('1201', { ...row, reason: 'Märkt av misstag' })).status).toBe(200);
    const changes = await api.as(coordinator).get(`/api/v1/municipalities/${municipality.code}/list-changes?list=crime-codes&subjectId=1201`); // prettier-ignore
    expect(changes.body[0].before).toMatchObject({ sensitive: true, reason: 'Märkt av misstag' });
    const [logged]: { facts: object }[] = await api.owner.query(`SELECT facts FROM audit WHERE municipality_code = $1 AND subject = 'crime-code' ORDER BY at DESC LIMIT 1`, [Number(municipality.code)]); // prettier-ignore
    expect(logged!.facts).toEqual({ sensitive: false, reasonGiven: true });
  });

  test('for which place and hour are always held back stay so whatever is said', async () => {
    const saved = await put('0601', { ...row, category: 'VALD', subcategory: null });
    expect(saved.body.codes.find(({ code }: { code: string }) => code === '0601')).toMatchObject({ sensitive: false, alwaysSensitive: true }); // prettier-ignore
  });

  test('come from a file, all of them or none', async () => {
    const faulty = await bring('kod;kategori\n1202;SKAD\n12x;SKAD\n1203;TOKIG');
    expect(faulty.status).toBe(422);
    expect(faulty.body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'Rad 3: ”12x” är ingen brottskod. Den ska ha fyra siffror.',
      'Rad 4: kategorin ”TOKIG” finns inte. Skriv kod eller namn ur listan Kategorier.',
    ]);
    expect(JSON.stringify((await api.as(coordinator).get(root)).body)).not.toContain('1202');
    const brought = await bring(
      'kod;kategori;underkategori;känslig\n1202;Skadegörelse och klotter;Klotter;ja\n825;STOLD\n',
    );
    expect(brought.body.codes).toEqual(expect.arrayContaining([
      expect.objectContaining({ code: '1202', subcategory: 'klotter', sensitive: true }),
      expect.objectContaining({ code: '0825', category: 'STOLD', subcategory: null }),
    ])); // prettier-ignore
    expect((await bring('kod;kategori')).body.code).toBe('crime-code-file-empty');
  });

  test('are checked, and changed over what was read', async () => {
    expect((await put('12', row)).status).toBe(400);
    expect((await put('1204', { ...row, category: 'NIX' })).body.errors[0].pointer).toBe('/category');
    expect((await put('1204', { ...row, subcategory: 'nix' })).body.errors[0].pointer).toBe('/subcategory');
    const stale = await api.as(coordinator).put(`${root}/1204`).set('If-Match', '"0"').send(row);
    expect(stale.body.code).toBe('changed-by-someone-else');
  });

  test('are the coordinator’s and the administrator’s, of the own municipality', async () => {
    for (const role of ['reporter', 'police', 'analyst', 'reader'] as const)
      expect((await api.as(await municipality.member(role)).get(root)).status).toBe(403);
    expect((await api.as(await municipality.member('administrator')).get(root)).status).toBe(200);
    const other = await (await api.municipality('Grannen')).member('coordinator');
    expect((await api.as(other).get(root)).status).toBe(404);
  });
});

describe('the reasons to set a report aside', () => {
  const list = () => `/api/v1/municipalities/${municipality.code}/dismissal-reasons`;
  const reasonTag = async () => (await api.as(coordinator).get(list())).headers['etag']!;
  const save = async (reason: string, body: object) => api.as(coordinator).put(`${list()}/${reason}`).set('If-Match', await reasonTag()).send(body); // prettier-ignore
  const offered = async () => {
    const answer = await api.as(coordinator).get(`/api/v1/municipalities/${municipality.code}/reviews/reasons`);
    return (answer.body as { code: string; name: { sv: string } }[]).map(({ code, name }) => `${code} ${name.sv}`);
  };

  test('are renamed, added and hidden, and only what is used is offered', async () => {
    await save('test', { name: { sv: 'Övning', en: 'Drill' }, hidden: false });
    await save('not-ours', { name: { sv: 'Inte vår', en: 'Not ours' }, hidden: true });
    const added = await api.as(coordinator).post(list()).set('If-Match', await reasonTag()).send({ name: { sv: 'Gammal händelse', en: 'Old' }, hidden: false }); // prettier-ignore
    expect(added.body.reasons.at(-1)).toMatchObject({ code: 'gammal-handelse', hidden: false });
    const now = await offered();
    expect(now).toEqual(expect.arrayContaining(['test Övning', 'gammal-handelse Gammal händelse']));
    expect(now.join()).not.toContain('not-ours');
    expect((await save('nix', { name: { sv: 'X', en: 'X' }, hidden: false })).status).toBe(404);
    expect((await save('test', { name: { sv: 'Dubblett', en: 'X' }, hidden: false })).body.code).toBe('name-taken');
  });

  test('are never all hidden', async () => {
    const { body } = await api.as(coordinator).get(list());
    const answers = [];
    for (const { code, name } of body.reasons as { code: string; name: object }[])
      answers.push((await save(code, { name, hidden: true })).body.code as string | undefined);
    expect(answers.filter((one) => one === 'last-reason')).toHaveLength(1);
    expect(await offered()).toHaveLength(1);
  });

  test('are of the own municipality, and changed over what was read', async () => {
    const stale = await api.as(coordinator).put(`${list()}/test`).set('If-Match', '"0"').send({ name: { sv: 'X', en: 'X' }, hidden: false }); // prettier-ignore
    expect(stale.status).toBe(412);
    const other = await (await api.municipality('Grannen')).member('coordinator');
    expect((await api.as(other).get(list())).status).toBe(404);
    expect((await api.as(await municipality.member('police')).get(list())).status).toBe(403);
  });
});
