import { type CanActivate, type ExecutionContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Actor } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { codeNumber } from './access.schema.js';
import { ApiKeysService } from './api-keys.service.js';
import { mayRole, type Permission } from './permission.js';
import { accessRule, type AccessRule, type Caller, type GuardedRequest, toActor } from './requires.js';
import { SessionsService } from './sessions.service.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const pathMethod = 'method';

/** The one guard: denies what nobody allowed, and keeps the boot from succeeding while a handler has no rule. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...input: unknown[]) => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata(pathMethod, prototype[name]!))
        .filter((name) => !this.reflector.get(accessRule, prototype[name]!))
        .map((name) => `${metatype.name}.${name}`);
    });
    if (open.length > 0) {
      throw new Error(`No access rule on ${open.join(', ')}: write @Requires(permission) or @Public(reason)`);
    }
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule | undefined>(accessRule, context.getHandler());
    if (!rule) throw new DomainError('forbidden');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    refuseCrossSite(request);
    if (rule.kind === 'public') return true;
    if (rule.kind === 'key') {
      const code = String(request.params['code'] ?? '');
      request.actor = await this.keys.actorOf(request.headers.authorization, code, rule.scope);
      return true;
    }
    const caller = await this.sessions.callerOf(request.headers.cookie);
    if (!caller) throw new DomainError('not-signed-in');
    request.caller = caller;
    if (caller.permissions && rule.kind !== 'permission' && !(rule.kind === 'signed-in' && rule.devices))
      throw new DomainError('forbidden');
    if (rule.kind === 'installation' && !caller.account.installation_administrator) throw new DomainError('forbidden');
    if (rule.kind === 'permission')
      request.actor = actorFor(caller, String(request.params['code'] ?? ''), rule.permission);
    return true;
  }
}

/**
 * The caller as an actor in one municipality. Somebody who is not a member hears that it is not there, so that
 * addresses do not tell which municipalities exist.
 */
function actorFor(caller: Caller, code: string, permission: Permission): Actor {
  if (!/^\d{4,5}$/.test(code)) throw new DomainError('not-found');
  const membership = caller.memberships.find((row) => row.municipality_code === codeNumber(code));
  if (!membership) throw new DomainError('not-found');
  if (!mayRole(membership.role, permission) || caller.permissions?.includes(permission) === false)
    throw new DomainError('forbidden');
  return toActor(caller.account.id, membership);
}

/**
 * CSRF: what changes something comes from our own pages. Browsers say so in Sec-Fetch-Site; older ones in Origin.
 * A call with neither is refused when it carries our cookie. Source: OWASP CSRF cheat sheet, "Fetch Metadata".
 */
function refuseCrossSite(request: GuardedRequest): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  const { origin, host } = request.headers;
  if (site === undefined && origin !== undefined && URL.canParse(origin) && new URL(origin).host === host) return;
  if (site === undefined && origin === undefined && request.headers.cookie === undefined) return;
  throw new DomainError('cross-site');
}
