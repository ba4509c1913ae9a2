import { useState } from 'react';
import { CheckedText } from '../ui/checked-text.js';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { longestText, type Recurrence, type Setting } from './report-draft.js';
import { reportTexts } from './texts.js';
import type { Report } from './use-report.js';

const settings: readonly Setting[] = ['outdoors', 'indoors', 'stairwell'];
const recurrences: readonly Recurrence[] = ['first', 'recurring', 'constant'];

/** Text with its check, setting and flags: what stands behind *Lägg till mer*, fetched when it is opened. */
export function MoreFields({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const { draft, change, errors } = report;
  const [cut, setCut] = useState(false);
  const write = (text: string) => {
    setCut(text.length > longestText);
    change({ text }, 'text');
  };
  return (
    <>
      <CheckedText
        label={t('text')}
        hint={t('textHint')}
        optional
        value={draft.text}
        error={errors.text ?? (cut ? t('textCut') : undefined)}
        onText={write}
      />
      {report.placeBound && (
        <RadioTiles
          legend={t('setting')}
          size="small"
          tiles={settings.map((setting) => ({ value: setting, label: t(setting) }))}
          value={draft.setting}
          onChange={(setting) => change({ setting: setting as Setting }, 'text')}
        />
      )}
      <p className="muted small">{t('homes')}</p>
      <RadioTiles
        legend={t('recurrence')}
        size="small"
        tiles={recurrences.map((recurrence) => ({ value: recurrence, label: t(recurrence) }))}
        value={draft.recurrence}
        onChange={(recurrence) => change({ recurrence: recurrence as Recurrence })}
      />
      <fieldset className="stack stack--tight">
        <legend className="visually-hidden">{t('flags')}</legend>
        <Checkbox
          label={t('policeCalled')}
          checked={draft.policeCalled}
          onChange={(event) => change({ policeCalled: event.target.checked })}
        />
        <Checkbox
          label={t('policeReported')}
          checked={draft.policeReported}
          onChange={(event) => change({ policeReported: event.target.checked })}
        />
      </fieldset>
    </>
  );
}
