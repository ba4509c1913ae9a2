import { Link } from '@tanstack/react-router';
import { buttonClass } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { periodTexts } from './period-texts.js';
import type { Situation } from './situation-api.js';

/** The areas that the group put first in the tertial, each with its reason. */
export function AreaPriorities({ code, situation: { priorities, period } }: { code: string; situation: Situation }) {
  const t = useTexts(periodTexts);
  const f = useFormat();
  return (
    <section className="stack">
      <h2>{t('priorities')}</h2>
      {priorities === null ? (
        <p className="muted">{t('noPriorities')}</p>
      ) : (
        <>
          <ol className="stack stack--tight">
            {priorities.areas.map(({ areaId, area, reason }) => (
              <li key={areaId}>
                <strong>{area}</strong>. {reason}
              </li>
            ))}
          </ol>
          <p className="small muted">{t('prioritiesDecided', { day: f.date(priorities.decidedAt, 'long') })}</p>
        </>
      )}
      <p>
        <Link to="/$code/lagesbild" params={{ code }} search={{ period, visa: 'omraden' }} className={buttonClass()}>
          {t(priorities === null ? 'choosePriorities' : 'seePriorities')}
        </Link>
      </p>
    </section>
  );
}
