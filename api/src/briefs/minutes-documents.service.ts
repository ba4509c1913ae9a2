import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayRole } from '../access/permission.js';
import { localDate } from '../analysis/calendar.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import type { Language } from '../app/language.js';
import { refusePersonalData } from '../app/stored-text.js';
import { minutesFor, type MinutesContent } from '../meetings/minutes.js';
import { MinutesService } from '../meetings/minutes.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { ViewsService } from '../views/views.service.js';
import type { MinutesDocumentQuery } from './document.schema.js';
import type { DocumentHead } from './document-head.js';
import { DocumentNotesService } from './document-notes.service.js';
import type { MadeDocument } from './made-document.js';
import { minutesSheet } from './minutes-sheet.js';
import { renderSheet } from './renderer.js';
import { sheetDocx } from './sheet-docx.js';

/** Minnesanteckningar as PDF/UA and DOCX, from what was frozen when the meeting closed. */
@Injectable()
export class MinutesDocumentsService {
  constructor(
    private readonly database: Database,
    private readonly municipalities: MunicipalitiesService,
    private readonly minutes: MinutesService,
    private readonly views: ViewsService,
    private readonly notes: DocumentNotesService,
  ) {}

  /** Throws `audience-not-yours` where the internal version is asked for by somebody who does not keep meetings. */
  async ofMeeting(
    actor: Actor,
    meetingId: string,
    query: MinutesDocumentQuery,
    language: Language,
  ): Promise<MadeDocument> {
    refusePersonalData({ '/registrationNumber': query.registrationNumber });
    const { audience, format, version } = query;
    const municipality = await this.municipalities.get(actor);
    const sheet = await this.database.withTenant(actor, async (manager) => {
      const { row, lines } = await this.minutes.kept(manager, actor, { meetingId, language, version });
      if (audience === 'internal' && !mayRole(actor.role, 'meeting:write')) throw new DomainError('audience-not-yours');
      const content = minutesFor(row.content, audience);
      const head = headOf(municipality, content, query);
      await this.note(manager, actor, { meetingId, head, audience, version: row.version });
      const views =
        audience === 'internal' ? await this.pictures(manager, actor, content, language) : new Map<string, string>();
      const made = { head, content, lines, views, audience, version: row.version, reason: row.reason };
      return minutesSheet(made, language);
    });
    const fileName = `minnesanteckningar-${localDate(Date.now())}.${format}`;
    const bytes = format === 'docx' ? await sheetDocx(sheet) : await renderSheet(sheet, { tighten: false });
    return { bytes, format, fileName };
  }

  /** The frozen views that the asking reader may see. */
  private async pictures(manager: EntityManager, actor: Actor, { decisions }: MinutesContent, language: Language) {
    const found = new Map<string, string>();
    for (const { viewId } of decisions) {
      const svg = viewId === null ? null : await this.views.picture(manager, actor, viewId, language);
      if (viewId !== null && svg !== null) found.set(viewId, svg);
    }
    return found;
  }

  private async note(
    manager: EntityManager,
    actor: Actor,
    made: { meetingId: string; head: DocumentHead; audience: MinutesDocumentQuery['audience']; version: number },
  ): Promise<void> {
    const { meetingId, head, audience, version } = made;
    const marked = { kind: 'minutes', subjectId: meetingId, registrationNumber: head.registration, classification: head.classification.level } as const; // prettier-ignore
    await this.notes.write(manager, actor, marked, { audience, facts: { version } });
  }
}

/** A document with a decision that may be secret may be so itself: by the section, the day and the function of the first one. */
function headOf(
  municipality: { readonly name: string; readonly demo: boolean },
  content: MinutesContent,
  query: MinutesDocumentQuery,
): DocumentHead {
  const secret = content.decisions.find(({ classification }) => classification === 'may-be-secret');
  const level = query.classification ?? (secret ? 'may-be-secret' : content.meeting.classification);
  const why = secret && level === 'may-be-secret' ? secret : null;
  return {
    municipality: { name: municipality.name, demo: municipality.demo },
    date: localDate(Date.now()),
    registration: query.registrationNumber || content.meeting.registrationNumber,
    classification: {
      level,
      ...(why?.secrecyBasis ? { paragraph: why.secrecyBasis } : {}),
      ...(why?.secrecyOn ? { date: why.secrecyOn } : {}),
      ...(why?.secrecyBy ? { by: why.secrecyBy } : {}),
    },
  };
}
