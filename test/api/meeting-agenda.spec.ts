import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { type MeetingAnswer, Meetings } from '../support/meetings.js';

interface Line {
  readonly text: string;
  readonly count: number | null;
  readonly search: string | null;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly tone: string;
}

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let landlord: Member;
let meetings: Meetings;
const lastWeek = weekAround(Date.now(), -1);

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Dagordningskommunen');
  coordinator = await municipality.member('coordinator');
  landlord = await municipality.member('analyst', 'housing');
  meetings = new Meetings(api, municipality, coordinator);
  // Three reports by staff and two rows of the police in the week before; one report the year before.
  await insert('report', 'kommun', lastWeek.from, 3);
  await insert('police', 'polis', lastWeek.from, 2);
  await insert('report', 'kommun', weekAround(lastWeek.from, -52).from, 1);
}, 60_000);

afterAll(() => api.close());

async function insert(source: string, group: string, week: number, count: number): Promise<void> {
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, source_identity, group_code, organisation_id, category_code, occurred_from, time_precision, location, precision, placement, status)
     SELECT $1::smallint, gen_random_uuid(), $2 || $6 || n, $2, $2 || $6 || n, $3, $4::uuid, 'SKAD', to_timestamp($5::float8 / 1000), 'minute', ST_SetSRID(ST_MakePoint(560100, 6600100), 3006), 'address', 'register', 'accepted'
       FROM generate_series(1, $7::int) AS n`,
    [
      Number(municipality.code),
      source,
      group,
      municipality.organisations[group === 'polis' ? 'police' : 'municipality'],
      week + 40 * 3_600_000,
      String(week),
      count,
    ],
  );
}

async function agenda(member: Member, id: string): Promise<Record<string, Line[]>> {
  const answer = await api.as(member).get(meetings.url(`meetings/${id}/agenda`));
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, answer.text.slice(0, 300)]);
  const body = answer.body as { items: { kind: string; lines: Line[] }[] };
  return Object.fromEntries(body.items.map(({ kind, lines }) => [kind, lines]));
}

describe('the agenda fills itself', () => {
  test('with the week’s reports, the same week last year and the filter of every figure', async () => {
    const open = await meetings.open();
    const filled = await agenda(coordinator, open.id);
    const [week, last] = filled['reports']!;
    expect(week).toMatchObject({ count: 5, search: `period=egen&fran=${lastWeek.firstDay}&till=${lastWeek.lastDay}` });
    expect(last).toMatchObject({ count: 1 });
    expect(last!.text).toMatch(/^Samma vecka i fjol/);
    expect(filled['police-picture']![0]).toMatchObject({ count: 2 });
    expect(filled['police-picture']![0]!.search).toContain('kalla=polis');
    expect(filled['attendance']![0]!.text).toBe('Ingen är avprickad än av 2.');
    for (const line of Object.values(filled).flat())
      if (line.count !== null && line.subject === null && line.search === null)
        expect(line.text).toMatch(/avprickad|granskade/);
  });

  test('for a participant who may not see the police’s rows with the figures of the own groups only', async () => {
    const members = [{ function: 'förvaltare', organisationId: municipality.organisations['housing'], accountId: landlord.actor.accountId }]; // prettier-ignore
    const open = await meetings.open({}, { members });
    const filled = await agenda(landlord, open.id);
    expect(filled['reports']![0]!.count).toBe(3);
    expect(filled['police-picture']).toMatchObject([{ count: null, text: 'Polisens uppgifter visas för dem som får se dem.' }]); // prettier-ignore
  });

  test('with open decisions of earlier meetings until they are done', async () => {
    const { id: groupId } = await meetings.group();
    const rhythm = { every: 'week', weeks: 1, weekday: 2 };
    const series = await meetings.made<{ nextMeetingId: string }>('meeting-series', { groupId, name: 'EST', kind: 'weekly-est', rhythm, startsAt: '08:30', firstOn: '2026-01-01' }); // prettier-ignore
    await meetings.post(`meetings/${series.nextMeetingId}/opening`, {}, 200);
    const decided = (await meetings.post(`meetings/${series.nextMeetingId}/decisions`, { what: 'Lampan vid bron lagas', organisationId: municipality.organisations['municipality'], ownerFunction: 'gatuchef', due: '2099-01-01' }, 201)) as MeetingAnswer; // prettier-ignore
    const closed = (await meetings.post(`meetings/${series.nextMeetingId}/closing`, {}, 200)) as MeetingAnswer;
    const carried = (await agenda(coordinator, closed.nextMeetingId!))['last-decisions']!;
    expect(carried).toMatchObject([
      { tone: 'caution', subject: { kind: 'action', id: decided.decisions[0]!.action.id } },
    ]);
    expect(carried[0]!.text).toContain('Lampan vid bron lagas');
  });

  test('of a steering group with what others have lifted to it, until it has taken it up', async () => {
    const open = await meetings.open();
    await meetings.post(`meetings/${open.id}/escalations`, { target: 'steering-group', text: 'Belysningen saknar pengar' }, 201); // prettier-ignore
    const steering = await meetings.open({}, { kind: 'steering' });
    expect((await agenda(coordinator, steering.id))['escalation']!.map(({ text }) => text).join()).toContain('Belysningen saknar pengar'); // prettier-ignore
    await meetings.post(`meetings/${steering.id}/closing`, {}, 200);
    expect((await meetings.get(open.id)).escalations).toMatchObject([{ takenUpIn: steering.id }]);
    const another = await meetings.open({}, { kind: 'steering' });
    expect((await agenda(coordinator, another.id))['escalation']).toMatchObject([{ text: 'Inget är lyft hit som väntar.' }]); // prettier-ignore
  });
});
