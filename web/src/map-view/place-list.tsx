import { keepTogether } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { verdictOf, type RankedPlace } from './ranked-places.js';
import { mapViewTexts } from './texts.js';
import { VerdictTag } from './verdict-tag.js';

export const stageWords = { mapping: 'mapping', analysis: 'analysis', action: 'action', 'follow-up': 'followUp', closed: 'closed' } as const; // prettier-ignore

interface PlaceListProps {
  places: readonly RankedPlace[];
  select: (id: string) => void;
  filtered: boolean;
}

/** The ranked places, with the same numbers as on the map. */
export function PlaceList({ places, select, filtered }: PlaceListProps) {
  const t = useTexts(mapViewTexts);
  return (
    <section aria-labelledby="mapview-places">
      <h2 id="mapview-places" className="mapview-heading">
        {t('found', { count: places.length })}
      </h2>
      <ol className="plain-list mapview-list">
        {places.map((place) => (
          <li key={place.id}>
            <PlaceItem place={place} select={select} filtered={filtered} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PlaceItem({ place, select, filtered }: Pick<PlaceListProps, 'select' | 'filtered'> & { place: RankedPlace }) {
  const t = useTexts(mapViewTexts);
  const { figures, hotspot, cluster, count } = place;
  const line = figures.claims.find(({ kind }) => kind === 'what-and-when')?.text;
  return (
    <button type="button" className="mapview-item" onClick={() => select(place.id)}>
      <PlaceNumber place={place} />
      <span className="mapview-item-text">
        <span className="mapview-item-name">{place.name ?? t('unnamed')}</span>
        <span className="muted">
          {hotspot === null ? t('cluster') : `${t('hotspot')} · ${t(stageWords[hotspot.stage])}`}
        </span>
        {line !== undefined && <span>{keepTogether(line)}</span>}
        <span className="row mapview-item-tags">
          <VerdictTag verdict={verdictOf(figures)} />
          {cluster?.status === 'single-source' && <span className="small muted">{t('single')}</span>}
        </span>
      </span>
      <span className="mapview-item-count">
        <span className="mapview-figure">{count}</span>
        <span className="small muted">
          {filtered && hotspot !== null
            ? t('hereInFilter', { count }).replace(/^\S+\s/, '')
            : t('events', { count }).replace(/^\S+\s/, '')}
        </span>
      </span>
    </button>
  );
}

/** The number as on the map: a full disc for what the group has decided, an empty one for what is found. */
export function PlaceNumber({ place }: { place: RankedPlace }) {
  return (
    <span className="mapview-number" data-look={place.hotspot === null ? 'found' : 'decided'}>
      {place.number}
    </span>
  );
}
