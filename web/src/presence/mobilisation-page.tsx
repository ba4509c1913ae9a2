import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type Mobilisation, type MobilisationRun, mobilisationsQuery, useStart } from './mobilisation-api.js';
import './mobilisation.css';
import { RunPart } from './run-part.js';
import { dialled } from './routine-lines.js';
import { mobilisationTexts } from './texts.js';

const RoutineDialog = lazy(() => import('./routine-dialog.js').then((module) => ({ default: module.RoutineDialog })));

/** What to do first when something happens at a place. */
export function MobilisationPage() {
  const { code } = useParams({ from: '/signed-in/$code/mobilisering' });
  const t = useTexts(mobilisationTexts);
  const mayWrite = may(useMembership(), 'action:write');
  const [writing, setWriting] = useState(false);
  const { data, error, isPending, refetch } = useQuery(mobilisationsQuery(code));
  const write = mayWrite && (
    <Button look="primary" icon="plus" onClick={() => setWriting(true)}>
      {t('newRoutine')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={(data?.length ?? 0) > 0 ? write || undefined : undefined}>
      {isPending && <Skeleton shape="cards" lines={2} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon="alert" title={t('emptyTitle')} action={write}>
          <p>{t('emptyText')}</p>
          {!mayWrite && <p>{t('emptyReader')}</p>}
        </EmptyState>
      )}
      <ul className="plain-list mobilisation-list">
        {data?.map((routine) => (
          <RoutineCard key={routine.id} {...{ code, routine, mayWrite }} />
        ))}
      </ul>
      <Suspense fallback={null}>{writing && <RoutineDialog code={code} onClose={() => setWriting(false)} />}</Suspense>
    </Page>
  );
}

function RoutineCard({ code, routine, mayWrite }: { code: string; routine: Mobilisation; mayWrite: boolean }) {
  const t = useTexts(mobilisationTexts);
  const start = useStart(code);
  const [changing, setChanging] = useState(false);
  const running = routine.runs.find(({ endedAt }) => endedAt === null);
  const words = { name: routine.name, place: routine.place.name };
  const failed = { onError: () => showToast({ text: t('failed'), tone: 'bad' }) };
  return (
    <li className="card stack">
      <div>
        <h2>{routine.name}</h2>
        <p className="muted">{routine.place.name}</p>
      </div>
      {running !== undefined ? <RunPart code={code} run={running} /> : <Preview routine={routine} />}
      <div className="row">
        {running === undefined && (
          <Button
            look="primary"
            size="large"
            busy={start.isPending}
            aria-label={t('startFor', words)}
            onClick={() => start.mutate(routine.id, failed)}
          >
            {t('start')}
          </Button>
        )}
        {mayWrite && (
          <Button look="quiet" aria-label={t('changeFor', words)} onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )}
      </div>
      <Uses runs={routine.runs.filter(({ endedAt }) => endedAt !== null)} />
      <Suspense fallback={null}>
        {changing && <RoutineDialog code={code} routine={routine} onClose={() => setChanging(false)} />}
      </Suspense>
    </li>
  );
}

function Preview({ routine }: { routine: Mobilisation }) {
  const t = useTexts(mobilisationTexts);
  return (
    <div className="mobilisation-preview">
      {routine.calls.length > 0 && (
        <section>
          <h3>{t('calls')}</h3>
          <ol>
            {routine.calls.map((call) => (
              <li key={`${call.organisation} ${call.function}`}>
                {[call.organisation, call.function].filter((part) => part !== null).join(', ')}
                {call.phone !== null && (
                  <>
                    {' '}
                    <a href={dialled(call.phone)} aria-label={t('call', { number: call.phone })}>
                      {call.phone}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {routine.steps.length > 0 && (
        <section>
          <h3>{t('steps')}</h3>
          <ol>
            {routine.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Uses({ runs }: { runs: readonly MobilisationRun[] }) {
  const t = useTexts(mobilisationTexts);
  const f = useFormat();
  if (runs.length === 0) return null;
  return (
    <details className="mobilisation-uses">
      <summary>{t('used', { count: runs.length })}</summary>
      <ul className="plain-list">
        {runs.map((run) => (
          <li key={run.id}>
            <span className="muted small">{f.period(run.startedAt, run.endedAt ?? run.startedAt)}</span>{' '}
            {t('usedRow', {
              organisation: run.organisation,
              done: run.lines.filter(({ ticked }) => ticked !== null).length,
              count: run.lines.length,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
