import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { editedSections, type VersionRow, versionRow, versionRows } from './edition.queries.js';
import type { SituationVersionBody, VersionLine } from './edition.schema.js';

/** What has been approved: kept as it was. */
@Injectable()
export class SituationVersionsService {
  constructor(private readonly database: Database) {}

  /** The approved versions of a period, or of all periods, the latest first. */
  async list(actor: Actor, period: string | null): Promise<VersionLine[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await versionRows(manager, actor.municipalityCode, period);
      await audit(manager, actor, { action: 'read', subject: 'situation_version', count: rows.length });
      return rows.map(lineOf);
    });
  }

  /** How far the text of a period has come: how many of its sections were edited, and which version was approved last. */
  async state(
    actor: Actor,
    period: string,
  ): Promise<{ edited: number; approved: VersionLine | null; before: boolean }> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await versionRows(manager, actor.municipalityCode, null);
      const edited = await editedSections(manager, actor.municipalityCode, period);
      const own = rows.find((row) => row.period === period);
      await audit(manager, actor, { action: 'read', subject: 'situation_version', count: rows.length });
      return { edited, approved: own ? lineOf(own) : null, before: rows.length > 0 };
    });
  }

  async get(actor: Actor, id: string): Promise<SituationVersionBody> {
    return this.database.withTenant(actor, async (manager) => {
      const row = await versionRow(manager, actor.municipalityCode, id);
      if (!row) throw new DomainError('not-found');
      await audit(manager, actor, { action: 'read', subject: 'situation_version', subjectId: id });
      return { ...lineOf(row), secrecyBasis: row.secrecy_basis, content: row.content };
    });
  }
}

function lineOf(row: Omit<VersionRow, 'content'>): VersionLine {
  return {
    id: row.id,
    period: row.period,
    audience: row.audience,
    number: row.number,
    language: row.language,
    approvedAt: row.approved_at.toISOString(),
    by: row.organisation,
    registrationNumber: row.registration_number,
    classification: row.classification,
    digest: row.content_digest,
  };
}
