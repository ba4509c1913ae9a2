import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import './situation.css';
import { type Situation, situationQuery } from './situation-api.js';
import { lastWholeWeek } from './situation-search.js';
import { situationTexts } from './texts.js';
import { WeekAssessments } from './week-assessments.js';
import { WeekDownload } from './week-download.js';
import { WeekFigures } from './week-figures.js';
import { WeekHotspots } from './week-hotspots.js';
import { WeekPromises } from './week-promises.js';

/** The lägesbild of a week on one page, as the meeting reads it. */
export function SituationPage() {
  const t = useTexts(situationTexts);
  const language = useLanguage();
  const f = useFormat();
  const { code } = useParams({ from: '/signed-in/$code/lagesbild' });
  const { vecka } = useSearch({ from: '/signed-in/$code/lagesbild' });
  const [lastWeek] = useState(() => lastWholeWeek(new Date()));
  const week = vecka ?? lastWeek;
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(situationQuery(code, week, language));
  const shown = error === null ? data : undefined;
  return (
    <Page
      title={shown ? t('title', { week: shown.number }) : t('titleAlone')}
      lead={shown && f.period(shown.from, shown.to)}
      actions={shown && <OtherWeeks code={code} situation={shown} />}
    >
      {isPending && <Skeleton lines={8} />}
      <ErrorNotice error={error} {...(mayPass(error) ? { onRetry: () => void refetch() } : {})} />
      {error !== null && <LastWeek code={code} week={lastWeek} />}
      {shown && (
        <div className="stack stack--wide" aria-busy={isPlaceholderData}>
          <WeekPicture code={code} situation={shown} />
        </div>
      )}
    </Page>
  );
}

/** Asking again helps where the server or the way to it failed, not where there is no such week. */
function mayPass(error: Error | null): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 0;
}

function OtherWeeks({ code, situation }: { code: string; situation: Situation }) {
  const t = useTexts(situationTexts);
  const { previousWeek, nextWeek } = situation;
  const number = (week: string) => Number(week.slice(-2));
  const look = buttonClass({ look: 'secondary' });
  return (
    <nav className="row" aria-label={t('weeks')}>
      <Link to="/$code/lagesbild" params={{ code }} search={{ vecka: previousWeek }} className={look}>
        <Icon name="back" size={20} />
        {t('previous', { week: number(previousWeek) })}
      </Link>
      {nextWeek !== null && (
        <Link to="/$code/lagesbild" params={{ code }} search={{ vecka: nextWeek }} className={look}>
          {t('next', { week: number(nextWeek) })}
          <Icon name="arrow" size={20} />
        </Link>
      )}
    </nav>
  );
}

/** The way back from a week that does not exist. */
function LastWeek({ code, week }: { code: string; week: string }) {
  const t = useTexts(situationTexts);
  return (
    <Link to="/$code/lagesbild" params={{ code }} search={{}} className={buttonClass()}>
      {t('previous', { week: Number(week.slice(-2)) })}
    </Link>
  );
}

function WeekPicture({ code, situation }: { code: string; situation: Situation }) {
  const t = useTexts(situationTexts);
  const membership = useMembership();
  const mayExport = may(membership, 'document:export');
  const { hotspots, promises, sources } = situation;
  const f = useFormat();
  return (
    <>
      <WeekFigures code={code} situation={situation}>
        {mayExport && <WeekDownload code={code} week={situation.week} />}
      </WeekFigures>
      <div className="situation-columns">
        <section className="stack">
          <h2>{t('hotspots')}</h2>
          <WeekHotspots code={code} hotspots={hotspots} />
        </section>
        <section className="stack">
          <h2>{t('promises')}</h2>
          <WeekPromises promises={promises} />
        </section>
      </div>
      <WeekAssessments code={code} situation={situation} />
      <details className="situation-details">
        <summary>{t('method')}</summary>
        <div className="stack stack--tight situation-method">
          <p>{t('methodText', { method: situation.method })}</p>
          {sources.length > 0 && (
            <p>{`${t('sources')}: ${sources.map(({ name, count }) => `${name} ${f.number(count)}`).join(', ')}.`}</p>
          )}
        </div>
      </details>
    </>
  );
}
