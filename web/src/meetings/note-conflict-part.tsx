import { useId, useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { TextArea } from '../ui/text-field.js';
import { bothTexts, type NoteConflict } from './note-sync.js';
import { meetingTexts } from './texts.js';

interface NoteConflictPartProps {
  conflict: NoteConflict;
  onChoose: (text: string) => void;
}

/** Two wrote over the same words: both texts beside each other, to choose one, keep both or write them together. */
export function NoteConflictPart({ conflict, onChoose }: NoteConflictPartProps) {
  const t = useTexts(meetingTexts);
  const [joined, setJoined] = useState<string | null>(null);
  const both = bothTexts(conflict);
  return (
    <Notice tone="caution" title={t('conflictTitle')}>
      <p>{t('conflictText')}</p>
      <div className="meeting-conflict">
        <OneText title={t('conflictMine')} text={conflict.mine} />
        <OneText title={t('conflictTheirs')} text={conflict.theirs.text} />
      </div>
      {joined !== null && (
        <TextArea
          label={t('conflictJoined')}
          value={joined}
          rows={6}
          onChange={({ target }) => setJoined(target.value)}
        />
      )}
      <div className="row">
        {joined === null ? (
          <>
            <Button look="primary" onClick={() => onChoose(both)}>
              {t('keepBoth')}
            </Button>
            <Button onClick={() => onChoose(conflict.mine)}>{t('keepMine')}</Button>
            <Button onClick={() => onChoose(conflict.theirs.text)}>{t('keepTheirs')}</Button>
            <Button look="quiet" icon="edit" onClick={() => setJoined(both)}>
              {t('joinThem')}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={() => onChoose(joined)}>
            {t('saveJoined')}
          </Button>
        )}
      </div>
    </Notice>
  );
}

function OneText({ title, text }: { title: string; text: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="meeting-conflict-text">
      <h4 id={id}>{title}</h4>
      <p>{text}</p>
    </section>
  );
}
