import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { Mailbox } from '../support/mailbox.js';

let api: Api;
const mailbox = new Mailbox();
let municipality: TestMunicipality;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi({ SMTP_URL: await mailbox.open(), PUBLIC_URL: 'https://narbild.example.se' });
  municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

// Every test comes from one address; what one has used up is not the next one's fault.
const forgiven = () => api.owner.query('DELETE FROM throttle');

afterAll(async () => {
  await api?.close();
  await mailbox.close();
});

async function action(fields: object = {}) {
  const answer = await api
    .as(coordinator)
    .post(`${root}/actions`)
    .send({
      what: 'Fältgruppen går förbi parken',
      organisationId: municipality.organisations['housing'],
      ownerFunction: 'områdeschef',
      ...fields,
    });
  expect(answer.status).toBe(201);
  return answer.body as { id: string; what: string };
}

async function linkTo(id: string, body: object = {}) {
  const answer = await api.as(coordinator).post(`${root}/actions/${id}/links`).send(body);
  expect(answer.status).toBe(201);
  const { path } = answer.body as { path: string };
  return { token: path.slice('/atgard#'.length), body: answer.body };
}

const read = (token: string) => api.as(null).post('/api/v1/action-links/read').send({ token });
const say = (token: string, status: string, note: string | null = null) =>
  api.as(null).post('/api/v1/action-links/answer').send({ token, status, note });
const history = async (id: string) => (await api.as(coordinator).get(`${root}/actions/${id}`)).body.history;

describe('The owner’s link', () => {
  test('shows one decision, changes nothing by being looked at, and takes an answer that may be changed', async () => {
    const { id } = await action({ due: '2126-11-27' });
    const { token } = await linkTo(id);
    const shown = await read(token);
    expect(shown.body).toMatchObject({ municipality: 'Provkommunen', status: 'not-started', withdrawn: false });
    expect(shown.body.sentence.sv).toContain('Klart 27 november 2126.');
    expect(await history(id)).toHaveLength(1);
    expect((await say(token, 'doing', 'Börjar på fredag')).body.status).toBe('doing');
    expect((await say(token, 'done')).body.status).toBe('done');
    const rows = await history(id);
    expect(rows.map(({ by, status, note }: Record<string, string>) => [by, status, note])).toEqual([
      ['account', 'not-started', null],
      ['link', 'doing', 'Börjar på fredag'],
      ['link', 'done', null],
    ]);
    expect(rows[1].from).toMatch(/, områdeschef$/);
  });

  test('used twice at once gives a row of history each, and the last holds', async () => {
    const { id } = await action();
    const { token } = await linkTo(id);
    const both = await Promise.all([say(token, 'done'), say(token, 'cannot')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await history(id);
    const now = (await api.as(coordinator).get(`${root}/actions/${id}`)).body.status;
    expect([rows.length, rows.at(-1).status]).toEqual([3, now]);
  });

  test('is stored as a digest only, and what is written holds no personal data', async () => {
    const { id } = await action();
    const { token } = await linkTo(id);
    const [row] = await api.owner.query('SELECT token_hash FROM action_link WHERE action_id = $1', [id]);
    expect(row.token_hash.toString('base64url')).not.toBe(token);
    const refused = await say(token, 'cannot', 'Ring 070-174 06 05');
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      422,
      'personal-data-found',
      '/note',
    ]);
    for (const note of ['a\u0000b', 'x'.repeat(3_000_000)]) {
      const { status } = await say(token, 'done', note);
      expect([400, 413]).toContain(status);
    }
    expect(await history(id)).toHaveLength(1);
  });

  test('stops working when it is revoked, when it has expired, and says so of a withdrawn action', async () => {
    const { id } = await action();
    const { token } = await linkTo(id);
    await api.as(coordinator).post(`${root}/actions/${id}/withdrawal`);
    expect((await read(token)).body.withdrawn).toBe(true);
    expect((await say(token, 'done')).body.code).toBe('action-withdrawn');
    expect((await api.as(coordinator).post(`${root}/actions/${id}/links`).send({})).body.code).toBe('action-withdrawn');
    await api.as(coordinator).delete(`${root}/actions/${id}/withdrawal`);
    await api.owner.query(`UPDATE action_link SET expires_at = now() WHERE action_id = $1`, [id]);
    expect((await say(token, 'done')).body.code).toBe('action-link-expired');
    const second = await linkTo(id);
    expect((await api.as(coordinator).delete(`${root}/actions/${id}/links`)).status).toBe(204);
    expect((await read(second.token)).body.code).toBe('action-link-unknown');
  });

  test('is not made for what may be secret, and dies when an action becomes secret', async () => {
    const secret = { classification: 'may-be-secret', secrecyBasis: 'OSL 18 kap. 1 §' };
    const hidden = await action(secret);
    expect((await api.as(coordinator).post(`${root}/actions/${hidden.id}/links`).send({})).body.code).toBe(
      'action-secret',
    );
    const { id } = await action();
    const { token } = await linkTo(id);
    await api.as(coordinator).patch(`${root}/actions/${id}`).set('If-Match', '"1"').send(secret);
    expect((await read(token)).body.code).toBe('action-link-unknown');
    await api.as(coordinator).patch(`${root}/actions/${id}`).set('If-Match', '"2"').send({ classification: 'open' });
    expect((await read(token)).body.code).toBe('action-link-unknown');
  });

  test('goes by mail to a function, with the sentence and until when', async () => {
    const { id } = await action();
    const { body, token } = await linkTo(id, { mailTo: 'trygghet@example.se' });
    expect(body.mailed).toBe(true);
    const letter = mailbox.to('trygghet@example.se')[0]!;
    expect(letter.text).toContain(`https://narbild.example.se/atgard#${token}`);
    expect(letter.text).toContain('Fältgruppen går förbi parken. Ansvarig:');
    const [row] = await api.owner.query(
      `SELECT facts::text FROM audit WHERE subject = 'action_link' AND subject_id = $1`,
      [id],
    );
    expect(row.facts).not.toContain('example.se');
  });

  test('cannot be guessed: attempts run out, and a right one is still let in from elsewhere', async () => {
    await forgiven();
    const guesses = [];
    for (let at = 0; at < 12; at += 1) guesses.push((await read(randomBytes(32).toString('base64url'))).status);
    expect(guesses.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 404));
    expect(guesses.slice(8)).toEqual(Array.from({ length: 4 }, () => 429));
    await forgiven();
    const { id } = await action();
    const { token } = await linkTo(id);
    for (let at = 0; at < 20; at += 1) expect((await read(token)).status).toBe(200);
  });
});

describe('A calendar feed', () => {
  const feed = `/calendar-feed`;
  const fetched = (path: string) => api.as(null).get(path);

  test('holds the days of one’s own organisation’s open actions, as whole days, and nothing secret', async () => {
    await forgiven();
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const own = { organisationId: municipality.organisations['municipality'] };
    const mine = await action({ ...own, what: 'Slyröjning, vid åkanten', due: day, followUpOn: day });
    await action({
      ...own,
      what: 'Hemlig insats',
      due: day,
      classification: 'may-be-secret',
      secrecyBasis: 'OSL 18:1',
    });
    await action({ what: 'Andras sak', due: day });
    const made = await api.as(coordinator).post(`${root}${feed}`);
    expect(made.status).toBe(201);
    const answer = await fetched(made.body.path);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const text = answer.text.replaceAll(/\r\n /g, '');
    expect(text).toContain(`UID:${mine.id}-due@narbild`);
    expect(text).toContain('SUMMARY:Klart i dag: Slyröjning\\, vid åkanten');
    expect(text).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    expect(text).toContain('SUMMARY:Följs upp: Slyröjning');
    expect(text).not.toContain('Hemlig');
    expect(text).not.toContain('Andras sak');
  });

  test('is told once, renewed, and revoked', async () => {
    await forgiven();
    const first = (await api.as(coordinator).post(`${root}${feed}`)).body.path;
    const second = (await api.as(coordinator).post(`${root}${feed}`)).body.path;
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).status).toBe(200);
    expect((await api.as(coordinator).get(`${root}${feed}`)).body).toEqual({ madeAt: expect.any(String), path: null });
    expect((await api.as(coordinator).delete(`${root}${feed}`)).status).toBe(204);
    expect((await fetched(second)).status).toBe(404);
    expect((await fetched('/api/v1/calendar-feeds/hej.ics')).status).toBe(400);
  });

  test('of somebody whose account is disabled or who is no member any more is gone', async () => {
    await forgiven();
    const police = await municipality.member('police');
    const { path } = (await api.as(police).post(`${root}${feed}`)).body;
    expect((await fetched(path)).status).toBe(200);
    await api.owner.query('UPDATE account SET disabled_at = now() WHERE id = $1', [police.actor.accountId]);
    expect((await fetched(path)).status).toBe(404);
    await api.owner.query('UPDATE account SET disabled_at = NULL WHERE id = $1', [police.actor.accountId]);
    await api.owner.query('DELETE FROM membership WHERE account_id = $1', [police.actor.accountId]);
    expect((await fetched(path)).status).toBe(404);
  });
});
