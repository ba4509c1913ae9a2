import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { codeText } from '../access/access.schema.js';
import { type Actor, actorOfNobody, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { type Week, weekAround } from '../situation/situation.js';
import { linkDays } from './reminder.js';
import { linkOf, type LinkRow, useLink } from './reminder.queries.js';
import type { ReminderLinkBody } from './reminder.schema.js';

/** What somebody may do with a link of a reminder and nothing else: see whose and which week it is, and answer once. */
@Injectable()
export class ReminderLinksService {
  constructor(
    private readonly database: Database,
    private readonly coverage: CoverageService,
    private readonly municipalities: MunicipalitiesService,
  ) {}

  /** What the page of the link says before anything is pressed. Throws `reminder-link-unknown` and `-expired`. */
  async look(token: string): Promise<ReminderLinkBody> {
    const row = await this.find(token);
    return this.body(row, actorOf(row), weekOf(row));
  }

  /** Says "nothing to report". Pressed again it is the same; after it has been taken back, the link is used up. */
  async sayNothing(token: string): Promise<ReminderLinkBody> {
    const row = await this.find(token);
    if (row.purpose !== 'nothing') throw new DomainError('reminder-link-other');
    const actor = actorOf(row);
    const week = weekOf(row);
    await this.database.withTenant(actor, async (manager) => {
      if (await useLink(manager, row.municipality_code, row.id))
        await this.coverage.storeNothing(manager, actor, {
          organisationId: row.organisation_id,
          week,
          accountId: null,
        });
    });
    const body = await this.body(row, actor, week);
    if (body.state !== 'nothing' && body.state !== 'reported') throw new DomainError('reminder-link-used');
    return body;
  }

  /** An unguessable token costs one look at an index, as the cookie of a session does. */
  private async find(token: string): Promise<LinkRow> {
    const row = /^[\w-]{43}$/.test(token)
      ? await this.database.withAccess((manager) => linkOf(manager, hashOf(token)))
      : undefined;
    if (!row) throw new DomainError('reminder-link-unknown');
    if (row.expired) throw new DomainError('reminder-link-expired', { days: linkDays });
    return row;
  }

  private async body(row: LinkRow, actor: Actor, week: Week): Promise<ReminderLinkBody> {
    const standing = (await this.coverage.standings(actor, week)).find(({ id }) => id === row.organisation_id);
    if (!standing) throw new DomainError('reminder-link-unknown');
    return {
      purpose: row.purpose,
      code: codeText(row.municipality_code),
      municipality: (await this.municipalities.get(actor)).name,
      organisation: standing.name,
      week: week.text,
      from: week.firstDay,
      to: week.lastDay,
      state: standing.state,
      reports: standing.reports,
    };
  }
}

function actorOf(row: LinkRow): Actor {
  return actorOfNobody(row.municipality_code, row.organisation_id);
}

/** At noon on its Monday in UTC every week is its own in Sweden too. */
function weekOf(row: LinkRow): Week {
  return weekAround(Date.parse(`${row.monday}T12:00:00Z`));
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
}
