import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import type { ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { dateOfDay, localDate, localTime } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import type { Language } from '../app/language.js';
import { assessmentSentence } from '../assessments/assessment.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { IncidentsService } from '../incidents/incidents.service.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import type { SituationPeriod } from '../situation/period.js';
import { type Week, weekAround } from '../situation/situation.js';
import { situationBody, type SituationFrame, type ViewedSituation } from '../situation/situation-body.js';
import { SituationsService } from '../situation/situations.service.js';
import { type AgendaFacts, agendaLines } from './agenda-lines.js';
import { areaPriorityRows } from './area-priority.queries.js';
import { feastName } from './free-day.js';
import type { MeetingParts } from './meeting-body.js';
import { seriesRows } from './meeting-group.queries.js';
import { liftedTo, priorityRows } from './meeting-picture.queries.js';
import { upcoming } from './meeting-planning.service.js';
import { earlierMeetings, meetingRow, type MeetingRow } from './meeting.queries.js';
import type { AgendaBody } from './meeting.schema.js';
import { MeetingsService } from './meetings.service.js';
import { tertialOf } from './tertial.js';

/** What a meeting is filled with before its own transaction begins: the week and its frame. */
export interface AgendaFrame {
  readonly week: SituationPeriod;
  readonly frame: SituationFrame;
}

/** Fills the agenda with what there is to know, for whoever reads it: everybody sees figures of the own groups. */
@Injectable()
export class MeetingAgendaService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsService,
    private readonly situations: SituationsService,
    private readonly incidents: IncidentsService,
    private readonly actions: ActionsService,
    private readonly statuses: AreaStatusesService,
    private readonly calendar: CalendarService,
  ) {}

  async get(actor: Actor, meetingId: string, language: Language): Promise<AgendaBody> {
    const prepared = await this.prepare(actor, meetingId);
    return this.database.withTenant(actor, async (manager) => {
      const parts = await this.meetings.parts(manager, actor, meetingId);
      const facts = await this.facts(manager, actor, { parts, prepared, language });
      const count = facts.situation.count;
      await audit(manager, actor, { action: 'read', subject: 'meeting_agenda', subjectId: meetingId, count });
      return agendaBody(parts, facts, language);
    });
  }

  /** Opens transactions of its own: ask before beginning one. */
  async prepare(actor: Actor, meetingId: string): Promise<AgendaFrame> {
    const row = await this.database.withTenant(actor, (manager) =>
      meetingRow(manager, actor.municipalityCode, actor.accountId, meetingId),
    );
    const week: SituationPeriod = { ...weekOf(row?.at.getTime() ?? Date.now()), kind: 'week' };
    return { week, frame: await this.situations.frame(actor, week) };
  }

  /** Everything that the lines are made of, within the caller's transaction, who audits. */
  async facts(
    manager: EntityManager,
    actor: Actor,
    { parts, prepared, language }: { parts: MeetingParts; prepared: AgendaFrame; language: Language },
  ): Promise<AgendaFacts> {
    const { week, frame } = prepared;
    const code = actor.municipalityCode;
    const viewed = await this.situations.view(manager, actor, frame, week);
    const { row } = parts;
    const today = localDate(row.at.getTime());
    const target = row.group_kind === 'steering' ? 'steering-group' : row.kind === 'deepened-est' ? 'deepened-est' : null; // prettier-ignore
    const lifted = target === null ? [] : await liftedTo(manager, code, target, row.id);
    const before = parts.neighbours.previous;
    return {
      situation: situationBody(viewed, language, Date.now()),
      assessments: assessmentSentence(viewed.assessments, language),
      coverage: frame.coverage,
      clusters: viewed.detail.clusters?.changes ?? [],
      sameWeekLastYear: await this.lastYear(manager, actor, { week, viewed }),
      police: await this.police(manager, actor, { week, frame, language }),
      earlier: await this.earlier(manager, actor, row),
      areas: await this.statuses.of(manager, actor, weekAround(row.at.getTime())),
      coming: await this.calendar.between(manager, actor, today, dateOfDay(localTime(row.at.getTime()).day + 7)),
      priorities: before === null ? [] : named(await priorityRows(manager, code, before)),
      tertialAreas: (await areaPriorityRows(manager, code, { tertial: tertialOf(today) })).map(
        ({ area_id, area, reason }) => ({ areaId: area_id, area, reason }),
      ),
      lifted: lifted.map(({ id, text, group_name }) => ({ id, text, from: group_name })),
      lifting: parts.escalations,
      participants: parts.participants,
      next: await this.next(manager, actor, { parts, language }),
    };
  }

  /** Decisions of the group's earlier meetings that are not done, and those that were done since the last one; for a steering group what was lifted to it too. */
  private async earlier(manager: EntityManager, actor: Actor, row: MeetingRow): Promise<ActionBody[]> {
    const meetings = await earlierMeetings(manager, actor.municipalityCode, row);
    if (meetings.length === 0 && row.group_kind !== 'steering') return [];
    const ids = new Set(meetings.map(({ id }) => id));
    const since = meetings[0]?.at.toISOString() ?? '';
    const all = await this.actions.list(manager, actor, {});
    return all.filter((action) => {
      const ours = action.meetingId !== null && ids.has(action.meetingId);
      const lifted = row.group_kind === 'steering' && action.escalated && action.meetingId !== row.id;
      if (!ours && !lifted) return false;
      return action.status !== 'done' || (action.history.at(-1)?.at ?? '') >= since;
    });
  }

  private async lastYear(
    manager: EntityManager,
    actor: Actor,
    { week, viewed }: { week: Week; viewed: ViewedSituation },
  ): Promise<AgendaFacts['sameWeekLastYear']> {
    const span = await this.incidents.span(manager, actor);
    const last = weekAround(week.from, -52);
    if (span.first === null || span.first.getTime() >= last.to) return null;
    const to = viewed.figures.running
      ? dateOfDay(localTime(last.from).day + localTime(Date.now()).weekday)
      : last.lastDay;
    const rows = await this.incidents.eventsFor(manager, actor, { from: last.firstDay, to });
    const count = rows.filter(({ outside, occurred_from }) => !outside && occurred_from.getTime() >= last.from).length;
    return { week: last.text, from: last.firstDay, to, count };
  }

  private async police(
    manager: EntityManager,
    actor: Actor,
    { week, frame, language }: AgendaFrame & { language: Language },
  ): Promise<AgendaFacts['police']> {
    if (!actor.groups.includes('polis')) return null;
    const rows = await this.incidents.eventsFor(manager, actor, { from: week.firstDay, to: week.lastDay, source: ['police'] }); // prettier-ignore
    const counted = rows.filter(({ outside, occurred_from }) => !outside && occurred_from.getTime() >= week.from);
    const counts = new Map<string, number>();
    for (const { category_code } of counted) counts.set(category_code, (counts.get(category_code) ?? 0) + 1);
    const categories = [...counts]
      .map(([code, count]) => ({ code, count, name: frame.categoryNames.get(code)?.[language] ?? code }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv'));
    return { count: counted.length, categories };
  }

  private async next(
    manager: EntityManager,
    actor: Actor,
    { parts, language }: { parts: MeetingParts; language: Language },
  ): Promise<AgendaFacts['next']> {
    const { row, neighbours } = parts;
    if (neighbours.next !== null) {
      const planned = await meetingRow(manager, actor.municipalityCode, actor.accountId, neighbours.next);
      if (planned)
        return { id: planned.id, ...whenOf(planned.at), movedFor: feastName(planned.moved_because, language) };
    }
    if (row.series_id === null) return null;
    const [series] = await seriesRows(manager, actor.municipalityCode, row.series_id);
    const after = dateOfDay(localTime(Math.max(row.at.getTime(), Date.now())).day + 1);
    const [day] = series ? upcoming(series, after, 1) : [];
    return day
      ? { id: null, day: day.day, clock: series!.starts_at, movedFor: feastName(day.movedFor, language) }
      : null;
  }
}

/** The agenda as it goes on the wire. */
export function agendaBody(parts: Pick<MeetingParts, 'items'>, facts: AgendaFacts, language: Language): AgendaBody {
  return {
    week: facts.situation.period,
    countedAt: new Date().toISOString(),
    partial: facts.police === null,
    frozen: false,
    items: parts.items.map(({ id, kind }) => ({ itemId: id, kind, lines: agendaLines(kind, facts, language) })),
  };
}

/** A meeting looks at the last whole week before it; planned far ahead, at the week that is. */
function weekOf(at: number): Week {
  const before = weekAround(at, -1);
  return before.from > Date.now() ? weekAround(Date.now()) : before;
}

function whenOf(at: Date): { day: string; clock: string } {
  const { hour, minute } = localTime(at.getTime());
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: localDate(at.getTime()), clock: `${two(hour)}:${two(minute)}` };
}

function named(rows: Awaited<ReturnType<typeof priorityRows>>) {
  return rows.map(({ text, area_id, hotspot_id }) => ({ text, areaId: area_id, hotspotId: hotspot_id }));
}
