import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOfDay, localDate, localTime, startOfDay } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { periodAt, readPeriod, type SituationPeriod } from '../situation/period.js';
import { weekAround } from '../situation/situation.js';
import type { AgendaFacts } from './agenda-sources.js';
import { agendaForm } from './meeting-form.js';
import { lastOfSeries, type MeetingRow } from './meeting.queries.js';

/** Counts beside those of the lägesbild. */
export interface AgendaFigures {
  readonly lastYear: AgendaFacts['lastYear'];
  readonly since: AgendaFacts['since'];
  readonly year: AgendaFacts['year'];
  /** Of the police's rows by category; null for whoever may not see them. */
  readonly police: ReadonlyMap<string, number> | null;
}

interface Asked {
  readonly period: SituationPeriod;
  /** The period is not over. */
  readonly running: boolean;
  readonly row: MeetingRow;
}

/** What an agenda counts for whoever reads it, besides the lägesbild of its period. */
@Injectable()
export class AgendaFiguresService {
  constructor(private readonly incidents: IncidentsService) {}

  /** Within the caller's transaction, who audits. */
  async count(manager: EntityManager, actor: Actor, asked: Asked): Promise<AgendaFigures> {
    return {
      lastYear: await this.lastYear(manager, actor, asked),
      since: await this.since(manager, actor, asked),
      year: await this.year(manager, actor, asked),
      police: await this.police(manager, actor, asked.period),
    };
  }

  /** The same period the year before: a week 52 weeks back, a longer one by the calendar; the same part of one that runs. */
  private async lastYear(manager: EntityManager, actor: Actor, { period, running }: Asked): Promise<AgendaFacts['lastYear']> {
    const { first } = await this.incidents.span(manager, actor);
    const last = yearBefore(period);
    if (first === null || first.getTime() >= last.to) return null;
    const daysIn = localTime(Date.now()).day - localTime(period.from).day;
    const to = running ? dateOfDay(localTime(last.from).day + daysIn) : last.lastDay;
    const count = await this.between(manager, actor, { from: last.firstDay, to });
    return { period: last.text, kind: last.kind, from: last.firstDay, to, count };
  } // prettier-ignore

  /** From the day of the series' last meeting to the day before this one; null of a weekly meeting, whose week says it. */
  private async since(manager: EntityManager, actor: Actor, { period, row }: Asked): Promise<AgendaFacts['since']> {
    if (period.kind === 'week') return null;
    const last = await lastOfSeries(manager, actor.municipalityCode, row);
    if (last === null) return null;
    const from = localDate(last.getTime());
    const to = dateOfDay(localTime(Math.min(row.at.getTime(), Date.now())).day - 1);
    return to < from ? null : { from, to, count: await this.between(manager, actor, { from, to }) };
  }

  /** For a strategic meeting: the year so far, and the same days of the year before. */
  private async year(manager: EntityManager, actor: Actor, { row }: Asked): Promise<AgendaFacts['year']> {
    if (agendaForm({ kind: row.kind, groupKind: row.group_kind }) !== 'strategic') return null;
    const to = dateOfDay(localTime(Math.min(row.at.getTime(), Date.now())).day - 1);
    const from = `${to.slice(0, 4)}-01-01`;
    const { first } = await this.incidents.span(manager, actor);
    const before = { from: backAYear(from), to: backAYear(to) };
    const known = first !== null && localDate(first.getTime()) <= before.to;
    return {
      from,
      to,
      count: await this.between(manager, actor, { from, to }),
      before: known ? { ...before, count: await this.between(manager, actor, before) } : null,
    };
  }

  private async police(manager: EntityManager, actor: Actor, period: SituationPeriod): Promise<AgendaFigures['police']> {
    if (!actor.groups.includes('polis')) return null;
    const asked = { from: period.firstDay, to: period.lastDay, source: ['police'] };
    const rows = await this.incidents.eventsFor(manager, actor, asked);
    const counts = new Map<string, number>();
    for (const { outside, occurred_from, category_code } of rows)
      if (!outside && occurred_from.getTime() >= period.from)
        counts.set(category_code, (counts.get(category_code) ?? 0) + 1);
    return counts;
  } // prettier-ignore

  /** Events that began within some days, both counted. */
  private async between(manager: EntityManager, actor: Actor, days: { from: string; to: string }): Promise<number> {
    const rows = await this.incidents.eventsFor(manager, actor, days);
    const begins = startOfDay(Math.round(Date.parse(days.from) / 86_400_000));
    return rows.filter(({ outside, occurred_from }) => !outside && occurred_from.getTime() >= begins).length;
  }
}

function yearBefore(period: SituationPeriod): SituationPeriod {
  if (period.kind === 'week') return { ...weekAround(period.from, -52), kind: 'week' };
  return readPeriod(`${period.year - 1}${period.text.slice(4)}`) ?? periodAt(period.kind, period.from - 1);
}

/** The same day a year before; 29 February is the 28th. */
function backAYear(day: string): string {
  const back = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return back.endsWith('-02-29') ? `${back.slice(0, 5)}02-28` : back;
}
