import { useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { useFormat } from '../ui/use-format.js';
import type { BaseMap } from './base-map.js';
import { areaOfCorners, drawnGroup, mostCorners, type Corners } from './drawn-area.js';
import type { LayerGroup } from './layer-group.js';
import type { PickedPosition } from './map-presses.js';
import { MapView, type MapPosition } from './map-view.js';
import { mapTexts } from './texts.js';

interface AreaDrawerProps {
  label: string;
  baseMap: BaseMap;
  /** The corners so far; empty to begin with. `areaOfCorners` says whether they are an area. */
  value: Corners;
  onChange: (corners: Corners) => void;
  /** What else helps to draw: events, anhopningar, areas. */
  layers?: readonly LayerGroup[];
  position?: MapPosition | undefined;
}

const noLayers: readonly LayerGroup[] = [];

/** A map to draw an area on: each press is a corner; with the keyboard, move the map and put a corner in its middle. */
export function AreaDrawer({ label, baseMap, value, onChange, layers = noLayers, position }: AreaDrawerProps) {
  const theme = useTheme();
  const middle = useRef<MapPosition | null>(null);
  const [begin] = useState(position);
  const shown = useMemo(() => [...layers, drawnGroup(value, 'drawing', theme)], [layers, value, theme]);
  return (
    <MapView
      label={label}
      baseMap={baseMap}
      layers={shown}
      position={begin}
      onPick={(corner) => onChange([...value, corner].slice(0, mostCorners))}
      onMove={(to) => {
        middle.current = to;
      }}
    >
      <DrawingTools corners={value} onChange={onChange} middle={() => middleOf(baseMap, middle.current ?? begin)} />
    </MapView>
  );
}

/** Where a corner lands that is put in the middle of the map. */
export function middleOf(
  { bounds }: BaseMap,
  at: { longitude: number; latitude: number } | null | undefined,
): PickedPosition {
  // prettier-ignore
  const [west, south, east, north] = bounds;
  const { longitude, latitude } = at ?? { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))];
}

interface DrawingToolsProps {
  corners: Corners;
  onChange: (corners: Corners) => void;
  /** The middle of the map now. */
  middle: () => PickedPosition;
  /** Shown when the drawing is something to finish or to leave. */
  onDone?: () => void;
  onCancel?: () => void;
}

/** What to do while an area is drawn, over the map: how far it has come, and each act as a button. */
export function DrawingTools({ corners, onChange, middle, onDone, onCancel }: DrawingToolsProps) {
  const t = useTexts(mapTexts);
  const f = useFormat();
  const area = areaOfCorners(corners);
  const wrong = corners.length < 3 ? null : area.ok ? null : area.problem;
  const told = wrong === 'crossing' ? t('drawCrossing') : wrong === null ? t('drawHint') : t('drawNoArea');
  const size = area.ok && area.areaSquareMetres < 1e5 ? t('drawMetres', { value: f.number(area.areaSquareMetres) }) : area.ok ? t('drawKilometres', { value: f.number(area.areaSquareMetres / 1e6, 2) }) : ''; // prettier-ignore
  return (
    <div className="map-drawing">
      <output data-wrong={wrong !== null || undefined}>
        {told} <span className="muted">{[t('drawCorners', { count: corners.length }), size].filter(Boolean).join(' · ')}</span>
      </output>
      <div className="map-drawing-acts">
        <Button icon="locate" disabled={corners.length >= mostCorners} onClick={() => onChange([...corners, middle()])}>
          {t('drawMiddle')}
        </Button>
        <Button icon="undo" disabled={corners.length === 0} onClick={() => onChange(corners.slice(0, -1))}>
          {t('drawUndo')}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {t('drawCancel')}
          </Button>
        )}
        {onDone !== undefined && (
          <Button look="primary" disabled={!area.ok} onClick={onDone}>
            {t('drawDone')}
          </Button>
        )}
      </div>
    </div>
  ); // prettier-ignore
}
