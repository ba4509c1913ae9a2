import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { codeNumber } from './access.schema.js';
import {
  type ApiKeyRow,
  apiKeyRows,
  insertApiKey,
  noteApiKeyUse,
  revokeApiKey,
  validApiKey,
} from './api-key.queries.js';
import type { ApiKey, ApiKeyScope, MadeApiKey, NewApiKey } from './api-key.schema.js';
import { audit } from './audit.js'; // prettier-ignore

const form = /^Bearer narbild_([0-9a-f]{32})_([\w-]{43})$/;

/** Keys for machines: one municipality, one organisation, a few scopes, an end. Only the hash of a secret is kept. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<ApiKey[]> {
    const rows = await this.database.withTenant(actor, (manager) => apiKeyRows(manager, actor.municipalityCode));
    return rows.map(body);
  }

  /** Makes a key; its secret is in this answer and nowhere else. */
  async create(actor: Actor, input: NewApiKey): Promise<MadeApiKey> {
    refusePersonalData({ '/name': input.name });
    const id = newId();
    const secret = randomBytes(32).toString('base64url');
    return this.database.withTenant(actor, async (manager) => {
      const key = { ...input, id, hash: hashOf(secret), accountId: actor.accountId };
      await insertApiKey(manager, actor.municipalityCode, key);
      await audit(manager, actor, { action: 'create', subject: 'api-key', subjectId: id, facts: { scopes: input.scopes } });
      const row = (await apiKeyRows(manager, actor.municipalityCode)).find((each) => each.id === id)!;
      return { ...body(row), secret: `narbild_${id.replaceAll('-', '')}_${secret}` };
    });
  } // prettier-ignore

  /** A revoked key is refused from the next call on; the row stays, to say that it was there. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if (!(await revokeApiKey(manager, actor.municipalityCode, id))) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'delete', subject: 'api-key', subjectId: id });
    });
  }

  /**
   * The machine behind an `Authorization: Bearer narbild_…` header as an actor in one municipality. Throws
   * `api-key-invalid` for a header that is missing, wrong, revoked, out of date or of another municipality, all alike.
   */
  async actorOf(header: string | undefined, codeText: string, scope: ApiKeyScope): Promise<Actor> {
    const match = form.exec(header ?? '');
    if (!match || !/^\d{4,5}$/.test(codeText)) throw new DomainError('api-key-invalid');
    const id = match[1]!.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const code = codeNumber(codeText);
    if (code > 32_000) throw new DomainError('api-key-invalid');
    const key = await this.database.withAccess(async (manager) => {
      const row = await validApiKey(manager, code, id);
      if (!row || !timingSafeEqual(row.secret_hash, hashOf(match[2]!))) return null;
      await noteApiKeyUse(manager, code, id);
      return row;
    });
    if (!key) throw new DomainError('api-key-invalid');
    if (!key.scopes.includes(scope)) throw new DomainError('forbidden');
    return {
      accountId: id,
      municipalityCode: code,
      tenants: [code],
      groups: key.groups,
      organisationId: key.organisation_id,
      role: 'machine',
    };
  }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function body(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes as ApiKeyScope[],
    organisation: row.organisation,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    status: row.status,
  };
}
