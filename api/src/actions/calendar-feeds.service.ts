import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AccountsService } from '../access/accounts.service.js';
import { AttemptsService } from '../access/attempts.service.js';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { ActionsService } from './actions.service.js';
import { eventsOfAction, type FeedEvent } from './calendar-feed.js';
import { deleteFeed, feedMadeAt, feedOf, saveFeed } from './calendar-feed.queries.js';
import type { CalendarFeedBody } from './calendar-feed.schema.js';

/** What brings entries to the feeds of accounts: meetings, the annual wheel. Local days, both with. */
export interface CalendarSource {
  events(manager: EntityManager, actor: Actor, period: { from: string; to: string }): Promise<FeedEvent[]>;
}

const zone = 'Europe/Stockholm';
const door = 'calendar-feed';
const daysBack = 90;
const daysAhead = 400;

/** Calendars that an account subscribes to by a secret address, which is made, renewed and revoked by the account. */
@Injectable()
export class CalendarFeedsService {
  private readonly sources: CalendarSource[] = [];

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly attempts: AttemptsService,
    private readonly actions: ActionsService,
    private readonly municipalities: MunicipalitiesService,
  ) {
    this.register({
      events: async (manager, actor) => {
        const own = { organisationId: actor.organisationId, open: true };
        return (await this.actions.list(manager, actor, own)).flatMap(eventsOfAction);
      },
    });
  }

  /** Adds a source of entries; called once by its module. */
  register(source: CalendarSource): void {
    this.sources.push(source);
  }

  async get(actor: Actor): Promise<CalendarFeedBody> {
    const { municipalityCode: code, accountId } = actor;
    const at = await this.database.withTenant(actor, (manager) => feedMadeAt(manager, code, accountId));
    return { madeAt: at?.toISOString() ?? null, path: null };
  }

  /** Makes the feed or renews its address; the address is told this once. */
  async make(actor: Actor): Promise<CalendarFeedBody> {
    const token = randomBytes(32).toString('base64url');
    const at = await this.database.withTenant(actor, async (manager) => {
      await audit(manager, actor, { action: 'create', subject: 'calendar_feed', subjectId: actor.accountId });
      return saveFeed(manager, actor.municipalityCode, { accountId: actor.accountId, tokenHash: hashOf(token) });
    });
    return { madeAt: at.toISOString(), path: `/api/v1/calendar-feeds/${token}.ics` };
  }

  async revoke(actor: Actor): Promise<void> {
    await this.database.withTenant(actor, async (manager) => {
      if ((await deleteFeed(manager, actor.municipalityCode, actor.accountId)) > 0)
        await audit(manager, actor, { action: 'delete', subject: 'calendar_feed', subjectId: actor.accountId });
    });
  }

  /** The feed as iCalendar (RFC 5545). An account that is disabled or no member any more has none. */
  async file(token: string, address: string): Promise<string> {
    await this.attempts.spend(door, address);
    const row = await this.database.withAccess((manager) => feedOf(manager, hashOf(token)));
    const actor = row && (await this.accounts.actorOf(row.account_id, row.municipality_code));
    if (!actor || !mayRole(actor.role, 'action:read')) throw new DomainError('not-found');
    await this.attempts.forgive(door, address);
    const today = Temporal.PlainDate.from(localDate(Date.now()));
    const period = {
      from: today.subtract({ days: daysBack }).toString(),
      to: today.add({ days: daysAhead }).toString(),
    };
    const name = (await this.municipalities.get(actor)).name;
    const events = await this.database.withTenant(actor, async (manager) => {
      const found: FeedEvent[] = [];
      for (const source of this.sources) found.push(...(await source.events(manager, actor, period)));
      return found;
    });
    return calendarOf(
      `Närbild ${name}`,
      events.filter((event) => within(event, period)),
    );
  }
}

function within(event: FeedEvent, { from, to }: { from: string; to: string }): boolean {
  const day = event.day ?? (event.from === undefined ? '' : localDate(Date.parse(event.from)));
  return day >= from && day <= to;
}

function calendarOf(name: string, events: readonly FeedEvent[]): string {
  const calendar = new ICalCalendar({ name, timezone: zone, method: ICalCalendarMethod.PUBLISH, ttl: 3600 });
  for (const { uid, title, day, endDay, from, to, place } of events) {
    const whole = day !== undefined;
    if (!whole && from === undefined) continue;
    // A whole day is a date without a zone; its end is the day after (RFC 5545 3.6.1).
    const after = whole
      ? Temporal.PlainDate.from(endDay ?? day)
          .add({ days: 1 })
          .toString()
      : '';
    calendar.createEvent({
      id: `${uid}@narbild`,
      summary: title,
      ...(whole
        ? { start: `${day}T00:00:00`, end: `${after}T00:00:00`, allDay: true, timezone: null }
        : { start: new Date(from!), end: new Date(to ?? from!), timezone: zone }),
      ...(place === undefined ? {} : { location: place }),
    });
  }
  return calendar.toString();
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(Buffer.from(token, 'base64url')).digest();
}
