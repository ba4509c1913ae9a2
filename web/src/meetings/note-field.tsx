import { useCallback, useRef } from 'react';
import { useSession } from '../api/session.js';
import { CheckedText } from '../ui/checked-text.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import type { AgendaItem } from './meeting-api.js';
import { saveNote } from './meeting-parts-api.js';
import { NoteConflictPart } from './note-conflict-part.js';
import { meetingTexts } from './texts.js';
import { useNote, type Note } from './use-note.js';

interface NoteFieldProps {
  code: string;
  meetingId: string;
  item: AgendaItem;
}

/** What is written at one point of the agenda. Plain text, so that dictation and spelling work as anywhere. */
export function NoteField({ code, meetingId, item }: NoteFieldProps) {
  const t = useTexts(meetingTexts);
  const account = useSession()?.account.id ?? '';
  const around = useRef<HTMLDivElement>(null);
  const save = useCallback<Parameters<typeof useNote>[0]['save']>(
    (base, text) => saveNote({ code, meetingId, itemId: item.id, base: base.revision, text }),
    [code, meetingId, item.id],
  );
  const note = useNote({ stored: item.note, account, keptAs: `${meetingId}.${item.id}`, save, around });
  return (
    <div className="meeting-note" ref={around} lang="sv">
      {/* The field stays under the writer's hands, also while two texts wait for a choice. */}
      <CheckedText label={t('note')} value={note.text} onText={note.onText} maxLength={longestNote} />
      {note.conflict !== null && (
        <NoteConflictPart conflict={{ ...note.conflict, mine: note.text }} onChoose={note.settle} />
      )}
      <NoteState note={note} />
      <ErrorNotice error={note.problem} />
    </div>
  );
}

export const longestNote = 8_000;

/** Whether what is written is safe, in a few words; said once when the contact is lost, not at each key. */
function NoteState({ note }: { note: Note }) {
  const t = useTexts(meetingTexts);
  const quiet = note.state === 'unsaved' || note.state === 'sending' ? 'saving' : note.state;
  if (quiet === 'conflict') return <output className="visually-hidden">{t('conflictTitle')}</output>;
  const words = quiet === 'saved' && note.text === '' ? '' : t(`note_${quiet}`);
  return (
    <p className="small muted meeting-note-state" data-state={quiet} role={quiet === 'waiting' ? 'status' : undefined}>
      {words}
    </p>
  );
}
