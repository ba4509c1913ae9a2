import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Environment } from '../app/environment.js';
import { newId } from '../app/identifier.js';
import { ENVIRONMENT } from '../app/injection.js';
import {
  type AccountRow,
  accountByEmail,
  accountOfSession,
  accountStillSignedIn,
  deleteSession,
  demoAccountRows,
  insertAudit,
  insertSession,
  type MembershipRow,
  membershipsOf,
} from './access.queries.js';
import { codeText, type SessionBody, type SignIn } from './access.schema.js';
import { demoAccount } from './demo-account.js';
import { hashPassword, verifyPassword } from './password.js';
import { rolePermissions, type Role } from './permission.js';
import { DeviceSessionsService } from './device-sessions.service.js';
import { type Caller, toActor } from './requires.js';
import { Throttle } from './throttle.js';

const cookieName = '__Host-narbild';

/** Signing in and out. The cookie holds 256 random bits; the database holds only their hash. */
@Injectable()
export class SessionsService {
  private readonly unknownPassword = hashPassword('nobody has this password');

  constructor(
    private readonly database: Database,
    private readonly throttle: Throttle,
    private readonly devices: DeviceSessionsService,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Opens a session, or throws `wrong-credentials` or `too-many-attempts`; both take as long for an unknown address. */
  async signIn(credentials: SignIn, address: string): Promise<{ body: SessionBody; cookie: string }> {
    const email = credentials.email.trim().toLowerCase();
    await this.throttle.spend(email, address);
    const account = await this.database.withAccess((manager) => accountByEmail(manager, email));
    const matches = await verifyPassword(credentials.password, account?.password_hash ?? (await this.unknownPassword));
    if (!account || !matches) {
      await this.database.withAccess((manager) =>
        insertAudit(manager, signInDeed(account?.id ?? null, 'sign-in-refused')),
      );
      throw new DomainError('wrong-credentials', {}, [{ pointer: '/password', code: 'wrong-credentials' }]);
    }
    await this.throttle.forgive(email, address);
    const token = randomBytes(32);
    const memberships = await this.database.withAccess(async (manager) => {
      await insertSession(manager, hashOf(token), account.id, this.environment.sessionHours);
      await insertAudit(manager, signInDeed(account.id, 'sign-in'));
      return membershipsOf(manager, account.id);
    });
    return {
      body: toBody(account, memberships),
      cookie: this.cookie(token.toString('base64url'), this.environment.sessionHours * 3600),
    };
  }

  /** Who sent the cookie, or undefined: somebody signed in goes before the phone that they use. */
  async callerOf(cookieHeader: string | undefined): Promise<Caller | undefined> {
    return (await this.signedIn(cookieHeader)) ?? (await this.devices.callerOf(cookieHeader));
  }

  private async signedIn(cookieHeader: string | undefined): Promise<Caller | undefined> {
    const token = readCookie(cookieHeader);
    if (!token) return undefined;
    const tokenHash = hashOf(token);
    return this.database.withAccess(async (manager) => {
      const account = await accountOfSession(manager, tokenHash, this.environment.sessionIdleMinutes);
      return account && { account, memberships: await membershipsOf(manager, account.id), tokenHash };
    });
  }

  /** An account as an actor in one municipality, for work that goes on after the request. Throws `forbidden`. */
  async actorFor(accountId: string, municipalityCode: number): Promise<Actor> {
    const memberships = await this.database.withAccess((manager) => membershipsOf(manager, accountId));
    const membership = memberships.find((row) => row.municipality_code === municipalityCode);
    if (!membership) throw new DomainError('forbidden');
    return toActor(accountId, membership);
  }

  /** What the holder of a session may still do in a municipality, for a line that stays open; undefined when it has ended. */
  async membershipOf(tokenHash: Buffer, actor: Actor): Promise<MembershipRow | undefined> {
    return this.database.withAccess(async (manager) => {
      const accountId = await accountStillSignedIn(manager, tokenHash, this.environment.sessionIdleMinutes);
      if (accountId !== actor.accountId) return undefined;
      const memberships = await membershipsOf(manager, accountId);
      return memberships.find((row) => row.municipality_code === actor.municipalityCode);
    });
  }

  /** Ends the session; on a paired phone, the pairing. Answers the cookie that says so. */
  async signOut(caller: Caller): Promise<string> {
    if (caller.device) return this.devices.unpair(caller);
    await this.database.withAccess((manager) => deleteSession(manager, caller.tokenHash));
    return this.cookie('', 0);
  }

  current(caller: Caller): SessionBody {
    return toBody(caller.account, caller.memberships, caller);
  }

  /** The accounts that the sign-in page offers, on the embedded database on loopback only. */
  async demoAccounts() {
    if (!this.environment.demo) throw new DomainError('not-demo');
    const rows: { email: string; name: string; role: Role; organisation: string; kind: string }[] =
      await this.database.withAccess(demoAccountRows);
    return { accounts: rows.map(({ kind, ...row }) => ({ ...row, ...demoAccount(row.role, kind) })) };
  }

  private cookie(value: string, seconds: number): string {
    return `${cookieName}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${seconds}`;
  }
}

function signInDeed(accountId: string | null, action: string) {
  return {
    municipalityCode: 0,
    id: newId(),
    accountId,
    action,
    subject: 'session',
    subjectId: null,
    count: null,
    facts: {},
  };
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

function toBody(
  account: AccountRow,
  memberships: readonly MembershipRow[],
  { device, permissions }: Pick<Caller, 'device' | 'permissions'> = {},
): SessionBody {
  return {
    device: device ? { id: device.id, name: device.name, expiresAt: device.expiresAt.toISOString() } : null,
    account: { id: account.id, name: account.name, email: account.email, language: account.language },
    installationAdministrator: account.installation_administrator,
    memberships: memberships.map((row) => ({
      municipality: { code: codeText(row.municipality_code), name: row.municipality_name, demo: row.demo },
      organisation: { id: row.organisation_id, name: row.organisation_name, kind: row.organisation_kind },
      role: row.role as Role,
      permissions: [...(permissions ?? rolePermissions[row.role as Role] ?? [])],
    })),
  };
}
