import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import {
  areaPriorityRows,
  areaRatingRows,
  holdTertial,
  insertVersion,
  newestVersion,
} from './area-priority.queries.js';
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

  /** What the group has said of need and influence in a tertial, and the version that it is saved over. Throws `tertial-unknown`. */
  async ratings(manager: EntityManager, actor: Actor, tertial: string) {
    if (!isTertial(tertial)) throw new DomainError('tertial-unknown');
    return {
      version: await newestVersion(manager, actor.municipalityCode, tertial),
      rows: await areaRatingRows(manager, actor.municipalityCode, tertial),
    };
  }

  /** A new version of a tertial over the one that was read; what stood before is kept. Throws `changed-by-someone-else`. */
  async set(actor: Actor, tertial: string, seen: number, input: NewAreaPriorities): Promise<void> {
    if (!isTertial(tertial)) throw new DomainError('tertial-unknown');
    refusePersonalData(Object.fromEntries(input.areas.map(({ reason }, at) => [`/areas/${at}/reason`, reason])));
    refuseTwice(input.areas, '/areas');
    refuseTwice(input.ratings ?? [], '/ratings');
    if (input.areas.length === 0 && input.ratings?.length === 0)
      throw new DomainError('invalid-request', {}, [{ pointer: '/areas', code: 'missing' }]);
    await this.database.withTenant(actor, async (manager) => {
      const { municipalityCode: code, accountId } = actor;
      await this.refuseUnknown(manager, actor, input);
      await holdTertial(manager, code, tertial);
      const before = await this.ratings(manager, actor, tertial);
      if (before.version !== seen) throw new DomainError('changed-by-someone-else');
      const kept = before.rows.map(({ area_id: areaId, need, influence }) => ({ areaId, need, influence }));
      const ratings = input.ratings ?? kept;
      await insertVersion(manager, code, { ...input, ratings, tertial, version: seen + 1, accountId });
      await audit(manager, actor, {
        action: 'update',
        subject: 'area_priority',
        subjectId: tertial,
        count: input.areas.length,
      });
    });
  }

  private async refuseUnknown(manager: EntityManager, actor: Actor, input: NewAreaPriorities): Promise<void> {
    const { areas, ratings = [], meetingId } = input;
    const code = actor.municipalityCode;
    const ids = [...areas, ...ratings].map(({ areaId }) => areaId);
    const known = await knownSubjects(manager, code, { areas: ids, hotspots: [] });
    const faults = Object.entries({ areas, ratings }).flatMap(([list, rows]) =>
      rows.flatMap(({ areaId }, at) =>
        known.areas.has(areaId) ? [] : [{ pointer: `/${list}/${at}/areaId`, code: 'unknown-area' }],
      ),
    );
    if (meetingId !== null && !(await meetingRow(manager, code, actor.accountId, meetingId)))
      faults.push({ pointer: '/meetingId', code: 'unknown-meeting' });
    if (faults.length > 0) throw new DomainError('invalid-request', {}, faults);
  }
}

function refuseTwice(rows: readonly { readonly areaId: string }[], pointer: string): void {
  if (new Set(rows.map(({ areaId }) => areaId)).size < rows.length)
    throw new DomainError('invalid-request', {}, [{ pointer, code: 'area-priority-twice' }]);
}
