import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { ActionsService } from '../actions/actions.service.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { pictureGoneBefore } from './meeting.js';
import { meetingBody, type MeetingParts, summaryBody } from './meeting-body.js';
import { decisionRows, itemRows, participantRows } from './meeting-part.queries.js';
import { deleteUnkept, escalationRows, pictureRows, priorityRows } from './meeting-picture.queries.js';
import { MeetingPlanningService } from './meeting-planning.service.js';
import {
  meetingCounts,
  meetingRow,
  type MeetingRow,
  meetingRows,
  neighbours,
  setStatus,
  updateMeeting,
} from './meeting.queries.js';
import type {
  MeetingBody,
  MeetingChange,
  MeetingCounts,
  MeetingQuery,
  MeetingSummary,
  NewMeeting,
} from './meeting.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';

const longestMeeting = 24 * 3_600_000;

/** Meetings: listed, read with all their parts, planned, changed, opened and cancelled. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly actions: ActionsService,
    private readonly planning: MeetingPlanningService,
    private readonly writing: MeetingWriting,
  ) {}

  async list(actor: Actor, query: MeetingQuery, language: Language): Promise<MeetingSummary[]> {
    return this.database.withTenant(actor, async (manager) => {
      const rows = await meetingRows(manager, actor.municipalityCode, actor.accountId, query);
      return rows.map((row) => summaryBody(row, language, Date.now()));
    });
  }

  /** How many meetings of each kind a year holds, for the law's checklist. */
  async counts(actor: Actor, year: number): Promise<MeetingCounts> {
    return this.database.withTenant(actor, (manager) => this.countsIn(manager, actor, year));
  }

  /** The same within the caller's transaction. */
  async countsIn(manager: EntityManager, actor: Actor, year: number): Promise<MeetingCounts> {
    const rows = await meetingCounts(manager, actor.municipalityCode, year);
    return { year, kinds: rows.map(({ last_held_on, ...row }) => ({ ...row, lastHeldOn: last_held_on })) };
  }

  async get(actor: Actor, id: string, language: Language): Promise<MeetingBody> {
    return this.database.withTenant(actor, async (manager) => {
      const body = meetingBody(await this.parts(manager, actor, id), language, Date.now());
      await audit(manager, actor, { action: 'read', subject: 'meeting', subjectId: id });
      return body;
    });
  }

  /** A meeting outside any series. Sent twice it is one. */
  async create(actor: Actor, input: NewMeeting, language: Language): Promise<MeetingBody> {
    refusePersonalData({ '/title': input.title, '/place': input.place });
    refuseTimes(input);
    const { id = newId(), kind, groupId, at, until, place } = input;
    await this.database.withTenant(actor, async (manager) => {
      const title = input.title ?? defaultTitle(kind, language);
      const fixed = { seriesId: null, occasion: null, movedBecause: null };
      const made = await this.planning.make(manager, actor, { id, groupId, kind, title, at, until, place, ...fixed });
      if (made) return;
      const there = await meetingRow(manager, actor.municipalityCode, actor.accountId, id);
      if (there?.group_id !== groupId || there.title !== title) throw new DomainError('meeting-id-taken');
    });
    return this.get(actor, id, language);
  }

  async change(
    actor: Actor,
    change: { id: string; version: number; input: MeetingChange },
    language: Language,
  ): Promise<MeetingBody> {
    const { id, version, input } = change;
    refusePersonalData({
      '/title': input.title,
      '/place': input.place,
      '/registrationNumber': input.registrationNumber,
    });
    await this.writing.write(actor, { meetingId: id, what: 'meeting' }, async (manager, row) => {
      if (row.version !== version) throw new DomainError('changed-by-someone-else');
      const after = changed(row, input);
      refuseTimes(after);
      if ((await updateMeeting(manager, actor.municipalityCode, after)) === 0)
        throw new DomainError('changed-by-someone-else');
      await audit(manager, actor, { action: 'update', subject: 'meeting', subjectId: id });
    });
    return this.get(actor, id, language);
  }

  /** Opens a planned meeting; one that is open stays open. */
  async open(actor: Actor, id: string, language: Language): Promise<MeetingBody> {
    await this.writing.write(actor, { meetingId: id, what: 'opened' }, async (manager, row) => {
      if (row.status === 'open') return;
      await setStatus(manager, actor.municipalityCode, { id, status: 'open' });
      await audit(manager, actor, { action: 'update', subject: 'meeting', subjectId: id, facts: { status: 'open' } });
    });
    return this.get(actor, id, language);
  }

  /** Cancels a planned meeting; the series goes on with its next day. */
  async cancel(actor: Actor, id: string, language: Language): Promise<MeetingBody> {
    await this.writing.write(actor, { meetingId: id, what: 'meeting', while: ['planned'] }, async (manager, row) => {
      await setStatus(manager, actor.municipalityCode, { id, status: 'cancelled' });
      await deleteUnkept(manager, actor.municipalityCode, { meetingId: id });
      await audit(manager, actor, { action: 'update', subject: 'meeting', subjectId: id, facts: { status: 'cancelled' } }); // prettier-ignore
      if (row.series_id) await this.planning.planNext(manager, actor, row.series_id, localDate(row.at.getTime()));
    });
    return this.get(actor, id, language);
  }

  /** A meeting with its parts as the actor may see them, within the caller's transaction, who audits. Throws `not-found`. */
  async parts(manager: EntityManager, actor: Actor, id: string): Promise<MeetingParts> {
    const code = actor.municipalityCode;
    const row = await meetingRow(manager, code, actor.accountId, id);
    if (!row) throw new DomainError('not-found');
    await deleteUnkept(manager, code, { before: new Date(pictureGoneBefore(Date.now())) });
    return {
      row,
      participants: await participantRows(manager, code, id),
      items: await itemRows(manager, code, id),
      decisions: await decisionRows(manager, code, id),
      actions: await this.actions.list(manager, actor, { meetingId: id }),
      pictures: maySeePictures(actor, row) ? await pictureRows(manager, code, id) : [],
      priorities: await priorityRows(manager, code, id),
      escalations: await escalationRows(manager, code, id),
      neighbours: await neighbours(manager, code, row),
    };
  }
}

/** What the police tell is for those who may see the police's rows, and for those who sit at the meeting. */
export function maySeePictures(actor: Actor, row: Pick<MeetingRow, 'mine'>): boolean {
  return actor.groups.includes('polis') || row.mine;
}

function refuseTimes({ at, until }: { readonly at: string; readonly until: string }): void {
  const length = Date.parse(until) - Date.parse(at);
  if (length <= 0) throw new DomainError('invalid-request', {}, [{ pointer: '/until', code: 'meeting-ends-first' }]);
  if (length > longestMeeting)
    throw new DomainError('invalid-request', {}, [{ pointer: '/until', code: 'too-long-meeting' }]);
}

function changed(row: MeetingRow, input: MeetingChange) {
  return {
    id: row.id,
    version: row.version,
    kind: input.kind ?? row.kind,
    title: input.title ?? row.title,
    at: input.at ?? row.at.toISOString(),
    until: input.until ?? row.until.toISOString(),
    place: input.place === undefined ? row.place : input.place,
    registrationNumber:
      input.registrationNumber === undefined ? row.registration_number : input.registrationNumber || null,
    classification: input.classification ?? row.classification,
  };
}

function defaultTitle(kind: NewMeeting['kind'], language: Language): string {
  return {
    'weekly-est': { sv: 'EST-möte', en: 'EST meeting' },
    monthly: { sv: 'Månadsmöte', en: 'Monthly meeting' },
    strategic: { sv: 'Strategiskt möte', en: 'Strategic meeting' },
    'deepened-est': { sv: 'Fördjupad EST', en: 'Deepened EST' },
    dialogue: { sv: 'Dialogmöte', en: 'Dialogue meeting' },
    'safety-walk': { sv: 'Trygghetsvandring', en: 'Safety walk' },
    other: { sv: 'Möte', en: 'Meeting' },
  }[kind][language];
}
