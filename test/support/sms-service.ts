import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebhookService } from '../../api/src/faults/webhook.service.js';

/** The webhook service, allowed to call this machine, and trusting the test's certificate. */
export class LocalWebhook extends WebhookService {
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

/** A municipality's SMS service on this machine: https, and keeps what it is asked. */
export class SmsService {
  readonly calls: { readonly body: string; readonly signature: string }[] = [];
  refuses = false;
  readonly certificate: string;
  private readonly server;

  constructor() {
    const folder = mkdtempSync(path.join(tmpdir(), 'narbild-sms-'));
    const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' }); // prettier-ignore
    this.certificate = readFileSync(certificate, 'utf8');
    this.server = createServer({ key: readFileSync(key), cert: this.certificate }, (request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        this.calls.push({ body, signature: String(request.headers['x-narbild-signature']) });
        response.writeHead(this.refuses ? 500 : 204).end();
      });
    });
    rmSync(folder, { recursive: true });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `https://localhost:${(this.server.address() as AddressInfo).port}/sms`;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}
