import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '../../api/src/app/identifier.js';
import { WebhookService } from '../../api/src/faults/webhook.service.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from '../support/api.js';

let smtp: Server;
let letters: string[];
let api: Api;
let municipality: TestMunicipality;
let administrator: Member;
let reporter: Member;
let root: string;

const port = (server: Server) => (server.address() as AddressInfo).port;

/** A mail server that takes whatever comes (RFC 5321, as much as is needed). */
function takesMail(): Server {
  return createServer((socket) => {
    let text: string | null = null;
    socket.unref();
    socket.write('220 test\r\n');
    socket.on('data', (bytes) => {
      const said = bytes.toString('utf8');
      if (text !== null) {
        text += said;
        if (!text.endsWith('\r\n.\r\n')) return;
        letters.push(text);
        text = null;
        socket.write('250 taken\r\n');
      } else if (said.startsWith('DATA')) {
        text = '';
        socket.write('354 go on\r\n');
      } else if (said.startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
    socket.on('error', () => undefined);
  });
}

beforeAll(async () => {
  letters = [];
  smtp = takesMail();
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  api = await startApi({
    SMTP_URL: `smtp://127.0.0.1:${port(smtp)}?ignoreTLS=true`,
    MAIL_FROM: 'narbild@provkommunen.example',
  });
  municipality = await api.municipality();
  administrator = await municipality.member('administrator');
  reporter = await municipality.member('reporter');
  root = `/api/v1/municipalities/${municipality.code}`;
}, 60_000);

afterAll(async () => {
  await api.close();
  smtp.close();
});

const route = (more: object = {}) => ({
  categoryCode: 'PLATS',
  way: 'mail',
  target: 'felanmalan@provkommunen.example',
  subject: 'Fel: {sort}',
  template: '{kategori}, {sort}\nPlats: {plats}\nTid: {tid}\n{text}\n{lank}',
  ...more,
});
const setRoute = (more: object = {}, who = administrator) => api.as(who).put(`${root}/fault-routes`).send(route(more));

async function reported(more: object = {}): Promise<string> {
  const id = newId();
  const made = await api.as(reporter).post(`${root}/incidents`).send({ id, categoryCode: 'PLATS', subcategoryCode: 'belysning', occurredFrom: new Date(Date.now() - 3600_000).toISOString(), placement: 'address', address: 'Storgatan 4', position: positionAt(10, 10), ...more }); // prettier-ignore
  expect(made.status).toBe(201);
  return id;
}
const send = (id: string, who = reporter) => api.as(who).post(`${root}/incidents/${id}/fault-report`).send({});

describe('a fault by mail', () => {
  test('goes once, says when, and holds the place but not who reported', async () => {
    await setRoute();
    const id = await reported({ description: 'Tre lampor är släckta' });
    expect((await api.as(reporter).get(`${root}/incidents/${id}/fault-report`)).body).toMatchObject({
      state: 'available',
      way: 'mail',
    });
    const [first, second] = [await send(id), await send(id)];
    expect(first.body).toMatchObject({ state: 'sent', way: 'mail', at: expect.any(String) });
    expect(second.body).toEqual(first.body);
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    const text = letter!
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/((?:=[0-9A-F]{2})+)/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString('utf8'));
    expect(text).toContain('Storgatan 4');
    expect(text).toContain('Tre lampor är släckta');
    expect(text).not.toContain(reporter.email);
  });

  test('leaves out a text that a reviewer has not cleared', async () => {
    const id = await reported({ description: 'Anna Lindström på Storgatan sa att lampan är trasig' });
    await send(id);
    expect(letters.at(-1)).not.toContain('Lindstr');
  });

  test('of somebody else is not there, nor is one in a category without a route', async () => {
    const id = await reported();
    expect((await send(id, await municipality.member('reporter'))).status).toBe(404);
    const other = await reported({ categoryCode: 'SKAD', subcategoryCode: null });
    expect((await send(other)).body.code).toBe('no-fault-route');
  });

  test('that two send at once is one letter', async () => {
    const before = letters.length;
    const id = await reported();
    await Promise.all([send(id), send(id)]);
    expect((await send(id)).body.state).toBe('sent');
    expect(letters.length - before).toBe(1);
  });
});

test('without a mail server the answer is a draft for one’s own mail program', async () => {
  const quiet = await startApi();
  try {
    await setRoute();
    const id = await reported();
    const drafted = await quiet.as(reporter).post(`${root}/incidents/${id}/fault-report`).send({});
    expect(drafted.body).toMatchObject({
      state: 'drafted',
      draft: expect.stringMatching(/^mailto:felanmalan@provkommunen\.example\?subject=Fel%3A%20Belysning&body=/),
    });
  } finally {
    await quiet.close();
  }
});

describe('where faults go', () => {
  test.each([
    ['http://felanmalan.example.se/in'],
    ['https://127.0.0.1/in'],
    ['https://[::1]/in'],
    ['https://[::ffff:10.0.0.1]/in'],
    ['https://2130706433/in'],
    ['https://0x7f.1/in'],
    ['https://169.254.169.254/latest/meta-data'],
    ['https://localhost/in'],
    ['https://intranet/in'],
    ['https://user:pass@example.se/in'],
    ['file:///etc/passwd'],
    ['inte en adress'],
  ])('is never %s', async (target) => {
    const answer = await setRoute({ way: 'webhook', target, secret: 'x'.repeat(32) });
    expect(answer.body.errors).toMatchObject([{ pointer: '/target', code: 'webhook-not-allowed' }]);
  });

  test('by webhook needs a secret, which is never told again', async () => {
    const target = 'https://felanmalan.example.se/in';
    expect((await setRoute({ categoryCode: 'ORDN', way: 'webhook', target })).body.errors).toMatchObject([
      { pointer: '/secret' },
    ]);
    const set = await setRoute({ categoryCode: 'ORDN', way: 'webhook', target, secret: 'hemligt-hemligt-hemligt' });
    expect(JSON.stringify(set.body)).not.toContain('hemligt');
    expect(set.body).toContainEqual(expect.objectContaining({ categoryCode: 'ORDN', hasSecret: true }));
  });

  test('is set by the administrator only, for categories that exist', async () => {
    expect((await setRoute({}, reporter)).status).toBe(403);
    expect((await setRoute({ categoryCode: 'FINNSEJ' })).body.errors).toMatchObject([{ code: 'unknown-category' }]);
    expect((await setRoute({ target: 'a@b.se, c@d.se' })).body.errors).toMatchObject([{ code: 'mail-address-wrong' }]);
  });
});

describe('a webhook', () => {
  /** The same service, allowed to call this machine, and trusting the test's certificate. */
  class LocalWebhook extends WebhookService {
    constructor(private readonly certificate: string) {
      super();
    }

    protected override mayReach(): boolean {
      return true;
    }

    protected override get trusted() {
      return { ca: this.certificate };
    }
  }

  test('is signed, follows no redirect, and one that fails says so', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'narbild-webhook-'));
    const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' }); // prettier-ignore
    const asked: { path: string; body: string; signature: string }[] = [];
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        asked.push({ path: request.url ?? '', body, signature: String(request.headers['x-narbild-signature']) });
        if (request.url === '/away') response.writeHead(302, { Location: '/in' }).end();
        else response.writeHead(request.url === '/in' ? 204 : 500).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const hook = new LocalWebhook(readFileSync(certificate, 'utf8'));
      const call = (at: string, service: WebhookService = hook) =>
        service.deliver({
          url: `https://localhost:${port(server)}${at}`,
          secret: 'hemlig',
          at: 1_700_000_000,
          body: { a: 'å' },
        });
      expect(await call('/in')).toBe(true);
      const v1 = createHmac('sha256', 'hemlig').update(`1700000000.${asked[0]!.body}`).digest('hex');
      expect(asked[0]).toEqual({ path: '/in', body: '{"a":"å"}', signature: `t=1700000000,v1=${v1}` });
      expect([await call('/away'), await call('/broken')]).toEqual([false, false]);
      expect(asked.map((one) => one.path)).toEqual(['/in', '/away', '/broken']);
      // The service as it ships looks the name up, finds this machine, and does not connect.
      expect(await call('/in', new WebhookService())).toBe(false);
      expect(asked).toHaveLength(3);
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  }, 30_000);
});
