import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { codeMinutes, mostDevices, stateOf } from './device.js';
import {
  accountForDevice,
  accountRows,
  deviceRow,
  deviceRows,
  type DeviceListRow,
  insertDevice,
  revokeDevice,
} from './device.queries.js';
import type { DeviceAccount, DeviceBody, DevicePairing } from './device.schema.js';

/** Phones that may report without a password: made, listed with their last use, revoked. */
@Injectable()
export class DevicesService {
  constructor(private readonly database: Database) {}

  /** Makes a phone that waits to be paired with an account. The code is told this once. */
  async create(actor: Actor, name: string, accountId: string = actor.accountId): Promise<DevicePairing> {
    refusePersonalData({ '/name': name });
    const secret = randomBytes(32);
    const id = newId();
    return this.database.withTenant(actor, async (manager) => {
      const account = await accountForDevice(manager, actor.municipalityCode, accountId);
      if (!account) throw new DomainError('not-found');
      if (!mayRole(account.role, 'incident:report')) throw new DomainError('account-may-not-report');
      if (account.devices >= mostDevices) throw new DomainError('too-many-devices', { most: mostDevices });
      const codeHash = createHash('sha256').update(secret).digest();
      await insertDevice(manager, actor.municipalityCode, {
        id,
        accountId,
        name,
        madeBy: actor.accountId,
        codeHash,
        codeMinutes,
      });
      await audit(manager, actor, { action: 'create', subject: 'device', subjectId: id });
      const row = (await deviceRow(manager, actor.municipalityCode, id))!;
      return {
        device: toBody(row, actor),
        code: secret.toString('base64url'),
        codeExpiresAt: row.code_expires_at.toISOString(),
      };
    });
  }

  /** One's own phones; for those who look after them, everybody's. */
  async list(actor: Actor): Promise<DeviceBody[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await deviceRows(manager, actor.municipalityCode, ownOnly(actor));
      return rows.map((row) => toBody(row, actor));
    });
  }

  /** The accounts that a phone can be paired with: those who may report. */
  async accounts(actor: Actor): Promise<DeviceAccount[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await accountRows(manager, actor.municipalityCode);
      return rows
        .filter(({ role }) => mayRole(role, 'incident:report'))
        .map(({ id, name, organisation }) => ({ id, name, organisation }));
    });
  }

  /** Revokes a phone at once; what waits on it is thrown away when it next asks. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (!(await revokeDevice(manager, actor.municipalityCode, id, ownOnly(actor))))
        throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'device', subjectId: id });
    });
  }
}

function ownOnly(actor: Actor): string | null {
  return mayRole(actor.role, 'device:administer') ? null : actor.accountId;
}

function toBody(row: DeviceListRow, actor: Actor): DeviceBody {
  const dates = { revokedAt: row.revoked_at, expiresAt: row.expires_at, codeExpiresAt: row.code_expires_at };
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    accountName: row.account_name,
    own: row.account_id === actor.accountId,
    state: stateOf(dates, Date.now()),
    createdAt: row.created_at.toISOString(),
    pairedAt: row.paired_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
