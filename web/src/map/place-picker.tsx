import type { FeatureCollection } from 'geojson';
import { useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import type { BaseMap } from './base-map.js';
import type { GroupLayer, LayerGroup } from './layer-group.js';
import type { PickedPosition } from './map-presses.js';
import { MapView, type MapPosition } from './map-view.js';
import { mapTexts } from './texts.js';

interface PlacePickerProps {
  label: string;
  baseMap: BaseMap;
  /** The place chosen so far, or `null`. */
  value: PickedPosition | null;
  onChange: (position: PickedPosition) => void;
  /** What else helps to find the place: other reports near by, areas. */
  layers?: readonly LayerGroup[];
  /** Where to begin when there is no place yet. */
  position?: MapPosition | undefined;
}

const pinLayers: readonly GroupLayer[] = [
  { id: 'shade', type: 'circle', paint: { 'circle-radius': 17, 'circle-color': '#0c5f6b', 'circle-opacity': 0.22 } },
  {
    id: 'point',
    type: 'circle',
    paint: {
      'circle-radius': 8,
      'circle-color': '#0c5f6b',
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 3,
    },
  },
];
const noLayers: readonly LayerGroup[] = [];

/** Press the map to place a point; with the keyboard, move the map and place the point in its middle. */
export function PlacePicker({ label, baseMap, value, onChange, layers = noLayers, position }: PlacePickerProps) {
  const t = useTexts(mapTexts);
  const middle = useRef<MapPosition | null>(null);
  const shown = useMemo(() => {
    const data: FeatureCollection = {
      type: 'FeatureCollection',
      features:
        value === null
          ? []
          : [{ type: 'Feature', properties: { id: 'place' }, geometry: { type: 'Point', coordinates: [...value] } }],
    };
    return [...layers, { id: 'picked-place', data, layers: pinLayers }];
  }, [layers, value]);
  // The map follows only where it began; after that it is the user who moves it.
  const [begin] = useState(() => (value === null ? position : { longitude: value[0], latitude: value[1], zoom: 16 }));
  const placeInMiddle = () => {
    const [west, south, east, north] = baseMap.bounds;
    const at = middle.current ?? begin ?? { longitude: (west + east) / 2, latitude: (south + north) / 2 };
    onChange([Number(at.longitude.toFixed(6)), Number(at.latitude.toFixed(6))]);
  };
  return (
    <MapView
      label={label}
      baseMap={baseMap}
      layers={shown}
      position={begin}
      onPick={onChange}
      onMove={(to) => {
        middle.current = to;
      }}
    >
      <p className="map-hint">{t('pickHint')}</p>
      <Button className="map-middle" onClick={placeInMiddle}>
        {t('pickHere')}
      </Button>
    </MapView>
  );
}
