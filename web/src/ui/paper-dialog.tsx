import { useState } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { DownloadButton } from './download-button.js';
import { useTexts } from './language.js';
import { type Paper, paperReaders, type PaperForm } from './paper.js';
import { paperTexts } from './paper-texts.js';
import { RadioTiles } from './radio-tiles.js';

interface PaperDialogProps {
  title: string;
  /** What the file is called, without its ending. */
  name: string;
  file: (paper: Paper) => Promise<Blob>;
  onClose: () => void;
}

/** Chooses who is to read a document, and saves it as PDF or Word. */
export function PaperDialog({ title, name, file, onClose }: PaperDialogProps) {
  const t = useTexts(paperTexts);
  const [audience, setAudience] = useState<Paper['audience']>('internal');
  const button = (format: PaperForm, label: string) => (
    <DownloadButton
      look={format === 'pdf' ? 'primary' : 'secondary'}
      name={`${name}.${format}`}
      file={() => file({ audience, format })}
    >
      {label}
    </DownloadButton>
  );
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      <div className="stack">
        <RadioTiles
          legend={t('for')}
          value={audience}
          onChange={(value) => setAudience(paperReaders.find((reader) => reader === value) ?? 'internal')}
          tiles={paperReaders.map((value) => ({ value, label: t(value), note: t(`${value}Note`) }))}
        />
        <div className="row">
          {button('pdf', t('pdf'))}
          {button('docx', t('word'))}
        </div>
        <p className="small muted">{t('notice')}</p>
      </div>
    </Dialog>
  );
}
