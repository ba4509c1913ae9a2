import { lazy, Suspense } from 'react';
import { Link } from '@tanstack/react-router';
import { News } from '../findings/news.js';
import { may, seesPoliceData, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { Tabs } from '../ui/tabs.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps } from './filter-bar.js';
import './map-panel.css';
import { isFiltered, panelNames, type MapPlace } from './map-search.js';
import { PoliceWeek } from './police-week.js';
import { PlaceList } from './place-list.js';
import type { RankedPlace } from './ranked-places.js';
import { mapViewTexts } from './texts.js';

export interface PanelProps extends FilterProps {
  chosen: RankedPlace | null;
  select: (id: string | null) => void;
  /** Moves the map. */
  goTo: (place: MapPlace) => void;
}

// The tables are fetched when they are opened: the map comes first.
const EventsTab = lazy(() => import('./events-tab.js').then((part) => ({ default: part.EventsTab })));
const FiguresTab = lazy(() => import('./figures-tab.js').then((part) => ({ default: part.FiguresTab })));
const PlaceDetail = lazy(() => import('./place-detail.js').then((part) => ({ default: part.PlaceDetail })));
const TablesTab = lazy(() => import('./tables-tab.js').then((part) => ({ default: part.TablesTab })));

/** Beside the map: the list of what it shows, or the place that is looked at. */
export function MapPanel(props: PanelProps) {
  const { data, chosen, search } = props;
  const t = useTexts(mapViewTexts);
  if (data.error !== null && data.run === undefined) return <ErrorNotice error={data.error} onRetry={data.retry} />;
  if (data.waiting) return <Skeleton shape="cards" lines={4} />;
  return (
    <div className="mapview-panel" aria-busy={data.updating} data-updating={data.updating || undefined}>
      {data.error !== null && <ErrorNotice error={data.error} onRetry={data.retry} />}
      {chosen === null && search.valt !== undefined && !data.updating && (
        <Notice tone="info">
          <p>{t('gone')}</p>
        </Notice>
      )}
      {chosen === null ? (
        <Overview {...props} />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <PlaceDetail key={chosen.id} {...props} place={chosen} />
        </Suspense>
      )}
    </div>
  );
}

function Overview(props: PanelProps) {
  const { code, data, search, change } = props;
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const { run, events, places } = data;
  const membership = useMembership();
  if (run === undefined || events === undefined) return null;
  const filtered = isFiltered(search);
  if (events.total === 0 && places.length === 0) return <Nothing code={code} filtered={filtered} />;
  return (
    <>
      <header className="mapview-summary">
        <output className="mapview-sentence">
          {data.updating
            ? t('updating')
            : t('summary', {
                events: t('events', { count: events.total }),
                period: f.period(run.periodFrom, run.periodTo),
              })}
        </output>
        <p className="muted">
          {run.sourceMix} {!seesPoliceData(membership) && t('withoutPolice')}
        </p>
      </header>
      <Tabs
        label={t('panel')}
        selected={search.flik ?? 'platser'}
        onSelect={(id) => change({ flik: panelNames.find((name) => name === id && name !== 'platser') })}
        tabs={panelNames.map((id) => ({
          id,
          label: t(`tab-${id}`),
          content: id === 'platser' ? <Places {...props} /> : <Suspense fallback={<Skeleton lines={5} />}>{id === 'siffror' ? <FiguresTab {...props} /> : id === 'handelser' ? <EventsTab {...props} /> : <TablesTab {...props} />}</Suspense>,
        }))}
      />
    </>
  ); // prettier-ignore
}

function Places({ code, data, search, select }: PanelProps) {
  const t = useTexts(mapViewTexts);
  const mayDraw = may(useMembership(), 'hotspot:decide');
  return (
    <div className="mapview-panel">
      <News code={code} />
      {data.places.length > 0 && <PlaceList places={data.places} select={select} filtered={isFiltered(search)} />}
      <NoPlaces data={data} />
      {mayDraw && (
        <p>
          <Link to="/$code/hotspots/ny" params={{ code }}>
            {t('draw')}
          </Link>
        </p>
      )}
      <RunNotices data={data} />
      <PoliceWeek code={code} />
    </div>
  );
}

/** Why nothing is found, in the words of the case. */
function NoPlaces({ data }: Pick<PanelProps, 'data'>) {
  const t = useTexts(mapViewTexts);
  if (data.run === undefined || data.run.clusters.length > 0 || data.events?.total === 0) return null;
  const tooFew = data.run.status === 'too-few';
  return (
    <Notice title={t(tooFew ? 'tooFewTitle' : 'noPlacesTitle')}>
      <p>{tooFew ? (data.run.notices[0] ?? t('tooFewText')) : t('noPlacesText')}</p>
    </Notice>
  );
}

/** What the analysis noticed about its input. */
function RunNotices({ data }: Pick<PanelProps, 'data'>) {
  const t = useTexts(mapViewTexts);
  const { run, events } = data;
  if (run === undefined || events === undefined) return null;
  const notices = run.status === 'too-few' ? run.notices.slice(1) : run.notices;
  const all =
    events.truncated && data.tiles === null ? [t('truncated', { count: events.features.length }), ...notices] : notices;
  if (all.length === 0 || run.status === 'no-events') return null;
  return (
    <ul className="plain-list mapview-notices">
      {all.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}

function Nothing({ code, filtered }: { code: string; filtered: boolean }) {
  const t = useTexts(mapViewTexts);
  const membership = useMembership();
  if (filtered) {
    return (
      <EmptyState icon="filter" title={t('noneTitle')}>
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  const mayImport = may(membership, 'import:run');
  const to = mayImport ? `/${code}/importera` : `/${code}/rapportera`;
  const action = (mayImport || may(membership, 'incident:report')) && (
    <Link to={to} className={buttonClass({ look: 'primary' })}>
      {t(mayImport ? 'emptyImport' : 'emptyReport')}
    </Link>
  );
  return (
    <EmptyState icon="map" title={t('emptyTitle')} action={action}>
      <p>{t('emptyText')}</p>
    </EmptyState>
  );
}
