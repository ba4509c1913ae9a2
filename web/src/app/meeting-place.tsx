import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MeetingPage } from '../meetings/meeting-page.js';
import { todayInSweden } from '../ui/period.js';
import { Skeleton } from '../ui/skeleton.js';

const pane = () => import('../map-view/map-pane.js');
const MapTextPane = lazy(() => pane().then(({ MapTextPane: it }) => ({ default: it })));

/** The meeting with the joint map beside it: features know nothing of each other, so they meet here. */
export function MeetingPlace() {
  const { code } = useParams({ from: '/signed-in/$code/moten/$id' });
  const client = useQueryClient();
  return (
    <MeetingPage
      map={({ view, onView }) => (
        <Suspense fallback={<Skeleton shape="cards" lines={3} />}>
          <MapTextPane view={view} onView={onView} />
        </Suspense>
      )}
      seen={async (view) => {
        const [{ currentView }, { readView }, { bounds }] = await Promise.all([
          pane(),
          import('../map-view/map-search.js'),
          client.ensureQueryData(baseMapQuery(code)),
        ]);
        const { search, from, to, layers, bounds: shown } = currentView(readView(view), bounds);
        // A view of all that there is has no first day.
        return {
          search,
          from: from ?? '1970-01-01',
          to: to ?? todayInSweden(new Date()),
          layers: [...layers],
          bounds: [...shown],
        };
      }}
    />
  );
}
