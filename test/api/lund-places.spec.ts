import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnalysisRunBody } from '../../api/src/analyses/analysis.schema.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { giveBoundaryOfLund, importLund, isLundHere } from '../support/lund.js';

const present = isLundHere('lund-places.spec');
const longest = 700;

let api: Api;
let police: Member;
let municipality: TestMunicipality;
let base: string;
let run: AnalysisRunBody;

beforeAll(async () => {
  api = await startApi();
  if (!present) return;
  municipality = await api.municipality('Lunds kommun');
  police = await municipality.member('police');
  base = `/api/v1/municipalities/${municipality.code}`;
  await giveBoundaryOfLund(api, municipality);
  expect(await importLund(api, municipality, police)).toBe('done');
  run = await ask('sv');
}, 120_000);

afterAll(() => api.close());

async function ask(language: 'sv' | 'en'): Promise<AnalysisRunBody> {
  const { status, body } = await api
    .as(police)
    .post(`${base}/analyses`)
    .set('Accept-Language', language)
    .set('Prefer', 'wait=60')
    .send({ question: 'places', from: '2016-01-01', to: '2016-12-31' });
  expect(status).toBe(201);
  return body as AnalysisRunBody;
}

/** What no sentence that a person would say has in it: figures gone wrong, code words, dates of machines. */
const notSaid =
  /NaN|undefined|null|Infinity|\[object|\{|\}|_|\d{4}-\d\d-\d\d| {2}|\.\.|\b(?:eps|minPoints|DBSCAN)\b|[a-z][A-Z]/;

const expectSaid = (sentence: string) => {
  expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/su);
  expect(sentence).not.toMatch(notSaid);
  expect(sentence.length).toBeLessThanOrEqual(longest);
};

const explain = (position: readonly number[]) =>
  api.as(police).post(`${base}/analyses/${run.id}/explanations`).send({ position });

(present ? describe : describe.skip)('the police file of Lund, a year of it', () => {
  test('gives places, and the run and each place are said as a person says them, in Swedish and in English', async () => {
    const english = await ask('en');
    expect(run.clusters.length).toBeGreaterThan(0);
    expect(english.id).toBe(run.id);
    for (const { sentence, clusters, choices, notices } of [run, english]) {
      for (const said of [sentence, ...choices, ...notices]) expectSaid(said);
      for (const { figures } of clusters) {
        expectSaid(figures.sentence);
        for (const part of figures.sentence.split(/(?<=[.!?]) /)) expect(part.length).toBeLessThanOrEqual(200);
      }
    }
    expect(english.clusters[0]!.figures.sentence).not.toBe(run.clusters[0]!.figures.sentence);
  });

  test('every place answers why it is one, by rules that hold', async () => {
    for (const { id, centre, figures } of run.clusters) {
      const { status, body } = await explain(centre);
      expect(status).toBe(201);
      expectSaid(body.sentence);
      for (const { text } of body.facts as { text: string }[]) expectSaid(text);
      if (body.inCluster === null) continue;
      expect(body.inCluster.id).toBe(id);
      expect(body.sentence).toContain(`${figures.count} händelser`);
      const rules = body.facts as { key: string; holds: boolean | null }[];
      expect(rules.find(({ key }) => key === 'density')!.holds).toBe(true);
    }
  }, 60_000);

  test('a field outside the town answers why not, with how many are missing and what is nearest', async () => {
    const { body } = await explain([13.42, 55.66]);
    expect(body.inCluster).toBeNull();
    expectSaid(body.sentence);
    expect(body.sentence).toMatch(
      /^Här ligger (?:inga händelser|en händelse|\d+ händelser) inom \d+ meter\. Det behövs \d+/,
    );
    expect(body.nearest.metres).toBeGreaterThan(1000);
    const abroad = await explain([12.5, 55.6]);
    expect(abroad.body.sentence).toBe('Platsen ligger utanför kommunen.');
  });
});
