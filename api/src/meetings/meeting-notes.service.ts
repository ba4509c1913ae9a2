import { Injectable } from '@nestjs/common';
import { audit } from '../access/audit.js';
import { type Actor, Database } from '../app/database.js';
import { DomainError } from '../app/domain-error.js';
import { refusePersonalData } from '../app/stored-text.js';
import { insertNote, itemRows, type NoteRow, noteRows, noteTexts } from './meeting-part.queries.js';
import type { NoteBody } from './meeting.schema.js';
import type { NoteChange } from './meeting-part.schema.js';
import { MeetingWriting } from './meeting-writing.service.js';
import { mergedText } from './merged-text.js';

/** The notes at each agenda item: nobody is locked out, and nothing that anybody wrote is lost. */
@Injectable()
export class MeetingNotesService {
  constructor(
    private readonly database: Database,
    private readonly writing: MeetingWriting,
  ) {}

  /** Every text that a note has had, newest first. */
  async history(actor: Actor, meetingId: string, itemId: string) {
    return this.database.withTenant(actor, async (manager) => {
      const items = await itemRows(manager, actor.municipalityCode, meetingId);
      if (!items.some(({ id }) => id === itemId)) throw new DomainError('not-found');
      const rows: NoteRow[] = await noteRows(manager, actor.municipalityCode, itemId, actor.accountId);
      await audit(manager, actor, { action: 'read', subject: 'meeting_note', subjectId: itemId, count: rows.length });
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    });
  }

  /**
   * Takes a text that was written from the revision `base`. When somebody else has written meanwhile both changes are
   * merged; where they overlap, `note-conflict` carries both texts and what they began from, and nothing is stored.
   */
  async write(actor: Actor, meetingId: string, itemId: string, { base, text }: NoteChange): Promise<NoteBody> {
    refusePersonalData({ '/text': text });
    return this.writing.write(actor, { meetingId, what: 'note', subjectId: itemId }, async (manager) => {
      const code = actor.municipalityCode;
      const items = await itemRows(manager, code, meetingId);
      if (!items.some(({ id }) => id === itemId)) throw new DomainError('not-found');
      const stored = await noteTexts(manager, code, itemId, base);
      const newest = stored.newest ?? { revision: 0, text: '' };
      const from = base === 0 ? { revision: 0, text: '' } : stored.base;
      if (!from) throw new DomainError('invalid-request', {}, [{ pointer: '/base', code: 'note-revision-unknown' }]);
      const merged = mergedText({ base: from.text, theirs: newest.text, mine: text });
      if (merged === null)
        throw new DomainError('note-conflict', {}, [], {
          base: { revision: from.revision, text: from.text },
          theirs: { revision: newest.revision, text: newest.text },
          mine: { text },
        });
      if (merged.length > longestNote) throw new DomainError('invalid-request', {}, [{ pointer: '/text', code: 'too-big' }]); // prettier-ignore
      const body = { itemId, text: merged, merged: merged !== text };
      if (merged === newest.text)
        return { ...body, revision: newest.revision, at: stored.newest?.at.toISOString() ?? null };
      const revision = newest.revision + 1;
      const at = await insertNote(manager, code, { itemId, revision, text: merged, accountId: actor.accountId });
      await audit(manager, actor, {
        action: 'update',
        subject: 'meeting_note',
        subjectId: itemId,
        facts: { revision },
      });
      return { ...body, revision, at: at.toISOString() };
    });
  }
}

/** Twice what one may send: two long texts may both stand. */
const longestNote = 16_000;
