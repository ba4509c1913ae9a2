import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Explanation } from '../findings/explanation.js';
import { PointingTools, usePointing } from '../findings/pointing.js';
import { baseMapQuery, type Bounds } from '../map/base-map.js';
import type { PickedPosition } from '../map/map-presses.js';
import { outlineBounds } from '../map/place-outline.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Sheet, type SheetHeight } from '../ui/sheet.js';
import { MapPanel } from './map-panel.js';
import { MapStage } from './map-stage.js';
import './map-view.css';
import { mapViewTexts } from './texts.js';
import { useMapData } from './use-map-data.js';
import { useMapSearch } from './use-map-search.js';

const covered: Record<SheetHeight, number> = { low: 0, middle: 0.46, high: 0 };

/** Where, when, how much, compared with what: the map with its list; the address holds the whole view. */
export function MapPage() {
  const t = useTexts(mapViewTexts);
  const { code } = useParams({ from: '/signed-in/$code/karta' });
  const { search, change, returned } = useMapSearch();
  const [height, setHeight] = useState<SheetHeight>('middle');
  const data = useMapData(code, search);
  const pointing = usePointing(useQuery(baseMapQuery(code)).data);
  const [sight, setSight] = useState<Bounds | null>(null);

  const chosen = data.places.find(({ id }) => id === search.valt);
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
  const wide = matchMedia('(min-width: 1024px)').matches;
  return (
    <Page title={t('title')} width="full">
      <div className="mapview">
        <MapStage
          {...{ code, search, change, data }}
          show={returned ?? sight}
          coveredBelow={wide ? 0 : covered[height]}
          onSelect={select}
          above={pointing.layers}
          onPick={pointing.on ? point : undefined}
          onMoved={pointing.moved}
          tools={<PointingTools pointing={pointing} />}
        />
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
