import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readEnvironment } from '../../api/src/app/environment.js';
import { createLogger } from '../../api/src/app/logging.js';
import { WebhookService } from '../../api/src/faults/webhook.service.js';
import { MailService } from '../../api/src/mail/mail.service.js';
import { ReminderPostService } from '../../api/src/reminders/reminder-post.service.js';
import { type Api, type Member, startApi } from '../support/api.js';
import { LocalWebhook, SmsService } from '../support/sms-service.js';

let api: Api;
let coordinator: Member;
let root: string;

beforeAll(async () => {
  api = await startApi();
  const municipality = await api.municipality();
  coordinator = await municipality.member('coordinator');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(() => api.close());

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
