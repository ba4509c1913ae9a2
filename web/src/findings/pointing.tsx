import type { FeatureCollection } from 'geojson';
import { useMemo, useRef, useState } from 'react';
import type { BaseMap } from '../map/base-map.js';
import type { LayerGroup } from '../map/layer-group.js';
import type { PickedPosition } from '../map/map-presses.js';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import './findings.css';
import { findingsTexts } from './texts.js';

const inks = {
  light: { pin: '#a3211f', halo: '#ffffff' },
  dark: { pin: '#f2968c', halo: '#12181a' },
} as const;

/** Pointing at a place to ask why nothing is found there. */
export interface Pointing {
  readonly on: boolean;
  readonly position: PickedPosition | null;
  /** The place pointed at, as the topmost group of the map; empty while nothing is pointed at. */
  readonly layers: readonly LayerGroup[];
  readonly start: () => void;
  readonly stop: () => void;
  readonly point: (position: PickedPosition) => void;
  /** Told where the map is, so that the keyboard can point at its middle. */
  readonly moved: (to: { longitude: number; latitude: number }) => void;
  readonly pointAtMiddle: () => void;
}

export function usePointing(baseMap: BaseMap | undefined): Pointing {
  const theme = useTheme();
  const [on, setOn] = useState(false);
  const [position, setPosition] = useState<PickedPosition | null>(null);
  const middle = useRef<{ longitude: number; latitude: number } | null>(null);
  const layers = useMemo((): readonly LayerGroup[] => {
    if (position === null) return [];
    const data: FeatureCollection = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { id: 'asked' }, geometry: { type: 'Point', coordinates: [...position] } }],
    }; // prettier-ignore
    const { pin, halo } = inks[theme];
    return [
      {
        id: 'asked-place',
        data,
        layers: [
          { id: 'reach', type: 'circle', paint: { 'circle-radius': 20, 'circle-color': pin, 'circle-opacity': 0.18 } },
          {
            id: 'point',
            type: 'circle',
            paint: { 'circle-radius': 7, 'circle-color': pin, 'circle-stroke-color': halo, 'circle-stroke-width': 3 },
          },
        ],
      },
    ];
  }, [position, theme]);
  return {
    on,
    position,
    layers,
    start: () => setOn(true),
    stop: () => {
      setOn(false);
      setPosition(null);
    },
    point: setPosition,
    moved: (to) => {
      middle.current = to;
    },
    pointAtMiddle: () => {
      if (baseMap === undefined) return;
      const [west, south, east, north] = baseMap.bounds;
      const at = middle.current ?? { longitude: (west + east) / 2, latitude: (south + north) / 2 };
      setPosition([Number(at.longitude.toFixed(6)), Number(at.latitude.toFixed(6))]);
    },
  };
}

/** The button over the map that starts it, and what to do once it is on. */
export function PointingTools({ pointing }: { pointing: Pointing }) {
  const t = useTexts(findingsTexts);
  if (!pointing.on) {
    return (
      <Button className="findings-float" icon="info" onClick={pointing.start}>
        {t('whyNotHere')}
      </Button>
    );
  }
  return (
    <div className="findings-pointing">
      <p>{t('point')}</p>
      <Button icon="locate" onClick={pointing.pointAtMiddle}>
        {t('middle')}
      </Button>
      <Button look="quiet" icon="close" onClick={pointing.stop}>
        {t('stop')}
      </Button>
    </div>
  );
}
