import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { hotspotPromisesQuery } from './hotspot-api.js';
import { hotspotTexts } from './texts.js';

/** What has been promised for this place, and how far it has come. */
export function PromisesTab({ code, id }: { code: string; id: string }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const language = useLanguage();
  const mayWrite = may(useMembership(), 'promise:write');
  const { data, error, isPending, refetch } = useQuery(hotspotPromisesQuery(code, id));
  if (isPending) return <Skeleton lines={3} />;
  if (data === undefined) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const write = (
    <Link to="/$code/loften" params={{ code }} search={{ hotspot: id }} className={buttonClass({ look: 'primary' })}>
      {t('promise')}
    </Link>
  );
  if (data.length === 0) {
    return (
      <EmptyState icon="promise" title={t('noPromisesTitle')} action={mayWrite && write}>
        <p>{t('noPromisesText')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="plain-list hotspot-promises">
      {data.map((promise) => (
        <li key={promise.id} className="card stack stack--tight">
          <div className="row row--between">
            <h3>
              <Link to="/$code/loften" params={{ code }}>
                {promise.title}
              </Link>
            </h3>
            <span className="muted small">{f.period(promise.periodFrom, promise.periodTo)}</span>
          </div>
          {promise.objective !== null && <p>{promise.objective}</p>}
          <ul>
            {promise.commitments.map((commitment) => (
              <li key={commitment.id}>
                {commitment.text} <span className="muted">{commitment.sentence[language]}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
