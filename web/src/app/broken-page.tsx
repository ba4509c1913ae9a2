import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onRecovery } from '../api/connection.js';
import { ProblemError } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { appTexts } from './texts.js';

/** What is shown in place of a page that failed to be drawn or fetched. It mends itself when the server is back. */
export function BrokenPage({ error }: { error: unknown }) {
  const t = useTexts(appTexts);
  const router = useRouter();
  const again = () => void router.invalidate();
  useEffect(() => onRecovery(() => void router.invalidate()), [router]);
  return (
    <Page title={t('brokenTitle')} width="text">
      {error instanceof ProblemError ? (
        <ErrorNotice error={error} onRetry={again} />
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
