import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { baseMapQuery, type Bounds } from '../map/base-map.js';
import { Explanation } from '../findings/explanation.js';
import { PointingTools, usePointing } from '../findings/pointing.js';
import type { PickedPosition } from '../map/map-presses.js';
import { MapView } from '../map/map-view.js';
import { outlineBounds } from '../map/place-outline.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Sheet, type SheetHeight } from '../ui/sheet.js';
import { Skeleton } from '../ui/skeleton.js';
import { pointZoom } from './event-layers.js';
import { FilterBar } from './filter-bar.js';
import { LayerMenu } from './layer-menu.js';
import { municipalityQuery } from './map-api.js';
import { MapCorner } from './map-corner.js';
import { Legend } from './legend.js';
import { layersOf, readPlace, writePlace } from './map-search.js';
import './map-view.css';
import { MapPanel } from './map-panel.js';
import { mapViewTexts } from './texts.js';
import { useMapData } from './use-map-data.js';
import { useMapLayers } from './use-map-layers.js';
import { useMapSearch } from './use-map-search.js';

const covered: Record<SheetHeight, number> = { low: 0, middle: 0.46, high: 0 };

/** Where, when, how much, compared with what: the map with its list; the address holds the whole view. */
export function MapPage() {
  const t = useTexts(mapViewTexts);
  const { code } = useParams({ from: '/signed-in/$code/karta' });
  const { search, change, returned } = useMapSearch();
  const [height, setHeight] = useState<SheetHeight>('middle');
  const baseMap = useQuery(baseMapQuery(code));
  const municipality = useQuery(municipalityQuery(code)).data;
  const data = useMapData(code, search);
  const shown = useMapLayers({ data, search, baseMap: baseMap.data });
  const pointing = usePointing(baseMap.data);
  const layers = useMemo(() => [...shown, ...pointing.layers], [shown, pointing.layers]);
  const [begin] = useState(() => readPlace(search.lage ?? ''));

  const chosen = data.places.find(({ id }) => id === search.valt);
  const [sight, setSight] = useState<Bounds | null>(null);
  // A visit without a view of its own begins at the place asked for, else where the places are.
  const [begun, setBegun] = useState(begin !== null);
  if (!begun && !data.waiting) {
    setBegun(true);
    setSight(outlineBounds(chosen === undefined ? data.places : [chosen]));
  }
  const select = (id: string | null) => {
    const place = data.places.find((one) => one.id === id);
    if (place !== undefined) setSight(outlineBounds([place]));
    if (id !== null && height === 'low') setHeight('middle');
    change({ valt: id ?? undefined }, { remember: true });
  };

  const point = (position: PickedPosition) => {
    if (height === 'low') setHeight('middle');
    pointing.point(position);
  };
  const zoom = readPlace(search.lage ?? '')?.zoom;
  const pointsSeen = layersOf(search).includes('punkter') && zoom !== undefined && zoom >= pointZoom;
  const wide = matchMedia('(min-width: 1024px)').matches;
  return (
    <Page title={t('title')} width="full">
      <div className="mapview">
        {baseMap.data === undefined ? (
          <div className="mapview-wait">
            {baseMap.error ? (
              <ErrorNotice error={baseMap.error} onRetry={() => void baseMap.refetch()} />
            ) : (
              <Skeleton shape="cards" lines={2} />
            )}
          </div>
        ) : (
          <MapView
            label={t('mapLabel', { name: municipality?.name ?? '' })}
            baseMap={baseMap.data}
            layers={layers}
            position={begin ?? undefined}
            show={returned ?? sight}
            coveredBelow={wide ? 0 : covered[height]}
            onSelect={(hit) => select(hit?.id ?? null)}
            onMove={(place) => {
              pointing.moved(place);
              change({ lage: writePlace(place) }, { remember: false });
            }}
            onPick={pointing.on ? point : undefined}
            corner={<MapCorner data={data} demo={municipality?.demo === true} />}
          >
            <FilterBar code={code} search={search} change={change} data={data} />
            <PointingTools pointing={pointing} />
            <LayerMenu search={search} change={change} zoomedOut={!pointsSeen} />
            {pointsSeen && <Legend colours={data.colours} names={data.categoryNames} />}
          </MapView>
        )}
        <Sheet label={t('panel')} height={height} onHeight={setHeight}>
          {pointing.position !== null && data.run !== undefined && (
            <section className="mapview-asked">
              <Explanation code={code} run={data.run.id} position={pointing.position} heading="h2" />
            </section>
          )}
          <MapPanel {...{ code, data, search, change, select, chosen: chosen ?? null }} />
        </Sheet>
      </div>
    </Page>
  );
}
