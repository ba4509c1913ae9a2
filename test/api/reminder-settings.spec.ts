import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac, randomBytes } from 'node:crypto';
import { readEnvironment } from '../../api/src/app/environment.js';
import { createLogger } from '../../api/src/app/logging.js';
import { WebhookService } from '../../api/src/faults/webhook.service.js';
import { MailService } from '../../api/src/mail/mail.service.js';
import { ReminderPostService } from '../../api/src/reminders/reminder-post.service.js';
import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, startApi, type TestMunicipality } from '../support/api.js';
import { LocalWebhook, SmsService } from '../support/sms-service.js';

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

let boxes = 0;
const box = () => `bostad-${Date.now()}-${boxes++}@provkommunen.example`;
const at = (organisation = 'housing') => `${root}/reminders/${municipality.organisations[organisation]}`;
const schedule = (more: object = {}) => ({ enabled: true, weekday: 5, hour: 10, emails: [], phones: [], ...more });
const set = (body: object, who = coordinator) => api.as(who).put(at()).send(body);

describe('who is reminded', () => {
  test('is said by coordinator and administrator, for organisations of their own municipality', async () => {
    const administrator = await municipality.member('administrator');
    expect((await set(schedule({ emails: [box()] }), administrator)).status).toBe(200);
    for (const role of ['reporter', 'police', 'analyst', 'reader'] as const)
      expect((await api.as(await municipality.member(role)).get(`${root}/reminders`)).status).toBe(403);
    const other = await (await api.municipality()).member('coordinator');
    expect((await api.as(other).get(`${root}/reminders`)).status).toBe(404);
    for (const table of ['reminder_setting', 'reminder', 'reminder_sms'])
      expect(await api.sqlAs(other.actor, `SELECT 1 FROM ${table} WHERE municipality_code = $1`, [Number(municipality.code)])).toEqual([]); // prettier-ignore
    expect(
      (
        await api
          .as(coordinator)
          .put(at('police'))
          .send(schedule({ emails: [box()] }))
      ).status,
    ).toBe(404);
    expect(
      (
        await api
          .as(coordinator)
          .put(`${root}/reminders/${newId()}`)
          .send(schedule({ emails: [box()] }))
      ).status,
    ).toBe(404);
  });

  test.each([
    ['a text that is no address', { emails: ['anna'] }, '/emails/0', 'mail-address-wrong'],
    ['two addresses in one', { emails: ['ok@example.se', 'a@b.se, c@d.se'] }, '/emails/1', 'mail-address-wrong'],
    ['a header in an address', { emails: ['a@b.se\r\nBcc: c@d.se'] }, '/emails/0', 'mail-address-wrong'],
    ['a word for a number', { phones: ['ring'] }, '/phones/0', 'phone-number-wrong'],
    ['nobody at all', {}, '/emails', 'no-recipients'],
  ])('is not %s', async (_, more, pointer, code) => {
    expect((await set(schedule(more))).body.errors).toMatchObject([{ pointer, code }]);
  });

  test.each([[{ weekday: 0 }], [{ weekday: 8 }], [{ hour: 3 }], [{ hour: 21 }], [{ emails: Array(6).fill('a@b.se') }]])(
    'is not said with %j',
    async (more) => expect((await set(schedule({ emails: ['a@b.se'], ...more }))).status).toBe(400),
  );

  test('gets numbers and addresses in one form, each once', async () => {
    const email = box();
    const answer = await set(
      schedule({ emails: [email.toUpperCase(), email], phones: ['070-123 45 67', '+46701234567'] }),
    );
    expect(answer.body.organisations.find((one: { name: string }) => one.name === 'Bostadsbolaget')).toMatchObject({
      emails: [email],
      phones: ['+46701234567'],
      nextAt: expect.stringMatching(/T0[89]:00:00/),
    });
  });
});

describe('SMS', () => {
  const setSms = (body: object) => api.as(coordinator).put(`${root}/reminder-sms`).send(body);

  test.each([
    'http://sms.example.se',
    'https://127.0.0.1/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://intranet/',
    'https://a:b@sms.example.se/',
    'inte en adress',
  ])(
    'never goes to %s', // prettier-ignore
    async (url) => {
      expect((await setSms({ url, secret: 'x'.repeat(16) })).body.errors).toMatchObject([
        { code: 'webhook-not-allowed' },
      ]);
    },
  );

  test('needs a secret, which is never told and never used for another address', async () => {
    const url = 'https://sms.example.se/in';
    expect((await setSms({ url })).body.errors).toMatchObject([{ pointer: '/secret', code: 'missing' }]);
    const answer = await setSms({ url, secret: 'hemligt-hemligt-hemligt' });
    expect(answer.body.sms).toEqual({ url });
    expect(answer.text).not.toContain('hemligt');
    expect((await setSms({ url })).status).toBe(200);
    expect((await setSms({ url: 'https://annan.example.se/in' })).body.errors).toMatchObject([{ pointer: '/secret' }]);
    expect((await api.as(coordinator).delete(`${root}/reminder-sms`)).status).toBe(204);
    expect((await api.as(coordinator).get(`${root}/reminders`)).body.sms).toBeNull();
  });
});

test('an SMS is handed over as {to, text}, signed; one that is not taken is known not to have gone', async () => {
  const service = new SmsService();
  const url = await service.open();
  try {
    const environment = readEnvironment({ PUBLIC_URL: 'https://narbild.example.se' });
    const mail = new MailService(environment, createLogger('silent'));
    const post = new ReminderPostService(mail, new LocalWebhook(service.certificate), environment);
    expect(post.link('nyckel')).toBe('https://narbild.example.se/svar#nyckel');
    expect(await post.sendSms({ url, secret: 'hemlig' }, '+46701234567', 'Hej å')).toBe(true);
    const [call] = service.calls;
    expect(JSON.parse(call!.body)).toEqual({ to: '+46701234567', text: 'Hej å' });
    const [, seconds, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(call!.signature)!;
    expect(v1).toBe(createHmac('sha256', 'hemlig').update(`${seconds}.${call!.body}`).digest('hex'));
    service.refuses = true;
    expect(await post.sendSms({ url, secret: 'hemlig' }, '+46701234567', 'Hej')).toBe(false);
    // As it ships it finds this machine behind the name, and does not connect.
    const shipped = new ReminderPostService(mail, new WebhookService(), environment);
    service.refuses = false;
    expect(await shipped.sendSms({ url, secret: 'hemlig' }, '+46701234567', 'Hej')).toBe(false);
    expect(service.calls).toHaveLength(2);
  } finally {
    await service.close();
  }
}, 30_000);

test('without a mail server and an address of its own nothing is sent, and that is said', async () => {
  await set(schedule({ emails: [box()] }));
  expect((await api.as(coordinator).get(`${root}/reminders`)).body.mail).toBe(false);
  for (const path of [at(), `${root}/reminder-tests`])
    expect((await api.as(coordinator).post(path).send({})).body).toMatchObject({ status: 409, code: 'reminders-not-set-up' }); // prettier-ignore
});

describe('a link', () => {
  const look = (token: string) => api.as(null).post('/api/v1/reminder-link').send({ token });
  const sayNothing = (token: string) => api.as(null).post('/api/v1/reminder-link/nothing').send({ token });

  test.each([
    ['made up', randomBytes(32).toString('base64url'), 404],
    ['cut short', 'abc', 404],
    ['with other signs', `${'a'.repeat(42)}'`, 404],
    ['empty', '', 400],
    ['far too long', 'a'.repeat(101), 400],
  ])('that is %s is refused', async (_, token, status) => {
    expect((await look(token)).status).toBe(status);
    expect((await sayNothing(token)).status).toBe(status);
  });
});
