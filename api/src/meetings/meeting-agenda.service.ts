import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import type { ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { dateOfDay, localDate, localTime } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import type { Language } from '../app/language.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { ActionPlansService } from '../situation/action-plans.service.js';
import { AreaStatusesService } from '../situation/area-statuses.service.js';
import { LawCheckService } from '../situation/law-check.service.js';
import { besides, periodAt, type PeriodKind, type SituationPeriod } from '../situation/period.js';
import { weekAround } from '../situation/situation.js';
import type { SituationFrame, ViewedSituation } from '../situation/situation-body.js';
import { SituationsService } from '../situation/situations.service.js';
import { agendaBody, factsIn, type LongView, spanOf } from './agenda-facts.js';
import { type AgendaFigures, AgendaFiguresService } from './agenda-figures.service.js';
import type { AgendaFacts } from './agenda-sources.js';
import { type AreaPriorityRow, areaPriorityRows } from './area-priority.queries.js';
import type { MeetingParts } from './meeting-body.js';
import { agendaForm, daysAhead, lookBack } from './meeting-form.js';
import { seriesRows } from './meeting-group.queries.js';
import { type EscalationRow, liftedTo, type PriorityRow, priorityRows } from './meeting-picture.queries.js';
import { upcoming } from './meeting-planning.service.js';
import { earlierMeetings, meetingRow, type MeetingRow } from './meeting.queries.js';
import type { AgendaBody } from './meeting.schema.js';
import { MeetingsService } from './meetings.service.js';
import { openLines } from './minutes.js';
import { figureLines } from './minutes.queries.js';
import { tertialOf } from './tertial.js';

/** What a meeting is filled with before its own transaction begins: the period that it looks back on, and its frame. */
export interface AgendaFrame {
  readonly period: SituationPeriod;
  readonly frame: SituationFrame;
}

/** What an agenda was filled from, before it is put in words. */
export interface ReadAgenda {
  readonly viewed: ViewedSituation;
  readonly parts: MeetingParts;
  readonly figures: AgendaFigures;
  readonly earlier: readonly ActionBody[];
  readonly areas: AgendaFacts['areas'];
  readonly coming: AgendaFacts['coming'];
  readonly before: readonly PriorityRow[];
  readonly tertialAreas: readonly AreaPriorityRow[];
  readonly lifted: readonly EscalationRow[];
  readonly long: LongView | null;
  readonly next: AgendaFacts['next'];
}

/** Fills the agenda with what there is to know, for whoever reads it: everybody sees figures of the own groups. */
@Injectable()
export class MeetingAgendaService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsService,
    private readonly situations: SituationsService,
    private readonly counting: AgendaFiguresService,
    private readonly actions: ActionsService,
    private readonly statuses: AreaStatusesService,
    private readonly calendar: CalendarService,
    private readonly law: LawCheckService,
    private readonly plans: ActionPlansService,
  ) {}

  async get(actor: Actor, meetingId: string, language: Language): Promise<AgendaBody> {
    const prepared = await this.prepare(actor, meetingId);
    return this.database.withTenant(actor, async (manager) => {
      const parts = await this.meetings.parts(manager, actor, meetingId);
      if (parts.row.status === 'closed') return this.frozen(manager, actor, { parts, prepared, language });
      const read = await this.read(manager, actor, { parts, prepared });
      const facts = factsIn(read, language);
      const count = facts.situation.count;
      await audit(manager, actor, { action: 'read', subject: 'meeting_agenda', subjectId: meetingId, count });
      return agendaBody(read, facts, language);
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
      ...spanOf(row, prepared.period, language),
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
    const kind = row ? lookBack({ kind: row.kind, groupKind: row.group_kind }) : 'week';
    const period = periodBefore(kind, row?.at.getTime() ?? Date.now());
    const frame = await this.situations.frame(actor, period);
    // A meeting that looks far back still talks of the hot spots that are open when it meets.
    return { period, frame: kind === 'week' ? frame : { ...frame, hotspotsTo: Date.now() } };
  }

  /** Everything that the lines are made of, within the caller's transaction, who audits; worded by `factsIn`. */
  async read(
    manager: EntityManager,
    actor: Actor,
    { parts, prepared }: { readonly parts: MeetingParts; readonly prepared: AgendaFrame },
  ): Promise<ReadAgenda> {
    const { period, frame } = prepared;
    const code = actor.municipalityCode;
    const viewed = await this.situations.view(manager, actor, frame, period);
    const { row } = parts;
    const today = localDate(row.at.getTime());
    const target = row.group_kind === 'steering' ? 'steering-group' : row.kind === 'deepened-est' ? 'deepened-est' : null; // prettier-ignore
    const before = parts.neighbours.previous;
    return {
      viewed,
      parts,
      figures: await this.counting.count(manager, actor, { period, running: viewed.figures.running, row }),
      earlier: await this.earlier(manager, actor, row),
      areas: await this.statuses.of(manager, actor, weekAround(row.at.getTime())),
      coming: await this.calendar.between(
        manager,
        actor,
        today,
        dateOfDay(localTime(row.at.getTime()).day + daysAhead[period.kind]),
      ),
      before: before === null ? [] : await priorityRows(manager, code, before),
      tertialAreas: await areaPriorityRows(manager, code, { tertial: tertialOf(today) }),
      lifted: target === null ? [] : await liftedTo(manager, code, target, row.id),
      long: await this.long(manager, actor, row),
      next: await this.next(manager, actor, parts),
    };
  }

  /** What only the strategic meeting and the steering group take up: the åtgärdsplan, and how the law's points stand. */
  private async long(manager: EntityManager, actor: Actor, row: MeetingRow): Promise<LongView | null> {
    const form = agendaForm({ kind: row.kind, groupKind: row.group_kind });
    if (form !== 'strategic' && form !== 'steering') return null;
    const year = Number(localDate(row.at.getTime()).slice(0, 4));
    const { kinds } = await this.meetings.countsIn(manager, actor, year);
    return {
      plans: await this.plans.bodies(manager, actor, null),
      law: await this.law.points(manager, actor),
      year,
      strategicHeld: kinds.find(({ kind }) => kind === 'strategic')?.held ?? 0,
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

/** The last whole period of a kind before a meeting; planned far ahead, the one that is. */
function periodBefore(kind: PeriodKind, at: number): SituationPeriod {
  const before = besides(periodAt(kind, at), -1);
  return before.from > Date.now() ? periodAt(kind, Date.now()) : before;
}

function whenOf(at: Date): { day: string; clock: string } {
  const { hour, minute } = localTime(at.getTime());
  const two = (value: number) => String(value).padStart(2, '0');
  return { day: localDate(at.getTime()), clock: `${two(hour)}:${two(minute)}` };
}
