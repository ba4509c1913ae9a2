import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { type CitizenPromise, promisesQuery } from './promise-api.js';
import { PromiseCard } from './promise-card.js';
import { byFocusArea, statusCounts, statusTones } from './promise-status.js';
import { todayInSweden } from './today.js';
import './promises.css';
import { promiseTexts } from './texts.js';

const NewPromisePage = lazy(() =>
  import('./new-promise-page.js').then((module) => ({ default: module.NewPromisePage })),
);

/** The promises of the municipality, or a new one being written: the address says which. */
export function PromisesPage() {
  const { code } = useParams({ from: '/signed-in/$code/loften' });
  const search = useSearch({ from: '/signed-in/$code/loften' });
  const mayWrite = may(useMembership(), 'promise:write');
  if (search.nytt !== true || !mayWrite) return <PromiseOverview code={code} mayWrite={mayWrite} />;
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <NewPromisePage code={code} hotspotId={search.hotspot ?? null} />
    </Suspense>
  );
}

function PromiseOverview({ code, mayWrite }: { code: string; mayWrite: boolean }) {
  const t = useTexts(promiseTexts);
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useQuery(promisesQuery(code));
  const write = () => void navigate({ to: '/$code/loften', params: { code }, search: { nytt: true } });
  const actions = mayWrite && (data?.length ?? 0) > 0 && (
    <Button look="primary" icon="plus" onClick={write}>
      {t('newPromise')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions || undefined}>
      {isPending && <Skeleton shape="cards" lines={3} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState
          icon="promise"
          title={t('emptyTitle')}
          action={
            mayWrite && (
              <Button look="primary" size="large" icon="plus" onClick={write}>
                {t('firstPromise')}
              </Button>
            )
          }
        >
          <p>{t('emptyText')}</p>
          {!mayWrite && <p>{t('emptyReader')}</p>}
        </EmptyState>
      )}
      {data && data.length > 0 && <PromiseGroups code={code} promises={data} mayWrite={mayWrite} />}
    </Page>
  );
}

interface PromiseGroupsProps {
  code: string;
  promises: readonly CitizenPromise[];
  mayWrite: boolean;
}

function PromiseGroups({ code, promises, mayWrite }: PromiseGroupsProps) {
  const t = useTexts(promiseTexts);
  const mayLog = may(useMembership(), 'occasion:log');
  const [today] = useState(todayInSweden);
  const now = promises.filter(({ periodTo }) => periodTo >= today);
  const past = promises.filter(({ periodTo }) => periodTo < today);
  const card = (promise: CitizenPromise) => <PromiseCard key={promise.id} {...{ code, promise, mayLog, mayWrite }} />;
  return (
    <>
      <PromiseSummary promises={now} />
      {byFocusArea(now).map((group) => (
        <section key={group.focusArea ?? ''} className="stack">
          <h2>{group.focusArea ?? t('noFocus')}</h2>
          <div className="promise-grid">{group.promises.map(card)}</div>
        </section>
      ))}
      {past.length > 0 && (
        <details className="promise-past" open={now.length === 0}>
          <summary>
            <h2>{t('past', { count: past.length })}</h2>
          </summary>
          <div className="promise-grid">{past.map(card)}</div>
        </details>
      )}
    </>
  );
}

/** How many commitments stand where, for the one page that the steering group looks at. */
function PromiseSummary({ promises }: { promises: readonly CitizenPromise[] }) {
  const t = useTexts(promiseTexts);
  const counts = statusCounts(promises);
  const total = promises.reduce((sum, { commitments }) => sum + commitments.length, 0);
  if (counts.length === 0) return null;
  return (
    <div className="row promise-summary">
      <strong>{t('summary', { count: total })}</strong>
      {counts.map(({ status, count }) => (
        <StatusTag key={status} tone={statusTones[status]}>
          {t(`count-${status}`, { count })}
        </StatusTag>
      ))}
    </div>
  );
}
