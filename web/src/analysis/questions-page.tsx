import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { runsQuery, type Question } from '../findings/findings-api.js';
import { News } from '../findings/news.js';
import type { IconName } from '../ui/icon-paths.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { todayInSweden } from '../ui/period.js';
import { useFormat } from '../ui/use-format.js';
import { questionWords, type QuestionWord } from './analysis-search.js';
import { baselinesQuery, hotspotsQuery, municipalityQuery } from './ground-api.js';
import { readinessOf, type Ground, type Readiness } from './readiness.js';
import { analysisTexts } from './texts.js';

const icons: Readonly<Record<Question, IconName>> = { places: 'hotspot', people: 'users', new: 'alert', 'near-repeat': 'undo', trend: 'analysis', when: 'clock', concentration: 'locate', effect: 'check', windows: 'filter' }; // prettier-ignore
const words = (Object.keys(questionWords) as QuestionWord[]).filter((word) => word !== 'rutor');

/** The questions, each with what it compares with, what it needs and how it was last answered. */
export function QuestionsPage({ code }: { code: string }) {
  const t = useTexts(analysisTexts);
  const language = useLanguage();
  const [today] = useState(() => todayInSweden(new Date()));
  const ground = useGround(code);
  const runs = useQuery(runsQuery(code, language)).data?.items ?? [];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <News code={code} />
      <section aria-label={t('questions')}>
        <ul className="plain-list analysis-questions">
          {words.map((word) => {
            const question = questionWords[word];
            const latest = runs.find((run) => run.question === question)?.sentence ?? null;
            const readiness = readinessOf(question, ground, today);
            return (
              <li key={word}>
                <QuestionRow {...{ code, word, readiness, latest }} />
              </li>
            );
          })}
        </ul>
      </section>
      <p>
        <Link to="/$code/analys" params={{ code }} search={{ fraga: 'rutor' }}>
          {t('windows')}
        </Link>{' '}
        <span className="muted">{t('windowsNote')}</span>
      </p>
    </Page>
  );
}

function useGround(code: string): Ground {
  const language = useLanguage();
  const municipality = useQuery(municipalityQuery(code)).data;
  const baselines = useQuery(baselinesQuery(code)).data;
  const hotspots = useQuery(hotspotsQuery(code, language)).data;
  return {
    events: municipality?.incidentCount ?? null,
    firstDay: municipality?.firstIncidentAt?.slice(0, 10) ?? null,
    baselines: baselines?.baselines.length ?? null,
    hotspots: hotspots?.length ?? null,
  };
}

interface QuestionRowProps {
  code: string;
  word: QuestionWord;
  readiness: Readiness;
  /** The sentence of the latest stored answer. */
  latest: string | null;
}

function QuestionRow({ code, word, readiness, latest }: QuestionRowProps) {
  const t = useTexts(analysisTexts);
  const question = questionWords[word];
  const why = useReason(readiness);
  const answerable = readiness.kind === 'ready' || readiness.kind === 'first-year';
  return (
    <article className="analysis-question" data-answerable={answerable}>
      <Icon name={icons[question]} size={28} />
      <div>
        <h2>
          <Link to="/$code/analys" params={{ code }} search={{ fraga: word }}>
            {t(question)}
          </Link>
        </h2>
        <p className="muted">
          {t(`${question}Note`)} {t(`${question}Needs`)}
        </p>
        {why !== null && (
          <p className="analysis-why">
            <Icon name="info" size={20} />
            <span>
              {!answerable && <strong>{t('now')}: </strong>}
              {why}{' '}
              {readiness.kind === 'no-baseline' && (
                <Link to="/$code/manniskor" params={{ code }} className="analysis-above">
                  {t('loadBaseline')}
                </Link>
              )}
            </span>
          </p>
        )}
      </div>
      {latest !== null && (
        <div className="analysis-latest">
          <p className="small muted">{t('latest')}</p>
          <p>{keepTogether(latest)}</p>
        </div>
      )}
      <Icon name="chevronRight" size={20} />
    </article>
  );
}

function useReason(readiness: Readiness): string | null {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  if (readiness.kind === 'ready') return null;
  if (readiness.kind === 'too-few') return t('needEvents', { count: readiness.more });
  if (readiness.kind === 'first-year') return t('firstYear', { day: f.date(readiness.from) });
  return t(readiness.kind === 'no-baseline' ? 'needBaseline' : readiness.kind === 'no-hotspot' ? 'needHotspot' : 'needTwoHotspots'); // prettier-ignore
}
