import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkedTown } from '../support/worked-town.js';

let town: WorkedTown;

beforeAll(async () => {
  town = await WorkedTown.open();
}, 60_000);

afterAll(() => town?.api.close());

/** The second promise of Kungsör 2020, in our own words: four steps for each hot spot, visits and talks. */
const promise = {
  title: 'Hot spots',
  periodFrom: '2020-01-01',
  periodTo: '2020-12-31',
  commitments: [
    { text: 'Kartlägga, analysera, åtgärda och följa upp varje hot spot som vi finner', form: 'ongoing' },
    { text: 'Besöka och tala med dem som berörs', form: 'ongoing' },
  ],
};

test('What Kungsör promised of hot spots is entered, worked through, and comes out again without loss', async () => {
  const { api, base, coordinator } = town;
  const post = async (address: string, body: object) => {
    const answer = await api.as(coordinator).post(`${base}/${address}`).send(body);
    expect([address, answer.status]).toEqual([address, 201]);
    return answer.body as { id: string };
  };
  const id = await town.drawn('Stationsområdet', 0, 0);
  await town.report(4, { x: 100, y: 100 }, 'kommun');
  await post('promises', { ...promise, hotspotId: id });
  const visit = { kind: 'visit', on: '2020-03-04', withWhom: 'Butiker vid stationen', groupSize: 3, said: 'Lugnare på morgnarna' };
  const talk = { kind: 'talk', on: '2020-04-02', withWhom: 'Skolans elevhälsa', said: 'Många byter buss här' };
  for (const each of [visit, talk]) await post(`hotspots/${id}/contacts`, each);
  await town.move(id, 'analysis', 'Fyra rapporter och två samtal');
  await town.describeProblem(id, 0, 'Samlingar vid bussarna efter skolan');
  await town.addCause(id, { kind: 'chain', text: 'Glesare turer efter 16' });
  await town.move(id, 'action');
  await town.decide(id, { what: 'Vuxna på plats när bussarna går', due: '2020-05-01' });
  expect((await town.move(id, 'follow-up')).status).toBe(200);

  const promises = (await api.as(coordinator).get(`${base}/promises?hotspotId=${id}`)).body;
  expect(promises).toMatchObject([{ title: promise.title, periodFrom: '2020-01-01', periodTo: '2020-12-31', commitments: promise.commitments }]);
  const contacts = (await api.as(coordinator).get(`${base}/hotspots/${id}/contacts`)).body;
  expect(contacts).toMatchObject([talk, visit]);
  const timeline = (await api.as(coordinator).get(`${base}/hotspots/${id}/timeline`)).body as { kind: string; stage: string | null; text: string | null; at: string }[];
  expect(timeline.filter(({ kind }) => kind === 'stage').map(({ stage }) => stage)).toEqual(['follow-up', 'action', 'analysis']);
  for (const [kind, text] of [['promise', promise.title], ['visit', visit.withWhom], ['talk', talk.withWhom], ['action', 'Vuxna på plats när bussarna går'], ['cause', 'Glesare turer efter 16']])
    expect(timeline).toContainEqual(expect.objectContaining({ kind, text }));
  expect(timeline.find(({ kind }) => kind === 'visit')!.at).toBe('2020-03-03T23:00:00.000Z');
}); // prettier-ignore
