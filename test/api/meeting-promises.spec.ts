import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { Meetings } from '../support/meetings.js';

/** What five real promise documents say of meetings, entered and read back; the facts are those of data/promises. */
let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let meetings: Meetings;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Löfteskommunen');
  coordinator = await municipality.member('coordinator');
  meetings = new Meetings(api, municipality, coordinator);
}, 60_000);

afterAll(() => api.close());

async function enter(group: object, series: object) {
  const made = await meetings.made<{ id: string }>('meeting-groups', group);
  await meetings.made('meeting-series', { groupId: made.id, startsAt: '13:00', firstOn: '2026-01-01', ...series });
  const [groups, rows] = await Promise.all(['meeting-groups', 'meeting-series'].map((path) => api.as(coordinator).get(meetings.url(path)))); // prettier-ignore
  const of = (answer: typeof groups, key: string) => (answer!.body as Record<string, string>[]).find((row) => row[key] === made.id)!; // prettier-ignore
  return { group: of(groups, 'id'), series: of(rows, 'groupId') };
}

const member = (fn: string, kind: string) => ({ function: fn, organisationId: municipality.organisations[kind] });

describe('what real promises say of meetings is entered and comes out again', () => {
  test('Kungsör: at least one strategic meeting of the leadership in the year, counted', async () => {
    const members = [member('kommunchef', 'municipality'), member('chef för lokalpolisområdet', 'police')];
    const rhythm = { every: 'year', month: 11, nth: 1, weekday: 4 };
    const { group, series } = await enter({ name: 'Kommunledning och polis', kind: 'bra', members }, { name: 'Strategiskt möte', kind: 'strategic', rhythm }); // prettier-ignore
    expect(group).toMatchObject({ name: 'Kommunledning och polis', members });
    expect(series).toMatchObject({
      kind: 'strategic',
      rhythm,
      rhythmText: 'första torsdagen i november varje år 13:00',
    });
    const year = new Date().getUTCFullYear();
    const counts = async () => {
      const { body } = await api.as(coordinator).get(meetings.url(`meetings/counts?year=${year}`));
      return (body as { kinds: { kind: string; held: number; lastHeldOn: string | null }[] }).kinds.find(({ kind }) => kind === 'strategic'); // prettier-ignore
    };
    expect((await counts())?.held ?? 0).toBe(0);
    const held = await meetings.open({ kind: 'strategic', groupId: group['id'] });
    await meetings.post(`meetings/${held.id}/closing`, {}, 200);
    expect(await counts()).toMatchObject({ held: 1, lastHeldOn: expect.stringMatching(`^${year}-`) });
  });

  test('Lund: structured cooperation at the station with its owner, about once a month, and two safety walks', async () => {
    const members = [
      member('säkerhetssamordnare', 'municipality'),
      member('kommunpolis', 'police'),
      { function: 'stationschef', party: 'Jernhusen' },
    ];
    const rhythm = { every: 'month', months: 1, nth: 2, weekday: 2 };
    const { group, series } = await enter({ name: 'Trygg och trivsam station', kind: 'station-cooperation', members }, { name: 'Stationsmöte', kind: 'monthly', rhythm, place: 'Stationen' }); // prettier-ignore
    expect(group).toMatchObject({ kind: 'station-cooperation', members });
    expect(series).toMatchObject({
      kind: 'monthly',
      place: 'Stationen',
      rhythmText: 'andra tisdagen varje månad 13:00',
    });
    const walk = await meetings.planned({ kind: 'safety-walk', title: 'Trygghetsvandring vid stationen', groupId: group['id'] }); // prettier-ignore
    expect(walk.participants).toMatchObject([{}, {}, { function: 'stationschef', party: 'Jernhusen' }]);
  });

  test('Österåker: neighbourhood and boat watch, and physical meetings with residents', async () => {
    for (const [name, kind] of [
      ['Grannsamverkan', 'neighbourhood-watch'],
      ['Båtsamverkan', 'boat-watch'],
    ] as const) {
      // prettier-ignore
      const rhythm = { every: 'month', months: 3, nth: 1, weekday: 1 };
      const members = [member('samordnare', 'municipality'), { function: 'kontaktombud', party: `${name} Österskär` }];
      const { group, series } = await enter(
        { name, kind, members },
        { name: `${name}, möte`, kind: 'dialogue', rhythm },
      );
      expect(group).toMatchObject({ name, kind, members });
      expect(series).toMatchObject({ kind: 'dialogue', rhythm });
    }
  });
});

describe('a group', () => {
  test('is changed over the version that was read, with an agenda of its own', async () => {
    const { id, version } = await meetings.group();
    const put = (ifMatch: string, body: object) => api.as(coordinator).put(meetings.url(`meeting-groups/${id}`)).set('If-Match', ifMatch).send(body); // prettier-ignore
    const agenda = [
      { kind: 'attendance' },
      { kind: 'own', title: 'Runt bordet' },
      { kind: 'decisions', title: 'Vi beslutar' },
    ];
    const changed = await put(`"${version}"`, { name: 'Nytt namn', kind: 'est', members: [], agenda });
    expect(changed.body).toMatchObject({ version: version + 1, name: 'Nytt namn', members: [], agenda: [{ kind: 'attendance', title: null }, { title: 'Runt bordet' }, { title: 'Vi beslutar' }] }); // prettier-ignore
    expect((await put(`"${version}"`, { name: 'För sent' })).body.code).toBe('changed-by-someone-else');
    const planned = await meetings.planned({ groupId: id });
    expect(planned.items.map(({ title }) => title)).toEqual(['Närvaro', 'Runt bordet', 'Vi beslutar']);
  });

  test('never shows itself to another municipality', async () => {
    const { id } = await meetings.group();
    const neighbour = await api.municipality('Granne');
    const stranger = await neighbour.member('coordinator');
    const there = `/api/v1/municipalities/${neighbour.code}`;
    expect((await api.as(stranger).get(`${there}/meeting-groups/${id}`)).status).toBe(404);
    const body = { groupId: id, kind: 'other', at: '2026-11-24T08:00:00Z', until: '2026-11-24T09:00:00Z' };
    expect((await api.as(stranger).post(`${there}/meetings`).send(body)).status).toBe(404);
  });
});

test('meetings of the account stand in its calendar feed', async () => {
  const { path } = await meetings.made<{ path: string }>('calendar-feed', {});
  const members = [{ ...member('samordnare', 'municipality'), accountId: coordinator.actor.accountId }];
  await meetings.planned({ title: 'Möte i kalendern' }, { members });
  await meetings.planned({ title: 'Andras möte' });
  const { text } = await api.as(null).get(path);
  expect(text).toContain('SUMMARY:Möte i kalendern');
  expect(text).not.toContain('Andras möte');
});
