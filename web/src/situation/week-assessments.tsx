import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { StatusTag } from '../ui/status-tag.js';
import { useTexts } from '../ui/language.js';
import type { Situation } from './situation-api.js';
import { situationTexts } from './texts.js';

const tones = { calmer: 'good', usual: 'neutral', worse: 'caution', mixed: 'neutral' } as const;
const words = {
  calmer: 'assessedCalmer',
  usual: 'assessedUsual',
  worse: 'assessedWorse',
  mixed: 'assessedMixed',
} as const;

/** How those who are there see each area's week, who has not said, and the ways to the whole of it. */
export function WeekAssessments({ code, situation: { assessments } }: { code: string; situation: Situation }) {
  const t = useTexts(situationTexts);
  const mayRead = may(useMembership(), 'coverage:read');
  const silent = assessments.filter(({ verdict }) => verdict === 'none').map(({ name }) => name);
  return (
    <section className="stack">
      <h2>{t('assessments')}</h2>
      <ul className="plain-list row">
        {assessments.map(({ id, name, people, verdict }) =>
          verdict === 'none' ? null : (
            <li key={id}>
              <StatusTag tone={tones[verdict]}>
                {t('assessedArea', { area: name, word: t(words[verdict]), people })}
              </StatusTag>
            </li>
          ),
        )}
      </ul>
      {silent.length > 0 && <p className="small muted">{t('notAssessed', { areas: silent.join(', ') })}</p>}
      {mayRead && (
        <p className="row">
          <Link to="/$code/bedomningar" params={{ code }}>
            {t('toAssessments')}
          </Link>
          <Link to="/$code/tackning" params={{ code }}>
            {t('coverage')}
          </Link>
        </p>
      )}
    </section>
  );
}
