import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { hoursFromNow, Meetings } from '../support/meetings.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

test('a calendar feed holds the meetings one takes part in, the annual wheel and one’s actions', async () => {
  const day = hoursFromNow(24 * 12).slice(0, 10);
  const organisationId = municipality.organisations['municipality'];
  const meetings = new Meetings(api, municipality, coordinator);
  const own = { function: 'samordnare', organisationId, accountId: coordinator.actor.accountId };
  const next = { at: hoursFromNow(48), until: hoursFromNow(49) };
  await meetings.planned({ ...next, title: 'Extra möte om resecentrum' }, { members: [own] });
  await meetings.planned(
    { ...next, title: 'De andras möte' },
    { members: [{ function: 'kommunpolis', organisationId }] },
  );
  const activity = { title: 'Nattvandring i centrum', kind: 'activity', rule: { kind: 'once', from: day, to: day } };
  await meetings.made('calendar-activities', activity);
  await meetings.made('actions', { what: 'Laga belysningen', organisationId, ownerFunction: 'gatuchef', due: day });
  const made = await api.as(coordinator).post(`${root}/calendar-feed`);
  const feed = await api.as(null).get((made.body as { path: string }).path);
  expect(feed.status).toBe(200);
  const text = feed.text.replaceAll(/\r\n /g, '');
  for (const told of ['Extra möte om resecentrum', 'Nattvandring i centrum', 'Laga belysningen'])
    expect(text).toContain(told);
  expect(text).not.toContain('De andras möte');
});
