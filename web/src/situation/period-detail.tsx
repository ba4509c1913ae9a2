import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { HourMatrix } from '../ui/hour-matrix.js';
import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { WeekChart } from '../ui/week-chart.js';
import { periodTexts } from './period-texts.js';
import type { Situation } from './situation-api.js';

interface DetailProps {
  code: string;
  situation: Situation;
}

/** The clock, the weeks, the places where it happens again and the clusters that come and go. */
export function PeriodDetail({ code, situation }: DetailProps) {
  const t = useTexts(periodTexts);
  const f = useFormat();
  const { count, kind, hours, weeks, running } = situation;
  if (count === 0) return null;
  return (
    <>
      <div className="situation-columns">
        <section className="stack">
          <h2>{t('when')}</h2>
          <HourMatrix summary={t('hoursSummary')} weights={hours} period={f.period(situation.from, situation.to)} />
        </section>
        {kind !== 'week' && (
          <section className="stack">
            <h2>{t('weeksChart')}</h2>
            <WeekChart
              summary={t('weeksSummary')}
              weeks={weeks.map(({ monday, count: own, low, high }, index) => ({
                monday,
                count: own,
                ...(low !== null && high !== null ? { low, high } : {}),
                running: running && index === weeks.length - 1,
              }))}
            />
          </section>
        )}
        <Clusters code={code} situation={situation} />
        <Places code={code} situation={situation} />
      </div>
    </>
  );
}

const tones = { new: 'caution', persisting: 'neutral', fading: 'good' } as const;

function Clusters({ code, situation: { clusters } }: DetailProps) {
  const t = useTexts(periodTexts);
  const f = useFormat();
  const mayAnalyse = may(useMembership(), 'analysis:run');
  const analysis: string = '/$code/analys';
  return (
    <section className="stack">
      <h2>{t('clusters')}</h2>
      {clusters === null ? (
        <p className="muted">{t('noClusters')}</p>
      ) : (
        <p className="small muted">
          {t('clustersCompared', { before: f.date(clusters.before, 'short'), now: f.date(clusters.now, 'short') })}
        </p>
      )}
      {clusters?.changes.length === 0 && <p className="muted">{t('noneFound')}</p>}
      <ul className="plain-list stack stack--tight">
        {clusters?.changes.map(({ state, sentence }) => (
          <li key={sentence} className="row">
            <StatusTag tone={tones[state]}>{t(state)}</StatusTag>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {clusters === null && mayAnalyse && (
        <p>
          <Link to={analysis} params={{ code }}>
            {t('toAnalysis')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Places({ code, situation: { repeatPlaces, from, to } }: DetailProps) {
  const t = useTexts(periodTexts);
  const map: string = '/$code/karta';
  if (!may(useMembership(), 'incident:read')) return null;
  return (
    <section className="stack">
      <h2>{t('places')}</h2>
      <p className="small muted">{t('placesLead')}</p>
      {repeatPlaces.length === 0 && <p className="muted">{t('noPlaces')}</p>}
      <ol className="plain-list stack stack--tight">
        {repeatPlaces.map(({ name, position, count, dates }) => (
          <li key={position.join()}>
            <Link to={map} params={{ code }} search={aroundSquare(position, { from, to })}>
              {name ?? t('nameless')}
            </Link>{' '}
            <span className="muted">{t('placeLine', { count, dates })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The map with what a square holds and a little more: the circle through its corners. */
function aroundSquare(position: readonly number[], { from, to }: Pick<Situation, 'from' | 'to'>) {
  const search: Readonly<Record<string, string>> = {
    period: 'egen',
    fran: from,
    till: to,
    nara: `${position.join()},71`,
  };
  return search;
}
