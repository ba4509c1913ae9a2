import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { isPublicAddress } from './address-range.js';

const patienceMs = 10_000;

export interface Delivery {
  readonly url: string;
  readonly secret: string;
  /** Epoch seconds. */
  readonly at: number;
  readonly body: object;
}

/** What stands in `X-Narbild-Signature`: HMAC-SHA256 of `<seconds>.<body>`, so that nothing can be changed or replayed later. */
export function signature(secret: string, at: number, body: string): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}

/** Calls a municipality's own system: https only, public addresses only, no redirect followed, the answer not read. */
@Injectable()
export class WebhookService {
  /** Whether an address may be called; the address that was checked is the one that is connected to. */
  protected mayReach(address: string): boolean {
    return isPublicAddress(address);
  }

  /** Certificates to trust besides the system's; none. */
  protected get trusted(): { readonly ca?: string } {
    return {};
  }

  /** Delivers; false on any refusal, fault or silence. */
  async deliver({ url, secret, at, body }: Delivery): Promise<boolean> {
    const target = URL.canParse(url) ? new URL(url) : null;
    if (target?.protocol !== 'https:' || target.username !== '') return false;
    const bare = target.hostname.replaceAll(/[[\]]/g, '');
    // A name goes through the lookup below; an address is not looked up, so it is judged here.
    if (/^[\d.]+$|:/.test(bare) && !this.mayReach(bare)) return false;
    const text = JSON.stringify(body);
    return new Promise((resolve) => {
      const call = request(
        target,
        {
          method: 'POST',
          lookup: this.guardedLookup,
          agent: false,
          timeout: patienceMs,
          ...this.trusted,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Length': Buffer.byteLength(text),
            'User-Agent': 'Narbild',
            'X-Narbild-Signature': signature(secret, at, text),
          },
        },
        (answer) => {
          answer.destroy();
          resolve(answer.statusCode !== undefined && answer.statusCode >= 200 && answer.statusCode < 300);
        },
      );
      const limit = setTimeout(() => call.destroy(new Error('too slow')), patienceMs);
      call.on('timeout', () => call.destroy(new Error('too slow')));
      call.on('error', () => resolve(false));
      call.on('close', () => {
        clearTimeout(limit);
        resolve(false);
      });
      call.end(text);
    });
  }

  private readonly guardedLookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => this.mayReach(address)))
        return callback(Object.assign(new Error('not a public address'), { code: 'EACCES' }), []);
      if (options.all === true) return callback(null, addresses);
      return callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
