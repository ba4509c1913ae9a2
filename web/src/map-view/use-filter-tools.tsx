import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { DrawingTools, middleOf } from '../map/area-drawer.js';
import type { BaseMap } from '../map/base-map.js';
import { circleCorners, drawnGroup, mostCorners, type Corners } from '../map/drawn-area.js';
import type { LayerGroup } from '../map/layer-group.js';
import type { PickedPosition } from '../map/map-presses.js';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import type { MapActs } from './filter-bar.js';
import { readCorners, readNear, writeCorners, writeNear, type MapSearch } from './map-search.js';
import { toolTexts } from './tool-texts.js';
import type { ChangeSearch } from './use-map-search.js';

/** Choosing a part of the map by hand, and what is chosen as a layer. */
export interface FilterTools extends MapActs {
  /** While given, a press on the map belongs to the tool. */
  onPick: ((position: PickedPosition) => void) | undefined;
  moved: (to: { longitude: number; latitude: number }) => void;
  layers: readonly LayerGroup[];
  /** What to do, over the map; `null` while no tool is in use. */
  view: ReactNode;
}

const usualRadius = 200;

export function useFilterTools(search: MapSearch, change: ChangeSearch, baseMap: BaseMap | undefined): FilterTools {
  const t = useTexts(toolTexts);
  const theme = useTheme();
  const [tool, setTool] = useState<'draw' | 'near' | null>(null);
  const [corners, setCorners] = useState<Corners>([]);
  const at = useRef<{ longitude: number; latitude: number } | null>(null);
  const { nara, ritat } = search;

  const layers = useMemo((): readonly LayerGroup[] => {
    if (tool === 'draw') return [drawnGroup(corners, 'drawing', theme)];
    const near = nara === undefined ? null : readNear(nara);
    const circle = near === null ? [] : [{ ...drawnGroup(circleCorners(near.middle, near.metres), 'filter', theme), id: 'near' }]; // prettier-ignore
    const drawn = ritat === undefined ? null : readCorners(ritat);
    return drawn === null ? circle : [...circle, drawnGroup(drawn, 'filter', theme)];
  }, [tool, corners, nara, ritat, theme]);
  const moved = useCallback((to: { longitude: number; latitude: number }) => {
    at.current = to;
  }, []);

  const pickNear = (middle: PickedPosition) => {
    setTool(null);
    change({ nara: writeNear(middle, readNear(nara ?? '')?.metres ?? usualRadius) });
  };
  const middle = (): PickedPosition => (baseMap === undefined ? [0, 0] : middleOf(baseMap, at.current));
  const view =
    tool === 'draw' ? (
      <DrawingTools
        corners={corners}
        onChange={setCorners}
        middle={middle}
        onCancel={() => setTool(null)}
        onDone={() => {
          setTool(null);
          change({ ritat: writeCorners(corners) });
        }}
      />
    ) : tool === 'near' ? (
      <div className="map-drawing">
        <output>{t('nearHint')}</output>
        <div className="map-drawing-acts">
          <Button icon="locate" onClick={() => pickNear(middle())}>
            {t('nearMiddle')}
          </Button>
          <Button look="quiet" onClick={() => setTool(null)}>
            {t('stop')}
          </Button>
        </div>
      </div>
    ) : null;

  return {
    layers,
    moved,
    view,
    onPick: tool === 'draw' ? (corner) => setCorners((before) => [...before, corner].slice(0, mostCorners)) : tool === 'near' ? pickNear : undefined, // prettier-ignore
    onDraw: () => {
      setCorners([]);
      setTool('draw');
    },
    onNear: () => setTool('near'),
  };
}
