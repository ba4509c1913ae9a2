import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { baseMapQuery, type BaseMap, type Bounds } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import { MapView } from '../map/map-view.js';
import { MapTwins } from '../map/twins.js';
import { useTexts } from '../ui/language.js';
import type { Days } from '../ui/period.js';
import { useFormat } from '../ui/use-format.js';
import { CompareBar } from './compare-bar.js';
import { compareTexts } from './compare-texts.js';
import './compare.css';
import { pointZoom } from './event-layers.js';
import { FilterBar, type FilterProps } from './filter-bar.js';
import { LayerMenu } from './layer-menu.js';
import type { EventCollection } from './map-api.js';
import { Legend } from './legend.js';
import { layersOf, readPlace, writePlace, type MapPlace } from './map-search.js';
import { useFirstSight } from './map-stage.js';
import { useCompared } from './use-compared.js';
import type { MapData } from './use-map-data.js';
import { useFilterTools } from './use-filter-tools.js';
import { useMapLayers, useSquares, type Drawn } from './use-map-layers.js';
import type { Pressed } from './use-pressed.js';
import { useWorkData, type WorkData } from './use-work-layers.js';

interface CompareProps extends FilterProps {
  onSelect: (id: string | null) => void;
  /** Points or a square of one of the two periods were pressed. */
  onOpen: (pressed: Pressed) => void;
  show: Bounds | MapPlace | null;
  /** More buttons over the map, after the filter. */
  tools?: ReactNode;
}

/** Two maps that move as one: the period before to the left, the view's own to the right, or one drawn aside over the other. */
export function CompareStage(props: CompareProps) {
  const { code, search, change, data } = props;
  const t = useTexts(compareTexts);
  const f = useFormat();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const compared = useCompared(code, search);
  const work = useWorkData(code, search);
  const tools = useFilterTools(search, change, baseMap);
  const [twins] = useState(() => new MapTwins());
  const [share, setShare] = useState(50);
  const sight = useFirstSight(props, readPlace(search.lage ?? '') !== null);
  // Two maps above each other on a phone would be two slits.
  const narrow = matchMedia('(max-width: 767px)').matches;
  const swipe = search.visning === 'svep' || narrow;
  const now = useDrawn(data, data);
  const before = useDrawn(data, compared);
  const squares = [...useSquares(now, search), ...useSquares(before, search)];
  if (baseMap === undefined) return <div className="compare" />;
  const shared = { ...props, show: props.show ?? sight, baseMap, work, twins, above: tools.layers };
  const zoom = readPlace(search.lage ?? '')?.zoom ?? 0;
  const pointsSeen = layersOf(search).includes('punkter') && zoom >= pointZoom;
  const tiled = data.tiles !== null && zoom < data.tiles.pointsFromZoom;
  const words = (drawn: Drawn, days: Required<Days> | undefined, word: string) => {
    const { events } = drawn.data;
    const count = events === undefined ? t('waiting') : t('events', { count: events.total });
    return `${word}: ${days === undefined ? '…' : f.period(days.from, days.to)} · ${count}`;
  };
  const wordsNow = words(now, compared?.now, t('now'));
  const wordsBefore = words(before, compared?.before, t('before'));
  return (
    <div className="compare" style={{ '--share': `${share}%` } as CSSProperties} data-swipe={swipe || undefined}>
      <div className="compare-maps">
        <OneMap {...shared} drawn={now} beside={before} corner={swipe ? undefined : wordsNow} label={t('mapNow', { period: periodOf(compared?.now) })} onMoved={(place) => { tools.moved(place); change({ lage: writePlace(place) }, { remember: false }); }} onPick={tools.onPick} />

        <OneMap {...shared} drawn={before} beside={now} corner={swipe ? undefined : wordsBefore} label={t('mapBefore', { period: periodOf(compared?.before) })} onPick={tools.onPick} />
        {/* Over both, so that the border between them hides nothing of it. */}
        <div className="map-top compare-top">{tools.view ?? (
            <>
              <FilterBar {...props} onDraw={tools.onDraw} onNear={tools.onNear} />
              {props.tools}
              <LayerMenu {...{ search, change }} colours={data.colours} names={data.categoryNames} zoomedOut={!pointsSeen} />
              <Legend {...{ search, change, squares, pointsSeen, tiled }} colours={data.colours} names={data.categoryNames} week={work.week} />
            </>
          )}</div>
        {swipe && (
          <p className="compare-words">
            <span>{wordsBefore}</span>
            <span>{wordsNow}</span>
          </p>
        )}
        {swipe && (
          <input
            className="compare-handle"
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={t('handle')}
            aria-valuetext={t('handleAt', { share: f.share(share / 100) })}
            onChange={({ target }) => setShare(Number(target.value))}
          />
        )}
      </div>
      <CompareBar {...props} compared={compared} narrow={narrow} />
    </div>
  );

  function periodOf(days: Required<Days> | undefined): string {
    return days === undefined ? '' : f.period(days.from, days.to);
  }
} // prettier-ignore

interface OneMapProps extends CompareProps {
  baseMap: BaseMap;
  work: WorkData;
  twins: MapTwins;
  above: readonly LayerGroup[];
  drawn: Drawn;
  beside: Drawn;
  label: string;
  corner: string | undefined;
  onMoved?: (place: MapPlace) => void;
  onPick: ((position: readonly [number, number]) => void) | undefined;
}

type Part = Pick<MapData, 'events' | 'tiles' | 'filter'>;
const noEvents: EventCollection['features'] = [];
const nothing: Part = { events: undefined, tiles: null, filter: {} };

/** What one of the two maps draws: the events of its own period, all else as the other. */
function useDrawn(data: MapData, part: Part | null): Drawn {
  const { events, tiles, filter } = part ?? nothing;
  return useMemo(
    () => ({ data: { ...data, events, tiles, filter }, events: events?.features ?? noEvents }),
    [data, events, tiles, filter],
  );
}

function OneMap(props: OneMapProps) {
  const { search, baseMap, work, twins, above, drawn, beside, label, corner, onMoved, onPick, show } = props;
  const { tiles, filter } = drawn.data;
  const shown = useMapLayers({ ...drawn, beside, work, search, baseMap });
  const layers = useMemo(() => [...shown, ...above], [shown, above]);
  const [begin] = useState(() => readPlace(search.lage ?? ''));
  return (
    <div className="compare-map">
      <MapView
        label={label}
        baseMap={baseMap}
        layers={layers}
        position={begin ?? undefined}
        show={show}
        twins={twins}
        onSelect={(hit) => props.onSelect(hit?.id ?? null)}
        onOpen={(hit) => props.onOpen({ hit, view: tiles?.view ?? null, filter })}
        {...(onMoved === undefined ? {} : { onMove: onMoved })}
        onPick={onPick}
        {...(corner === undefined ? {} : { corner: <span>{corner}</span> })}
      />
    </div>
  );
}
