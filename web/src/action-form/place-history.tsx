import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { type PlaceHistoryItem, placeHistoryQuery } from './presence-api.js';
import './presence.css';
import { presenceTexts } from './presence-texts.js';

interface PlaceHistoryProps {
  code: string;
  /** In degrees. */
  position: readonly number[];
  metres?: number;
  /** The hot spot whose page this is: it and what belongs to it are told elsewhere on the page. */
  except?: string;
}

/** Vad har vi gjort här förut? Hot spots, actions and promises near a place, the newest first. */
export function PlaceHistory({ code, position, metres = 200, except }: PlaceHistoryProps) {
  const t = useTexts(presenceTexts);
  const near = [...position.map((degrees) => degrees.toFixed(6)), metres].join(',');
  const { data, error, refetch } = useQuery(placeHistoryQuery(code, near));
  const items = data?.filter(({ id, hotspotId }) => except === undefined || (id !== except && hotspotId !== except));
  return (
    <section className="stack stack--tight" aria-label={t('historyTitle')}>
      <h3>{t('historyTitle')}</h3>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {items === undefined && !error && <Skeleton lines={3} />}
      {items?.length === 0 && <p className="muted">{t('historyEmpty', { metres })}</p>}
      {items !== undefined && items.length > 0 && (
        <ol className="plain-list presence-history">
          {items.map((item) => (
            <HistoryItem key={`${item.kind} ${item.id}`} code={code} item={item} />
          ))}
        </ol>
      )}
    </section>
  );
}

function HistoryItem({ code, item }: { code: string; item: PlaceHistoryItem }) {
  const t = useTexts(presenceTexts);
  const f = useFormat();
  const language = useLanguage();
  const where = item.metres === null ? null : item.metres === 0 ? t('here') : t('metres', { metres: item.metres });
  const facts = [t(`kind-${item.kind}`), f.date(item.on), where].filter((fact) => fact !== null);
  return (
    <li className="stack stack--tight">
      <p className="muted small">{facts.join(' · ')}</p>
      <p className="presence-history-title">
        {item.kind === 'hotspot' ? (
          <Link to="/$code/hotspots/$id" params={{ code, id: item.id }}>
            {item.title}
          </Link>
        ) : item.kind === 'promise' ? (
          <Link to="/$code/loften" params={{ code }}>
            {item.title}
          </Link>
        ) : (
          item.title
        )}
      </p>
      <p>{item.sentence[language]}</p>
    </li>
  );
}
