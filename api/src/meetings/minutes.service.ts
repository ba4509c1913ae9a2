import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { audit } from '../access/audit.js';
import { mayRole } from '../access/permission.js';
import { canonical } from '../analyses/canonical.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { newId } from '../app/identifier.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { itemTitle } from './agenda.js';
import { agendaLines } from './agenda-lines.js';
import { factsIn } from './agenda-facts.js';
import type { ReadAgenda } from './meeting-agenda.service.js';
import { meetingBody } from './meeting-body.js';
import { meetingRow } from './meeting.queries.js';
import { MeetingWriting } from './meeting-writing.service.js';
import { maySeePictures } from './meetings.service.js';
import {
  corrected,
  type MinutedLines,
  type MinutesContent,
  minutesSchema,
  minutesSeenBy,
  openLines,
} from './minutes.js';
import { figureLines, insertFigureLines, insertMinutes, type MinutesRow, minutesRows } from './minutes.queries.js';
import type { MinutesBody, NewMinutes } from './minutes.schema.js';

/** Minutes as they are kept, with all that there is of them; for documents, which choose by audience. */
export interface KeptMinutes {
  readonly row: MinutesRow;
  readonly lines: MinutedLines | null;
  readonly versions: MinutesBody['versions'];
}

/** Minutes: frozen when the meeting closes; what is put right after that is a new version with its reason. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly writing: MeetingWriting,
  ) {}

  /** Freezes a meeting that closes, within the transaction that closes it. */
  async freeze(manager: EntityManager, actor: Actor, read: ReadAgenda, ended: string): Promise<void> {
    const code = actor.municipalityCode;
    const meetingId = read.parts.row.id;
    const content = contentOf(read, ended);
    await insertMinutes(manager, code, { ...rowOf(content, actor), meetingId, version: 1, reason: null });
    for (const language of ['sv', 'en'] as const) {
      const facts = factsIn(read, language);
      const lines = read.parts.items.map(({ id, kind }) => ({ itemId: id, lines: agendaLines(kind, facts, language) }));
      await insertFigureLines(manager, code, { meetingId, language, groups: actor.groups, lines });
    }
    await audit(manager, actor, { action: 'create', subject: 'minutes', subjectId: meetingId, facts: { version: 1 } });
  }

  async get(actor: Actor, meetingId: string, language: Language, version?: number): Promise<MinutesBody> {
    return this.database.withTenant(actor, async (manager) => {
      const meeting = await meetingRow(manager, actor.municipalityCode, actor.accountId, meetingId);
      if (!meeting) throw new DomainError('not-found');
      const kept = await this.kept(manager, actor, { meetingId, language, version });
      const facts = { version: kept.row.version };
      await audit(manager, actor, { action: 'read', subject: 'minutes', subjectId: meetingId, facts });
      const writes = mayRole(actor.role, 'meeting:write');
      const seen = minutesSeenBy(kept.row.content, { writes, seesPictures: maySeePictures(actor, meeting) });
      const lines = kept.lines && (writes ? kept.lines : openLines(kept.lines));
      return bodyOf(kept, { seen, lines, language });
    });
  }

  /** Within the caller's transaction, who audits and chooses what an audience gets. Throws `not-found`, `meeting-not-closed`. */
  async kept(
    manager: EntityManager,
    actor: Actor,
    { meetingId, language, version }: { meetingId: string; language: Language; version?: number | undefined },
  ): Promise<KeptMinutes> {
    const code = actor.municipalityCode;
    const rows = await minutesRows(manager, code, meetingId);
    if (rows.length === 0 && (await meetingRow(manager, code, actor.accountId, meetingId)))
      throw new DomainError('meeting-not-closed');
    const row = version === undefined ? rows[0] : rows.find((each) => each.version === version);
    if (!row) throw new DomainError('not-found');
    return {
      row,
      lines: await figureLines(manager, code, meetingId, language),
      versions: rows.map(({ version: number, at, reason }) => ({ version: number, at: at.toISOString(), reason })),
    };
  }

  /** Puts notes right: a new version with its reason; the old ones stay. */
  async correct(actor: Actor, meetingId: string, { reason, notes }: NewMinutes): Promise<void> {
    refusePersonalData({
      '/reason': reason,
      ...Object.fromEntries(notes.map(({ text }, at) => [`/notes/${at}/text`, text])),
    });
    await this.writing.write(actor, { meetingId, what: 'minutes', while: ['closed'] }, async (manager) => {
      const [newest] = await minutesRows(manager, actor.municipalityCode, meetingId);
      const content = newest && corrected(newest.content, notes);
      if (!content) throw new DomainError('invalid-request', {}, [{ pointer: '/notes', code: 'unknown-item' }]);
      const version = newest.version + 1;
      await insertMinutes(manager, actor.municipalityCode, { ...rowOf(content, actor), meetingId, version, reason });
      await audit(manager, actor, { action: 'update', subject: 'minutes', subjectId: meetingId, facts: { version } });
    });
  }
}

function rowOf(content: MinutesContent, actor: Actor) {
  const digest = createHash('sha256').update(canonical(content)).digest('hex');
  return { id: newId(), content, digest, accountId: actor.accountId };
}

function contentOf({ parts, areas, next }: ReadAgenda, ended: string): MinutesContent {
  const body = meetingBody(parts, 'sv', Date.now());
  const { id, group, groupKind, kind, title, place, registrationNumber, classification } = body;
  // A meeting that began before its time began then.
  const at = body.openedAt !== null && body.openedAt < body.at ? body.openedAt : body.at;
  return {
    schema: minutesSchema,
    meeting: { id, group, groupKind, kind, title, at, until: ended, place, registrationNumber, classification },
    participants: body.participants.map((each) => ({
      function: each.function,
      organisation: each.organisation ?? each.party ?? '',
      attendance: each.attendance,
    })),
    items: parts.items.map((item) => ({ id: item.id, kind: item.kind, title: item.title, note: item.text ?? '' })),
    decisions: body.decisions.map(({ position, itemId, action }) => ({
      position,
      itemId,
      actionId: action.id,
      what: action.what,
      organisation: action.organisation,
      ownerFunction: action.ownerFunction,
      due: action.due,
      followUpOn: action.followUpOn,
      hotspot: action.hotspot,
      viewId: action.viewId,
      registrationNumber: action.registrationNumber,
      classification: action.classification,
      secrecyBasis: action.secrecyBasis,
      secrecyBy: action.secrecyBy,
      secrecyOn: action.secrecyOn,
    })),
    pictures: body.pictures.filter(({ kept }) => kept).map(({ text }) => text),
    priorities: body.priorities.map(({ text }) => text),
    escalations: body.escalations.map(({ target, text }) => ({ target, text })),
    colours: areas.flatMap(({ name: area, level, sentence, meetingId }) =>
      level !== null && meetingId === id ? [{ area, level, sentence }] : [],
    ),
    next: next && { day: next.day, clock: next.clock },
  };
}

function bodyOf(
  { row, versions }: KeptMinutes,
  { seen, lines, language }: { seen: MinutesContent; lines: MinutedLines | null; language: Language },
): MinutesBody {
  const { schema: _, items, ...rest } = seen;
  return {
    ...(structuredClone(rest) as Omit<
      MinutesBody,
      'items' | 'version' | 'at' | 'reason' | 'digest' | 'versions' | 'figuresShown'
    >),
    version: row.version,
    at: row.at.toISOString(),
    reason: row.reason,
    digest: row.content_digest,
    versions,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      title: itemTitle(item, language, seen.meeting),
      note: item.note,
      lines: [...(lines?.find(({ itemId }) => itemId === item.id)?.lines ?? [])],
    })),
    figuresShown: lines !== null,
  };
}
