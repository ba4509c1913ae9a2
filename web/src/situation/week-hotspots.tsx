import { Link } from '@tanstack/react-router';
import { keepTogether } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import type { Situation } from './situation-api.js';
import { situationTexts } from './texts.js';

/** What stands in the place's own page alone: on the page of the week it would be said once for every place. */
const leftOut = new Set(['baseline']);

/** The hot spots with their numbers on the map, their sentences and what happened this week. */
export function WeekHotspots({ code, hotspots }: { code: string; hotspots: Situation['hotspots'] }) {
  const t = useTexts(situationTexts);
  if (hotspots.length === 0) return <p className="muted">{t('noHotspots')}</p>;
  const page: string = '/$code/hotspots/$id';
  return (
    <ol className="plain-list situation-hotspots">
      {hotspots.map(({ id, number, name, weekCount, figures }) => (
        <li key={id}>
          <span className="situation-rank" aria-hidden>
            {number}
          </span>
          <div className="stack stack--tight">
            <h3>
              <Link to={page} params={{ code, id }}>
                {name}
              </Link>
            </h3>
            <p>
              {figures.claims
                .filter(({ kind }) => !leftOut.has(kind))
                .map(({ text }) => keepTogether(text))
                .join(' ')}
            </p>
            <p className="small muted">{t('thisWeek', { count: weekCount })}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
