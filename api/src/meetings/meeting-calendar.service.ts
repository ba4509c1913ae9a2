import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FeedEvent } from '../actions/calendar-feed.js';
import { CalendarFeedsService } from '../actions/calendar-feeds.service.js';
import { localDate } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { memberRows, type SeriesRow, seriesRows } from './meeting-group.queries.js';
import { upcoming } from './meeting-planning.service.js';
import { type MeetingRow, meetingRows } from './meeting.queries.js';
import { instantOf } from './rhythm.js';

const daysTold = 26;

/** Gives the calendar feeds the meetings in which the account takes part, planned ones and those that the rhythm foretells. */
@Injectable()
export class MeetingCalendarService implements OnModuleInit {
  constructor(private readonly feeds: CalendarFeedsService) {}

  onModuleInit(): void {
    this.feeds.register({ events: (manager, actor, period) => this.events(manager, actor, period) });
  }

  private async events(
    manager: EntityManager,
    actor: Actor,
    { from, to }: { from: string; to: string },
  ): Promise<FeedEvent[]> {
    const code = actor.municipalityCode;
    const meetings = (await meetingRows(manager, code, actor.accountId, { from, to })).filter(
      ({ mine, status }) => mine && status !== 'cancelled',
    );
    const groups = new Set(
      (await memberRows(manager, code, null))
        .filter(({ account_id }) => account_id === actor.accountId)
        .map(({ group_id }) => group_id),
    );
    const told = new Set(meetings.map(({ series_id, occasion }) => `${series_id}-${occasion}`));
    const cancelled = (await meetingRows(manager, code, actor.accountId, { from, to, status: 'cancelled' })).map(
      ({ series_id, occasion }) => `${series_id}-${occasion}`,
    );
    const foretold = (await seriesRows(manager, code))
      .filter(({ group_id }) => groups.has(group_id))
      .flatMap((series) => eventsOfSeries(series, { from: localDate(Date.now()), to }));
    const left = foretold.filter(({ uid }) => !told.has(uid) && !cancelled.includes(uid));
    return [...meetings.map(eventOf), ...left];
  }
}

function eventOf(meeting: MeetingRow): FeedEvent {
  const uid = meeting.series_id === null ? meeting.id : `${meeting.series_id}-${meeting.occasion}`;
  return {
    uid,
    title: `${meeting.title}, ${meeting.group_name}`,
    from: meeting.at.toISOString(),
    to: meeting.until.toISOString(),
    ...(meeting.place === null ? {} : { place: meeting.place }),
  };
}

function eventsOfSeries(series: SeriesRow, { from, to }: { from: string; to: string }): FeedEvent[] {
  return upcoming(series, from, daysTold)
    .filter(({ day }) => day <= to)
    .map(({ occasion, day }) => {
      const at = instantOf(day, series.starts_at);
      return {
        uid: `${series.id}-${occasion}`,
        title: `${series.name}, ${series.group_name}`,
        from: new Date(at).toISOString(),
        to: new Date(at + series.minutes * 60_000).toISOString(),
        ...(series.place === null ? {} : { place: series.place }),
      };
    });
}
