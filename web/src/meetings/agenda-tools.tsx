import { useState, type FormEvent } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import type { AgendaItem, Meeting } from './meeting-api.js';
import { addItem, changeItem, removeItem } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';
import type { Calls } from './use-calls.js';

/** Changes the agenda: add an item, name it otherwise, move it, take it away. */
export function AgendaTools({ meeting, calls }: { meeting: Meeting; calls: Calls }) {
  const t = useTexts(meetingTexts);
  const { code, meetingId } = calls;
  const [title, setTitle] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    if (await calls.act(() => addItem(code, meetingId, { title, after: null }))) setTitle('');
  };
  return (
    <details className="stack">
      <summary className="meeting-summary">{t('changeAgenda')}</summary>
      <ol className="plain-list meeting-lines">
        {meeting.items.map((item, at) => (
          <ItemLine key={item.id} {...{ item, calls }} before={at < 2 ? null : (meeting.items[at - 2]?.id ?? null)} first={at === 0} />
        ))}
      </ol>
      <form className="meeting-inline" noValidate onSubmit={(event) => void add(event)}>
        <TextField label={t('newItem')} value={title} maxLength={120} onChange={({ target }) => setTitle(target.value)} />
        <Button type="submit" icon="plus">{t('add')}</Button>
      </form>
    </details>
  ); // prettier-ignore
}

interface ItemLineProps {
  item: AgendaItem;
  calls: Calls;
  /** The item that it comes to stand after when it is moved up; `null`: first. */
  before: string | null;
  first: boolean;
}

function ItemLine({ item, calls, before, first }: ItemLineProps) {
  const t = useTexts(meetingTexts);
  const { act, code, meetingId } = calls;
  const [title, setTitle] = useState(item.title);
  const rename = () => {
    const next = title.trim();
    if (next !== item.title)
      void act(() => changeItem(code, { meetingId, id: item.id }, { title: next === '' ? null : next }));
  };
  return (
    <li className="meeting-line">
      <TextField label={t('itemTitle', { title: item.title })} hideLabel value={title} maxLength={120} onChange={({ target }) => setTitle(target.value)} onBlur={rename} />
      <span className="row">
        {!first && <Button look="quiet" onClick={() => void act(() => changeItem(code, { meetingId, id: item.id }, { after: before }))}>{t('moveUp')}<span className="visually-hidden"> {item.title}</span></Button>}
        <IconButton icon="trash" label={t('removeNamed', { name: item.title })} onClick={() => void act(() => removeItem(code, meetingId, item.id))} />
      </span>
    </li>
  ); // prettier-ignore
}
