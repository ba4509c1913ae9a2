import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { appTexts } from './texts.js';

/** An address that leads nowhere, or to what this user may not see: the page does not tell which. */
export function NotFoundPage() {
  const t = useTexts(appTexts);
  return (
    <Page title={t('notFoundTitle')} width="text">
      <EmptyState
        icon="search"
        title={t('notFoundTitle')}
        action={
          <Link to="/" className={buttonClass({ look: 'primary' })}>
            {t('toStart')}
          </Link>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </Page>
  );
}
