import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../app/database.js';
import type { AccountRow, MembershipRow } from './access.queries.js';
import type { ApiKeyScope } from './api-key.schema.js';
import type { Permission } from './permission.js';

export const accessRule = 'narbild:access';

export type AccessRule =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'signed-in'; readonly devices?: true }
  | { readonly kind: 'installation' }
  | { readonly kind: 'key'; readonly scope: ApiKeyScope }
  | { readonly kind: 'public'; readonly reason: string };

/** Only those whose role carries the permission in the municipality of the path's `:code`. */
export const Requires = (permission: Permission) => SetMetadata(accessRule, { kind: 'permission', permission });

/** Anybody who is signed in, about their own affairs only. */
export const RequiresSignIn = () => SetMetadata(accessRule, { kind: 'signed-in' });

/** Anybody who is signed in, and paired phones too, about their own affairs only. */
export const RequiresSignInOrDevice = () => SetMetadata(accessRule, { kind: 'signed-in', devices: true });

/** Those who run the installation. */
export const RequiresInstallation = () => SetMetadata(accessRule, { kind: 'installation' });

/** Only machines: an API key of the municipality of the path's `:code` that has this scope. */
export const RequiresKey = (scope: ApiKeyScope) => SetMetadata(accessRule, { kind: 'key', scope });

/** Everybody, for a reason that is written down. */
export const Public = (reason: string) => SetMetadata(accessRule, { kind: 'public', reason });

/** What the guard found out about the caller. */
export interface Caller {
  readonly account: AccountRow;
  readonly memberships: readonly MembershipRow[];
  readonly tokenHash: Buffer;
  /** All that this caller may do, where it is less than what the role carries: a paired phone. */
  readonly permissions?: readonly Permission[];
  /** The paired phone that calls for the account. */
  readonly device?: {
    readonly id: string;
    readonly name: string;
    readonly municipalityCode: number;
    readonly expiresAt: Date;
  };
}

export type GuardedRequest = Request & { caller?: Caller; actor?: Actor };

/** The actor for the municipality in the path. Exists only behind `@Requires`. */
export const TheActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!actor) throw new Error('@TheActor() needs @Requires(permission)');
  return actor;
});

/** The signed-in account with its memberships. */
export const TheCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!caller) throw new Error('@TheCaller() needs somebody signed in');
  return caller;
});

/** A membership as an actor. */
export function toActor(accountId: string, membership: MembershipRow): Actor {
  return {
    accountId,
    municipalityCode: membership.municipality_code,
    tenants: [membership.municipality_code, ...membership.members],
    groups: membership.groups,
    organisationId: membership.organisation_id,
    role: membership.role,
  };
}
