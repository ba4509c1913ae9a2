import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { areaPriorityRows, insertAreaPriorities } from './area-priority.queries.js';
import type { AreaPrioritiesBody, NewAreaPriorities } from './area-priority.schema.js';
import { knownSubjects } from './meeting-picture.queries.js';
import { meetingRow } from './meeting.queries.js';
import { isTertial } from './tertial.js';

/** Per tertial: at most three areas that the group puts first, with reasons. What stood before is kept. */
@Injectable()
export class AreaPrioritiesService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, tertial?: string): Promise<AreaPrioritiesBody[]> {
    if (tertial !== undefined && !isTertial(tertial)) throw new DomainError('tertial-unknown');
    return this.database.withTenant(actor, (manager) => this.of(manager, actor, tertial));
  }

  /** The same within the caller's transaction: the newest version of each tertial, the latest tertial first. */
  async of(manager: EntityManager, actor: Actor, tertial?: string): Promise<AreaPrioritiesBody[]> {
    const rows = await areaPriorityRows(manager, actor.municipalityCode, { tertial: tertial ?? null });
    const tertials = [...new Set(rows.map((row) => row.tertial))];
    return tertials.map((each) => {
      const own = rows.filter((row) => row.tertial === each);
      return {
        tertial: each,
        version: own[0]!.version,
        decidedAt: own[0]!.at.toISOString(),
        meetingId: own[0]!.meeting_id,
        areas: own.map(({ area_id, area, reason }) => ({ areaId: area_id, area, reason })),
      };
    });
  }

  async set(actor: Actor, tertial: string, input: NewAreaPriorities): Promise<AreaPrioritiesBody> {
    if (!isTertial(tertial)) throw new DomainError('tertial-unknown');
    refusePersonalData(Object.fromEntries(input.areas.map(({ reason }, at) => [`/areas/${at}/reason`, reason])));
    const ids = input.areas.map(({ areaId }) => areaId);
    if (new Set(ids).size < ids.length)
      throw new DomainError('invalid-request', {}, [{ pointer: '/areas', code: 'area-priority-twice' }]);
    return this.database.withTenant(actor, async (manager) => {
      const code = actor.municipalityCode;
      const known = await knownSubjects(manager, code, { areas: ids, hotspots: [] });
      const faults = ids.flatMap((id, at) =>
        known.areas.has(id) ? [] : [{ pointer: `/areas/${at}/areaId`, code: 'unknown-area' }],
      );
      if (input.meetingId !== null && !(await meetingRow(manager, code, actor.accountId, input.meetingId)))
        faults.push({ pointer: '/meetingId', code: 'unknown-meeting' });
      if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
      const { accountId } = actor;
      await insertAreaPriorities(manager, code, { ...input, tertial, accountId });
      await audit(manager, actor, {
        action: 'update',
        subject: 'area_priority',
        subjectId: tertial,
        count: ids.length,
      });
      return (await this.of(manager, actor, tertial))[0]!;
    });
  }
}
