import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { expectProblem } from '../support/problem.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let administrator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  administrator = await municipality.member('administrator');
  base = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

const texts = ['Ring 070-174 06 05', 'Gäller 19811218-9876', 'Skriv till vittnet@example.se'];
const square = { type: 'Polygon', coordinates: [[[16.06, 59.52], [16.07, 59.52], [16.07, 59.53], [16.06, 59.53], [16.06, 59.52]]] }; // prettier-ignore

type Write = (text: string) => readonly [verb: 'post' | 'put', path: string, body: object, member: Member];

const spot = (more: object) => ({
  name: 'Parken',
  polygon: square,
  ownerFunction: 'Samordnare',
  ownerOrganisationId: municipality.organisations['municipality'],
  ...more,
});
const area = (name: string) => ({
  areas: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: square, properties: { name } }] },
});
const route = { categoryCode: 'SKAD', way: 'mail', target: 'felanmalan@example.se', template: '{kategori}' };
const key = () => ({ scopes: ['incident:write'], organisationId: municipality.organisations['municipality'] });

const writes: readonly (readonly [string, string, Write])[] = [
  ['the name of a hot spot', '/name', (text) => ['post', 'hotspots', spot({ name: text }), coordinator]],
  ['who has a hot spot in hand', '/ownerFunction', (text) => ['post', 'hotspots', spot({ ownerFunction: text }), coordinator]],
  ['the number of a hot spot', '/registrationNumber', (text) => ['post', 'hotspots', spot({ registrationNumber: text }), coordinator]],
  ['the note of a stage', '/note', (text) => ['put', `hotspots/${newId()}/stage`, { stage: 'analysis', note: text }, coordinator]],
  ['the name of a telephone', '/name', (text) => ['post', 'devices', { name: text }, coordinator]],
  ['the name of a way to read files', '/name', (text) => ['post', 'import-profiles', { importId: newId(), name: text }, coordinator]],
  ['the name of a key for machines', '/name', (text) => ['post', 'api-keys', { ...key(), name: text }, administrator]],
  ['the name of an organisation', '/name', (text) => ['post', 'organisations', { name: text, kind: 'other' }, administrator]],
  ['the name of an area', '/areas', (text) => ['post', 'areas', area(text), administrator]],
  ['the heading of a letter', '/subject', (text) => ['put', 'fault-routes', { ...route, subject: text }, administrator]],
]; // prettier-ignore

describe('a short text that is stored', () => {
  test.each(writes)('is refused when it holds personal data: %s', async (_, pointer, write) => {
    for (const text of texts) {
      const [verb, path, body, member] = write(text);
      const answer = await api.as(member)[verb](`${base}/${path}`).set('If-Match', '"1"').send(body);
      expectProblem(answer, 422, 'personal-data-found');
      expect(answer.body.errors).toMatchObject([{ pointer }]);
      expect(answer.text).not.toContain(text);
    }
  });
});
