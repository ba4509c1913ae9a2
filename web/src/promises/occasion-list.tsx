import { useQuery } from '@tanstack/react-query';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { type Occasion, occasionsQuery, useWithdrawOccasion } from './promise-api.js';
import { promiseTexts } from './texts.js';

interface OccasionListProps {
  code: string;
  commitmentId: string;
  mayLog: boolean;
  mayWrite: boolean;
}

/** What the figure counts: each time with its day, place, who and note. */
export function OccasionList({ code, commitmentId, mayLog, mayWrite }: OccasionListProps) {
  const { data, error, isPending, refetch } = useQuery(occasionsQuery(code, commitmentId));
  if (isPending) return <Skeleton lines={2} />;
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <ul className="plain-list promise-occasions">
      {data.map((occasion) => (
        <OccasionItem
          key={occasion.id}
          code={code}
          occasion={occasion}
          mayWithdraw={mayLog && (occasion.mine || mayWrite)}
        />
      ))}
    </ul>
  );
}

function OccasionItem({ code, occasion, mayWithdraw }: { code: string; occasion: Occasion; mayWithdraw: boolean }) {
  const t = useTexts(promiseTexts);
  const f = useFormat();
  const withdraw = useWithdrawOccasion(code);
  const date = f.date(occasion.happenedOn);
  const facts = [
    occasion.count === 1 ? null : t('times', { count: occasion.count }),
    occasion.minutes === null ? null : t('minutesLong', { count: occasion.minutes }),
    occasion.place,
    occasion.organisation,
  ].filter((fact) => fact !== null);
  const act = () =>
    withdraw.mutate(occasion.id, {
      onSuccess: () => showToast({ text: t('withdrawn') }),
      onError: () => showToast({ text: t('withdrawFailed'), tone: 'bad' }),
    });
  return (
    <li className="promise-occasion">
      <div>
        <p className="promise-occasion-date">{date}</p>
        <p className="muted small">{facts.join(' · ')}</p>
        {occasion.note !== null && <p className="small">{occasion.note}</p>}
      </div>
      {mayWithdraw && (
        <Button look="quiet" aria-label={t('withdrawOf', { date })} busy={withdraw.isPending} onClick={act}>
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}
