import { Button } from './button.js';
import { useTexts } from './language.js';
import { Notice } from './notice.js';
import { uiTexts } from './texts.js';

/** What the page can say about a failure, whatever its cause. `Problem` of `api/problem.ts` fits. */
interface Explained {
  title: string;
  detail?: string | undefined;
  errors?: readonly { detail: string }[] | undefined;
}

function explanationIn(error: unknown): Explained | null {
  const carried = typeof error === 'object' && error !== null && 'problem' in error ? error.problem : error;
  if (typeof carried !== 'object' || carried === null || !('title' in carried)) return null;
  return typeof carried.title === 'string' ? (carried as Explained) : null;
}

interface ErrorNoticeProps {
  /** Anything thrown: a `ProblemError` tells its own words, the rest get ours. `null` and `undefined` show nothing. */
  error: unknown;
  onRetry?: () => void;
  /** The list of fields is left out where each field already says its own. */
  hideFields?: boolean;
}

/** Says what happened, what it means and what to do; never a code alone. */
export function ErrorNotice({ error, onRetry, hideFields = false }: ErrorNoticeProps) {
  const t = useTexts(uiTexts);
  if (error === null || error === undefined) return null;
  const explained = explanationIn(error);
  const fields = hideFields ? [] : (explained?.errors ?? []);
  return (
    <Notice
      tone="bad"
      urgent
      title={explained?.title ?? t('errorTitle')}
      {...(onRetry === undefined
        ? {}
        : {
            action: (
              <Button icon="undo" onClick={onRetry}>
                {t('retry')}
              </Button>
            ),
          })}
    >
      {fields.length === 0 && <p>{explained === null ? t('errorUnknown') : explained.detail}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.detail}>{field.detail}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
