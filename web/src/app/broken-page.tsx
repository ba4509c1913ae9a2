import { ProblemError } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { appTexts } from './texts.js';

/** What is shown in place of a page that failed to be drawn or fetched. */
export function BrokenPage({ error, reset }: { error: unknown; reset: () => void }) {
  const t = useTexts(appTexts);
  return (
    <Page title={t('brokenTitle')} width="text">
      {error instanceof ProblemError ? (
        <ErrorNotice error={error} onRetry={reset} />
      ) : (
        <Notice
          tone="bad"
          urgent
          action={
            <Button icon="undo" onClick={() => location.reload()}>
              {t('reload')}
            </Button>
          }
        >
          <p>{t('brokenText')}</p>
        </Notice>
      )}
    </Page>
  );
}
