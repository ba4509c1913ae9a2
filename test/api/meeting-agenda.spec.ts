import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { weekAround } from '../../api/src/situation/situation.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { addReports, linesOf, type MeetingAnswer, Meetings } from '../support/meetings.js';

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
  await addReports(api, municipality, { from: lastWeek.from, count: 3 });
  await addReports(api, municipality, { from: lastWeek.from, count: 2, police: true });
  await addReports(api, municipality, { from: weekAround(lastWeek.from, -52).from, count: 1 });
}, 60_000);

afterAll(() => api.close());

describe('the agenda fills itself', () => {
  test('with the week’s reports, the same week last year and the filter of every figure', async () => {
    const open = await meetings.open();
    const filled = await meetings.agenda(open.id);
    const [week, last] = linesOf(filled, 'reports');
    expect(week).toMatchObject({ count: 5, search: `period=egen&fran=${lastWeek.firstDay}&till=${lastWeek.lastDay}` });
    expect(last).toMatchObject({ count: 1 });
    expect(last!.text).toMatch(/^Samma vecka i fjol/);
    expect(linesOf(filled, 'police-picture')[0]).toMatchObject({ count: 2 });
    expect(linesOf(filled, 'police-picture')[0]!.search).toContain('kalla=polis');
    expect(linesOf(filled, 'attendance')[0]!.text).toBe('Ingen är avprickad än av 2.');
    for (const line of filled.items.flatMap(({ lines }) => lines))
      if (line.count !== null && line.subject === null && line.search === null)
        expect(line.text).toMatch(/avprickad|granskade/);
  });

  test('for a participant who may not see the police’s rows with the figures of the own groups only', async () => {
    const members = [{ function: 'förvaltare', organisationId: municipality.organisations['housing'], accountId: landlord.actor.accountId }]; // prettier-ignore
    const open = await meetings.open({}, { members });
    const filled = await meetings.as(landlord).agenda(open.id);
    expect(linesOf(filled, 'reports')[0]!.count).toBe(3);
    expect(linesOf(filled, 'police-picture')).toMatchObject([{ count: null, text: 'Polisens uppgifter visas för dem som får se dem.' }]); // prettier-ignore
  });

  test('with open decisions of earlier meetings until they are done', async () => {
    const { id: groupId } = await meetings.group();
    const rhythm = { every: 'week', weeks: 1, weekday: 2 };
    const series = await meetings.made<{ nextMeetingId: string }>('meeting-series', { groupId, name: 'EST', kind: 'weekly-est', rhythm, startsAt: '08:30', firstOn: '2026-01-01' }); // prettier-ignore
    await meetings.post(`meetings/${series.nextMeetingId}/opening`, {}, 200);
    const decided = await meetings.decide(series.nextMeetingId, 'Lampan vid bron lagas', { due: '2099-01-01' });
    const closed = (await meetings.post(`meetings/${series.nextMeetingId}/closing`, {}, 200)) as MeetingAnswer;
    const carried = linesOf(await meetings.agenda(closed.nextMeetingId!), 'last-decisions');
    expect(carried).toMatchObject([
      { tone: 'caution', subject: { kind: 'action', id: decided.decisions[0]!.action.id } },
    ]);
    expect(carried[0]!.text).toContain('Lampan vid bron lagas');
  });

  test('of a steering group with what others have lifted to it, until it has taken it up', async () => {
    const open = await meetings.open();
    await meetings.post(`meetings/${open.id}/escalations`, { target: 'steering-group', text: 'Belysningen saknar pengar' }, 201); // prettier-ignore
    const steering = await meetings.open({}, { kind: 'steering' });
    expect(linesOf(await meetings.agenda(steering.id), 'escalation').map(({ text }) => text).join()).toContain('Belysningen saknar pengar'); // prettier-ignore
    await meetings.post(`meetings/${steering.id}/closing`, {}, 200);
    expect((await meetings.get(open.id)).escalations).toMatchObject([{ takenUpIn: steering.id }]);
    const another = await meetings.open({}, { kind: 'steering' });
    expect(linesOf(await meetings.agenda(another.id), 'escalation')).toMatchObject([{ text: 'Inget är lyft hit som väntar.' }]); // prettier-ignore
  });
});
