import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import type { Language } from '../hotspots/sentence-wording.js';
import { daysAfter, entriesOf } from './calendar-body.js';
import { activityRows, occurrenceRows } from './calendar.queries.js';
import type { CalendarEntry, CalendarPreview, CalendarQuery, NewCalendarPreview } from './calendar.schema.js';
import { lastYear } from './feast.js';
import { datesOf } from './recurrence.js';
import { datesWords, ruleWords } from './recurrence-words.js';

/** What comes when: the annual wheel turned to a stretch of days. */
@Injectable()
export class CalendarService {
  constructor(private readonly database: Database) {}

  /** Everything from a day to another (`YYYY-MM-DD`, both counted), for the page; those that were skipped where asked for. */
  async list(actor: Actor, { from, to, skipped }: CalendarQuery, language: Language): Promise<CalendarEntry[]> {
    return this.database.withTenant(actor, async (manager) => {
      const span = { date: from, endDate: to };
      const entries = await this.entries(manager, actor, { span, skipped: skipped === 'true', language });
      await audit(manager, actor, { action: 'read', subject: 'calendar', count: entries.length });
      return entries;
    });
  }

  /**
   * Everything from a day to another (`YYYY-MM-DD`, both counted) in order: activities, communication, arrangements, risk
   * weekends, school breaks and national days; skipped ones left out. Within the caller's transaction, who audits.
   */
  async between(manager: EntityManager, actor: Actor, from: string, to: string): Promise<CalendarEntry[]> {
    return this.entries(manager, actor, { span: { date: from, endDate: to }, skipped: false, language: 'sv' });
  }

  /** Runs `work` in a transaction of the actor, for those who begin with a reading of the calendar. */
  async within<Result>(actor: Actor, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.withTenant(actor, work);
  }

  /** What is to be prepared on a day, since its lead time has begun and it has not: the nearest first. */
  async toPrepare(manager: EntityManager, actor: Actor, today = localDate(Date.now())): Promise<CalendarEntry[]> {
    const entries = await this.between(manager, actor, today, daysAfter(today, 7 * 52));
    return entries.filter(
      ({ prepareFrom, date, status }) => status === 'planned' && prepareFrom !== null && prepareFrom <= today && today < date,
    ); // prettier-ignore
  }

  /** A rule and its times of three years, in words, before it is saved. */
  preview({ rule, fromYear }: NewCalendarPreview, language: Language): CalendarPreview {
    const years = [0, 1, 2].map((later) => fromYear + later).filter((year) => year <= lastYear);
    const words = ruleWords(rule, language);
    const dates = datesWords(rule, years, language);
    const sentence = dates === '' ? words : `${words}: ${dates}`;
    return { words, sentence, years: years.map((year) => ({ year, times: datesOf(rule, year) })) };
  }

  private async entries(
    manager: EntityManager,
    actor: Actor,
    choice: { span: { date: string; endDate: string }; skipped: boolean; language: Language },
  ): Promise<CalendarEntry[]> {
    const activities = await activityRows(manager, actor.municipalityCode);
    const occurrences = await occurrenceRows(manager, actor.municipalityCode);
    return entriesOf({ activities, occurrences, ...choice });
  }
}
