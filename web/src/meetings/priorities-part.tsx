import { useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import type { ItemContentProps } from './item-content.js';
import type { Meeting } from './meeting-api.js';
import { setPriorities } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';

type Priority = Meeting['priorities'][number];

/** What the coming week is for, in order: each can be moved up, and taken away. */
export function PrioritiesPart({ code, meeting, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  const [text, setText] = useState('');
  const { priorities } = meeting;
  const save = (next: readonly Priority[]) =>
    calls.act(
      () =>
      setPriorities(code, meeting.id, next.map(({ text: words, areaId, hotspotId }) => ({ text: words, areaId, hotspotId }))), // prettier-ignore
    );
  const up = (at: number) => {
    const one = priorities[at];
    if (one === undefined) return;
    const rest = priorities.filter((_, place) => place !== at);
    void save([...rest.slice(0, at - 1), one, ...rest.slice(at - 1)]);
  };
  const add = async () => {
    if (text.trim() === '') return;
    const one = { text: text.trim(), areaId: null, area: null, hotspotId: null, hotspot: null };
    if (await save([...priorities, one])) setText('');
  };
  return (
    <div className="stack stack--tight">
      {priorities.length > 0 && (
        <ol className="plain-list meeting-lines" aria-label={t('priorities')}>
          {priorities.map((one, at) => (
            <li key={`${at}-${one.text}`} className="meeting-line">
              <p>
                {at + 1}. {one.text}
                <span className="small muted"> {one.area ?? one.hotspot ?? ''}</span>
              </p>
              {mayWrite && (
                <span className="row">
                  {at > 0 && <Button look="quiet" onClick={() => up(at)}>{t('moveUp')}<span className="visually-hidden"> {one.text}</span></Button>}
                  <IconButton icon="trash" label={t('removeNamed', { name: one.text })} onClick={() => void save(priorities.filter((_, place) => place !== at))} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <form className="meeting-inline" noValidate onSubmit={(event) => { event.preventDefault(); void add(); }}>
          <TextField label={t('priority')} value={text} maxLength={300} onChange={({ target }) => setText(target.value)} />
          <Button type="submit">{t('add')}</Button>
        </form>
      )}
    </div>
  ); // prettier-ignore
}
