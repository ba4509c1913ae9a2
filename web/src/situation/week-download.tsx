import { useState } from 'react';
import { DownloadButton } from '../ui/download-button.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { type DocumentMarks, type Format, periodDocument, type Situation } from './situation-api.js';
import { situationTexts } from './texts.js';

/** The page on paper, with what may be printed in its head behind it. */
export function WeekDownload({ code, situation }: { code: string; situation: Pick<Situation, 'period' | 'kind'> }) {
  const t = useTexts(situationTexts);
  const [marks, setMarks] = useState<DocumentMarks>({ registrationNumber: '', classification: 'open' });
  const choices = [
    { value: 'open', label: t('open') },
    { value: 'may-be-secret', label: t('maybeSecret') },
  ];
  const { period, kind } = situation;
  const label = t(kind === 'week' ? 'download' : 'downloadPeriod');
  const name = `${kind === 'week' ? 'veckolagesbild' : 'lagesbild'}-${period}`;
  const file = (format: Format) => () => periodDocument(code, period, { ...marks, format });
  return (
    <section className="situation-download" aria-label={label}>
      <div className="row">
        <DownloadButton look="primary" name={`${name}.pdf`} file={file('pdf')}>
          {label}
        </DownloadButton>
        <DownloadButton look="secondary" name={`${name}.docx`} file={file('docx')}>
          {t('downloadWord')}
        </DownloadButton>
      </div>
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
