import { useEffect, useId, useRef } from 'react';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import type { AgendaItem, Meeting } from './meeting-api.js';
import { ItemContent } from './item-content.js';
import { NoteField } from './note-field.js';
import { meetingTexts } from './texts.js';
import type { Calls } from './use-calls.js';

export interface AgendaProps {
  code: string;
  meeting: Meeting;
  calls: Calls;
  mayWrite: boolean;
  current: string | null;
  onCurrent: (id: string | null) => void;
  /** Shows something on the map beside; `null` where there is none. */
  onView: ((search: string) => void) | null;
}

/** The agenda: every item in order, one of them open with what it has filled itself and what is written. */
export function Agenda(props: AgendaProps) {
  const { meeting, calls, current } = props;
  return (
    <>
      <ErrorNotice error={calls.problem} />
      <ol className="plain-list">
        {meeting.items.map((item, at) => (
          <Item key={item.id} {...props} item={item} number={at + 1} open={item.id === current} />
        ))}
      </ol>
    </>
  );
}

interface ItemProps extends AgendaProps {
  item: AgendaItem;
  number: number;
  open: boolean;
}

function Item({ item, number, open, ...agenda }: ItemProps) {
  const t = useTexts(meetingTexts);
  const panel = useId();
  const row = useRef<HTMLLIElement>(null);
  const { code, meeting, mayWrite, onCurrent } = agenda;
  const decided = meeting.decisions.filter(({ itemId }) => itemId === item.id).length;
  useEffect(() => {
    const inMeeting = row.current?.closest('.meeting-agenda') !== null;
    if (open) row.current?.scrollIntoView({ block: inMeeting ? 'start' : 'nearest' });
  }, [open]);
  return (
    <li ref={row} className="meeting-item" data-open={open || undefined} data-kind={item.kind}>
      <h3 className="meeting-item-head">
        <button type="button" className="meeting-item-button" aria-expanded={open} aria-controls={panel} onClick={() => onCurrent(open ? null : item.id)}>
          <span className="meeting-item-number">{number}</span>
          <span>{item.title}</span>
          <span className="meeting-item-sum">
            {decided > 0 && t('decided', { count: decided })}
            {item.note.text !== '' && !open && <Icon name="edit" size={16} label={t('hasNote')} />}
          </span>
        </button>
      </h3>
      {open && (
        <div id={panel} className="meeting-item-body">
          <ItemContent {...agenda} item={item} />
          {mayWrite ? (
            <NoteField key={item.id} code={code} meetingId={meeting.id} item={item} />
          ) : (
            item.note.text !== '' && <p className="meeting-note-read">{item.note.text}</p>
          )}
        </div>
      )}
    </li>
  ); // prettier-ignore
}
