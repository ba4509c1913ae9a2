import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextArea } from '../ui/text-field.js';
import type { Setting } from './report-draft.js';
import { TextCheck } from './text-check.js';
import { reportTexts } from './texts.js';
import type { Report } from './use-report.js';

const settings: readonly Setting[] = ['outdoors', 'indoors', 'stairwell'];

/** Text and setting, behind a button: nothing here is needed. */
export function MorePart({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const { draft, change, errors } = report;
  const [opened, setOpened] = useState(draft.text !== '' || draft.setting !== null);
  if (!opened && errors.text === undefined) {
    return (
      <div className="report-part">
        <Button icon="plus" wide onClick={() => setOpened(true)}>
          {t('more')}
        </Button>
      </div>
    );
  }
  const write = (text: string) => change({ text }, 'text');
  return (
    <div className="report-part" id="report-text">
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        optional
        maxLength={2000}
        value={draft.text}
        error={errors.text}
        onChange={(event) => write(event.target.value)}
      />
      <TextCheck text={draft.text} onText={write} />
      <RadioTiles
        legend={t('setting')}
        size="small"
        tiles={settings.map((setting) => ({ value: setting, label: t(setting) }))}
        value={draft.setting}
        onChange={(setting) => change({ setting: setting as Setting })}
      />
    </div>
  );
}
