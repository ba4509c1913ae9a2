import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { readyRows } from './decision.queries.js';
import { twinRows } from './review.queries.js';
import type { DuplicateRules, TrustBody } from './review.schema.js';
import { ruleRows, sourceRows, writeRule, writeTrust } from './source.queries.js';

const trustOf = (atOnce: boolean | null) => (atOnce === null ? 'no' : atOnce ? 'at-once' : 'together');

/** Whose reports are trusted, and what counts as a possible duplicate: the municipality's own rows. */
@Injectable()
export class SourcesService {
  constructor(private readonly database: Database) {}

  /** The organisations with their trust, and how many of their reports wait and can be accepted together. */
  async list(actor: Actor) {
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const answer = [];
      for (const row of await sourceRows(manager, code)) {
        const ready = row.waiting > 0 ? (await readyRows(manager, code, row.id)).map((one) => one.id) : [];
        const doubtful = new Set((await twinRows(manager, code, ready)).map((twin) => twin.of));
        answer.push({
          organisationId: row.id,
          name: row.name,
          trust: trustOf(row.at_once),
          waiting: row.waiting,
          ready: ready.length - doubtful.size,
        });
      }
      return answer;
    });
  }

  /** Trusts an organisation or stops trusting it; what is accepted already stays so. */
  async trust(actor: Actor, organisationId: string, { trust }: TrustBody): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      if (!(await sourceRows(manager, code)).some((row) => row.id === organisationId))
        throw new DomainError('not-found');
      const atOnce = trust === 'no' ? null : trust === 'at-once';
      await writeTrust(manager, code, { organisationId, atOnce, accountId: actor.accountId });
      await audit(manager, actor, {
        action: 'update',
        subject: 'organisation',
        subjectId: organisationId,
        facts: { trust },
      });
    });
  }

  async rules(actor: Actor): Promise<DuplicateRules> {
    const rows = await this.database.withTenant(actor, (manager) => ruleRows(manager, actor.municipalityCode));
    const rule = (pair: string) => {
      const row = rows.find((one) => one.pair === pair);
      if (!row) throw new DomainError('not-found');
      return { metres: row.metres, hours: row.hours, sameCategory: row.same_category };
    };
    return { reports: rule('reports'), police: rule('police') };
  }

  async setRules(actor: Actor, rules: DuplicateRules): Promise<DuplicateRules> {
    await this.database.withTenant(actor, async (manager) => {
      for (const pair of ['reports', 'police'] as const) {
        const { metres, hours, sameCategory } = rules[pair];
        await writeRule(manager, actor.municipalityCode, { pair, metres, hours, same_category: sameCategory });
      }
      await audit(manager, actor, { action: 'update', subject: 'municipality', facts: { rules } });
    });
    return this.rules(actor);
  }
}
