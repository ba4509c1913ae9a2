import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { questions } from '../../api/src/analyses/question.js';
import { type Api, centre, type Member, positionAt, square, startApi, type TestMunicipality } from '../support/api.js';
import { fillTown, quick } from '../support/analysed-town.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let landlord: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  landlord = await municipality.member('analyst', 'housing');
  base = `/api/v1/municipalities/${municipality.code}`;
  await fillTown(api, municipality);
}, 60_000);

afterAll(() => api.close());

const ask = (member: Member, body: object) => api.as(member).post(`${base}/analyses`).send(body);

describe('every question', () => {
  test.each(questions)(
    '%s is answered with a sentence, choices, a method and nothing that is no number',
    async (question) => {
      const answer = await ask(coordinator, { question, parameters: quick(question) });
      expect([answer.status, answer.body.question, answer.body.state]).toEqual([201, question, 'done']);
      expect(answer.body.sentence).toMatch(/^[\p{Lu}\d].*\.$/su);
      expect(answer.body.method).toMatch(/^\/docs\/methods\/[a-z-]+$/);
      expect(answer.text).not.toMatch(/NaN|Infinity|undefined/);
      const english = await ask(coordinator, { question, parameters: quick(question) }).set('Accept-Language', 'en');
      expect(english.body.id).toBe(answer.body.id);
      expect(english.body.sentence).not.toBe(answer.body.sentence);
    },
  );

  test.each(questions)('%s gives the same answer when it is run again', async (question) => {
    const run = await ask(coordinator, { question, parameters: quick(question) });
    const again = await api.as(coordinator).post(`${base}/analyses/${run.body.id}/reproductions`);
    expect([again.status, again.body]).toMatchObject([
      201,
      { same: true, dataChanged: false, inputHash: run.body.inputHash },
    ]);
  });

  test.each([-1, 0, 3_000_000])(
    'what the database guesses of its rows (%i) changes only in how many slices they are read',
    async (guess) => {
      const run = await ask(coordinator, { question: 'places', from: '2025-03-01' });
      const empty = await api.municipality();
      await api.owner.query(`UPDATE pg_class SET reltuples = $1 WHERE oid = 'incident'::regclass`, [guess]);
      const again = await api.as(coordinator).post(`${base}/analyses/${run.body.id}/reproductions`);
      expect(again.body).toMatchObject({ same: true, dataChanged: false, inputHash: run.body.inputHash });
      const nothing = await api
        .as(await empty.member('coordinator'))
        .post(`/api/v1/municipalities/${empty.code}/analyses`)
        .send({ question: 'places' });
      expect([nothing.status, nothing.body.status]).toEqual([201, 'no-events']);
    },
  );

  test('a run of an older version says that its method may have changed, not that the data has', async () => {
    const run = await ask(coordinator, { question: 'places', from: '2025-02-01' });
    await api.owner.query(
      `UPDATE analysis_run SET method_version = 'narbild-clusters-1', input_hash = 'abc', result = jsonb_set(result, '{total}', '7')
        WHERE id = $1`,
      [run.body.id],
    );
    await api.owner.query(`UPDATE cluster SET facts = jsonb_set(facts, '{figures,count}', '999') WHERE run_id = $1`, [
      run.body.id,
    ]);
    const again = await api.as(coordinator).post(`${base}/analyses/${run.body.id}/reproductions`);
    expect(again.body).toMatchObject({ same: false, dataChanged: false, olderVersion: true });
    expect(again.body.sentence).toMatch(/^Analysen gjordes med en äldre version av metoden/);
  });

  test.each(questions)('%s never hands a landlord what rests on the rows of others', async (question) => {
    const whole = await ask(coordinator, { question, parameters: quick(question) });
    expect((await api.as(landlord).get(`${base}/analyses/${whole.body.id}`)).status).toBe(404);
    const own = await ask(landlord, { question, parameters: quick(question) });
    expect(own.body.id).not.toBe(whole.body.id);
    // the landlord's organisation has reported nothing and may see nobody else's rows of the police
    expect(own.body.inputCount).toBeLessThan(whole.body.inputCount);
    const rows = await api.sqlAs(landlord.actor, 'SELECT id FROM analysis_run WHERE id = $1', [whole.body.id]);
    expect(rows).toEqual([]);
  });
});

describe('what is asked', () => {
  test('as something new finds the gathering of the latest weeks and says how it was compared', async () => {
    const answer = await ask(coordinator, { question: 'new', parameters: { permutations: 99 } });
    expect(answer.body.sentence).toMatch(/Något nytt pågår .* med datumen omblandade 99 gånger/);
    const [first] = answer.body.geometry.features;
    expect(first.properties).toMatchObject({ layer: 'ongoing', row: 0 });
    expect(answer.body.table.rows[0]).toMatchObject({ state: 'pågår' });
  });

  test('as where people are says without a baseline that nobody knows', async () => {
    const answer = await ask(coordinator, { question: 'people' });
    expect(answer.body).toMatchObject({ status: 'no-baseline', geometry: { features: [] } });
    expect(answer.body.sentence).toMatch(/^Vi vet inte hur många/);
  });

  test('as times of the week knows the evening and compares with earlier years', async () => {
    const answer = await ask(coordinator, {
      question: 'when',
      polygon: square(150, { x: centre.x + 2500, y: centre.y + 2500 }),
    });
    expect(answer.body.sentence).toMatch(/procent av händelserna sker/);
    expect(answer.body.table.rows).toHaveLength(28);
  });

  test('about an effort without a hot spot asks for one, and of a place before its time refuses to judge', async () => {
    const none = await ask(coordinator, { question: 'effect' });
    expect(none.body).toMatchObject({ status: 'no-places', sentence: 'Välj den hot spot som insatsen gällde.' });
    const run = await ask(coordinator, {});
    const spot = await api.as(coordinator).post(`${base}/hotspots`).send({
      clusterId: run.body.clusters[0].id,
      name: 'Torget',
      ownerOrganisationId: municipality.organisations['municipality'],
      ownerFunction: 'samordnare',
    });
    const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
    const early = { before: { from: day(200), to: day(101) }, after: { from: day(100), to: day(1) } };
    const judged = await ask(coordinator, { question: 'effect', hotspotId: spot.body.id, ...early });
    expect(judged.body.status).toBe('baseline-holds-detection');
    expect(judged.body.sentence).toMatch(/en sådan topp går tillbaka av sig själv/);
    const trend = await ask(coordinator, { question: 'trend', hotspotId: spot.body.id });
    expect(trend.body.sentence).toMatch(/^Torget visar ingen tydlig ökning eller minskning\./);
  });

  test.each([
    [{ question: 'places', parameters: { epsMetres: 1 } }, '/parameters/epsMetres', 'parameter-out-of-range'],
    [{ question: 'new', parameters: { permutations: 1e9 } }, '/parameters/permutations', 'parameter-out-of-range'],
    [{ question: 'when', parameters: { radiusMetres: 500 } }, '/parameters/radiusMetres', 'parameter-without-meaning'],
    [{ question: 'near-repeat', parameters: { bandsDays: [14, 7] } }, '/parameters/bandsDays', 'bands-not-rising'],
    [{ question: 'when', from: '2026-05-01', to: '2026-04-01' }, '/to', 'period-reversed'],
    [{ question: 'effect', hotspotId: '019ac000-0000-7000-8000-000000000000' }, '/hotspotId', 'unknown-hotspot'],
  ])('senselessly is refused at the field: %j', async (body, pointer, code) => {
    const answer = await ask(coordinator, body);
    expect([answer.status, answer.body.errors?.[0]?.pointer, answer.body.errors?.[0]?.code]).toEqual([
      400,
      pointer,
      code,
    ]);
    expect(answer.body.errors[0].detail.length).toBeGreaterThan(15);
  });
});

describe('stored analyses', () => {
  test('are listed newest first, page by page, by question', async () => {
    const all: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await api
        .as(coordinator)
        .get(`${base}/analyses?question=places&limit=1${cursor && `&cursor=${cursor}`}`);
      expect(page.status).toBe(200);
      all.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.nextCursor;
    }
    const stored: { id: string }[] = await api.owner.query(
      `SELECT id FROM analysis_run WHERE municipality_code = $1 AND kind = 'places' AND group_codes = $2 ORDER BY created_at DESC, id DESC`,
      [Number(municipality.code), coordinator.actor.groups],
    );
    expect(all.filter((id) => stored.some((row) => row.id === id))).toEqual(stored.map(({ id }) => id));
    expect((await api.as(coordinator).get(`${base}/analyses?cursor=nonsense`)).status).toBe(400);
  });

  test('are compared: what is new, gone and changed, in words', async () => {
    const spring = await ask(coordinator, { from: dateAgo(800), to: dateAgo(200) });
    const now = await ask(coordinator, {});
    const compared = await api
      .as(coordinator)
      .post(`${base}/analyses/comparisons`)
      .send({ first: spring.body.id, second: now.body.id });
    expect(compared.status).toBe(201);
    expect(compared.body.rows.filter((row: { change: string }) => row.change === 'new')).not.toHaveLength(0);
    expect(compared.body.notices[0]).toMatch(/^Perioderna är olika/);
    const same = await api
      .as(coordinator)
      .post(`${base}/analyses/comparisons`)
      .send({ first: now.body.id, second: now.body.id });
    expect(same.body.sentence).toMatch(/^Samma \d+ anhopningar med samma antal\.$/);
    const hidden = await api
      .as(landlord)
      .post(`${base}/analyses/comparisons`)
      .send({ first: spring.body.id, second: now.body.id });
    expect(hidden.status).toBe(404);
    const other = await ask(coordinator, { question: 'when' });
    const mixed = await api
      .as(coordinator)
      .post(`${base}/analyses/comparisons`)
      .send({ first: now.body.id, second: other.body.id });
    expect(mixed.body.errors[0]).toMatchObject({ pointer: '/second', code: 'not-a-run-of-places' });
  });

  test('explain the place that somebody points at: why it is a cluster, why not, and what is nearest', async () => {
    const run = await ask(coordinator, {});
    const point = (position: readonly number[], as = coordinator) =>
      api.as(as).post(`${base}/analyses/${run.body.id}/explanations`).send({ position });
    const inside = await point(run.body.clusters[0].centre);
    expect(inside.body).toMatchObject({ title: 'Varför är det en anhopning?', inCluster: { number: 1 } });
    expect(inside.body.facts.map((fact: { key: string }) => fact.key)).toEqual([
      'density',
      'sources',
      'dates',
      'usual',
      'people',
    ]);
    const outside = await point(positionAt(-4500, -4500));
    expect(outside.body).toMatchObject({ title: 'Varför inte?', inCluster: null });
    expect(outside.body.sentence).toMatch(/^Här ligger inga händelser inom 100 meter\. Det behövs \d+/);
    expect(outside.body.nearest.metres).toBeGreaterThan(1000);
    expect((await point([16.5, 30])).body.sentence).toBe('Platsen ligger utanför kommunen.');
    expect((await point([500, 99])).status).toBe(400);
    expect((await point(run.body.clusters[0].centre, landlord)).status).toBe(404);
  });
});

function dateAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
