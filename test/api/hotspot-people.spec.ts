import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, centre, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { fillTown } from '../support/analysed-town.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let base: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  base = `/api/v1/municipalities/${municipality.code}`;
  await fillTown(api, municipality);
}, 60_000);

afterAll(() => api.close());

/** Ten residents every 300 m over the town. */
function residents(): string {
  const steps = Array.from({ length: 25 }, (_, index) => (index - 12) * 300);
  return ['N;E;Boende', ...steps.flatMap((up) => steps.map((right) => `${centre.y + up};${centre.x + right};10`))].join(
    '\r\n',
  );
}

const sentencesOf = async (member: Member) =>
  ((await api.as(member).get(`${base}/hotspots`)).body as { figures: { sentence: string } }[]).map(
    ({ figures }) => figures.sentence,
  );

const ask = () => api.as(coordinator).post(`${base}/analyses`).set('Prefer', 'wait=60').send({ question: 'places' });

test('a hot spot says, as its anhopning does, whether there is more than expected where people are', async () => {
  const before = await ask();
  const place = before.body.clusters[0] as { id: string };
  const adopted = await api.as(coordinator).post(`${base}/hotspots`).send({
    name: 'Nordost',
    clusterId: place.id,
    ownerOrganisationId: municipality.organisations['municipality'],
    ownerFunction: 'EST-samordnare',
  });
  expect(adopted.status).toBe(201);
  expect(adopted.body.figures.sentence).toContain('Vi vet inte hur många som rör sig här.');
  const saved = await api
    .as(coordinator)
    .post(`${base}/baselines`)
    .field('source', 'import')
    .field('name', 'Boende')
    .field('asOf', '2026-01-01')
    .attach('file', Buffer.from(residents()), 'boende.csv');
  expect(saved.status).toBe(201);
  const after = await ask();
  const [said] = await sentencesOf(coordinator);
  const claim =
    /Här händer [^.]+ väntat efter hur många som bor, arbetar och rör sig här\. Av 999 slumpade kartor, fördelade efter underlaget ”Boende”, .+?\./;
  expect(after.body.clusters[0].figures.sentence).toMatch(claim);
  expect(said).toMatch(claim);
  expect(said).not.toContain('Vi vet inte');
}, 60_000);

test('a landlord is told nothing that rests on the run of others', async () => {
  const landlord = await municipality.member('analyst', 'housing');
  const [said] = await sentencesOf(landlord);
  expect(said ?? '').not.toContain('slumpade kartor');
});
