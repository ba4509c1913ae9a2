import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ProblemError } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { Tabs } from '../ui/tabs.js';
import { useFormat } from '../ui/use-format.js';
import { AreaColours } from './area-colours.js';
import { AreaPriorities } from './area-priorities.js';
import { EditionTab } from './edition-tab.js';
import { PeriodDetail } from './period-detail.js';
import { PeriodPicker } from './period-picker.js';
import { periodTexts } from './period-texts.js';
import './situation.css';
import { type Situation, situationQuery } from './situation-api.js';
import { lastWholeWeek } from './situation-search.js';
import { situationTexts } from './texts.js';
import { WeekAssessments } from './week-assessments.js';
import { WeekDownload } from './week-download.js';
import { WeekFigures } from './week-figures.js';
import { WeekHotspots } from './week-hotspots.js';
import { WeekPromises } from './week-promises.js';

const RankingTab = lazy(() => import('./ranking-tab.js').then(({ RankingTab: it }) => ({ default: it })));

/** The lägesbild of a week, a month, a tertial or a year on one page, as the meeting reads it. */
export function SituationPage() {
  const t = useTexts(situationTexts);
  const p = useTexts(periodTexts);
  const language = useLanguage();
  const f = useFormat();
  const { code } = useParams({ from: '/signed-in/$code/lagesbild' });
  const search = useSearch({ from: '/signed-in/$code/lagesbild' });
  const navigate = useNavigate();
  const [lastWeek] = useState(() => lastWholeWeek(new Date()));
  const period = search.period ?? lastWeek;
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(situationQuery(code, period, language));
  const shown = error === null ? data : undefined;
  const select = (tab: string) => {
    const { visa: _, ...rest } = search;
    void navigate({
      to: '/$code/lagesbild',
      params: { code },
      search: tab === 'text' || tab === 'omraden' ? { ...rest, visa: tab } : rest,
    });
  };
  const tabs = shown && [
    { id: 'figures', label: p('figures'), content: <Picture code={code} situation={shown} busy={isPlaceholderData} /> },
    ...(shown.kind === 'tertial' ? [{ id: 'omraden', label: p('ranking'), content: <Areas code={code} tertial={shown.period} /> }] : []),
    { id: 'text', label: p('text'), content: <EditionTab code={code} period={shown.period} search={search} /> },
  ]; // prettier-ignore
  return (
    <Page
      title={shown ? t('title', { name: shown.name }) : t('titleAlone')}
      lead={shown && f.period(shown.from, shown.to)}
      actions={
        <Link to="/$code/lagens-krav" params={{ code }} className={buttonClass({ look: 'quiet' })}>
          {p('law')}
        </Link>
      }
    >
      <div className="stack stack--wide">
        <PeriodPicker code={code} period={period} situation={shown} search={search} />
        {isPending && <Skeleton lines={8} />}
        <ErrorNotice error={error} {...(mayPass(error) ? { onRetry: () => void refetch() } : {})} />
        {error !== null && <LastWeek code={code} />}
        {tabs && <Tabs label={p('parts')} tabs={tabs} selected={search.visa ?? 'figures'} onSelect={select} />}
      </div>
    </Page>
  );
}

function Areas({ code, tertial }: { code: string; tertial: string }) {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <RankingTab key={tertial} code={code} tertial={tertial} />
    </Suspense>
  );
}

/** Asking again helps where the server or the way to it failed, not where there is no such week. */
function mayPass(error: Error | null): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 0;
}

/** The way back from a period that does not exist. */
function LastWeek({ code }: { code: string }) {
  const t = useTexts(periodTexts);
  return (
    <p>
      <Link to="/$code/lagesbild" params={{ code }} search={{}} className={buttonClass()}>
        {t('lastWeekLink')}
      </Link>
    </p>
  );
}

function Picture({ code, situation, busy }: { code: string; situation: Situation; busy: boolean }) {
  const t = useTexts(situationTexts);
  const mayExport = may(useMembership(), 'document:export');
  const { hotspots, promises, kind, period } = situation;
  const isWeek = kind === 'week';
  return (
    <div className="stack stack--wide" aria-busy={busy}>
      <WeekFigures code={code} situation={situation}>
        {mayExport && <WeekDownload code={code} situation={situation} />}
      </WeekFigures>
      <AreaColours code={code} week={situation.weeks.at(-1)?.week ?? period} />
      {kind === 'tertial' && <AreaPriorities code={code} situation={situation} />}
      <PeriodDetail code={code} situation={situation} />
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
      {isWeek && <WeekAssessments code={code} situation={situation} />}
      <Method situation={situation} />
    </div>
  );
}

function Method({ situation: { method, sources } }: { situation: Situation }) {
  const t = useTexts(situationTexts);
  const f = useFormat();
  return (
    <details className="situation-details">
      <summary>{t('method')}</summary>
      <div className="stack stack--tight situation-method">
        <p>{t('methodText', { method })}</p>
        {sources.length > 0 && (
          <p>{`${t('sources')}: ${sources.map(({ name, count }) => `${name} ${f.number(count)}`).join(', ')}.`}</p>
        )}
      </div>
    </details>
  );
}
