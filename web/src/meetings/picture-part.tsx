import { lazy, Suspense, useState } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextArea } from '../ui/text-field.js';
import type { ItemContentProps } from './item-content.js';
import { addPicture, removePicture, type NewPicture } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';

const DrawnPlace = lazy(() => import('./drawn-place.js').then(({ DrawnPlace: it }) => ({ default: it })));

/** What the police tells: a line, an area when it is needed, and whether it is kept after the meeting. */
export function PicturePart({ code, meeting, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  return (
    <div className="stack stack--tight">
      {meeting.pictures.length > 0 && (
        <ul className="plain-list meeting-lines" aria-label={t('pictures')}>
          {meeting.pictures.map(({ id, text, polygon, clipped, kept }) => (
            <li key={id} className="meeting-line">
              <p>
                {text}
                <span className="small muted">
                  {' '}
                  {[kept ? t('kept') : t('notKept'), ...(polygon === null ? [] : [t('withArea')]), ...(clipped ? [t('clipped')] : [])].join(' · ')}
                </span>
              </p>
              {mayWrite && <Button look="quiet" icon="trash" onClick={() => void calls.act(() => removePicture(code, meeting.id, id))}>{t('remove')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && meeting.status === 'open' && <NewPictureForm {...{ code, meeting, calls }} />}
    </div>
  ); // prettier-ignore
}

function NewPictureForm({ code, meeting, calls }: Pick<ItemContentProps, 'code' | 'meeting' | 'calls'>) {
  const t = useTexts(meetingTexts);
  const [text, setText] = useState('');
  const [keep, setKeep] = useState(true);
  const [drawing, setDrawing] = useState(false);
  const [polygon, setPolygon] = useState<NewPicture['polygon']>(null);
  const send = async () => {
    if (text.trim() === '') return;
    if (!(await calls.act(() => addPicture(code, meeting.id, { text, polygon, keep })))) return;
    setText('');
    setPolygon(null);
    setDrawing(false);
  };
  return (
    <div className="stack stack--tight" lang="sv">
      <TextArea label={t('picture')} hint={t('pictureHint')} rows={2} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
      {drawing && (
        <Suspense fallback={<Skeleton shape="cards" lines={1} />}>
          <DrawnPlace code={code} onArea={setPolygon} />
        </Suspense>
      )}
      <Checkbox label={t('doNotKeep')} checked={!keep} onChange={({ target }) => setKeep(!target.checked)} />
      <div className="row">
        <Button onClick={() => void send()} disabled={text.trim() === ''}>{t('addPicture')}</Button>
        {!drawing && <Button look="quiet" icon="map" onClick={() => setDrawing(true)}>{t('drawArea')}</Button>}
      </div>
    </div>
  ); // prettier-ignore
}
