import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { toPosition } from '../geo/projection.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { mustBeRefused } from '../privacy/personal-data.js';
import { alertSentence, defaultAlertRules } from './alert-rules.js';
import { alertRow, type AlertRow, alertRows, alertSetting, markSeen, saveAlertSetting } from './alert.queries.js';
import type { AlertBody, AlertQuery, AlertSeen, AlertSettingsBody, NewAlertSettings } from './alert.schema.js';

type Names = ReadonlyMap<string, { sv: string; en: string }>;

/** What the nightly scan found: read, and marked as seen. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  async list(actor: Actor, query: AlertQuery, language: Language): Promise<AlertBody[]> {
    const names = await this.names(actor);
    return this.database.withTenant(actor, async (manager) => {
      const rows = await alertRows(manager, actor.municipalityCode, {
        groups: actor.groups,
        seen: query.seen === undefined ? null : query.seen === 'yes',
        limit: query.limit,
      });
      await audit(manager, actor, { action: 'read', subject: 'alert', count: rows.length });
      return rows.map((row) => toBody(row, names, language));
    });
  }

  /** Marks an alert as seen, with what was decided; seen again, the later note stands. */
  async see(actor: Actor, id: string, { note }: AlertSeen, language: Language): Promise<AlertBody> {
    if (mustBeRefused(note ?? ''))
      throw new DomainError('personal-data-found', {}, [{ pointer: '/note', code: 'personal-data-found' }]);
    const names = await this.names(actor);
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const key = { id, groups: actor.groups };
      if (!(await alertRow(manager, code, key))) throw new DomainError('not-found');
      await markSeen(manager, code, { id, accountId: actor.accountId, note });
      await audit(manager, actor, { action: 'update', subject: 'alert', subjectId: id, facts: { seen: true } });
      return toBody((await alertRow(manager, code, key))!, names, language);
    });
  }

  async settings(actor: Actor): Promise<AlertSettingsBody> {
    return this.database.withTenant(actor, async (manager) => {
      const row = await alertSetting(manager, actor.municipalityCode);
      if (!row) return { version: 0, ...defaultAlertRules };
      const { version, enabled, alert_days: alertDays, review_days: reviewDays, fewest_events: fewestEvents } = row;
      return { version, enabled, alertDays, reviewDays, fewestEvents };
    });
  }

  async saveSettings(actor: Actor, version: number, input: NewAlertSettings): Promise<AlertSettingsBody> {
    await this.database.withTenant(actor, async (manager) => {
      if (!(await saveAlertSetting(manager, actor.municipalityCode, { ...input, version })))
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'alert-setting', facts: input });
    });
    return this.settings(actor);
  }

  private async names(actor: Actor): Promise<Names> {
    const categories = await this.municipalities.categories(actor);
    return new Map(categories.map((category) => [category.code, category.name]));
  }
}

function toBody(row: AlertRow, names: Names, language: Language): AlertBody {
  const category = names.get(row.category_code) ?? { sv: row.category_code, en: row.category_code };
  const days = { firstDay: row.first_day, lastDay: row.last_day, recurrenceDays: row.recurrence_days };
  const { level, name, cases, expected } = row;
  return {
    id: row.id,
    level,
    category: { code: row.category_code, ...category },
    sentence: alertSentence({ ...days, level, name, cases, expected, category })[language],
    name,
    centre: [...toPosition({ x: row.x, y: row.y })],
    radiusMetres: Math.round(row.radius_metres),
    ...days,
    cases,
    expected: Math.round(expected * 100) / 100,
    foundAt: row.found_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
    note: row.note,
    parameters: row.parameters,
  };
}
