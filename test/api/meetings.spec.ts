import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../api/src/app/identifier.js';
import { MeetingPictureSweep } from '../../api/src/meetings/meeting-picture-sweep.service.js';
import { type Api, type Member, positionAt, square, startApi, type TestMunicipality } from '../support/api.js';
import { hoursFromNow, type MeetingAnswer, Meetings } from '../support/meetings.js';

let api: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let landlord: Member;
let meetings: Meetings;

beforeAll(async () => {
  api = await startApi();
  municipality = await api.municipality('Möteskommunen');
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  landlord = await municipality.member('analyst', 'housing');
  meetings = new Meetings(api, municipality, coordinator);
}, 60_000);

afterAll(() => api.close());

describe('a group', () => {
  test('has members by function, of an organisation or of a third party such as a station owner', async () => {
    const made = await meetings.made<{ id: string; members: object[]; agenda: { kind: string }[] }>('meeting-groups', {
      name: 'Samverkan vid stationen',
      kind: 'station-cooperation',
      members: [
        { function: 'samordnare', organisationId: municipality.organisations['municipality'] },
        { function: 'områdeschef', party: 'Jernhusen' },
      ],
    });
    expect(made.members).toMatchObject([
      { function: 'samordnare', organisation: 'Kommunens förvaltningar', party: null },
      { function: 'områdeschef', organisation: null, party: 'Jernhusen' },
    ]);
    expect(made.agenda).toHaveLength(12);
  });

  test('refuses a member of nowhere, an account of somebody else, a name that is taken and a personnummer', async () => {
    const call = (body: object) => api.as(coordinator).post(meetings.url('meeting-groups')).send(body);
    const stranger = await (await api.municipality('Grannen')).member('coordinator');
    const organisationId = municipality.organisations['municipality'];
    const nowhere = await call({ name: 'A', members: [{ function: 'chef' }] });
    expect(nowhere.body.errors).toMatchObject([
      { pointer: '/members/0/organisationId', code: 'party-or-organisation' },
    ]);
    const account = await call({ name: 'A', members: [{ function: 'chef', organisationId, accountId: stranger.actor.accountId }] }); // prettier-ignore
    expect(account.body.errors).toMatchObject([{ code: 'unknown-account' }]);
    expect((await call({ name: 'Samverkan vid stationen' })).body.code).toBe('meeting-group-name-taken');
    expect((await call({ name: 'Grupp 19121212-1212' })).status).toBe(422);
  });
});

describe('a meeting', () => {
  test('gets the group’s members and agenda, and each may be changed', async () => {
    const planned = await meetings.planned();
    expect(planned.items.map(({ title }) => title).slice(0, 3)).toEqual(['Närvaro', 'Förra mötets beslut', 'Veckans rapporter']); // prettier-ignore
    expect(planned.participants).toMatchObject([{ function: 'samordnare', attendance: 'expected' }, { function: 'kommunpolis' }]); // prettier-ignore
    const more = (await meetings.post(`meetings/${planned.id}/items`, { title: 'Skolavslutningen', after: planned.items[0]!.id }, 201)) as MeetingAnswer; // prettier-ignore
    expect(more.items.map(({ title }) => title).slice(0, 3)).toEqual(['Närvaro', 'Skolavslutningen', 'Förra mötets beslut']); // prettier-ignore
    const present = await api.as(coordinator).put(meetings.url(`meetings/${planned.id}/participants/${planned.participants[1]!.id}`)).send({ attendance: 'present' }); // prettier-ignore
    expect(present.body.participants[1].attendance).toBe('present');
  });

  test('is never answered as unchanged: its tag is for saving over, and a note does not raise it', async () => {
    const open = await meetings.open();
    const url = meetings.url(`meetings/${open.id}`);
    const before = await api.as(coordinator).get(url);
    const tag = before.headers['etag'] as string;
    expect([tag, before.headers['cache-control']]).toEqual([`"${open.version}"`, 'no-store']);
    await meetings.note(open.id, open.items[3]!.id, { base: 0, text: 'Nytt' });
    const after = await api.as(coordinator).get(url).set('If-None-Match', tag);
    expect([after.status, after.headers['etag']]).toEqual([200, tag]);
    expect((after.body as MeetingAnswer).items[3]!.note.text).toBe('Nytt');
    const moved = await api.as(coordinator).patch(url).set('If-Match', tag).send({ place: 'Stationen' });
    expect([moved.status, moved.body.place]).toEqual([200, 'Stationen']);
    expect((await api.as(police).patch(url).set('If-Match', tag).send({ place: 'Torget' })).status).toBe(412);
  });

  test('is decided in by two at once: both decisions stand, in an order that does not change', async () => {
    const open = await meetings.open();
    const deciding = ['Fler pass i parken', 'Lampan lagas', 'Fältgruppen går förbi', 'Vakter på torget'].map((what, at) =>
      api.as(at % 2 ? police : coordinator).post(meetings.url(`meetings/${open.id}/decisions`)).send(meetings.decision(what)),
    ); // prettier-ignore
    const answers = await Promise.all(deciding);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const first = await meetings.get(open.id);
    expect(first.decisions.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect((await meetings.get(open.id)).decisions).toEqual(first.decisions);
  });

  test('keeps one decision however often it is sent, and none while it is not open', async () => {
    const planned = await meetings.planned();
    const early = await api.as(coordinator).post(meetings.url(`meetings/${planned.id}/decisions`)).send(meetings.decision('För tidigt')); // prettier-ignore
    expect(early.body.code).toBe('meeting-not-open');
    await meetings.post(`meetings/${planned.id}/opening`, {}, 200);
    const id = newId();
    for (let time = 0; time < 3; time++) await meetings.decide(planned.id, 'En gång', { id });
    expect((await meetings.get(planned.id)).decisions).toHaveLength(1);
  });

  test('is closed once, and nothing is written to it after that', async () => {
    const open = await meetings.open();
    await meetings.post(`meetings/${open.id}/closing`, {}, 200);
    for (const [verb, path, body] of [
      ['post', 'closing', {}],
      ['post', 'decisions', meetings.decision('För sent')],
      ['post', 'items', { title: 'För sent' }],
      ['put', 'priorities', { priorities: [] }],
      ['patch', `notes/${open.items[0]!.id}`, { base: 0, text: 'För sent' }],
    ] as const) {
      const answer = await api
        .as(coordinator)
        [verb](meetings.url(`meetings/${open.id}/${path}`))
        .send(body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'meeting-closed']);
    }
  });

  test('left open for a week says so, and is closed with its true end', async () => {
    const begun = new Date(Date.now() - 7 * 86_400_000);
    const at = begun.toISOString();
    const until = new Date(begun.getTime() + 3_600_000).toISOString();
    const open = await meetings.open({ at, until });
    expect(open.leftOpen).toBe(true);
    const said = new Date(begun.getTime() + 4_500_000).toISOString();
    const wrong = await api.as(coordinator).post(meetings.url(`meetings/${open.id}/closing`)).send({ until: hoursFromNow(3) }); // prettier-ignore
    expect(wrong.body.errors).toMatchObject([{ pointer: '/until', code: 'end-not-possible' }]);
    const closed = (await meetings.post(`meetings/${open.id}/closing`, { until: said }, 200)) as MeetingAnswer;
    expect([closed.status, closed.until, closed.leftOpen]).toEqual(['closed', said, false]);
    const other = await meetings.open({ at, until });
    expect(((await meetings.post(`meetings/${other.id}/closing`, {}, 200)) as MeetingAnswer).until).toBe(until);
  });
});

describe('notes', () => {
  test('of two who write in the same item both stand, each revision is kept', async () => {
    const open = await meetings.open();
    const item = open.items[3]!.id;
    const first = await meetings.note(open.id, item, { base: 0, text: 'Parken är lugn.\nSkolan ringde.' });
    expect(first.body).toMatchObject({ revision: 1, merged: false });
    await meetings.note(open.id, item, { base: 1, text: 'Parken är mycket lugn.\nSkolan ringde.' });
    const both = await meetings
      .as(police)
      .note(open.id, item, { base: 1, text: 'Parken är lugn.\nSkolan ringde igen.' });
    expect(both.body).toMatchObject({ revision: 3, merged: true, text: 'Parken är mycket lugn.\nSkolan ringde igen.' });
    const history = await api.as(coordinator).get(meetings.url(`meetings/${open.id}/notes/${item}`));
    expect((history.body as { revision: number; mine: boolean }[]).map(({ revision, mine }) => [revision, mine])).toEqual([[3, false], [2, true], [1, true]]); // prettier-ignore
  });

  test('that overlap are answered with both texts and what they began from, and nothing is stored', async () => {
    const open = await meetings.open();
    const item = open.items[3]!.id;
    await meetings.note(open.id, item, { base: 0, text: 'Lugnt på torget' });
    await meetings.note(open.id, item, { base: 1, text: 'Oroligt på torget' });
    const conflict = await meetings.as(police).note(open.id, item, { base: 1, text: 'Stökigt på torget' });
    expect(conflict.status).toBe(409);
    expect(conflict.headers['content-type']).toContain('application/problem+json');
    expect(conflict.body).toMatchObject({
      code: 'note-conflict',
      base: { revision: 1, text: 'Lugnt på torget' },
      theirs: { revision: 2, text: 'Oroligt på torget' },
      mine: { text: 'Stökigt på torget' },
    });
    expect((await meetings.get(open.id)).items[3]!.note).toMatchObject({ revision: 2, text: 'Oroligt på torget' });
  });

  test('refuse a personnummer and a revision that is not there', async () => {
    const open = await meetings.open();
    const item = open.items[3]!.id;
    expect((await meetings.note(open.id, item, { base: 0, text: 'Ring 19121212-1212' })).status).toBe(422);
    expect((await meetings.note(open.id, item, { base: 9, text: 'Hej' })).body.errors).toMatchObject([{ code: 'note-revision-unknown' }]); // prettier-ignore
  });
});

describe('the police’s picture', () => {
  test('is clipped at the border and says so, refuses a self-crossing area and one that is elsewhere', async () => {
    const open = await meetings.open();
    const tell = (polygon: object) =>
      api
        .as(police)
        .post(meetings.url(`meetings/${open.id}/pictures`))
        .send({ text: 'Fler fordon', keep: true, polygon });
    const over = await tell(square(600, { x: 565_000, y: 6_600_000 }));
    expect((over.body as MeetingAnswer).pictures).toMatchObject([{ text: 'Fler fordon', clipped: true }]);
    const crossing = [positionAt(0, 0), positionAt(100, 100), positionAt(100, 0), positionAt(0, 100), positionAt(0, 0)];
    expect((await tell({ type: 'Polygon', coordinates: [crossing] })).body.errors).toMatchObject([{ code: 'boundary-crossing-ring' }]); // prettier-ignore
    expect((await tell(square(600, { x: 590_000, y: 6_600_000 }))).body.errors).toMatchObject([
      { code: 'area-outside' },
    ]);
  });

  test('is not shown to those who neither see the police’s rows nor sit at the meeting', async () => {
    const open = await meetings.open();
    await meetings.as(police).post(`meetings/${open.id}/pictures`, { text: 'Spaning pågår', keep: true }, 201);
    expect((await meetings.get(open.id)).pictures).toHaveLength(1);
    expect((await meetings.as(landlord).get(open.id)).pictures).toEqual([]);
    const members = [{ function: 'förvaltare', organisationId: municipality.organisations['housing'], accountId: landlord.actor.accountId }]; // prettier-ignore
    const theirs = await meetings.open({}, { members });
    await meetings.as(police).post(`meetings/${theirs.id}/pictures`, { text: 'Spaning pågår', keep: true }, 201);
    expect((await meetings.as(landlord).get(theirs.id)).pictures).toHaveLength(1);
  });

  test('that is not to be kept is in no table when the meeting has closed', async () => {
    const secret = `hemligt ${newId()}`;
    const open = await meetings.open();
    await meetings
      .as(police)
      .post(`meetings/${open.id}/pictures`, { text: secret, keep: false, polygon: square(200) }, 201);
    expect((await meetings.get(open.id)).pictures).toMatchObject([{ text: secret, kept: false }]);
    await meetings.post(`meetings/${open.id}/closing`, {}, 200);
    const tables: { name: string }[] = await api.owner.query(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`); // prettier-ignore
    const holding: string[] = [];
    for (const { name } of tables) {
      const found: unknown[] = await api.owner.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE $1 LIMIT 1`, [`%${secret}%`]); // prettier-ignore
      if (found.length > 0) holding.push(name);
    }
    expect(tables.length).toBeGreaterThan(40);
    expect(holding).toEqual([]);
  });

  test('that is not to be kept is gone after a day by the clock alone, of a meeting that nobody closes or looks at', async () => {
    const open = await meetings.open();
    const tell = async (text: string, keep: boolean) =>
      meetings.as(police).post(`meetings/${open.id}/pictures`, { text, keep }, 201);
    for (const [text, keep] of [['Gammalt och löst', false], ['Gammalt och sparat', true], ['Nyss sagt', false]] as const) await tell(text, keep); // prettier-ignore
    await api.owner.query(`UPDATE police_picture SET at = now() - interval '25 hours' WHERE meeting_id = $1 AND text LIKE 'Gammalt%'`, [open.id]); // prettier-ignore
    await Promise.all([1, 2].map(() => api.application.get(MeetingPictureSweep).sweep(Date.now())));
    const left: { text: string }[] = await api.owner.query(`SELECT text FROM police_picture WHERE meeting_id = $1 ORDER BY text`, [open.id]); // prettier-ignore
    expect(left.map(({ text }) => text)).toEqual(['Gammalt och sparat', 'Nyss sagt']);
    const told: { count: number; account_id: string }[] = await api.owner.query(`SELECT count, account_id FROM audit WHERE municipality_code = $1 AND subject = 'police_picture' AND action = 'delete'`, [municipality.code]); // prettier-ignore
    expect(told).toEqual([{ count: 1, account_id: '00000000-0000-0000-0000-000000000000' }]);
  });
});

describe('a series', () => {
  test('plans its next meeting at once and another when that closes', async () => {
    const { id: groupId } = await meetings.group();
    const series = await meetings.made<{ nextMeetingId: string; rhythmText: string; upcoming: object[] }>(
      'meeting-series',
      {
        groupId,
        name: 'EST tisdag',
        kind: 'weekly-est',
        rhythm: { every: 'week', weeks: 1, weekday: 2 },
        startsAt: '08:30',
        firstOn: '2026-01-01',
      },
    );
    expect(series.rhythmText).toBe('varje tisdag 08:30');
    expect(series.upcoming).toHaveLength(5);
    await meetings.post(`meetings/${series.nextMeetingId}/opening`, {}, 200);
    await meetings.decide(series.nextMeetingId, 'Följer med');
    const closed = (await meetings.post(`meetings/${series.nextMeetingId}/closing`, {}, 200)) as MeetingAnswer;
    expect(closed.nextMeetingId).not.toBeNull();
    const next = await meetings.get(closed.nextMeetingId!);
    expect(next.previousMeetingId).toBe(series.nextMeetingId);
    expect(next.status).toBe('planned');
  });
});
