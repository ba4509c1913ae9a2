import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import './coverage.css';
import { answerWeek, type OwnCoverage, ownCoverageQuery } from './coverage-api.js';
import { coverageTexts } from './texts.js';

type OwnWeek = OwnCoverage['weeks'][number];

/** The week of one's own organisation: say in one tap that there is nothing to report, and take it back. */
export function WeekPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(coverageTexts);
  const { data, error, refetch } = useQuery(ownCoverageQuery(code));
  const membership = useMembership();
  const mayRead = may(membership, 'coverage:read');
  const mayAssess = may(membership, 'assessment:write');
  return (
    <Page title={t('weekTitle')} lead={t('weekLead')} width="text">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data?.weeks.toReversed().map((week, index) => (
        <WeekCard key={week.week} code={code} own={data} week={week} running={index === 0} />
      ))}
      {mayAssess && (
        <p>
          <Link to="/$code/bedom" params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
            {t('assess')}
          </Link>
        </p>
      )}
      {mayRead && (
        <p>
          <Link to="/$code/tackning" params={{ code }}>
            {t('toCoverage')}
          </Link>
        </p>
      )}
    </Page>
  );
}

interface WeekCardProps {
  code: string;
  own: OwnCoverage;
  week: OwnWeek;
  running: boolean;
}

function WeekCard({ code, own, week, running }: WeekCardProps) {
  const t = useTexts(coverageTexts);
  const f = useFormat();
  const number = Number(week.week.slice(-2));
  return (
    <section className="card stack coverage-week">
      <div>
        <h2>{t(running ? 'thisWeek' : 'lastWeek', { week: number })}</h2>
        <p className="muted">{f.period(week.from, week.to)}</p>
      </div>
      <Standing organisation={own.organisation} week={week} />
      <Answer code={code} week={week} number={number} />
      {running && (
        <Link to="/$code/rapportera" params={{ code }} className={buttonClass({ wide: true, size: 'large' })}>
          {t('report')}
        </Link>
      )}
    </section>
  );
}

function Standing({ organisation, week }: { organisation: string; week: OwnWeek }) {
  const t = useTexts(coverageTexts);
  if (week.reports > 0) return <p>{t('reports', { organisation, count: week.reports })}</p>;
  if (week.state === 'assessed') return <p>{t('hasAssessed', { organisation })}</p>;
  if (week.nothing) {
    return (
      <div className="stack stack--tight">
        <StatusTag tone="good">{t('nothing')}</StatusTag>
        <p>{t('said', { organisation })}</p>
      </div>
    );
  }
  return <p>{t(week.state === 'silent' ? 'missed' : 'unanswered', { organisation })}</p>;
}

/** The one tap and its way back; nothing where reports tell already. */
function Answer({ code, week, number }: { code: string; week: OwnWeek; number: number }) {
  const t = useTexts(coverageTexts);
  const client = useQueryClient();
  const answering = useMutation({
    mutationFn: (nothing: boolean) => answerWeek(code, week.week, nothing),
    onSuccess: (own, nothing) => {
      client.setQueryData(ownCoverageQuery(code).queryKey, own);
      showToast({ text: t(nothing ? 'saidToast' : 'takenBackToast', { week: number }), tone: 'good' });
    },
    onSettled: () =>
      Promise.all(
        ['own-coverage', 'coverage', 'situation'].map((key) => client.invalidateQueries({ queryKey: [key, code] })),
      ),
  });
  if (week.reports > 0 && !week.nothing) return null;
  return (
    <>
      <ErrorNotice error={answering.error} />
      <Button
        look={week.nothing ? 'secondary' : 'primary'}
        size="large"
        wide
        icon={week.nothing ? 'undo' : 'check'}
        busy={answering.isPending}
        aria-label={t(week.nothing ? 'takeBackFor' : 'nothingFor', { week: number })}
        onClick={() => answering.mutate(!week.nothing)}
      >
        {t(week.nothing ? 'takeBack' : 'nothing')}
      </Button>
    </>
  );
}
