import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { baseLayers, type BaseMap, type Bounds } from './base-map.js';
import type { LayerGroup } from './layer-group.js';
import { MapControls } from './map-controls.js';
import { useMapPresses, type MapHit, type PressHandlers } from './map-presses.js';
import { canDrawMaps, type MapPosition } from './map-owner.js';
import './map.css';
import type { MapTwins } from './twins.js';
import { mapTexts } from './texts.js';
import { useMap, useMoves, usePaper, useSight } from './use-map.js';

interface MapViewProps extends PressHandlers {
  /** What the map shows, for screen readers: "Karta över händelser i Älvhamn". */
  label: string;
  baseMap: BaseMap;
  /** Drawn over the ground, the first lowest. */
  layers: readonly LayerGroup[];
  /** Where to begin; the whole municipality unless told. Later changes of it are not followed. */
  position?: MapPosition | undefined;
  /** Goes there each time another object is given. */
  show?: Bounds | MapPosition | null;
  /** Share (0 to 1) of the map's height that a sheet lies over, so that the middle is the middle of what is seen. */
  coveredBelow?: number;
  /** The user has moved the map; for the view in the URL. */
  onMove?: (position: MapPosition) => void;
  /** Maps that are to show the same part of the world as this one. */
  twins?: MapTwins | undefined;
  /** Stands in the lower left corner above the scale: period and count. */
  corner?: ReactNode;
  /** Over the map, at the top: a hint or a button. */
  children?: ReactNode;
}

export type { MapHit, MapPosition };

/** The one owner of MapLibre: what is on the map follows from its props, and nothing else touches it. */
export function MapView(props: MapViewProps) {
  const t = useTexts(mapTexts);
  const drawable = useMemo(() => canDrawMaps(), []);
  if (drawable) return <DrawnMap {...props} />;
  return (
    <div className="map map--undrawn">
      {props.children !== undefined && <div className="map-top">{props.children}</div>}
      <EmptyState icon="map" title={t('noWebGlTitle')}>
        {t('noWebGlText')}
      </EmptyState>
      {props.corner !== undefined && (
        <div className="map-corner">
          <div className="map-figures">{props.corner}</div>
        </div>
      )}
    </div>
  );
}

function DrawnMap(props: MapViewProps) {
  const {
    label,
    baseMap,
    layers,
    position,
    show = null,
    coveredBelow = 0,
    onMove,
    twins,
    corner,
    children,
    ...presses
  } = props;
  const theme = useTheme();
  const container = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLCanvasElement>(null);
  const live = useMap(container, { label, bounds: baseMap.bounds, position });
  const map = live?.map ?? null;

  const ground = useMemo(
    () => Object.fromEntries(Object.entries(baseMap.layers).map(([name, data]) => [`base-${name}`, data])),
    [baseMap],
  );
  const groundLayers = useMemo(() => baseLayers(baseMap, theme), [baseMap, theme]);
  useEffect(() => live?.owner.show(ground, groundLayers, layers), [live, ground, groundLayers, layers]);
  useSight(map, show, coveredBelow);
  useMoves(map, onMove);
  usePaper(map, paper);
  useEffect(() => (map === null ? undefined : twins?.join(map)), [map, twins]);
  useMapPresses(map, layers, presses);

  return (
    <div className="map" data-picking={presses.onPick !== undefined || undefined}>
      <div ref={container} className="map-canvas" />
      <canvas ref={paper} className="map-paper" aria-hidden />
      {map !== null && (
        <MapControls map={map} bounds={baseMap.bounds} attribution={baseMap.attribution} corner={corner} />
      )}
      {children !== undefined && <div className="map-top">{children}</div>}
    </div>
  );
}
