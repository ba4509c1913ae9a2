import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import type { Ranking } from './ranking.js';
import { type Chosen, rankingQuery } from './ranking-api.js';
import { RankingEditor } from './ranking-editor.js';
import { rankingTexts } from './ranking-texts.js';
import './ranking.css';

/** The three areas of a tertial: chosen by need times influence with a reason each, and those of earlier tertials. */
export function RankingTab({ code, tertial }: { code: string; tertial: string }) {
  const mayWrite = may(useMembership(), 'meeting:write');
  const { data, error, refetch } = useQuery(rankingQuery(code, tertial, useLanguage()));
  if (error !== null && data === undefined) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} />;
  return (
    <div className="stack stack--wide">
      {data.areas.length === 0 ? (
        <NoAreas code={code} />
      ) : (
        <>
          <Lead ranking={data} />
          {mayWrite ? (
            <RankingEditor key={tertial} {...{ code, tertial, ranking: data }} />
          ) : (
            <Settled ranking={data} />
          )}
        </>
      )}
      <Earlier ranking={data} />
    </div>
  );
}

function Lead({ ranking: { figuresOf, tertial, partial } }: { ranking: Ranking }) {
  const t = useTexts(rankingTexts);
  const f = useFormat();
  const said = { name: figuresOf.name, days: f.period(figuresOf.from, figuresOf.to) };
  return (
    <div className="stack stack--tight situation-prose">
      <p>{t('lead')}</p>
      <p className="muted">
        {t(figuresOf.text === tertial ? 'figuresOf' : 'figuresBefore', said)} {partial && t('partial')}
      </p>
    </div>
  );
}

function NoAreas({ code }: { code: string }) {
  const t = useTexts(rankingTexts);
  const administers = may(useMembership(), 'municipality:administer');
  const action = administers && (
    <Link to="/$code/administration" params={{ code }} className={buttonClass({ look: 'primary' })}>
      {t('toAdministration')}
    </Link>
  );
  return (
    <EmptyState icon="map" title={t('noAreasTitle')} action={action}>
      <p>{t('noAreas')}</p>
    </EmptyState>
  );
}

/** What is chosen, for those who read. */
function Settled({ ranking: { chosen, decidedAt } }: { ranking: Ranking }) {
  const t = useTexts(rankingTexts);
  const f = useFormat();
  if (decidedAt === null || chosen.length === 0) return <p>{t('nothing')}</p>;
  return (
    <section className="stack stack--tight">
      <h2>{t('chosen')}</h2>
      <ChosenList chosen={chosen} />
      <p className="small muted">{t('decided', { day: f.date(decidedAt, 'long') })}</p>
    </section>
  );
}

export function ChosenList({ chosen }: { chosen: readonly Chosen[] }) {
  return (
    <ol className="stack stack--tight situation-prose">
      {chosen.map(({ areaId, area, reason }) => (
        <li key={areaId}>
          <strong>{area}</strong>. {reason}
        </li>
      ))}
    </ol>
  );
}

function Earlier({ ranking: { earlier } }: { ranking: Ranking }) {
  const t = useTexts(rankingTexts);
  const f = useFormat();
  return (
    <section className="stack stack--tight">
      <h2>{t('earlier')}</h2>
      {earlier.length === 0 && <p className="muted">{t('noEarlier')}</p>}
      {earlier.map(({ tertial, areas, decidedAt }) => (
        <div key={tertial} className="stack stack--tight situation-earlier">
          <h3>{t('tertialName', { number: tertial.slice(6), year: tertial.slice(0, 4) })}</h3>
          <ChosenList chosen={areas} />
          <p className="small muted">{t('decided', { day: f.date(decidedAt, 'long') })}</p>
        </div>
      ))}
    </section>
  );
}
