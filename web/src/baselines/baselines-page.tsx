import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { BaselineCard } from './baseline-card.js';
import { type BaselineList, baselinesQuery, useRestore } from './baseline-api.js';
import './baselines.css';
import { NewBaseline } from './new-baseline.js';
import { baselineTexts } from './texts.js';

/** What "more than expected where people are" is compared with: which baselines exist, what they weigh, and new ones. */
export function BaselinesPage() {
  const t = useTexts(baselineTexts);
  const { code } = useParams({ strict: false });
  const mayWrite = may(useMembership(), 'baseline:write');
  const list = useQuery({ ...baselinesQuery(code ?? ''), enabled: code !== undefined });
  if (code === undefined) return null;
  const { data } = list;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="stack stack--wide">
        {list.isPending && <Skeleton lines={6} />}
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {data && <Meaning count={data.baselines.length} />}
        {data && data.baselines.length > 0 && (
          <section className="stack" aria-labelledby="baseline-list">
            <h2 id="baseline-list">{t('listTitle')}</h2>
            {data.baselines.map((baseline) => (
              <BaselineCard
                key={baseline.id}
                code={code}
                baseline={baseline}
                usualWeights={data.defaultWeights}
                mayWrite={mayWrite}
              />
            ))}
          </section>
        )}
        {data && mayWrite && <NewBaseline code={code} existing={data.baselines} usualWeights={data.defaultWeights} />}
        {data && mayWrite && data.removed.length > 0 && <Removed code={code} removed={data.removed} />}
      </div>
    </Page>
  );
}

function Meaning({ count }: { count: number }) {
  const t = useTexts(baselineTexts);
  return (
    <Notice title={t('meaningTitle')}>
      <p>{t(count === 0 ? 'meaning0' : count === 1 ? 'meaning1' : 'meaning2')}</p>
    </Notice>
  );
}

function Removed({ code, removed }: { code: string; removed: BaselineList['removed'] }) {
  const t = useTexts(baselineTexts);
  const f = useFormat();
  const restore = useRestore(code);
  return (
    <section className="stack" aria-labelledby="baseline-removed">
      <h2 id="baseline-removed">{t('removedTitle')}</h2>
      <p className="muted">{t('removedLead')}</p>
      <ErrorNotice error={restore.error} />
      <ul className="plain-list baseline-removed">
        {removed.map(({ id, name, removedAt }) => (
          <li key={id} className="row row--between">
            <span>
              {name} <span className="muted">{t('removedOn', { day: f.date(removedAt, 'long') })}</span>
            </span>
            <Button look="quiet" icon="undo" busy={restore.isPending} onClick={() => restore.mutate(id)}>
              {t('bringBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
