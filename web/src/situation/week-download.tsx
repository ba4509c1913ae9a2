import { useState } from 'react';
import { DownloadButton } from '../ui/download-button.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { type DocumentMarks, weekDocument } from './situation-api.js';
import { situationTexts } from './texts.js';

/** The one button of the page, with what may be printed in the head of the document behind it. */
export function WeekDownload({ code, week }: { code: string; week: string }) {
  const t = useTexts(situationTexts);
  const [marks, setMarks] = useState<DocumentMarks>({ registrationNumber: '', classification: 'open' });
  const choices = [
    { value: 'open', label: t('open') },
    { value: 'may-be-secret', label: t('maybeSecret') },
  ];
  return (
    <section className="situation-download" aria-label={t('download')}>
      <DownloadButton look="primary" name={`veckolagesbild-${week}.pdf`} file={() => weekDocument(code, week, marks)}>
        {t('download')}
      </DownloadButton>
      <details className="situation-details">
        <summary>{t('marks')}</summary>
        <div className="field-pair">
          <TextField
            label={t('registration')}
            hint={t('registrationHint')}
            value={marks.registrationNumber}
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => setMarks({ ...marks, registrationNumber: target.value })}
          />
          <Select
            label={t('classification')}
            choices={choices}
            value={marks.classification}
            onChange={({ target }) =>
              setMarks({ ...marks, classification: target.value === 'may-be-secret' ? 'may-be-secret' : 'open' })
            }
          />
        </div>
      </details>
      <p className="small muted">{t('notice')}</p>
    </section>
  );
}
