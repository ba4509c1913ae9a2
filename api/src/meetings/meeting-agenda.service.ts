import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
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
import { type AreaPriorityRow, areaPriorityRows } from './area-priority.queries.js';
import { feastName } from './free-day.js';
import type { MeetingParts } from './meeting-body.js';
import { seriesRows } from './meeting-group.queries.js';
import { type EscalationRow, liftedTo, type PriorityRow, priorityRows } from './meeting-picture.queries.js';
import { upcoming } from './meeting-planning.service.js';
import { earlierMeetings, meetingRow, type MeetingRow } from './meeting.queries.js';
import type { AgendaBody } from './meeting.schema.js';
import { MeetingsService } from './meetings.service.js';
import { openLines } from './minutes.js';
import { figureLines } from './minutes.queries.js';
import { tertialOf } from './tertial.js';

/** What a meeting is filled with before its own transaction begins: the week and its frame. */
export interface AgendaFrame {
  readonly week: SituationPeriod;
  readonly frame: SituationFrame;
}

/** What an agenda was filled from, before it is put in words. */
export interface ReadAgenda {
  readonly viewed: ViewedSituation;
  readonly parts: MeetingParts;
  readonly lastYear: AgendaFacts['sameWeekLastYear'];
  readonly police: ReadonlyMap<string, number> | null;
  readonly earlier: readonly ActionBody[];
  readonly areas: AgendaFacts['areas'];
  readonly coming: AgendaFacts['coming'];
  readonly before: readonly PriorityRow[];
  readonly tertialAreas: readonly AreaPriorityRow[];
  readonly lifted: readonly EscalationRow[];
  readonly next: AgendaFacts['next'];
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
      if (parts.row.status === 'closed') return this.frozen(manager, actor, { parts, prepared, language });
      const facts = factsIn(await this.read(manager, actor, { parts, prepared }), language);
      const count = facts.situation.count;
      await audit(manager, actor, { action: 'read', subject: 'meeting_agenda', subjectId: meetingId, count });
      return agendaBody(parts, facts, language);
    });
  }

  /** As it stood when the meeting closed; empty for whoever may not see the figures. */
  private async frozen(
    manager: EntityManager,
    actor: Actor,
    { parts, prepared, language }: { parts: MeetingParts; prepared: AgendaFrame; language: Language },
  ): Promise<AgendaBody> {
    const { row, items } = parts;
    const kept = await figureLines(manager, actor.municipalityCode, row.id, language);
    const lines = kept && (mayRole(actor.role, 'meeting:write') ? kept : openLines(kept));
    await audit(manager, actor, { action: 'read', subject: 'meeting_agenda', subjectId: row.id });
    return {
      week: prepared.week.text,
      colourWeek: weekAround(row.at.getTime()).text,
      countedAt: (row.closed_at ?? row.until).toISOString(),
      partial: lines === null,
      frozen: true,
      items: items.map(({ id, kind }) => ({
        itemId: id,
        kind,
        lines: [...(lines?.find(({ itemId }) => itemId === id)?.lines ?? [])],
      })),
    };
  }

  /** Opens transactions of its own: ask before beginning one. */
  async prepare(actor: Actor, meetingId: string): Promise<AgendaFrame> {
    const row = await this.database.withTenant(actor, (manager) =>
      meetingRow(manager, actor.municipalityCode, actor.accountId, meetingId),
    );
    const week: SituationPeriod = { ...weekOf(row?.at.getTime() ?? Date.now()), kind: 'week' };
    return { week, frame: await this.situations.frame(actor, week) };
  }

  /** Everything that the lines are made of, within the caller's transaction, who audits; worded by `factsIn`. */
  async read(
    manager: EntityManager,
    actor: Actor,
    { parts, prepared }: { readonly parts: MeetingParts; readonly prepared: AgendaFrame },
  ): Promise<ReadAgenda> {
    const { week, frame } = prepared;
    const code = actor.municipalityCode;
    const viewed = await this.situations.view(manager, actor, frame, week);
    const { row } = parts;
    const today = localDate(row.at.getTime());
    const target = row.group_kind === 'steering' ? 'steering-group' : row.kind === 'deepened-est' ? 'deepened-est' : null; // prettier-ignore
    const before = parts.neighbours.previous;
    return {
      viewed,
      parts,
      lastYear: await this.lastYear(manager, actor, { week, viewed }),
      police: await this.police(manager, actor, week),
      earlier: await this.earlier(manager, actor, row),
      areas: await this.statuses.of(manager, actor, weekAround(row.at.getTime())),
      coming: await this.calendar.between(manager, actor, today, dateOfDay(localTime(row.at.getTime()).day + 7)),
      before: before === null ? [] : await priorityRows(manager, code, before),
      tertialAreas: await areaPriorityRows(manager, code, { tertial: tertialOf(today) }),
      lifted: target === null ? [] : await liftedTo(manager, code, target, row.id),
      next: await this.next(manager, actor, parts),
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

  /** How many of the police's rows the week has, by category; null for whoever may not see them. */
  private async police(manager: EntityManager, actor: Actor, week: Week): Promise<ReadAgenda['police']> {
    if (!actor.groups.includes('polis')) return null;
    const asked = { from: week.firstDay, to: week.lastDay, source: ['police'] };
    const rows = await this.incidents.eventsFor(manager, actor, asked);
    const counts = new Map<string, number>();
    for (const { outside, occurred_from, category_code } of rows)
      if (!outside && occurred_from.getTime() >= week.from)
        counts.set(category_code, (counts.get(category_code) ?? 0) + 1);
    return counts;
  }

  private async next(
    manager: EntityManager,
    actor: Actor,
    { row, neighbours }: MeetingParts,
  ): Promise<AgendaFacts['next']> {
    if (neighbours.next !== null) {
      const planned = await meetingRow(manager, actor.municipalityCode, actor.accountId, neighbours.next);
      if (planned) return { id: planned.id, ...whenOf(planned.at), movedFor: planned.moved_because };
    }
    if (row.series_id === null) return null;
    const [series] = await seriesRows(manager, actor.municipalityCode, row.series_id);
    const after = dateOfDay(localTime(Math.max(row.at.getTime(), Date.now())).day + 1);
    const [day] = series ? upcoming(series, after, 1) : [];
    return day ? { id: null, day: day.day, clock: series!.starts_at, movedFor: day.movedFor } : null;
  }
}

/** What was read, in the words of one language. */
export function factsIn(read: ReadAgenda, language: Language): AgendaFacts {
  const { viewed, parts, police, next } = read;
  const categories = [...(police ?? [])].map(([code, count]) => {
    const name = viewed.categoryNames.get(code)?.[language] ?? code;
    return { code, count, name };
  });
  return {
    situation: situationBody(viewed, language, Date.now()),
    assessments: assessmentSentence(viewed.assessments, language),
    coverage: viewed.coverage,
    clusters: viewed.detail.clusters?.changes ?? [],
    sameWeekLastYear: read.lastYear,
    police: police && {
      count: categories.reduce((sum, { count }) => sum + count, 0),
      categories: categories.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv')),
    },
    earlier: read.earlier,
    areas: read.areas,
    coming: read.coming,
    priorities: read.before.map(({ text, area_id, hotspot_id }) => ({ text, areaId: area_id, hotspotId: hotspot_id })),
    tertialAreas: read.tertialAreas.map(({ area_id, area, reason }) => ({ areaId: area_id, area, reason })),
    lifted: read.lifted.map(({ id, text, group_name }) => ({ id, text, from: group_name })),
    lifting: parts.escalations,
    participants: parts.participants,
    next: next && { ...next, movedFor: feastName(next.movedFor, language) },
  };
}

/** The agenda as it goes on the wire. */
export function agendaBody(parts: MeetingParts, facts: AgendaFacts, language: Language): AgendaBody {
  return {
    week: facts.situation.period,
    colourWeek: weekAround(parts.row.at.getTime()).text,
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
