import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Progress } from '../ui/progress.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import './findings.css';
import { findingsTexts } from './texts.js';
import type { Asking } from './use-asking.js';

/** While a question is being answered: the shape of what comes, after two seconds how far it is, and a way to give it up. */
export function Waiting({ asking }: { asking: Asking }) {
  const t = useTexts(findingsTexts);
  const f = useFormat();
  const { going, waiting, cancelled, error, cancel, again } = asking;
  if (cancelled) {
    return (
      <Notice
        action={
          <Button icon="undo" onClick={again}>
            {t('askAgain')}
          </Button>
        }
      >
        <p>{t('cancelled')}</p>
      </Notice>
    );
  }
  if (error !== null) return <ErrorNotice error={error} onRetry={again} />;
  if (!waiting) return null;
  if (going === null) return <Skeleton shape="cards" lines={3} />;
  return (
    <section className="card stack findings-waiting" aria-live="polite" aria-label={t('working')}>
      <Progress
        label={going.step}
        value={going.progress > 0 ? going.progress : null}
        max={1}
        note={t('percent', { share: f.share(going.progress) })}
      />
      <div>
        <Button icon="close" onClick={cancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
