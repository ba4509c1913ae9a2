import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEvent } from '../actions/calendar-feed.js';
import { CalendarFeedsService } from '../actions/calendar-feeds.service.js';
import type { Actor } from '../app/database.js';
import { CalendarService } from './calendar.service.js';

/** Gives the calendar feeds what the annual wheel holds: not the national days, which every calendar has, nor what is done. */
@Injectable()
export class CalendarSourceService implements OnModuleInit {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly calendar: CalendarService,
  ) {}

  onModuleInit(): void {
    this.feeds.register({ events: (manager, actor, period) => this.events(manager, actor, period) });
  }

  private async events(
    manager: EntityManager,
    actor: Actor,
    { from, to }: { from: string; to: string },
  ): Promise<FeedEvent[]> {
    return (await this.calendar.between(manager, actor, from, to))
      .filter(({ kind, status }) => kind !== 'national-day' && status !== 'done')
      .map(({ id, title, date, endDate }) => ({ uid: id.replace(':', '-'), title, day: date, endDay: endDate }));
  }
}
