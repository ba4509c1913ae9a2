import { lazy, Suspense, useState, type ComponentType } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { reportTexts } from './texts.js';
import type { Report } from './use-report.js';

// The check for personal data and its field are for the few who write a text; the device keeps them with the rest of the form.
const MoreFields = lazy(async (): Promise<{ default: ComponentType<{ report: Report }> }> => {
  try {
    return { default: (await import('./more-fields.js')).MoreFields };
  } catch {
    return { default: FieldsUnavailable };
  }
});

function FieldsUnavailable() {
  const t = useTexts(reportTexts);
  return (
    <Notice tone="caution" urgent>
      <p>{t('unready')}</p>
    </Notice>
  );
}

/** What is not needed, behind a button. */
export function MorePart({ report }: { report: Report }) {
  const t = useTexts(reportTexts);
  const { draft, errors } = report;
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
  return (
    <div className="report-part" id="report-text">
      <Suspense fallback={<Skeleton lines={3} />}>
        <MoreFields report={report} />
      </Suspense>
    </div>
  );
}
