import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { type Actor, Database } from '../app/database.js';
import { LOGGER } from '../app/injection.js';
import {
  insertSeals,
  latestSeal,
  municipalityCodes,
  sealCount,
  sealedRows,
  unsealedRows,
} from './audit-seal.queries.js';
import { sealOf } from './audit-seal.js';

const batch = 2000;
const nobody = '00000000-0000-7000-8000-000000000000';

/** Seals the audit rows of each municipality into a chain, so that a row changed behind our back shows. */
@Injectable()
export class AuditSealService {
  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Two processes at the same number: one of them fails on the key and the other has done the work. */
  @Interval(60_000)
  async sealAll(): Promise<void> {
    try {
      const codes = await this.database.withAccess(municipalityCodes);
      for (const code of [0, ...codes]) await this.seal(code);
    } catch (error) {
      this.logger.warn({ code: (error as { code?: string }).code }, 'the audit log waits for its seal');
    }
  }

  /** Seals what is older than a minute; returns how many rows. */
  async seal(code: number): Promise<number> {
    return this.database.withTenant(system(code), async (manager) => {
      const rows = await unsealedRows(manager, code, batch);
      if (rows.length === 0) return 0;
      const latest = await latestSeal(manager, code);
      let hash = latest?.hash ?? null;
      const seals = rows.map((row, index) => {
        hash = sealOf(hash, row);
        return { number: (latest?.number ?? 0) + index + 1, auditId: row.id, hash: hash.toString('hex') };
      });
      await insertSeals(manager, code, seals);
      return rows.length;
    });
  }

  /** Walks the chain: whether every sealed row is still there and still what it was. */
  async verify(actor: Actor): Promise<{ sealed: number; intact: boolean }> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await sealedRows(manager, actor.municipalityCode);
      const sealed = await sealCount(manager, actor.municipalityCode);
      let hash: Buffer | null = null;
      const intact = rows.length === sealed && rows.every((row) => (hash = sealOf(hash, row)).equals(row.hash));
      return { sealed, intact };
    });
  }
}

function system(code: number): Actor {
  return {
    accountId: nobody,
    municipalityCode: code,
    tenants: [code],
    groups: [],
    organisationId: nobody,
    role: 'system',
  };
}
