import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { baseMapQuery, type Bounds } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import type { CountHit, PickedPosition } from '../map/map-hits.js';
import { MapView } from '../map/map-view.js';
import { outlineBounds } from '../map/place-outline.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { pointZoom } from './event-layers.js';
import { FilterBar, type FilterProps } from './filter-bar.js';
import { LayerMenu } from './layer-menu.js';
import { Legend } from './legend.js';
import { municipalityQuery } from './map-api.js';
import { MapCorner } from './map-corner.js';
import { layersOf, readPlace, writePlace, type MapPlace } from './map-search.js';
import './map-view.css';
import { mapViewTexts } from './texts.js';
import { useFilterTools } from './use-filter-tools.js';
import { useMapLayers, useSquares } from './use-map-layers.js';
import { useShownEvents } from './use-shown-events.js';
import { useWorkData } from './use-work-layers.js';

interface StageProps extends FilterProps {
  /** A hot spot or anhopning was pressed; `null`: the empty map. */
  onSelect: (id: string | null) => void;
  /** Points or a square were pressed; left out, they cannot be. */
  onOpen?: (hit: CountHit) => void;
  /** Goes there each time another object is given. */
  show?: Bounds | MapPlace | null;
  coveredBelow?: number;
  /** Drawn above everything else. */
  above?: readonly LayerGroup[];
  /** While given, a press on the map is told here. */
  onPick?: ((position: PickedPosition) => void) | undefined;
  onMoved?: (to: MapPlace) => void;
  /** More buttons over the map, after the filter. */
  tools?: ReactNode;
}

const none: readonly LayerGroup[] = [];

/** The map with what explains it: filter, layers, legend, period and count. Its view is held by whoever shows it. */
export function MapStage(props: StageProps) {
  const { code, search, change, data, onSelect, show = null, coveredBelow = 0, above = none, onMoved } = props;
  const t = useTexts(mapViewTexts);
  const baseMap = useQuery(baseMapQuery(code));
  const municipality = useQuery(municipalityQuery(code)).data;
  const events = useShownEvents(data.events, search);
  const work = useWorkData(code, search);
  const squares = useSquares({ data, events }, search);
  const shown = useMapLayers({ data, events, work, search, baseMap: baseMap.data });
  const filterTools = useFilterTools(search, change, baseMap.data);
  const layers = useMemo(() => [...shown, ...filterTools.layers, ...above], [shown, filterTools.layers, above]);
  const [begin] = useState(() => readPlace(search.lage ?? ''));
  const sight = useFirstSight(props, begin !== null);

  const zoom = readPlace(search.lage ?? '')?.zoom;
  const pointsSeen = layersOf(search).includes('punkter') && zoom !== undefined && zoom >= pointZoom;
  if (baseMap.data === undefined) {
    return (
      <div className="mapview-wait">
        {baseMap.error ? (
          <ErrorNotice error={baseMap.error} onRetry={() => void baseMap.refetch()} />
        ) : (
          <Skeleton shape="cards" lines={2} />
        )}
      </div>
    );
  }
  return (
    <MapView
      label={t('mapLabel', { name: municipality?.name ?? '' })}
      baseMap={baseMap.data}
      layers={layers}
      position={begin ?? undefined}
      show={show ?? sight}
      coveredBelow={coveredBelow}
      onSelect={(hit) => onSelect(hit?.id ?? null)}
      onOpen={props.onOpen}
      onMove={(place) => {
        filterTools.moved(place);
        onMoved?.(place);
        change({ lage: writePlace(place) }, { remember: false });
      }}
      onPick={filterTools.onPick ?? props.onPick}
      corner={<MapCorner data={data} search={search} shown={events.length} demo={municipality?.demo === true} />}
    >
      {filterTools.view ?? (
        <>
          <FilterBar {...{ code, search, change, data }} onDraw={filterTools.onDraw} onNear={filterTools.onNear} />
          {props.tools}
          <LayerMenu
            {...{ search, change }}
            colours={data.colours}
            names={data.categoryNames}
            zoomedOut={!pointsSeen}
          />
          <Legend
            {...{ search, change, squares, pointsSeen }}
            colours={data.colours}
            names={data.categoryNames}
            week={work.week}
            tiled={data.tiles !== null && (zoom ?? 0) < data.tiles.pointsFromZoom}
          />
        </>
      )}
    </MapView>
  );
}

/** A visit without a view of its own begins at the place asked for, else where the places are. */
export function useFirstSight({ data, search }: FilterProps, hasView: boolean): Bounds | null {
  const [sight, setSight] = useState<Bounds | null>(null);
  const [begun, setBegun] = useState(hasView);
  if (!begun && !data.waiting) {
    setBegun(true);
    const chosen = data.places.find(({ id }) => id === search.valt);
    setSight(outlineBounds(chosen === undefined ? data.places : [chosen]));
  }
  return sight;
}
