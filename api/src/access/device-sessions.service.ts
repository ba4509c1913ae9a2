import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { insertAudit, membershipsOf } from './access.queries.js';
import { accountById, deviceOfToken, type DeviceRow, pairDevice, revokeOwnDevice } from './device.queries.js';
import { devicePermissions } from './permission.js';
import type { Caller } from './requires.js';
import { Throttle } from './throttle.js';

const cookieName = '__Host-narbild-phone';
/** A pairing lasts a term; then the phone is paired again. */
export const pairedDays = 90;

/** Phones that were paired by a one-time code. They report for one account in one municipality and may do nothing else. */
@Injectable()
export class DeviceSessionsService {
  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
  ) {}

  /** Pairs a phone with the code of its QR square; throws `pairing-code-used`. */
  async pair(code: string, address: string): Promise<{ caller: Caller; cookie: string }> {
    await this.throttle.spend('pairing', address);
    const token = randomBytes(32);
    const caller = await this.database.withAccess(async (manager) => {
      const device = await pairDevice(manager, hashOf(Buffer.from(code, 'base64url')), hashOf(token), pairedDays);
      if (!device) return undefined;
      await insertAudit(manager, pairingDeed(device));
      const account = await accountById(manager, device.account_id);
      return account && this.caller(device, account, await membershipsOf(manager, account.id), hashOf(token));
    });
    if (!caller) throw new DomainError('pairing-code-used');
    await this.throttle.forgive('pairing', address);
    return { caller, cookie: cookie(token.toString('base64url'), pairedDays * 24 * 3600) };
  }

  /**
   * Which phone sent the cookie; undefined when it sent none. Throws `device-revoked` and `device-expired`, so that the
   * phone knows whether what waits on it is thrown away or kept for the next pairing.
   */
  async callerOf(cookieHeader: string | undefined): Promise<Caller | undefined> {
    const token = readCookie(cookieHeader);
    if (!token) return undefined;
    const found = await this.database.withAccess(async (manager) => {
      const device = await deviceOfToken(manager, hashOf(token));
      if (!device || device.revoked || device.expired) return device;
      const account = await accountById(manager, device.account_id);
      return account && this.caller(device, account, await membershipsOf(manager, account.id), hashOf(token));
    });
    if (found && 'revoked' in found) throw new DomainError(found.revoked ? 'device-revoked' : 'device-expired');
    return found;
  }

  /** The phone gives up its pairing itself: signing out on a paired phone. */
  async unpair(caller: Caller): Promise<string> {
    const { device } = caller;
    if (device)
      await this.database.withAccess((manager) => revokeOwnDevice(manager, device.municipalityCode, device.id));
    return cookie('', 0);
  }

  private caller(
    row: DeviceRow,
    account: Caller['account'],
    memberships: Caller['memberships'],
    tokenHash: Buffer,
  ): Caller {
    return {
      account: { ...account, installation_administrator: false },
      // Whatever the account may do elsewhere, its phone reports in the one municipality, as a reporter.
      memberships: memberships
        .filter((membership) => membership.municipality_code === row.municipality_code)
        .map((membership) => ({ ...membership, role: 'reporter', members: [] })),
      tokenHash,
      permissions: devicePermissions,
      device: { id: row.id, name: row.name, municipalityCode: row.municipality_code, expiresAt: row.expires_at },
    };
  }
}

function pairingDeed(device: DeviceRow) {
  return {
    municipalityCode: 0,
    id: newId(),
    accountId: device.account_id,
    action: 'pair',
    subject: 'device',
    subjectId: device.id,
    count: null,
    facts: {},
  };
}

function cookie(value: string, seconds: number): string {
  return `${cookieName}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${seconds}`;
}

function hashOf(token: Buffer): Buffer {
  return createHash('sha256').update(token).digest();
}

function readCookie(header: string | undefined): Buffer | undefined {
  const value = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  return value && /^[\w-]{43}$/.test(value) ? Buffer.from(value, 'base64url') : undefined;
}
