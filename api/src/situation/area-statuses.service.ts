import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import { refusePersonalData } from '../app/stored-text.js';
import { mondayText } from '../coverage/coverage.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { isoWeek, localTime, millisecondsPerDay, startOfDay } from '../analysis/calendar.js';
import { colourableWeek, standingColour, weeksOfColour, wholeMunicipality } from './area-status.js';
import {
  colourHistory,
  type ColourRow,
  colourRows,
  insertColour,
  meetingThere,
  municipalityName,
  statusAreas,
} from './area-status.queries.js';
import type { AreaStatus, AreaStatusesBody, AreaStatusHistory, NewAreaStatus } from './area-status.schema.js';
import { type Week, weekAround } from './situation.js';
import { SituationsService } from './situations.service.js';

/** What colour each area has: Normalt, Förhöjt or Allvarligt, as the group judges it week by week. */
@Injectable()
export class AreaStatusesService {
  constructor(
    private readonly database: Database,
    private readonly situations: SituationsService,
  ) {}

  /** The colours of a week with what the group judges by; without a week, the running one. */
  async get(actor: Actor, weekText: string | undefined, language: Language): Promise<AreaStatusesBody> {
    const week = colourableWeek(weekText ?? weekAround(Date.now()).text, Date.now(), language);
    const figures = week.from > Date.now() ? null : await this.situations.figuresOfWeek(actor, week);
    return this.database.withTenant(actor, async (manager) => {
      const statuses = await this.of(manager, actor, week);
      await audit(manager, actor, { action: 'read', subject: 'area_status', subjectId: week.text, count: statuses.length }); // prettier-ignore
      const areas = statuses.map((status) => {
        if (!figures) return { ...status, count: null, usual: null };
        const own = figures.areas.find(({ key }) => key === status.areaId) ?? figures;
        return { ...status, count: own.count, usual: own.usual };
      });
      return { week: week.text, areas };
    });
  }

  /** Every area with the colour that stands in a week; within a transaction of the caller's, who audits. */
  async of(manager: EntityManager, actor: Actor, week: Week): Promise<AreaStatus[]> {
    const code = actor.municipalityCode;
    const rows = await colourRows(manager, code, mondayText(week));
    return (await this.areas(manager, actor)).map((area) => statusBody(area, rows, week));
  }

  /** Gives an area a colour in a week, after those it had. Within a transaction of the caller's; throws `not-found`. */
  async set(
    manager: EntityManager,
    actor: Actor,
    { week, areaId, level, sentence, meetingId }: NewAreaStatus & { readonly week: Week; readonly areaId: string },
  ): Promise<AreaStatus> {
    refusePersonalData({ '/sentence': sentence });
    const area = (await this.areas(manager, actor)).find(({ id }) => id === areaId);
    if (!area) throw new DomainError('not-found');
    const { accountId, organisationId, municipalityCode } = actor;
    if (meetingId && !(await meetingThere(manager, municipalityCode, meetingId)))
      throw new DomainError('invalid-request', {}, [{ pointer: '/meetingId', code: 'unknown-meeting' }]);
    await insertColour(manager, municipalityCode, {
      id: newId(),
      areaId: storedArea(areaId),
      monday: mondayText(week),
      level,
      sentence: sentence || null,
      meetingId: meetingId ?? null,
      organisationId,
      accountId,
    });
    const facts = { week: week.text, level };
    await audit(manager, actor, { action: 'create', subject: 'area_status', subjectId: areaId, facts });
    return statusBody(area, await colourRows(manager, municipalityCode, mondayText(week)), week);
  }

  async put(
    actor: Actor,
    { weekText, areaId, input }: { weekText: string; areaId: string; input: NewAreaStatus },
    language: Language,
  ): Promise<AreaStatus> {
    const week = colourableWeek(weekText, Date.now(), language);
    return this.database.withTenant(actor, (manager) => this.set(manager, actor, { ...input, week, areaId }));
  }

  /** What colours an area has had, the latest first. */
  async history(actor: Actor, areaId: string): Promise<AreaStatusHistory> {
    return this.database.withTenant(actor, async (manager) => {
      if (!(await this.areas(manager, actor)).some(({ id }) => id === areaId)) throw new DomainError('not-found');
      const rows = await colourHistory(manager, actor.municipalityCode, storedArea(areaId));
      await audit(manager, actor, { action: 'read', subject: 'area_status', subjectId: areaId, count: rows.length });
      return rows.map((row) => ({
        week: weekOfMonday(row.monday),
        level: row.level,
        sentence: row.sentence,
        decidedAt: row.decided_at.toISOString(),
        by: row.organisation,
        version: row.version,
        meetingId: row.meeting_id,
      }));
    });
  }

  /** The areas; where there are none, the municipality as a whole is one. */
  private async areas(manager: EntityManager, actor: Actor): Promise<{ id: string; name: string }[]> {
    const areas = await statusAreas(manager, actor.municipalityCode);
    if (areas.length > 0) return areas;
    return [{ id: wholeMunicipality, name: await municipalityName(manager, actor.municipalityCode) }];
  }
}

function storedArea(areaId: string): string | null {
  return areaId === wholeMunicipality ? null : areaId;
}

function weekOfMonday(monday: string): string {
  return isoWeek(startOfDay(Date.parse(monday) / millisecondsPerDay));
}

function statusBody(area: { id: string; name: string }, rows: readonly ColourRow[], week: Week): AreaStatus {
  const standing = standingColour(rows, storedArea(area.id), week);
  const colour = standing?.colour;
  const first = localTime(week.from).day - 7 * (weeksOfColour - 1);
  const weeks = Array.from({ length: weeksOfColour }, (_, index) => weekAround(startOfDay(first + 7 * index)));
  return {
    areaId: area.id,
    name: area.name,
    week: week.text,
    level: colour?.level ?? null,
    sentence: colour?.sentence ?? null,
    meetingId: colour?.meeting_id ?? null,
    decidedAt: colour?.decided_at.toISOString() ?? null,
    by: colour?.organisation ?? null,
    version: standing && !standing.carried ? standing.colour.version : 0,
    carried: standing?.carried ?? false,
    decidedWeek: colour ? weekOfMonday(colour.monday) : null,
    weeks: weeks.map((each) => ({
      week: each.text,
      level: standingColour(rows, storedArea(area.id), each)?.colour.level ?? null,
    })),
  };
}
