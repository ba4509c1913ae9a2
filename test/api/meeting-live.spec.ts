import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { EventStream } from '../support/event-stream.js';
import { Meetings } from '../support/meetings.js';

let api: Api;
/** Another process on the same database. */
let other: Api;
let municipality: TestMunicipality;
let coordinator: Member;
let police: Member;
let meetings: Meetings;
const lines: EventStream[] = [];

beforeAll(async () => {
  api = await startApi();
  other = await startApi();
  await Promise.all([api, other].map((each) => new Promise<void>((done) => (each.server as Server).listen(0, '127.0.0.1', done)))); // prettier-ignore
  municipality = await api.municipality('Livekommunen');
  coordinator = await municipality.member('coordinator');
  police = await municipality.member('police');
  meetings = new Meetings(api, municipality, coordinator);
}, 60_000);

afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});

afterAll(async () => {
  await api.close();
  await other.close();
});

function listen(meetingId: string, member: Member, { on = api, lastEventId }: { on?: Api; lastEventId?: string } = {}) {
  const path = meetings.url(`meetings/${meetingId}/live`);
  const line = new EventStream(on.server as Server, path, { cookie: member.cookie, ...(lastEventId ? { lastEventId } : {}) }); // prettier-ignore
  lines.push(line);
  return line;
}

describe('who follows a meeting', () => {
  test('hears of a change within a second, also of what another process has written', async () => {
    const open = await meetings.open();
    const here = listen(open.id, coordinator);
    const there = listen(open.id, police, { on: other });
    await Promise.all([here, there].map((line) => line.wait(({ event }) => event === 'hello')));
    const began = Date.now();
    await meetings.decide(open.id, 'Fler pass i parken');
    const [first, second] = await Promise.all(
      [here, there].map((line) => line.wait(({ event }) => event === 'changed')),
    );
    expect(first!.data).toMatchObject({ what: 'decisions', revision: Number(first!.id) });
    expect(second!.data).toEqual(first!.data);
    expect(first!.at - began).toBeLessThan(1000);
    expect(second!.at - began).toBeLessThan(2000);
  });

  test('hears at once that a decision is taken back, and that it holds again; the one is gone, the other is there', async () => {
    const open = await meetings.open();
    const decided = await meetings.decide(open.id, 'Fler pass i parken');
    const { id } = decided.decisions[0]!.action;
    const line = listen(open.id, police);
    await line.wait(({ event }) => event === 'hello');
    const told = (revision: number) =>
      line.wait(({ event, data }) => event === 'changed' && data['revision'] === revision);
    const began = Date.now();
    await meetings.post(`actions/${id}/withdrawal`, {}, 200);
    const first = await told(decided.revision + 1);
    expect(first.data).toEqual({ revision: decided.revision + 1, what: 'decisions', id });
    expect(first.at - began).toBeLessThan(1000);
    expect(await meetings.get(open.id)).toMatchObject({ decisions: [], revision: decided.revision + 1 });
    expect((await api.as(coordinator).delete(meetings.url(`actions/${id}/withdrawal`))).status).toBe(200);
    await told(decided.revision + 2);
    expect((await meetings.get(open.id)).decisions).toHaveLength(1);
  });

  test('hears at once how a decision of the group’s last meeting goes, also when its owner answers by link', async () => {
    const { id: groupId } = await meetings.group();
    const before = await meetings.open({ groupId });
    const decided = await meetings.decide(before.id, 'Fler pass i parken');
    const { id } = decided.decisions[0]!.action;
    const { path } = await meetings.made<{ path: string }>(`actions/${id}/links`, { mailTo: null });
    await meetings.post(`meetings/${before.id}/closing`, {}, 200);
    const open = await meetings.open({ groupId });
    const line = listen(open.id, police);
    await line.wait(({ event }) => event === 'hello');
    const began = Date.now();
    const token = path.slice(path.lastIndexOf('#') + 1);
    const said = await api.as(null).post('/api/v1/action-links/answer').send({ token, status: 'done', note: null });
    expect(said.status).toBe(200);
    const heard = await line.wait(({ event }) => event === 'changed');
    expect(heard.data).toMatchObject({ what: 'decisions', id });
    expect(heard.at - began).toBeLessThan(1000);
  });

  test('misses nothing over a break, and hears nothing twice', async () => {
    const open = await meetings.open();
    const before = listen(open.id, coordinator);
    const { id } = await before.wait(({ event }) => event === 'hello');
    before.close();
    for (let each = 0; each < 3; each++) await meetings.decide(open.id, 'Fler pass i parken');
    const after = listen(open.id, coordinator, { lastEventId: id });
    await after.wait(({ data }) => data['revision'] === Number(id) + 3 && data['what'] !== undefined);
    await meetings.post(`meetings/${open.id}/items`, { title: 'Övrigt' }, 201);
    await after.wait(({ data }) => data['what'] === 'items');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const revisions = after.events.filter(({ event }) => event === 'changed').map(({ data }) => data['revision']);
    expect(revisions).toEqual([1, 2, 3, 4].map((more) => Number(id) + more));
  });

  test('hears how many others do', async () => {
    const open = await meetings.open();
    const line = listen(open.id, coordinator);
    await line.wait(({ event }) => event === 'hello');
    const second = listen(open.id, police);
    await line.wait(({ event, data }) => event === 'present' && data['count'] === 2);
    second.close();
    const told = line.events.length;
    await line.wait(
      (event) => event.event === 'present' && event.data['count'] === 1 && line.events.indexOf(event) >= told,
    );
  });

  test('is cut off within seconds when the session has ended or the role is taken away', async () => {
    const open = await meetings.open();
    const leaving = await municipality.member('coordinator');
    const demoted = await municipality.member('analyst');
    const streams = [listen(open.id, leaving), listen(open.id, demoted)];
    await Promise.all(streams.map((line) => line.wait(({ event }) => event === 'hello')));
    await api.owner.query(`DELETE FROM session WHERE account_id = $1`, [leaving.actor.accountId]);
    await api.owner.query(`UPDATE membership SET role = 'reporter' WHERE account_id = $1`, [demoted.actor.accountId]);
    await Promise.all(streams.map((line) => line.end()));
    expect(streams.map(({ events }) => events.at(-1)!.event)).toEqual(['ended', 'ended']);
  }, 15_000);

  test('without a right, in another municipality or without asking for a stream gets an answer and no stream', async () => {
    const open = await meetings.open();
    const url = meetings.url(`meetings/${open.id}/live`);
    const stranger = await (await api.municipality('Granne')).member('coordinator');
    const reporter = await municipality.member('reporter');
    const ask = (member: Member) => api.as(member).get(url).set('Accept', 'text/event-stream');
    expect((await ask(stranger)).status).toBe(404);
    expect((await ask(reporter)).status).toBe(403);
    expect((await api.as(coordinator).get(url)).body.code).toBe('not-a-stream');
  });
});

test('the process ends although somebody follows a meeting', async () => {
  const third = await startApi();
  await new Promise<void>((done) => (third.server as Server).listen(0, '127.0.0.1', done));
  const open = await meetings.open();
  const line = listen(open.id, coordinator, { on: third });
  await line.wait(({ event }) => event === 'hello');
  await third.close();
  await line.end();
}, 15_000);
